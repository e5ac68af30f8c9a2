"""Where cosines turn: their tops and bottoms, between the steps or on them."""

from __future__ import annotations

import math
from fractions import Fraction

FEW = 512
"""So many turns are given one by one; more of them as ranges, or not at all."""
RESIDUES = 128
"""How many different places between two steps the turns of a cosine may fall on, for ranges of them to pay."""
DRIFT = 1e-7
"""How far, in steps, a turn may be from where it is said to be: the rate moves by the square of that."""


def swings(first: int, length: int, halves: float, steps: int) -> tuple[range, ...] | None:
    """Give the steps before `steps` where a cosine turns that swings `halves` half periods in `length` steps.

    It starts from its top at step `first`. The turn is the first step at or after the true one. None: there are too
    many of them, and no pattern repeats.
    """
    if halves == 0 or steps <= first:
        return ()
    half = Fraction(length) / Fraction(halves)
    count = int((steps - first) / half)
    if count <= FEW:
        found = {first + math.ceil(k * half) for k in range(1, count + 1)}
        return tuple(range(turn, turn + 1) for turn in sorted(found) if 0 < turn < steps)
    near = _near(half)
    if abs(half - near) * count > DRIFT:
        return None
    period, places = near.numerator, near.denominator
    starts = {first + math.ceil(k * near) for k in range(1, 2 * places + 1)} if places <= period else None
    return tuple(
        range(start if start > 0 else start + 2 * period, steps, 2 * period)
        for start in sorted(starts or range(first + 1, first + 2 * period + 1))
    )


def _near(half: Fraction) -> Fraction:
    """Give the fraction next to `half` whose turns, or whose steps, fall on few different places."""
    return half.limit_denominator(RESIDUES) if half >= 1 else 1 / (1 / half).limit_denominator(RESIDUES)
