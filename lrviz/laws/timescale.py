"""The timescale of weight decay: over how many updates the weights average, and what each leaves in the final ones.

An update that shrinks the weights by η_t·λ before it adds η_t·u_t makes them a running mean of its steps u_t / λ, whose
share in the final weights is

    η_t λ · Π_{j>t} (1 − η_j λ),

and that of the initial ones Π_j (1 − η_j λ): the memory is τ = 1 / (η λ) updates long (Wang & Aitchison, arXiv
2405.13698). All is computed from log(1 − η λ) summed from the end.
"""

from __future__ import annotations

import numpy as np

from lrviz.laws.pace import Counts, Pace
from lrviz.results import Floats, Timescale
from lrviz.sentences import say

NEXT_TO_NOTHING = 1e-100
"""What shrinks the weights by no more shrinks nothing."""


def memory(rate: float, shrinking: float) -> float:
    """Give τ = 1 / (rate · shrinking), in updates; inf where nothing shrinks."""
    return 1 / (rate * shrinking) if rate * shrinking > NEXT_TO_NOTHING else float("inf")


def timescale(pace: Pace, shrinking: float, at: Counts) -> Timescale:
    """Give what each of the updates `at` leaves in a run's final weights, which an update at rate 1 shrinks so much.

    Where nothing shrinks, each leaves as much as its rate is of all.
    """
    if not len(pace.rates):
        return nothing_left(say("no learning rate is above 0"))
    if pace.peak * shrinking >= 1:
        return nothing_left(say("an update takes all of the weights away: lr · weight_decay is 1 or more"))
    share, initial = _shares(pace, shrinking)
    each = share / pace.counts
    first, behind = pace.updates - pace.counts + 1, pace.updates + 1
    stretch = np.minimum(np.searchsorted(pace.updates, at), len(each) - 1)
    moving = (first[stretch] <= at) & (at < behind[stretch])
    done = np.cumsum(share)
    half = np.interp(0.5, np.stack([done - share, done], axis=1).ravel(), np.stack([first, behind], axis=1).ravel())
    return Timescale(
        at,
        np.where(moving, [memory(rate, shrinking) for rate in pace.rates[stretch]], np.inf),
        np.where(moving, pace.steps * each[stretch], 0.0),
        initial,
        float(pace.steps - half),
        float(1 / np.sum(share * each)),
    )


def _shares(pace: Pace, shrinking: float) -> tuple[Floats, float]:
    """Give the stretches' shares in what the updates leave, shape (n,), and what is left of the initial weights."""
    if pace.peak * shrinking <= NEXT_TO_NOTHING:
        moved = pace.rates * pace.counts
        return moved / moved.sum(), 1.0
    shrunk = np.log1p(-pace.rates * shrinking) * pace.counts
    left = np.cumsum(shrunk[::-1])[::-1]  # the log of what is left at the end of what was there before each stretch
    return np.expm1(shrunk) * np.exp(left - shrunk) / np.expm1(left[0]), float(np.exp(left[0]))


def nothing_left(why: str) -> Timescale:
    """Give the timescale of a run that there is nothing to say of."""
    empty, nan = np.zeros(0), float("nan")
    return Timescale(empty.astype(np.int64), empty, empty, nan, nan, nan, why)
