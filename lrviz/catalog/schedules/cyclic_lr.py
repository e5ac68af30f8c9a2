"""CyclicLR: up and down between two rates (Smith, arXiv 1506.01186)."""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Self

import msgspec
import numpy as np
from msgspec import Meta
from msgspec.structs import force_setattr

from lrviz.catalog.formula import canonical, failure
from lrviz.catalog.parts import Handle
from lrviz.catalog.schedule import (
    FEW,
    MOST,
    NO_MOMENTUM,
    BaseMomentum,
    CycleMomentum,
    Link,
    MaxMomentum,
    NotNegative,
    Rates,
    Schedule,
    Steps,
    of_group,
    slowed,
    uneven,
)
from lrviz.catalog.shapes import blockwise
from lrviz.expression import LONGEST, Expression
from lrviz.sentences import say
from lrviz.spec import PerGroup


class CyclicLR(Schedule, frozen=True):
    """Climbs from base_lr to max_lr in step_size_up steps and back in step_size_down, whatever the optimizer's own lr.

    The formula is that of triangular with both ways as long. Each cycle is as high as the last (triangular), half as
    high (triangular2), or lower by gamma at every step (exp_range). A scale_fn of one's own takes the place of these
    modes. The momentum goes the other way, from max_momentum down to base_momentum and back.

    Formula: rate = base_lr + (max_lr - base_lr) * (1 - abs(t / step_size_up % 2 - 1))
    When: a good rate is only known as a range: from where the loss begins to fall up to just below the cliff.
    Mistake: setting the optimizer's lr: it is never used; and its momentum is moved too unless cycle_momentum is off
        (LR104).
    Source: Smith 2017, Cyclical learning rates for training neural networks, arXiv 1506.01186

    >>> CyclicLR(base_lr=0.0, max_lr=1.0, step_size_up=2).at(np.arange(6), lr=0.1)
    array([0. , 0.5, 1. , 0.5, 0. , 0.5])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.CyclicLR"
    peak: ClassVar[str] = "max_lr"

    base_lr: Annotated[
        PerGroup[NotNegative],
        Meta(
            description="The lowest rate.",
            examples=[0.001],
            extra={"scale": "log", "slider": (1e-6, 1), "unit": "lr"},
        ),
    ]
    max_lr: Annotated[
        PerGroup[NotNegative],
        Meta(
            description="The highest rate.",
            examples=[0.1],
            extra={"scale": "log", "slider": (1e-5, 10), "unit": "lr"},
        ),
    ]
    step_size_up: Annotated[
        int, Meta(ge=1, le=MOST, description="Steps up.", extra={"scale": "log", "unit": "steps"})
    ] = 2000
    step_size_down: (
        Annotated[
            int,
            Meta(
                ge=0,
                le=MOST,
                description="Steps down; left out, as many as up.",
                extra={"scale": "log", "unit": "steps", "none": "as up"},
            ),
        ]
        | None
    ) = None
    mode: Annotated[
        Literal["triangular", "triangular2", "exp_range"], Meta(description="What becomes of the height of the cycles.")
    ] = "triangular"
    gamma: Annotated[
        float, Meta(ge=0, description="Height kept at each step, in exp_range.", extra={"slider": (0.99, 1)})
    ] = 1.0
    scale_fn: (
        Annotated[
            str,
            Meta(
                min_length=1,
                max_length=LONGEST,
                description="Height of the cycles as a formula of x, in place of the mode, as in 0.9 ** x.",
                extra={"variable": "x", "none": "by mode", "rare": True},
            ),
        ]
        | None
    ) = None
    scale_mode: Annotated[
        Literal["cycle", "iterations"],
        Meta(description="What x of scale_fn is: the number of the cycle, from 1, or the step.", extra={"rare": True}),
    ] = "cycle"
    cycle_momentum: CycleMomentum = True
    base_momentum: BaseMomentum = 0.8
    max_momentum: MaxMomentum = 0.9

    def check(self) -> None:
        if self.scale_fn is not None:
            force_setattr(self, "scale_fn", canonical(self, "scale_fn"))
        grows = self.shape == "exp_range" and self.gamma > 1
        if grows and any(top < base for base, top in self._ends()):
            raise self.refuse("gamma", say("at most 1 when max_lr is below base_lr, or the rate falls below 0"))

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        base, top = of_group(self.base_lr), of_group(self.max_lr)
        return np.asarray(base + (top - base) * self._height(t))

    @blockwise
    def momentum_at(self, t: Steps, momentum: float) -> Rates:
        if not self.cycle_momentum:
            return super().momentum_at(t, momentum)
        base, top = of_group(self.base_momentum), of_group(self.max_momentum)
        return np.asarray(top - (top - base) * self._height(t))

    def _ends(self) -> list[tuple[float, float]]:
        """Give the lowest and the highest rate of each group, of one where all have the same."""
        many = max(len(value) if isinstance(value, tuple) else 1 for value in (self.base_lr, self.max_lr))
        return [(of_group(self.base_lr, i), of_group(self.max_lr, i)) for i in range(many)]

    @property
    def shape(self) -> Literal["triangular", "triangular2", "exp_range", "scale_fn"]:
        """What becomes of the height of the cycles: the mode, or a function in its place."""
        return self.mode if self.scale_fn is None else "scale_fn"

    @property
    def cycles_momentum(self) -> bool:
        return self.cycle_momentum

    @property
    def total_size(self) -> int:
        """Steps of one cycle."""
        return self.step_size_up + (self.step_size_up if self.step_size_down is None else self.step_size_down)

    def writes(self) -> Mapping[str, float]:
        momenta = ("max_momentum", "base_momentum") if self.cycle_momentum else ()
        return {"lr": of_group(self.base_lr), **{name: of_group(getattr(self, name)) for name in momenta}}

    def constructed(self, lr: float) -> Link:
        return Link(0.0, lr)  # only after its first step torch puts base_lr in the place of the group's own rate

    def rebuilt(self, t: int, lr: float) -> tuple[int, Link]:
        first = msgspec.structs.replace(self, base_lr=lr).at(np.full(1, t), lr)
        return t, Link(0.0, float(first[0]))

    def _height(self, t: Steps) -> Rates:
        """Give the way from bottom to top, 0 to 1, in torch's own order of rounding."""
        turned = 1.0 + t / float(self.total_size)
        cycle = np.floor(turned)
        x = turned - cycle
        ratio = self.step_size_up / self.total_size
        height = x / ratio
        if ratio < 1:
            height = np.where(x <= ratio, height, (x - 1) / (ratio - 1))
        if self.shape == "triangular2":
            height = np.ldexp(height, 1 - cycle.astype(np.int32))
        elif self.shape == "exp_range" and self.gamma != 1:
            height = height * (np.exp(t * math.log(self.gamma)) if self.gamma else t == 0)
        elif self.shape == "scale_fn":
            height = height * self._scale(x=cycle if self.scale_mode == "cycle" else t)
        return height

    @property
    def _scale(self) -> Expression:
        return Expression.parse(self.scale_fn or "1.0", ("x",))

    def turns(self, steps: int) -> tuple[range, ...] | None:
        cycle, up = self.total_size, self.step_size_up
        inside = self._hump()
        at = {cycle, *({up} if up < cycle else ()), *({inside} if inside is not None else ())}
        along = tuple(range(first, steps, cycle) for first in sorted(at))
        if not self._scale.uses("x"):
            return along
        if self.scale_mode == "iterations" or sum(map(len, along)) > FEW:
            return None
        return tuple(range(turn, turn + 1) for one in along for turn in one)  # each cycle has a height of its own

    def _hump(self) -> int | None:
        """Give the step of a cycle after which exp_range's decay outweighs the climb (or its growth the descent)."""
        if self.shape != "exp_range" or self.gamma in {0, 1}:
            return None
        reach = 1 / math.log(self.gamma)
        step = -reach if self.gamma < 1 else self.total_size - reach
        inside = 0 < step < self.step_size_up if self.gamma < 1 else self.step_size_up < step < self.total_size
        return math.floor(step) + 1 if inside else None

    def scaled(self, ratio: float) -> Self:
        small = super().scaled(ratio)
        if self.shape == "scale_fn" and self.scale_mode == "iterations":
            return msgspec.structs.replace(small, scale_fn=self._scale.stretched("x", 1 / ratio).text)
        return msgspec.structs.replace(small, gamma=slowed(self.gamma, ratio)) if self.shape == "exp_range" else small

    def unfit(self, groups: int, *, has_momentum: bool) -> str:
        words = uneven(self, groups, "base_lr", "max_lr")
        if words or not self.cycle_momentum:
            return words
        return uneven(self, groups, "base_momentum", "max_momentum") if has_momentum else NO_MOMENTUM

    def handles(self, steps: int) -> tuple[Handle, ...]:
        return (*self.handles_of("step_size_up"), *self.handles_of("step_size_down", origin=self.step_size_up))

    def ends(self, lr: float = 1.0) -> int | None:
        if self.shape == "triangular2":  # Python's 2.0 ** 1024 raises
            return 1024 * self.total_size
        if self.shape == "exp_range" and self.gamma > 1:
            return _overflows(self.gamma)
        return None

    def message(self, t: int, lr: float = 1.0) -> str:
        end = self.ends()
        if end is not None and t >= end:
            return "OverflowError: (34, 'Numerical result out of range')"
        failed = failure(self._scale, 1 + t // self.total_size if self.scale_mode == "cycle" else t)
        if failed:
            return failed if "Error: " in failed else f"scale_fn gives {failed} at step {t}"
        return super().message(t)


def _overflows(gamma: float) -> int:
    """Give the first whole power at which Python says that gamma ** power is out of range."""

    def fits(power: int) -> bool:
        try:
            return math.isfinite(gamma**power)
        except OverflowError:
            return False

    power = math.floor(math.log(sys.float_info.max) / math.log(gamma))
    while not fits(power):
        power -= 1
    while fits(power):
        power += 1
    return power
