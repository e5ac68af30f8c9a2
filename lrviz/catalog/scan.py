"""Scans: rates that can only be had one after the other, with enough of them kept that none is found twice."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.schedule import Rates, Schedule, Steps

BLOCK = 1 << 14
"""Steps found at once: they stay in the processor's cache, and take well under a millisecond."""
FINEST = 32
"""Steps of the stretches that are kept at first."""
MOST_KEPT = 1 << 18
"""Stretches kept, of 24 bytes each. Where there would be more, two and two become one of twice as many steps."""


class Kept(NamedTuple):
    """Of each `stride` steps the last rate, the lowest and the highest; the first `whole` are known."""

    stride: int
    whole: int
    last: Rates
    low: Rates
    high: Rates


class Bands(NamedTuple):
    """The lowest and highest rate from step `edges[i]` up to `edges[i + 1]`, the latter excluded."""

    edges: Steps
    low: Rates
    high: Rates


class Scan:
    """The rates of a schedule that scans, for a group whose own rate is `lr`: the first `known` of them.

    One thread may `extend` it while others read what is known. It ends at the first rate that is no finite number.
    """

    def __init__(self, schedule: Schedule, lr: float) -> None:
        self._schedule, self._lr = schedule, lr
        self._lock = threading.Lock()
        self._reached, self._rate = 0, lr
        self._part: list[tuple[float, float]] = []  # lows and highs of a stretch longer than a block
        self._kept = Kept(FINEST, 0, *(np.empty(1024) for _ in range(3)))
        self.known = 0
        self.ended = False

    def extend(self) -> tuple[int, Rates]:
        """Find the rates of the next block, and give its first step and them; none behind the end."""
        with self._lock:
            first = self._reached
            if self.ended:
                return first, np.empty(0)
            rates = self._block(self._reached, BLOCK, self._rate)
            finite = np.isfinite(rates)
            if not finite.all():
                rates, self.ended = rates[: int(finite.argmin())], True
            self._reached += len(rates)
            if len(rates):
                self._rate = float(rates[-1])
                self._keep(rates)
            self.known = self._reached if self.ended else self._kept.whole * self._kept.stride
            return first, rates

    def reach(self, steps: int) -> None:
        """Find the rates of so many first steps, however long that takes."""
        while self.known < steps and not self.ended:
            self.extend()

    def at(self, t: Steps) -> Rates:
        """Give the rate at each of the steps `t`, nan behind the end; unknown ones are found first."""
        steps = np.asarray(t)
        flat = steps.reshape(-1)
        rates = np.full(flat.shape, np.nan)
        order = np.argsort(flat, kind="stable")
        ordered = flat[order]
        left = np.ones(len(flat), np.bool_)

        def take(start: int, found: Rates) -> None:
            low, high = np.searchsorted(ordered, [start, start + len(found)])
            rates[order[low:high]] = found[ordered[low:high] - start]
            left[low:high] = False

        while self.known <= ordered.max(initial=-1) and not self.ended:
            take(*self.extend())
        for first, last in self._clusters(ordered[left & (ordered < self.known)]):
            for block in self._walk(first, last):
                take(*block)
        return rates.reshape(steps.shape)

    def bands(self, first: int, last: int, most: int) -> Bands:
        """Give lows and highs of the known steps `first` to `last`, both included, in at most so many bands.

        Those at the ends may be of a few steps more.
        """
        kept = self._kept
        start, stop = first // kept.stride, last // kept.stride + 1
        edges = start + (stop - start) * np.arange(min(most, stop - start) + 1) // min(most, stop - start)
        low = np.minimum.reduceat(kept.low[start:stop], edges[:-1] - start)
        high = np.maximum.reduceat(kept.high[start:stop], edges[:-1] - start)
        return Bands(np.clip(edges * kept.stride, first, last + 1), low, high)

    def _block(self, first: int, count: int, before: float) -> Rates:
        with np.errstate(all="ignore"):
            return accumulated(before, *self._schedule.links(np.arange(first, first + count), self._lr))

    def _keep(self, rates: Rates) -> None:
        """Add the rates of a block, whole stretches or a part of one."""
        stride = self._kept.stride
        whole = len(rates) // stride * stride
        ends = np.arange(0, len(rates), stride) if self.ended or whole == len(rates) else np.zeros(1, np.intp)
        low, high = np.minimum.reduceat(rates, ends), np.maximum.reduceat(rates, ends)
        last = rates[np.minimum(ends + stride, len(rates)) - 1]
        if stride > BLOCK or self._part:
            self._part.append((float(low.min()), float(high.max())))
            if self._reached % stride and not self.ended:
                return
            lows, highs = zip(*self._part, strict=True)
            low, high, last = np.array([min(lows)]), np.array([max(highs)]), rates[-1:]
            self._part = []
        self._add(last, low, high)

    def _add(self, *new: Rates) -> None:
        """Append stretches, and join two and two once there are too many."""
        stride, count, *arrays = self._kept
        total = count + len(new[0])
        if total > len(arrays[0]):
            arrays = [np.concatenate((array[:count], np.empty(total))) for array in arrays]
        for array, values in zip(arrays, new, strict=True):
            array[count:total] = values
        if total >= MOST_KEPT and total % 2 == 0:
            last, low, high = (array[:total].reshape(-1, 2) for array in arrays)
            stride, total = 2 * stride, total // 2
            arrays = [last[:, 1].copy(), low.min(axis=1), high.max(axis=1)]
        self._kept = Kept(stride, total, *arrays)  # at once: whoever reads has the old or the new

    def _clusters(self, ordered: Steps) -> Iterator[tuple[int, int]]:
        """Give the first and last of steps that lie in neighbouring stretches."""
        if len(ordered):
            gaps = np.flatnonzero(np.diff(ordered // self._kept.stride) > 1)
            for first, last in zip(np.append(0, gaps + 1), np.append(gaps, len(ordered) - 1), strict=True):
                yield int(ordered[first]), int(ordered[last])

    def _walk(self, first: int, last: int) -> Iterator[tuple[int, Rates]]:
        """Give the rates of known steps `first` to `last` again, block by block, from the last one kept before."""
        kept = self._kept
        place = min(first // kept.stride, kept.whole)
        start, before = place * kept.stride, self._lr if place == 0 else float(kept.last[place - 1])
        while start <= last:
            found = self._block(start, min(BLOCK, last + 1 - start), before)
            if start + len(found) > first:
                yield start, found
            start, before = start + len(found), float(found[-1])


@lru_cache(maxsize=16)  # of at most 6 MB each
def scan_of(schedule: Schedule, lr: float) -> Scan:
    """Give the scan of a schedule and a group's own rate: the same one again while it is among the last used."""
    return Scan(schedule, lr)


def accumulated(before: float, a: Rates, b: Rates | None = None) -> Rates:
    """Give x[k] = a[k] · x[k − 1] + b[k], x[−1] being `before`.

    Without b that is the running product which torch forms, bit for bit. With it the last digits may differ.

    >>> accumulated(1.0, np.array([2.0, 0.5, 0.5]), np.array([0.0, 0.0, 1.0]))
    array([2. , 1. , 1.5])
    """
    if b is None or not b.any():
        return np.multiply.accumulate(np.concatenate(([before], a)))[1:]
    rows = math.isqrt(len(a) - 1) + 1
    slopes, shifts = _columns(a, rows, 1.0), _columns(b, rows, 0.0)
    slope, shift = np.ones(slopes.shape[1]), np.zeros(slopes.shape[1])
    for along, across in zip(slopes, shifts, strict=True):
        slope, shift = slope * along, shift * along + across
    if not (np.isfinite(slope).all() and np.isfinite(shift).all()):
        return _one_by_one(before, a, b)
    starts = [before]
    for along, across in zip(slope[:-1].tolist(), shift[:-1].tolist(), strict=True):
        starts.append(along * starts[-1] + across)
    found, x = np.empty(slopes.shape), np.array(starts)
    for row, along, across in zip(found, slopes, shifts, strict=True):
        row[:] = x = along * x + across
    return found.T.reshape(-1)[: len(a)]


def _columns(values: Rates, rows: int, fill: float) -> NDArray[np.float64]:
    """Lay values out in columns of so many rows, the last filled up."""
    padded = np.append(values, np.full(-len(values) % rows, fill))
    return np.ascontiguousarray(padded.reshape(-1, rows).T)


def _one_by_one(before: float, a: Rates, b: Rates) -> Rates:
    """Do the same in Python, where products of slopes leave the range of numbers though the rates don't."""
    found, x = [], before
    for along, across in zip(a.tolist(), b.tolist(), strict=True):
        x = along * x + across
        found.append(x)
    return np.array(found)
