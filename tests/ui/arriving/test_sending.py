"""Sessions by the clipboard: copied as text, pasted anywhere, and what is said of one that was damaged."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.session import dumps, encode
from lrviz.ui.actions import actions
from lrviz.ui.arriving import drops
from lrviz.ui.window import Window
from tests.ui.opened import opened_alone

SHORT = Experiment.first_open().miniature(100)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return opened_alone(qtbot)


def settle(window: Window, qtbot: QtBot) -> None:
    """Wait until a text that came is read, and what it holds is open."""
    qtbot.waitUntil(lambda: not window.aside.busy)
    QApplication.processEvents()


def titles(window: Window) -> list[str]:
    return [notice.title.text() for notice in window.notices.shown]


def test_a_session_is_copied_and_pasted_back(window: Window, qtbot: QtBot) -> None:
    window.store.edit("other", SHORT)
    next(action for action in actions(window) if action.key == "copy_session").act()
    text = QGuiApplication.clipboard().text()
    assert text == f"```\n{dumps(SHORT)}```\n"
    assert titles(window) == ["The session is on the clipboard as text"]
    window.store.open(Experiment.first_open(), None)
    QGuiApplication.clipboard().setText("> " + text.replace("\n", "\n> "))
    window.incoming.paste()
    settle(window, qtbot)
    assert window.store.experiment == SHORT
    assert not window.store.modified


def test_the_json_of_a_session_file_is_pasted_too(window: Window, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(encode(SHORT).decode())
    window.incoming.paste()
    settle(window, qtbot)
    assert window.store.experiment == SHORT


def test_pasted_into_the_code_it_is_no_code(window: Window, qtbot: QtBot) -> None:
    before, data = window.dock.code.text.text, QMimeData()
    data.setText(dumps(SHORT))
    window.dock.code.text.insertFromMimeData(data)
    settle(window, qtbot)
    assert window.store.experiment == SHORT
    assert "lrviz session" not in window.dock.code.text.text != before


def test_dropped_text_is_opened_from_the_page_of_lessons_too(window: Window, qtbot: QtBot) -> None:
    window.classroom.go_home_or_back()
    data = QMimeData()
    data.setText(dumps(SHORT))
    window.dropping.take(data)
    settle(window, qtbot)
    assert window.store.experiment == SHORT
    assert not window.classroom.at_home


def test_a_damaged_one_leaves_what_is_open(window: Window, qtbot: QtBot) -> None:
    before = window.store.experiment
    QGuiApplication.clipboard().setText(dumps(SHORT).replace("0.2", "0.3"))
    window.incoming.paste()
    settle(window, qtbot)
    assert window.store.experiment == before
    assert titles(window) == ["The clipboard holds a session that can’t be opened"]
    assert "changed on its way" in window.notices.shown[0].text.text()


def test_changes_are_asked_about_before_another_session_comes(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited = replace(window.store.experiment, runs=window.store.experiment.runs[:1])
    window.store.edit("fewer", edited)
    monkeypatch.setattr(window.files, "may_leave", lambda: False)
    QGuiApplication.clipboard().setText(dumps(SHORT))
    window.incoming.paste()
    settle(window, qtbot)
    assert window.store.experiment == edited


def test_dragged_over_the_window_it_is_said_to_be_a_session() -> None:
    data = QMimeData()
    data.setText(dumps(SHORT))
    assert drops.promised(drops.sorted_out(data)) == ("Open the session in the text",)
    data.setText("StepLR(optimizer, 3)")
    assert drops.promised(drops.sorted_out(data)) == ("Read the text as a run’s code",)
