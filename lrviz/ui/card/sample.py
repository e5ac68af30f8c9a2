"""The picture on a problem's card: some of what it is trained on, along the features that tell most."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.problem import Problem
from lrviz.results import Floats
from lrviz.ui.figure import Axis, Cells, Plot, Points

MOST = 300
"""Examples that are drawn."""
ACROSS = 10
"""Pictures in a row."""
KINDS = 4
"""Classes that have a shape of their own; further ones share it."""


def sample(problem: Problem) -> Plot:
    """Draw examples of a problem: its pictures, its classes, or its numbers."""
    image = getattr(problem, "image", None)
    if image is not None:
        return _pictures(problem, image)
    data = problem.data()
    x = data.train_x.reshape(-1, data.train_x.shape[-1]).astype(np.float64)
    y = data.train_y.reshape(-1).astype(np.float64)
    worth = _telling(x, y, classes=problem.task in {"classes", "binary"})
    names = problem.feature_names or tuple(_tr("feature {0}").format(index + 1) for index in range(x.shape[1]))
    if problem.task in {"classes", "binary"}:
        first, second = sorted(np.argsort(-worth, kind="stable")[:2].tolist())
        few = _few(y)
        return _points(x[few, first], x[few, second], y[few].astype(np.int64) % KINDS, names[first], names[second])
    best, few = int(worth.argmax()), np.arange(min(MOST, len(y)))
    return _points(x[few, best], y[few], np.zeros(len(few), np.int64), names[best], _tr("Target"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Card", text)


def _telling(x: Floats, y: Floats, *, classes: bool) -> Floats:
    """Give how much of each feature's variance the class or the number explains, (features,)."""
    spread = np.maximum(x.var(axis=0), 1e-12)
    if not classes:
        return np.asarray(np.abs(((x - x.mean(axis=0)) * (y - y.mean())[:, None]).mean(axis=0)) / np.sqrt(spread))
    means = np.stack([x[y == kind].mean(axis=0) for kind in np.unique(y)])
    return np.asarray(means.var(axis=0) / spread)


def _few(y: Floats) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Give the places of so many examples of each class as are its share, three at least; rare ones lie on top."""
    kinds, counts = np.unique(y, return_counts=True)
    order = kinds[np.argsort(-counts, kind="stable")].tolist()
    share = {kind: max(3, round(MOST * many / len(y))) for kind, many in zip(kinds.tolist(), counts, strict=True)}
    return np.concatenate([np.flatnonzero(y == kind)[: share[kind]] for kind in order])


def _points(x: Floats, y: Floats, kind: np.ndarray[tuple[int], np.dtype[np.int64]], across: str, title: str) -> Plot:
    points = Points(x.astype(np.float64), y.astype(np.float64), kind)
    return Plot(title, _around(x, across), _around(y), points=points, fixed=True)


def _around(values: Floats, title: str = "") -> Axis:
    low, high = float(values.min()), float(values.max())
    room = 0.05 * (high - low) or 1.0
    return Axis(low - room, high + room, title)


def _pictures(problem: Problem, image: tuple[int, int]) -> Plot:
    """Draw two rows of pictures, one of each class in each, side by side as one matrix.

    They are of those held out, whose labels are right.
    """
    data = problem.data()
    rows, columns = image
    kinds = [np.flatnonzero(data.val_y == kind)[:2] for kind in range(ACROSS)]
    chosen = np.array([of[min(row, len(of) - 1)] for row in range(2) for of in kinds])
    tiles = data.val_x[chosen].reshape(2, ACROSS, rows, columns).astype(np.float64)
    framed = np.pad(tiles, ((0, 0), (0, 0), (1, 1), (1, 1)))
    mosaic = framed.transpose(0, 2, 1, 3).reshape(2 * (rows + 2), ACROSS * (columns + 2))
    high, wide = mosaic.shape
    cells = Cells(mosaic[::-1], (("",) * wide,) * high, 0)
    bare = Axis(0.5, wide + 0.5, names=("",)), Axis(0.5, high + 0.5, names=("",))  # whose one tick is out of sight
    return Plot("", *bare, cells=cells, fixed=True)
