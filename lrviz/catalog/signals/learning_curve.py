"""LearningCurve: a loss that falls fast, then slowly, and never quite settles."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.signal import FAR, Floats, Noise, Seed, Signal, Start, noise


class LearningCurve(Signal, frozen=True):
    """Goes from start towards end, half of the way in each half_life, with noise on top.

    Formula: value = end + (start - end) * 2 ** (-share / half_life)
    When: an ordinary training: when would a plateau's patience run out?
    Mistake: noise at 0: then every step is a little better than the one before, and a patience hardly ever runs
        out.

    >>> import numpy as np
    >>> LearningCurve(start=2.0, end=1.0, half_life=0.5, noise=0.0).at(np.array([0.0, 0.5, 1.0]))
    array([2.  , 1.5 , 1.25])
    """

    target: ClassVar[str] = "lrviz.catalog.signals.learning_curve.LearningCurve"

    start: Start = 2.3
    end: Annotated[float, Meta(ge=-FAR, le=FAR, description="What it tends to.", extra={"slider": (0, 5)})] = 0.4
    half_life: Annotated[
        float,
        Meta(
            ge=1e-4,
            le=10,
            description="The share of the plan in which half of what is left is gone.",
            extra={"slider": (0.005, 1), "scale": "log"},
        ),
    ] = 0.08
    noise: Noise = 0.02
    seed: Seed = 0

    def at(self, share: Floats) -> Floats:
        return (
            self.end + (self.start - self.end) * 0.5 ** (share / self.half_life) + noise(self.noise, self.seed, share)
        )
