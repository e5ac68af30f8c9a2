"""What the recipes of data sets share; scripts take the text of these functions along, so they need numpy only."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Split = tuple[NDArray[np.float32], NDArray[Any], NDArray[np.float32], NDArray[Any]]
"""Inputs and targets to train on, and those held out."""


def stratified(labels: NDArray[Any], held_out: float, rng: np.random.Generator) -> NDArray[np.bool_]:
    """Choose a share of the examples of each class to be held out: at least one of each, and never all."""
    chosen = np.zeros(len(labels), dtype=bool)
    for label in np.unique(labels):
        members = rng.permutation(np.flatnonzero(labels == label))
        count = min(max(round(held_out * len(members)), 1), len(members) - 1)
        chosen[members[:count]] = True
    return chosen


def mislabelled(labels: NDArray[Any], share: float, classes: int, rng: np.random.Generator) -> NDArray[Any]:
    """Draw a share of the labels anew at random; some come out right again."""
    redrawn = rng.random(len(labels)) < share
    return np.where(redrawn, rng.integers(0, classes, len(labels)), labels)


def standardised(train: NDArray[Any], held_out: NDArray[Any]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Scale features to mean 0 and deviation 1 by those of the training set; a constant one is only shifted."""
    features = train.reshape(-1, train.shape[-1])
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    deviation = np.where(deviation > 0, deviation, 1.0)
    return ((train - mean) / deviation).astype(np.float32), ((held_out - mean) / deviation).astype(np.float32)
