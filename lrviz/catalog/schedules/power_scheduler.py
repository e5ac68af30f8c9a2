"""PowerScheduler: a power of the tokens seen, whatever the plan's length (Shen et al., arXiv 2408.13359)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from msgspec import Meta
from msgspec.structs import replace

from lrviz.catalog.recipe import TARGET, Piece, Recipe
from lrviz.catalog.schedule import MOST
from lrviz.sentences import say


class PowerScheduler(Recipe, frozen=True):
    """Falls as a power of the tokens that were seen, so that one setting suits any length of training.

    It climbs straight to η in warmup_steps and goes straight down to 0 in the last decay_steps of total_steps. The
    optimizer's rate is only a ceiling: where η is below it, another lr changes nothing. a and b are those the paper
    found for models in maximal update parametrization. The first update runs at a rate of 0.

    Formula:
        n = max(warmup_steps, min(t, total_steps - decay_steps))
        eta = min(lr, batch_size * a * (n * tokens_per_step) ** b)
        rate = eta * max(0, min(1, t / warmup_steps, (total_steps - t) / decay_steps))
    When: a rate is to be carried from one batch size and length of training to another, under μP.
    Mistake: tuning lr: where it lies above η it changes nothing.

    >>> import numpy as np
    >>> power = PowerScheduler(2, 2, 6, batch_size=1, tokens_per_step=1.0, a=1.0, b=-1.0)
    >>> power.at(np.arange(7), lr=1.0).round(3)
    array([0.   , 0.25 , 0.5  , 0.333, 0.25 , 0.125, 0.   ])
    """

    origin: ClassVar[str] = (
        "Shen et al. 2024, Power scheduler: a batch size and token number agnostic learning rate scheduler, "
        "arXiv 2408.13359"
    )
    target: ClassVar[str] = TARGET

    warmup_steps: Annotated[
        int,
        Meta(
            ge=1,
            le=MOST,
            description="Steps up to the power law.",
            examples=[10],
            extra={"scale": "log", "unit": "steps"},
        ),
    ]
    decay_steps: Annotated[
        int,
        Meta(
            ge=0, le=MOST, description="Steps down at the end.", examples=[10], extra={"scale": "log", "unit": "steps"}
        ),
    ]
    total_steps: Annotated[
        int,
        Meta(ge=1, le=MOST, description="Steps until 0.", examples=[100], extra={"scale": "log", "unit": "steps"}),
    ]
    batch_size: Annotated[
        int,
        Meta(
            ge=1,
            le=MOST,
            description="Sequences in an update.",
            examples=[128],
            extra={"slider": (1, 4096), "scale": "log"},
        ),
    ]
    tokens_per_step: Annotated[
        float,
        Meta(gt=0, description="Tokens in an update.", examples=[1e6], extra={"slider": (1e3, 1e7), "scale": "log"}),
    ]
    a: Annotated[float, Meta(gt=0, description="The law's factor.", extra={"slider": (0.1, 10), "rare": True})] = 4.6
    b: Annotated[
        float, Meta(ge=-4, le=0, description="The law's power.", extra={"slider": (-1, 0), "rare": True})
    ] = -0.51

    def check(self) -> None:
        if self.warmup_steps + self.decay_steps > self.total_steps:
            raise self.refuse(
                "total_steps",
                say(
                    "at least warm-up and decay, {warmup_steps} step{warmup_steps:|s}",
                    warmup_steps=self.warmup_steps + self.decay_steps,
                ),
            )

    def pieces(self) -> tuple[Piece, ...]:
        def power(steps: str) -> str:
            return f"min(lr, batch_size * a * ({steps} * tokens_per_step) ** b) / lr"

        last = "(total_steps - decay_steps)"
        return (
            Piece(f"t / warmup_steps * ({power('warmup_steps')})", until="warmup_steps"),
            Piece(power("t"), until="total_steps - decay_steps"),
            Piece(f"(total_steps - t) / max(1, decay_steps) * ({power(last)})", until="total_steps"),
            Piece("0.0"),
        )

    @classmethod
    def fitted(cls, steps: int, lr: float) -> Self:
        return super().fitted(max(2, steps), lr)  # a step up and a step down

    def scaled(self, ratio: float) -> Self:
        warm, fall, total = (max(1, round(n * ratio)) for n in (self.warmup_steps, self.decay_steps, self.total_steps))
        fall = fall if self.decay_steps else 0
        return replace(
            self,
            warmup_steps=min(warm, MOST // 3),
            decay_steps=min(fall, MOST // 3),
            total_steps=min(max(total, warm + fall), MOST),
            tokens_per_step=self.tokens_per_step / ratio,
        )
