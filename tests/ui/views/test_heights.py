"""Bands and contours of whatever lies over a plane."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lrviz.ui.views.heights import BANDS, of_loss, rounded, sampled

ANY = st.floats(allow_nan=True, allow_infinity=True) | st.floats(0, 10)


@given(values=arrays(np.float64, (4, 5), elements=ANY))
def test_any_values_are_divided_into_bands(values: np.ndarray) -> None:
    made = of_loss(np.arange(5.0), np.arange(4.0), values, "loss")
    assert len(made.edges) == BANDS + 1
    assert np.isfinite(made.edges).all()
    assert (np.diff(made.edges) >= 0).all()
    assert set(made.named) <= set(made.contours)


def test_bands_are_narrow_near_the_lowest_value_and_end_at_four_times_it() -> None:
    made = of_loss(np.arange(3.0), np.arange(2.0), np.array([[0.87, 1.0, 2.0], [3.0, 50.0, math.inf]]), "loss")
    widths = np.diff(made.edges)
    assert made.edges[0] == pytest.approx(0.87)
    assert made.edges[-1] == pytest.approx(4 * 0.87)
    assert (np.diff(widths) > 0).all()


@given(st.lists(st.floats(1e-6, 1e6), min_size=2, max_size=20, unique=True).map(sorted))
def test_contours_are_short_numbers_near_their_places(levels: list[float]) -> None:
    made = rounded(np.array(levels))
    gaps = np.diff([*levels, 2 * levels[-1] - levels[-2]])
    for level in made:
        assert any(abs(level - place) <= gap for place, gap in zip(levels, gaps, strict=True))


@given(st.floats(0, 2), st.floats(0, 3))
def test_what_is_read_off_a_tilted_plane_is_that_plane(x: float, y: float) -> None:
    across, up = np.array([0, 0.5, 2.0]), np.array([0, 1, 1.5, 3.0])
    made = of_loss(across, up, 1 + 2 * across[None, :] + 3 * up[:, None], "loss")
    assert sampled(made, np.array([x]), np.array([y]))[0] == pytest.approx(1 + 2 * x + 3 * y)


def test_nothing_is_read_off_beyond_the_edge() -> None:
    made = of_loss(np.arange(2.0), np.arange(2.0), np.ones((2, 2)), "loss")
    assert np.isnan(sampled(made, np.array([-0.1, 0.5]), np.array([0.5, 1.1]))).all()
