"""Digits: handwritten digits of 8×8 pixels, with wrong labels mixed in."""

from __future__ import annotations

from typing import Annotated, ClassVar

import numpy as np
from msgspec import Meta

from lrviz.catalog.problem import Data, Problem
from lrviz.files import resource


class Digits(Problem, frozen=True, kw_only=True):
    """1797 handwritten digits (UCI, by way of scikit-learn), pixels ÷ 16, one fifth held out, stratified.

    A share of the training labels is drawn anew at random, so that gradient noise remains at the minimum and a
    decay has something to settle; the held-out labels stay clean.
    """

    target: ClassVar[str] = "sklearn.datasets.load_digits"
    noun: ClassVar[str] = "digits"

    label_noise: Annotated[
        float,
        Meta(ge=0, le=1, description="Share of the training labels drawn anew at random.", extra={"slider": (0, 0.8)}),
    ] = 0.2

    @property
    def train_size(self) -> int:
        return 1437

    @property
    def inputs(self) -> int:
        return 64

    @property
    def outputs(self) -> int:
        return 10

    @property
    def image(self) -> tuple[int, int]:
        return 8, 8

    def title(self) -> str:
        # a label drawn at random is the right one in one case of ten
        return f"digits, {round(90 * self.label_noise)} % of labels wrong" if self.label_noise else "digits"

    def data(self) -> Data:
        with np.load(resource("data", "digits.npz")) as file:
            inputs = file["pixels"].astype(np.float32) / np.float32(16)
            targets = file["labels"].astype(np.int64)
            train, validation = file["train"], file["validation"]
        noisy = targets[train]
        draw = np.random.default_rng(0)
        redrawn = draw.random(len(noisy)) < self.label_noise
        noisy[redrawn] = draw.integers(0, 10, redrawn.sum())
        return Data(inputs[train], noisy, inputs[validation], targets[validation])

    def code(self) -> str:
        return _LOAD + (_REDRAW.format(share=self.label_noise) if self.label_noise else "") + _TENSORS

    def imports(self) -> tuple[str, ...]:
        return (
            *(("import numpy as np",) if self.label_noise else ()),
            "from sklearn.datasets import load_digits",
            "from sklearn.model_selection import train_test_split",
        )


_LOAD = """\
# Handwritten digits of 8×8 pixels between 0 and 1; one fifth is held out to validate on.
pixels, labels = load_digits(return_X_y=True)
train_x, val_x, train_y, val_y = train_test_split(
    pixels / 16, labels, test_size=0.2, random_state=0, stratify=labels
)
"""
_REDRAW = """\
# A share of the training labels is drawn anew at random; the held-out labels stay clean.
rng = np.random.default_rng(0)
redrawn = rng.random(len(train_y)) < {share}
train_y[redrawn] = rng.integers(0, 10, redrawn.sum())
"""
_TENSORS = """\
train_x, val_x = (torch.tensor(x, dtype=torch.float32) for x in (train_x, val_x))
train_y, val_y = (torch.tensor(y, dtype=torch.int64) for y in (train_y, val_y))
"""
