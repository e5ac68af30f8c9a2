"""Drawing the supposed metric by hand, in the real window."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz import SGD, Drawn, Experiment, LearningCurve, Overfit, ReduceLROnPlateau, Run
from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.figure import Plot
from lrviz.ui.pages.metric_bar import MetricBar
from lrviz.ui.pages.page import Page
from lrviz.ui.store import Store
from lrviz.ui.window import Window

PLAN = Experiment.of(
    Run("plateau", ReduceLROnPlateau(factor=0.5, patience=9), SGD(lr=0.2)),
    Run("constant", None, SGD(lr=0.2)),
    steps=400,
    metric=LearningCurve(noise=0.0),
)
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def plan() -> Experiment:
    return PLAN


@pytest.fixture
def bar(page: Page) -> MetricBar:
    assert page.metric_bar is not None
    return page.metric_bar


def metric(page: Page) -> Plot:
    return next(plot for plot in page.figure.plots if plot.key == "metric")


def place(page: Page, share: float, value: float) -> QPoint:
    """Give where a share of the plan and a value are on the canvas."""
    pane = next(pane for pane in page.canvas._sheet.panes if pane.plot.key == "metric")
    return QPoint(round(pane.x.pixel(share * 400)), round(pane.y.pixel(value)))


def move(page: Page, there: QPoint) -> None:
    view = page.canvas.viewport()
    where = QPointF(there)
    event = QMouseEvent(QEvent.Type.MouseMove, where, view.mapToGlobal(where), Qt.MouseButton.NoButton, LEFT, NONE)
    QApplication.sendEvent(view, event)


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag from one (share, value) to another in a straight line; pyqtgraph skips moves that follow too fast."""
    view, (first, last) = page.canvas.viewport(), (place(page, *start), place(page, *end))
    QTest.mousePress(view, LEFT, NONE, first)
    for part in (0.2, 0.4, 0.6, 0.8, 1.0):
        move(page, first + (last - first) * part)
    QTest.mouseRelease(view, LEFT, NONE, last)


def test_it_stands_in_the_title_row_while_there_is_a_metric(window: Window, page: Page, bar: MetricBar) -> None:
    assert bar.isVisible()
    row = page.canvas.title_row("metric")
    assert row is not None
    assert row.translated(0, page.canvas.y()).toRect().contains(bar.geometry().center())
    assert metric(page).aside >= bar.width()
    window.store.edit_run(0, replace(PLAN.runs[0], schedule=None), "schedule")
    assert [plot.key for plot in page.figure.plots] == ["lr", "forecast"]
    assert not bar.isVisible()
    window.store.history.undo()
    assert page.figure.plots[1].key == "metric"
    assert bar.isVisible()


def test_its_gaps_grow_with_the_type(page: Page, qtbot: QtBot) -> None:
    metrics.enlarge(2)
    try:
        large = MetricBar(Store(PLAN), page.canvas)
        qtbot.addWidget(large)
        layout = large.layout()
        assert layout is not None
        assert layout.spacing() == px(metrics.S1) > metrics.S1
    finally:
        metrics.enlarge(1)


def test_a_drag_draws_and_is_one_undo_step(window: Window, page: Page, bar: MetricBar, qtbot: QtBot) -> None:
    before = metric(page).seams[0].x.tolist()
    QTest.mouseClick(bar.pencil, LEFT)
    drag(page, (0.25, 2.0), (0.75, 1.0))
    drawn = window.store.experiment.metric
    assert isinstance(drawn, Drawn)
    assert drawn.at(np.array([0.26, 0.375, 0.5, 0.625, 0.74])) == pytest.approx([1.98, 1.75, 1.5, 1.25, 1.02], abs=0.03)
    untouched = np.array([0.1, 0.2, 0.8, 0.9])
    assert drawn.at(untouched) == pytest.approx(PLAN.metric.at(untouched), abs=0.002)
    assert metric(page).seams[0].x.tolist() != before
    assert window.store.history.count() == 1
    assert window.store.history.past.steps[-1].what == "draw the metric"
    drag(page, (0.8, 1.5), (0.9, 1.5))
    assert window.store.history.count() == 2
    window.store.history.undo()
    assert window.store.experiment.metric == drawn
    window.store.history.undo()
    assert window.store.experiment == PLAN
    assert metric(page).seams[0].x.tolist() == before


