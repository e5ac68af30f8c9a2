"""What a signal is: a metric supposed for a whole plan, so that a schedule that listens can be drawn before a race."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from lrviz.spec import Spec

Floats = NDArray[np.float64]

FAR = 1e6
"""How far from 0 a supposed metric may lie."""

Start = Annotated[
    float, Meta(ge=-FAR, le=FAR, description="Its value before the first update.", extra={"slider": (0, 5)})
]
Noise = Annotated[
    float,
    Meta(ge=0, le=FAR, description="Standard deviation of the noise of each value.", extra={"slider": (0, 0.5)}),
]
Seed = Annotated[int, Meta(ge=0, lt=2**32, description="Which noise.", extra={"slider": (0, 20), "rare": True})]


class Signal(Spec, frozen=True):
    """A metric as a function of how much of the plan is done: what a scheduler that listens is told there.

    It depends on nothing else, so that runs stepped once a batch and once an epoch are told the same curve.
    """

    def at(self, share: Floats) -> Floats:
        """Give the metric where these shares of the plan are done, each in [0, 1], any shape, any order."""
        raise NotImplementedError(type(self).__name__)


def noise(deviation: float, seed: int, share: Floats) -> Floats:
    """Give normal noise that depends on the seed and on each place alone, so that any place can be asked for.

    Two uniform numbers are hashed from seed and place (splitmix64, Steele et al. 2014) and shaped by Box and Muller.
    """
    if deviation == 0:
        return np.zeros(share.shape)
    place = np.ascontiguousarray(share, dtype=np.float64) + 0.0  # −0 is 0
    with np.errstate(over="ignore"):
        state = place.view(np.uint64) ^ (np.uint64(seed) * _GOLDEN)
        first, second = (_uniform(_mixed(state + np.uint64(turn) * _GOLDEN)) for turn in (1, 2))
    return np.asarray(deviation * np.sqrt(-2 * np.log(first)) * np.cos(2 * np.pi * second))


_GOLDEN = np.uint64(0x9E3779B97F4A7C15)


def _mixed(state: NDArray[np.uint64]) -> NDArray[np.uint64]:
    state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(state ^ (state >> np.uint64(31)))


def _uniform(bits: NDArray[np.uint64]) -> Floats:
    """Give numbers in (0, 1]."""
    return ((bits >> np.uint64(11)).astype(np.float64) + 1.0) * 2.0**-53
