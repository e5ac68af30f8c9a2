from __future__ import annotations

import itertools
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from lrviz.ui.figure import Arrow, Axis, Figure, Heights, Line, Plot, Terrain, Trek
from lrviz.ui.paint import Sheet, steps
from lrviz.ui.paint.bands import scale_box
from lrviz.ui.paint.captions import captions, path_dots
from lrviz.ui.paint.heatmap import _image
from lrviz.ui.paint.layout import Map
from lrviz.ui.palette import DARK, LIGHT, Theme
from lrviz.ui.showing import pictures
from tests.ui.paint.terrains import (
    BOWL,
    HEIGHT,
    RECT,
    WIDTH,
    across,
    band_colour,
    names,
    near,
    painted,
    terrain,
    trek,
    up,
)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("theme", [DARK, LIGHT])
@pytest.mark.parametrize("place", [(0.05, 0.02), (-1.37, 0.31), (1.2, 1.44), (-1.95, -1.47), (1.9, -0.9)])
def test_a_pixel_has_the_colour_of_the_band_its_place_lies_in(
    place: tuple[float, float], theme: Theme, ratio: int
) -> None:
    x, y = place
    image = painted(terrain(), theme, ratio=ratio)
    shown = image.pixelColor(round((x + 2) * 100 * ratio), round((1.5 - y) * 100 * ratio))
    assert shown == band_colour(BOWL, x * x + y * y, theme)


def test_a_picture_of_any_ratio_has_its_bands_in_the_same_places() -> None:
    coarse, fine = painted(terrain()), painted(terrain(), ratio=2)
    above = np.array([[fine.pixelColor(2 * x, 2 * y).rgb() for x in range(0, 250, 7)] for y in range(0, 250, 7)])
    below = np.array([[coarse.pixelColor(x, y).rgb() for x in range(0, 250, 7)] for y in range(0, 250, 7)])
    assert (above == below).mean() > 0.95  # all but those half a pixel from an edge


def test_heights_at_uneven_places_stand_where_they_are() -> None:
    few = np.array([0, 3, 4, 9, 22, 30, 39, 40])
    coarse = replace(
        BOWL, x=across[few], values=(2 * across[few] + 4)[None] + 0 * up[:, None], edges=np.linspace(0, 8, 9)
    )
    even = replace(BOWL, values=(2 * across + 4)[None] + 0 * up[:, None], edges=np.linspace(0, 8, 9))
    one, other = (painted(terrain(heights=heights)) for heights in (coarse, even))
    same = [one.pixelColor(x, 20) == other.pixelColor(x, 20) for x in range(WIDTH)]
    assert np.mean(same) > 0.97


def test_what_is_not_covered_is_plain() -> None:
    panned = replace(BOWL, x=across - 1.0, y=up + 0.5)
    image = painted(terrain(heights=panned))
    assert image.pixelColor(320, 20) == DARK.sunken
    assert image.pixelColor(50, 270) == DARK.sunken
    assert image.pixelColor(298, 100) != DARK.sunken
    assert near(painted(terrain(heights=None)), DARK.sunken, 0).all()