def test_the_curve_follows_the_hand_and_its_axis_keeps_still(page: Page, bar: MetricBar, qtbot: QtBot) -> None:
    bar.toggle()
    axis = metric(page).y
    view = page.canvas.viewport()
    QTest.mousePress(view, LEFT, NONE, place(page, 0.3, 0.5))

    def drawn_up_to(value: float) -> bool:
        move(page, place(page, 0.6, value))
        line = metric(page).lines[-1]
        return abs(float(np.interp(240, line.x, line.low)) - value) < 0.05

    for value in (1.0, axis.high):
        qtbot.waitUntil(partial(drawn_up_to, value))
        assert metric(page).y == axis
    QTest.mouseRelease(view, LEFT, NONE, place(page, 0.6, axis.high))
    assert axis.high > 2.5  # there is room above the curve to draw in


def test_a_click_draws_one_place_and_puts_no_cursor(window: Window, page: Page, bar: MetricBar) -> None:
    cursor = window.store.cursor
    bar.toggle()
    QTest.mouseClick(page.canvas.viewport(), LEFT, pos=place(page, 0.7, 2.0))
    assert window.store.experiment.metric.at(np.array([0.7]))[0] == pytest.approx(2, abs=0.03)
    assert window.store.cursor == cursor


def test_escape_puts_the_pencil_away_and_a_drag_pans_again(window: Window, page: Page, bar: MetricBar) -> None:
    assert bar.pencil.text() == "Draw"
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_D)
    assert bar.pencil.isChecked()
    assert bar.pencil.text() == "Done"
    QTest.mouseMove(page.canvas.viewport(), place(page, 0.4, 1.0))
    assert page.canvas.viewport().cursor().shape() == Qt.CursorShape.CrossCursor
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not bar.pencil.isChecked()
    QTest.mouseMove(page.canvas.viewport(), place(page, 0.41, 1.0))
    assert page.canvas.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
    drag(page, (0.25, 2.0), (0.5, 1.0))
    assert window.store.experiment == PLAN


def test_only_the_metric_is_drawn_in(window: Window, page: Page, bar: MetricBar) -> None:
    bar.toggle()
    view = page.canvas.viewport()
    lr = page.canvas._sheet.panes[0].area
    QTest.mouseClick(view, LEFT, pos=QPoint(round(lr.left() + lr.width() / 4), round(lr.center().y())))
    assert window.store.experiment == PLAN
    assert window.store.cursor == pytest.approx(100, abs=1)


def test_a_short_drawing_is_drawn_on_as_finely_as_any(window: Window, page: Page, bar: MetricBar) -> None:
    window.store.edit("metric", replace(PLAN, metric=Drawn((2.0, 1.0, 1.0))))
    bar.toggle()
    drag(page, (0.6, 1.5), (0.7, 1.5))
    drawn = window.store.experiment.metric
    assert drawn.at(np.array([0.25, 0.58, 0.65, 0.72])) == pytest.approx([1.5, 1, 1.5, 1], abs=0.03)


def test_without_a_race_there_is_only_the_supposed_one_and_it_says_why(bar: MetricBar) -> None:
    assert bar.heard.choice == "supposed"
    assert not bar.heard.button("raced").isEnabled()
    assert "Race a run" in bar.heard.button("raced").toolTip()
    assert "form" in bar.pencil.toolTip()
    assert bar.pencil.accessibleName() == "Draw the metric by hand"


def test_the_forms_metric_is_the_one_drawn_and_its_edits_can_be_undone(window: Window, page: Page) -> None:
    window.store.select(0)
    form = window.sidebar.form.told
    assert form.isVisibleTo(window)
    form.kind.open()
    assert form.kind.list is not None
    form.kind.list.highlight("Overfit")
    QTest.keyClick(form.kind.list.search, Qt.Key.Key_Return)
    kept = replace(Overfit(), noise=0.0)
    assert window.store.experiment.metric == kept
    assert "Overfit" in metric(page).note
    window.store.history.undo()
    assert window.store.experiment == PLAN
