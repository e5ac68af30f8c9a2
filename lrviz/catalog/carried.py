"""What a schedule of another class takes over from the one before it."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
import numpy as np

from lrviz.catalog.schedule import EXAMPLE_STEPS, SHARES, Schedule
from lrviz.errors import SpecError
from lrviz.spec import Field, Spec, fields

S = TypeVar("S", bound=Spec)
R = TypeVar("R", bound=Schedule)


def fitted(cls: type[R], old: Schedule | None, steps: int, lr: float) -> R:
    """Give a schedule of another class for a plan of `steps` scheduler steps from `lr`, with what carries over.

    It spans what the old one spanned, warms up as long, and keeps what has the same name and means the same.
    """
    over = None if old is None else horizon(old)
    return _warmed(old, kept(old, cls.fitted(over or steps, lr)))


def kept(old: Spec | None, new: S) -> S:
    """Give `new` with the values of `old` that mean the same in both: same name and kind, required in both or neither.

    What makes no valid value together is left as it is in `new`.
    """
    if old is None:
        return new
    before = {field.name: field for field in fields(type(old))}
    for field in fields(type(new)):
        was = before.get(field.name)
        if was is not None and (was.kind, was.required) == (field.kind, field.required):
            new = _with(new, field.name, getattr(old, field.name))
    return new


def horizon(schedule: Schedule) -> int | None:
    """Give the step at which the schedule has come down; None where it says none.

    The step count that a new form sets to the whole plan says it; of parts after one another, that of the last. One
    that is then at its highest rate has only warmed up.
    """
    parts: tuple[Schedule, ...] = getattr(schedule, "schedulers", ())
    if parts:
        last, begun = horizon(parts[-1]), getattr(schedule, "milestones", ())
        return None if last is None else last + (begun[-1] if begun else 0)
    counts = [getattr(schedule, field.name) for field in fields(type(schedule)) if spans_plan(type(schedule), field)]
    last = max((max(one) if isinstance(one, tuple) else one for one in counts if one is not None), default=0)
    with np.errstate(all="ignore"):
        rates = schedule.at(np.array([0, last // 2, max(0, last - 1)]), 1.0) if last > 0 else np.zeros(3)
    return last if rates[-1] < np.max(rates[:-1]) else None


def spans_plan(cls: type[Schedule], field: Field) -> bool:
    """Whether a field counts the steps of the whole plan in a new form."""
    if field.unit != "steps":
        return False
    if field.name in SHARES:
        return SHARES[field.name] == (1,)
    example: Any = getattr(cls.example(), field.name)
    return example is not None and bool(np.max(example) == EXAMPLE_STEPS)


def _warmed(old: Schedule | None, new: R) -> R:
    """Give `new` with the steps that `old` warms up for, where both have a field for it; libraries name it apart."""
    before = None if old is None else _warmup(type(old))
    after = _warmup(type(new))
    return new if before is None or after is None else _with(new, after, getattr(old, before))


def _warmup(cls: type[Schedule]) -> str | None:
    return next((field.name for field in fields(cls) if field.unit == "steps" and "warmup" in field.name), None)


def _with(value: S, name: str, field: Any) -> S:
    try:
        return msgspec.structs.replace(value, **{name: field})
    except SpecError:
        return value
