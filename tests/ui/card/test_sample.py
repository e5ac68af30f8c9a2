"""What a problem's card shows of its examples."""

from __future__ import annotations

import numpy as np
import pytest

from lrviz.catalog.problem import Problem
from lrviz.catalog.problems import PROBLEMS
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.problems.imbalanced import Imbalanced
from lrviz.catalog.problems.outliers import Outliers
from lrviz.ui.card.sample import MOST, sample


@pytest.mark.parametrize("cls", [cls for cls in PROBLEMS if cls.task != "surface" and cls is not Digits])
def test_some_examples_are_in_sight(cls: type[Problem]) -> None:
    plot = sample(cls.example())
    assert plot.points is not None
    assert 100 <= len(plot.points.x) <= MOST + 10
    assert plot.x.low < plot.points.x.min() <= plot.points.x.max() < plot.x.high
    assert plot.y.low < plot.points.y.min() <= plot.points.y.max() < plot.y.high
    assert plot.x.title


def test_a_rare_class_is_as_rare_and_lies_on_top() -> None:
    points = sample(Imbalanced.example()).points
    assert points is not None
    rare = points.kind == 1
    assert rare.sum() == 3
    assert rare[-3:].all()


def test_numbers_stand_over_the_feature_they_follow() -> None:
    problem = Outliers.example()
    data, plot = problem.data(), sample(problem)
    assert plot.points is not None
    np.testing.assert_array_equal(plot.points.y, data.train_y[:MOST])
    np.testing.assert_array_equal(plot.points.x, data.train_x[:MOST, 0])


def test_pictures_are_two_of_each_class() -> None:
    data, plot = Digits.example().data(), sample(Digits.example())
    assert plot.cells is not None
    mosaic = plot.cells.shares[::-1]
    assert mosaic.shape == (20, 100)
    for kind in range(10):
        first, second = np.flatnonzero(data.val_y == kind)[:2]
        for row, chosen in enumerate((first, second)):
            tile = mosaic[10 * row + 1 : 10 * row + 9, 10 * kind + 1 : 10 * kind + 9]
            np.testing.assert_array_equal(tile.ravel(), data.val_x[chosen].astype(np.float64))
