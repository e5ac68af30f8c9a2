"""What moves a metric: what it gives for a few answers that are made up, while one thing about them changes."""

from __future__ import annotations

from collections.abc import Callable
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.answers import Answers
from lrviz.catalog.task import Task
from lrviz.sentences import say

Floats = NDArray[np.float64]
Measure = Callable[[Answers], float]


APART = 2.0
RARE = say("one example in five is a yes")


class Moved(NamedTuple):
    """A curve on a metric's card: what changes (x) and what comes of it (y), both (n,), and what each is in a word.

    `note` says what the answers are. `beside` holds, at the same x, what guessing gives, or perfect answers would.
    """

    x: Floats
    y: Floats
    across: str
    upwards: str = ""
    note: str = ""
    beside: Floats | None = None


def with_threshold(measure: Measure) -> Moved:
    """Move the probability from which on a yes is said: one example in five is a yes, and most of them look like it."""
    x = np.linspace(0.02, 0.98, 97)
    moved = [measure(rare(threshold=threshold)) for threshold in x.tolist()]
    return Moved(x, np.array(moved), say("threshold"), note=RARE)


def with_error(measure: Measure) -> Moved:
    """Move one of ten numbers away from its target; the others are right."""
    x = np.linspace(-3, 3, 121)
    target = np.linspace(-1, 1, 10)
    moved = [measure(Answers("values", target, _column(target + error * (np.arange(10) == 4)))) for error in x.tolist()]
    return Moved(x, np.array(moved), say("error"), note=say("one answer of ten is off by so much"))


def with_place(measure: Measure) -> Moved:
    """Move the best of ten documents down the list; a fair one stands fifth among the others, which are of no use."""
    x = np.arange(1, 11)
    others = [0.0] * 4 + [1.0] + [0.0] * 4
    orders = [np.array([*others[: place - 1], 3.0, *others[place - 1 :]]) for place in x.tolist()]
    falling = -np.arange(10.0, dtype=np.float32)[None, :, None]
    moved = [measure(Answers("ranking", order[None], falling)) for order in orders]
    return Moved(x.astype(np.float64), np.array(moved), say("place"), note=say("of the best of ten documents"))


BY_TASK: dict[Task, Callable[[Measure], Moved]] = {
    "binary": with_threshold,
    "values": with_error,
    "ranking": with_place,
}


def rare(*, threshold: float = 0.5, sureness: float = 1.0) -> Answers:
    """Give answers to 200 examples that are a yes and 800 that are not, which overlap.

    Seen are quantiles of two normal distributions `APART` standard deviations apart; the logits are what these say
    together with how rare a yes is, and so as sure as they should be, times `sureness`. A `threshold` on the
    probability moves all of them.
    """
    target = np.repeat(np.array([1, 0], np.int64), (200, 800))
    yes, no = (_quantiles(side * APART**2 / 2, int((target == kind).sum())) for kind, side in ((1, 1), (0, -1)))
    logits = sureness * (np.concatenate([yes, no]) + np.log(0.2 / 0.8)) - np.log(threshold / (1 - threshold))
    return Answers("binary", target, _column(logits))


def _quantiles(middle: float, many: int) -> Floats:
    normal = NormalDist(middle, APART)
    return np.array([normal.inv_cdf((index + 0.5) / many) for index in range(many)])


def _column(numbers: Floats) -> NDArray[np.float32]:
    return numbers.astype(np.float32)[:, None]
