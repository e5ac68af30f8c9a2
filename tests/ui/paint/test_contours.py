from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz.ui.figure import Axis, Floats, Heights
from lrviz.ui.paint.bands import scaled
from lrviz.ui.paint.contours import contours, in_pixels, raised
from lrviz.ui.paint.scale import Scale

x = np.linspace(-3, 3, 41)
BOWL = x[None] ** 2 + x[:, None] ** 2
EDGES = np.geomspace(0.1, 12, 25)


def test_contours_of_a_bowl_are_circles_that_close() -> None:
    found = contours(Heights(x, x, BOWL, EDGES), (1.0, 4.0))
    assert sorted(found) == [1.0, 4.0]
    for level, (line,) in found.items():
        assert np.hypot(*line.T) == pytest.approx(np.sqrt(level), rel=0.01)
        assert (line[0] == line[-1]).all()


def test_what_is_above_an_edge_lies_outside_of_a_bowl_s_circle() -> None:
    heights = Heights(x, x, BOWL, EDGES)
    found = raised(heights)
    assert len(found) == len(EDGES) - 2
    for edge, outlines in zip(EDGES[1:-1], found, strict=True):
        outer, hole = sorted(outlines, key=lambda outline: -np.hypot(*outline.T).max())[:2]
        assert np.abs(outer).max() == pytest.approx(3), "the picture's edge"
        if edge < 9:  # beyond, it is cut by that edge
            assert np.hypot(*hole.T) == pytest.approx(np.sqrt(edge), rel=0.03)
    assert raised(Heights(x[:1], x[:1], np.zeros((1, 1)), EDGES)) == []


def test_places_need_not_be_even() -> None:
    uneven = np.unique(np.concatenate([[-3.0, 3.0], np.random.default_rng(0).uniform(-3, 3, 60)]))
    values = uneven[None] ** 2 + (x[:, None] / 2) ** 2
    (line,) = contours(Heights(uneven, x, values, EDGES), (1.0,))[1.0]
    assert np.hypot(line[:, 0], line[:, 1] / 2) == pytest.approx(1, rel=0.03)


def between(heights: Heights, points: Floats) -> Floats:
    """Give the heights at points (n, 2) on the even scale, from the four corners of the cell of each."""
    known = scaled(heights, heights.values)
    across, up = (np.interp(points[:, k], side, np.arange(len(side))) for k, side in enumerate((heights.x, heights.y)))
    column, row = (
        np.minimum(at.astype(int), limit - 2) for at, limit in ((across, len(heights.x)), (up, len(heights.y)))
    )
    u, v = across - column, up - row
    lower = known[row, column] * (1 - u) + known[row, column + 1] * u
    upper = known[row + 1, column] * (1 - u) + known[row + 1, column + 1] * u
    return np.asarray(lower * (1 - v) + upper * v)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(2, 9), st.integers(2, 9), st.integers(2, 12))
def test_a_contour_at_the_edge_of_two_bands_lies_between_them(seed: int, columns: int, rows: int, bands: int) -> None:
    rng = np.random.default_rng(seed)
    edges = np.cumsum(rng.uniform(0.01, 1, bands + 1))
    values = rng.uniform(edges[0], edges[-1], (rows, columns))
    heights = Heights(np.cumsum(rng.uniform(0.1, 2, columns)), np.cumsum(rng.uniform(0.1, 2, rows)), values, edges)
    for band, lines in enumerate(contours(heights, edges[1:-1].tolist()).values(), start=1):
        places = between(heights, np.concatenate([*lines, np.zeros((0, 2))]))
        assert places == pytest.approx(band, abs=1e-9 + 2e-3 * bands)


@pytest.mark.parametrize("wild", [np.nan, np.inf, -np.inf])
def test_there_is_no_contour_next_to_what_is_no_number(wild: float) -> None:
    values = BOWL.copy()
    values[20, 30] = wild
    lines = contours(Heights(x, x, values, EDGES), (float(BOWL[20, 30]),))[float(BOWL[20, 30])]
    points = np.concatenate(lines)
    assert np.isfinite(points).all()
    step = x[1] - x[0]
    assert np.abs(points - [x[30], x[20]]).max(axis=1).min() >= step - 1e-9


def test_contours_round_a_cliff_are_as_good_as_any() -> None:
    values = np.where(x[None] > 1, 1e30, 1.0) + 0 * x[:, None]
    (line,) = contours(Heights(x, x, values, EDGES), (4.0,))[4.0]
    step = x[1] - x[0]
    assert (np.abs(line[:, 0] - 1) <= step + 1e-9).all()
    assert np.ptp(line[:, 1]) == pytest.approx(6)


def test_beyond_the_bands_there_are_contours_for_a_while() -> None:
    heights = Heights(x, x, BOWL, np.geomspace(0.1, 8, 25))
    found = contours(heights, (9.0, 1e6, -1e6, np.nan))
    assert np.hypot(*np.concatenate(found[9.0]).T) == pytest.approx(3, rel=0.01)
    assert [found[level] for level in list(found)[1:]] == [[], [], []]


@pytest.mark.parametrize("values", [np.zeros((0, 0)), np.ones((1, 41)), np.ones((41, 41)), np.full((41, 41), np.nan)])
def test_where_there_is_nothing_to_be_drawn_there_is_no_contour(values: Floats) -> None:
    rows, columns = values.shape
    assert contours(Heights(x[:columns], x[:rows], values, EDGES), (2.0,)) == {2.0: []}


def test_contours_in_pixels_stay_within_the_window() -> None:
    across, up = Scale.of(Axis(-1, 4), 10, 510), Scale.of(Axis(-1, 1), 220, 20)
    lines = in_pixels(Heights(x, x, BOWL, EDGES), 4.0, across, up)
    points = np.concatenate(lines)
    assert len(points) > 5
    assert (points >= [10 - 1e-9, 20 - 1e-9]).all()
    assert (points <= [510 + 1e-9, 220 + 1e-9]).all()
    plane = np.column_stack([(points[:, 0] - 10) / 100 - 1, 1 - (points[:, 1] - 20) / 100])
    assert np.hypot(*plane.T) == pytest.approx(2, rel=0.01)
