"""Handles on a plot: where they stand in pixels, what they say, and what a place or an entry makes of a run."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF

from lrviz.catalog.parts import Handle
from lrviz.catalog.schedule import MOST
from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui import metrics, numbers
from lrviz.ui.paint.layout import Pane
from lrviz.ui.speech.saying import reason
from lrviz.ui.units import Unit, measure, step_of
from lrviz.ui.views import parts

APART, KNOTS_APART = 13.0, 6.0
"""Pixels from one seam, or knot, to the next; one that is closer isn't shown."""
EDGE = 6.0
"""Pixels beyond the ends of the axis where a handle is still in sight: many stand right at the plan's end."""
LIFTS = 100
"""Into how many parts the arrow keys divide the axis of a knot."""


class Mark(NamedTuple):
    """A handle `at` an x of its plot and at a place in pixels, the `rate` of a knot, and the colour of its run.

    So many `more` are too close to it to be shown.
    """

    handle: Handle
    at: float
    x: float
    y: float
    colour: int
    rate: float = math.nan
    more: int = 0

    def like(self, other: Mark | None) -> bool:
        """Say whether another mark of the same handle looks and says the same."""
        if other is None or self.handle.number != other.handle.number or self.handle.name != other.handle.name:
            return False
        return self[1:5] == other[1:5] and self.more == other.more and self.handle.factor == other.handle.factor


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
        return self.plan.updates_per_step(self.run) * self.update

    @property
    def update(self) -> float:
        """How far on x one update is."""
        return 1 / measure(self.plan, self.unit).updates

    @property
    def handles(self) -> tuple[Handle, ...]:
        """The handles of the run, that of its fork last."""
        fork = parts.leaving(self.plan, self.run)
        return (*parts.handles(self.plan, self.run), *(() if fork is None else (fork,)))

    def x_of(self, handle: Handle) -> float:
        """Give where a handle is on x."""
        return (handle.step if handle.path == parts.FORK else self.plan.update_at(self.run, handle.step)) * self.update

    def marks(self, first: Collection[str]) -> list[Mark]:
        """Give the handles in sight, from left to right; those whose paths are in `first` are shown in any case."""
        pane, rates = self.pane, parts.knot_rates(self.plan, self.run)
        top = pane.strip.center().y() if pane.plot.strip is not None else pane.area.top() + metrics.GRIP[1] / 2 + 1
        left, right = pane.area.left() - EDGE, pane.area.right() + EDGE
        colour, seams, knots = self.run.colour, [], []
        for handle in self.handles:
            x = pane.x.pixel(at := self.x_of(handle))
            if not left <= x <= right:
                continue
            if handle.factor is None:
                seams.append(Mark(handle, at, x, top, colour))
            else:
                rate = rates.get(handle.path, math.nan)
                knots.append(Mark(handle, at, x, self._height(rate), colour, rate))
        return sorted([*_apart(seams, APART, first), *_apart(knots, KNOTS_APART, first)], key=_across)

    def _height(self, rate: float) -> float:
        """Give the pixel of a rate, at the edge of the pane where it is beyond it or a log axis can't show it."""
        y, area = self.pane.y.pixel(rate), self.pane.area
        return area.bottom() if math.isnan(y) else max(area.top(), min(y, area.bottom()))

    def step_at(self, x: float) -> int:
        """Give the scheduler step at a pixel: a whole one, and a round one where a pixel is many steps wide."""
        return self._whole_at(x, self.each, self.plan.update_at(self.run, 0) * self.update)

    def _whole_at(self, x: float, each: float, start: float = 0.0) -> int:
        """Give how many times `each` lie from `start` to a pixel."""
        wide = (self.pane.x.value(x + 1) - self.pane.x.value(x)) / each
        nice = 10 ** max(0, math.floor(math.log10(wide))) if wide > 0 else 1
        return max(0, round((self.pane.x.value(x) - start) / each / nice) * nice)

    def put(self, handle: Handle, to: QPointF) -> Run:
        """Give the run with a handle at a place, as far as its schedule can have it there."""
        if handle.path == parts.FORK:
            return parts.moved(self.run, handle, self._whole_at(to.x(), self.update))
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
        """Give what a handle's chip says: its field and number, the place in the unit of the axis, a knot's rate."""
        said = [f"{named(mark.handle)} {numbers.whole(mark.handle.number)}"]
        if self.unit != "step":
            said.append(f"{self.pane.plot.x.title} {numbers.short(mark.at)}")
        if mark.handle.factor is not None:
            said.append(numbers.short(mark.rate))
        if mark.more:
            said.append(QCoreApplication.translate("Markers", "{0} more here").format(mark.more))
        return " · ".join(said)

    def read(self, handle: Handle, text: str) -> Run:
        """Give the run with a handle where a person typed it: a step, of a knot also a rate after a semicolon.

        A step may be said in a unit of the plan too: "2 epochs", "50 %".

        Raises
        ------
        ValueError
            It isn't a number, or the schedule can't have the handle there; the message is a sentence.
        """
        first, _, second = text.partition(";")
        fork = handle.path == parts.FORK
        given = step_of(first, self.plan, "step") if fork else self._given(first)
        step = handle.step_of(round(given))
        if given != round(given) or not handle.low <= step <= handle.high:
            raise ValueError(_bound(handle))
        if fork:
            return parts.moved(self.run, handle, step)
        factor = handle.factor or 0.0
        if second.strip() and handle.factor is not None:
            rate = numbers.parse(second)
            if rate < 0:
                raise ValueError(QCoreApplication.translate("Markers", "the rate of a knot must be at least 0"))
            factor = self._factor(handle, rate)
        try:
            return parts.with_schedule(self.run, handle.moved(step, factor))
        except SpecError as error:
            raise ValueError(reason(error)) from None

    def _given(self, text: str) -> float:
        if "%" not in text:
            try:
                return numbers.parse(text)
            except ValueError:
                pass  # perhaps it has a unit
        return round(step_of(text, self.plan, "step") / self.plan.updates_per_step(self.run))

    def rate_at(self, step: int) -> float | None:
        """Give the rate at a scheduler step; None where there is none."""
        return parts.rate_at(self.plan, self.run, step)

    def _factor(self, handle: Handle, rate: float) -> float:
        return float(f"{rate / parts.per_factor(self.plan, self.run, handle):.15g}")  # 0.002 of 0.2 is 0.01


