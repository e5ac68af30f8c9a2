"""Peak: a run whose rates are all a share of what they are."""

from __future__ import annotations

import math
from typing import Any

from msgspec.structs import replace

from lrviz.catalog.schedule import Schedule
from lrviz.errors import SpecError
from lrviz.run import Group, Run
from lrviz.spec import fields

ROUNDING = 1e-9
"""Digits that a rate is short of a whole number of units by rounding alone."""


def lowered(run: Run, share: float) -> Run | None:
    """Give the run with so small a share of each of its rates, rounded down to two digits; None where there is none."""
    schedule = run.schedule
    try:
        return replace(
            run,
            optimizer=run.optimizer.with_rate(_rounded(share * run.optimizer.rate)),
            groups=tuple(_group(group, share) for group in run.groups),
            schedule=None if schedule is None else _schedule(schedule, share),
        )
    except SpecError:
        return None


def _group(group: Group, share: float) -> Group:
    return group if group.lr is None else replace(group, lr=_rounded(share * group.lr))


def _schedule(schedule: Schedule, share: float) -> Schedule:
    """Give a schedule whose own rates, and those of its parts, are lowered."""
    return replace(
        schedule,
        **{
            field.name: _value(getattr(schedule, field.name), share, rate=field.unit == "lr")
            for field in fields(type(schedule))
        },
    )


def _value(value: Any, share: float, *, rate: bool) -> Any:
    if isinstance(value, Schedule):
        return _schedule(value, share)
    if isinstance(value, tuple):
        return tuple(_value(one, share, rate=rate) for one in value)
    return _rounded(share * value) if rate and isinstance(value, float) else value


def _rounded(rate: float) -> float:
    """Round a rate down to two digits."""
    if not 0 < rate < math.inf:
        return rate
    unit = 10.0 ** (math.floor(math.log10(rate)) - 1)
    return float(f"{math.floor(rate / unit + ROUNDING) * unit:.2g}")
