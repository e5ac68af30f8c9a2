"""A report that is wanted: what it tells of, as it is sent to where it is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lrviz.errors import LrvizError
from lrviz.experiment import Experiment
from lrviz.results import Landscape, Trace
from lrviz.teaching.words import Language
from lrviz.ui.racing.raced import Raced
from lrviz.ui.views.suggested import Searched


@dataclass(frozen=True, eq=False)
class Told:
    """What a report tells of: an experiment, what was raced of its runs, by name, and when; `title` may be empty.

    Searches for a rate were `found` for runs as they are; runs are read against the `baseline` where there is one, and
    of a race the `panes` that a person chose are among those shown.
    """

    experiment: Experiment
    raced: Mapping[str, Raced]
    when: dt.datetime
    title: str = ""
    landscape: Landscape | None = None
    found: tuple[Searched, ...] = ()
    baseline: str = ""
    panes: tuple[str, ...] = ()


def sendable(raced: Mapping[str, Raced]) -> dict[str, Raced]:
    """Give what was raced and is as it was, as it can be sent to another process."""
    fresh = {name: one for name, one in raced.items() if not one.stale}
    return {name: replace(one, traces=tuple(map(_sendable, one.traces))) for name, one in fresh.items()}


def sendable_search(searched: Searched) -> Searched:
    """Give a search as it can be sent to another process."""
    found = searched.found
    plain = replace(found, suggestions=dict(found.suggestions), by_seed=dict(found.by_seed))
    return replace(searched, found=plain)


def _sendable(trace: Trace) -> Trace:
    return replace(trace, metrics=dict(trace.metrics))  # a view of a dict can't be sent


def attempt(told: Told, path: Path, language: Language) -> str:
    """Write a report, and give why it can't be written; empty where it is."""
    from lrviz.ui.reporting.write import write  # here, for the window that orders it needs none of this

    try:
        write(told, path, language)
    except LrvizError as error:
        return error.sentence
    return ""
