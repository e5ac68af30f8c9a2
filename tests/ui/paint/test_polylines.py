from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen

from lrviz.ui.figure import Floats
from lrviz.ui.paint.polylines import MOST, draw, in_sight, kept

RECT = QRectF(10, 20, 300, 200)
coordinate = st.floats(-20_000, 20_000) | st.just(np.nan)


@settings(deadline=None)
@given(st.lists(st.tuples(coordinate, coordinate), max_size=60), st.sampled_from([0.0, 6.0]))
def test_what_is_in_sight_is_inside_and_unbroken(points: list[tuple[float, float]], beyond: float) -> None:
    line = np.array(points, dtype=float).reshape(-1, 2)
    for part in in_sight(line, RECT, beyond):
        assert len(part) > 1
        assert np.isfinite(part).all()
        assert (part >= [10 - beyond - 1e-6, 20 - beyond - 1e-6]).all()
        assert (part <= [310 + beyond + 1e-6, 220 + beyond + 1e-6]).all()


def test_a_line_through_the_window_is_cut_at_its_edges() -> None:
    (part,) = in_sight(np.array([[-100.0, 100.0], [500.0, 100.0]]), RECT)
    assert part.tolist() == [[10, 100], [310, 100]]
    two = in_sight(np.array([[50.0, 50.0], [50, 500], [100, 500], [100, 50]]), RECT)
    assert sorted(len(piece) for piece in two) == [2, 2]


def test_a_gap_stays_a_gap() -> None:
    line = np.array([[20.0, 100.0], [30, 100], [np.nan, 100], [50, 100], [60, 100]])
    assert [piece[:, 0].tolist() for piece in in_sight(line, RECT)] == [[20, 30], [50, 60]]


@pytest.mark.parametrize("many", [100, 5000, 200_000])
def test_few_of_many_points_are_kept_and_the_outmost_are_among_them(many: int) -> None:
    rng = np.random.default_rng(many)
    line = 200 + rng.normal(0, 20, (many, 2))
    outmost = many // np.array([2, 3, 4, 5])
    line[outmost] = [[1000, 200], [200, 1000], [-1000, 200], [200, -1000]]
    few = kept(line)
    assert len(few) <= MOST + 6
    assert (few[0], few[-1]) == (0, many - 1)
    assert (np.diff(few) > 0).all()
    assert set(outmost.tolist()) <= set(few.tolist())


def test_a_point_that_rests_is_one() -> None:
    assert kept(np.full((1000, 2), 3.3)).tolist() == [0, 999]


def inked(line: Floats, colour: QColor, wide: float) -> int:
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, QPen(colour, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap), line)
    painter.end()
    return int((np.frombuffer(image.constBits(), np.uint32) & 0xFF).astype(int).sum())


def test_a_long_line_in_pieces_is_as_thick_as_a_short_one(qapp: QGuiApplication) -> None:
    few, many = (np.column_stack([np.linspace(20, 300, n), np.full(n, 100.0)]) for n in (2, 500))
    for colour in (QColor("white"), QColor(255, 255, 255, 97)):
        assert inked(many, colour, 4.0) == pytest.approx(inked(few, colour, 4.0), rel=0.03)
