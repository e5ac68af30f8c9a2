"""A lesson gone through in the real window: what it shows and points at, what a person tries, and what was measured."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.experiment import Experiment
from lrviz.teaching.reading import read
from lrviz.ui import metrics
from lrviz.ui.lesson.classroom import Classroom
from lrviz.ui.lesson.player import Player
from lrviz.ui.pages.canvas import Canvas
from lrviz.ui.panels.lesson_panel import LessonPanel
from lrviz.ui.window import Window
from tests.ui.lessons import LOOK, SCENES, written
from tests.ui.opened import opened, opened_alone

GAP = metrics.RING_GAP
OTHER = Experiment.of("SGD(model.parameters(), lr=0.4)", steps=50)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return opened_alone(qtbot)


@pytest.fixture
def working(server: None, qtbot: QtBot) -> Window:
    made = opened(qtbot)
    qtbot.waitUntil(lambda: made.races.ready)
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path)


def learn(window: Window, path: Path, qtbot: QtBot) -> Player:
    """Open a lesson as dropping its file on the window does."""
    window.files.open(path)
    qtbot.waitUntil(lambda: window.classroom.playing)
    return window.classroom.player


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> list[str]:
    """Answer the next question by the button of that text; give what was asked."""
    asked: list[str] = []

    def press(box: QMessageBox) -> int:
        asked.append(box.text())
        next(button for button in box.findChildren(QPushButton) if button.text() == text).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    return asked


def ring(window: Window, qtbot: QtBot, wanted: Callable[[], QRect]) -> None:
    """Wait until the spotlight rings this."""
    qtbot.waitUntil(lambda: wanted() in window.classroom.player.spotlight.rects)


def of_pane(window: Window, title: str) -> QRect:
    canvas = window.page.canvas  # type: ignore[union-attr]
    assert isinstance(canvas, Canvas)
    cell = canvas.titled(title)
    assert cell is not None
    inner = cell.toAlignedRect().adjusted(GAP, GAP, -GAP, -GAP)
    return QRect(canvas.mapTo(window.front, inner.topLeft()), inner.size())


def test_a_step_shows_its_view_run_and_cursor_and_rings_what_it_points_at(
    window: Window, path: Path, qtbot: QtBot
) -> None:
    window.show_view("loss")
    learn(window, path, qtbot)
    assert window.view == "schedule"
    assert window.store.run is not None
    assert window.store.run.name == "constant"
    assert window.store.cursor == 11
    ring(window, qtbot, partial(of_pane, window, "Learning rate"))
    rows = window.sidebar.list
    row = rows.visualRect(rows.runs.index(1))
    ring(window, qtbot, lambda: QRect(rows.viewport().mapTo(window.front, row.topLeft()), row.size()))
    assert window.classroom.panel.isVisible()
    text = window.classroom.panel.text
    assert text.accessibleName() == "Look at T_max: it is half the run."
    assert "<b>half</b>" in text.text()


def test_what_a_step_points_at_is_brought_into_sight(window: Window, path: Path, qtbot: QtBot) -> None:
    player = learn(window, path, qtbot)
    window.dock.hide()
    canvas = window.pages["training"].canvas
    assert isinstance(canvas, Canvas)
    assert canvas.titled("Gradient norm") is None
    player.go(1)
    qtbot.waitUntil(window.dock.code.isVisible)
    qtbot.waitUntil(lambda: bool(player.spotlight.rects))
    window.sidebar.hide()
    player.go(2)
    assert window.sidebar.isVisible()
    qtbot.waitUntil(lambda: len(player.spotlight.rects) == 1)
    field = player.spotlight.rects[0]
    assert (
        window.sidebar.room.rect()
        .translated(window.sidebar.room.mapTo(window.front, window.sidebar.room.rect().topLeft()))
        .contains(field)
    )


def test_a_view_with_a_table_of_its_own_has_that_pointed_at(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    text = LOOK.replace('view = "schedule"', 'view = "finder"', 1)
    text = text.replace('["pane:Learning rate", "run:cosine"]', '["table"]')
    learn(window, written(tmp_path, text=text), qtbot)
    assert window.view == "finder"
    assert window.finder is not None
    assert not window.dock.isVisible()
    table = window.finder.table_view
    table.show()
    ring(window, qtbot, lambda: QRect(table.mapTo(window.front, table.rect().topLeft()), table.size()))


def test_nothing_is_pointed_at_while_the_view_is_presented(window: Window, path: Path, qtbot: QtBot) -> None:
    spotlight = learn(window, path, qtbot).spotlight
    qtbot.waitUntil(lambda: bool(spotlight.rects))
    window.presentation.begin()
    qtbot.waitUntil(lambda: not spotlight.rects)
    window.presentation.leave()
    qtbot.waitUntil(lambda: bool(spotlight.rects))


def test_leaving_by_the_mouse_puts_no_focus_ring_on_anything(window: Window, path: Path, qtbot: QtBot) -> None:
    learn(window, path, qtbot)
    close = window.classroom.panel.close_button
    window.classroom.panel.next_button.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not window.classroom.playing
    assert window.focusWidget() is window


def test_keys_and_buttons_go_on_and_back(window: Window, path: Path, qtbot: QtBot) -> None:
    player, panel = learn(window, path, qtbot), window.classroom.panel
    assert not panel.back_button.isEnabled()
    qtbot.mouseClick(panel.next_button, Qt.MouseButton.LeftButton)
    assert player.step == 1
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert player.step == 2
    qtbot.keyClick(window, Qt.Key.Key_PageUp)
    assert player.step == 1
    assert panel.dots.accessibleName() == "Step 2 of 4"


def test_a_persons_own_session_comes_back_with_its_changes(window: Window, path: Path, qtbot: QtBot) -> None:
    changed = replace(Experiment.first_open(), runs=Experiment.first_open().runs[:2])
    window.store.edit("delete", changed)
    player = learn(window, path, qtbot)
    assert window.store.experiment == read(path).scenes[0].experiment
    window.store.edit("try", replace(window.store.experiment, runs=()))
    assert not window.store.modified
    player.leave()
    assert window.store.experiment == changed
    assert window.store.modified
    assert window.classroom.panel.isHidden()
    window.store.undo()
    assert window.store.experiment == Experiment.first_open(), "its history is there again too"


def test_another_session_ends_the_lesson_and_asks_for_the_persons_own(
    window: Window, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    learn(window, path, qtbot)
    window.store.open(OTHER, None)
    assert not window.classroom.playing
    assert window.store.experiment == OTHER
    window.store.edit("change", replace(OTHER, runs=()))
    learn(window, path, qtbot)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Cancel)
    window.files.new()
    assert window.store.experiment == replace(OTHER, runs=())


def test_a_lesson_goes_on_where_it_was_left_and_from_the_start_once_it_is_done(
    window: Window, path: Path, qtbot: QtBot
) -> None:
    learn(window, path, qtbot).go(2)
    window.classroom.leave()
    player = learn(window, path, qtbot)
    assert player.step == 2
    player.go(3)
    assert window.classroom.panel.next_button.text() == "Finish"
    qtbot.mouseClick(window.classroom.panel.next_button, Qt.MouseButton.LeftButton)
    assert window.classroom.at_home
    assert window.store.experiment == Experiment.first_open()
    assert learn(window, path, qtbot).step == 0


def test_a_try_is_seen_when_it_is_done(working: Window, path: Path, qtbot: QtBot) -> None:
    window = working
    learn(window, path, qtbot).go(2)
    box, trial = window.classroom.panel.trial, window.classroom.player.trial
    assert box.head.text() == "Try it yourself"
    qtbot.mouseClick(box.hint_button, Qt.MouseButton.LeftButton)
    assert box.hint.accessibleName() == "Set T_max to 44."
    run = window.store.experiment.runs[1]
    window.store.edit_run(1, replace(run, schedule=CosineAnnealingLR(43)), "T_max")
    assert not trial.done
    window.store.edit_run(1, replace(run, schedule=CosineAnnealingLR(44)), "T_max")
    qtbot.waitUntil(lambda: box.show_me.text() == "Race it")
    window.race()
    qtbot.waitUntil(lambda: box.head.text() == "Done")
    assert box.state.said == "Now it ends at 0."


def test_show_me_does_it_in_one_undo_step(working: Window, path: Path, qtbot: QtBot) -> None:
    window = working
    learn(window, path, qtbot).go(2)
    panel = window.classroom.panel
    qtbot.mouseClick(panel.trial.show_me, Qt.MouseButton.LeftButton)
    assert window.store.experiment.runs[1].schedule == CosineAnnealingLR(44)
    assert window.store.history.count() == 1
    qtbot.waitUntil(lambda: window.classroom.player.trial.done)
    assert panel.put_back.isVisible()
    qtbot.mouseClick(panel.put_back, Qt.MouseButton.LeftButton)
    assert window.store.experiment == read(path).scenes[0].experiment
    assert not panel.put_back.isVisible()


def test_a_step_races_its_scene_once_and_scenes_are_kept_as_they_were_left(
    working: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    window, path = working, written(tmp_path, "scenes", SCENES)
    player = learn(window, path, qtbot)
    first = window.store.experiment
    window.store.edit("fewer", replace(first, runs=first.runs[:1]))
    player.go(1)
    assert [run.name for run in window.store.experiment.runs] == ["step"]
    assert window.races.active
    qtbot.waitUntil(lambda: window.races.state == "done")
    player.go(0)
    assert window.store.experiment == replace(first, runs=first.runs[:1])
    player.go(1)
    assert not window.races.active


def test_what_was_measured_is_measured_again_with_other_seeds(working: Window, path: Path, qtbot: QtBot) -> None:
    window = working
    learn(window, path, qtbot).go(3)
    measured = window.classroom.panel.measured
    assert measured.rows[0].held.text() == "holds in at least 2 of 3 seeds"
    assert measured.caveat.said == "One seed says little."
    qtbot.mouseClick(measured.again, Qt.MouseButton.LeftButton)
    assert measured.progress.isVisible()
    qtbot.waitUntil(lambda: not measured.measuring.active)
    assert measured.rows[0].held.text().startswith("held here in 3 of 3 seeds\n")
    assert measured.state.text() == "Trained here with seeds 300 to 302."


def test_a_saved_file_is_shown_anew_at_the_same_step_and_an_error_leaves_what_was_there(
    window: Window, path: Path, qtbot: QtBot
) -> None:
    player, panel = learn(window, path, qtbot), window.classroom.panel
    player.go(2)
    path.write_text(LOOK.replace("Let the cosine end with the run.", "Let it end."), encoding="utf-8")
    qtbot.waitUntil(lambda: panel.text.said == "Let it end.")
    assert player.step == 2
    path.write_text(LOOK.replace("minutes = 2", "minutes = 0"), encoding="utf-8")
    qtbot.waitUntil(panel.error.isVisible)
    assert "line 4" in panel.error_text.said
    assert "minutes" in panel.error_text.said
    assert panel.text.said == "Let it end."
    written(path.parent)
    qtbot.waitUntil(lambda: not panel.error.isVisible())
    assert panel.text.said == "Let the cosine end with the run."


def test_a_broken_file_is_said_and_leaves_the_session(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    window.files.open(written(tmp_path, "broken", LOOK.replace('"cosine"', '"cosin"', 1)))
    qtbot.waitUntil(lambda: bool(window.notices.shown))
    said = window.notices.shown[-1]
    assert said.title.text() == "broken.toml can’t be opened"
    assert said.text.text().startswith("Line ")
    assert said.text.text().endswith(". Your open session is untouched.")
    assert said.text.text().count("opened") == 0
    assert window.store.experiment == Experiment.first_open()
    assert not window.classroom.playing


def test_a_session_becomes_the_beginning_of_a_lesson(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "mine.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.classroom.write()
    qtbot.waitUntil(lambda: window.classroom.playing)
    assert read(target).scenes[0].experiment.runs[1].schedule == Experiment.first_open().runs[1].schedule
    assert window.classroom.player.lesson == read(target)


def test_a_lesson_stands_beside_the_session_and_below_it_in_a_narrow_window(
    window: Window, path: Path, qtbot: QtBot
) -> None:
    learn(window, path, qtbot)
    panel = window.classroom.panel
    qtbot.waitUntil(lambda: panel.x() > window.stack.x() and panel.width() < 400)
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: panel.width() == 1000)
    assert isinstance(panel, LessonPanel)
    assert isinstance(window.classroom, Classroom)


def test_below_a_narrow_window_what_there_is_to_try_stands_beside_the_text(
    window: Window, path: Path, qtbot: QtBot
) -> None:
    player, panel = learn(window, path, qtbot), window.classroom.panel
    player.go(2)
    assert panel.trial.y() > panel.text.y()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: panel.trial.x() > panel.text.geometry().right())
    button, room = panel.trial.show_me, panel.area.viewport()
    qtbot.waitUntil(lambda: room.rect().contains(QRect(button.mapTo(room, button.rect().topLeft()), button.size())))
