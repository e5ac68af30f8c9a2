"""Pace: how long an update of a race takes, from when its news come in."""

from __future__ import annotations

import math
from collections import deque

NEWS = 61
"""How many of the last news say how fast a race is now."""


class Pace:
    """Adds up how long updates took while a race ran on; pauses don't count."""

    def __init__(self) -> None:
        self._spent, self._updates = 0.0, 0
        self._last: tuple[int, float] | None = None

    def note(self, updates: int, now: float) -> None:
        """Note that so many updates are done by now, in seconds of any clock."""
        if self._last is not None and updates > self._last[0]:
            self._spent += now - self._last[1]
            self._updates += updates - self._last[0]
        if self._last is None or updates > self._last[0]:
            self._last = updates, now

    def hold(self) -> None:
        """Let what passes until the next news not count."""
        self._last = None

    @property
    def seconds(self) -> float:
        """Seconds an update took; NaN before two of its news came."""
        return self._spent / self._updates if self._updates else math.nan


class Recent:
    """Says from the last news of a race how long it still needs."""

    def __init__(self) -> None:
        self._news: deque[tuple[float, int]] = deque(maxlen=NEWS)

    def note(self, updates: int, now: float) -> None:
        """Note that so many updates are done by now, in seconds of any clock."""
        self._news.append((now, updates))

    def forget(self) -> None:
        """Let what came so far not count."""
        self._news.clear()

    def seconds_until(self, updates: int) -> float | None:
        """Give the seconds until so many updates are done; None while that isn't known."""
        if len(self._news) < 2:
            return None
        (then, before), (now, done) = self._news[0], self._news[-1]
        pace = (done - before) / max(now - then, 1e-3)
        return (updates - done) / pace if pace > 0 else None
