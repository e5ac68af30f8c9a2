from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from lrviz.ui.figure import Axis, Cells, Figure, Floats, Line, Plot, Reading, Seams, Style
from lrviz.ui.paint import Sheet, paint
from lrviz.ui.paint.cells import DARKEST, PALEST, SMALL, paint_cells
from lrviz.ui.paint.layout import Pane, width
from lrviz.ui.paint.seams import APART
from lrviz.ui.paint.seams import _places as seam_places
from lrviz.ui.paint.trail import points, trails
from lrviz.ui.palette import DARK, LIGHT, Theme

WIDTH, HEIGHT = 400, 300
AREA = QRectF(0, 0, WIDTH, HEIGHT)
wild = st.sampled_from([np.nan, np.inf, -np.inf, 0.0, -0.0, 1e308, -1e308, 1e30, 5e-324, 1.0]) | st.floats()
texts = st.text(max_size=12)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    many = draw(st.integers(0, 40))
    x = np.sort(np.array(draw(st.lists(st.floats(-1e9, 1e9), min_size=many, max_size=many)), dtype=np.float64))
    low = np.array(draw(st.lists(wild, min_size=many, max_size=many)), dtype=np.float64)
    high = np.fmax(low, np.array(draw(st.lists(wild, min_size=many, max_size=many)), dtype=np.float64))
    style = draw(st.sampled_from(get_args(Style)))
    return Line(
        draw(texts), draw(st.integers(0, 20)), x, low, low if draw(st.booleans()) else high, style=style,
        named=draw(st.booleans()), end=draw(texts), cross=draw(st.just("") | texts),
    )  # fmt: skip


def axes(form: str) -> st.SearchStrategy[Axis]:
    return st.builds(
        Axis,
        wild,
        wild,
        texts,
        log=st.booleans(),
        form=st.sampled_from(["number", "percent"]) if form == "y" else st.just("whole"),
    )


@st.composite
def seams(draw: st.DrawFn) -> Seams:
    places = draw(st.lists(st.tuples(wild, wild), max_size=12))
    x, y = np.array(places, dtype=np.float64).reshape(-1, 2).T
    return Seams(draw(texts), draw(st.integers(0, 20)), x, y, stale=draw(st.booleans()))


readings = st.builds(Reading, texts, st.integers(-1, 20), wild, texts)
plots = st.builds(
    Plot, texts, axes("x"), axes("y"), st.lists(lines(), max_size=4).map(tuple), texts,
    cursor=st.none() | wild, readings=st.lists(readings, max_size=4).map(tuple), head=st.none() | wild, left_out=texts,
    seams=st.lists(seams(), max_size=3).map(tuple), aside=st.floats(0, 500),
)  # fmt: skip
figures = st.builds(
    Figure, texts, texts, st.lists(plots, max_size=5).map(tuple), st.integers(1, 3),
    st.lists(st.floats(0, 10), min_size=1, max_size=3).map(tuple),
)  # fmt: skip


def painted(figure: Figure, theme: Theme = LIGHT, *, times: float = 1.0, fast: bool = False) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    try:
        paint(painter, QRectF(0, 0, WIDTH, HEIGHT), figure, theme, times=times, fast=fast)
    finally:
        painter.end()  # an image must not go before its painter
    return image


def pixels(image: QImage) -> NDArray[np.uint8]:
    memory = np.frombuffer(image.constBits(), dtype=np.uint8)
    return memory.reshape(image.height(), image.width(), 4)[:, :, 2::-1].copy()


def near(image: QImage, colour: QColor, tolerance: int = 40) -> NDArray[np.bool_]:
    wanted = np.array([colour.red(), colour.green(), colour.blue()], dtype=np.int16)
    distance: NDArray[np.int16] = np.abs(pixels(image).astype(np.int16) - wanted).max(axis=2)
    return distance <= tolerance


