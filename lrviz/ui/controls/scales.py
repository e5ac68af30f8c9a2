"""Which numbers a parameter's slider runs over: what its annotation hints at, or what its bounds and default allow."""

from __future__ import annotations

import math
from typing import NamedTuple

import msgspec
from msgspec import inspect

from lrviz.spec import Field
from lrviz.ui.controls.scale import Scale


class Limits(NamedTuple):
    """What a number's annotation bounds it by; None where it doesn't."""

    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    lt: float | None = None


def scale_of(field: Field, steps: int | None = None, step: int = 1) -> Scale:
    """Give the scale of a number's slider; a count of steps runs over a plan of `steps`, by ratio.

    `step` is the value of the field that the number has to be a multiple of, where it names one.
    """
    whole = field.kind in {"int", "ints"}
    zero = allows(field, 0)
    if field.unit == "steps" and steps is not None:
        return Scale(1, max(2, steps), log=True, whole=True, zero=zero)
    low, high = field.slider or _guessed(field)
    if field.scale == "log" and low <= 0:
        low = 1 if whole else high * 1e-6
    log = field.scale == "log"
    if isinstance(field.step, str):
        low, high = math.ceil(low / step) * step, max(high, 2 * step)
    return Scale(low, high, log, whole, zero and log, field.step if isinstance(field.step, int) else step)


def allows(field: Field, value: object) -> bool:
    """Tell whether a field's annotation accepts a value."""
    try:
        msgspec.convert(value if field.kind in {"int", "float"} else [value], field.type)
    except msgspec.ValidationError:
        return False
    return True


def limits_of(field: Field) -> Limits:
    """Give the limits of a number; none where the field isn't one."""
    kinds = [_bare(inspect.type_info(field.type))]
    if isinstance(kinds[0], inspect.UnionType):
        kinds = [_bare(kind) for kind in kinds[0].types]
    number = next((kind for kind in kinds if isinstance(kind, (inspect.IntType, inspect.FloatType))), None)
    return Limits(number.ge, number.gt, number.le, number.lt) if number is not None else Limits()


def length(field: Field) -> int | None:
    """Give how many values a tuple must have, None where it may have any number."""
    kind = _bare(inspect.type_info(field.type))
    return len(kind.item_types) if isinstance(kind, inspect.TupleType) else None


def _bare(kind: inspect.Type) -> inspect.Type:
    while isinstance(kind, inspect.Metadata):
        kind = kind.type
    return kind


def _guessed(field: Field) -> tuple[float, float]:
    """Give a range around the default, for a field whose annotation hints at none."""
    middle = field.default if isinstance(field.default, (int, float)) and field.default else 1
    if field.scale == "log":
        return abs(middle) / 1000, abs(middle) * 1000
    low = 0 if allows(field, 0) or field.kind == "float" else 1
    return (low, max(10, 4 * abs(middle))) if field.kind == "int" else (low, 2 * abs(middle))
