"""LR119: AdamW's weight decay forgets within a fraction of an epoch, or does nothing over the whole run."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.laws.timescale import memory
from lrviz.rules.outline import outline
from lrviz.rules.rule import Case, Found, rule
from lrviz.sentences import say

BELOW = 0.1
"""The share of an epoch below which the timescale is said to be far below it."""
ABOVE = 100
"""So many times the plan is far above it."""


@rule("LR119", "info")
def adamw_timescale(case: Case) -> Iterator[Found]:
    """AdamW's weights are a running mean of its updates over the last 1 / (lr · weight_decay) of them.

    Weights that average over less than an epoch forget what they saw in it, and where the timescale is many times the
    plan the weight decay does nothing. Nothing is said of the default weight decay, which nobody chose.

    Bad:  AdamW(model.parameters(), lr=1e-5, weight_decay=0.1)  # 1000 steps
    Bad:  AdamW(model.parameters(), lr=1e-2, weight_decay=10.0)  # 1000 steps of 391
    Good: AdamW(model.parameters(), lr=1e-3, weight_decay=0.1)  # 10000 steps of 391
    Good: AdamW(model.parameters(), lr=1e-5)  # 1000 steps
    Seen in: arXiv 2405.13698
    """
    adamw, seen = case.run.optimizer, outline(case)
    if not isinstance(adamw, AdamW) or seen is None or case.steps is None or case.run.listens:
        return
    if seen.peak * adamw.shrinking <= 0 or adamw.weight_decay == AdamW().weight_decay:
        return
    each, scale = case.updates_per_epoch if case.run.stepped == "epoch" else 1, memory(seen.peak, adamw.shrinking)
    if case.updates_per_epoch is not None and scale < BELOW * case.updates_per_epoch:
        message = say(
            "the weights average over {scale:.3g} update{scale:|s}, 1 / (lr · weight_decay), which is "
            "{share:.2g} of an epoch",
            scale=scale,
            share=scale / case.updates_per_epoch,
        )
        fixed = replace(adamw, weight_decay=float(f"{1 / (case.updates_per_epoch * seen.peak):.2g}"))
        yield Found(message, replace(case.run, optimizer=fixed), "optimizer.weight_decay")
    elif each is not None and scale > ABOVE * case.steps * each:
        message = say(
            "weight_decay={weight_decay:g} does next to nothing: its timescale is {scale:.3g} "
            "update{scale:|s}, 1 / (lr · weight_decay), and the plan has {steps}, in which it takes at most "
            "{most:.2g} % of the weights away",
            weight_decay=adamw.weight_decay,
            scale=scale,
            steps=case.steps * each,
            most=100 * case.steps * each / scale,
        )
        yield Found(message, field="optimizer.weight_decay")
