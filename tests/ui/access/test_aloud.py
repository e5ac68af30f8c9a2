"""A figure in words is what a person would say of it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from lrviz.results import Floats
from lrviz.ui.access import aloud
from lrviz.ui.figure import Axis, Figure, Heights, Line, Pin, Plot, Reading, Seams, Style, Terrain, Trek
from lrviz.ui.pages.canvas import Canvas

X = np.linspace(0, 440, 441)
STEPS = Axis(0, 440, "step", form="whole")


def line(y: Floats, name: str = "cosine", style: Style = "solid", cross: str = "") -> Line:
    return Line(name, 2, X[: len(y)], y, y, style=style, cross=cross)


def said(*lines: Line, **plot: object) -> str:
    return aloud.pane(Plot("Learning rate", STEPS, Axis(0, 1), lines, **plot))  # type: ignore[arg-type]  # a plot's fields


@pytest.mark.parametrize(
    ("y", "words"),
    [
        (np.full(441, 0.2), "cosine: 0.2 throughout."),
        (0.1 * (1 + np.cos(np.pi * X / 440)), "cosine: 0.2 falling to 0."),
        (X / 440, "cosine: 0 rising to 1."),
        (np.sin(np.pi * X / 440), "cosine: from 0 to 0, highest 1 at step 220."),
        (1 - np.sin(np.pi * X / 440), "cosine: from 1 to 1, lowest 0 at step 220."),
        (0.5 + 0.5 * np.sin(2 * np.pi * X / 440), "cosine: from 0.5 to 0.5, between 0 and 1."),
    ],
)
def test_a_curve_is_told_by_where_it_goes(y: Floats, words: str) -> None:
    assert said(line(np.round(y, 12))) == words


def test_a_pane_tells_its_values_at_the_cursor_and_what_changes_where() -> None:
    seams = Seams("step", 1, np.array([100.0, 220.0]), np.array([0.1, 0.01]))
    readings = (Reading("step", 1, 0.02, "0.02"), Reading("cosine", 2, 0.0691, "0.0691"))
    words = said(cursor=264, readings=readings, seams=(seams,))
    assert words == "step changes at step 100, 220. At step 264: step 0.02, cosine 0.0691."


def test_what_is_planned_stale_or_diverged_is_said_and_what_goes_with_a_line_is_not() -> None:
    flat = np.full(47, 0.5)
    words = said(
        line(flat, style="planned"), line(flat, style="stale"), line(flat, style="raw"), line(flat, style="band")
    )
    assert words == "cosine, planned: 0.5 throughout. cosine, stale: 0.5 throughout."
    assert said(line(flat, cross="diverged at step 46")).endswith("cosine diverged at step 46.")


def test_only_what_is_in_sight_is_told() -> None:
    near = Plot("Learning rate", Axis(0, 110, "step"), Axis(0, 1), (line(X / 440),))
    assert aloud.pane(near) == "cosine: 0 rising to 0.25."
    beyond = Plot("Learning rate", Axis(500, 600, "step"), Axis(0, 1), (line(X / 440),))
    assert aloud.pane(beyond) == ""


def test_pins_are_told_with_their_values() -> None:
    assert said(pins=(Pin(0.1, "steepest", "0.1", 1),)) == "steepest: 0.1."


def test_a_landscape_tells_how_high_its_runs_are() -> None:
    here = np.array([0.0, 1.0])
    heights = Heights(here, here, np.array([[0.5, 1.0], [np.nan, 4.0]]), np.array([0.0, 4.0]), title="train loss")
    trek = Trek("cosine", 2, here, here, np.array([2.3, 0.85]), at=1, off=0.4)
    terrain = Terrain(Axis(0, 1), Axis(0, 1), heights, (trek,))
    assert aloud.terrain(terrain) == "From 0.5 to 4. cosine is at 0.85, 0.4 off the plane."
    assert aloud.title(Figure("A headline.", terrain=terrain)) == "Landscape: train loss"


def test_the_summary_begins_with_the_headline_and_says_it_once() -> None:
    plots = (Plot("Learning rate", STEPS, Axis(0, 1), (line(X / 440),)),)
    assert aloud.summary(Figure("It rises.", plots=plots, describe=lambda: "1 run.")) == "It rises. 1 run."
    assert aloud.summary(Figure("It rises.", plots=plots, describe=lambda: "It rises. 1 run.")) == "It rises. 1 run."
    assert aloud.summary(Figure("It rises.", "Exact.", plots)) == "It rises. Exact. cosine: 0 rising to 1."


def test_each_pane_of_a_canvas_is_a_part_of_its_chart(qtbot: QtBot) -> None:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(600, 400)
    titles = ("Learning rate", "Loss")
    canvas.show_figure(Figure(plots=tuple(Plot(title, STEPS, Axis(0, 1), (line(X / 440),)) for title in titles)))
    canvas.show()
    canvas._telling.tell()
    chart = QAccessible.queryAccessibleInterface(canvas)
    view = QAccessible.queryAccessibleInterface(canvas.viewport())
    panes = [view.child(index) for index in range(view.childCount())]
    graphics = [pane for pane in panes if pane.role() == QAccessible.Role.Graphic]
    assert chart.role() == QAccessible.Role.Chart
    assert [pane.text(QAccessible.Text.Name) for pane in graphics] == list(titles)
    assert graphics[1].text(QAccessible.Text.Description) == "cosine: 0 rising to 1."
    assert graphics[0].rect().bottom() <= graphics[1].rect().top()
    canvas.show_figure(Figure())
    canvas._telling.tell()
    assert all(pane.state().invisible for pane in graphics)
