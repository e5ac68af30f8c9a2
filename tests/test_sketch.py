"""A landscape folds up from its survey's events, whatever has come of them."""

from __future__ import annotations

import math

import numpy as np
import pytest

from lrviz.events import Block, Ground, Laid, PathLoss, Preparing, Ridge, Sharpness
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.sketch import Sketch
from lrviz.survey import Survey

TWO = Experiment.of(Run("a"), Run("hidden", visible=False), Run("b"))


def floats(*values: object) -> Block:
    return Block.of(np.array(values, np.float32))


def laid() -> Laid:
    nan = math.nan
    return Laid(
        steps=Block.of(np.array([0, 5, 10])),
        places=floats([[0, 0], [1, 2], [3, 4]], [[0, 0], [2, 2], [nan, nan]]),
        off=floats([0, 1, 0], [0, 2, nan]),
        walked=floats([0, 3, 6], [0, 4, nan]),
        explained=0.5,
        each=(0.75, -1.0),
        area=(-1, 4, -1, 5),
        axes=("x", "y"),
    )


def test_nothing_is_known_before_the_plane_is_laid() -> None:
    sketch = Sketch(TWO, Survey())
    sketch.add(Preparing("training the runs", 0.25))
    assert sketch.landscape is None
    assert sketch.preparing == Preparing("training the runs", 0.25)


def test_the_paths_come_with_the_plane_and_end_where_a_run_ended() -> None:
    sketch = Sketch(TWO, Survey())
    sketch.add(Preparing("training the runs", 1.0))
    sketch.add(laid())
    found = sketch.landscape
    assert found is not None
    assert sketch.preparing is None
    assert found.names == ("a", "b")
    assert found.pairs == (("a", "b"),)
    assert found.done == 0
    assert [len(path) for path in found.paths] == [3, 2]
    np.testing.assert_array_equal(found.routes[0].steps, [0, 5, 10])
    np.testing.assert_array_equal(found.off_plane[1], [0, 2])
    assert [route.explained for route in found.routes] == [0.75, None]
    assert np.isnan(found.path_loss[0]).all()


def test_heights_true_values_ridges_and_sharpness_are_taken_in_as_they_come() -> None:
    sketch = Sketch(TWO, Survey())
    sketch.add(laid())
    before = sketch.landscape
    sketch.add(Ground(floats(0, 1), floats(0, 2), floats([1, 2], [3, math.inf]), 0.5))
    sketch.add(PathLoss(1, floats(9, 8, math.nan)))
    sketch.add(Ridge((0, 1), floats(1, 4, 2)))
    sketch.add(Sharpness(0, 10, 3.5))
    sketch.add(Sharpness(0, 0, 2.5))
    found = sketch.landscape
    assert found is not None
    assert found.done == pytest.approx(0.5)
    np.testing.assert_array_equal(found.values, [[1, 2], [3, math.inf]])
    np.testing.assert_array_equal(found.path_loss[1], [9, 8])
    assert found.crossings[0].highest == 4
    np.testing.assert_array_equal(found.routes[0].sharpness_steps, [0, 10])
    np.testing.assert_array_equal(found.routes[0].sharpness, [2.5, 3.5])
    assert before is not None
    assert before.values.size == 0


@pytest.mark.parametrize("area", [(1, 0, 0, 1), (0, 1, 1, 1), (0, 0, 0, 1)])
def test_an_area_without_extent_is_refused_by_name(area: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match=r"Survey\(area=.*each first below its last"):
        Survey(area=area)
