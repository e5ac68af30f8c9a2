"""Where runs leave others, were best and were stopped, as it is painted."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from lrviz.ui.figure import Axis, Figure, Line, Plot, Spot
from lrviz.ui.paint import Sheet
from lrviz.ui.palette import LIGHT
from tests.ui.test_paint import AREA, near, painted

pytestmark = pytest.mark.usefixtures("qapp")
X = np.array([0.0, 10.0])


def figure(*spots: Spot) -> Figure:
    line = Line("run", 0, X, np.full(2, 0.5), np.full(2, 0.5), named=False)
    return Figure(plots=(Plot("title", Axis(0, 10), Axis(0, 1), (line,), spots=spots),))


def place(x: float, y: float) -> tuple[int, int]:
    pane = Sheet(figure(), AREA).panes[0]
    return round(pane.x.pixel(x)), round(pane.y.pixel(y))


def inked(image: QImage, x: int, y: int, reach: int = 10) -> int:
    return int(near(image, LIGHT.line(3))[y - reach : y + reach, x - reach : x + reach].sum())


def test_a_fork_is_a_ring_that_leaves_its_middle_free() -> None:
    x, y = place(5, 0.5)
    image = painted(figure(Spot(3, 5, 0.5)))
    assert inked(image, x, y) > 12
    assert image.pixelColor(x, y) == LIGHT.surface


def test_a_stop_is_a_bar_and_says_why_above_it() -> None:
    x, y = place(5, 0.5)
    image = painted(figure(Spot(3, 5, 0.5, "stop", "stopped at 70, best at 50")))
    assert near(image, LIGHT.line(3))[y - 6 : y + 6, x - 1 : x + 2].any(axis=1).all()
    said = near(image, LIGHT.text2, 60)[y - 26 : y - 10].sum()
    assert said > near(painted(figure(Spot(3, 5, 0.5, "stop"))), LIGHT.text2, 60)[y - 26 : y - 10].sum() + 20


def test_the_best_is_a_dot() -> None:
    x, y = place(5, 0.5)
    assert painted(figure(Spot(3, 5, 0.5, "best"))).pixelColor(x, y) == LIGHT.line(3)


@pytest.mark.parametrize(
    ("x", "y"), [(5.0, 1.2), (5.0, -0.2), (11.0, 0.5), (-1.0, 0.5), (float("nan"), 0.5), (5.0, float("nan"))]
)
def test_what_is_out_of_sight_is_not_drawn(x: float, y: float) -> None:
    assert painted(figure(Spot(3, x, y))) == painted(figure())


@given(st.floats(), st.floats(), st.sampled_from(["fork", "best", "stop"]), st.text(max_size=30))
def test_no_spot_fails(x: float, y: float, kind: str, text: str) -> None:
    painted(figure(Spot(3, x, y, kind, text)))  # type: ignore[arg-type]
