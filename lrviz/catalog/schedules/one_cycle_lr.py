"""OneCycleLR: up to a high rate and far down again, once (Smith & Topin, arXiv 1708.07120)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Self

import msgspec
import numpy as np
from msgspec import Meta

from lrviz.catalog.parts import Handle
from lrviz.catalog.schedule import (
    MOST,
    NO_MOMENTUM,
    BaseMomentum,
    CycleMomentum,
    MaxMomentum,
    NotNegative,
    Rates,
    Schedule,
    Steps,
    of_group,
    rescaled,
    uneven,
)
from lrviz.catalog.shapes import blockwise
from lrviz.sentences import say
from lrviz.spec import PerGroup

Phase = tuple[float, float, float]
"""Where a phase ends, in steps, and the values it goes from and to."""


class OneCycleLR(Schedule, frozen=True):
    """Climbs from max_lr / div_factor to max_lr, then down to a final_div_factor-th of where it began.

    The formula has the cosine in two phases. With three_phase it comes down to where it began first, in as many steps
    as it climbed. Stepping beyond the total raises. The optimizer's own lr doesn't matter, and the momentum goes the
    other way.

    Formula:
        low = max_lr / div_factor
        last = low / final_div_factor
        k = pct_start * total_steps - 1
        n = total_steps - 1
        rate = (
            low + (max_lr - low) * (1 - cos(pi * t / k)) / 2 if t <= k
            else last + (max_lr - last) * (1 + cos(pi * (t - k) / (n - k))) / 2
        )
    When: few epochs and a high rate: on the digits it had a loss of 0.19 after 2 epochs, where a constant rate needed
        3. A plain cosine did as well.
    Mistake: a total_steps in epochs, or one that the run outlasts: torch raises at the next step() (LR103).
    Source: Smith and Topin 2018, Super-convergence: very fast training of neural networks using large learning rates,
        arXiv 1708.07120

    >>> OneCycleLR(max_lr=1.0, total_steps=5, pct_start=0.6, div_factor=10.0).at(np.arange(5), lr=0.1).round(6)
    array([1.00000e-01, 5.50000e-01, 1.00000e+00, 5.00005e-01, 1.00000e-05])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.OneCycleLR"
    peak: ClassVar[str] = "max_lr"

    max_lr: Annotated[
        PerGroup[NotNegative],
        Meta(
            description="The highest rate.",
            examples=[0.1],
            extra={"scale": "log", "slider": (1e-5, 10), "unit": "lr"},
        ),
    ]
    total_steps: (
        Annotated[
            int,
            Meta(
                ge=1,
                le=MOST,
                description="Steps of the cycle; left out, epochs · steps_per_epoch.",
                extra={"scale": "log", "unit": "steps", "none": "by epochs"},
            ),
        ]
        | None
    ) = None
    epochs: (
        Annotated[
            int,
            Meta(
                ge=1,
                le=10**6,
                description="Epochs of the cycle, where total_steps is left out.",
                extra={"slider": (1, 100), "none": "none", "rare": True},
            ),
        ]
        | None
    ) = None
    steps_per_epoch: (
        Annotated[
            int,
            Meta(
                ge=1,
                le=10**9,
                description="Steps of an epoch, where total_steps is left out.",
                extra={"scale": "log", "slider": (1, 10_000), "none": "none", "rare": True},
            ),
        ]
        | None
    ) = None
    pct_start: Annotated[
        float, Meta(ge=0, le=1, description="Share of the steps that climb.", extra={"slider": (0, 1)})
    ] = 0.3
    anneal_strategy: Annotated[Literal["cos", "linear"], Meta(description="Along a cosine or a straight line.")] = "cos"
    cycle_momentum: CycleMomentum = True
    base_momentum: BaseMomentum = 0.85
    max_momentum: MaxMomentum = 0.95
    div_factor: Annotated[
        float, Meta(gt=0, description="How far below max_lr it begins.", extra={"scale": "log", "slider": (1, 1000)})
    ] = 25.0
    final_div_factor: Annotated[
        float,
        Meta(gt=0, description="How far below its beginning it ends.", extra={"scale": "log", "slider": (1, 1e6)}),
    ] = 1e4
    three_phase: Annotated[
        bool, Meta(description="Come down to the beginning first, then to the end.", extra={"rare": True})
    ] = False

    @classmethod
    def example(cls) -> Self:
        return cls(max_lr=0.1, total_steps=100)

    def __post_init__(self) -> None:
        if isinstance(self.pct_start, int):  # torch asks for a float by its type
            raise self.refuse(
                "pct_start", say("a number with a decimal point between 0 and 1; torch refuses whole ones")
            )
        super().__post_init__()

    def check(self) -> None:
        if self.total_steps is None and (self.epochs is None or self.steps_per_epoch is None):
            raise self.refuse("total_steps", say("given, or else both epochs and steps_per_epoch"))
        if self.pct_start * self.total == 1:
            raise self.refuse("pct_start", say("anything but 1/{total}, where torch divides by zero", total=self.total))
        begin = float(np.max(self.max_lr)) / self.div_factor
        if not math.isfinite(begin):
            raise self.refuse("div_factor", say("large enough for max_lr / div_factor to be a number"))
        if not math.isfinite(begin / self.final_div_factor):
            raise self.refuse("final_div_factor", say("large enough for the last rate to be a number"))

    @property
    def total(self) -> int:
        """Steps of the whole cycle, however they were given."""
        return self.total_steps if self.total_steps is not None else (self.epochs or 0) * (self.steps_per_epoch or 0)

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        top = of_group(self.max_lr)
        begin = top / self.div_factor
        return self._through(t, (begin, top, begin), begin / self.final_div_factor)

    @blockwise
    def momentum_at(self, t: Steps, momentum: float) -> Rates:
        if not self.cycle_momentum:
            return super().momentum_at(t, momentum)
        low, high = of_group(self.base_momentum), of_group(self.max_momentum)
        return self._through(t, (high, low, high), high)

    @property
    def cycles_momentum(self) -> bool:
        return self.cycle_momentum

    def writes(self) -> Mapping[str, float]:
        momenta = ("max_momentum", "base_momentum") if self.cycle_momentum else ()
        own = {name: of_group(getattr(self, name)) for name in ("max_lr", "div_factor", "final_div_factor", *momenta)}
        return {"initial_lr": own["max_lr"] / self.div_factor, **own}

    def beside(self, written: Mapping[str, float]) -> Self:
        found = {
            name: written[name] for name, own in self.writes().items() if name != "initial_lr" and written[name] != own
        }
        return msgspec.structs.replace(self, **found) if found else self

    def _ends(self) -> tuple[float, ...]:
        """Give the step at which each phase ends; they lie between whole steps, and may lie before the first."""
        first, last = self.pct_start * self.total - 1, float(self.total - 1)
        return (first, 2 * self.pct_start * self.total - 2, last) if self.three_phase else (first, last)

    def _through(self, t: Steps, levels: tuple[float, float, float], final: float) -> Rates:
        """Go through begin, top and (with three phases) begin again to `final`."""
        corners = (*levels, final) if self.three_phase else (*levels[:2], final)
        ends = self._ends()
        # torch takes the first phase that ends at the step or after it, and the last one from there on
        first, last = np.searchsorted(sorted(ends[:-1]), [t.min(), t.max()])
        if first == last:
            return self._phase(int(first), ends, corners, t)
        phase = np.searchsorted(sorted(ends[:-1]), t)
        values = np.empty(t.shape)
        for i in range(first, last + 1):
            values[phase == i] = self._phase(i, ends, corners, t[phase == i])
        return values

    def _phase(self, i: int, ends: tuple[float, ...], corners: tuple[float, ...], t: Steps) -> Rates:
        """Give one phase's values, in torch's order of rounding."""
        begin, (start, end) = (ends[i - 1] if i else 0.0), corners[i : i + 2]
        share = (t - begin) / np.float64(ends[i] - begin)  # a phase of no length is reached only where torch raises
        if self.anneal_strategy == "linear":
            return np.asarray((end - start) * share + start)
        return np.asarray(end + (start - end) / 2.0 * (np.cos(np.pi * share) + 1))

    def turns(self, steps: int) -> tuple[range, ...]:
        at = {*(math.floor(end) + 1 for end in self._ends()), self.total}
        return tuple(range(turn, turn + 1) for turn in sorted(at) if 0 < turn < steps)

    def handles(self, steps: int) -> tuple[Handle, ...]:
        def moved(step: int, _factor: float) -> OneCycleLR:
            return msgspec.structs.replace(self, pct_start=(step + 1) / self.total)

        peak = round(self.pct_start * self.total) - 1
        return (Handle("pct_start", "peak", peak, peak, moved, 0, self.total - 1), *self.handles_of("total_steps"))

    def scaled(self, ratio: float) -> Self:
        total = rescaled(self.total, ratio)
        total += self.pct_start * total == 1
        return msgspec.structs.replace(self, total_steps=total, epochs=None, steps_per_epoch=None)

    def unfit(self, groups: int, *, has_momentum: bool) -> str:
        words = uneven(self, groups, "max_lr")
        if words or not self.cycle_momentum:
            return words
        return uneven(self, groups, "max_momentum", "base_momentum") if has_momentum else NO_MOMENTUM

    def ends(self, lr: float = 1.0) -> int:
        *_, before, last = self._ends()
        return self.total if before == last else self.total + 1

    def message(self, t: int, lr: float = 1.0) -> str:
        return self._refusal(self.ends()) if t >= self.ends() else super().message(t, lr)

    def raised(self, t: int, lr: float = 1.0) -> str:
        return self._refusal(t) if t >= self.ends() else ""

    def _refusal(self, t: int) -> str:
        """Give what torch says when it is to step to `t`; a part may be at a step beyond its end."""
        if self.ends() == self.total:
            return "ZeroDivisionError: float division by zero"
        return f"Tried to step {t} times. The specified number of total steps is {self.total}"