def one(low: Floats, high: Floats | None = None, **changes: Any) -> Figure:
    x = np.linspace(0, 100, len(low))
    line = Line("run", 0, x, low, low if high is None else high, named=False)
    return Figure(
        plots=(Plot("Learning rate", Axis(0, 100, "step", form="whole"), Axis(0, 1), (replace(line, **changes),)),)
    )


@settings(deadline=None, max_examples=80, suppress_health_check=list(HealthCheck))
@given(figures, st.booleans(), st.sampled_from([0.5, 1.0, 2.0]))
def test_no_figure_fails(qapp: QGuiApplication, figure: Figure, fast: bool, times: float) -> None:
    image = painted(figure, DARK, times=times, fast=fast)
    assert image.pixelColor(0, 0) == DARK.surface


def test_a_line_is_drawn_where_its_values_are(qapp: QGuiApplication) -> None:
    figure = one(np.full(50, 0.5))
    (area,) = Sheet(figure, QRectF(0, 0, WIDTH, HEIGHT)).areas
    rows = np.flatnonzero(near(painted(figure), LIGHT.line(0))[:, int(area.left()) + 3])
    assert abs(rows.mean() + 0.5 - area.center().y()) < 1


def test_a_gap_is_left_where_a_value_is_missing(qapp: QGuiApplication) -> None:
    values = np.full(101, 0.5)
    values[40:60] = np.nan
    figure = one(values)
    (area,) = Sheet(figure, QRectF(0, 0, WIDTH, HEIGHT)).areas
    row = near(painted(figure), LIGHT.line(0))[int(area.center().y())]
    share = np.flatnonzero(row) - area.left()
    assert not ((share > 0.41 * area.width()) & (share < 0.59 * area.width())).any()
    assert (share < 0.39 * area.width()).any()
    assert (share > 0.61 * area.width()).any()


def test_a_cliff_within_a_column_stands_upright(qapp: QGuiApplication) -> None:
    high = np.where(np.arange(322) < 161, 0.9, 0.1)
    low = high.copy()
    high[161] = 0.9
    figure = one(low, high)
    (area,) = Sheet(figure, QRectF(0, 0, WIDTH, HEIGHT)).areas
    columns = np.flatnonzero(near(painted(figure), LIGHT.line(0))[int(area.center().y())])
    assert 1 <= len(columns) <= 4


def test_a_jump_stands_upright_when_zoomed_in_on(qapp: QGuiApplication) -> None:
    values = np.array([0.9, 0.9, 0.1, 0.1])
    line = Line("run", 0, np.array([0.0, 50, 50, 100]), values, values, named=False)
    figure = Figure(plots=(Plot("", Axis(45, 55), Axis(0, 1), (line,)),))
    (area,) = Sheet(figure, QRectF(0, 0, WIDTH, HEIGHT)).areas
    image = near(painted(figure), LIGHT.line(0))
    assert abs(np.flatnonzero(image[int(area.center().y())]).mean() + 0.5 - area.center().x()) < 1
    assert image[int(area.top() + 0.1 * area.height()), int(area.left()) + 5]
    assert image[int(area.top() + 0.9 * area.height()), int(area.right()) - 5]


def test_what_goes_up_and_down_within_pixels_fills_its_whole_band(qapp: QGuiApplication) -> None:
    figure = one(np.full(322, 0.2), np.full(322, 0.8))
    (area,) = Sheet(figure, QRectF(0, 0, WIDTH, HEIGHT)).areas
    image = pixels(painted(figure))
    inside = image[
        int(area.top() + 0.25 * area.height()) : int(area.top() + 0.75 * area.height()), int(area.left()) + 200
    ]
    assert (inside[:, 2].astype(int) - inside[:, 0] > 20).all()


def test_the_scan_is_exact_for_more_points_than_pixels(qapp: QGuiApplication) -> None:
    values = np.full(1_000_000, 0.2)
    values[614_321] = 0.95  # one step in a million
    figure = one(values)
    (area,) = Sheet(figure, QRectF(0, 0, WIDTH, HEIGHT)).areas
    row = near(painted(figure), LIGHT.line(0), 120)[int(area.top() + 0.1 * area.height())]
    assert row.any()