def named(handle: Handle) -> str:
    """Give what a handle is called: torch's name for the field, or a word of the window's language."""
    translate = QCoreApplication.translate
    match handle.name:
        case "knot":
            return translate("Markers", "knot")
        case "milestone":
            return translate("Markers", "milestone")
        case "peak":
            return translate("Markers", "peak")
        case field:
            return field


def typed(mark: Mark) -> str:
    """Give what is typed for a handle to stay where it is."""
    step = numbers.full(mark.handle.number)
    return step if mark.handle.factor is None else f"{step}; {numbers.full(float(f'{mark.rate:.6g}'))}"


def _bound(handle: Handle) -> str:
    """Say between which numbers a handle can be."""
    low, high = sorted(handle.number_at(bound) for bound in (handle.low, handle.high))
    if high >= MOST // 2:
        wrong = QCoreApplication.translate("Markers", "{0} must be a whole number of at least {1}")
        return wrong.format(named(handle), numbers.whole(low))
    wrong = QCoreApplication.translate("Markers", "{0} must be a whole number from {1} to {2}")
    return wrong.format(named(handle), numbers.whole(max(0, low)), numbers.whole(high))


def _across(mark: Mark) -> float:
    return mark.x


def _apart(found: list[Mark], pixels: float, first: Collection[str]) -> list[Mark]:
    """Give the marks that are so many pixels from each other; those in `first` in place of others near them."""
    kept: list[Mark] = []
    for mark in sorted(found, key=_across):
        wanted = mark.handle.path in first
        if not kept or mark.x - kept[-1].x >= pixels or (wanted and kept[-1].handle.path in first):
            kept.append(mark)
        else:
            kept[-1] = (mark if wanted else kept[-1])._replace(more=kept[-1].more + 1)
    return kept


def _nice(wanted: float) -> float:
    """Give the 1, 2 or 5 times a power of ten that is nearest below."""
    power = 10.0 ** math.floor(math.log10(wanted)) if wanted > 0 else 1.0
    return power * max(times for times in (1, 2, 5) if times * power <= wanted * (1 + 1e-9))
