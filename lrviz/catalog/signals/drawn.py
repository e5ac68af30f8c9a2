"""Drawn: a metric drawn by hand."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

import numpy as np
from msgspec import Meta

from lrviz.catalog.signal import FAR, Floats, Signal

PLACES = 201
"""Places evenly spread over the plan at which a hand draws."""
MOST = 1000


class Drawn(Signal, frozen=True):
    """A metric drawn by hand: values evenly spread over the plan, with straight lines between them.

    a and b are the values at the places s_a and s_b around a share of the plan.

    Formula: value = a + (b - a) * (share - s_a) / (s_b - s_a)
    When: a scheduler that listens is to be tried on just this metric.
    Mistake: drawing finer than the scheduler looks: stepped once an epoch it hears one value an epoch.

    >>> Drawn(values=(2.0, 1.0, 1.0)).at(np.array([0.0, 0.25, 0.5, 1.0]))
    array([2. , 1.5, 1. , 1. ])
    """

    target: ClassVar[str] = "lrviz.catalog.signals.drawn.Drawn"

    values: Annotated[
        tuple[Annotated[float, Meta(ge=-FAR, le=FAR)], ...],
        Meta(min_length=1, max_length=MOST, description="Its values from the start of the plan to its end."),
    ] = (2.3, 1.3, 0.8, 0.6, 0.5, 0.5, 0.5, 0.4, 0.4, 0.4, 0.4)

    def at(self, share: Floats) -> Floats:
        return np.asarray(np.interp(share, np.linspace(0, 1, len(self.values)), np.array(self.values)))

    @classmethod
    def after(cls, signal: Signal) -> Self:
        """Give another signal as a hand would have drawn it, to be drawn on."""
        return cls(_written(signal.at(np.linspace(0, 1, PLACES))))

    def stroked(self, start: tuple[float, float], end: tuple[float, float]) -> Self:
        """Give it with a straight line from one (share of the plan, value) to another drawn over it."""
        places = np.linspace(0, 1, len(self.values))
        (left, low), (right, high) = sorted((start, end))
        nearest = round(max(0.0, min(end[0], 1.0)) * (len(places) - 1))
        under = (places >= left) & (places <= right)
        values = np.where(under, np.interp(places, [left, right], [low, high]), np.array(self.values))
        values[nearest] = end[1]  # a stroke shorter than the distance of two places is drawn too
        return type(self)(_written(values))


def _written(values: Floats) -> tuple[float, ...]:
    """Round to what a hand can mean, so that a session stays readable."""
    return tuple(float(f"{value:.4g}") for value in np.clip(values, -FAR, FAR))
