"""Basins in the window: where walks on a surface would settle, found in the worker, since that takes a while."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np
from PySide6.QtCore import QObject, Signal

from lrviz.basins import Basin, Basins
from lrviz.catalog.surface import Surface
from lrviz.events import Block, Event, Settle, Settled
from lrviz.results import Floats
from lrviz.ui.racing.errand import Errand
from lrviz.ui.racing.races import Races

KEPT = 16
SLOT = "basins"

Key = tuple[Surface, bytes]


class Settling(QObject):
    """Asks for the basins of some ends once, and keeps the last answers."""

    changed = Signal()
    """An answer came in."""

    def __init__(self, races: Races) -> None:
        super().__init__(races)
        self._errand = Errand(races, SLOT, races)
        self._errand.heard.connect(self._keep)
        self._errand.ended.connect(self._ended)
        self._kept: OrderedDict[Key, Basins | None] = OrderedDict()
        self._asked: Key | None = None

    def of(self, surface: Surface, ends: Floats) -> Basins | None:
        """Give the basins that ends (k, 2) lie in; None until they are found."""
        key = surface, ends.tobytes()
        if key in self._kept:
            return self._kept[key]
        if key != self._asked:
            self._asked = key
            self._errand.start(Settle(surface, Block.of(ends)))
        return None

    def _ended(self, why: str) -> None:
        if self._errand.died:
            self._asked = None
        elif why and self._asked is not None:
            self._kept[self._asked] = None  # it would fail again

    def _keep(self, events: tuple[Event, ...]) -> None:
        event, key = events[-1], self._asked
        if key is None or not isinstance(event, Settled):
            return
        of = event.of.array
        shares = np.bincount(of[of >= 0], minlength=len(event.minima.array)) / max(1, len(of))
        minima = tuple(
            Basin((x, y), height, share)
            for (x, y, height), share in zip(event.minima.array.tolist(), shares.tolist(), strict=True)
        )
        self._kept[key] = Basins(minima, of.astype(np.intp))
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.changed.emit()
