"""The dialog of films makes one, tells how far it is, and says what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from lrviz.jobs.process import end_helpers
from lrviz.ui.form.section import stops_of
from lrviz.ui.panels.film_dialog import FilmDialog
from lrviz.ui.showing.film import Reel, Walk
from tests.ui.landscapes import PLAN, two_basins


@pytest.fixture(autouse=True, scope="module")
def no_helpers_left() -> Iterator[None]:
    yield
    end_helpers()


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[FilmDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    made = FilmDialog(Walk(PLAN, two_basins()), 10, "walk", window)
    made.open()
    yield made
    window.close()


def test_what_is_chosen_is_how_it_is_made(dialog: FilmDialog, qtbot: QtBot) -> None:
    assert dialog.reel == Reel((1280, 720), 25, 6.0)
    qtbot.mouseClick(dialog.size_choice.button("640x360"), Qt.MouseButton.LeftButton)
    dialog.rows["seconds"].edited.emit(2.0, False)
    dialog.rows["fps"].edited.emit(10, False)
    assert dialog.reel == Reel((640, 360), 10, 2.0)
    assert dialog.speed.text() == "10 updates, 5 a second; the end stays for another second."


def test_a_pace_that_cant_be_is_refused_at_its_field(dialog: FilmDialog) -> None:
    dialog.rows["fps"].edited.emit(51, False)
    assert dialog.rows["fps"].error.text() == "Frames a second must be at most 50. Still drawn with 25."
    assert dialog.reel.fps == 25


def test_it_makes_the_film_and_closes(
    dialog: FilmDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, _title: str, suggestion: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(suggestion).name)
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    qtbot.mouseClick(dialog.format.button("gif"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.size_choice.button("640x360"), Qt.MouseButton.LeftButton)
    dialog.rows["seconds"].edited.emit(1.0, False)
    with qtbot.waitSignal(dialog.written) as told, qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
        assert not dialog.settings.isEnabled()
        assert dialog.progress.isVisible()
    assert asked == ["walk.gif"]
    assert told.args == [str(tmp_path / "mine.gif")]
    with Image.open(tmp_path / "mine.gif") as image:
        assert image.size == (640, 360)


def test_a_film_that_cant_be_written_is_said_and_another_try_is_open(
    dialog: FilmDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.make(tmp_path / "no" / "a.mp4")
    qtbot.waitUntil(dialog.settings.isEnabled)
    assert "a.mp4 can’t be written: no such file or directory." in dialog.error.text()
    assert dialog.isVisible()
    assert dialog.save.isEnabled()


def test_cancelled_it_closes_and_leaves_nothing(dialog: FilmDialog, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(dialog.rejected):
        dialog.make(tmp_path / "a.mp4")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.speed.text() == "Stopping …"
    assert list(tmp_path.iterdir()) == []
    assert not dialog.isVisible()


def test_every_control_is_reached_by_the_keyboard_and_named(dialog: FilmDialog) -> None:
    stops = stops_of(dialog)
    assert {dialog.save, dialog.cancel, dialog.rows["fps"].entry} <= set(stops)
    assert all(stop.accessibleName() or getattr(stop, "text", str)() for stop in stops[1:])
