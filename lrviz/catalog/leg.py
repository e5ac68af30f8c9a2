"""A leg of a composed schedule's course, for which the same parts step, and the rates in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from lrviz.catalog.schedule import Link, Rates, Schedule, Steps


class Part(NamedTuple):
    """A scheduler that steps in a leg: its base rate, and its own step at the leg's first.

    Where another scheduler has set the group's `initial` rate anew, what it sets is that times its factor at the base.
    """

    schedule: Schedule
    base: float
    step: int
    initial: float

    def at(self, own: Steps) -> Rates:
        """Give the rates it sets at steps of its own."""
        return self.anew(self.schedule.at(own, self.base))

    def anew(self, rates: Rates) -> Rates:
        """Give what it sets, from what it would set at its base."""
        return rates if self.base in (self.initial, 0) else rates / self.base * self.initial

    def links(self, own: Steps) -> tuple[Rates, Rates | None]:
        """Give a and b of rate(t) = a · rate(t − 1) + b at steps of its own; None stands for a b of 0."""
        a, b = self.schedule.links(own, self.base)
        return a, None if b is None else self.anew(b)


@dataclass(frozen=True)
class Leg:
    """Steps from `first` up to `stop` (excluded, None: for ever) for which the same parts step, in order.

    `link` is what the first of these steps makes of the rate before.
    """

    first: int
    stop: int | None
    link: Link
    parts: tuple[Part, ...]

    @property
    def known(self) -> bool:
        """Whether a rate in it can be had from that at its first step."""
        kinds = [part.schedule.acts for part in self.parts]
        if "sets" in kinds:
            return True
        if any(part.schedule.scans for part in self.parts):
            return False
        return len(kinds) == 1 or kinds.count("pulls") == 0 or (kinds.count("pulls") == 1 and self._pulled is not None)

    @property
    def _pulled(self) -> int | None:
        """Which part pulls the rate down to 0 again and again."""
        at = np.zeros(1, np.int64)
        floored = (i for i, part in enumerate(self.parts) if part.schedule.floored(at) is not None)
        return next(floored, None)

    @property
    def mover(self) -> Part | None:
        """The part that moves the momentum: the last one that does."""
        return next((part for part in reversed(self.parts) if part.schedule.cycles_momentum), None)

    def rates(self, rate: float, t: Steps) -> Rates:
        """Give the rates at its steps `t` from that at its first one."""
        kinds = [part.schedule.acts for part in self.parts]
        ahead = t - self.first
        if "sets" in kinds:
            return np.where(ahead == 0, rate, self._set(kinds.index("sets"), ahead))
        if len(self.parts) == 1:
            only = self.parts[0]
            if only.step == 0 and rate == only.schedule.at(np.zeros(1, np.int64), only.base)[0]:  # as it is alone
                return only.schedule.at(ahead, only.base)
            return only.schedule.carried(rate, only.step, only.step + ahead, only.base)
        if "pulls" in kinds:
            return self._regained(rate, kinds.index("pulls"), ahead)
        rates = np.full(t.shape, rate)
        for part in self.parts:
            rates *= part.schedule.grown(np.full(1, part.step), part.step + ahead)
        return rates

    def _set(self, first: int, ahead: Steps) -> Rates:
        """Give the rates where a part sets them at every step, and those after it change what it set.

        What those before it did is lost, but not that a formula of theirs may have no value.
        """
        part = self.parts[first]
        rates = part.at(part.step + ahead)
        for part in self.parts[first + 1 :]:
            a, b = part.links(part.step + ahead)
            rates = a * rates if b is None else a * rates + b  # what is no number before it stays none
        for part in self.parts[:first]:
            if part.schedule.scans:
                rates = np.where(np.isfinite(part.schedule.links(part.step + ahead, part.base)[0]), rates, np.nan)
        return rates

    def _regained(self, rate: float, puller: int, ahead: Steps) -> Rates:
        """Give the rates where one part pulls them down to 0 again and again, and the others multiply them.

        After a step at 0 they are what that part adds, times what the others have multiplied since: those before it
        in order from the step after on, those behind it from that one on.
        """
        part = self.parts[puller]
        own = part.step + ahead
        floored = part.schedule.floored(own)
        since = np.zeros(1, np.int64) if floored is None else np.maximum(floored - part.step, 0)
        rates = part.schedule.carried(rate, part.step, own, part.base)
        for i, other in enumerate(self.parts):
            if i != puller:
                start = np.minimum(since + ((since > 0) & (i < puller)), ahead)
                rates = rates * other.schedule.grown(other.step + start, other.step + ahead)
        return rates

    def links(self, t: Steps) -> tuple[Rates, Rates]:
        """Give a and b of rate(t) = a · rate(t − 1) + b for each of its steps `t`."""
        a, b = np.ones(t.shape), np.zeros(t.shape)
        for part in self.parts:
            own, shift = part.links(part.step + t - self.first)
            a, b = a * own, b * own if shift is None else b * own + shift
        a[t == self.first], b[t == self.first] = self.link
        return a, b
