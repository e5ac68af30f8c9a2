"""The training examples of one look, as the Loss view counts them: where they sit and whose gradient they make."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.loss import Floats, Loss
from lrviz.catalog.quantity import Name, measured, pulls
from lrviz.results import Predictions
from lrviz.ui.numbers import whole
from lrviz.ui.views.sight import percent

WRONG: dict[Name, tuple[str, float]] = {
    "p": ("p < 0.1", 0.1),
    "m": ("m < 0", 0.0),
    "r": ("|r| > 3", 3.0),
    "d": ("d < 0", 0.0),
}
"""Which examples a model gets most wrong: as it is written, and the bound."""


@dataclass(frozen=True, eq=False)
class Sample:
    """What a run's model answered to the first training examples after `steps` updates, seen along a quantity."""

    run: str
    steps: int
    answers: Predictions
    name: Name

    @cached_property
    def values(self) -> Floats:
        """The quantity of every example, or of every pair of documents; what is no number is left out."""
        values = measured(self.name, self.answers.output.astype(np.float64), self.answers.target)
        return values[np.isfinite(values)]

    @cached_property
    def wrong(self) -> float:
        """The share of the examples that are got most wrong."""
        return float(self._wrong(self.values).mean()) if len(self.values) else 0.0

    def blame(self, loss: Loss) -> float | None:
        """Give the share of a loss's gradient that comes from the examples got most wrong; None of pairs."""
        if self.name == "d":
            return None
        output = self.answers.output.astype(np.float64)
        size = pulls(loss, output, self.answers.target)
        wrong = self._wrong(measured(self.name, output, self.answers.target))
        whole_sum = float(size[np.isfinite(size)].sum())
        return float(size[wrong & np.isfinite(size)].sum()) / whole_sum if whole_sum > 0 else None

    def remark(self) -> tuple[str, str]:
        """Say how many examples are got most wrong."""
        translate = QCoreApplication.translate
        count = round(self.wrong * len(self.values))
        words = translate("Loss", "{0} have {1} ({2})").format(whole(count), WRONG[self.name][0], percent(self.wrong))
        return words, self._detail()

    def _detail(self) -> str:
        translate = QCoreApplication.translate
        return {
            "p": translate("Loss", "of them the model is surest of something else"),
            "m": translate("Loss", "these the model gets wrong"),
            "r": translate("Loss", "these lie furthest off"),
            "d": translate("Loss", "these pairs stand in the wrong order"),
        }[self.name]

    def _wrong(self, values: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        bound = WRONG[self.name][1]
        return np.abs(values) > bound if self.name == "r" else values < bound
