from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QMouseEvent, QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.ui import palette
from lrviz.ui.figure import Axis, Figure, Line, Plot
from lrviz.ui.pages.canvas import Canvas

WIDE, HIGH = 800, 400
LEFT, RIGHT = 56, 800 - 24
x = np.linspace(0, 400, 700)
rate = 0.1 * (1 + np.cos(np.pi * x / 400))
STEPS = Axis(0, 400, form="whole")
LINE = Line("cosine", 2, x, rate, rate, named=False)
FIGURE = Figure(
    "cosine falls to 0.",
    "",
    (
        Plot("Learning rate", STEPS, Axis(0, 0.2), (LINE,), cursor=200),
        Plot("Loss", STEPS, Axis(1e-3, 1, log=True), (LINE,), cursor=200),
    ),
    describe=lambda: "1 run over 400 steps.",
)


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(WIDE, HIGH)
    made.limits(0, 400)
    made.show_figure(FIGURE)
    made.show()
    return made


def at(step: float, y: int = 80) -> QPoint:
    return QPoint(round(LEFT + step / 400 * (RIGHT - LEFT)), y)


def click(canvas: Canvas, where: QPoint) -> None:
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=where)


def drag(canvas: Canvas, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier) -> None:
    view, button = canvas.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(view, button, keys, start)
    for share in (0.4, 0.7, 1.0):
        place = QPointF(start + (end - start) * share)
        move = QMouseEvent(QEvent.Type.MouseMove, place, view.mapToGlobal(place), Qt.MouseButton.NoButton, button, keys)
        QApplication.sendEvent(view, move)
    QTest.mouseRelease(view, button, keys, end)


