from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lrviz.ui import metrics, palette
from lrviz.ui.controls.button import Button, IconButton
from lrviz.ui.controls.focus import FocusRing


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QHBoxLayout(window)
    return window


def shown(qtbot: QtBot, window: QWidget, *widgets: QWidget) -> None:
    for widget in widgets:
        layout = window.layout()
        assert layout is not None
        layout.addWidget(widget)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def test_a_button_is_pressed_by_mouse_and_by_keyboard(qtbot: QtBot, window: QWidget) -> None:
    button = Button("Race", icon="play", kind="primary")
    shown(qtbot, window, button)
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("small", [False, True])
def test_a_button_says_what_it_is_and_is_large_enough(qtbot: QtBot, small: bool) -> None:
    button = Button("Add a decay", small=small)
    qtbot.addWidget(button)
    spoken = QAccessible.queryAccessibleInterface(button)
    assert (spoken.role(), spoken.text(QAccessible.Text.Name)) == (QAccessible.Role.Button, "Add a decay")
    assert button.sizeHint().height() == (28 if small else 32)
    assert button.sizeHint().width() > button.fontMetrics().horizontalAdvance("Add a decay") + 16


def test_a_button_that_is_too_narrow_tells_its_whole_text_in_the_tooltip(qtbot: QtBot, window: QWidget) -> None:
    button = Button("실행을 하나 더 추가하고 경주를 다시 시작하기")
    shown(qtbot, window, button)
    assert button.toolTip() == ""
    button.setFixedWidth(90)
    assert button.toolTip() == button.text()
    button.setFixedWidth(button.sizeHint().width())
    assert button.toolTip() == ""


def test_a_tooltip_of_its_own_stays(qtbot: QtBot, window: QWidget) -> None:
    button = Button("A rather long text on a button")
    button.setToolTip("Ctrl+R")
    shown(qtbot, window, button)
    button.setFixedWidth(40)
    assert button.toolTip() == "Ctrl+R"


def test_a_live_change_of_text_and_icon_changes_the_size(qtbot: QtBot) -> None:
    button = Button("Race", icon="play")
    qtbot.addWidget(button)
    before = button.sizeHint().width()
    button.setText("Stop the race")
    longer = button.sizeHint().width()
    button.setIconName("")
    assert before < button.sizeHint().width() < longer


def test_an_icon_button_has_a_name_and_its_key_in_the_tooltip(qtbot: QtBot) -> None:
    button = IconButton("play", "Play", shortcut="Space")
    qtbot.addWidget(button)
    spoken = QAccessible.queryAccessibleInterface(button)
    assert (spoken.role(), spoken.text(QAccessible.Text.Name)) == (QAccessible.Role.Button, "Play")
    assert button.toolTip() == "Play (Space)"
    assert min(button.minimumSizeHint().width(), button.minimumSizeHint().height()) >= metrics.HIT
    button.set_icon("pause", "Pause")
    assert (button.accessibleName(), button.toolTip(), button.icon_name) == ("Pause", "Pause (Space)", "pause")


def test_the_ring_comes_with_the_keyboard_and_goes_with_the_focus(qtbot: QtBot, window: QWidget) -> None:
    first, second = Button("one"), Button("two")
    shown(qtbot, window, first, second)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert window.findChild(FocusRing) is None
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
    ring = window.findChild(FocusRing)
    assert ring is not None
    assert ring.isVisible()
    assert ring.geometry() == second.geometry().adjusted(-3, -3, 3, 3)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


def test_a_change_of_theme_is_painted_without_making_anything_anew(qtbot: QtBot, window: QWidget) -> None:
    button = Button("Race", kind="primary")
    shown(qtbot, window, button)
    middle = button.rect().center()
    middle.setX(5)
    assert button.grab().toImage().pixelColor(middle).name() == palette.LIGHT.primary.name()
    palette.use(palette.DARK)
    assert button.grab().toImage().pixelColor(middle).name() == palette.DARK.primary.name()


def test_a_larger_system_font_makes_larger_buttons(qtbot: QtBot) -> None:
    before = Button("Race").sizeHint()
    metrics.enlarge(2)
    try:
        after = Button("Race").sizeHint()
        assert IconButton("play", "Play").sizeHint().width() == 64
    finally:
        metrics.enlarge(1)
    assert after.height() == 64
    assert after.width() > 1.8 * before.width()
