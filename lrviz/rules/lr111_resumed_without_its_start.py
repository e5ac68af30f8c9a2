"""LR111: a scheduler that goes on from another session without what it needs of it."""

from __future__ import annotations

from collections.abc import Iterator

from lrviz.rules.rule import Found, text_rule
from lrviz.sentences import say
from lrviz.source.reading import Reading
from lrviz.source.usage.usage import Maker


@text_rule("LR111", "error")
def last_epoch_without_initial_lr(reading: Reading) -> Iterator[Found]:
    """With a last_epoch other than -1 a scheduler asks the optimizer's groups where they started, by `initial_lr`.

    A new optimizer has none, and torch raises a KeyError. Loading the optimizer's state first brings it along; without
    one the scheduler is best made anew and its own state loaded.

    Bad:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30, last_epoch=40)
    Good:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        optimizer.load_state_dict(checkpoint["optimizer"])
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30, last_epoch=40)
    Seen in: pytorch 60265, 102261, 162591
    """
    if "initial_lr" in reading.text:
        return
    loaded = [one for one in reading.usage.asks if one.method == "load_state_dict"]
    for made in reading.usage.schedulers:
        if not made.last_epoch.lstrip("+").isdecimal() or not _is_new(made, reading):
            continue
        if not any(ask.line < made.line and ask.owner == made.optimizer for ask in loaded):
            message = say(
                "{cls} with last_epoch={last_epoch} needs initial_lr in the optimizer’s groups, and "
                "{optimizer} is new: torch raises a KeyError",
                cls=made.cls,
                last_epoch=made.last_epoch,
                optimizer=made.optimizer,
            )
            yield Found(message, line=made.line)


@text_rule("LR111", "warning")
def scheduler_begins_again(reading: Reading) -> Iterator[Found]:
    """A resumed run loads the optimizer's state, and the scheduler begins at its first step all the same.

    It counts from 0: what it would do late in the run it does again from the start, a warm-up among it, and its decay
    comes as much too late as steps were done before. The scheduler has a state of its own to load.

    Bad:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=90)
        optimizer.load_state_dict(checkpoint["optimizer"])
        for epoch in range(start_epoch, 90):
            train(model, optimizer)
            scheduler.step()
    Good:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=90)
        optimizer.load_state_dict(checkpoint["optimizer"])
        scheduler.load_state_dict(checkpoint["scheduler"])
        for epoch in range(start_epoch, 90):
            train(model, optimizer)
            scheduler.step()
    Seen in: pytorch 60265, 102261, 162591
    """
    usage = reading.usage
    loaded = {one.owner: one.line for one in usage.asks if one.method == "load_state_dict"}
    if any("sched" in owner for owner in loaded) or "last_epoch" in reading.text:
        return
    for made in usage.schedulers:
        steps = [one for one in usage.steps if one.owner in made.names]
        resumed = any(loop.over.startswith(("range(start", "range(resume")) for step in steps for loop in step.loops)
        known = made.names & loaded.keys() or any(step.given for step in steps)
        if steps and resumed and not known and not made.handed and made.optimizer in loaded:
            message = say(
                "{optimizer} goes on with the state loaded in line {loaded}, and {cls} begins at step 0 "
                "again: load its state too",
                optimizer=made.optimizer,
                loaded=loaded[made.optimizer],
                cls=made.cls,
            )
            yield Found(message, line=made.line)


def _is_new(made: Maker, reading: Reading) -> bool:
    """Whether the text itself makes the optimizer that a scheduler is for."""
    return any(made.optimizer in one.names for one in reading.usage.optimizers)
