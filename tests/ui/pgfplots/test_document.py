"""Figures for LaTeX: what pgfplots is given can be reckoned with, is short, and means what the window shows."""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lrviz
from lrviz import CosineAnnealingWarmRestarts, Experiment, ResourceError, Run, StepLR
from lrviz.ui.figure import (
    Axis,
    Bars,
    Cells,
    Figure,
    Line,
    Pin,
    Plot,
    Points,
    Reading,
    Remark,
    Seams,
    Spot,
    Strip,
    Terrain,
    Trek,
)
from lrviz.ui.figure import Path as Wander
from lrviz.ui.pgfplots import document
from lrviz.ui.pgfplots.around import APART, POINTS
from lrviz.ui.pgfplots.numbers import OFF, few
from lrviz.ui.pgfplots.words import written
from lrviz.ui.render import figure, render
from tests.ui.pgfplots.tex import Read, read, words

HOSTILE = 'a_b & 50% of {x} \\input{/etc/passwd} $y$ #1 ^~ "|" \U0001f600 \n\x07 “é” 3×10⁻⁵ β₁'
SIZE = (1280, 800)


def drawn(*lines: Line, x: Axis | None = None, y: Axis | None = None) -> Read:
    plot = Plot("title", x or Axis(0, 100, "step", form="whole"), y or Axis(0, 1), lines)
    (found,) = read(document(Figure("headline", plots=(plot,)), SIZE))
    return found


def line(y: object, x: object = None, **options: object) -> Line:
    values = np.asarray(y, dtype=np.float64)
    return Line("run", 0, np.arange(len(values)) * 1.0 if x is None else np.asarray(x), values, values, **options)  # type: ignore[arg-type]


def curves(found: Read) -> list[list[tuple[float, float]]]:
    return [points for options, points in found.plots if "line join" in options]


def test_the_views_are_written_and_can_be_read(qapp: object, tmp_path: Path) -> None:
    for view in ("schedule", "loss"):
        render(Experiment.first_open(), view, tmp_path / f"{view}.tex")
        axes = read((tmp_path / f"{view}.tex").read_bytes())
        assert len(axes) == 2
        for found in axes:
            assert len(curves(found)) == 3
            _within(found)
    text = (tmp_path / "schedule.tex").read_text()
    assert "cosine is lrvizline2" in text
    assert r"\definecolor{lrvizline2}{HTML}{2F9788}" in text
    assert len(text) < 60_000


def _within(found: Read) -> None:
    """Nothing lies farther outside than TeX can reckon with."""
    for name, at in (("x", 0), ("y", 1)):
        low, high = found.limits[f"{name}min"], found.limits[f"{name}max"]
        room = 0.2 * (high - low)
        least, most = (low / 2 if low > 0 else low) - room, high + room
        for _, points in found.plots:
            for point in points:
                assert math.isnan(point[at]) or least <= point[at] <= most


def test_a_step_is_upright_and_few_points_say_it(qapp: object) -> None:
    shown = figure(Experiment.of(Run("step", StepLR(220)), steps=440), "schedule", 1000, {})
    rates = curves(read(document(shown, SIZE))[0])[0]
    assert rates == [(0, 0.1), (220, 0.1), (220, pytest.approx(0.01)), (439, pytest.approx(0.01))]


def test_what_is_out_of_sight_is_cut_where_it_leaves(qapp: object) -> None:
    (far,) = curves(drawn(line([0.5, 1e30, math.inf, 0.5, -1e300, 0.5])))
    assert far[0] == (0, 0.5)
    assert max(y for _, y in far if not math.isnan(y)) < 1.1
    first = next(point for point in far if point[1] > 1)
    assert first[0] == pytest.approx(0, abs=0.05), "it rises upright, as it does in the window"


def test_gaps_are_gaps(qapp: object) -> None:
    (gapped,) = curves(drawn(line([0.1, 0.2, math.nan, 0.4, 0.5])))
    assert [math.isnan(y) for _, y in gapped] == [False, False, True, False, False]
    log = drawn(line([0.1, 0.2, 0.0, 0.4, 0.5]), y=Axis(0.01, 1, log=True))
    assert sum(math.isnan(y) for _, y in curves(log)[0]) == 1
    assert not curves(drawn(line([math.nan] * 3)))