def test_nothing_is_drawn_outside_the_rows_of_its_plot(qapp: QGuiApplication) -> None:
    figure = one(np.tile([0.5, 1e30, -1e30], 30), style="solid")
    (area,) = Sheet(figure, QRectF(0, 0, WIDTH, HEIGHT)).areas
    blue = near(painted(figure), LIGHT.line(0))
    assert blue[int(area.top()) + 5].any()
    assert not blue[: int(area.top()) - 3].any()
    assert not blue[int(area.bottom()) + 4 :].any()


def test_zeros_are_left_out_of_a_log_axis_and_said(qapp: QGuiApplication) -> None:
    plot = one(np.array([1.0, 0.0, -1.0, 1.0])).plots[0]
    log = replace(plot, y=Axis(0.1, 10, log=True), left_out="2 values ≤ 0 not drawn")
    said, unsaid = (painted(Figure(plots=(replace(log, left_out=text),))) for text in (log.left_out, ""))
    assert pixels(said)[:34].sum() != pixels(unsaid)[:34].sum()


@pytest.mark.parametrize("style", ["planned", "stale", "raw"])
def test_what_has_not_run_here_is_pale(qapp: QGuiApplication, style: str) -> None:
    solid, pale = (
        near(painted(one(np.full(50, 0.5), style=kind)), LIGHT.line(0), 10).sum() for kind in ("solid", style)
    )
    assert solid > 200
    assert pale == 0


def test_the_stretch_not_yet_run_is_shaded(qapp: QGuiApplication) -> None:
    plot = replace(one(np.full(50, 0.5)).plots[0], head=50.0)
    (area,) = Sheet(Figure(plots=(plot,)), QRectF(0, 0, WIDTH, HEIGHT)).areas
    image = painted(Figure(plots=(plot,)))
    y = int(area.top()) + 40
    assert image.pixelColor(int(area.center().x()) + 20, y) == LIGHT.bg
    assert image.pixelColor(int(area.center().x()) - 20, y) == LIGHT.surface


def test_a_diverged_run_says_so(qapp: QGuiApplication) -> None:
    values = np.concatenate([np.linspace(0.1, 0.9, 20), [np.inf], np.full(30, np.nan)])
    red = near(painted(one(values, cross="diverged at step 46")), LIGHT.error, 60)
    assert red.sum() > 30
    assert not near(painted(one(values)), LIGHT.error, 60).any()


def test_the_value_at_the_cursor_is_written_inside_the_plot(qapp: QGuiApplication) -> None:
    for at in (1.0, 50.0, 99.0):
        plot = replace(one(np.full(50, 0.5)).plots[0], cursor=at, readings=(Reading("run", 1, 0.5, "0.5000"),))
        figure = Figure(plots=(plot,))
        (area,) = Sheet(figure, QRectF(0, 0, WIDTH, HEIGHT)).areas
        columns = np.flatnonzero(near(painted(figure), LIGHT.ink(1), 30).any(axis=0))
        assert len(columns) > 20
        assert columns.min() >= area.left() - 7
        assert columns.max() <= area.right() + 7


def test_fast_leaves_out_marks_and_fine_edges(qapp: QGuiApplication) -> None:
    figure = one(np.full(50, 0.5))
    fine, fast = (near(painted(figure, fast=quick), LIGHT.line(0), 5).sum() for quick in (False, True))
    assert fast < fine
    assert fast >= Sheet(figure, QRectF(0, 0, WIDTH, HEIGHT)).areas[0].width() - 2


def test_the_same_figure_gives_the_same_pixels(qapp: QGuiApplication) -> None:
    figure = one(np.sin(np.linspace(0, 9, 400)) / 2 + 0.5)
    assert (pixels(painted(figure)) == pixels(painted(figure))).all()


def test_a_figure_of_no_plots_says_what_to_do(qapp: QGuiApplication) -> None:
    image = painted(Figure("No run yet.", "Add one to see its learning rate."))
    assert near(image, LIGHT.text, 30).sum() > 50
    assert pixels(image).min() < 60


