"""The page of keys in the real window: keys are found, changed, taken from others and given back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.ui import keymap
from lrviz.ui.actions import actions, session_menu
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.find import pressing
from lrviz.ui.find.keys_dialog import KeysDialog
from lrviz.ui.window import Window

CONTROL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def plan() -> Experiment:
    return Experiment.first_open()


@pytest.fixture
def dialog(window: Window, qtbot: QtBot) -> KeysDialog:
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_Slash, CONTROL)
    found = window.findChild(KeysDialog)
    assert isinstance(found, KeysDialog)
    qtbot.waitUntil(found.isVisible)
    return found


def ask(dialog: KeysDialog, key: str) -> None:
    dialog.highlight(key)
    dialog.view.setFocus()
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is dialog.capture


def titles(dialog: KeysDialog) -> list[str]:
    return [str(dialog.model.index(row).data()) for row in range(dialog.model.rowCount())]


def test_every_action_is_listed_under_its_group_and_found_by_words_and_keys(window: Window, dialog: KeysDialog) -> None:
    listed = titles(dialog)
    assert listed[0] == "Session"
    assert {action.text.rstrip("…") for action in actions(window)} <= set(listed)
    QTest.keyClicks(dialog.search, "duplic")
    assert titles(dialog) == ["Runs", "Duplicate run"]
    dialog.search.clear()
    QTest.keyClicks(dialog.search, "ctrl d")
    assert "Duplicate run" in titles(dialog)


def test_new_keys_count_at_once_everywhere(window: Window, dialog: KeysDialog, qtbot: QtBot) -> None:
    ask(dialog, "duplicate")
    QTest.keyClick(dialog.capture, Qt.Key.Key_F7)
    assert keymap.keys("duplicate") == ("F7",)
    assert dialog.model.index(dialog.view.currentIndex().row()).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Duplicate run: F7, changed"
    )
    dialog.close()
    runs = next(menu.menu() for menu in session_menu(window, _made(window)).actions() if menu.text() == "Runs")
    shown = {item.text(): item.shortcut().toString() for item in runs.actions()}  # type: ignore[attr-defined]
    assert shown["Duplicate run"] == "F7"
    assert any("F7" in item.text() for item in window.sidebar.run_menu().actions())
    with qtbot.waitActive(window):
        window.activateWindow()
    window.sidebar.list.setFocus()
    QTest.keyClick(window, Qt.Key.Key_D, CONTROL)
    assert len(window.store.experiment.runs) == 3
    QTest.keyClick(window, Qt.Key.Key_F7)
    assert len(window.store.experiment.runs) == 4


def _made(window: Window) -> dict[str, QAction]:
    return {action.key: qt for action, qt in zip(actions(window), window.actions(), strict=False)}


def test_keys_that_someone_has_are_named_and_taken_only_when_told_to(dialog: KeysDialog) -> None:
    ask(dialog, "duplicate")
    QTest.keyClick(dialog.capture, Qt.Key.Key_R, CONTROL)
    assert dialog.said.text() == "Ctrl+R is “Race”."
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert (keymap.keys("duplicate"), keymap.keys("race")) == (("Ctrl+D",), ("Ctrl+R",))
    ask(dialog, "duplicate")
    QTest.keyClick(dialog.capture, Qt.Key.Key_R, CONTROL)
    assert QApplication.focusWidget() is dialog.take
    QTest.keyClick(dialog.take, Qt.Key.Key_Space)
    assert (keymap.keys("duplicate"), keymap.keys("race")) == (("Ctrl+R",), ())
    QTest.mouseClick(dialog.reset_all, Qt.MouseButton.LeftButton)
    assert (keymap.keys("duplicate"), keymap.keys("race")) == (("Ctrl+D",), ("Ctrl+R",))


def test_keys_are_added_removed_and_reset(dialog: KeysDialog) -> None:
    dialog.highlight("undo")
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog.capture, Qt.Key.Key_F8)
    assert keymap.keys("undo") == ("Ctrl+Z", "F8")
    QTest.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert keymap.keys("undo") == ()
    assert dialog.said.text() == "Keys: none. Its own: Ctrl+Z."
    QTest.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert keymap.keys("undo") == ("Ctrl+Z",)
    assert not dialog.reset.isEnabled()


def test_escape_leaves_keys_as_they_are_and_modifiers_alone_are_waited_for(dialog: KeysDialog) -> None:
    ask(dialog, "undo")
    QTest.keyClick(dialog.capture, Qt.Key.Key_Control, CONTROL)
    assert QApplication.focusWidget() is dialog.capture
    QTest.keyClick(dialog.capture, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert keymap.keys("undo") == ("Ctrl+Z",)


def test_a_letter_alone_may_be_given_and_is_said_to_act_outside_fields(
    window: Window, dialog: KeysDialog, qtbot: QtBot
) -> None:
    ask(dialog, "duplicate")
    QTest.keyClick(dialog.capture, Qt.Key.Key_J)
    assert dialog.said.text() == "J acts while no field has the focus."
    dialog.close()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.sidebar.list.setFocus()
    QTest.keyClick(window.sidebar.list, Qt.Key.Key_J)
    assert len(window.store.experiment.runs) == 4
    field = next(one for one in window.sidebar.form.findChildren(EntryField) if one.isVisible())
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_J)
    assert len(window.store.experiment.runs) == 4
    field.restore()


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Return])
def test_keys_that_controls_need_are_refused_with_the_reason(dialog: KeysDialog, key: Qt.Key) -> None:
    ask(dialog, "race")
    QTest.keyClick(dialog.capture, key)
    assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in dialog.said.text()
    assert "Hold Ctrl or Alt too" in dialog.said.text()
    assert keymap.keys("race") == ("Ctrl+R",)


def test_what_moves_things_may_have_the_keys_that_move() -> None:
    left = QKeyCombination(Qt.Key.Key_Left)
    assert pressing.refused(left, bare=False)
    assert not pressing.refused(left, bare=True)
    assert not pressing.refused(QKeyCombination(CONTROL, Qt.Key.Key_Left), bare=False)
    assert pressing.refused(QKeyCombination(Qt.Key.Key_Tab), bare=True)


def test_a_key_that_moves_is_rebound_too(window: Window, dialog: KeysDialog, qtbot: QtBot) -> None:
    ask(dialog, "on")
    QTest.keyClick(dialog.capture, Qt.Key.Key_F9, PLAIN)
    dialog.close()
    with qtbot.waitActive(window):
        window.activateWindow()
    before = window.store.cursor
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert window.store.cursor == before + 1
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert window.store.cursor == before + 1
