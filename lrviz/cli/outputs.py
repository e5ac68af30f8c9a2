"""Outputs: where a command's answer goes: standard output, a file that is written whole, or a picture."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from lrviz.errors import LrvizError, SpecError
from lrviz.experiment import Experiment
from lrviz.files import cause, whole

if TYPE_CHECKING:
    from lrviz.results import Result
    from lrviz.ui.showing.paper import Paper

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
        raise LrvizError(f"{output} can’t be written: {cause(error)}") from error


def paper(arguments: Namespace, suffix: str) -> Paper:
    """Give what a picture in a file with that ending is made on, as the options say.

    Raises
    ------
    LrvizError
        An option is out of its bounds; the message names it.
    """
    _check_libraries()
    from lrviz.ui.showing.paper import PRESETS, Paper, outlined

    size = arguments.size
    made = PRESETS[size] if isinstance(size, str) else Paper(headline=True)
    given = {
        "dpi": arguments.dpi,
        "font_size": arguments.font_size,
        "line_width": arguments.line_width,
        "transparent": arguments.transparent or None,
        "headline": False if arguments.no_headline else None,
        "outlines": outlined(suffix) if arguments.outlines is None else arguments.outlines,
    }
    if isinstance(size, tuple):
        given |= dict(zip(("width", "height", "unit"), size, strict=True))
    changed = {name: value for name, value in given.items() if value is not None}
    try:
        return replace(made, theme=arguments.theme, pane=arguments.pane, **changed)
    except SpecError as error:
        option = error.path.rpartition(".")[2].replace("_", "-")
        raise LrvizError(f"--{option} {error.value} must be {error.bound}") from None


def picture(experiment: Experiment, view: Any, path: Path, **given: Any) -> None:
    """Write a view of the window as a picture; `given` is what `lrviz.ui.render.render` takes."""
    _check_libraries()
    from lrviz.ui.render import render as painted

    painted(experiment, view, path, **given)


def reported(experiment: Experiment, path: Path, result: Result | None, **given: Any) -> None:
    """Write a report of an experiment; `given` is what `lrviz.ui.reporting.write.report` takes."""
    _check_libraries()
    from lrviz.ui.reporting.write import report

    report(experiment, path, result, **given)


def _check_libraries() -> None:
    from lrviz.ui.display import missing_libraries

    if why := missing_libraries():
        raise LrvizError(why)
