"""The LR finder's view: the loss while the rate climbs, over all seeds, and the rates it suggests."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.peaks import peak
from lrviz.results import LRFinder
from lrviz.run import Run
from lrviz.ui.figure import Axis, Figure, Line, Pin, Plot, Reading
from lrviz.ui.numbers import rough, short
from lrviz.ui.speech import counts
from lrviz.ui.views import finder_headline
from lrviz.ui.views.suggested import Course, Searched, Suggested, course, falls, rate, suggested

ROOM, HEADROOM = 0.06, 0.18
"""Room below and above the losses that are drawn, as a share of their range; above them is where chips stand."""


@dataclass(frozen=True)
class Look:
    """How a search is looked at: the `cursor`'s rate, the `chosen` suggestion, and the stretch of rates in sight."""

    cursor: float | None = None
    chosen: str = "valley"
    stretch: tuple[float, float] | None = None


def figure(experiment: Experiment, run: Run, searched: Searched, look: Look | None = None) -> Figure:
    """Give the mean loss of all seeds at each rate, how far they spread, and what they suggest."""
    look = look or Look()
    headline, subline = finder_headline.of(experiment, run, searched)
    return Figure(
        headline,
        subline,
        (_plot(run, searched, look),),
        describe=partial(finder_headline.summary, experiment, run, searched),
    )


def _plot(run: Run, searched: Searched, look: Look) -> Plot:
    found, known = searched.found, course(searched.found)
    low, high = look.stretch or (searched.low, searched.high)
    cursor = look.cursor if look.cursor is not None and len(found.lrs) else None
    return Plot(
        QCoreApplication.translate("Finder", "Loss while the rate climbs"),
        Axis(low, high, QCoreApplication.translate("Finder", "lr (log)"), log=True),
        _axis(known),
        _lines(run, searched, known),
        note=_note(run, searched),
        cursor=cursor,
        readings=() if cursor is None else _readings(run, found, known, cursor),
        head=float(found.lrs[-1]) if searched.running and len(found.lrs) else None,
        key="finder",
        pins=_pins(run, searched, known, look),
    )


def _note(run: Run, searched: Searched) -> str:
    found = searched.found
    many = len(found.losses)
    translate = QCoreApplication.translate
    seeds = counts.seeds(many)
    parts = [
        counts.updates(searched.updates),
        seeds,
        translate("Finder", "smoothed"),
    ]
    if found.on == "val":
        parts.insert(0, translate("Finder", "of the validation set"))
    if run.branch is not None:
        parts.append(translate("Finder", "from the start, not from where it branches"))
    return " · ".join(parts)


def _lines(run: Run, searched: Searched, known: Course) -> tuple[Line, ...]:
    found = searched.found
    name, colour, x = run.name, run.colour, found.lrs
    if searched.stale:
        return (Line(name, colour, x, known.mean, known.mean, "stale", named=False),)
    several = len(found.losses) > 1
    lines = [
        Line(name, colour, x, known.mean, known.mean, named=False, cross=_ended(searched) if not several else ""),
        Line(name, colour, x, known.raw, known.raw, "raw", named=False),
    ]
    if several:
        rest = Line(name, colour, x, known.rest, known.rest, "planned", named=False, cross=_ended(searched))
        lines += [rest, Line(name, colour, x, known.least, known.most, "band", named=False)]
    return tuple(line for line in lines if np.isfinite(line.high).any())


def _ended(searched: Searched) -> str:
    """Say in words why the last line ends before the highest rate; nothing where it doesn't."""
    found = searched.found
    there = np.flatnonzero(np.isfinite(found.smoothed).any(axis=0))
    if searched.running or not len(there) or there[-1] == len(found.lrs) - 1:
        return ""
    return QCoreApplication.translate("Finder", "cut at {0}").format(rate(float(found.lrs[there[-1]])))


def _axis(known: Course) -> Axis:
    """Give an axis from 0, where losses are above it, to the highest loss drawn."""
    drawn = np.concatenate([known.mean, known.rest, known.least, known.most])
    drawn = drawn[np.isfinite(drawn)]
    least, most = float(drawn.min(initial=0.0)), float(drawn.max(initial=-np.inf))
    if not np.isfinite(most):
        return Axis(0.0, 1.0)
    reach = (most - least) or 1.0
    return Axis(least - ROOM * reach if least < 0 else 0.0, most + HEADROOM * reach)


def _pins(run: Run, searched: Searched, known: Course, look: Look) -> tuple[Pin, ...]:
    own = peak(run, searched.found.group)
    words = QCoreApplication.translate("Finder", "now")
    name = words if own.name == "lr" else f"{own.name} {words}"
    every = suggested(searched.found) if not searched.running and falls(searched.found) else ()
    made = [_pin(one, run, searched, known, look) for one in every if one.there]
    return (*made, Pin(own.rate, name, short(own.rate), run.colour, look="own"))


def _pin(one: Suggested, run: Run, searched: Searched, known: Course, look: Look) -> Pin:
    """Pin a suggestion down on the curve; a trap is a line alone, until it is looked at."""
    kind: Literal["plain", "chosen", "trap"] = "chosen" if one.name == look.chosen else "trap" if one.trap else "plain"
    pin = Pin(one.rate, one.title, rate(one.rate), run.colour, look=kind)
    if kind == "trap":
        return pin
    y = math.nan if searched.stale else float(np.interp(np.log10(one.rate), np.log10(searched.found.lrs), known.all))
    return dataclasses.replace(pin, low=one.low, high=one.high, y=y)


def _readings(run: Run, found: LRFinder, known: Course, cursor: float) -> tuple[Reading, ...]:
    at = reading_at(found, cursor)
    value = float(known.all[at])
    if not np.isfinite(value):
        return ()
    text = QCoreApplication.translate("Finder", "{0} at {1}").format(rough(value), rate(float(found.lrs[at])))
    return (Reading(run.name, run.colour, value, text),)


def reading_at(found: LRFinder, cursor: float) -> int:
    """Give the update whose rate is nearest to the cursor's, by ratio."""
    return int(np.argmin(np.abs(np.log(found.lrs / cursor))))


def seeds_at(found: LRFinder, cursor: float) -> Mapping[str, float]:
    """Give the rate nearest to the cursor, and of the seeds that aren't cut there the mean, lowest and highest loss."""
    at, known = reading_at(found, cursor), course(found)
    return {
        "lr": float(found.lrs[at]),
        "mean": float(known.all[at]),
        "low": float(known.least[at]),
        "high": float(known.most[at]),
        "seeds": float(np.isfinite(found.smoothed[:, at]).sum()),
    }
