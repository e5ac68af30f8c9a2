"""Files are looked for without waiting for a drive that doesn't answer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lrviz.ui.arriving import presence, recent
from lrviz.ui.arriving.presence import is_there, look
from lrviz.ui.window import Window
from tests.ui.opened import opened_alone


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Let every file be on a drive that answers once it is back."""
    back = threading.Event()
    monkeypatch.setattr(presence, "exists", lambda path: back.wait(20) and path.exists())
    yield back
    back.set()
    while presence._looked_in:
        pass


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return opened_alone(qtbot)


def test_a_file_is_there_or_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.lrviz").touch()
    assert look(tmp_path / "a.lrviz") is True
    assert look(tmp_path / "b.lrviz") is False
    assert not is_there(tmp_path / f"{300 * 'x'}.lrviz"), "no system has names so long: looking for it is an error"


def test_a_folder_that_gives_no_answer_is_asked_again_once_it_has(
    tmp_path: Path, away: threading.Event, qtbot: QtBot
) -> None:
    (tmp_path / "a.lrviz").touch()
    assert look(tmp_path / "a.lrviz") is None
    before = threading.active_count()
    assert not is_there(tmp_path / "b.lrviz")
    assert threading.active_count() == before, "nobody else waits for the same folder"
    away.set()
    qtbot.waitUntil(lambda: look(tmp_path / "a.lrviz") is True)


def test_a_recent_file_on_it_is_neither_opened_nor_forgotten(
    window: Window, tmp_path: Path, away: threading.Event
) -> None:
    recent.remember(tmp_path / "study.lrviz")
    window.classroom.open_recent(tmp_path / "study.lrviz")
    assert window.notices.shown[-1].title.text() == "The folder of study.lrviz doesn’t answer"
    assert [one.path.name for one in recent.recent()] == ["study.lrviz"]
