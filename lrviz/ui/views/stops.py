"""Stops: where a run was stopped early in its race, and where it was best."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.run import Run
from lrviz.ui.figure import Line, Spot
from lrviz.ui.numbers import whole
from lrviz.ui.racing.raced import Raced

KEY = "val_loss"
"""What stopping is decided on: only there is said where and why."""


def said(raced: Raced, planned: int) -> str:
    """Say where a run was stopped early, in steps of a plan of so many; empty where no seed of it was."""
    stopped = raced.stopped
    if not stopped:
        return ""
    each = planned / raced.steps
    if len(raced.traces) == 1:
        words = QCoreApplication.translate("Training", "stopped at {0}, best at {1}")
        return words.format(whole(round(stopped[0].steps * each)), whole(round(stopped[0].best * each)))
    words = QCoreApplication.translate("Training", "{0} of {1} seeds stopped, first at {2}")
    return words.format(len(stopped), len(raced.traces), whole(round(stopped[0].steps * each)))


def spots(run: Run, raced: Raced, lines: Sequence[Line], unit: float, words: str) -> tuple[Spot, ...]:
    """Mark on a run's lines where they were stopped; where there are words for that, also where it was best."""
    found = [Spot(run.colour, float(line.x[-1]), float(line.low[-1]), "stop", words) for line in _own(run, lines)]
    best = raced.stopped[0].best / unit
    if words and len(raced.traces) == 1:
        found += [Spot(run.colour, best, float(np.interp(best, line.x, line.low)), "best") for line in _own(run, lines)]
    return tuple(found)


def _own(run: Run, lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.name == run.name and line.style == "solid" and len(line.x)]
