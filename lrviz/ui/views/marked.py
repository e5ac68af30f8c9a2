"""Handles on a plot: where they stand in pixels, what they say, and what a place or an entry makes of a run."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QPointF

from lrviz.catalog.parts import Handle
from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui import metrics, numbers
from lrviz.ui.paint.layout import Pane
from lrviz.ui.units import Unit, measure
from lrviz.ui.views import parts

APART, KNOTS_APART = 13.0, 6.0
"""Pixels from one seam, or knot, to the next; one that is closer isn't shown."""
EDGE = 6.0
"""Pixels beyond the ends of the axis where a handle is still in sight: many stand right at the plan's end."""
LIFTS = 100
"""Into how many parts the arrow keys divide the axis of a knot."""


@dataclass(frozen=True)
class Mark:
    """A handle at a place in pixels, the `rate` of a knot, and how many `more` are too close to be shown."""

    handle: Handle
    x: float
    y: float
    rate: float = math.nan
    more: int = 0


@dataclass(frozen=True, eq=False)
class Marked:
    """A run on a pane whose x is counted in a unit."""

    plan: Experiment
    run: Run
    pane: Pane
    unit: Unit

    @property
    def each(self) -> float:
        """How far on x one scheduler step is."""
        return self.plan.updates_per_step(self.run) / measure(self.plan, self.unit).updates

    def marks(self, first: Collection[str]) -> list[Mark]:
        """Give the handles in sight, from left to right; those whose paths are in `first` are shown in any case."""
        rates, found = parts.knot_rates(self.plan, self.run), []
        for handle in parts.handles(self.plan, self.run):
            x = self.pane.x.pixel(handle.step * self.each)
            if self.pane.area.left() - EDGE <= x <= self.pane.area.right() + EDGE:
                rate = rates.get(handle.path, math.nan)
                found.append(Mark(handle, x, self._y(handle, rate), rate))
        found.sort(key=lambda mark: mark.x)
        seams = _apart([mark for mark in found if mark.handle.factor is None], APART, first)
        knots = _apart([mark for mark in found if mark.handle.factor is not None], KNOTS_APART, first)
        return sorted(seams + knots, key=lambda mark: mark.x)

    def _y(self, handle: Handle, rate: float) -> float:
        """Give how high a handle stands: seams at the top, knots on the curve, at its edge where it leaves the pane."""
        pane = self.pane
        if handle.factor is None:
            return pane.strip.center().y() if pane.plot.strip is not None else pane.area.top() + metrics.GRIP[1] / 2 + 1
        y = pane.y.pixel(rate)
        return pane.area.bottom() if math.isnan(y) else max(pane.area.top(), min(y, pane.area.bottom()))

    def step_at(self, x: float) -> int:
        """Give the scheduler step at a pixel: a whole one, and a round one where a pixel is many steps wide."""
        wide = (self.pane.x.value(x + 1) - self.pane.x.value(x)) / self.each
        nice = 10 ** max(0, math.floor(math.log10(wide))) if wide > 0 else 1
        return max(0, round(self.pane.x.value(x) / self.each / nice) * nice)

    def put(self, handle: Handle, to: QPointF) -> Run:
        """Give the run with a handle at a place, as far as its schedule can have it there."""
        step, area, axis = self.step_at(to.x()), self.pane.area, self.pane.y.axis
        if handle.factor is None:
            return parts.moved(self.run, handle, step)
        y = max(area.top(), min(to.y(), area.bottom()))
        on_floor = axis.low == 0 and area.bottom() - y < 1
        rate = float(f"{self.pane.y.value(y - 1 if on_floor else y):.3g}")
        factors = [self._factor(handle, one) for one in ((0.0, rate) if on_floor else (rate,))]
        return parts.moved(self.run, handle, step, *factors)

    def stepped(self, handle: Handle, across: int, up: int) -> Run:
        """Give the run with a handle moved across by scheduler steps, and a knot up by so many parts of the axis."""
        if handle.factor is None:
            return parts.moved(self.run, handle, handle.step + across + up)
        factor = self._factor(handle, self._lifted(handle, up)) if up else handle.factor
        return parts.moved(self.run, handle, handle.step + across, factor)

    def _lifted(self, handle: Handle, up: int) -> float:
        """Give the rate so many parts of the axis higher than a knot's: a round one on a linear axis."""
        rate, axis = parts.knot_rates(self.plan, self.run).get(handle.path, 0.0), self.pane.y.axis
        if axis.log:
            return float(f"{max(rate, axis.low) * (axis.high / axis.low) ** (up / LIFTS):.3g}")
        nice = _nice((axis.high - axis.low) / LIFTS)
        at = math.floor(rate / nice + 1e-9) if up > 0 else math.ceil(rate / nice - 1e-9)
        return float(f"{max(0.0, (at + up) * nice):.6g}")

    def share(self, mark: Mark) -> float:
        """Give how far across the pane a mark is, from 0 to 1."""
        area = self.pane.area
        return max(0.0, min((mark.x - area.left()) / area.width(), 1.0))

    def words(self, mark: Mark) -> str:
        """Give what a handle's chip says: its field and value, the place in the unit of the axis, a knot's rate."""
        said = [f"{named(mark.handle)} {numbers.whole(mark.handle.number)}"]
        if self.unit != "step":
            said.append(f"{self.pane.plot.x.title} {numbers.short(mark.handle.step * self.each)}")
        if mark.handle.factor is not None:
            said.append(numbers.short(mark.rate))
        if mark.more:
            said.append(QCoreApplication.translate("Markers", "{0} more here").format(mark.more))
        return " · ".join(said)

    def read(self, handle: Handle, text: str) -> Run:
        """Give the run with a handle where a person typed it: a step, of a knot also a rate after a semicolon.

        Raises
        ------
        ValueError
            It isn't a number, or the schedule can't have the handle there; the message is a sentence.
        """
        first, _, second = text.partition(";")
        given = numbers.parse(first)
        step = handle.step_of(round(given))
        if given != round(given) or not handle.low <= step <= handle.high:
            bounds = sorted(handle.number_at(bound) for bound in (handle.low, handle.high))
            wrong = QCoreApplication.translate("Markers", "{0} must be a whole number from {1} to {2}")
            raise ValueError(wrong.format(named(handle), *(numbers.short(bound, "whole") for bound in bounds)))
        factor = handle.factor or 0.0
        if second.strip() and handle.factor is not None:
            factor = self._factor(handle, numbers.parse(second))
        try:
            return parts.with_schedule(self.run, handle.moved(step, factor))
        except SpecError as error:
            raise ValueError(str(error)) from None

    def rate_at(self, step: int) -> float | None:
        """Give the rate at a scheduler step; None where there is none."""
        return parts.rate_at(self.plan, self.run, step)

    def _factor(self, handle: Handle, rate: float) -> float:
        return rate / parts.per_factor(self.plan, self.run, handle)


