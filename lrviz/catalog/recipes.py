"""What the recipes of data sets share; scripts take the text of these functions along, so they need numpy only."""

from __future__ import annotations

from typing import Annotated, Any

import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

Split = tuple[NDArray[np.float32], NDArray[Any], NDArray[np.float32], NDArray[Any]]
"""Inputs and targets to train on, and those held out."""

LabelNoise = Annotated[
    float,
    Meta(ge=0, le=1, description="Share of the training labels drawn anew at random.", extra={"slider": (0, 0.8)}),
]
Imbalance = Annotated[
    float,
    Meta(
        ge=1,
        le=1000,
        description="How many times rarer the last class is than the first; 1 is balance.",
        extra={"slider": (1, 100), "scale": "log"},
    ),
]
HeldOut = Annotated[
    float,
    Meta(ge=0.05, le=0.95, description="Share of the examples kept to validate on.", extra={"slider": (0.05, 0.9)}),
]
Seed = Annotated[
    int, Meta(ge=0, lt=2**32, description="Of the draw, the split and the noise.", extra={"slider": (0, 20)})
]


def left(examples: int, held_out: float) -> int:
    """Count the examples left to train on; those held out are rounded up, as scikit-learn does."""
    return examples - int(np.ceil(held_out * examples))


def shares(classes: int, imbalance: float) -> NDArray[np.float64]:
    """Give each class its share, every one rarer than the one before by the same factor."""
    weights: NDArray[np.float64] = imbalance ** -(np.arange(classes) / (classes - 1))
    return np.asarray(weights / weights.sum())


def dealt(examples: int, classes: int, imbalance: float) -> NDArray[np.int64]:
    """Label examples with classes by their shares, in order; what remains is the first ones'."""
    counts = np.floor(examples * shares(classes, imbalance)).astype(int)
    counts[: examples - counts.sum()] += 1
    return np.repeat(np.arange(classes), counts)


def spared(counts: NDArray[Any], imbalance: float) -> NDArray[np.int64]:
    """Give how many examples of each class are kept of so many, the last class's being so many times fewer."""
    return np.floor(counts * imbalance ** -(np.arange(len(counts)) / (len(counts) - 1))).astype(np.int64)


def thinned(labels: NDArray[Any], imbalance: float, seed: int) -> NDArray[Any]:
    """Choose at random the examples that are kept of each class: indices, in order."""
    rng = np.random.default_rng(seed)
    counts = spared(np.bincount(labels), imbalance)
    classes = [rng.permutation(np.flatnonzero(labels == label))[:count] for label, count in enumerate(counts)]
    return np.sort(np.concatenate(classes))


def rarest(examples: int, held_out: float, classes: int, imbalance: float) -> int:
    """Count the examples of the rarest class on the smaller side of a stratified split."""
    train = left(examples, held_out)
    counts = np.bincount(dealt(examples, classes, imbalance), minlength=classes)
    return int(np.floor(counts.min() * min(train, examples - train) / examples))


def apportioned(counts: NDArray[Any], total: int, rng: np.random.RandomState) -> NDArray[Any]:
    """Share a total out in proportion to counts, rounded down, and what remains by the largest remainders.

    Among equal remainders it is drawn who gets one more.
    """
    exact = counts / counts.sum() * total
    given: NDArray[Any] = np.floor(exact).astype(int)
    remainders = exact - given
    for remainder in np.unique(remainders)[::-1]:
        tied = np.flatnonzero(remainders == remainder)
        more = min(total - given.sum(), len(tied))
        if more > 0:
            given[rng.choice(tied, more, replace=False)] += 1
    return given


def stratified(labels: NDArray[Any], held_out: float, seed: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """Choose the examples to train on and those held out, each class in proportion: indices, in random order.

    Labels are 0 to n − 1. The split is that of scikit-learn's train_test_split with stratify=labels.
    """
    rng = np.random.RandomState(seed)  # the generator scikit-learn uses
    counts = np.bincount(labels)
    train = left(len(labels), held_out)
    sizes = apportioned(counts, train, rng)
    apportioned(counts - sizes, len(labels) - train, rng)  # the rest of each class, but it may take draws
    classes = [np.flatnonzero(labels == label)[rng.permutation(count)] for label, count in enumerate(counts)]
    chosen = rng.permutation(np.concatenate([rows[:size] for rows, size in zip(classes, sizes, strict=True)]))
    return chosen, rng.permutation(np.concatenate([rows[size:] for rows, size in zip(classes, sizes, strict=True)]))


def mislabelled(labels: NDArray[Any], share: float, classes: int, rng: np.random.Generator) -> NDArray[Any]:
    """Draw a share of the labels anew at random; some come out right again."""
    labels = labels.copy()
    redrawn = rng.random(len(labels)) < share
    labels[redrawn] = rng.integers(0, classes, redrawn.sum())
    return labels


def standardised(train: NDArray[Any], held_out: NDArray[Any]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Scale features to mean 0 and deviation 1 by those of the training set; a constant one is only shifted."""
    features = train.reshape(-1, train.shape[-1])
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    noise = 1e-12 * np.abs(features).max(axis=0)  # what rounding makes of a constant
    deviation = np.where(deviation > noise, deviation, 1.0)
    return ((train - mean) / deviation).astype(np.float32), ((held_out - mean) / deviation).astype(np.float32)