def test_where_a_figure_is_still_to_be_made_nothing_is_said(qapp: QGuiApplication) -> None:
    assert np.ptp(pixels(painted(Figure())).reshape(-1, 3), axis=0).max() == 0


def test_a_painter_is_left_as_it_was_found(qapp: QGuiApplication) -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setPen(QColor("red"))
    paint(painter, QRectF(0, 0, WIDTH, HEIGHT), one(np.full(50, 0.5)), LIGHT)
    assert painter.pen().color() == QColor("red")
    assert not painter.hasClipping()
    painter.end()


def test_a_seam_is_a_dotted_line_with_the_runs_mark_on_it_and_crowded_ones_are_thinned() -> None:
    seam = Seams("plateau", 1, np.array([40.0, 40.5, 41.0]), np.array([0.5, 0.6, 0.7]))
    plot = Plot("", Axis(0, 100, form="whole"), Axis(0, 1), seams=(seam,))
    (pane,) = Sheet(Figure(plots=(plot,)), QRectF(0, 0, WIDTH, HEIGHT)).panes
    x, y = round(pane.x.pixel(40)), round(pane.y.pixel(0.5))
    image = painted(Figure(plots=(plot,)))
    assert image.pixelColor(x, y) == LIGHT.line(1)
    assert image.pixelColor(x, round(pane.y.pixel(0.7))) != LIGHT.line(1)  # a mark so near would hide the first
    column = [image.pixelColor(x, row) for row in range(int(pane.area.top()), y - 10)]
    dotted = [colour != LIGHT.surface for colour in column]
    assert any(dotted)
    assert not all(dotted)
    stale = painted(Figure(plots=(replace(plot, seams=(replace(seam, stale=True),)),)))
    assert stale.pixelColor(x, y) not in (LIGHT.line(1), LIGHT.surface)


@given(st.lists(st.integers(-2000, 3000), max_size=300).map(sorted), st.sampled_from([0.5, 1.0, 2.0]))
def test_seams_in_sight_stand_apart(qapp: QGuiApplication, places: list[int], times: float) -> None:
    x = np.array(places, dtype=np.float64)
    seam = Seams("plateau", 1, x, x / 1000)
    sheet = Sheet(Figure(plots=(Plot("", Axis(0, 1000, form="whole"), Axis(0, 1), seams=(seam,)),)), AREA, times)
    (pane,) = sheet.panes
    expected: list[tuple[float, float]] = []
    for across, up in zip(pane.x.pixels(seam.x).tolist(), pane.y.pixels(seam.y).tolist(), strict=True):
        far = not expected or across >= expected[-1][0] + APART * times
        if pane.area.left() <= across <= pane.area.right() and far:
            expected.append((across, up))
    assert seam_places(pane, seam) == expected


def test_the_lines_and_the_marks_of_seams_ask_once_where_they_are(qapp: QGuiApplication) -> None:
    seam = Seams("plateau", 1, np.linspace(0, 100, 9972), np.full(9972, 0.5))
    before = seam_places.cache_info()
    painted(Figure(plots=(Plot("", Axis(0, 100, form="whole"), Axis(0, 1), seams=(seam,)),)))
    after = seam_places.cache_info()
    assert (after.misses - before.misses, after.hits - before.hits) == (1, 1)


def test_a_run_with_seams_has_its_marks_there_and_nowhere_else() -> None:
    x = np.linspace(0, 100, 101)
    line = Line("plateau", 1, x, np.full(101, 0.5), np.full(101, 0.5), named=False)
    plot = Plot("", Axis(0, 100, form="whole"), Axis(0, 1), (line,))
    marked = replace(plot, seams=(Seams("plateau", 1, np.array([40.0]), np.array([0.5])),))
    bare = replace(plot, seams=(Seams("plateau", 1, np.array([40.0]), np.array([np.nan])),))
    (pane,) = Sheet(Figure(plots=(plot,)), QRectF(0, 0, WIDTH, HEIGHT)).panes

    def marks(image: QImage) -> int:
        row = round(pane.y.pixel(0.5)) - 3  # marks reach further up than the line
        inked = [image.pixelColor(column, row) == LIGHT.line(1) for column in range(WIDTH)]
        return sum(now and not before for before, now in pairwise(inked))

    assert marks(painted(Figure(plots=(plot,)))) > 1
    assert marks(painted(Figure(plots=(marked,)))) == 1
    assert marks(painted(Figure(plots=(bare,)))) == marks(painted(Figure(plots=(plot,))))


