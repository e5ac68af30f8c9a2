"""Closing: one question about the race and the changes, and the answers to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.recording import Recording
from lrviz.run import Run
from lrviz.session import load
from lrviz.ui.window import Window
from tests.ui.opened import opened_alone

PLAN = Experiment.of(Run("constant"), steps=440)


class Asked:
    """Answers every question by a button's words, and keeps what was asked."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.texts: list[tuple[str, str]] = []

    def press(self, box: QMessageBox) -> int:
        self.texts.append((box.text(), box.informativeText()))
        buttons = box.findChildren(QPushButton)
        next(button for button in buttons if button.text() == self.words).click()
        return 0


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = opened_alone(qtbot)
    made.store.open(PLAN, None)
    return made


def changed(window: Window) -> Experiment:
    """Change something, and give what it is now."""
    window.store.edit_run(0, replace(window.store.experiment.runs[0], colour=3), "colour")
    return window.store.experiment


def racing(window: Window) -> None:
    """Let a race be under way, as far as the window knows."""
    window.races._recording = recording = Recording(PLAN)
    recording.step = 297
    window.races._state = "running"


def answer(monkeypatch: pytest.MonkeyPatch, words: str) -> Asked:
    made = Asked(words)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: made.press(box))  # noqa: PLW0108 - a method binds the box
    return made


def test_nothing_is_asked_where_nothing_would_be_lost(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, "Cancel")
    assert window.close()
    assert not asked.texts


def test_a_race_and_changes_are_one_question(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    changed(window)
    racing(window)
    asked = answer(monkeypatch, "Keep racing")
    assert not window.close()
    ((text, more),) = asked.texts
    assert text == "Save changes, stop the race and close?"
    assert more == "297 of 440 steps are done and will be kept.\nThe session has changes that are in no file yet."
    assert window.races.active
    answer(monkeypatch, "Close without saving")
    assert window.close()
    assert not window.races.active


def test_a_race_alone_says_what_is_kept(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    racing(window)
    asked = answer(monkeypatch, "Stop and close")
    assert window.close()
    assert asked.texts == [("Stop the race and close?", "297 of 440 steps are done and will be kept.")]


def test_saving_on_the_way_out_saves(window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    window.store.saved(tmp_path / "study.lrviz")
    now = changed(window)
    answer(monkeypatch, "Save")
    assert window.close()
    assert load(tmp_path / "study.lrviz") == now


def test_a_save_that_fails_keeps_the_window(window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    window.store.saved(tmp_path / "nowhere" / "study.lrviz")
    changed(window)
    answer(monkeypatch, "Save")
    assert not window.close()
    assert "wasn’t saved" in window.notices.shown[-1].title.text()


def test_the_end_of_the_system_s_session_asks_nobody(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    changed(window)
    asked = answer(monkeypatch, "Cancel")
    monkeypatch.setattr(QGuiApplication, "isSavingSession", lambda _: True)
    assert window.close()
    assert not asked.texts


def test_staying_leaves_a_lesson_open(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    changed(window)
    left: list[bool] = []
    window.files.leaving.connect(lambda: left.append(True))
    answer(monkeypatch, "Cancel")
    assert not window.close()
    assert not left