def wheel(
    canvas: Canvas, where: QPoint, turns: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    view = canvas.viewport()
    place = QPointF(where)
    event = QWheelEvent(
        place, view.mapToGlobal(place), QPoint(), QPoint(0, 120 * turns), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def picture(canvas: Canvas) -> QImage:
    shot: QPixmap = canvas.grab()
    return shot.toImage()


NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def test_a_click_puts_the_cursor_there(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.cursor_moved) as moved:
        click(canvas, at(100))
    assert moved.args[0] == pytest.approx(100, abs=1)


def test_the_cursors_line_can_be_dragged(canvas: Canvas, qtbot: QtBot) -> None:
    moves: list[float] = []
    canvas.cursor_moved.connect(moves.append)
    drag(canvas, at(200), at(300), NONE)
    assert moves[-1] == pytest.approx(300, abs=1)
    assert canvas.figure.plots[0].x == STEPS


def test_a_drag_with_shift_moves_the_cursor_from_anywhere_and_not_beyond_the_plot(canvas: Canvas, qtbot: QtBot) -> None:
    moves: list[float] = []
    canvas.cursor_moved.connect(moves.append)
    drag(canvas, at(50), at(430), SHIFT)
    assert moves[-1] == pytest.approx(400)


def test_the_wheel_zooms_x_of_every_plot_about_the_pointer(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.x_range_changed) as changed:
        wheel(canvas, at(100), 2)
    low, high = changed.args
    assert 0 <= low < 100 < high < 400
    assert (100 - low) / (high - low) == pytest.approx(0.25, abs=0.01)
    assert [(plot.x.low, plot.x.high) for plot in canvas.figure.plots] == [(low, high)] * 2
    assert [plot.y for plot in canvas.figure.plots] == [plot.y for plot in FIGURE.plots]


def test_nobody_zooms_out_or_pans_beyond_the_limits(canvas: Canvas, qtbot: QtBot) -> None:
    wheel(canvas, at(100), -30)
    assert (canvas.figure.plots[0].x.low, canvas.figure.plots[0].x.high) == pytest.approx((0, 400))
    wheel(canvas, at(100), 3)
    drag(canvas, at(10), at(390), NONE)
    assert canvas.figure.plots[0].x.low >= 0


def test_a_drag_pans(canvas: Canvas, qtbot: QtBot) -> None:
    wheel(canvas, at(300), 4)
    low, high = canvas.figure.plots[0].x.low, canvas.figure.plots[0].x.high
    with qtbot.waitSignal(canvas.x_range_changed):
        drag(canvas, at(350), at(360), NONE)
    after = canvas.figure.plots[0].x
    assert after.low < low
    assert after.high - after.low == pytest.approx(high - low)


@pytest.mark.parametrize("index", [0, 1])
def test_control_and_the_wheel_zoom_y_of_one_plot_and_a_new_figure_keeps_it(canvas: Canvas, index: int) -> None:
    wheel(canvas, at(100, (80, 300)[index]), 2, CONTROL)
    zoomed, other = canvas.figure.plots[index], canvas.figure.plots[1 - index]
    assert FIGURE.plots[index].y.low < zoomed.y.low < zoomed.y.high < FIGURE.plots[index].y.high
    assert other.y == FIGURE.plots[1 - index].y
    assert zoomed.x == STEPS
    canvas.show_figure(FIGURE)
    assert canvas.figure.plots[index].y == zoomed.y


def test_a_double_click_resets_and_leaves_the_cursor(canvas: Canvas, qtbot: QtBot) -> None:
    moves: list[float] = []
    canvas.cursor_moved.connect(moves.append)
    wheel(canvas, at(100), 2, CONTROL)
    view, left = canvas.viewport(), Qt.MouseButton.LeftButton
    with qtbot.waitSignal(canvas.reset_requested):
        click(canvas, at(100))
        QTest.mouseDClick(view, left, pos=at(100))
        QTest.mouseRelease(view, left, pos=at(100))
    assert moves[-1] == 200
    canvas.show_figure(FIGURE)
    assert canvas.figure.plots[0].y == FIGURE.plots[0].y


def test_the_keys_zoom_about_the_cursor_and_reset(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.x_range_changed) as changed:
        QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert changed.args == pytest.approx([40, 360])
    with qtbot.waitSignal(canvas.x_range_changed) as changed:
        QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert changed.args == pytest.approx([0, 400])
    with qtbot.waitSignal(canvas.reset_requested):
        QTest.keyClick(canvas, Qt.Key.Key_0)


def test_showing_a_figure_says_nothing(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(canvas.x_range_changed), qtbot.assertNotEmitted(canvas.cursor_moved):
        near = replace(STEPS, low=100, high=200)
        canvas.show_figure(replace(FIGURE, plots=tuple(replace(plot, x=near) for plot in FIGURE.plots)))
        canvas.resize(600, 300)
    assert canvas.figure.plots[0].x == near


def test_a_zoom_that_nobody_answers_is_painted_all_the_same(canvas: Canvas, qtbot: QtBot) -> None:
    before = picture(canvas)
    wheel(canvas, at(100), 2)
    qtbot.waitUntil(lambda: picture(canvas) != before)


def test_an_answer_to_a_zoom_may_show_another_figure_at_once(canvas: Canvas, qtbot: QtBot) -> None:
    def answer(low: float, high: float) -> None:
        axis = replace(STEPS, low=low, high=high)
        canvas.show_figure(replace(FIGURE, plots=(replace(FIGURE.plots[0], x=axis),)))

    canvas.x_range_changed.connect(answer)
    wheel(canvas, at(100), 2)
    assert len(canvas.figure.plots) == 1
    assert canvas.figure.plots[0].x.high < 400


def test_it_is_drawn_and_redrawn_finely_after_a_drag(canvas: Canvas, qtbot: QtBot) -> None:
    fine = picture(canvas)
    canvas._easel._took = 1.0  # a figure that takes long
    canvas.show_figure(FIGURE)
    canvas.show_figure(FIGURE)
    assert picture(canvas) != fine
    qtbot.waitUntil(lambda: canvas._easel.settled)
    assert picture(canvas) == fine


def test_it_follows_the_theme(canvas: Canvas) -> None:
    palette.use(palette.DARK)
    assert picture(canvas).pixelColor(2, 2) == palette.DARK.surface


def test_no_plots_is_a_figure_too(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.show_figure(Figure())
    click(canvas, at(100))
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    wheel(canvas, at(100), 1)
    assert not picture(canvas).isNull()
    canvas.show_figure(FIGURE)
    assert len(canvas.figure.plots) == 2


def test_it_tells_a_screen_reader_that_it_is_a_chart_of_what(canvas: Canvas) -> None:
    chart = QAccessible.queryAccessibleInterface(canvas)
    assert chart.role() == QAccessible.Role.Chart
    assert chart.text(QAccessible.Text.Name) == "Learning rate, Loss"
    assert chart.text(QAccessible.Text.Description) == f"{FIGURE.headline} {FIGURE.describe()}"


def test_what_changes_often_is_told_at_most_once_a_second(canvas: Canvas) -> None:
    canvas._telling.tell()
    before = canvas.accessibleDescription()
    canvas.show_figure(replace(FIGURE, describe=lambda: "At step 3."))
    QApplication.processEvents()
    assert canvas.accessibleDescription() == before
    canvas._telling._due.timeout.emit()
    assert canvas.accessibleDescription() == f"{FIGURE.headline} At step 3."


def test_the_pointer_shows_where_the_cursor_can_be_taken(canvas: Canvas, qtbot: QtBot) -> None:
    for step, shape in ((200, Qt.CursorShape.SplitHCursor), (100, Qt.CursorShape.ArrowCursor)):
        QTest.mouseMove(canvas.viewport(), at(step))
        assert canvas.viewport().cursor().shape() == shape


def test_canvases_come_and_go(qtbot: QtBot) -> None:
    for _ in range(5):
        made = Canvas()
        made.show_figure(FIGURE)
        QAccessible.queryAccessibleInterface(made)
        assert made.close()
        made.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


CONTROL_SHIFT = CONTROL | SHIFT


def test_the_keys_pan_x_within_its_limits_and_zoom_y(canvas: Canvas, qtbot: QtBot) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    with qtbot.waitSignal(canvas.x_range_changed) as panned:
        QTest.keyClick(canvas, Qt.Key.Key_Left, CONTROL_SHIFT)
    assert panned.args == pytest.approx([8, 328])
    with qtbot.waitSignal(canvas.x_range_changed) as panned:
        QTest.keyClick(canvas, Qt.Key.Key_Left, CONTROL_SHIFT)
    assert panned.args == pytest.approx([0, 320])
    QTest.keyClick(canvas, Qt.Key.Key_Up, CONTROL_SHIFT)
    assert canvas.figure.plots[0].y.high - canvas.figure.plots[0].y.low == pytest.approx(0.16)
    QTest.keyClick(canvas, Qt.Key.Key_Down, CONTROL_SHIFT)
    assert canvas.figure.plots[0].y.high == pytest.approx(0.2)
