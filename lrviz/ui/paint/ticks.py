"""Where an axis has its numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from lrviz.ui import numbers
from lrviz.ui.figure import Axis
from lrviz.ui.paint.scale import sane

WANTED = 5
MOST = 8
NAME = 12
"""Characters of a name that are written."""


@lru_cache(maxsize=512)
def ticks(axis: Axis, room: int = MOST) -> tuple[float, ...]:
    """Give the values an axis is labelled at: 4 to 6 where that is possible, never more than `room` or 8.

    Linear axes step by 1, 2 or 5 × 10ⁿ; log axes stand at 1, 2 and 5 × 10ⁿ, beyond three decades at 10ⁿ only.
    """
    if axis.names:
        return tuple(float(place) for place in range(0, len(axis.names), math.ceil(len(axis.names) / max(1, room))))
    axis, room = sane(axis), max(2, min(room, MOST))
    return tuple(_log(axis, room) if axis.log else _linear(axis, room))


def labels(axis: Axis, places: Sequence[float]) -> list[str]:
    """Write what an axis has at its ticks: its names, cut to NAME characters, or its numbers."""
    if axis.names:
        named = (axis.names[round(place)] for place in places)
        return [name if len(name) <= NAME else f"{name[: NAME - 1]}…" for name in named]
    return numbers.ticks(places, axis.form, log=axis.log)


def _linear(axis: Axis, room: int) -> list[float]:
    span = axis.high - axis.low
    power = math.floor(math.log10(span / WANTED))
    steps = [(digit, power + shift) for shift in (-1, 0, 1) for digit in (1, 2, 5)]
    if axis.form == "whole":
        steps = [(digit, power) for digit, power in steps if power >= 0] or [(1, 0)]
    chosen = min((_multiples(axis, digit, power) for digit, power in steps), key=lambda found: _badness(found, room))
    return chosen[:: math.ceil(len(chosen) / room)]


def _badness(found: list[float], room: int) -> tuple[bool, bool, int]:
    return len(found) < 2, len(found) > room, abs(len(found) - min(WANTED, room))


def _multiples(axis: Axis, digit: int, power: int) -> list[float]:
    step = digit * 10.0**power
    first, last = math.ceil(axis.low / step - 1e-9), math.floor(axis.high / step + 1e-9)
    if last - first > 100:
        return []
    if power < 0:  # dividing by a whole number rounds once, multiplying by 0.1 twice
        return [digit * k / 10.0**-power if power > -300 else k * step for k in range(first, last + 1)]
    return [k * step for k in range(first, last + 1)]


def _log(axis: Axis, room: int) -> list[float]:
    low, high = math.log10(axis.low), math.log10(axis.high)
    powers = range(math.floor(low - 1e-9), math.ceil(high + 1e-9) + 1)
    fine = [float(f"{digit}e{power}") for power in powers for digit in (1, 2, 5)]
    fine = [value for value in fine if axis.low * (1 - 1e-9) <= value <= axis.high * (1 + 1e-9)]
    if high - low <= 3 and 2 <= len(fine) <= room:
        return fine
    decades = [float(f"1e{power}") for power in powers if low - 1e-9 <= power <= high + 1e-9]
    if len(decades) >= 2:
        stride = math.ceil(len(decades) / room)
        return decades[::stride] if len(decades[::stride]) >= 2 else [decades[0], decades[-1]]
    return fine[:: math.ceil(len(fine) / room)] if len(fine) >= 4 else _linear(replace(axis, form="number"), room)
