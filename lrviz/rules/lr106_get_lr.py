"""LR106: get_lr() is asked for the rate, which is get_last_lr()'s to give."""

from __future__ import annotations

from collections.abc import Iterator

from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.errors import Patch
from lrviz.rules.numbers import told_apart
from lrviz.rules.rule import Found, text_rule
from lrviz.sentences import say
from lrviz.source.reading import Reading


@text_rule("LR106", "warning")
def get_lr_read_for_the_rate(reading: Reading) -> Iterator[Found]:
    """get_lr() works out the next rate from the one in use, and gives another than the optimizer has.

    torch calls it from step(). Called by hand it applies the recursion once more: behind a drop of StepLR it says a
    rate that is gamma times too low, and torch warns. get_last_lr() gives the rate in use.

    Bad:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)
        print(scheduler.get_lr()[0])
    Good:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)
        print(scheduler.get_last_lr()[0])
    Seen in: pytorch 20527
    """
    made = {name for one in reading.usage.schedulers for name in one.names}
    for ask in reading.usage.asks:
        if ask.method != "get_lr" or ask.owner not in made:
            continue
        message = say(
            "{owner}.get_lr() gives the rate after the one in use{numbers}: ask get_last_lr()",
            owner=ask.owner,
            numbers=_numbers(reading),
        )
        yield Found(message, line=ask.line, patches=_renamed(reading, ask.line))


def _numbers(reading: Reading) -> str:
    """Say what it gives in place of the rate, where that is simple."""
    run = reading.run
    if run is None:
        return ""
    match run.schedule:
        case StepLR(step_size=step, gamma=gamma) if gamma != 1:
            return _at(step, run.rates()[0] * gamma, gamma)
        case ExponentialLR(gamma=gamma) if gamma != 1:
            return _at(1, run.rates()[0] * gamma, gamma)
    return ""


def _at(step: int, rate: float, gamma: float) -> str:
    given, used = told_apart(rate * gamma, rate)
    return say(
        ", as {given} at step {step}, where the optimizer uses {used}",
        given=given,
        step=step,
        used=used,
    )


def _renamed(reading: Reading, line: int) -> tuple[Patch, ...]:
    span = reading.line(line)
    place = reading.text.find(".get_lr(", span.start, span.end)
    return () if place < 0 else (Patch(place, place + len(".get_lr"), ".get_last_lr"),)
