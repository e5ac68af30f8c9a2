"""LR110: ReduceLROnPlateau that can't cut, or that takes progress for a plateau."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from msgspec.structs import replace

from lrviz.catalog.schedule import of_group
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.rules.numbers import told_apart
from lrviz.rules.rule import Case, Found, rule
from lrviz.run import Run
from lrviz.sentences import say

RISING = re.compile(r"acc|accuracy|auc|auroc|f1|iou|miou|dice|bleu|rouge|psnr|ssim|reward|rewards|recall|precision|r2")
FALLING = re.compile(r"loss|losses|error|err|perplexity|ppl|wer|cer|mse|rmse|mae|nll|fid")
LOOKED_AT = 512
"""Moments of the plan at which the supposed metric is looked at."""


@rule("LR110", "warning")
def plateau_that_never_cuts(case: Case) -> Iterator[Found]:
    """ReduceLROnPlateau cuts the rate after more than patience steps without progress, as mode and threshold see it.

    A plan that is over before that, a cut that is smaller than eps, or a min_lr as high as the rate leave the rate as
    it is. A mode that doesn't suit the metric takes every progress for none, and threshold_mode='rel' takes a share of
    the best so far: of one below 0 it is a step backwards that counts as progress.

    Bad:  ReduceLROnPlateau(optimizer, patience=10)  # 10 steps
    Good: ReduceLROnPlateau(optimizer, patience=3)  # 10 steps
    Bad:  ReduceLROnPlateau(optimizer, min_lr=0.1)
    Bad:  SGD(model.parameters(), lr=1e-8); ReduceLROnPlateau(optimizer)
    Seen in: pytorch 47513, pytorch 38622, pytorch 2545
    """
    listener, lr = case.run.listener, case.run.optimizer.rate
    if listener is None or case.run.unfit:
        return
    plateau = listener.plateau
    first = listener.warmup + plateau.patience + 2  # the first metric is progress, and then patience + 1 steps without
    if plateau.is_lowest(lr):
        yield _idle(case, plateau, lr)
    elif case.steps is not None and first > case.steps - 1:
        message = say(
            "patience={patience} lets the first cut come at step {first}, and the plan has {steps} step{steps:|s}",
            patience=plateau.patience,
            first=first,
            steps=case.steps,
        )
        left = (case.steps - listener.warmup) // 4
        yield Found(message, _changed(case, patience=max(0, left)), "schedule.patience", first)
    else:
        yield from _told(case, plateau)


def _changed(case: Case, **changes: object) -> Run | None:
    """Give the run with torch's own scheduler changed; timm's calls its parameters otherwise."""
    if not isinstance(case.run.schedule, ReduceLROnPlateau):
        return None
    return replace(case.run, schedule=replace(case.run.schedule, **changes))


def _idle(case: Case, plateau: ReduceLROnPlateau, lr: float) -> Found:
    lowest = of_group(plateau.min_lr)
    if lowest >= lr:
        message = say(
            "the learning rate is never cut: min_lr is {lowest:.3g}, and it starts from {lr:.3g}", lowest=lowest, lr=lr
        )
        return Found(message, _changed(case, min_lr=0.0), "schedule.min_lr")
    before, cut = told_apart(lr, max(lr * plateau.factor, lowest))
    message = say(
        "the learning rate is never cut: from {before} to {cut} is less than eps, {eps:.3g}",
        before=before,
        cut=cut,
        eps=plateau.eps,
    )
    return Found(message, _changed(case, eps=0.0), "schedule.eps")


def _told(case: Case, plateau: ReduceLROnPlateau) -> Iterator[Found]:
    """Find a metric that mode or threshold_mode doesn't suit: the one a text names, or the one that is supposed."""
    for step in case.reading.usage.steps if case.reading is not None else ():
        wrong = _wrong_mode(step.given, plateau.mode) if step.what == "scheduler" else ""
        if wrong:
            other = "max" if plateau.mode == "min" else "min"
            message = say(
                "{given} {wrong}, and mode is {mode!r}: the learning rate is cut every {patience} "
                "step{patience:|s} of progress",
                given=step.given,
                wrong=wrong,
                mode=plateau.mode,
                patience=plateau.patience + plateau.cooldown + 1,
            )
            yield Found(message, _changed(case, mode=other), "schedule.mode", line=step.line)
            return
    if case.reading is not None or plateau.threshold_mode == "abs" or plateau.threshold == 0:
        return
    best = float(np.fmin.reduce(case.experiment.metric.at(np.linspace(0, 1, LOOKED_AT))))
    if plateau.mode == "min" and best < 0:
        bar = best * (1 - plateau.threshold)
        message = say(
            "the metric falls to {best:.4g}, from where {bar:.4g} is progress too: threshold_mode is 'rel'",
            best=best,
            bar=bar,
        )
        yield Found(message, _changed(case, threshold_mode="abs"), "schedule.threshold_mode")


def _wrong_mode(given: str, mode: str) -> str:
    """Say which way a metric of this name gets better, where that isn't what the mode says."""
    words = set(re.split(r"[^a-z0-9]+", given.lower()))
    rises = any(RISING.fullmatch(word) for word in words)
    falls = any(FALLING.fullmatch(word) for word in words)
    if rises == falls or "-" in given:  # 1 - accuracy falls
        return ""
    if mode == "min" and rises:
        return say("gets better as it rises")
    return say("gets better as it falls") if mode == "max" and falls else ""
