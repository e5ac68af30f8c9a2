"""Law: what a forecast of the loss takes and gives, whichever law it follows."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Protocol

from lrviz.laws.pace import Counts, Pace
from lrviz.results import Floats


@dataclass(frozen=True, eq=False)
class Predicted:
    """A law's losses after some updates of a run, in the law's unit, each (m,): between `low` and `high`.

    `final` is the loss after the run's last update. `best_lr` is the peak rate that gives the lowest one, in the unit
    of the rates (of the bound: in D/G), None where the law knows no best. `notes` are sentences on this run.
    """

    loss: Floats
    low: Floats
    high: Floats
    final: float
    best_lr: float | None = None
    notes: tuple[str, ...] = ()


class Law(Hashable, Protocol):
    """A law by its `name`, with the `unit` of its losses, what it `assumes` and its `source`, each for people."""

    @property
    def name(self) -> str: ...

    @property
    def unit(self) -> str: ...

    @property
    def assumes(self) -> str: ...

    @property
    def source(self) -> str: ...

    @property
    def band(self) -> float:
        """By how much two final losses must differ before either is called lower: see `apart`."""
        ...

    def outside(self, pace: Pace, *, adaptive: bool) -> str:
        """Say why the law holds nothing for a run, as the end of a sentence; empty where it does."""
        ...

    def predicted(self, pace: Pace, at: Counts) -> Predicted:
        """Give the loss after each of the updates `at` of a run that isn't outside."""
        ...

    def slope(self, pace: Pace) -> tuple[float, Floats]:
        """Give the loss after the last update, and what it changes by with each stretch's rate, shape (n,)."""
        ...

    def apart(self, one: float, other: float) -> bool:
        """Whether two final losses differ by more than the law can be wrong about their order."""
        ...
