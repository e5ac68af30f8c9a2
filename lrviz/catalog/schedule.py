"""What a schedule is: a pure function of the step, in closed form."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Self

import msgspec
import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from lrviz.catalog.parts import Handle, Stretch
from lrviz.spec import Spec, fields

Steps = NDArray[np.int64]
Rates = NDArray[np.float64]

MOST = 10**15
"""The largest step count a field takes: float64, in which torch divides steps, still tells neighbours apart."""

EXAMPLE_STEPS = 100
"""How long the plans are that the catalog's examples are made for."""
SHARES: dict[str, tuple[float, ...]] = {
    "T_max": (1,),
    "total_steps": (1,),
    "total_iters": (1,),
    "step_size": (1 / 2,),
    "milestones": (1 / 2, 3 / 4),
    "T_0": (1 / 4,),
    "step_size_up": (1 / 8,),
    "base_lr": (1 / 10,),
}
"""Which share of the plan's steps, or of the optimizer's rate, a parameter of that name starts from in a new form."""


CycleMomentum = Annotated[bool, Meta(description="Move the momentum, or β₁, against the rate.")]
BaseMomentum = Annotated[float, Meta(ge=0, description="Momentum at the highest rate.", extra={"slider": (0, 0.999)})]
MaxMomentum = Annotated[float, Meta(ge=0, description="Momentum at the lowest rate.", extra={"slider": (0, 0.999)})]


class Schedule(Spec, frozen=True):
    """A learning rate for every step: torch's scheduler of the same name, as a function.

    "The rate at step t" is what the optimizer uses for its t-th update, t = 0, 1, …: the value after t calls of
    `scheduler.step()`.

    What raises NotImplementedError here is what each entry has to say for itself; the test that walks the catalog asks
    every one.
    """

    listens: ClassVar[bool] = False
    """Whether each step is told a metric, so that the rate is no function of the step alone."""

    def at(self, t: Steps, lr: float) -> Rates:
        """Give the rate at each of the steps `t` (≥ 0, any shape, any order) of a group whose own rate is `lr`."""
        raise NotImplementedError(type(self).__name__)

    def momentum_at(self, t: Steps, momentum: float) -> Rates:
        """Give the momentum (β₁ for Adam's kind) at each of the steps `t`; only some schedules move it."""
        return np.full(np.shape(t), momentum, dtype=np.float64)

    @property
    def cycles_momentum(self) -> bool:
        """Whether `momentum_at` moves."""
        return False

    def turns(self, steps: int) -> tuple[range, ...] | None:
        """Give the steps in [0, steps) where the curve turns or jumps.

        Along each range the values (and those of the steps before each) are monotone, and between two
        neighbouring turns the rate and the momentum are monotone. None: not known, so the curve has to be sampled.
        """
        return ()

    def scaled(self, ratio: float) -> Self:
        """Give the schedule with the same shape over `ratio` times as many steps.

        Fields of unit "steps" are multiplied and rounded, never below 1 where they were at least 1.
        """
        changes: dict[str, Any] = {}
        for field in fields(type(self)):
            value = getattr(self, field.name)
            if field.unit == "steps" and value is not None:
                changes[field.name] = (
                    tuple(rescaled(one, ratio) for one in value) if isinstance(value, tuple) else rescaled(value, ratio)
                )
        return msgspec.structs.replace(self, **changes)

    @classmethod
    def fitted(cls, steps: int, lr: float) -> Self:
        """Give the schedule a new form starts from: the example over a plan of `steps` scheduler steps from `lr`.

        Step counts and required rates take their share of the plan and of `lr`; the rest keeps the example's shape.
        """
        example = cls.example().scaled(steps / EXAMPLE_STEPS)
        changes: dict[str, Any] = {}
        for field in fields(cls):
            shares = SHARES.get(field.name, (1,))
            if field.unit == "lr" and field.required:
                changes[field.name] = float(f"{lr * shares[0]:.6g}")
            elif field.unit == "steps" and field.name in SHARES:
                counts = tuple(max(1, round(steps * share)) for share in shares)
                changes[field.name] = counts if field.kind == "ints" else counts[0]
        return msgspec.structs.replace(example, **changes)

    def stretches(self, steps: int) -> tuple[Stretch, ...]:
        """Give which part acts when in a plan of `steps` scheduler steps; nothing where there is only one."""
        return ()

    def handles(self, steps: int) -> tuple[Handle, ...]:
        """Give the steps a person can move in a plan of `steps` scheduler steps: those its fields hold.

        A class whose fields count from elsewhere than step 0, or count something else, says so here.
        """
        names = [field.name for field in fields(type(self)) if field.unit == "steps"]
        return tuple(handle for name in names for handle in self.handles_of(name))

    def handles_of(self, name: str, *, origin: int = 0) -> tuple[Handle, ...]:
        """Give the handles of a field that holds a step, a list of them or None, counted from the step `origin`."""
        value = getattr(self, name)
        if isinstance(value, tuple):
            return tuple(self._listed(name, value, i) for i in range(len(value)))
        if not isinstance(value, int):
            return ()

        def moved(step: int, _factor: float) -> Schedule:
            return msgspec.structs.replace(self, **{name: step - origin})

        return (Handle(name, name, origin + value, value, moved, origin, origin + MOST),)

    def _listed(self, name: str, steps: tuple[int, ...], i: int) -> Handle:
        def moved(step: int, _factor: float) -> Schedule:
            return msgspec.structs.replace(self, **{name: (*steps[:i], step, *steps[i + 1 :])})

        return Handle(f"{name}[{i}]", name.removesuffix("s"), steps[i], steps[i], moved, *bounded(steps, i, 0, MOST))

    def knotted(self, step: int) -> Schedule | None:
        """Give the schedule with one more knot on its curve at a step; None where it has no knots, or one there."""
        return None

    def for_group(self, group: int) -> Self:
        """Give the schedule of one parameter group, where fields hold a value for each."""
        return self

    def ends(self) -> int | None:
        """Give the first step torch refuses to take, None if it takes any."""
        return None

    def message(self, t: int) -> str:
        """Give what torch says where the curve has no value at step `t`."""
        return f"the learning rate at step {t} is not a finite number"


def bounded(steps: Sequence[int], i: int, low: int, high: int) -> tuple[int, int]:
    """Give how far the i-th of some steps can be moved without passing another of them."""
    ranked = sorted((step, at) for at, step in enumerate(steps))
    rank = ranked.index((steps[i], i))
    before = ranked[rank - 1][0] if rank else low
    after = ranked[rank + 1][0] if rank + 1 < len(ranked) else high
    return max(low, before), min(high, after)


def rescaled(steps: int, ratio: float) -> int:
    """Give `ratio` times as many steps, rounded, and at least 1 where there was at least 1."""
    return min(MOST, max(round(steps * ratio), min(steps, 1)))


def slowed(gamma: float, ratio: float) -> float:
    """Give the factor per step that does in `ratio` steps what `gamma` does in one."""
    if gamma == 0:
        return 0.0
    return min(math.exp(min(math.log(gamma) / ratio, 709.0)), 1e308)
