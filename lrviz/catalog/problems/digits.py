"""Digits: handwritten digits of 8×8 pixels, with wrong labels mixed in."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, ClassVar

import numpy as np
from msgspec import Meta

from lrviz.catalog.problem import Data, Problem, converted
from lrviz.catalog.recipes import (
    HeldOut,
    Imbalance,
    LabelNoise,
    Seed,
    left,
    mislabelled,
    spared,
    standardised,
    stratified,
    thinned,
)
from lrviz.excerpt import excerpt
from lrviz.files import resource
from lrviz.sentences import say

EACH = np.array((178, 182, 177, 183, 181, 182, 181, 179, 174, 180))
"""How many there are of each digit."""


class Digits(Problem, frozen=True, kw_only=True):
    """1797 handwritten digits (UCI, by way of scikit-learn), pixels ÷ 16; the split is stratified.

    A share of the training labels is drawn anew at random, so that gradient noise remains at the minimum and a decay
    has something to settle; the held-out labels stay clean.

    When: schedules are compared: 440 updates take a third of a second, and the noisy labels leave a decay something to
        do.
    Mistake: label_noise at 0: gradient noise then dies with the loss, and a constant rate is as good as any schedule.
    """

    target: ClassVar[str] = "sklearn.datasets.load_digits"
    noun: ClassVar[str] = "digits"

    imbalance: Imbalance = 1.0
    label_noise: LabelNoise = 0.2
    held_out: HeldOut = 0.2
    standardised: Annotated[
        bool, Meta(description="Scale each pixel to mean 0 and deviation 1 over the training set.")
    ] = False
    seed: Seed = 0

    def check(self) -> None:
        fewest = spared(EACH, self.imbalance).min()
        if fewest * min(self.held_out, 1 - self.held_out) < 2:
            raise self.refuse(
                "imbalance",
                say("small enough for two of each digit on either side; the rarest has {fewest}", fewest=fewest),
            )

    @property
    def train_size(self) -> int:
        return left(_many(self.imbalance), self.held_out)

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
        name = say("standardised digits") if self.standardised else say("digits")
        if not self.label_noise:
            return name
        return say("{data}, {wrong} % of labels wrong", data=name, wrong=round(90 * self.label_noise))

    def data(self) -> Data:
        with np.load(resource("data", "digits.npz")) as file:
            pixels, labels = file["pixels"] / 16, file["labels"].astype(np.int64)
        if self.imbalance > 1:
            few = thinned(labels, self.imbalance, self.seed)
            pixels, labels = pixels[few], labels[few]
        train, kept = stratified(labels, self.held_out, self.seed)
        noisy = mislabelled(labels[train], self.label_noise, 10, np.random.default_rng(self.seed))
        train_x, val_x = pixels[train], pixels[kept]
        if self.standardised:
            train_x, val_x = standardised(train_x, val_x)
        return Data(train_x.astype(np.float32), noisy, val_x.astype(np.float32), labels[kept])

    def code(self) -> str:
        names = (
            *(("standardised",) if self.standardised else ()),
            *(("spared", "thinned") if self.imbalance > 1 else ()),
        )
        defined = "".join(excerpt("lrviz.catalog.recipes", name) + "\n\n" for name in names)
        thin = _THIN.format(imbalance=self.imbalance, seed=self.seed) if self.imbalance > 1 else ""
        load = _READ + thin + _SPLIT.format(share=self.held_out, seed=self.seed)
        scale = _SCALE if self.standardised else ""
        redraw = _REDRAW.format(share=self.label_noise, seed=self.seed) if self.label_noise else ""
        return defined + load + scale + redraw + converted(self.task)

    def imports(self) -> tuple[str, ...]:
        return (
            *(("import numpy as np",) if self.label_noise or self.standardised or self.imbalance > 1 else ()),
            "from sklearn.datasets import load_digits",
            "from sklearn.model_selection import train_test_split",
        )


@lru_cache(maxsize=64)  # epochs are counted in it, many times a frame
def _many(imbalance: float) -> int:
    """Count the digits there are with such a balance."""
    return int(spared(EACH, imbalance).sum())


_READ = """\
# Handwritten digits of 8×8 pixels between 0 and 1; a share of each is held out to validate on.
pixels, labels = load_digits(return_X_y=True)
"""
_THIN = """\
few = thinned(labels, {imbalance}, {seed})
pixels, labels = pixels[few], labels[few]
"""
_SPLIT = """\
train_x, val_x, train_y, val_y = train_test_split(
    pixels / 16, labels, test_size={share}, random_state={seed}, stratify=labels
)
"""
_REDRAW = """\
# A share of the training labels is drawn anew at random; the held-out labels stay clean.
rng = np.random.default_rng({seed})
redrawn = rng.random(len(train_y)) < {share}
train_y[redrawn] = rng.integers(0, 10, redrawn.sum())
"""
_SCALE = "train_x, val_x = standardised(train_x, val_x)\n"
