"""LR117: an optimizer that needs no schedule is given one, or isn't told when it trains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrviz.errors import Patch
from lrviz.rules.lines import inserted, margin
from lrviz.rules.rule import Found, text_rule
from lrviz.sentences import say
from lrviz.source.reading import Reading
from lrviz.source.usage.usage import Maker

_FREE = re.compile(r"Schedule_?Free", re.IGNORECASE)


@text_rule("LR117", "warning")
def schedule_free_with_a_scheduler(reading: Reading) -> Iterator[Found]:
    """A schedule-free optimizer averages its weights in place of a decay; a scheduler on top decays twice.

    Its weights are weighed by the rate, so that those of a decayed rate hardly count. It has `warmup_steps` of its own.

    Bad:
        optimizer = schedulefree.AdamWScheduleFree(model.parameters(), lr=2.5e-3)
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=1000)
    Good:
        optimizer = schedulefree.AdamWScheduleFree(model.parameters(), lr=2.5e-3, warmup_steps=100)
        for step in range(1000):
            optimizer.train()
            criterion(model(inputs), targets).backward()
            optimizer.step()
            optimizer.eval()
    Seen in: transformers 30087, OneTrainer 242
    """
    for free in _free(reading):
        for made in reading.usage.schedulers:
            if made.optimizer in free.names:
                message = say(
                    "{cls} needs no schedule, and {scheduler} decays its rate on top of the averaging: leave the "
                    "scheduler out, and warm up with warmup_steps",
                    cls=free.cls,
                    scheduler=made.cls,
                )
                yield Found(message, line=made.line)


@text_rule("LR117", "error")
def schedule_free_without_its_modes(reading: Reading) -> Iterator[Found]:
    """A schedule-free optimizer holds other weights while it trains than those to evaluate: it has to be told.

    Without `optimizer.train()` its first step raises; without `optimizer.eval()` before an evaluation or a checkpoint
    what is measured or saved are not the averaged weights.

    Bad:
        optimizer = schedulefree.AdamWScheduleFree(model.parameters(), lr=2.5e-3)
        for step in range(1000):
            model.train()
            criterion(model(inputs), targets).backward()
            optimizer.step()
    Good:
        optimizer = schedulefree.AdamWScheduleFree(model.parameters(), lr=2.5e-3)
        for step in range(1000):
            model.train()
            optimizer.train()
            criterion(model(inputs), targets).backward()
            optimizer.step()
    Seen in: transformers 30087, OneTrainer 242
    """
    usage = reading.usage
    for free in _free(reading):
        stepped = next((one for one in usage.steps if one.owner in free.names), None)
        modes = {ask.method for ask in usage.asks if ask.owner in free.names}
        if stepped is None:
            continue
        if "train" not in modes:
            message = say(
                "{owner} ({cls}) is never told to train: call {owner}.train() first", owner=stepped.owner, cls=free.cls
            )
            yield Found(message, line=stepped.line, patches=_told(reading, stepped.owner, "train"))
        elif "eval" not in modes and any(ask.method == "eval" for ask in usage.asks):
            message = say(
                "the model is evaluated while {owner} ({cls}) holds the weights it trains: call {owner}.eval() first",
                owner=stepped.owner,
                cls=free.cls,
            )
            evaluated = next(ask.line for ask in usage.asks if ask.method == "eval")
            patches = _told(reading, stepped.owner, "eval")
            yield Found(message, line=evaluated, patches=patches, severity="warning")


def _free(reading: Reading) -> list[Maker]:
    return [made for made in reading.usage.optimizers if _FREE.search(made.cls)]


def _told(reading: Reading, owner: str, mode: str) -> tuple[Patch, ...]:
    """Give the changes that tell the optimizer whatever the model is told."""
    patches: list[Patch] = []
    for ask in reading.usage.asks:
        indent = margin(reading, ask.line, f"{ask.owner}.{mode}()") if ask.method == mode else None
        if indent is not None:
            patches.append(inserted(reading, ask.line, f"{indent}{owner}.{mode}()\n"))
    return tuple(patches)