def test_a_steep_line_begins_and_ends_at_its_values_and_not_in_the_middle_of_a_column() -> None:
    steps = np.linspace(0, 100, 11)
    line = Line("climb", 1, steps, steps / 110, (steps + 10) / 110, named=False)
    (pane,) = Sheet(Figure(plots=(Plot("", Axis(0, 100), Axis(0, 1), (line,)),)), QRectF(0, 0, WIDTH, HEIGHT)).panes
    (trail,) = trails(pane)
    stroked = points(trail)
    assert stroked[0].tolist() == [pane.x.pixel(0), pane.y.pixel(0)]
    assert stroked[-1].tolist() == [pane.x.pixel(100), pane.y.pixel(1)]


class Counting(QPainter):
    """Counts the boxes it is asked to fill."""

    boxes = 0

    def fillRect(self, *given: Any) -> None:  # noqa: N802 - Qt's name
        self.boxes += 1
        super().fillRect(*given)


def matrix(classes: int, words: str = "") -> tuple[Cells, Pane]:
    """Give a matrix of random shares with the same words in each cell, laid out."""
    shares = np.random.default_rng(classes).random((classes, classes))
    cells = Cells(shares, ((words,) * classes,) * classes, 1)
    plot = Plot("", Axis(-0.5, classes - 0.5), Axis(-0.5, classes - 0.5), cells=cells, fixed=True)
    (pane,) = Sheet(Figure(plots=(plot,)), QRectF(0, 0, WIDTH, HEIGHT)).panes
    return cells, pane


@pytest.mark.parametrize("classes", [1, 2, 10, 40, 70, 256])
def test_cells_have_their_shade_and_gaps_where_there_is_room(qapp: QGuiApplication, classes: int) -> None:
    cells, pane = matrix(classes)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(LIGHT.surface)
    painter = Counting(image)
    paint_cells(painter, pane, cells, LIGHT)
    painter.end()
    assert painter.boxes <= 2 * (classes + 1)
    seen, area = pixels(image), pane.area
    side = np.arange(classes) + 0.5
    across = np.floor(area.left() + side * area.width() / classes).astype(int)
    up = np.floor(area.bottom() - side * area.height() / classes).astype(int)
    share = PALEST + (DARKEST - PALEST) * cells.shares[..., None]
    line, ground = (np.array(colour.getRgb()[:3]) for colour in (LIGHT.line(1), LIGHT.surface))  # type: ignore[index]
    wanted = share * line + (1 - share) * ground
    if classes < 256:  # else a cell is a pixel, and its middle may be another's
        np.testing.assert_allclose(seen[np.ix_(up, across)], wanted, atol=1)
    if 1 < classes < 256:
        border = round(area.left() + area.width() / classes)
        lightest = seen[up[0], border - 1 : border + 1].sum(axis=1).max()
        room = min(area.width(), area.height()) / classes >= SMALL
        assert (lightest > seen[up[0], across[:2]].sum(axis=1).max()) == room
    outside = np.ones((HEIGHT, WIDTH), bool)
    outside[int(area.top()) : int(area.bottom()), int(area.left()) : int(area.right())] = False
    assert (seen[outside] == ground).all()


def test_the_same_words_in_many_cells_are_measured_once(qapp: QGuiApplication) -> None:
    cells, pane = matrix(15, "too long to stand there")
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = width.cache_info()
    paint_cells(painter, pane, cells, LIGHT)
    after = width.cache_info()
    painter.end()
    assert after.hits + after.misses - before.hits - before.misses == 1
