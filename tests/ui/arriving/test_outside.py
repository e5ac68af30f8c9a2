"""A session's file that another program changes while it is open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.session import load, save
from lrviz.ui.window import Window


@pytest.fixture(scope="module")
def plan() -> Experiment:
    return sized(30)


def sized(size: int) -> Experiment:
    return Experiment.of(Run("step", StepLR(size)), steps=100)


@pytest.fixture
def path(window: Window, tmp_path: Path) -> Path:
    save(sized(30), path := tmp_path / "study.lrviz")
    window.files.read(path)
    return path


def answer(monkeypatch: pytest.MonkeyPatch, words: str) -> list[str]:
    asked: list[str] = []

    def press(box: QMessageBox) -> int:
        asked.append(box.text())
        next(button for button in box.findChildren(QPushButton) if button.text().replace("&", "") == words).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    return asked


def test_it_is_said_and_can_be_reloaded_and_undone(window: Window, path: Path, qtbot: QtBot) -> None:
    window.store.edit("step_size", sized(20))
    with qtbot.waitSignal(window.files.changed_outside):
        save(sized(7), path)
    notice = window.notices.shown[-1]
    assert notice.title.text() == "study.lrviz was changed by another program"
    notice.action.click()
    assert window.store.experiment == sized(7)
    assert not window.store.modified
    window.store.undo()
    assert window.store.experiment == sized(20)
    assert window.store.modified


def test_it_is_said_again_after_it_was_taken_back(window: Window, path: Path, qtbot: QtBot) -> None:
    window.store.edit("step_size", sized(20))
    for _ in range(2):
        with qtbot.waitSignal(window.files.changed_outside):
            save(sized(7), path)
        save(sized(30), path)
        qtbot.waitUntil(lambda: not window.files.outside._told)


def test_own_saving_is_no_news(window: Window, path: Path, qtbot: QtBot) -> None:
    window.store.edit("step_size", sized(20))
    with qtbot.assertNotEmitted(window.files.changed_outside, wait=300):
        assert window.files.save()


def test_the_same_from_outside_is_as_good_as_saved(window: Window, path: Path, qtbot: QtBot) -> None:
    window.store.edit("step_size", sized(20))
    save(sized(20), path)
    qtbot.waitUntil(lambda: not window.store.modified)
    assert not window.notices.shown


def test_nothing_is_written_over_unseen(
    window: Window, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.store.edit("step_size", sized(20))
    save(sized(7), path)
    asked = answer(monkeypatch, "Cancel")
    assert not window.files.save()
    assert asked == ["study.lrviz was changed by another program. Replace it?"]
    assert load(path) == sized(7)
    answer(monkeypatch, "Reload")
    assert not window.files.save()
    assert window.store.experiment == sized(7)
    window.store.undo()
    save(sized(8), path)
    answer(monkeypatch, "Replace")
    assert window.files.save()
    assert load(path) == sized(20)


def test_a_file_that_is_gone_is_written_again(window: Window, path: Path) -> None:
    path.unlink()
    window.store.edit("step_size", sized(20))
    assert window.files.save()
    assert load(path) == sized(20)


def test_a_broken_file_is_said_when_it_is_reloaded(window: Window, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.files.changed_outside):
        path.write_text("{", encoding="utf-8")
    window.notices.shown[-1].action.click()
    assert "can’t be opened" in window.notices.shown[-1].title.text()
    assert window.store.experiment == sized(30)
