"""Pins: no chip lies over another, all of them within the plot, and a pin that isn't in sight has none."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from lrviz.ui.figure import Axis, Figure, Line, Pin, Plot
from lrviz.ui.paint import Sheet, paint
from lrviz.ui.paint.layout import Pane
from lrviz.ui.paint.pins import chips
from lrviz.ui.palette import DARK, LIGHT, Theme

X = np.geomspace(1e-5, 10, 50)
RATES = st.floats(1e-5, 10)


def pane(*pins: Pin, size: tuple[int, int] = (900, 500)) -> Pane:
    line = Line("a", 0, X, np.ones(50), np.ones(50))
    plot = Plot("Loss", Axis(1e-5, 10, "lr", log=True), Axis(0, 2), (line,), pins=pins)
    return Sheet(Figure(plots=(plot,)), QRectF(0, 0, *size)).panes[0]


@given(rates=st.lists(RATES, min_size=1, max_size=6), own=RATES, wide=st.integers(360, 1600))
def test_chips_never_lie_over_each_other(rates: list[float], own: float, wide: int) -> None:
    pins = [Pin(rate, "min / 10", "0.028", 0) for rate in rates]
    laid = pane(*pins, Pin(own, "now", "0.2", 0, look="own"), size=(wide, 700))
    placed = chips(laid)
    assert len(placed) == len(rates) + 1
    for at, chip in enumerate(placed):
        assert laid.area.left() <= chip.box.left()
        assert chip.box.right() <= laid.cell.right()
        assert not any(chip.box.intersects(other.box) for other in placed[:at])


def test_in_the_first_row_no_chip_crosses_another_line() -> None:
    placed = chips(pane(Pin(0.028, "valley", "0.028", 0), Pin(0.11, "min / 10", "0.11", 0), Pin(0.27, "s", "0.27", 0)))
    valley, tenth, steepest = (chip.box for chip in placed)
    assert valley.right() < pane().x.pixel(0.028)
    assert tenth.top() > valley.top()
    assert steepest.top() == valley.top()


def test_in_a_low_pane_the_more_important_chips_are_there_and_none_leaves_the_plot() -> None:
    pins = (
        Pin(0.028, "valley", "0.028", 0, look="chosen"),
        Pin(0.03, "min / 10", "0.03", 0),
        Pin(0.031, "slide", "0.031", 0, look="trap"),
        Pin(0.2, "now", "0.2", 0, look="own"),
    )
    assert len(chips(pane(*pins, size=(360, 400)))) == 4
    named = [{chip.pin.name for chip in chips(pane(*pins, size=(360, high)))} for high in (160, 150, 130, 100, 70)]
    assert all(some >= fewer for some, fewer in itertools.pairwise(named))
    assert {"valley"} in named
    assert named[-1] == set()
    for high in range(70, 400, 10):
        laid = pane(*pins, size=(360, high))
        for chip in chips(laid):
            assert laid.area.top() <= chip.box.top() < chip.box.bottom() <= laid.area.bottom()


def test_a_run_s_own_stands_at_the_foot() -> None:
    [chip] = chips(pane(Pin(0.2, "now", "0.2", 0, look="own")))
    laid = pane()
    assert laid.area.center().y() < chip.box.top() < chip.box.bottom() < laid.area.bottom()


@pytest.mark.parametrize("x", [1e-6, 100.0, 0.0, float("nan")])
def test_what_is_out_of_sight_has_no_chip(x: float) -> None:
    assert chips(pane(Pin(x, "valley", "0", 0))) == []


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_spread_is_grey_and_a_chosen_chip_ink(theme: Theme) -> None:
    laid = pane(Pin(0.1, "valley", "0.1", 0, low=0.01, high=1.0, y=1.0, look="chosen"))
    image = QImage(900, 500, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, 900, 500), Figure(plots=(laid.plot,)), theme)
    painter.end()
    row = round(laid.area.top() + 0.8 * laid.area.height())
    inside, outside = (image.pixelColor(round(laid.x.pixel(x)), row) for x in (0.03, 0.003))
    assert outside == theme.surface
    assert inside != theme.surface
    assert inside.saturation() - theme.surface.saturation() < 40
    [chip] = chips(laid)
    assert image.pixelColor(round(chip.box.left()) + 3, round(chip.box.center().y())) == theme.primary
