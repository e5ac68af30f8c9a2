"""The course a composed schedule takes: which of its parts torch steps when, followed from seam to seam."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.leg import Leg, Part
from lrviz.catalog.scan import accumulated
from lrviz.catalog.schedule import Link, Rates, Schedule, Steps

SHORT = 1 << 16
"""Steps that are gone through one after the other at once; where it takes more, a schedule scans."""

OWN = math.nan
"""A momentum that stands for the optimizer's own."""

Act = Literal["make", "begin", "restart", "step"]
"""What torch calls: the constructor, `_initial_step()`, SequentialLR's `_update_lr(0)`, or `step()`."""


class RefusedStepError(Exception):
    """Torch raises instead of taking a step; the text is what it says."""


@dataclass
class Leaf:
    """A scheduler that steps by itself: its base rate and its own step, torch's `last_epoch`.

    Where another scheduler has set the group's `initial` rate anew, what it sets is that times its factor at the base.
    """

    made: Schedule
    base: float
    written: Mapping[str, float]
    initial: float
    step: int = 0

    @property
    def schedule(self) -> Schedule:
        """The scheduler as it is with what the parameter group holds by now."""
        return self.made.beside(self.written)

    def act(self, act: Act) -> Iterator[tuple[Leaf, Link]]:
        """Do what torch does, and give what it makes of the rate."""
        self.step = self.step + 1 if act == "step" else 0
        if words := self.schedule.raised(self.step, self.base):
            raise RefusedStepError(words)
        try:
            yield self, self._link(act)
        except (ArithmeticError, ValueError, TypeError) as error:
            raise RefusedStepError(f"{type(error).__name__}: {error}") from None

    def _link(self, act: Act) -> Link:
        a, b = self._at_base(act)
        return Link(a, self.anew(b))

    def anew(self, rate: float) -> float:
        """Give what it sets, from what it would set at its base."""
        return rate if self.base in (self.initial, 0) else rate / self.base * self.initial

    def _at_base(self, act: Act) -> Link:
        if act == "make":
            return self.schedule.constructed(self.base)
        if act == "restart":
            return self.schedule.restarted(self.base)
        if act == "step" and self.step <= 0:
            return self.schedule.entered(self.step, self.base)
        a, b = self.schedule.links(np.full(1, self.step), self.base)
        return Link(float(a[0]), 0.0 if b is None else float(b[0]))

    @property
    def part(self) -> Part:
        """The scheduler as a leg has it that begins now."""
        return Part(self.schedule, self.base, self.step, self.initial)

    def active(self) -> Iterator[Leaf]:
        yield self

    def lasts(self) -> int | None:
        return None

    def forward(self, steps: int) -> None:
        self.step += steps

    def undo(self) -> None:
        self.step = self.made.undone(self.step)


class Node(Protocol):
    """A scheduler as torch holds it, alone or made of others."""

    def act(self, act: Act) -> Iterator[tuple[Leaf, Link]]:
        """Do what torch does, leaf by leaf, and give what each makes of the rate."""

    def active(self) -> Iterator[Leaf]:
        """Give the leaves that step, in order."""

    def lasts(self) -> int | None:
        """Give the number of steps until others do; None: never."""

    def forward(self, steps: int) -> None:
        """Take steps for which the same leaves step."""

    def undo(self) -> None:
        """Set it back as SequentialLR's constructor does."""


@dataclass
class Chain:
    """ChainedScheduler: all its parts step, whatever it is asked to do."""

    parts: list[Node]

    def act(self, act: Act) -> Iterator[tuple[Leaf, Link]]:
        if act == "restart":
            raise RefusedStepError("NotImplementedError")
        for part in self.parts:
            yield from part.act("step")

    def active(self) -> Iterator[Leaf]:
        for part in self.parts:
            yield from part.active()

    def lasts(self) -> int | None:
        return min((steps for part in self.parts if (steps := part.lasts()) is not None), default=None)

    def forward(self, steps: int) -> None:
        for part in self.parts:
            part.forward(steps)

    def undo(self) -> None:
        for part in self.parts:
            part.undo()


@dataclass
class Sequence:
    """SequentialLR: the part whose turn it is steps. torch finds it by bisection, in unsorted milestones too."""

    parts: list[Node]
    milestones: tuple[int, ...]
    step: int = 0

    @property
    def _turn(self) -> int:
        return bisect_right(self.milestones, self.step)

    def start(self) -> Iterator[tuple[Leaf, Link]]:
        """Do what is left for the constructor once all parts are made and the rate is set back."""
        self.undo()
        yield from self.parts[self._turn].act("begin")

    def act(self, act: Act) -> Iterator[tuple[Leaf, Link]]:
        if act == "restart":
            raise RefusedStepError("NotImplementedError")
        self.step += 1
        turn = self._turn
        fresh = turn > 0 and self.milestones[turn - 1] == self.step
        yield from self.parts[turn].act("restart" if fresh else "step")

    def active(self) -> Iterator[Leaf]:
        return self.parts[self._turn].active()

    def lasts(self) -> int | None:
        turn, own = self._turn, self.parts[self._turn].lasts()
        later = (seam for seam in sorted(self.milestones) if seam > self.step)
        seam = next((seam for seam in later if bisect_right(self.milestones, seam) != turn), None)
        return own if seam is None else seam - self.step if own is None else min(own, seam - self.step)

    def forward(self, steps: int) -> None:
        self.step += steps
        self.parts[self._turn].forward(steps)

    def undo(self) -> None:
        for part in self.parts:
            part.undo()


@dataclass
class Group:
    """A parameter group while schedulers are made for it. torch keeps some of their arguments there.

    `own` is its rate before any of them. `momentum` is what their constructors have put there, None where they leave it
    as it is.
    """

    lr: float
    own: float
    momentum: float | None = None
    written: dict[str, float] = field(default_factory=dict)

    def leaf(self, schedule: Schedule) -> Leaf:
        """Make a scheduler that steps by itself."""
        written = dict(schedule.writes())
        self.lr = written.pop("lr", self.lr)
        self.written.update(written)
        leaf = self.seated(schedule, self.written.setdefault("initial_lr", self.lr))
        self.take(leaf.act("make"))
        return leaf

    def seated(self, schedule: Schedule, base: float, step: int = 0) -> Leaf:
        """Give a scheduler with a base rate; one that reckons with a rate does so with the group's own.

        OneCycleLR and CyclicLR set another one as they are made, which later ones have for their base.
        """
        reckoned = self.own if schedule.reckons else base
        return Leaf(schedule, reckoned, self.written, base, step)

    def sequence(self, parts: list[Node], milestones: tuple[int, ...]) -> Sequence:
        """Make a SequentialLR of schedulers made before: the rate is set back, and what they did to it undone."""
        made = Sequence(parts, milestones)
        self.lr = self.written["initial_lr"]
        self.take(made.start())
        return made

    def take(self, moves: Iterator[tuple[Leaf, Link]]) -> None:
        """Let schedulers change the rate and the momentum."""
        for leaf, link in moves:
            self.lr = link.a * self.lr + link.b if link.a else link.b
            if leaf.schedule.cycles_momentum:
                self.momentum = float(leaf.schedule.momentum_at(np.full(1, leaf.step), 0.0)[0])


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
