"""WSDSchedule: warm-up, stable, decay (Hu et al., arXiv 2404.06395), as Hugging Face's transformers have it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from msgspec import Meta

from lrviz.catalog.recipe import TARGET, Piece, Recipe, WarmupSteps
from lrviz.catalog.schedule import MOST
from lrviz.catalog.swings import swings
from lrviz.sentences import say

Shape = Literal["linear", "cosine", "1-sqrt"]
CLIMBS: dict[Shape, str] = {
    "linear": "{done}",
    "cosine": "0.5 * (1.0 - cos(pi * ({done})))",
    "1-sqrt": "(1.0 - sqrt(1.0 - {done}))",
}
FALLS: dict[Shape, str] = {
    "linear": "(1.0 - {done})",
    "cosine": "0.5 * (1.0 + cos(pi * num_cycles * 2.0 * ({done})))",
    "1-sqrt": "(1.0 - sqrt({done}))",
}


class WSDSchedule(Recipe, frozen=True):
    """Climbs from min_lr_ratio of the rate in num_warmup_steps, stays, and falls back to it in num_decay_steps.

    The formula has a straight climb and half a cosine. It stays for what is left of num_training_steps, or for
    num_stable_steps where they are given. Both ways go between min_lr_ratio and 1: straight, as a cosine, or as 1 − √
    of the share that is left or done.

    Formula:
        k = num_warmup_steps + num_stable_steps
        p = max(0, min(1, (t - k) / num_decay_steps))
        r = min_lr_ratio
        q = t / num_warmup_steps if t < num_warmup_steps else (1 + cos(pi * p)) / 2
        rate = lr * (r + (1 - r) * q)
    When: the length isn't known when training begins: the stable part can be stretched, and every decay from it gives a
        finished model.
    Mistake: a decay that is too short: with 20 % of the steps it is within 5 % of a cosine by the bound, without it 66
        % above.
    Source: Hu et al. 2024, MiniCPM: Unveiling the potential of small language models with scalable training strategies,
        arXiv 2404.06395

    >>> import numpy as np
    >>> WSDSchedule(2, 2, num_stable_steps=2, decay_type="linear").at(np.arange(8), lr=1.0)
    array([0. , 0.5, 1. , 1. , 1. , 0.5, 0. , 0. ])
    """

    origin: ClassVar[str] = "transformers.get_wsd_schedule"
    target: ClassVar[str] = TARGET

    num_warmup_steps: WarmupSteps
    num_decay_steps: Annotated[
        int,
        Meta(ge=0, le=MOST, description="Steps down.", examples=[20], extra={"scale": "log", "unit": "steps"}),
    ]
    num_training_steps: (
        Annotated[
            int,
            Meta(
                ge=0,
                le=MOST,
                description="Steps until the end.",
                extra={"scale": "log", "unit": "steps", "none": "the three parts’ sum"},
            ),
        ]
        | None
    ) = None
    num_stable_steps: (
        Annotated[
            int,
            Meta(
                ge=0,
                le=MOST,
                description="Steps at the rate.",
                extra={"scale": "log", "unit": "steps", "none": "what is left"},
            ),
        ]
        | None
    ) = None
    warmup_type: Annotated[Shape, Meta(description="The way up.")] = "linear"
    decay_type: Annotated[Shape, Meta(description="The way down.")] = "cosine"
    min_lr_ratio: Annotated[
        float, Meta(ge=0, description="The floor, as a share of the rate.", extra={"slider": (0, 1)})
    ] = 0.0
    num_cycles: Annotated[
        float,
        Meta(ge=0, description="Waves of a cosine on the way down: half a wave goes down once.", extra={"rare": True}),
    ] = 0.5

    @classmethod
    def example(cls) -> Self:
        return cls(10, 20, 100)

    def check(self) -> None:
        if self.num_training_steps is None and self.num_stable_steps is None:
            raise self.refuse("num_training_steps", say("given, or else num_stable_steps"))

    def names(self) -> dict[str, float]:
        stable = self.num_stable_steps
        if stable is None:
            stable = (self.num_training_steps or 0) - self.num_warmup_steps - self.num_decay_steps
        return {
            "num_warmup_steps": self.num_warmup_steps,
            "num_stable_steps": stable,
            "num_decay_steps": self.num_decay_steps,
            "min_lr_ratio": self.min_lr_ratio,
            "num_cycles": self.num_cycles,
        }

    def pieces(self) -> tuple[Piece, ...]:
        climb = CLIMBS[self.warmup_type].format(done="t / max(1, num_warmup_steps)")
        done = "(t - num_warmup_steps - num_stable_steps) / max(1, num_decay_steps)"
        fall = FALLS[self.decay_type].format(done=done)
        return (
            Piece(f"{climb} * (1.0 - min_lr_ratio) + min_lr_ratio", until="num_warmup_steps"),
            Piece("1.0", until="num_warmup_steps + num_stable_steps"),
            Piece(
                f"{fall} * (1.0 - min_lr_ratio) + min_lr_ratio",
                until="num_warmup_steps + num_stable_steps + num_decay_steps",
            ),
            Piece("min_lr_ratio"),
        )

    def turns(self, steps: int) -> tuple[range, ...] | None:
        if self.decay_type != "cosine":
            return self.seams(steps)
        first = self.num_warmup_steps + int(self.names()["num_stable_steps"])
        end = min(steps, first + self.num_decay_steps)
        inner = swings(first, max(1, self.num_decay_steps), 2 * self.num_cycles, end)
        return None if inner is None else (*self.seams(steps), *inner)
