"""What a schedule is: a pure function of the step, in closed form."""

from __future__ import annotations

from typing import Any, Self

import msgspec
import numpy as np
from numpy.typing import NDArray

from lrviz.spec import Spec, fields

Steps = NDArray[np.int64]
Rates = NDArray[np.float64]


class Schedule(Spec, frozen=True):
    """A learning rate for every step: torch's scheduler of the same name, as a function.

    "The rate at step t" is what the optimizer uses for its t-th update, t = 0, 1, …: the value after t calls of
    `scheduler.step()`.
    """

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
                    tuple(map(_rescale(ratio), value)) if isinstance(value, tuple) else _rescale(ratio)(value)
                )
        return msgspec.structs.replace(self, **changes)

    def for_group(self, group: int) -> Self:
        """Give the schedule of one parameter group, where fields hold a value for each."""
        return self

    def ends(self) -> int | None:
        """Give the first step torch refuses to take, None if it takes any."""
        return None

    def message(self, t: int) -> str:
        """Give what torch says where the curve has no value at step `t`."""
        return f"the learning rate at step {t} is not a finite number"


def _rescale(ratio: float) -> Any:
    return lambda steps: max(round(steps * ratio), min(steps, 1))
