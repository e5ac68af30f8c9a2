"""The course a composed schedule takes: which of its parts torch steps when, followed from seam to seam."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.leg import Leg, Part
from lrviz.catalog.nodes import Group, Node, RefusedStepError
from lrviz.catalog.scan import accumulated
from lrviz.catalog.schedule import Link, Rates, Steps

SHORT = 1 << 16
"""Steps that are gone through one after the other at once; where it takes more, a schedule scans."""

OWN = math.nan
"""A momentum that stands for the optimizer's own."""


class Course:
    """What torch does with a composed schedule and a group whose own rate is `lr`, leg after leg.

    `end` is the first step that torch refuses, with its `words`; None where it takes any.
    """

    def __init__(self, made: Callable[[Group], Node], lr: float) -> None:
        group = Group(lr, lr)
        self.legs: list[Leg] = []
        self.end: int | None = None
        self.words = ""
        self._built: dict[int, float] = {}
        """The momentum that constructors leave, by the leg that begins with them."""
        self._starts: list[float | None] = []
        self._scans: dict[int, Rates] = {}
        with np.errstate(all="ignore"):  # what is no number ends the curve
            try:
                node = made(group)
            except RefusedStepError as refused:
                self.end, self.words = 0, str(refused)
                return
            self._built[0] = OWN
            self._follow(node, group)

    def _follow(self, node: Node, group: Group) -> None:
        """Take torch's steps, those at seams one by one and those between them at once."""
        first, link = 0, Link(0.0, group.lr)
        while True:
            if group.momentum is not None:
                self._built[len(self.legs)], group.momentum = group.momentum, None
            parts = _moving(tuple(leaf.part for leaf in node.active()))
            lasts = min((n for n in (node.lasts(), _even(parts)) if n is not None), default=None)
            self.legs.append(Leg(first, None if lasts is None else first + lasts, link, parts))
            end, words = _end(parts)
            if end is not None and (lasts is None or end < lasts):
                self.end, self.words = first + end, words
                return
            if lasts is None:
                return
            node.forward(lasts - 1)
            first, link = first + lasts, Link(1.0, 0.0)
            try:
                for _, each in node.act("step"):
                    link = each.after(link)
            except RefusedStepError as refused:
                self.end, self.words = first, str(refused)
                return

    @property
    def scans(self) -> bool:
        """Whether some of its rates can't be had but step after step from far away."""
        return any(not one.known and (one.stop is None or one.stop - one.first > SHORT) for one in self.legs)

    def at(self, t: Steps) -> Rates:
        """Give the rate at each of the steps `t`."""
        place, low, high = self._places(t)
        if low == high:
            return self._within(low, t)
        rates = np.empty(t.shape)
        for i in range(low, high + 1):
            inside = place == i
            if inside.any():
                rates[inside] = self._within(i, t[inside])
        return rates

    def momentum_at(self, t: Steps, momentum: float) -> Rates:
        """Give the momentum at each of the steps `t`, of an optimizer whose own is `momentum`."""
        place, low, high = self._places(t)
        values = np.empty(t.shape)
        for i in range(low, high + 1):
            inside = place == i
            mover = self.legs[i].mover
            if mover is not None:
                own = mover.step + t[inside] - self.legs[i].first
                values[inside] = mover.schedule.momentum_at(own, momentum)
            else:
                values[inside] = self._left(i, momentum)
            if i in self._built:
                values[t == self.legs[i].first] = self._left(i, momentum)
        return values

    def links(self, t: Steps) -> tuple[Rates, Rates]:
        """Give a and b of rate(t) = a · rate(t − 1) + b for each of the steps `t`."""
        place, low, high = self._places(t)
        a, b = np.empty(t.shape), np.empty(t.shape)
        for i in range(low, high + 1):
            inside = place == i
            with np.errstate(all="ignore"):
                a[inside], b[inside] = self.legs[i].links(t[inside])
        return a, b

    def message(self, t: int) -> str:
        """Give what a part says where it has no rate at step `t`; empty where it isn't known which has none."""
        if self.end is not None and t >= self.end:
            return self.words
        leg = self.legs[self._places(np.full(1, t))[1]]
        for part in leg.parts:
            own = part.step + t - leg.first
            with np.errstate(all="ignore"):
                a, b = part.links(np.full(1, own))
            if not np.isfinite(a if b is None else a + b).all():
                return part.schedule.message(own, part.base)
        return ""

    def _places(self, t: Steps) -> tuple[NDArray[np.intp], int, int]:
        """Give in which leg each step lies, and the first and last of them."""
        firsts = np.array([leg.first for leg in self.legs], dtype=np.int64)
        low, high = np.searchsorted(firsts, [t.min(), t.max()], side="right") - 1
        place = np.full(t.shape, low) if low == high else np.searchsorted(firsts, t, side="right") - 1
        return place, int(low), int(high)

    def _within(self, i: int, t: Steps) -> Rates:
        """Give the rates at steps of one leg."""
        leg = self.legs[i]
        if leg.known:
            return leg.rates(self.start(i), t)
        return self._scanned(i, int(t.max()))[t - leg.first]

    def start(self, i: int) -> float:
        """Give the rate at the first step of a leg."""
        while len(self._starts) <= i:
            self._starts.append(None)
        found = self._starts[i]
        if found is None:
            leg = self.legs[i]
            before = self._within(i - 1, np.full(1, leg.first - 1))[0] if leg.link.a else 0.0
            self._starts[i] = found = float(leg.link.a * before + leg.link.b)
        return found

    def _scanned(self, i: int, last: int) -> Rates:
        """Give the rates of a leg one after the other, up to step `last` at least."""
        leg = self.legs[i]
        known = self._scans.get(i, np.array([self.start(i)]))
        if leg.first + len(known) <= last:
            t = np.arange(leg.first + len(known), last + 1)
            with np.errstate(all="ignore"):
                a, b = leg.links(t)
                self._scans[i] = known = np.append(known, accumulated(float(known[-1]), a, b))
        return known

    def _left(self, i: int, momentum: float) -> float:
        """Give the momentum at the start of the i-th leg, where its parts don't move it."""
        while i not in self._built:
            before, end = self.legs[i - 1], self.legs[i].first
            if before.mover is not None and (i - 1 not in self._built or end > before.first + 1):
                own = np.full(1, before.mover.step + end - 1 - before.first)
                return float(before.mover.schedule.momentum_at(own, momentum)[0])
            i -= 1
        return momentum if math.isnan(self._built[i]) else self._built[i]


