"""CyclicLR: up and down between two rates (Smith, arXiv 1506.01186)."""

from __future__ import annotations

import math
import sys
from typing import Annotated, ClassVar, Literal, Self

import msgspec
import numpy as np
from msgspec import Meta

from lrviz.catalog.parts import Handle
from lrviz.catalog.schedule import MOST, BaseMomentum, CycleMomentum, MaxMomentum, Rates, Schedule, Steps, slowed
from lrviz.catalog.shapes import blockwise


class CyclicLR(Schedule, frozen=True):
    """Climbs from base_lr to max_lr in step_size_up steps and back in step_size_down, whatever the optimizer's own lr.

    Each cycle is as high as the last (triangular), half as high (triangular2), or lower by gamma at every step
    (exp_range). The momentum goes the other way, from max_momentum down to base_momentum and back.

    >>> CyclicLR(base_lr=0.0, max_lr=1.0, step_size_up=2).at(np.arange(6), lr=0.1)
    array([0. , 0.5, 1. , 0.5, 0. , 0.5])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.CyclicLR"

    base_lr: Annotated[
        float,
        Meta(
            ge=0,
            description="The lowest rate.",
            examples=[0.001],
            extra={"scale": "log", "slider": (1e-6, 1), "unit": "lr"},
        ),
    ]
    max_lr: Annotated[
        float,
        Meta(
            ge=0,
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
    scale_mode: Annotated[
        Literal["cycle", "iterations"],
        Meta(description="What a scale function counts; the modes choose their own.", extra={"rare": True}),
    ] = "cycle"
    cycle_momentum: CycleMomentum = True
    base_momentum: BaseMomentum = 0.8
    max_momentum: MaxMomentum = 0.9

    def check(self) -> None:
        if self.mode == "exp_range" and self.gamma > 1 and self.max_lr < self.base_lr:
            raise self.refuse("gamma", "at most 1 when max_lr is below base_lr, or the rate falls below 0")

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        return np.asarray(self.base_lr + (self.max_lr - self.base_lr) * self._height(t))

    @blockwise
    def momentum_at(self, t: Steps, momentum: float) -> Rates:
        if not self.cycle_momentum:
            return super().momentum_at(t, momentum)
        return np.asarray(self.max_momentum - (self.max_momentum - self.base_momentum) * self._height(t))

    @property
    def cycles_momentum(self) -> bool:
        return self.cycle_momentum

    @property
    def total_size(self) -> int:
        """Steps of one cycle."""
        return self.step_size_up + (self.step_size_up if self.step_size_down is None else self.step_size_down)

    def _height(self, t: Steps) -> Rates:
        """Give the way from bottom to top, 0 to 1, in torch's own order of rounding."""
        turned = 1.0 + t / float(self.total_size)
        cycle = np.floor(turned)
        x = turned - cycle
        ratio = self.step_size_up / self.total_size
        height = x / ratio
        if ratio < 1:
            height = np.where(x <= ratio, height, (x - 1) / (ratio - 1))
        if self.mode == "triangular2":
            height = np.ldexp(height, 1 - cycle.astype(np.int32))
        elif self.mode == "exp_range" and self.gamma != 1:
            height = height * (np.exp(t * math.log(self.gamma)) if self.gamma else t == 0)
        return height

    def turns(self, steps: int) -> tuple[range, ...]:
        cycle, up = self.total_size, self.step_size_up
        inside = self._hump()
        at = {cycle, *({up} if up < cycle else ()), *({inside} if inside is not None else ())}
        return tuple(range(first, steps, cycle) for first in sorted(at))

    def _hump(self) -> int | None:
        """Give the step of a cycle after which exp_range's decay outweighs the climb (or its growth the descent)."""
        if self.mode != "exp_range" or self.gamma in {0, 1}:
            return None
        reach = 1 / math.log(self.gamma)
        step = -reach if self.gamma < 1 else self.total_size - reach
        inside = 0 < step < self.step_size_up if self.gamma < 1 else self.step_size_up < step < self.total_size
        return math.floor(step) + 1 if inside else None

    def scaled(self, ratio: float) -> Self:
        small = super().scaled(ratio)
        return msgspec.structs.replace(small, gamma=slowed(self.gamma, ratio)) if self.mode == "exp_range" else small

    def handles(self, steps: int) -> tuple[Handle, ...]:
        return (*self.handles_of("step_size_up"), *self.handles_of("step_size_down", origin=self.step_size_up))

    def ends(self) -> int | None:
        if self.mode == "triangular2":  # Python's 2.0 ** 1024 raises
            return 1024 * self.total_size
        if self.mode == "exp_range" and self.gamma > 1:
            return _overflows(self.gamma)
        return None

    def message(self, t: int) -> str:
        end = self.ends()
        if end is None or t < end:
            return super().message(t)
        return "OverflowError: (34, 'Numerical result out of range')"


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
