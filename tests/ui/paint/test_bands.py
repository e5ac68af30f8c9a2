from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication

from lrviz.ui import metrics
from lrviz.ui.figure import Floats, Heights
from lrviz.ui.paint.bands import BEYOND, band_colours, banded, drawable, sampled, scale_box, scaled
from lrviz.ui.palette import DARK, DARK_CONTRAST, LIGHT, Theme

widths = st.lists(st.floats(1e-3, 1e3), min_size=1, max_size=40)


def heights(values: Floats, edges: Floats, **changes: object) -> Heights:
    rows, columns = values.shape
    return Heights(np.arange(columns, dtype=float), np.arange(rows, dtype=float), values, edges, **changes)  # type: ignore[arg-type]


def flat(edges: Floats, **changes: object) -> Heights:
    return heights(np.zeros((2, 2)), edges, **changes)


@given(widths, st.floats(-1e3, 1e3))
def test_edges_are_evenly_apart_and_what_lies_between_two_is_in_their_band(
    given_widths: list[float], low: float
) -> None:
    edges = low + np.concatenate([[0.0], np.cumsum(given_widths)])
    scale = flat(edges)
    assert scaled(scale, edges) == pytest.approx(np.arange(len(edges)))
    assert banded(scale, scaled(scale, (edges[1:] + edges[:-1]) / 2)).tolist() == list(range(len(edges) - 1))


@given(widths, st.lists(st.floats(allow_nan=False), min_size=2, max_size=30))
def test_higher_is_never_lower_on_the_scale_however_high(given_widths: list[float], values: list[float]) -> None:
    scale = flat(np.concatenate([[0.0], np.cumsum(given_widths)]))
    places = scaled(scale, np.sort(np.array(values)))
    finite = places[np.isfinite(places)]
    assert (np.diff(finite) >= 0).all()
    assert ((finite >= -BEYOND) & (finite <= len(given_widths) + BEYOND)).all()


@pytest.mark.parametrize("good", [False, True])
def test_what_is_beyond_has_the_last_band_and_what_is_no_number_the_worst(good: bool) -> None:
    scale = flat(np.linspace(1, 2, 11), high_is_good=good)
    wild = scaled(scale, np.array([1e30, 3.0, -1e30, 0.0, np.nan, np.inf, -np.inf]))
    worst = 0 if good else 9
    assert banded(scale, wild).tolist() == [9, 9, 0, 0, worst, worst, worst]
    assert np.isnan(wild).tolist() == [False] * 4 + [True] * 3


@pytest.mark.parametrize("theme", [LIGHT, DARK, DARK_CONTRAST])
def test_good_is_deep_and_bad_is_pale(theme: Theme) -> None:
    deep, pale = (list(colour.getRgb()[:3]) for colour in (theme.ramp[0], theme.ramp[-1]))  # type: ignore[index]
    for bands in (2, 7, 26):
        edges = np.linspace(0, 1, bands + 1)
        low_is_good, high_is_good = (band_colours(flat(edges, high_is_good=good), theme) for good in (False, True))
        assert (low_is_good[0].tolist(), low_is_good[-1].tolist()) == (deep, pale)
        assert (low_is_good == high_is_good[::-1]).all()
    assert sum(deep) < sum(pale)
    assert band_colours(flat(np.linspace(0, 1, 8)), theme).tolist() == [list(c.getRgb()[:3]) for c in theme.ramp]  # type: ignore[index]


@given(st.integers(0, 2**32 - 1))
def test_heights_between_the_known_ones_lie_on_straight_lines_of_the_scale(seed: int) -> None:
    rng = np.random.default_rng(seed)
    ground = Heights(
        np.cumsum(rng.uniform(0.1, 3, 5)),  # uneven
        np.cumsum(rng.uniform(0.1, 3, 4)),
        rng.uniform(0, 3, (4, 5)),
        np.array([0.0, 0.1, 0.5, 1, 3]),
    )
    known = scaled(ground, ground.values)
    assert sampled(ground, ground.x, ground.y) == pytest.approx(known)
    middle = sampled(ground, (ground.x[1:] + ground.x[:-1]) / 2, (ground.y[1:] + ground.y[:-1]) / 2)
    assert middle == pytest.approx((known[1:, 1:] + known[1:, :-1] + known[:-1, 1:] + known[:-1, :-1]) / 4)


@pytest.mark.parametrize("hole", [np.nan, np.inf, -np.inf])
def test_nothing_is_known_in_cells_that_touch_what_is_no_number(hole: float) -> None:
    values = np.ones((5, 5))
    values[2, 2] = hole
    found = np.isnan(sampled(heights(values, np.array([0.0, 1, 2])), np.arange(0.5, 4), np.arange(0.5, 4)))
    assert found.tolist() == [[False] * 4, [False, True, True, False], [False, True, True, False], [False] * 4]
    at_known_places = np.isnan(sampled(heights(values, np.array([0.0, 1, 2])), np.arange(5.0), np.arange(5.0)))
    assert at_known_places.sum() == 1


def test_a_line_of_places_is_not_drawable_and_none_is_not() -> None:
    edges = np.array([0.0, 1.0])
    assert drawable(heights(np.ones((2, 2)), edges))
    assert not drawable(heights(np.ones((1, 5)), edges))
    assert not drawable(heights(np.zeros((0, 0)), edges))
    assert not drawable(heights(np.ones((2, 2)), np.array([1.0])))
    assert not drawable(None)


@pytest.mark.parametrize("times", [1.0, 2.0])
@pytest.mark.parametrize("title", ["", "train loss", "largest distance to the nearest class boundary"])
def test_the_scale_stands_inside_at_the_lower_right(qapp: QGuiApplication, title: str, times: float) -> None:
    rect = QRectF(100, 50, 1000, 600)
    box = scale_box(rect, flat(np.linspace(0.87, 3.5, 27), title=title), times)
    assert rect.contains(box)
    assert box.width() >= metrics.SCALE[0] * times
    assert rect.right() - box.right() < 20 * times
