"""CosineDecay: Keras' cosine with a warm-up, which stays at its floor."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from msgspec import Meta

from lrviz.catalog.recipe import TARGET, Piece, Recipe
from lrviz.catalog.schedule import MOST


class CosineDecay(Recipe, frozen=True):
    """Climbs straight from initial_learning_rate in warmup_steps, then falls as a half cosine to alpha of the rate.

    p is the share of decay_steps that is done since the warm-up: the two are added. Keras' warmup_target is the
    optimizer's rate here. It stays at the floor.

    Formula:
        p = min(1, (t - warmup_steps) / decay_steps)
        rate = (
            initial_learning_rate + (lr - initial_learning_rate) * t / warmup_steps if t < warmup_steps
            else lr * (alpha + (1 - alpha) * (1 + cos(pi * p)) / 2)
        )
    When: a curve of Keras is to be had in torch.
    Mistake: giving decay_steps the whole run: the warm-up comes on top, so that the cosine isn't over at the end
        (LR120).

    >>> import numpy as np
    >>> CosineDecay(0.0, 4, alpha=0.2, warmup_steps=2).at(np.array([0, 1, 2, 4, 6, 9]), lr=1.0)
    array([0. , 0.5, 1. , 0.6, 0.2, 0.2])
    """

    origin: ClassVar[str] = "keras.optimizers.schedules.CosineDecay"
    target: ClassVar[str] = TARGET

    initial_learning_rate: Annotated[
        float,
        Meta(
            ge=0,
            description="The rate it climbs from.",
            examples=[0.0],
            extra={"scale": "log", "slider": (1e-8, 1)},
        ),
    ]
    decay_steps: Annotated[
        int,
        Meta(ge=1, le=MOST, description="Steps down.", examples=[90], extra={"scale": "log", "unit": "steps"}),
    ]
    alpha: Annotated[float, Meta(ge=0, description="The floor, as a share of the rate.", extra={"slider": (0, 1)})] = (
        0.0
    )
    warmup_steps: Annotated[
        int, Meta(ge=0, le=MOST, description="Steps up to the rate.", extra={"scale": "log", "unit": "steps"})
    ] = 0

    @classmethod
    def example(cls) -> Self:
        return cls(0.0, 90, warmup_steps=10)

    def pieces(self) -> tuple[Piece, ...]:
        climb = Piece(
            "(initial_learning_rate + (lr - initial_learning_rate) * t / warmup_steps) / lr", until="warmup_steps"
        )
        return (
            *((climb,) if self.warmup_steps else ()),
            Piece(
                "(1 - alpha) * (0.5 * (1 + cos(pi * ((t - warmup_steps) / decay_steps)))) + alpha",
                until="warmup_steps + decay_steps",
            ),
            Piece("alpha"),
        )
