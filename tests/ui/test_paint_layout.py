from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from lrviz.ui import numbers
from lrviz.ui.figure import Axis, Figure, Line, Plot
from lrviz.ui.paint import Sheet
from lrviz.ui.paint.labels import apart
from lrviz.ui.paint.scale import Scale, sane
from lrviz.ui.paint.ticks import ticks
from lrviz.ui.paint.trail import between, sparse

finite = st.floats(allow_nan=False, allow_infinity=False)
positions = st.lists(st.floats(-500, 1500), min_size=1, max_size=20).map(sorted)


@given(positions, st.floats(1, 40))
def test_labels_pushed_apart_keep_order_distance_and_pane(wanted: list[float], gap: float) -> None:
    placed = apart(wanted, gap, 0, 1000)
    assert all(-1e-6 <= y <= 1000 + 1e-6 for y in placed)
    room = 1000 / max(1, len(wanted) - 1)
    assert all(after - before >= min(gap, room) - 1e-6 for before, after in itertools.pairwise(placed))


@given(st.lists(st.floats(18, 90), min_size=1, max_size=11).map(itertools.accumulate).map(list))
def test_labels_that_have_room_stay(wanted: list[float]) -> None:
    assert apart(wanted, 18, 0, 1000) == pytest.approx(wanted)


@given(finite, finite, st.sampled_from(["number", "percent", "whole"]), st.booleans(), st.integers(0, 12))
def test_ticks_are_few_sorted_in_sight_and_told_apart(
    a: float, b: float, form: numbers.Form, log: bool, room: int
) -> None:
    axis = Axis(min(a, b), max(a, b), form=form, log=log)
    found, seen = ticks(axis, room), sane(axis)
    slack = 1e-6 * (seen.high - seen.low)
    assert 2 <= len(found) <= 8
    assert all(seen.low - slack <= value <= seen.high + slack for value in found)
    assert all(before < after for before, after in itertools.pairwise(found))
    texts = numbers.ticks(found, form, log=log)
    assert len(set(texts)) == len(texts)


@given(st.floats(1e-6, 1e6), st.floats(0, 1))
def test_a_plain_axis_has_four_to_six_numbers_or_nearly(span: float, start: float) -> None:
    assert 3 <= len(ticks(Axis(start * span, start * span + span))) <= 7


def test_a_log_axis_is_labelled_at_1_2_5_and_beyond_three_decades_at_powers() -> None:
    assert ticks(Axis(1.7, 20, log=True)) == (2, 5, 10, 20)
    assert ticks(Axis(0.3, 1e4, log=True)) == (1, 10, 100, 1000, 10_000)
    assert ticks(Axis(1e-12, 1e12, log=True))[0] == 1e-12


def test_steps_are_never_halved() -> None:
    assert ticks(Axis(10, 13, form="whole")) == (10, 11, 12, 13)


@given(finite, finite, st.booleans(), st.lists(st.floats(), max_size=30))
def test_any_value_on_any_axis_has_a_pixel_or_none(a: float, b: float, log: bool, values: list[float]) -> None:
    scale = Scale.of(Axis(a, b, log=log), 600, 40)
    given_values = np.array(values, dtype=np.float64)
    pixels = scale.pixels(given_values)
    assert not np.isinf(pixels).any()
    lost = np.isnan(given_values) | (log & ~(given_values > 0))
    np.testing.assert_array_equal(np.isnan(pixels), lost)


@given(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9), st.floats(0, 1))
def test_a_pixel_gives_its_value_back(low: float, span: float, share: float) -> None:
    scale = Scale.of(Axis(low, low + span), 56, 878)
    pixel = 56 + share * 822
    assert math.isclose(scale.pixel(scale.value(pixel)), pixel, abs_tol=1e-3)


@given(st.lists(st.floats(-100, 200), min_size=2, max_size=60))
def test_a_line_cut_at_its_rows_is_what_was_inside(heights: list[float]) -> None:
    through = np.column_stack([np.arange(len(heights)), heights]).astype(np.float64)
    pieces = between(through, 0, 100)
    for piece in pieces:
        assert (piece[:, 1] >= 0).all()
        assert (piece[:, 1] <= 100).all()
        np.testing.assert_allclose(np.interp(piece[:, 0], *through.T), piece[:, 1], atol=1e-6)
    at = np.linspace(0, len(heights) - 1, 500)
    seen = np.zeros(500, dtype=np.bool_)
    for piece in pieces:
        seen |= (at >= piece[0, 0] - 1e-6) & (at <= piece[-1, 0] + 1e-6)
    inside = np.interp(at, *through.T)
    assert seen[(inside > 1e-3) & (inside < 100 - 1e-3)].all()


@given(st.floats(0.1, 30), st.floats(0, 6), st.floats(1, 300))
def test_leaving_out_points_moves_a_smooth_line_by_less_than_a_tenth_of_a_pixel(
    turns: float, phase: float, height: float
) -> None:
    x = np.arange(800.0)
    y = height * np.sin(2 * np.pi * turns * x / 800 + phase)
    kept = sparse(np.column_stack([x, y]))
    assert np.abs(np.interp(x, *kept.T) - y).max() < 0.1


@pytest.mark.usefixtures("qapp")
@given(
    st.integers(1, 7),
    st.integers(1, 4),
    st.lists(st.floats(0.1, 9), min_size=1, max_size=4),
    st.tuples(st.floats(300, 3000), st.floats(200, 2000), st.floats(0.5, 3)),
)
def test_plots_lie_inside_beside_each_other_with_common_gutters(
    many: int, columns: int, heights: list[float], size: tuple[float, float, float]
) -> None:
    wide, high, times = size
    line = Line("a run of a long name that is cut", 0, np.arange(2.0), np.arange(2.0), np.arange(2.0), end="2.77")
    plots = tuple(Plot(f"{k}", Axis(0, 1), Axis(0, 10.0**k), (line,)) for k in range(many))
    rect = QRectF(20, 30, wide, high)
    areas = Sheet(Figure(plots=plots, columns=columns, heights=tuple(heights)), rect, times).areas
    assert len(areas) == many
    assert all(area.width() >= 1 and area.height() >= 1 for area in areas)
    if high > 150 * times * many:
        assert all(rect.contains(area) for area in areas)
        assert not any(a.intersects(b) for a, b in itertools.combinations(areas, 2))
    columns = min(columns, many)
    for column in range(columns):
        own = areas[column::columns]
        assert {(area.left(), area.right()) for area in own} == {(own[0].left(), own[0].right())}


@pytest.mark.usefixtures("qapp")
def test_the_gutters_are_those_of_the_drawing() -> None:
    (area,) = Sheet(Figure(plots=(Plot("Learning rate", Axis(0, 439), Axis(0, 0.2)),)), QRectF(0, 0, 992, 500)).areas
    assert (area.left(), area.top(), area.right(), area.bottom()) == (56, 34, 992 - 24, 500 - 30)
