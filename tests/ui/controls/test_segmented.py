from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.ui.controls.segmented import Segmented


@pytest.fixture
def views(qtbot: QtBot) -> Segmented:
    views = Segmented([("lr", "Schedule"), ("train", "Training"), ("gpu", "cuda")], name="View")
    qtbot.addWidget(views)
    views.show_choice("lr")
    with qtbot.waitActive(views):
        views.show()
        views.activateWindow()
    return views


def test_a_click_chooses_and_says_so_once(views: Segmented, qtbot: QtBot) -> None:
    with qtbot.waitSignal(views.chosen) as sent:
        QTest.mouseClick(views.button("train"), Qt.MouseButton.LeftButton)
    assert sent.args == ["train"]
    assert views.choice == "train"


def test_showing_a_choice_sends_nothing(views: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(views.chosen):
        views.show_choice("train")
    assert views.choice == "train"


def test_the_arrow_keys_move_the_choice_and_tab_leaves_it(views: Segmented, qtbot: QtBot) -> None:
    views.button("lr").setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(views.chosen) as sent:
        QTest.keyClick(views.button("lr"), Qt.Key.Key_Right)
    assert sent.args == ["train"]
    assert QApplication.focusWidget() is views.button("train")
    with qtbot.waitSignal(views.chosen) as sent:
        QTest.keyClick(views.button("train"), Qt.Key.Key_Left)
    assert sent.args == ["lr"]


def test_what_can_not_be_chosen_says_why(views: Segmented, qtbot: QtBot) -> None:
    views.set_enabled("gpu", False, "No CUDA device was found.")
    with qtbot.assertNotEmitted(views.chosen):
        QTest.mouseClick(views.button("gpu"), Qt.MouseButton.LeftButton)
    assert views.button("gpu").toolTip() == "No CUDA device was found."
    assert views.button("gpu").accessibleDescription() == "No CUDA device was found."
    views.set_enabled("gpu", True, "")
    assert views.button("gpu").toolTip() == ""


def test_each_choice_is_a_radio_button_named_after_both(views: Segmented) -> None:
    spoken = QAccessible.queryAccessibleInterface(views.button("train"))
    assert spoken.role() == QAccessible.Role.RadioButton
    assert spoken.text(QAccessible.Text.Name) == "View: Training"


def test_too_little_room_elides_and_tells(views: Segmented, qtbot: QtBot) -> None:
    views.setFixedWidth(views.minimumSizeHint().width())
    qtbot.waitUntil(lambda: views.button("lr").toolTip() == "Schedule")
    places = [views.button(key).geometry() for key in ("lr", "train", "gpu")]
    assert all(one.right() < next_one.left() for one, next_one in pairwise(places))
