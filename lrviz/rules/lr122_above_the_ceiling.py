"""LR122: a peak above the highest rate that was measured to be stable, in a race that got nowhere."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.rules.ceiling import Ceiling
from lrviz.rules.outline import Outline, outline
from lrviz.rules.peak import lowered
from lrviz.rules.rule import Case, Found, first, rule
from lrviz.sentences import say

ABOVE = 2
"""So many times the ceiling is clearly above it: training goes on for long about the ceiling itself, and well."""
HARDLY = 0.05
"""A loss that falls by less than this share of where it began got nowhere."""


@rule("LR122", "warning")
def above_the_ceiling(case: Case) -> Iterator[Found]:
    """Above a rate of 2 / λ, λ being the curvature that updates meet, each overshoots further than the one before.

    A race with `probe` measures λ along its own updates (critical sharpness), whatever the optimizer makes of the
    gradient. A momentum of β (β₁ for Adam's kind) makes the ceiling up to (1 + β) / (1 − β) times as high. Training
    settles at the ceiling by itself and does well there, and a loss may recover from more: so this is only said where
    the peak is at more than twice the ceiling and the race ended with about the loss it began with, or a higher one. A
    race of a miniature, or of other data than those planned, says nothing of the plan.

    Bad:  SGD(model.parameters(), lr=30.0)  # 40 steps raced
    Good: SGD(model.parameters(), lr=0.5)  # 40 steps raced
    Good: SGD(model.parameters(), lr=0.1, momentum=0.9)  # 40 steps raced
    Seen in: arXiv 2601.16979
    """
    seen, measured = outline(case), case.ceiling
    if seen is None or measured is None or case.reading is not None or case.run.listing is not None:
        return
    if measured.last < measured.first - HARDLY * abs(measured.first):
        return
    along, factor = _along(case, seen, measured)
    limit = along * factor
    if seen.peak > ABOVE * limit:
        left = math.isinf(measured.last)
        ended = say("left all bounds") if left else say("ended at {last:.3g}", last=measured.last)
        message = say(
            "the learning rate goes up to {peak:.3g}, {times:.2g} times the ceiling of {limit:.3g} "
            "that the race measured up to update {updates}: its training loss began at {first:.3g} "
            "and {ended}",
            peak=seen.peak,
            times=seen.peak / limit,
            limit=limit,
            updates=measured.updates,
            first=measured.first,
            ended=ended,
        )
        if factor > 1:
            message = say(
                "{above}; with momentum the ceiling is {factor:.3g} times the {along:.3g} along its updates",
                above=message,
                factor=factor,
                along=along,
            )
        yield Found(message, lowered(case.run, along / seen.peak), "optimizer", seen.top)


def _along(case: Case, seen: Outline, measured: Ceiling) -> tuple[float, float]:
    """Give the ceiling along updates with the highest momentum that the run has, and how many times as high it may be.

    Momentum makes an update as long as 1 / (1 − β) gradients, or as their mean with Adam's kind. What overshoots turns
    around at every update, so that 1 / (1 + β) of it adds up. SGD's is built up from one gradient.
    """
    momentum, optimizer = case.experiment.curve(first(case.run), seen.steps).momentum, case.run.optimizer
    beta = 0.0 if momentum is None else float(np.max(momentum))
    if not 0 <= beta < 1:
        return measured.rate, math.inf
    grows = isinstance(optimizer, SGD) and optimizer.dampening == 0
    built = 1 - beta**measured.updates if grows and beta else 1.0
    return measured.rate * built, (1 + beta) / (1 - beta)