def named(handle: Handle) -> str:
    """Give what a handle is called: torch's name for the field, or a word of the window's language."""
    translate = QCoreApplication.translate
    words = {
        "knot": translate("Markers", "knot"),
        "milestone": translate("Markers", "milestone"),
        "peak": translate("Markers", "peak"),
    }
    return words.get(handle.name, handle.name)


def typed(mark: Mark) -> str:
    """Give what is typed for a handle to stay where it is."""
    step = numbers.full(mark.handle.number)
    return step if mark.handle.factor is None else f"{step}; {numbers.full(float(f'{mark.rate:.6g}'))}"


def _apart(found: list[Mark], pixels: float, first: Collection[str]) -> list[Mark]:
    """Give the marks that are so many pixels from each other; those in `first` in place of others near them."""
    kept: list[Mark] = []
    for mark in found:
        wanted = mark.handle.path in first
        if not kept or mark.x - kept[-1].x >= pixels or (wanted and kept[-1].handle.path in first):
            kept.append(mark)
        else:
            kept[-1] = replace(mark if wanted else kept[-1], more=kept[-1].more + 1)
    return kept


def _nice(wanted: float) -> float:
    """Give the 1, 2 or 5 times a power of ten that is nearest below."""
    power = 10.0 ** math.floor(math.log10(wanted)) if wanted > 0 else 1.0
    return power * max(times for times in (1, 2, 5) if times * power <= wanted * (1 + 1e-9))
