from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.ui import marks
from lrviz.ui.palette import LIGHT
from lrviz.ui.sparkline import paint_sparkline, shape

BLUE = QColor("#0000ff")


def inked(values: NDArray[np.float64]) -> NDArray[np.bool_]:
    image = QImage(52, 14, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    try:
        paint_sparkline(painter, QRectF(0, 0, 52, 14), values, BLUE)
    finally:
        painter.end()
    memory = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(14, 52, 4)
    return np.asarray(memory[:, :, 1] < 200)


def test_no_schedule_is_a_level_line() -> None:
    assert (shape(None, 0.3, 440, 52) == 0.3).all()


@given(st.integers(1, 500), st.integers(1, 2000), st.integers(1, 60))
def test_no_column_lies_outside_the_curve_and_the_top_is_shown(half: int, steps: int, n: int) -> None:
    schedule = CosineAnnealingLR(half)
    every = schedule.at(np.arange(steps), 0.2)
    low, high = shape(schedule, 0.2, steps, n)
    assert low.shape == high.shape == (n,)
    assert (low <= high).all()
    assert low.min() >= every.min()
    assert high.max() == every.max()


@pytest.mark.parametrize("schedule", [CosineAnnealingLR(1), CosineAnnealingLR(7)])
def test_fast_oscillation_shows_as_a_band_however_long_the_plan(schedule: Schedule) -> None:
    low, high = shape(schedule, 0.2, 10**9, 52)
    assert low == pytest.approx(np.zeros(52), abs=1e-9)
    assert high == pytest.approx(np.full(52, 0.2))


@pytest.mark.usefixtures("qapp")
def test_a_drop_is_drawn_from_top_to_bottom() -> None:
    ink = inked(shape(StepLR(220, 0.0), 0.2, 440, 52))
    assert ink[:4, 10].any()
    assert not ink[6:, 10].any()
    assert ink[-4:, 40].any()
    assert not ink[:-6, 40].any()


@pytest.mark.usefixtures("qapp")
@given(st.lists(st.floats(), max_size=30))
def test_any_values_are_drawn_or_left_out(values: list[float]) -> None:
    inked(np.array(values, dtype=np.float64))


@pytest.mark.usefixtures("qapp")
def test_every_run_of_the_first_eight_has_its_own_mark_and_the_ninth_dashes() -> None:
    def drawn(index: int) -> bytes:
        image = QImage(48, 16, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            marks.paint_mark(painter, 8, 8, 6, index, BLUE, LIGHT.bg)
            marks.paint_swatch(painter, QRectF(16, 0, 32, 16), index, LIGHT)
        finally:
            painter.end()
        return bytes(image.constBits())

    assert len({drawn(index) for index in range(8)}) == 8
    assert drawn(8) != drawn(0)
    areas = [marks.mark(index).boundingRect() for index in range(8)]
    assert all(1.5 < max(area.width(), area.height()) < 2.8 for area in areas)
