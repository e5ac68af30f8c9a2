"""The quantities people think in about a loss: what stands on the x axis of its curve, and in a custom loss."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.loss import Floats, Loss, truth
from lrviz.catalog.task import Task
from lrviz.sentences import say

Name = Literal["p", "m", "r", "d"]

SMALLEST = float(np.finfo(np.float32).tiny)
"""The least probability there is for a loss: its logarithm is still a number."""


class Quantity(NamedTuple):
    """A quantity: its name in formulas, what it is in words, and the stretch of it that is looked at."""

    name: Name
    meaning: str
    low: float
    high: float


QUANTITIES: Mapping[Name, Quantity] = {
    "p": Quantity("p", say("probability given to the right class"), 0.0, 1.0),
    "m": Quantity("m", say("margin: the right class’s logit minus the best other’s"), -5.0, 5.0),
    "r": Quantity("r", say("residual: output minus target"), -5.0, 5.0),
    "d": Quantity("d", say("the better document’s score minus the worse one’s"), -5.0, 5.0),
}
BY_TASK: Mapping[Task, tuple[Name, ...]] = {
    "classes": ("p", "m"),
    "binary": ("p", "m"),
    "values": ("r",),
    "ranking": ("d",),
    "surface": (),
}
"""What can be said of an example of each task, the most telling first; a surface has none."""


def measured(name: Name, output: Floats, target: NDArray[Any]) -> Floats:
    """Give a quantity of every example, or of every pair of documents of different grade, as one row."""
    if name == "p":
        return np.exp(truth(output, target))
    if name == "m":
        return margin(output, target)
    if name == "r":
        return np.asarray(output[..., 0] - target).reshape(-1)
    scores = output[..., 0]
    ahead = scores[:, :, None] - scores[:, None, :]
    return np.asarray(ahead[target[:, :, None] > target[:, None, :]])


def margin(output: Floats, target: NDArray[Any]) -> Floats:
    """Give how far the right answer's logit is ahead of the best wrong one's (n,); of one logit, its size that way."""
    if output.shape[-1] == 1:
        return np.asarray((2.0 * target - 1) * output[..., 0])
    right = np.eye(output.shape[-1], dtype=bool)[target]
    return np.asarray(output[right] - np.where(right, -np.inf, output).max(axis=-1))


def example(name: Name, x: Floats, outputs: int, right: int) -> tuple[Floats, NDArray[Any]]:
    """Give outputs and targets with a quantity of just x, for classes whose true one is `right`.

    The wrong classes are all alike: they share what the true one leaves, or have a logit of 0. Of two documents the
    worse one has a score of 0.
    """
    n = len(x)
    if name == "d":
        return np.stack([x, np.zeros(n)], axis=-1)[..., None], np.tile([1.0, 0.0], (n, 1))
    if name == "r":
        return x[:, None], np.zeros(n)
    with np.errstate(divide="ignore"):
        logit = np.log(x) - np.log1p(-x) if name == "p" else x
    if outputs == 1:
        return ((2 * right - 1) * logit)[:, None], np.full(n, right)
    output = np.zeros((n, outputs))
    output[:, right] = logit + (np.log(outputs - 1) if name == "p" else 0.0)
    return output, np.full(n, right)


class Shape(NamedTuple):
    """A loss along a quantity: its value and its push, for the true class `right`.

    The push is how hard gradient descent moves the output towards the truth: minus the derivative with respect to the
    right class's logit or the better document's score, and plus the derivative with respect to a predicted number.
    """

    right: int
    loss: Floats
    push: Floats


NUDGE = 1e-5
"""Logits or units a derivative is measured over: its error, h² · |L'''| / 6, is some 1e-11."""


def shapes(loss: Loss, name: Name, x: Floats, outputs: int) -> tuple[Shape, ...]:
    """Give a loss along a quantity: once, or for the true classes with the smallest and largest loss if they differ."""
    return tuple(_shape(loss, name, x, outputs, right) for right in _apart(loss, name, outputs))


@functools.lru_cache(maxsize=128)  # asked for at every place of a cursor
def _apart(loss: Loss, name: Name, outputs: int) -> tuple[int, ...]:
    """Give the true classes to show a loss for: those of its largest and smallest value, or any where all agree."""
    classes = range(max(outputs, 2)) if name in ("p", "m") else range(1)
    sizes = {right: _size(loss, name, outputs, right) for right in reversed(classes)}
    largest, smallest = max(sizes, key=lambda right: sizes[right]), min(sizes, key=lambda right: sizes[right])
    apart = sizes[largest] - sizes[smallest] > 1e-9 * sizes[largest]
    return (largest, smallest) if apart else (classes[-1],)


def _size(loss: Loss, name: Name, outputs: int, right: int) -> float:
    """Sum a loss over a few places, to compare true classes by."""
    quantity = QUANTITIES[name]
    few = quantity.low + (quantity.high - quantity.low) * np.linspace(0.05, 0.95, 10)
    with np.errstate(all="ignore"):
        values = loss.each(*example(name, few, outputs, right))
    return float(np.sum(np.abs(values[np.isfinite(values)])))


def _shape(loss: Loss, name: Name, x: Floats, outputs: int, right: int) -> Shape:
    output, target = example(name, x, outputs, right)
    place = (0, 0) if name == "d" else (right,) if outputs > 1 and name != "r" else (0,)
    sign = 1.0 if name == "r" or (outputs == 1 and right == 0 and name != "d") else -1.0
    nudge = np.zeros(output.shape[1:])
    nudge[place] = NUDGE
    with np.errstate(all="ignore"):
        value = loss.each(output, target)
        slope, steeper = (
            (loss.each(output + near, target) - loss.each(output - near, target)) / (2 * NUDGE * share)
            for share, near in ((1.0, nudge), (0.5, 0.5 * nudge))
        )
        # across a jump the slope grows as the nudge shrinks: there is none, and torch sees the side it is on
        beside = (loss.each(output + 2 * nudge, target) - loss.each(output + nudge, target)) / NUDGE
        jumped = np.abs(steeper - slope) > 0.5 * np.abs(slope) + 1e-3
    return Shape(right, value, sign * np.where(jumped, beside, slope))


def pulls(loss: Loss, output: Floats, target: NDArray[Any]) -> Floats:
    """Give how hard each example's loss pulls at its right class's logit, or at its number: |∂L/∂output|, (n,)."""
    nudge = np.eye(output.shape[-1])[target] if output.shape[-1] > 1 else np.ones((1, 1))
    with np.errstate(all="ignore"):
        rise = loss.each(output + NUDGE * nudge, target) - loss.each(output - NUDGE * nudge, target)
    return np.asarray(np.abs(rise) / (2 * NUDGE))