def test_a_band_has_the_exact_lowest_and_highest_value(qapp: object) -> None:
    x = np.linspace(0, 100, 5000)
    low, high = np.sin(50 * x) * 0.1 + 0.3, np.sin(50 * x) * 0.1 + 0.6
    low[1234], high[4321] = 0.01, 0.99
    found = drawn(Line("run", 0, x, low, high, style="band"))
    ((_, outline),) = [plot for plot in found.plots if "fill" in plot[0]]
    assert min(y for _, y in outline) == pytest.approx(0.01, rel=1e-5)
    assert max(y for _, y in outline) == pytest.approx(0.99, rel=1e-5)
    assert len(outline) <= 1300


def test_an_axis_far_from_zero_is_counted_from_its_start(qapp: object) -> None:
    x = 10**9 + np.arange(101.0)
    found = drawn(line(np.linspace(0, 1, 101), x), x=Axis(10**9, 10**9 + 100, form="whole"))
    assert found.limits["xmin"] == 0
    assert found.limits["xmax"] == pytest.approx(100)
    assert curves(found)[0][-1][0] == pytest.approx(100)
    assert max(found.ticks["x"]) <= 100


@given(st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=60))
@settings(max_examples=60)
def test_what_is_left_out_lies_on_the_line_through_what_stays(values: list[float]) -> None:
    through = np.column_stack([np.arange(len(values)), values])
    kept = few(through)
    assert {tuple(point) for point in kept.tolist()} <= {tuple(point) for point in through.tolist()}
    assert max(values) - kept[:, 1].max() <= OFF
    assert kept[:, 1].min() - min(values) <= OFF
    assert np.abs(np.interp(through[:, 0], kept[:, 0], kept[:, 1]) - values).max() <= OFF * math.hypot(1, 2e3)


def test_no_name_means_anything_to_latex(qapp: object) -> None:
    plot = Plot(
        HOSTILE,
        Axis(-1, 3, HOSTILE, names=()),
        Axis(-1, 3, HOSTILE),
        (Line(HOSTILE, 9, np.arange(3.0), np.arange(3.0), np.arange(3.0), end=HOSTILE, cross=HOSTILE),),
        note=HOSTILE,
        cursor=1.0,
        readings=(Reading(HOSTILE, 1, 1.0, HOSTILE),),
        head=2.0,
        left_out=HOSTILE,
        bars=Bars(np.arange(3.0), np.arange(2.0)),
        cells=Cells(np.ones((2, 2)), ((HOSTILE, "1"), ("2", "3")), 0),
        points=Points(np.arange(3.0), np.arange(3.0), np.zeros(3, np.int64)),
        seams=(Seams("s", 1, np.arange(2.0), np.arange(2.0)),),
        spots=(Spot(1, 1.0, 1.0, text=HOSTILE),),
        strip=Strip(0, ((0.0, 2.0, HOSTILE),)),
        paths=(Wander("p", 2, np.array([0.0, 1.0, 0.5]), np.arange(3.0)),),
        remarks=(Remark(1.0, 1.0, HOSTILE),),
        pins=(Pin(1.0, HOSTILE, HOSTILE, 0), Pin(1.1, "near", "it", 0)),
    )
    data = document(Figure(HOSTILE, plots=(plot,)), SIZE)
    (found,) = read(data)
    assert len(found.plots) > 8
    for sign in ("$", "&", "#", "^", "~", "_"):
        assert sign not in words(data).replace("\\pgfplotsset", ""), sign
    assert r"\input{" not in words(data)
    assert "\x07" not in data.decode()


def test_words() -> None:
    assert written("3×10⁻⁵ ≥ β₁") == r"3$\times$10$^{-5}$ $\geq$ $\beta$$_{1}$"
    assert written("\U0001f600") == "?"
    assert written("é") == "é"
    assert written('"a|b"') == "''a$|$b''"  # without T1, LaTeX has no straight quotation mark


def test_korean_asks_for_its_package(qapp: object) -> None:
    shown = Figure("경주", plots=(Plot("t", Axis(0, 1), Axis(0, 1)),))
    assert rb"\usepackage{kotex}" in document(shown, SIZE)
    assert b"kotex" not in document(Figure("race", plots=shown.plots), SIZE)


