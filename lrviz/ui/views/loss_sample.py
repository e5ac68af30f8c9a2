"""The training examples of one look, as the Loss view counts them: where they sit and whose gradient they make."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.loss import Floats, Loss
from lrviz.catalog.quantity import Name, measured, pulls
from lrviz.results import Look, Predictions
from lrviz.ui.numbers import whole
from lrviz.ui.views.sight import percent

Mask = NDArray[np.bool_]
WRONG: dict[Name, tuple[str, float]] = {
    "p": ("p < 0.1", 0.1),
    "m": ("m < 0", 0.0),
    "r": ("|r| > 3", 3.0),
    "d": ("d < 0", 0.0),
}
"""Which examples a model gets most wrong: as it is written, and the bound."""


@lru_cache(maxsize=64)  # a cursor moves along a loss, or a slider changes one of many: the examples stay
def sample(run: str, look: Look, name: Name) -> Sample:
    """Give the training examples of a run's look along a quantity."""
    return Sample(run, look.steps, look.train, name)


@lru_cache(maxsize=256)
def blame(of: Sample, loss: Loss) -> float | None:
    """Give the share of a loss's gradient that comes from the examples got most wrong; None of pairs."""
    if of.name == "d":
        return None
    size = pulls(loss, of.output, of.answers.target)
    known = np.isfinite(size)
    total = float(size[known].sum())
    return float(size[of.most_wrong & known].sum()) / total if total > 0 else None


@dataclass(frozen=True, eq=False)
class Sample:
    """What a run's model answered to the first training examples after `steps` updates, seen along a quantity."""

    run: str
    steps: int
    answers: Predictions
    name: Name

    @cached_property
    def output(self) -> Floats:
        """The model's outputs."""
        return self.answers.output.astype(np.float64)

    @cached_property
    def _all(self) -> Floats:
        return measured(self.name, self.output, self.answers.target)

    @cached_property
    def values(self) -> Floats:
        """The quantity of every example, or of every pair of documents; what is no number is left out."""
        return self._all[np.isfinite(self._all)]

    @cached_property
    def most_wrong(self) -> Mask:
        """Which examples are got most wrong."""
        return self._wrong(self._all)

    @cached_property
    def median(self) -> float:
        """The middle one of the values; NaN where there is none."""
        return float(np.median(self.values)) if len(self.values) else float("nan")

    @cached_property
    def wrong(self) -> float:
        """The share of the examples that are got most wrong."""
        return float(self._wrong(self.values).mean()) if len(self.values) else 0.0

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

    def _wrong(self, values: Floats) -> Mask:
        bound = WRONG[self.name][1]
        return np.abs(values) > bound if self.name == "r" else values < bound
