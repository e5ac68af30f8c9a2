"""How the length of a slider stands for numbers: evenly or by ratio, whole or not, and what one key press adds."""

from __future__ import annotations

import math
from dataclasses import dataclass

_ZERO_END = 0.03
"""The share of a logarithmic slider, at its left end, that means 0 where 0 is allowed."""
_MARKS = 256
"""How many values a slider tells apart: about one a pixel in a sidebar of 288."""


@dataclass(frozen=True)
class Scale:
    """The numbers from `low` to `high` along a slider.

    On a logarithmic one, `zero` keeps its left end for 0, which no logarithm reaches. Values are rounded to what a
    pixel can tell (1, 2 or 5 times a power of ten; three digits where they are whole), so that fields stay short. Whole
    ones may lie `step` apart, from the lowest on.
    """

    low: float
    high: float
    log: bool = False
    whole: bool = False
    zero: bool = False
    step: int = 1

    def __post_init__(self) -> None:
        """Check that there is a stretch to slide along.

        Raises
        ------
        ValueError
            The ends are in the wrong order, or a logarithmic scale doesn't start above 0.
        """
        if not self.low < self.high or (self.log and self.low <= 0):
            raise ValueError(f"a slider can't run from {self.low} to {self.high}")

    def share(self, value: float) -> float:
        """Give where `value` stands, from 0 at the left end to 1 at the right; beyond the ends, the end."""
        if self.log:
            if value < self.low:
                return 0.0 if self.zero else self._first()
            along = math.log(value / self.low) / math.log(self.high / self.low)
            return min(1.0, self._first() + (1 - self._first()) * along)
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))

    def value(self, share: float) -> int | float:
        """Give the number at a share of the length."""
        if self.zero and self.log and share < self._first() / 2:
            return 0 if self.whole else 0.0
        along = (min(1.0, max(0.0, share)) - self._first()) / (1 - self._first())
        if along <= 0 or along >= 1:
            end = self.low if along <= 0 else self.high
            return self._stepped(end) if self.whole else float(end)
        if self.log:
            exact = self.low * (self.high / self.low) ** along
            quantum = 10.0 ** (math.floor(math.log10(exact)) - (2 if self.whole else 1))
        else:
            exact = self.low + (self.high - self.low) * along
            quantum = _one_two_five((self.high - self.low) / _MARKS)
        rounded = min(self.high, max(self.low, exact if self.step > 1 else self._rounded(exact, quantum)))
        return self._stepped(rounded) if self.whole else float(rounded)

    def beside(self, value: float, steps: int) -> int | float:
        """Give the number `steps` key presses above (below, where negative) `value`, stopping at the ends.

        A press is one step for whole numbers, a hundredth of the range rounded to 1, 2 or 5 for even scales, and a
        tenth of the leading digit's place on logarithmic ones, where 0 lies below the lowest number. A number beyond
        the ends (they are hints) moves on by the same presses.
        """
        moved = self._pressed(value, steps)
        least = 0 if self.zero else self.low
        if least <= value <= self.high:
            moved = min(self.high, max(least, moved))
        return round(moved) if self.whole else float(moved)

    def _pressed(self, value: float, steps: int) -> float:
        if self.whole:  # from between two steps the first press goes to the next one
            at = (round(value) - self.low) / self.step
            return self.low + self.step * ((math.floor(at) if steps > 0 else math.ceil(at)) + steps)
        if not self.log:
            quantum = _one_two_five((self.high - self.low) / 100)
            return self._rounded(value + steps * quantum, quantum / 1000)
        for _ in range(abs(steps)):
            value = self._nudged(value, 1 if steps > 0 else -1)
        return value

    def _nudged(self, value: float, up: int) -> float:
        if value < self.low if up > 0 else value <= self.low:
            return self.low if up > 0 else 0.0 if self.zero or value <= 0 else value
        # going down from 0.1 the tenth is that of 0.09…
        place = math.floor(math.log10(value) + (1e-9 if up > 0 else -1e-9))
        return self._rounded(value + up * 10.0 ** (place - 1), 10.0 ** (place - 2))

    def _stepped(self, value: float) -> int:
        """Give the nearest whole number a whole number of steps above the lowest, and not above the highest."""
        if self.step == 1 or value < self.low:
            return round(value)
        most = math.floor((self.high - self.low) / self.step)
        return round(self.low + self.step * min(most, round((value - self.low) / self.step)))

    def _first(self) -> float:
        """Give where the lowest number stands."""
        return _ZERO_END if self.zero and self.log else 0.0

    def _rounded(self, exact: float, quantum: float) -> float:
        if self.whole:
            return round(exact / max(1.0, quantum)) * max(1.0, quantum)
        digits = max(0, -math.floor(math.log10(quantum) + 1e-9))
        return round(round(exact / quantum) * quantum, digits)


def _one_two_five(least: float) -> float:
    """Give the smallest of 1, 2, 5 times a power of ten that is at least `least`."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(times * power for times in (1, 2, 5, 10) if times * power >= least * (1 - 1e-9))
