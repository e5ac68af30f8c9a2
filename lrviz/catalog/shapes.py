"""The shapes that schedules share, fast on long arrays: block by block, and from tables where values repeat."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.schedule import Rates, Steps

BLOCK = 1 << 15
"""Steps evaluated at once: what lies between them and their rates then stays in the processor's cache."""
REPEATS = 8
"""How often values must repeat for a table of them to pay."""

Method = TypeVar("Method", bound=Callable[..., Rates])


def blockwise(at: Method) -> Method:
    """Let a method whose first argument is t take any array, long ones block by block, each of at least one step."""

    @functools.wraps(at)
    def blocks(self: Any, t: Steps, *args: float, **named: float) -> Rates:
        steps = np.asarray(t)
        flat = steps.reshape(-1)
        rates = np.empty(flat.shape)
        with np.errstate(all="ignore"):  # what is no number ends the curve, and the experiment says so
            for start in range(0, len(flat), BLOCK):
                part = slice(start, start + BLOCK)
                rates[part] = at(self, flat[part], *args, **named)
        return rates.reshape(steps.shape)

    return blocks  # type: ignore[return-value]  # it has the method's signature, which wraps can't say


def decayed(lr: float, gamma: float, times: Steps) -> Rates:
    """Give lr · gamma ** times, the product torch forms step by step; one exponential costs a third of a power.

    The root is squared last so that the result overflows where torch's product does, not where gamma ** times does.
    """
    if lr == 0 or gamma == 1:
        return np.full(times.shape, lr, dtype=np.float64)
    if gamma == 0:
        return np.where(times == 0, lr, 0.0)

    def product(times: Steps) -> Rates:
        root = np.exp(times * (0.5 * math.log(gamma)))
        return np.asarray(lr * root * root)

    return looked_up(product, times)


def glided(start: float, end: float, steps: Steps, length: Rates | int) -> Rates:
    """Give the half cosine from `start` (at step 0) to `end` (at step `length`), rounded in torch's order."""

    def glide(steps: Steps) -> Rates:
        return np.asarray(end + (start - end) * (1 + np.cos(np.pi * steps / length)) / 2)

    return looked_up(glide, steps) if np.ndim(length) == 0 else glide(steps)


def looked_up(function: Callable[[Steps], Rates], numbers: Steps) -> Rates:
    """Give function(numbers), from a table of the function where whole numbers repeat often enough."""
    low, high = int(numbers.min()), int(numbers.max())
    if (high - low) * REPEATS >= numbers.size:
        return function(numbers)
    return np.take(function(np.arange(low, high + 1)), numbers - low)


def passed(marks: Steps, t: Steps) -> NDArray[np.intp] | int:
    """Give how many of the sorted marks lie at or before each step: one number where it is the same for all."""
    low, high = np.searchsorted(marks, [t.min(), t.max()], side="right")
    return int(low) if low == high else np.searchsorted(marks, t, side="right")
