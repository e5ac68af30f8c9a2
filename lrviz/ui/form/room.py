"""The room a schedule has: what its form measures step counts and curves by."""

from __future__ import annotations

from typing import NamedTuple, Self


class Room(NamedTuple):
    """So many steps of a `plan` as many steps long, from a rate `lr`; `unit` is what a step is called.

    The optimizer has as many parameter `groups`.
    """

    steps: int
    lr: float
    unit: str
    plan: int
    groups: int = 1

    @classmethod
    def of(cls, steps: int, lr: float, unit: str, groups: int = 1) -> Self:
        """Give the room of a whole plan."""
        return cls(steps, lr, unit, steps, groups)

    def within(self, span: range) -> Room:
        """Give the room of a part that has these of its steps."""
        return Room(max(1, len(span)), self.lr, self.unit, self.steps, self.groups)