def test_a_long_plan_is_a_short_file(qapp: object) -> None:
    shown = figure(Experiment.of(Run("long", CosineAnnealingWarmRestarts(1000)), steps=10**7), "schedule", 1280, {})
    assert len(document(shown, SIZE)) < 60_000


def test_a_landscape_has_contours_and_paths(qapp: object, tmp_path: Path) -> None:
    walk = Experiment.of(Run("a", optimizer=lrviz.SGD(lr=0.001)), problem=lrviz.Walk(), steps=30, batch_size=1)
    render(walk, "landscape", tmp_path / "x.tex", result=lrviz.train(walk, device="cpu"))
    (plane,) = read((tmp_path / "x.tex").read_bytes())
    assert sum("lrvizcontour" in options for options, _ in plane.plots) > 5
    assert any("lrvizline0" in options for options, _ in plane.plots)
    assert sum("fill=lrvizband" in options for options, _ in plane.plots) > 10
    text = (tmp_path / "x.tex").read_text()
    assert text.count(r"\definecolor{lrvizband") == 26
    assert r"\textbf{a}" in text
    _within(plane)


def test_a_path_that_left_all_bounds_is_named_where_it_was_last_and_one_that_is_nowhere_is_not(qapp: object) -> None:
    gone = np.array([0.5, np.nan])
    treks = (
        Trek("gone", 0, gone, gone, gone, at=0),
        Trek("there", 1, gone[:1], gone[:1], gone[:1], at=0),
        Trek("nowhere", 2, gone[:0], gone[:0], gone[:0], at=0),
    )
    shown = Figure("h", terrain=Terrain(Axis(0, 1), Axis(0, 1), None, treks))
    names = [row for row in document(shown, SIZE).decode().splitlines() if "lrvizname," in row]
    heights = [float(re.findall(r",([\d.]+)mm\)", row)[0]) for row in names]
    assert len(names) == 2
    assert heights[1] - heights[0] == pytest.approx(APART / POINTS, abs=0.01)  # side by side, as their ends are


def test_a_pinned_place_has_the_run_s_colour_only_where_it_is_the_run_s(qapp: object) -> None:
    pins = (
        Pin(1.0, "valley", "0.1", 3, low=0.5, high=1.5, look="chosen"),
        Pin(2.0, "steepest", "0.2", 3),
        Pin(2.5, "now", "0.3", 3, look="own"),
    )
    plot = Plot("p", Axis(0, 3), Axis(0, 1), pins=pins)
    (found,) = read(document(Figure("", plots=(plot,)), SIZE))
    lines = {points[0][0]: options for options, points in found.plots}
    assert [lines[x].split(",")[0] for x in (1.0, 2.0, 2.5)] == ["lrviztext", "lrvizgrey", "lrvizink3"]
    text = document(Figure("", plots=(plot,)), SIZE).decode()
    assert r"\fill[lrviztext, fill opacity=0.06] (axis cs:0.5,0) rectangle (axis cs:1.5,1);" in text


def test_words_are_read_on_dark_cells(qapp: object) -> None:
    cells = Cells(np.array([[1.0, 0.1]]), (("many", "few"),), 0)
    text = document(Figure("", plots=(Plot("c", Axis(-0.5, 1.5), Axis(-0.5, 0.5), cells=cells),)), SIZE).decode()
    assert "text=white] at (axis cs:0,0) {many}" in text
    assert r"\node[font=\tiny] at (axis cs:1,0) {few}" in text


def test_a_figure_without_plots_is_refused(qapp: object) -> None:
    with pytest.raises(ResourceError, match=r"\.tex file holds plots"):
        document(Figure("nothing"), SIZE)


def test_two_columns_and_a_size_in_millimetres(qapp: object) -> None:
    plots = tuple(Plot(name, Axis(0, 1), Axis(0, 1)) for name in "abc")
    text = document(Figure("", plots=plots, columns=2), SIZE, (85.0, 60.0)).decode()
    assert len(read(text.encode())) == 3
    assert "text width" not in text
