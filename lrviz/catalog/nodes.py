"""Nodes: schedulers as torch holds them once they are made for a parameter group, alone or made of others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

import numpy as np

from lrviz.catalog.leg import Part
from lrviz.catalog.schedule import Link, Schedule
from lrviz.sentences import say

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
            raise RefusedStepError(say("{kind}: {error}", kind=type(error).__name__, error=error)) from None

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
