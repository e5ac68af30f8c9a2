"""The landscape under the hand: moved, enlarged, turned, and a line drawn on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.ui.figure import Turn
from lrviz.ui.outlook import Outlook
from lrviz.ui.pages.terrain_canvas import Area, TerrainCanvas
from lrviz.ui.views.ground import Ground, figure
from tests.ui.landscapes import PLAN, two_basins

AREA = (-2.0, 2.0, -1.5, 1.5)


@pytest.fixture
def canvas(qtbot: QtBot) -> TerrainCanvas:
    made = TerrainCanvas()
    qtbot.addWidget(made)
    made.resize(400, 300)
    show(made, Outlook())
    made.show()
    return made


def show(canvas: TerrainCanvas, outlook: Outlook) -> None:
    canvas.show_figure(figure(PLAN, Ground(two_basins(), AREA, outlook, 7), "", ""))


def drag(canvas: TerrainCanvas, qtbot: QtBot, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(canvas, (start + end) / 2)
    qtbot.mouseMove(canvas, end)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)


def wheel(canvas: TerrainCanvas, at: QPoint, notches: int) -> None:
    event = QWheelEvent(
        QPointF(at),
        canvas.mapToGlobal(QPointF(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_pixels_and_places_are_each_other(canvas: TerrainCanvas) -> None:
    assert canvas.place(QPointF(200, 150)) == pytest.approx((0.0, 0.0))
    assert canvas.place(QPointF(400, 0)) == pytest.approx((2.0, 1.5))
    there = canvas.point((1.0, -0.5))
    assert canvas.place(there) == pytest.approx((1.0, -0.5))


def test_a_drag_moves_the_plane_with_the_hand(canvas: TerrainCanvas, qtbot: QtBot) -> None:
    wanted: list[Area] = []
    canvas.moved.connect(wanted.append)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(50, 250))
    qtbot.mouseMove(canvas, QPoint(150, 200))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(150, 200))
    assert wanted[-1] == pytest.approx((-3.0, 1.0, -2.0, 1.0))


def test_the_wheel_enlarges_about_the_pointer(canvas: TerrainCanvas) -> None:
    wanted: list[Area] = []
    canvas.moved.connect(wanted.append)
    wheel(canvas, QPoint(100, 75), 1)
    left, right, low, high = wanted[-1]
    assert right - left == pytest.approx(4 / 1.25)
    assert left + (right - left) / 4 == pytest.approx(-1.0)
    assert high - (high - low) / 4 == pytest.approx(0.75)
    wheel(canvas, QPoint(200, 150), -2)
    assert wanted[-1][1] - wanted[-1][0] == pytest.approx(4 * 1.25**2)


def test_in_space_a_drag_turns_and_the_wheel_enlarges(canvas: TerrainCanvas, qtbot: QtBot) -> None:
    show(canvas, Outlook(turned=Turn()))
    turns: list[Turn] = []
    canvas.turned.connect(turns.append)
    drag(canvas, qtbot, QPoint(200, 150), QPoint(250, 170))
    assert turns[0].coarse
    assert not turns[-1].coarse
    assert turns[0].turn < Turn().turn
    assert turns[0].elevation > Turn().elevation
    wheel(canvas, QPoint(200, 150), 1)
    assert turns[-1].zoom == pytest.approx(1.25)


def test_keys_enlarge_move_turn_and_reset(canvas: TerrainCanvas, qtbot: QtBot) -> None:
    wanted: list[Area] = []
    turns: list[Turn] = []
    canvas.moved.connect(wanted.append)
    canvas.turned.connect(turns.append)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert wanted[-1] == pytest.approx((-1.6, 1.6, -1.2, 1.2))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(canvas, Qt.Key.Key_Right, both)
    assert wanted[-1][0] > -2
    with qtbot.waitSignal(canvas.reset_requested):
        qtbot.keyClick(canvas, Qt.Key.Key_0)
    show(canvas, Outlook(turned=Turn()))
    qtbot.keyClick(canvas, Qt.Key.Key_Down, both)
    assert turns[-1].elevation == pytest.approx(50.0)
    assert not turns[-1].coarse


def test_the_ruler_draws_a_line_and_a_click_takes_it_away(canvas: TerrainCanvas, qtbot: QtBot) -> None:
    lines: list[object] = []
    canvas.lined.connect(lines.append)
    canvas.ruler = True
    drag(canvas, qtbot, QPoint(100, 150), QPoint(300, 150))
    assert lines[-1] == (pytest.approx((-1.0, 0.0)), pytest.approx((1.0, 0.0)))
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(80, 80))
    assert lines[-1] is None


def test_the_start_is_dragged_or_put_by_a_click_only_where_it_may_move(canvas: TerrainCanvas, qtbot: QtBot) -> None:
    starts: list[tuple[float, float]] = []
    going: list[bool] = []
    canvas.start_moved.connect(lambda x, y, _: starts.append((x, y)))
    canvas.start_moved.connect(lambda _x, _y, on: going.append(on))
    start = canvas.point((0.0, 1.0)).toPoint()
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 250))
    assert not starts
    canvas.start_moves = True
    drag(canvas, qtbot, start, QPoint(300, 150))
    assert starts[-1] == pytest.approx((1.0, 0.0))
    assert (going[0], going[-1]) == (True, False)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 150))
    assert starts[-1] == pytest.approx((-1.0, 0.0))


def test_without_a_terrain_the_hand_holds_nothing(canvas: TerrainCanvas, qtbot: QtBot) -> None:
    canvas.show_figure(type(canvas.figure)("Nobody has walked here yet.", "Race the runs."))
    wanted: list[Area] = []
    canvas.moved.connect(wanted.append)
    wheel(canvas, QPoint(100, 75), 1)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert not wanted


def test_with_the_ruler_arrow_keys_draw_a_line_and_delete_takes_it_away(canvas: TerrainCanvas, qtbot: QtBot) -> None:
    lines: list[object] = []
    canvas.lined.connect(lines.append)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert lines == []
    canvas.ruler = True
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert lines == [((pytest.approx(-1.0), pytest.approx(0.0)), (pytest.approx(1.0), pytest.approx(0.0)))]
    show(canvas, Outlook(line=((-1.0, 0.0), (1.0, 0.0))))
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    qtbot.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert lines[1] == (
        (pytest.approx(-1.0), pytest.approx(0.0)),
        (pytest.approx(1.0), pytest.approx(0.2)),
    )
    assert lines[2] == ((pytest.approx(-1.1), pytest.approx(0.0)), (pytest.approx(1.0), pytest.approx(0.0)))
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert lines[3] is None