@pytest.mark.parametrize("wild", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_is_hatched_in_the_worst_colour(wild: float) -> None:
    values = BOWL.values.copy()
    values[10:20, 5:15] = wild
    spoiled = painted(terrain(heights=replace(BOWL, values=values)))
    hole = near(spoiled, DARK.ramp[-1], 0)[110:190, 60:130]
    assert 0.6 < hole.mean() < 0.95
    assert not near(spoiled, DARK.ramp[-1], 0)[:, 170:230].any()


def test_a_cliff_of_1e30_has_the_last_band_and_no_hatching() -> None:
    values = np.where(across[None] > 1, 1e30, BOWL.values)
    image = painted(terrain(heights=replace(BOWL, values=values)))
    assert near(image, DARK.ramp[-1], 0)[:200, 315:].all()
    assert image.pixelColor(200, 150) == band_colour(BOWL, 0.0)


def test_accuracy_is_deep_where_it_is_high() -> None:
    image = painted(terrain(heights=replace(BOWL, high_is_good=True)))
    assert image.pixelColor(200, 150) == DARK.ramp[-1]
    assert image.pixelColor(2, 2) == DARK.ramp[0]


def test_more_bands_than_a_byte_counts_are_still_in_order() -> None:
    image = painted(terrain(heights=replace(BOWL, edges=np.linspace(0, 4, 1001))))
    lightness = [image.pixelColor(x, 149).lightness() for x in range(200, 340)]
    assert all(after >= before for before, after in itertools.pairwise(lightness))
    assert lightness[-1] > lightness[0] + 20


def test_a_contour_is_drawn_between_its_bands_and_a_written_one_is_stronger() -> None:
    bare = painted(terrain())
    pale, strong = (painted(terrain(heights=replace(BOWL, contours=(1.0,), named=named))) for named in ((), (1.0,)))
    for image, more in ((pale, 8), (strong, 25)):
        column = [image.pixelColor(200, y).lightness() - bare.pixelColor(200, y).lightness() for y in range(30, 70)]
        assert abs(int(np.argmax(column)) + 30 - 50) <= 1
        assert max(column) >= more


def test_arrows_are_told_apart_and_named() -> None:
    arrows = (
        Arrow(-1.0, -0.5, 2.0, 0.0, "gradient", 1),
        Arrow(-1.0, 0.0, 2.0, 0.0, "momentum", 1),
        Arrow(-1.0, 0.5, 2.0, 0.0, "update", 1),
    )
    image = near(painted(terrain(arrows=arrows)), DARK.line(1), 60)
    solid = [image[row - 1 : row + 2, 110:280].any(axis=0).mean() for row in (200, 150, 100)]
    assert solid[2] > 0.95
    assert 0.2 < solid[0] < 0.9
    assert 0.2 < solid[1] < 0.9
    assert not near(painted(terrain()), DARK.chip, 20)[10:60, 10:100].any()
    assert near(painted(terrain(arrows=arrows)), QColor(DARK.chip.rgb()), 20)[14:60, 14:40].mean() > 0.5


def test_a_profiles_line_has_a_handle_at_each_end() -> None:
    bare, image = painted(terrain()), painted(terrain(line=((-1.0, 0.5), (1.0, 0.5))))
    assert near(image, DARK.text2, 60)[99:102, 120:280].any(axis=0).mean() > 0.95
    for x in (100, 300):
        assert image.pixelColor(x, 100 + 4) != bare.pixelColor(x, 100 + 4)


def test_captions_keep_out_of_the_corner_of_the_controls_and_the_hint_begins_after_its_own() -> None:
    runs = (trek([0, 1.9], [0, 1.4], end="0.87"),)
    free, kept = (Map(terrain(treks=runs, aside=aside), RECT, 1.0) for aside in ((0.0, 0.0), (200.0, 60.0)))
    controls = QRectF(RECT.right() - 200, RECT.top(), 200, 60)
    (before,), (after,) = (captions(chart, LIGHT, path_dots(chart)) for chart in (free, kept))
    assert before.box.intersects(controls)
    assert not after.box.intersects(controls)
    (hint,), (moved,) = (
        captions(chart, LIGHT, path_dots(chart))
        for chart in (Map(terrain(note="a hint", indent=indent), RECT, 1.0) for indent in (0.0, 36.0))
    )
    assert moved.box.left() == hint.box.left() + 36


def test_a_long_hint_is_cut_before_the_scale_and_a_small_map_goes_without_either() -> None:
    chart = Map(terrain(note="Click to draw a profile from here, and once more to end it there"), RECT, 1.0)
    (hint,) = captions(chart, LIGHT, path_dots(chart))
    assert hint.words.endswith("…")
    assert hint.box.right() < scale_box(RECT, BOWL, 1.0).left()
    small = Map(terrain(note="a hint"), QRectF(0, 0, 120, 40), 1.0)
    assert captions(small, LIGHT, path_dots(small)) == []


wild = st.sampled_from([np.nan, np.inf, -np.inf, 0.0, 1e308, -1e308, 1e30, 5e-324]) | st.floats()


@st.composite
def grounds(draw: st.DrawFn) -> Terrain:
    rows, columns = draw(st.integers(0, 5)), draw(st.integers(0, 5))
    values = np.array(draw(st.lists(wild, min_size=rows * columns, max_size=rows * columns)), float)
    edges = np.cumsum(draw(st.lists(st.floats(1e-3, 1e9), min_size=2, max_size=30)))
    many = draw(st.integers(0, 20))
    x, y, z = (np.array(draw(st.lists(wild, min_size=many, max_size=many)), float) for _ in range(3))
    run = Trek(
        draw(names), draw(st.integers(-1, 20)), x, y, z, draw(st.none() | st.integers(0, 30)), draw(wild),
        draw(names), draw(st.booleans()), draw(st.booleans()), draw(st.none() | st.just(np.column_stack([x, y]))),
    )  # fmt: skip
    levels = tuple(draw(st.lists(wild, max_size=4)))
    heights = Heights(
        np.cumsum(np.ones(columns)) * draw(st.floats(1e-6, 1e6)), np.cumsum(np.ones(rows)),
        values.reshape(rows, columns), edges, levels, levels, draw(names), high_is_good=draw(st.booleans()),
    )  # fmt: skip
    arrow = Arrow(draw(wild), draw(wild), draw(wild), draw(wild), "momentum", 1)
    return Terrain(
        Axis(draw(wild), draw(wild)), Axis(draw(wild), draw(wild)), heights, (run,) * draw(st.integers(0, 2)),
        draw(st.none() | st.tuples(wild, wild, names)), (arrow,), ((draw(wild), draw(wild)), (draw(wild), draw(wild))),
    )  # fmt: skip


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(grounds(), st.booleans(), st.sampled_from([0.5, 1.0, 2.0]))
def test_no_terrain_fails(ground: Terrain, fast: bool, times: float) -> None:
    assert not near(painted(ground, times=times, fast=fast), QColor("magenta"), 0).any()


def test_a_moved_cursor_makes_no_new_picture_of_the_heights() -> None:
    run = trek([-1.5, 0.0, 1.5], [0.5, 0.5, 0.5], at=0)
    heights = replace(BOWL)
    painted(terrain(heights=heights, treks=(run,)))
    made = _image.cache_info().misses
    painted(terrain(heights=heights, treks=(replace(run, at=2),)))
    assert _image.cache_info().misses == made


def test_a_painter_is_left_as_it_was_found_by_every_step() -> None:
    full = terrain(
        treks=(trek([-1.5, 1.5], [0.5, 0.5], at=1, off=0.5, end="1"),), start=(0, 0, "start"), line=((0, 0), (1, 1)),
        arrows=(Arrow(0, 0, 1, 1, "update", 0),), heights=replace(BOWL, contours=(1.0,), named=(1.0,)), note="a hint",
    )  # fmt: skip
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setPen(QColor("red"))
    painter.setFont(QFont("DejaVu Sans", 31))
    for step in steps(Sheet(Figure(terrain=full), RECT), DARK):
        step(painter)
        assert painter.pen().color() == QColor("red")
        assert painter.font().pointSize() == 31
        assert not painter.hasClipping()
        assert not painter.renderHints() & QPainter.RenderHint.Antialiasing
    painter.end()


def test_plots_have_the_lowest_quarter_below_a_terrain() -> None:
    flat = np.full(2, 0.5)
    plot = Plot("Along the line", Axis(0, 1), Axis(0, 1), (Line("loss", 0, np.array([0.0, 1.0]), flat, flat),))
    for height, wanted in ((1000, 250), (500, 150), (200, 100)):
        sheet = Sheet(Figure(plots=(plot,), terrain=terrain()), QRectF(10, 20, 600, height))
        assert sheet.map is not None
        assert sheet.map.rect == QRectF(10, 20, 600, height - wanted)
        assert sheet.panes[0].cell == QRectF(10, 20 + height - wanted, 600, wanted)
    alone = Sheet(Figure(terrain=terrain()), QRectF(10, 20, 600, 400))
    assert alone.map is not None
    assert alone.map.rect == alone.rect
    assert Sheet(Figure(plots=(plot,)), RECT).map is None


def test_a_map_says_which_place_is_where() -> None:
    chart = Map(terrain(), RECT, 1.0)
    assert chart.pixels(np.array([-2.0, 0, 2]), np.array([1.5, 0, -1.5])).tolist() == [[0, 0], [200, 150], [400, 300]]
    assert (chart.x.value(300), chart.y.value(0)) == pytest.approx((1.0, 1.5))


FULL = Figure(
    "Two ends.",
    terrain=terrain(
        heights=replace(BOWL, contours=(1.0, 2.0), named=(1.0,)),
        treks=(
            trek([-1.5, 0.0, 90.0], [0.5, 0.5, 0.5], at=1, off=0.4),
            replace(trek([1], [1], end="0.9"), name="a < b"),
        ),
        start=(-1.5, 0.5, "start 2.31"),
        note="a hint",
    ),
)


def test_an_svg_holds_the_words_and_one_picture_and_draws_nothing_outside(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    pictures.save(FULL, path, theme=LIGHT, size=(640, 480))
    svg = path.read_text()
    assert all(words in svg for words in ("a &lt; b 0.9", "start 2.31", "a hint", "train loss", ">1</text>"))
    assert svg.count("<image") == 1
    points = [pair.split(",") for line in re.findall(r'polyline[^>]*points="([^"]*)"', svg) for pair in line.split()]
    assert len(points) > 50
    assert max(float(x) for x, _ in points) <= 640 + 7
    renderer, image = QSvgRenderer(str(path)), QImage(640, 480, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert renderer.isValid()
    chart = Sheet(FULL, QRectF(0, 42, 640, 438)).map
    assert chart is not None
    x, y = chart.pixels(np.array([1.6]), np.array([-0.3]))[0].tolist()
    shown, wanted = image.pixelColor(round(x), round(y)), band_colour(BOWL, 1.6**2 + 0.09, LIGHT)
    assert abs(shown.red() - wanted.red()) < 6


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_the_same_terrain_gives_the_same_file(kind: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.{kind}" for name in "ab"]
    for file in files:
        pictures.save(FULL, file, theme=DARK, size=(320, 240))
    one, other = (file.read_bytes() for file in files)
    assert one == other
    assert len(one) > 5000
    if kind == "pdf":
        assert one.startswith(b"%PDF-")
        assert b"DCTDecode" not in one  # flat colours stay flat
        assert re.search(rb"/MediaBox \[0 0 240(\.0*)? 180", one)
