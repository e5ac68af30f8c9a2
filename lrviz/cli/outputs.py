"""Outputs: where a command's answer goes: standard output, a file that is written whole, or a picture."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lrviz.dissection import Dissection
from lrviz.errors import LrvizError
from lrviz.experiment import Experiment
from lrviz.files import whole
from lrviz.laws.law import Law
from lrviz.results import Landscape, LRFinder, Result

PICTURES = (".png", ".svg", ".pdf", ".tex")


def destination(given: str | None, suffixes: tuple[str, ...]) -> Path | None:
    """Check an -o before any work is done for it."""
    if given is None:
        return None
    path = Path(given)
    if path.suffix.lower() not in suffixes:
        raise LrvizError(
            f"-o {given} must end in {', '.join(suffixes[:-1])}{' or ' * (len(suffixes) > 1)}{suffixes[-1]}"
        )
    if not path.absolute().parent.is_dir():
        raise LrvizError(f"-o {given}: there is no folder {path.parent}")
    if path.is_dir():
        raise LrvizError(f"-o {given} is a folder")
    return path


def write(output: Path | None, parts: Iterable[bytes]) -> None:
    """Write to a file, whole or not at all, or to standard output as it comes."""
    if output is None:
        if sys.stdout is None:
            raise LrvizError("standard output is closed: name a file with -o")
        for part in parts:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
        return
    try:
        with whole(output) as file:
            file.writelines(parts)
    except OSError as error:
        raise LrvizError(f"{output} can’t be written: {error.strerror}") from error


def reported(experiment: Experiment, path: Path, result: Result | None, *, title: str, language: Any) -> None:
    """Write a report of an experiment."""
    from lrviz.ui.display import missing_libraries

    if why := missing_libraries():
        raise LrvizError(why)
    from lrviz.ui.reporting.write import report

    report(experiment, path, result, title=title, language=language)


def picture(
    experiment: Experiment,
    view: Any,
    path: Path,
    *,
    size: tuple[int, int] = (1280, 800),
    theme: Any = "light",
    result: Result | None = None,
    landscape: Landscape | None = None,
    law: Law | None = None,
    found: LRFinder | None = None,
    dissection: Dissection | None = None,
) -> None:
    """Write a view of the window as a picture; a forecast is by `law`."""
    from lrviz.ui.display import missing_libraries

    if why := missing_libraries():
        raise LrvizError(why)
    from lrviz.ui.render import render as painted

    painted(
        experiment,
        view,
        path,
        size=size,
        theme=theme,
        result=result,
        landscape=landscape,
        law=law,
        found=found,
        dissection=dissection,
    )