def _end(parts: tuple[Part, ...]) -> tuple[int | None, str]:
    """Give in how many steps torch refuses one, and its words."""
    ends = [
        (end - part.step, part.schedule.message(end, part.base))
        for part in parts
        if (end := part.schedule.ends(part.base)) is not None
    ]
    return min(ends, key=lambda one: one[0], default=(None, ""))


def _even(parts: tuple[Part, ...]) -> int | None:
    """Give for how many steps a leg may go on by one rule; None: for ever.

    Below their step 0 parts have rules of their own, at its floor a cosine adds to any rate, and where one part pulls
    the rate those that only multiply it are left out as soon as they have settled.
    """
    if any(part.step < 0 for part in parts):
        return 1
    if len(parts) == 1 or all(part.schedule.acts == "multiplies" for part in parts):
        return None
    if any(_at_floor(part) for part in parts):
        return 1
    settled = (end - part.step for part in parts if (end := part.schedule.settles()) is not None)
    return min((ahead for ahead in settled if ahead > 0), default=None)


def _moving(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Leave out parts that multiply by 1 from here on, but for the last of them."""
    rest = tuple(part for part in parts if (settled := part.schedule.settles()) is None or part.step < max(0, settled))
    return rest or parts[:1]


def _at_floor(part: Part) -> bool:
    own = np.full(1, part.step)
    floored = part.schedule.floored(own)
    return floored is not None and bool((floored == own).all())
