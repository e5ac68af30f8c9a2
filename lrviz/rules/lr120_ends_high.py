"""LR120: a decay that ends at a tenth of the peak or more."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from msgspec.structs import replace

from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.catalog.schedules.swalr import SWALR
from lrviz.errors import SpecError
from lrviz.laws.bound import Bound
from lrviz.laws.pace import Pace
from lrviz.rules.horizon import last_handle, lasting, share_of_plan
from lrviz.rules.outline import outline
from lrviz.rules.parts import Part, leaves
from lrviz.rules.rule import Case, Found, rule
from lrviz.run import Run
from lrviz.sentences import say

SHORT = 10
"""A plan of fewer steps is a trial."""
MUCH, ALL = 0.1 * (1 - 1e-6), 0.95
"""The shares of the peak between which a last rate is that of a decay that ends high; above, it hardly decays."""
FLOORS = (
    "eta_min",
    "lr_min",
    "min_lr",
    "min_lr_rate",
    "min_lr_ratio",
    "final_ratio",
    "final_factor",
    "end_factor",
    "alpha",
)
"""What schedulers call the rate, or the share of it, that they go down to."""


@rule("LR120", "info")
def ends_high(case: Case) -> Iterator[Found]:
    """A decay to 10 % of the peak is common practice for large models; one to 0 ends at a lower loss more often.

    Only said where the rate decays at all: a constant rate, and one that goes up and down, are left alone.

    Bad:  CosineAnnealingLR(optimizer, T_max=1000, eta_min=0.01)  # 1000 steps
    Good: CosineAnnealingLR(optimizer, T_max=1000, eta_min=0.001)  # 1000 steps
    Bad:  CosineAnnealingLR(optimizer, T_max=2000)  # 1000 steps
    Good: ConstantLR(optimizer, factor=1.0)  # 1000 steps
    Seen in: arXiv 2502.15938
    """
    schedule, seen = case.run.schedule, outline(case)
    if schedule is None or seen is None or case.steps is None or case.steps < SHORT or case.run.listens:
        return
    if isinstance(schedule, Resumed | CyclicLR | SWALR) or seen.stops < case.steps:
        return
    if MUCH * seen.peak <= seen.last < ALL * seen.peak and seen.top < case.steps - 1:
        share = 100 * seen.last / seen.peak
        message = say(
            "the learning rate ends at {last:.3g}, {share:.2g} % of its peak of {peak:.3g}",
            last=seen.last,
            share=share,
            peak=seen.peak,
        )
        field, fixed = _to_zero(case)
        left = _left(case, fixed)
        if left:
            message = say("{high}; {left}", high=message, left=left)
        yield Found(message, fixed, field, case.steps - 1)


def _left(case: Case, fixed: Run | None) -> str:
    """Say what going to 0 leaves by the bound; nothing where it isn't known how, or where it leaves no less."""
    each = case.updates_per_epoch if case.run.stepped == "epoch" else 1
    if fixed is None or case.steps is None or each is None:
        return ""
    paces = [Pace.glanced(one.rates, case.steps, each) for one in (case, dataclasses.replace(case, run=fixed))]
    if not all(len(pace.rates) for pace in paces):  # at 0 nothing would be left that moves
        return ""
    own, other = map(Bound().end, paces)
    if other >= own:
        return ""
    left = say(
        "at 0 the bound leaves {other:.3g} instead of {own:.3g}: {less:.2g} % less",
        other=other,
        own=own,
        less=100 * (1 - other / own),
    )
    return left if Bound().apart(own, other) else say("{left}, less than the bound can be wrong by", left=left)


def _to_zero(case: Case) -> tuple[str, Run | None]:
    """Give the field that keeps the last part up, and the run in which it goes to 0 at the plan's end."""
    last = [part for part in leaves(case.run, case.steps) if part.last == case.steps]
    if len(last) != 1:
        return "schedule", None
    part = last[0]
    handle = last_handle(part.schedule)
    if handle is not None and part.room is not None and handle.step > part.room + 1 and share_of_plan(handle.path) == 1:
        return f"{part.field}.{handle.path}", lasting(part, handle)
    name = next((name for name in FLOORS if getattr(part.schedule, name, None)), None)
    return ("schedule", None) if name is None else (f"{part.field}.{name}", _without(part, name))


def _without(part: Part, name: str) -> Run | None:
    changed: dict[str, float] = {name: 0.0}
    try:
        return part.put(replace(part.schedule, **changed))
    except SpecError:
        return None
