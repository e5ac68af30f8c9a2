"""LR104: a schedule that cycles the momentum takes the optimizer's own place, or finds none."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from lrviz.catalog.schedule import NO_MOMENTUM, of_group
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.rules.parts import Part, leaves
from lrviz.rules.rule import Case, Found, rule
from lrviz.sentences import say


@rule("LR104", "warning")
def momentum_overridden(case: Case) -> Iterator[Found]:
    """OneCycleLR and CyclicLR move the momentum too, from max_momentum to base_momentum and back, unless told not to.

    The optimizer's own momentum, or Adam's β₁, is never used then: nothing is said where it lies between the two. An
    optimizer that has none is refused.

    Bad:  SGD(model.parameters(), lr=0.1); OneCycleLR(optimizer, 0.1, total_steps=1000)  # 1000 steps
    Good: SGD(model.parameters(), lr=0.1, momentum=0.9); OneCycleLR(optimizer, 0.1, total_steps=1000)  # 1000 steps
    Good: AdamW(model.parameters(), lr=0.1); OneCycleLR(optimizer, 0.1, total_steps=1000)  # 1000 steps
    Seen in: pytorch 73910
    """
    for part in leaves(case.run, case.steps):
        if isinstance(part.schedule, OneCycleLR | CyclicLR) and part.schedule.cycle_momentum:
            yield from _against(case, part, part.schedule)


def _against(case: Case, part: Part, schedule: OneCycleLR | CyclicLR) -> Iterator[Found]:
    name, optimizer = type(schedule).__name__, type(case.run.optimizer).__name__
    fixed, field = part.put(replace(schedule, cycle_momentum=False)), f"{part.field}.cycle_momentum"
    if case.run.unfit == NO_MOMENTUM:
        message = say(
            "torch refuses {optimizer}: {name} moves the momentum, and it has none", optimizer=optimizer, name=name
        )
        yield Found(message, fixed, field, 0, severity="error")
        return
    own = case.run.optimizer.momentum_or_beta
    low, high = sorted((of_group(schedule.base_momentum), of_group(schedule.max_momentum)))
    if own is not None and not low <= own <= high:
        what = "β₁" if hasattr(case.run.optimizer, "betas") else "momentum"
        message = say(
            "{name} moves the {what} between {low:g} and {high:g}: {optimizer}’s own, {own:g}, is never used",
            name=name,
            what=what,
            low=low,
            high=high,
            optimizer=optimizer,
            own=own,
        )
        yield Found(message, fixed, field, 0)
