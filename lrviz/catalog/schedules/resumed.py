"""Resumed: training that stopped at a step and went on with a scheduler built for another horizon, as torch does it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Self

from msgspec import Meta
from msgspec.structs import replace

from lrviz.catalog import schedules
from lrviz.catalog.arrangement import named_stretches
from lrviz.catalog.composite import Composite, made
from lrviz.catalog.nodes import Group, Node
from lrviz.catalog.parts import Handle, Stretch
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.resumption import By, Resumption, unlike
from lrviz.catalog.schedule import MOST, Later, Schedule, rescaled
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.sentences import say


class Resumed(Composite, frozen=True):
    """Trains by one scheduler up to a step, then by another one that was built for a new horizon.

    In the new session, where the optimizer's state is put back:

    - load_state_dict: the old scheduler's state is put back too, and with it every field that is no function. The new
      horizon is lost; of a LambdaLR the new function counts.
    - last_epoch: it is built with last_epoch = step − 1. What multiplies the rate goes on from the old one's rate.
    - stepped: on parameter groups as they first were, it is stepped as often as the old one was.
    - fresh: it begins at its own step 0, from the rate it finds, and ends as many steps later.

    When: training is resumed with another length: what do the rates do at the seam?
    Mistake: putting the old scheduler's state back and hoping for the new T_max: the state holds the old one, and a
        cosine climbs (LR121).

    >>> import numpy as np
    >>> from lrviz import LinearLR
    >>> old, new = LinearLR(0.5, total_iters=2), LinearLR(0.5, total_iters=4)
    >>> Resumed(old, 1, new, by="load_state_dict").at(np.arange(6), lr=1.0)
    array([0.5 , 0.75, 1.  , 1.  , 1.  , 1.  ])
    >>> Resumed(old, 1, new, by="stepped").at(np.arange(6), lr=1.0)
    array([0.5  , 0.625, 0.75 , 0.875, 1.   , 1.   ])
    """

    target: ClassVar[str] = "lrviz.engine.resumed.Resumed"
    apart: ClassVar[str] = "which takes a whole run to be resumed"

    schedule: Annotated[schedules.AnySchedule, Meta(description="The scheduler before.")]
    step: Annotated[
        int,
        Meta(
            ge=1,
            le=MOST,
            description="Where training stopped.",
            examples=[50],
            extra={"scale": "log", "unit": "steps"},
        ),
    ]
    then: Annotated[schedules.AnySchedule, Meta(description="The scheduler built for the new horizon.")]
    by: Annotated[By, Meta(description="How it was resumed.")] = "load_state_dict"

    @property
    def parts(self) -> tuple[Schedule, ...]:
        return (self.schedule, self.then)

    def _with(self, parts: tuple[Schedule, ...]) -> Self:
        changes: dict[str, Any] = {"schedule": parts[0], "then": parts[1]}
        return self if parts == self.parts else replace(self, **changes)

    def check(self) -> None:
        for name, part in (("schedule", self.schedule), ("then", self.then)):
            if part.apart:
                raise self.refuse(name, say("no {part}, {apart}", part=type(part).__name__, apart=part.apart))
        if self.by == "load_state_dict" and not _alike(self.schedule, self.then):
            raise self.refuse("then", say("made of the same classes as schedule, whose state it is given"))
        if self.by == "load_state_dict" and (refused := unlike(self.schedule, self.then)) is not None:
            bound = say(
                "one that schedule’s state fits: {path} has to be {bound}", path=refused.path, bound=refused.bound
            )
            raise self.refuse("then", bound)
        if self.by == "last_epoch" and isinstance(self.then, Composite):
            raise self.refuse("by", say("another way than last_epoch, by which composed schedulers don’t resume"))

    @classmethod
    def example(cls) -> Self:
        return cls(CosineAnnealingLR(60), 50, CosineAnnealingLR(100))

    @classmethod
    def fitted(cls, steps: int, lr: float) -> Self:  # noqa: ARG003 - the parts start from any rate
        return cls(CosineAnnealingLR(max(1, round(0.6 * steps))), max(1, steps // 2), CosineAnnealingLR(max(1, steps)))

    def arguments_for(self, rates: Sequence[float]) -> dict[str, Any]:
        further = {"last_epoch": self.step - 1} if self.by == "last_epoch" else {}
        makers = {"schedule": Later(self.schedule, {}), "then": Later(self.then, further)}
        return {**self.arguments(), **makers}

    def made(self, group: Group) -> Node:
        lr = group.lr  # what it is before any scheduler
        return Resumption(made(self.schedule, group), self.then, self.step, self.by, group, lr)

    def stretches(self, steps: int) -> tuple[Stretch, ...]:
        seam = min(self.step, steps)
        lasting, origin = self.schedule if self._restored else self.then, self._origin
        before = (one._replace(last=min(one.last, seam)) for one in named_stretches(self.schedule, steps))
        after = (
            Stretch(max(seam, origin + one.first), origin + one.last, one.name, resumed=origin + one.first <= seam)
            for one in (named_stretches(lasting, steps - origin) if seam < steps else ())
        )
        return tuple(one for one in (*before, *after) if one.first < one.last)

    def handles(self, steps: int) -> tuple[Handle, ...]:
        seam = Handle("step", "step", self.step, self.step, lambda step, _: replace(self, step=step), 1, MOST)
        before = self._handles("schedule", range(MOST if self._restored else self.step), 0, steps)
        after = () if self._restored else self._handles("then", range(self.step, MOST), self._origin, steps)
        return (seam, *before, *after)

    def _handles(self, name: str, inside: range, origin: int, steps: int) -> tuple[Handle, ...]:
        """Give the handles of a part inside its steps, which it counts from `origin` on."""
        part: Schedule = getattr(self, name)
        return tuple(
            one.of_part(name, origin, inside.stop, lambda changed: replace(self, **{name: changed}))
            for one in part.handles(max(0, steps - origin))
            if origin + one.step in inside and origin + one.step != self.step
        )

    def knotted(self, step: int) -> Schedule | None:
        late = step >= self.step and not self._restored
        name, own = ("then", step - self._origin) if late else ("schedule", step)
        knotted = getattr(self, name).knotted(own)
        return None if knotted is None else replace(self, **{name: knotted})

    def scaled(self, ratio: float) -> Self:
        return replace(super().scaled(ratio), step=max(1, rescaled(self.step, ratio)))

    @property
    def _restored(self) -> bool:
        """Whether the old scheduler's numbers count after the seam too."""
        return self.by == "load_state_dict" and not isinstance(self.then, Recipe)

    @property
    def _origin(self) -> int:
        """The step from which on the new scheduler counts its own."""
        return self.step if self.by == "fresh" else 0


def _parts(schedule: Schedule) -> tuple[Schedule, ...]:
    return schedule.parts if isinstance(schedule, Composite) else ()


def _alike(one: Schedule, other: Schedule) -> bool:
    """Whether two schedulers are made of the same classes of torch."""
    mine, theirs = _parts(one), _parts(other)
    return (
        type(one).target == type(other).target
        and len(mine) == len(theirs)
        and all(_alike(*both) for both in zip(mine, theirs, strict=True))
    )
