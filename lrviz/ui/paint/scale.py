"""From values to pixels along one axis, for any axis and any value."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lrviz.ui.figure import Axis, Floats

FAR = 20_000.0
"""Pixels beyond which a line isn't followed: painters lose precision there."""
WIDEST = 1e300


def sane(axis: Axis) -> Axis:
    """Give the axis with a stretch that can be drawn: finite, some length, above 0 if it is logarithmic."""
    low, high = (bound if math.isfinite(bound) else fallback for bound, fallback in ((axis.low, 0.0), (axis.high, 1.0)))
    low, high = sorted((max(-WIDEST, min(low, WIDEST)), max(-WIDEST, min(high, WIDEST))))
    if axis.log:
        high = max(high, 1e-299) if high > 0 else 1.0
        low = low if low > 0 else high * 1e-3
        low = max(low, 1e-300)
        if high / low < 1.001:
            low, high = low / 1.001, high * 1.001
        return replace(axis, low=low, high=high)
    least = max(1e-9 * max(abs(low), abs(high)), 2.0 if axis.form == "whole" else 1e-290)
    if high - low < least:
        middle = low + (high - low) / 2
        pad = least if low or high else 1.0
        low, high = middle - pad, middle + pad
    return replace(axis, low=low, high=high)


@dataclass(frozen=True)
class Scale:
    """An axis laid out from pixel `start` (its low) to pixel `end` (its high)."""

    axis: Axis
    start: float
    end: float

    @classmethod
    def of(cls, axis: Axis, start: float, end: float) -> Scale:
        """Lay an axis out; a stretch that can't be drawn is replaced by one that can."""
        return cls(sane(axis), start, end)

    def pixels(self, values: Floats) -> Floats:
        """Give the pixel of each value; NaN stays, what a log axis can't show becomes NaN, what is far stays far."""
        low, high = self.axis.low, self.axis.high
        with np.errstate(all="ignore"):
            if self.axis.log:
                values = np.log10(np.where(values > 0, values, np.nan))
                low, high = math.log10(low), math.log10(high)
            share = (values - low) / (high - low)
            return np.clip(self.start + share * (self.end - self.start), -FAR, FAR)

    def pixel(self, value: float) -> float:
        """Give the pixel of one value."""
        low, high = self.axis.low, self.axis.high
        if self.axis.log:
            if not value > 0:
                return math.nan
            value, low, high = math.log10(value), math.log10(low), math.log10(high)
        place = self.start + (value - low) / (high - low) * (self.end - self.start)
        return place if math.isnan(place) else max(-FAR, min(place, FAR))

    @property
    def length(self) -> float:
        """How many pixels one unit of a linear axis is long; below 0 where the axis runs the other way."""
        return (self.end - self.start) / (self.axis.high - self.axis.low)

    def value(self, pixel: float) -> float:
        """Give the value at a pixel."""
        share = (pixel - self.start) / (self.end - self.start) if self.end != self.start else 0.0
        low, high = self.axis.low, self.axis.high
        return float(low * (high / low) ** share) if self.axis.log else low + share * (high - low)


Mask = NDArray[np.bool_]
