"""Paths over a terrain: how far they went, how far off the plane they are, and what they are called."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from lrviz.ui.figure import Trek
from lrviz.ui.paint.bands import scale_box
from lrviz.ui.paint.captions import captions, heights_written, path_dots
from lrviz.ui.paint.layout import Map
from lrviz.ui.paint.treks import ring
from lrviz.ui.palette import DARK, LIGHT
from tests.ui.paint.terrains import BOWL, RECT, band_colour, names, near, painted, terrain, trek

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_path_is_full_to_the_cursor_and_pale_after_it() -> None:
    image = painted(terrain(treks=(trek([-1.5, 0.0, 1.5], [0.5, 0.5, 0.5], at=1),)))
    green = near(image, DARK.line(2))
    assert green[100, 60:180].mean() > 0.95
    assert not green[100, 220:330].any()
    assert image.pixelColor(280, 100) != painted(terrain()).pixelColor(280, 100)
    assert not near(painted(terrain(treks=(trek([-1.5, 1.5], [0.5, 0.5]),))), DARK.line(2))[100, 70:330].any()


def test_a_path_has_a_gap_where_it_is_no_number_and_leaves_no_ink_outside() -> None:
    far = trek([-1.5, -1.0, np.nan, 0.5, 900.0], [0.5, 0.5, np.nan, 0.5, 0.5], at=4)
    green = near(painted(terrain(treks=(far,))), DARK.line(2))
    assert green[100, 60:95].any()
    assert not green[100, 110:240].any()
    assert green[100, 260:399].mean() > 0.95


def test_the_runs_mark_stands_at_the_cursor() -> None:
    image = near(painted(terrain(treks=(trek([-1.5, 0.3, 1.5], [0.5, -0.4, 0.5], at=1),))), DARK.line(2))
    assert image[188:193, 229:232].all()
    assert not near(painted(terrain(treks=(trek([-1.5, 0.3], [0.5, np.nan], at=1),))), DARK.line(2))[
        186:194, 226:234
    ].any()


@settings(deadline=None, max_examples=30)
@given(st.floats(0.05, 3), st.sampled_from([1.0, 2.0]))
def test_a_ring_is_as_wide_as_the_run_is_off_the_plane(off: float, times: float) -> None:
    chart = Map(terrain(), RECT, times)
    radii = ring(chart, trek([0.0], [0.0], at=0, off=off))
    assert radii is None if off * 100 <= 3 * times else radii == pytest.approx((off * 100, off * 100))


def test_a_ring_is_drawn_dashed_about_the_mark_unless_it_is_off_or_wide_as_nothing() -> None:
    run = trek([0.0, 1.8], [0.0, 1.3], at=0, off=0.8)
    seen = painted(terrain(treks=(run,)))
    bare = painted(terrain(treks=(run,), rings=False))
    angles = np.linspace(0, 2 * np.pi, 720, endpoint=False)
    spots = [(round(200 + 80 * np.cos(a) - 0.5), round(150 + 80 * np.sin(a) - 0.5)) for a in angles]
    ink = near(seen, DARK.line(2), 90)
    green = np.array([ink[y - 1 : y + 2, x - 1 : x + 2].any() for x, y in spots])
    assert 0.3 < green.mean() < 0.95
    assert sum(seen.pixelColor(x, y) != bare.pixelColor(x, y) for x in range(400) for y in (149,)) > 100
    for off in (np.nan, np.inf, 1e300, -0.0, 0.01):
        assert ring(Map(terrain(), RECT, 1.0), replace(run, off=off)) is None


def test_a_ring_wider_than_the_picture_leaves_the_heights_their_colours() -> None:
    run = trek([0.0, 1.8], [0.0, 1.3], at=0, off=1.45)
    bare = painted(terrain(treks=(run,), rings=False))
    assert painted(terrain(treks=(run,))).pixelColor(300, 100) != bare.pixelColor(300, 100)
    wide = painted(terrain(treks=(replace(run, off=2.1),)))
    assert wide.pixelColor(300, 100) == bare.pixelColor(300, 100)
    assert wide != bare  # its dashes are there


def test_a_stale_path_is_grey() -> None:
    stale = painted(terrain(treks=(trek([-1.5, 1.5], [0.5, 0.5], at=1, stale=True),)))
    assert not near(stale, DARK.line(2), 40).any()
    row = np.array([stale.pixelColor(x, 100).rgb() for x in range(60, 330)])
    bare = np.array([painted(terrain()).pixelColor(x, 100).rgb() for x in range(60, 330)])
    assert 0.3 < (row != bare).mean() < 0.9


def test_a_shaded_path_has_the_colours_of_what_is_true_and_an_edge_of_its_run() -> None:
    x = np.linspace(-1.5, 1.5, 60)
    run = Trek("cosine", 2, x, 0 * x + 0.5, np.where(x < 0, 0.05, 3.9), at=59, shaded=True)
    image = painted(terrain(treks=(run,)))
    assert image.pixelColor(80, 100) == band_colour(BOWL, 0.05)
    assert image.pixelColor(300, 100) == band_colour(BOWL, 3.9)
    assert near(image, DARK.line(2))[96:105, 80].any()


def test_the_other_seeds_are_a_cloud_of_pale_marks() -> None:
    cloud = np.array([[1.0, 1.0], [1.2, 1.0], [np.nan, 0.0]])
    run = trek([0.0, 0.2], [0.0, 0.0], at=0, cloud=cloud)
    changed, plain = painted(terrain(treks=(run,))), painted(terrain(treks=(replace(run, cloud=None),)))
    for x in (300, 320):
        assert changed.pixelColor(x, 50).green() > plain.pixelColor(x, 50).green() + 40


paths = st.lists(st.tuples(st.floats(-3, 3), st.floats(-2, 2)), min_size=1, max_size=12)


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(names, paths), max_size=8), st.sampled_from([1.0, 1.5]), st.booleans(), st.integers(0, 11))
def test_labels_lie_inside_and_on_no_other_nor_on_the_scale_and_the_cursor_never_moves_them(
    runs: list[tuple[str, list[tuple[float, float]]]], times: float, noted: bool, at: int
) -> None:
    treks = tuple(
        replace(trek([x for x, _ in points], [y for _, y in points], end="0.87", at=at), name=name, colour=index)
        for index, (name, points) in enumerate(runs)
    )
    heights = replace(BOWL, contours=(0.5, 1.0, 2.0, 3.0), named=(0.5, 1.0, 2.0, 3.0))
    ground = terrain(heights=heights, treks=treks, start=(0.1, 0.2, "start 2.31"), note="a hint" if noted else "")
    chart = Map(ground, QRectF(20, 10, 900, 600), times)
    dots = path_dots(chart)
    written = captions(chart, DARK, dots)
    boxes = [caption.box for caption in [*written, *heights_written(chart, DARK, written, dots)]]
    assert "start 2.31" in [caption.words for caption in written]
    every = [*boxes, scale_box(chart.rect, heights, times)]
    assert all(chart.rect.contains(box) for box in every)
    assert not any(one.intersects(other) for one, other in itertools.combinations(every, 2))
    elsewhere = replace(ground, treks=tuple(replace(one, at=None) for one in treks))
    moved = Map(elsewhere, chart.rect, times)
    assert [caption.box for caption in captions(moved, DARK, path_dots(moved))] == [caption.box for caption in written]


def test_each_end_in_sight_is_named_with_its_value_in_the_runs_ink() -> None:
    runs = (trek([0, 1], [0, 1], end="0.87"), replace(trek([0, 9], [0, 1], end="1.06"), name="step"))
    chart = Map(terrain(treks=runs), RECT, 1.0)
    (caption,) = captions(chart, LIGHT, path_dots(chart))
    assert (caption.words, caption.colour, caption.at) == ("cosine 0.87", LIGHT.ink(2), (300.0, 50.0))
