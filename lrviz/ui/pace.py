"""Pace: how long an update of a race takes, from when its news come in."""

from __future__ import annotations

import math


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
