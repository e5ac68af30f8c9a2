"""Overfit: a loss that falls, and rises again where the training set is learnt by heart."""

from __future__ import annotations

from typing import Annotated, ClassVar

import numpy as np
from msgspec import Meta

from lrviz.catalog.signal import FAR, Floats, Noise, Seed, Signal, Start, noise


class Overfit(Signal, frozen=True):
    """Falls from start to lowest at the share turn of the plan, and rises to final, with noise on top.

    Formula:
        value = (
            lowest + (start - lowest) * (1 - share / turn) ** 4 if share < turn
            else lowest + (final - lowest) * ((share - turn) / (1 - turn)) ** 2
        )
    When: a validation loss that turns: early stopping and plateaus cut after it.
    Mistake: taking its turn for a fact: it is supposed, and a race shows where it really lies.

    >>> Overfit(start=2.0, lowest=1.0, turn=0.5, final=1.4, noise=0.0).at(np.array([0.0, 0.25, 0.5, 0.75, 1.0]))
    array([2.    , 1.0625, 1.    , 1.1   , 1.4   ])
    """

    target: ClassVar[str] = "lrviz.catalog.signals.overfit.Overfit"

    start: Start = 2.3
    lowest: Annotated[float, Meta(ge=-FAR, le=FAR, description="Its value at the turn.", extra={"slider": (0, 5)})] = (
        0.4
    )
    turn: Annotated[
        float,
        Meta(gt=0, lt=1, description="The share of the plan after which it rises.", extra={"slider": (0.05, 0.95)}),
    ] = 0.5
    final: Annotated[
        float, Meta(ge=-FAR, le=FAR, description="Its value after the last update.", extra={"slider": (0, 5)})
    ] = 0.8
    noise: Noise = 0.02
    seed: Seed = 0

    def at(self, share: Floats) -> Floats:
        before = self.lowest + (self.start - self.lowest) * np.clip(1 - share / self.turn, 0, 1) ** 4
        after = self.lowest + (self.final - self.lowest) * np.clip((share - self.turn) / (1 - self.turn), 0, 1) ** 2
        return np.where(share < self.turn, before, after) + noise(self.noise, self.seed, share)
