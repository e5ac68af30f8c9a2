"""LR110: a plateau's step() without its metric, or another scheduler's with one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.errors import Patch
from lrviz.rules.rule import Found, text_rule
from lrviz.sentences import say
from lrviz.source.reading import Reading
from lrviz.source.usage.usage import Step

PLATEAU = "ReduceLROnPlateau"
_LOSS = re.compile(r"^(?:[ \t]*)((?:\w*val\w*_loss|\w*_loss|loss))\s*=[^=]", re.MULTILINE)
_SCORE = re.compile(r"^(?:[ \t]*)((?:\w*val\w*_)?(?:acc(?:uracy)?|score|f1|auc|miou|map))\s*=[^=]", re.MULTILINE)
_METRIC = re.compile(r"loss|acc|metric|score|auc|f1\b|miou|perplexity", re.IGNORECASE)


@text_rule("LR110", "error")
def plateau_without_metric(reading: Reading) -> Iterator[Found]:
    """ReduceLROnPlateau.step() needs the metric that it watches; torch raises a TypeError at the first step.

    Bad:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience=3)
        for epoch in range(90):
            val_loss = evaluate(model)
            scheduler.step()
    Good:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience=3)
        for epoch in range(90):
            val_loss = evaluate(model)
            scheduler.step(val_loss)
    Seen in: pytorch 47513, 38622, 2545
    """
    for step in reading.usage.steps:
        if not step.given and _made_by(reading, step) == {PLATEAU}:
            message = say(
                "{owner}.step() needs the metric that {plateau} watches: torch raises a TypeError there",
                owner=step.owner,
                plateau=PLATEAU,
            )
            yield Found(message, line=step.line, patches=_told(reading, step))


@text_rule("LR110", "error")
def metric_taken_for_an_epoch(reading: Reading) -> Iterator[Found]:
    """Only ReduceLROnPlateau is told a metric; any other scheduler takes what step() is given for the epoch.

    A loss of 0.7 is then epoch 0.7, and the rate hardly ever moves from where it begins. SequentialLR and
    ChainedScheduler take nothing at all, and raise a TypeError.

    Bad:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=90)
        for epoch in range(90):
            val_loss = evaluate(model)
            scheduler.step(val_loss)
    Good:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=90)
        for epoch in range(90):
            val_loss = evaluate(model)
            scheduler.step()
    Seen in: pytorch 47513, 38622, 2545
    """
    for step in reading.usage.steps:
        classes = _made_by(reading, step)
        if not _METRIC.search(step.given) or not classes:
            continue
        if classes <= _COMPOSED:
            message = say(
                "{owner}.step() of {classes} takes no metric: torch raises a TypeError there",
                owner=step.owner,
                classes=min(classes),
            )
        elif classes <= _TORCH:
            message = say(
                "{owner}.step({given}) takes the metric for the epoch: only {plateau} is told one",
                owner=step.owner,
                given=step.given,
                plateau=PLATEAU,
            )
        else:
            continue
        yield Found(message, line=step.line, patches=_put(reading, step, step.given, ""))


_COMPOSED = frozenset({"SequentialLR", "ChainedScheduler"})
_TORCH = frozenset({
    "StepLR", "MultiStepLR", "ConstantLR", "LinearLR", "ExponentialLR", "PolynomialLR", "CosineAnnealingLR",
    "CosineAnnealingWarmRestarts", "CyclicLR", "OneCycleLR", "LambdaLR",
})  # fmt: skip


def _made_by(reading: Reading, step: Step) -> set[str]:
    """Give the classes that what is stepped can be of."""
    return {made.cls for made in reading.usage.schedulers if step.owner in made.names}


def _told(reading: Reading, step: Step) -> tuple[Patch, ...]:
    """Give the change that tells it what the text assigns last before the step and names like its metric."""
    run = reading.run
    highest = run is not None and isinstance(run.schedule, ReduceLROnPlateau) and run.schedule.mode == "max"
    before = reading.text[: reading.line(step.line).start]
    found = (_SCORE if highest else _LOSS).findall(before)
    validated = [one for one in found if "val" in one or "test" in one]
    return _put(reading, step, "", (validated or found)[-1]) if found else ()


def _put(reading: Reading, step: Step, given: str, told: str) -> tuple[Patch, ...]:
    """Give the change of what a step is given."""
    span = reading.line(step.line)
    call = re.compile(rf"(?<![\w.]){re.escape(step.owner)}\.step\(\s*({re.escape(given)})\s*\)")
    found = call.search(reading.text, span.start, span.end)
    return () if found is None else (Patch(found.start(1), found.end(1), told),)
