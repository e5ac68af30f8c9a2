"""The extent of a view: the stretch that is in sight of a plan, or of the quantity that losses are drawn against."""

from __future__ import annotations

from math import ceil
from typing import Literal

from lrviz.catalog.quantity import QUANTITIES
from lrviz.ui.store import Store


class Extent:
    """All that can be looked at, until a person zooms to a stretch of it."""

    def __init__(self, along: Literal["steps", "quantity"], store: Store) -> None:
        self._along, self._store = along, store
        self._zoomed: tuple[float, float] | None = None

    @property
    def per_unit(self) -> float:
        """Updates in one of what is counted along the axis."""
        return self._store.per_unit if self._along == "steps" else 1.0

    @property
    def limits(self) -> tuple[float, float]:
        """The ends of what runs across, as the axis counts."""
        if self._along == "quantity":
            quantity = QUANTITIES[self._store.quantity]
            return quantity.low, quantity.high
        return 0.0, max(1, self._store.experiment.training.steps - 1) / self.per_unit

    @property
    def updates(self) -> tuple[float, float]:
        """The first and last update in sight."""
        last = max(1, self._store.experiment.training.steps - 1)
        first, end = self._zoomed or (0.0, float(last))
        return max(0.0, min(first, last - 1)), max(1.0, min(end, last))

    @property
    def whole_updates(self) -> tuple[int, int]:
        """Those in whole updates."""
        first, last = self.updates
        return int(first), ceil(last)

    @property
    def of_quantity(self) -> tuple[float, float] | None:
        """The stretch of a loss that was zoomed to; None where the quantity is another one since."""
        low, high = self.limits
        inside = self._zoomed is not None and low <= self._zoomed[0] < self._zoomed[1] <= high
        return self._zoomed if inside else None

    def zoom(self, first: float, last: float) -> None:
        """Look at a stretch, as the axis counts."""
        self._zoomed = first * self.per_unit, last * self.per_unit

    def zoom_out(self) -> None:
        """Look at all of it."""
        self._zoomed = None

    def leaves_out(self, update: int) -> bool:
        """Whether an update isn't in sight."""
        return self._zoomed is not None and not self._zoomed[0] <= update <= self._zoomed[1]
