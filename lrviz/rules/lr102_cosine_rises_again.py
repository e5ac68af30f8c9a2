"""LR102: a cosine that is stepped past T_max climbs again."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.rules.rule import Case, Found, rule


@rule("LR102", "warning")
def cosine_rises_again(case: Case) -> Iterator[Found]:
    """A cosine turns at T_max; a longer run climbs back towards its first learning rate.

    Bad:  CosineAnnealingLR(optimizer, T_max=500)  # 1000 steps
    Good: CosineAnnealingLR(optimizer, T_max=1000)  # 1000 steps
    Seen in: pytorch 3214
    """
    match case.run.schedule:
        case CosineAnnealingLR(T_max=turn) as schedule if case.steps is not None and turn < case.steps - 1:
            top = min(2 * turn, case.steps - 1)
            message = f"after step {turn} the learning rate rises again, to {case.rates(top)[0]:.3g} at step {top}"
            fixed = replace(case.run, schedule=replace(schedule, T_max=case.steps))
            yield Found(message, fixed, field="schedule.T_max", step=turn)
