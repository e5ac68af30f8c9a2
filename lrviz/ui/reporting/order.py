"""A report that is wanted: what it tells of, as it is sent to where it is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lrviz.errors import LrvizError
from lrviz.experiment import Experiment
from lrviz.results import Landscape
from lrviz.teaching.words import Language
from lrviz.ui.raced import Raced


@dataclass(frozen=True, eq=False)
class Told:
    """What a report tells of: an experiment, what was raced of its runs, by name, and when; `title` may be empty."""

    experiment: Experiment
    raced: Mapping[str, Raced]
    when: dt.datetime
    title: str = ""
    landscape: Landscape | None = None


def attempt(told: Told, path: Path, language: Language) -> str:
    """Write a report, and give why it can't be written; empty where it is."""
    from lrviz.ui.reporting.write import write  # here, for the window that orders it needs none of this

    try:
        write(told, path, language)
    except LrvizError as error:
        return str(error)
    return ""
