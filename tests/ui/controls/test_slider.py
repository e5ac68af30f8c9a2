from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.ui import metrics, palette
from lrviz.ui.controls.scale import Scale
from lrviz.ui.controls.slider import Slider

Moves = list[tuple[float, bool]]


@pytest.fixture
def slider(qtbot: QtBot) -> Slider:
    slider = Slider(Scale(1, 440, log=True, whole=True), colour=1)
    qtbot.addWidget(slider)
    slider.resize(256, 24)
    slider.show_number(220)
    with qtbot.waitActive(slider):
        slider.show()
        slider.activateWindow()
    return slider


@pytest.fixture
def moves(slider: Slider) -> Moves:
    moves: Moves = []
    slider.moved.connect(lambda number: moves.append((number, slider.dragging)))
    return moves


def at(share: float, y: int = 12) -> QPoint:
    return QPoint(round(8 + share * (256 - 16)), y)


def turned(slider: Slider, notches: int) -> QWheelEvent:
    here = QPointF(slider.rect().center())
    none = Qt.MouseButton.NoButton
    plain, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(here, slider.mapToGlobal(here), QPoint(), QPoint(0, 120 * notches), none, plain, phase, False)


def test_one_drag_sends_many_numbers_and_is_released_once(slider: Slider, moves: Moves, qtbot: QtBot) -> None:
    releases: list[object] = []
    slider.released.connect(lambda: releases.append(slider.number))
    start = slider.scale.share(220)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(start))
    assert moves == []  # taking hold of the knob moves nothing
    for share in (0.8, 0.6, 0.4, 0.2):
        QTest.mouseMove(slider, at(share))
    assert releases == []
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(0.2))
    numbers = [number for number, _ in moves]
    assert len(numbers) == 4
    assert numbers == sorted(numbers, reverse=True)
    assert all(dragging for _, dragging in moves)
    assert releases == [numbers[-1]]
    assert not slider.dragging


def test_a_click_beside_the_knob_takes_it_there(slider: Slider, moves: Moves, qtbot: QtBot) -> None:
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at(0.5))
    assert slider.number == pytest.approx(21, abs=1)
    assert [number for number, _ in moves] == [slider.number]


def test_a_click_on_the_knob_without_a_move_changes_nothing(slider: Slider, moves: Moves, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(slider.released):
        QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at(slider.scale.share(220)) + QPoint(4, 0))
    assert (moves, slider.number) == ([], 220)


def test_the_ends_of_the_track_are_the_ends_of_the_scale(slider: Slider, moves: Moves, qtbot: QtBot) -> None:
    for x, end in ((255, 440), (0, 1)):
        QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(x, 12))
        assert slider.number == end


def test_a_click_on_the_notch_takes_the_default(slider: Slider, moves: Moves, qtbot: QtBot) -> None:
    slider.set_default(30)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at(slider.scale.share(30), y=20) + QPoint(3, 0))
    assert moves == [(30, False)]


@pytest.mark.parametrize(
    ("key", "modifier", "number"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 221),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, 221),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 219),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, 210),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, 230),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, 440),
    ],
)
def test_keys_step_the_number_not_the_position(
    slider: Slider, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, number: int
) -> None:
    with qtbot.waitSignal(slider.moved) as sent:
        QTest.keyClick(slider, key, modifier)
    assert sent.args == [number]
    assert not slider.dragging


def test_escape_during_a_drag_goes_back_to_where_it_began(slider: Slider, moves: Moves, qtbot: QtBot) -> None:
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(slider.scale.share(220)))
    QTest.mouseMove(slider, at(0.3))
    with qtbot.waitSignal(slider.released):
        QTest.keyClick(slider, Qt.Key.Key_Escape)
    assert (moves[-1][0], slider.number, slider.dragging) == (220, 220, False)
    QTest.mouseMove(slider, at(0.1))
    assert slider.number == 220


def test_the_wheel_moves_it_only_with_the_focus(slider: Slider, moves: Moves, qtbot: QtBot) -> None:
    slider.clearFocus()
    event = turned(slider, 1)
    QApplication.sendEvent(slider, event)
    assert moves == []
    assert not event.isAccepted()
    slider.setFocus()
    QApplication.sendEvent(slider, turned(slider, 1))
    QApplication.sendEvent(slider, turned(slider, -1))
    assert [number for number, _ in moves] == [221, 220]


@pytest.mark.parametrize(
    "show",
    [
        lambda slider: slider.show_number(3),
        lambda slider: slider.set_scale(Scale(1, 9)),
        lambda slider: slider.set_default(3),
    ],
)
def test_showing_sends_nothing(slider: Slider, moves: Moves, qtbot: QtBot, show: Callable[[Slider], None]) -> None:
    with qtbot.assertNotEmitted(slider.valueChanged):
        show(slider)
    assert moves == []


def test_another_scale_moves_the_knob_not_the_number(slider: Slider) -> None:
    slider.set_scale(Scale(1, 880, log=True, whole=True))
    assert slider.number == 220
    assert slider.sliderPosition() == round(1000 * slider.scale.share(220)) < 1000


def test_a_number_beyond_the_end_is_kept_and_shown_at_the_end(slider: Slider) -> None:
    slider.show_number(5000)
    assert (slider.number, slider.sliderPosition()) == (5000, 1000)


def test_it_is_a_slider_in_the_colour_of_its_run(slider: Slider) -> None:
    assert QAccessible.queryAccessibleInterface(slider).role() == QAccessible.Role.Slider
    assert slider.sizeHint().height() >= metrics.HIT
    for theme in (palette.LIGHT, palette.DARK):
        palette.use(theme)
        image = slider.grab().toImage()
        assert image.pixelColor(40, 12).name() == theme.line(1).name()
        assert image.pixelColor(250, 12).name() == theme.border.name()


def test_no_number_leaves_the_track_empty(slider: Slider, moves: Moves, qtbot: QtBot) -> None:
    slider.show_number(None)
    assert slider.grab().toImage().pixelColor(100, 12).name() == palette.LIGHT.border.name()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert moves == [(2, False)]


def test_assistive_technology_is_told_the_number_and_may_change_it(qtbot: QtBot) -> None:
    slider = Slider(Scale(0.001, 1.0, log=True))
    qtbot.addWidget(slider)
    slider.show_number(0.01)
    said = QAccessible.queryAccessibleInterface(slider)
    value = said.valueInterface()
    assert said.role() == QAccessible.Role.Slider
    assert (value.currentValue(), value.minimumValue(), value.maximumValue()) == (0.01, 0.001, 1.0)
    assert said.text(QAccessible.Text.Value) == "0.01"
    assert value.minimumStepSize() == pytest.approx(0.001)
    with qtbot.waitSignal(slider.moved) as moved:
        value.setCurrentValue(0.25)
    assert (moved.args, slider.number) == ([0.25], 0.25)


def test_sliders_come_and_go(qtbot: QtBot) -> None:
    for _ in range(5):
        slider = Slider(Scale(0.0, 1.0))
        assert QAccessible.queryAccessibleInterface(slider).valueInterface() is not None
        slider.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
