"""History: what a training has seen on its way, for those that leave it to go on by."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field


@dataclass(eq=False)
class History:
    """What a training has seen since its start, or that of the run it comes from.

    `losses` are those of its updates, `validations` (updates, validation loss) of when all were validated, and `told`
    the validation losses after each epoch, as far as somebody wanted them. All of them only grow.
    """

    losses: array[float] = field(default_factory=lambda: array("d"))
    validations: list[tuple[int, float]] = field(default_factory=list)
    told: list[float] = field(default_factory=list)

    def until(self, updates: int, per_epoch: int) -> History:
        """Give a copy of what was there after so many updates."""
        seen = [(steps, loss) for steps, loss in self.validations if steps <= updates]
        return History(self.losses[:updates], seen, self.told[: updates // per_epoch])
