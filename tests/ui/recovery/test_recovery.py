"""A window that ends without a word, by a real kill, and what the next one makes of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QDate, QDateTime, QLocale
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.session import load, save
from lrviz.ui.app import open_window
from lrviz.ui.choices import settings
from lrviz.ui.lesson.written import read_through, shipped
from lrviz.ui.racing.entering import entry
from lrviz.ui.racing.raced import raced_plan
from lrviz.ui.recovery import comeback, journal, left, rooms
from lrviz.ui.recovery.journal import Journal
from lrviz.ui.window import Window
from tests.ui.opened import give_up

SHORT = QLocale.FormatType.ShortFormat
SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from msgspec.structs import replace
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.ui.app import Signals, application, open_window

def main():
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
    app = application()
    window = open_window(Path(sys.argv[3]) if len(sys.argv) > 3 else None)
    if "race" not in sys.argv[2]:
        window.furnished.disconnect(window.races.open)
    window.furnished.disconnect(window.aside.hire)
    window.show()
    def until(so):
        while not so():
            app.processEvents()
    until(lambda: window.pages)
    store = window.store
    def step(size):
        store.edit_run(1, replace(store.experiment.runs[1], schedule=StepLR(size)), "step_size")
    if "edit" in sys.argv[2]:
        step(77)
    store.select(2)
    window.show_view("training")
    window.transport.take_cursor(100)
    store.pin("step")
    if "race" in sys.argv[2]:
        plan = store.experiment
        store.edit("steps", replace(plan, training=replace(plan.training, steps=66)))
        window.transport.take_cursor(50)
        window.race()
        until(lambda: window.races.state == "done")
        window.transport.take_cursor(30)
    window.comeback.keeper.write()
    window.comeback.keeper._scribe.wait()
    signals = Signals(app, window)
    if "ask" in sys.argv[2]:
        QTimer.singleShot(0, window.close)
        asked = QTimer(window, interval=10)
        asked.timeout.connect(lambda: app.activeModalWidget() and (asked.stop(), print("ready", flush=True)))
        asked.start()
    else:
        print("ready", flush=True)
    app.exec()
    signals.close()
    window.end()

if __name__ == "__main__":
    main()
"""


@pytest.fixture
def leave_behind(tmp_path: Path) -> Iterator[Callable[..., None]]:
    """Give what opens a window in a process, does something there, and ends the process by a signal."""
    processes: list[subprocess.Popen[str]] = []

    def leave(does: str, *more: str, by: signal.Signals = signal.SIGKILL) -> None:
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
        command = [sys.executable, "-c", SCRIPT, str(tmp_path / "settings"), does, *more]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env)
        processes.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(by)
        code = process.wait(timeout=120)
        assert code == (0 if by == signal.SIGTERM else -by)
        process.stdout.close()

    yield leave
    for process in processes:
        process.kill()


def come_back(qtbot: QtBot, path: Path | None = None) -> Window:
    """Open the next window, without any process beside it."""
    made = open_window(path)
    made.furnished.disconnect(made.races.open)
    made.furnished.disconnect(made.aside.hire)
    qtbot.addWidget(made, before_close_func=give_up)
    with qtbot.waitSignal(made.furnished):
        made.show()
    return made


def lost(path: str = "", tries: int = 0, place: left.Place = left.Place()) -> None:  # noqa: B008 - it is frozen
    """Leave a changed session as a window does that ends without a word."""
    first = Experiment.first_open()
    changed = replace(first, runs=(first.runs[0], replace(first.runs[1], schedule=StepLR(77)), first.runs[2]))
    room = rooms.enter()
    assert room is not None
    about = left.About(path=path, modified=True, when=time.time(), tries=tries, place=place)
    left.write(room.session, left.encode(left.Left(about, changed)))
    room.leave()


def sizes(window: Window) -> list[int]:
    """Give the step sizes of a window's runs."""
    return [run.schedule.step_size for run in window.store.experiment.runs if isinstance(run.schedule, StepLR)]


def test_a_session_in_no_file_outlives_a_kill(qtbot: QtBot, leave_behind: Callable[..., None]) -> None:
    leave_behind("edit")
    window = come_back(qtbot)
    assert sizes(window) == [77]
    assert window.store.modified
    assert (window.view, window.store.selected, window.store.cursor) == ("training", 2, 100)
    assert window.store.baseline == "step"
    (notice,) = window.notices.shown
    assert notice.title.text().startswith("Recovered from ")
    assert "ended unexpectedly" in notice.text.text()
    notice.action.click()
    assert window.store.experiment == Experiment.first_open()
    assert not window.store.modified
    window.store.undo()
    assert sizes(window) == [77], "what was discarded can be had back"
    assert window.store.modified


def test_changes_of_a_file_are_recovered_and_the_file_is_untouched(qtbot: QtBot, tmp_path: Path) -> None:
    save(Experiment.first_open(), path := tmp_path / "study.lrviz")
    lost(str(path))
    window = come_back(qtbot)
    assert (window.store.path, sizes(window)) == (path, [77])
    assert load(path) == Experiment.first_open()
    (notice,) = window.notices.shown
    notice.action.click()
    assert (window.store.path, window.store.experiment) == (path, Experiment.first_open())


def test_a_view_and_a_unit_that_are_unknown_here_are_left_out(qtbot: QtBot) -> None:
    lost(place=left.Place(view="spectrum", unit="joules", selected=2))
    window = come_back(qtbot)
    assert (window.view, window.store.unit, window.store.selected) == ("schedule", "step", 2)


def test_a_race_outlives_a_kill(qtbot: QtBot, leave_behind: Callable[..., None]) -> None:
    leave_behind("edit race")
    window = come_back(qtbot)
    qtbot.waitUntil(lambda: window.races.state == "done")
    found = window.races.of(window.store.experiment)
    assert {name: (one.steps_done, one.stale) for name, one in found.items()} == {
        "constant": (66, False),
        "step": (66, False),
        "cosine": (66, False),
    }
    assert window.store.cursor == 30, "results that come back don't take the cursor along"
    assert found["constant"].device
    assert len(found["constant"].traces[0].metrics["accuracy"]) == 3


def test_nothing_is_said_where_nothing_was_lost(qtbot: QtBot, leave_behind: Callable[..., None]) -> None:
    leave_behind("look")
    window = come_back(qtbot)
    assert (window.view, window.store.selected, window.store.cursor) == ("training", 2, 100)
    assert not window.store.modified
    assert not window.notices.shown


@pytest.mark.parametrize("does", ["edit", "edit ask"])
def test_the_system_may_end_it_and_nothing_is_lost(qtbot: QtBot, leave_behind: Callable[..., None], does: str) -> None:
    leave_behind(does, by=signal.SIGTERM)
    window = come_back(qtbot)
    assert sizes(window) == [77]
    assert "The system ended lrviz" in window.notices.shown[0].text.text()


def test_windows_do_not_take_each_others_sessions(qtbot: QtBot) -> None:
    lost()
    first, second = come_back(qtbot), come_back(qtbot)
    assert (sizes(first), sizes(second)) == ([77], [220])
    assert not second.notices.shown


def test_with_a_file_the_lost_session_is_offered_and_nothing_else_is_opened(qtbot: QtBot, tmp_path: Path) -> None:
    lost()
    save(Experiment.first_open(), path := tmp_path / "study.lrviz")
    window = come_back(qtbot, path)
    assert window.store.path == path
    notice = window.notices.shown[-1]
    assert "with unsaved changes" in notice.title.text()
    notice.action.click()
    assert sizes(window) == [77]
    assert window.store.modified
    window.store.undo()
    assert (window.store.path, sizes(window)) == (path, [220])


def test_one_that_was_lost_on_another_day_is_said_with_the_day(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    lost(place=left.Place(selected=2, cursor=7, baseline="cosine"))
    settings.REOPEN.keep("first-open")
    now = time.time()
    tomorrow = QDate.currentDate().addDays(1)
    monkeypatch.setattr(comeback, "QDate", SimpleNamespace(currentDate=lambda: tomorrow))
    window = come_back(qtbot)
    notice = window.notices.shown[0]
    assert QLocale().toString(QDateTime.fromSecsSinceEpoch(round(now)).date(), SHORT) in notice.title.text()
    notice.action.click()
    assert (window.store.selected, window.store.cursor, window.store.baseline) == (2, 7, "cosine")


def test_what_is_offered_and_not_taken_is_offered_again(qtbot: QtBot) -> None:
    lost()
    settings.REOPEN.keep("first-open")
    window = come_back(qtbot)
    assert sizes(window) == [220]
    assert "with unsaved changes" in window.notices.shown[0].title.text()
    window.close()
    again = come_back(qtbot)
    assert "with unsaved changes" in again.notices.shown[0].title.text()


@pytest.mark.parametrize("full", [True, False])
def test_the_room_of_a_session_that_was_taken_is_given_up_once_it_is_kept_here(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, full: bool
) -> None:
    lost()
    (other,) = rooms.home().iterdir()
    known = left.read(other / rooms.LEFT)
    assert known is not None
    plan = raced_plan(known.experiment)
    race = Journal(other / rooms.RACES / "00001.race")
    race.begin(journal.header(entry(plan, ("step",), {})))
    race.end()
    settings.REOPEN.keep("first-open")
    window = come_back(qtbot)
    back = window.comeback
    assert back is not None
    keeper = back.keeper
    assert keeper is not None

    def write(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    if full:
        monkeypatch.setattr(left, "write", write)
    window.notices.shown[0].action.click()
    qtbot.waitUntil(lambda: not back._turn.isActive())
    keeper._scribe.wait()
    assert (other / rooms.LEFT).exists() == full
    assert other.exists() == full
    assert bool(journal.journals(keeper.room.races)) == (not full)
    monkeypatch.undo()


def test_a_session_that_ends_every_window_is_only_offered(qtbot: QtBot) -> None:
    lost(tries=2)
    window = come_back(qtbot)
    assert sizes(window) == [220]
    assert "with unsaved changes" in window.notices.shown[0].title.text()


def test_a_closed_session_is_there_again_without_what_was_thrown_away(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = come_back(qtbot)
    window.store.open(Experiment.of(Run("only", StepLR(9)), steps=50), None, "a preset")
    window.store.edit_run(0, Run("only", StepLR(5)), "step_size")
    monkeypatch.setattr(QMessageBox, "exec", lambda box: click(box, "Close without saving"))
    assert window.close()
    again = come_back(qtbot)
    assert (again.store.name, sizes(again), again.store.modified) == ("a preset", [9], False)
    assert not again.notices.shown


def test_a_closed_session_whose_file_is_gone_is_there_in_no_file(qtbot: QtBot, tmp_path: Path) -> None:
    save(Experiment.of(Run("only", StepLR(9)), steps=50), path := tmp_path / "study.lrviz")
    come_back(qtbot, path).close()
    path.unlink()
    window = come_back(qtbot)
    assert (window.store.path, window.store.name, sizes(window)) == (None, "study", [9])
    assert window.store.modified
    assert "no longer there" in window.notices.shown[0].title.text()


def test_a_file_that_changed_meanwhile_is_opened_as_it_is_now(qtbot: QtBot, tmp_path: Path) -> None:
    save(Experiment.of(Run("only", StepLR(9)), steps=50), path := tmp_path / "study.lrviz")
    come_back(qtbot, path).close()
    save(Experiment.of(Run("only", StepLR(8)), steps=50), path)
    window = come_back(qtbot)
    assert (window.store.path, sizes(window), window.store.modified) == (path, [8], False)


def test_in_a_lesson_it_is_the_own_session_that_is_kept(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = come_back(qtbot)
    window.store.edit_run(1, replace(window.store.experiment.runs[1], schedule=StepLR(77)), "step_size")
    own = window.store.experiment
    window.classroom.open(read_through(shipped()[0]))
    assert window.classroom.playing
    assert window.store.experiment != own
    assert window.comeback is not None
    assert window.comeback.keeper is not None
    window.comeback.stop()
    known = left.read(window.comeback.keeper.room.session)
    assert known is not None
    assert known.experiment == own
    assert known.about.modified
    monkeypatch.setattr(QMessageBox, "exec", lambda box: click(box, "Close without saving"))
    assert window.close()


def test_a_place_that_cannot_be_written_is_said_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = come_back(qtbot)
    assert window.comeback is not None
    keeper = window.comeback.keeper
    assert keeper is not None

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(left, "write", full)
    for _ in range(3):
        keeper.write()
        keeper._scribe.wait()
    (notice,) = window.notices.shown
    assert notice.text.text().startswith("No space left on device.")
    assert not window.comeback.keeps


def test_without_a_place_of_its_own_a_window_opens_all_the_same(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    window = come_back(qtbot)
    assert sizes(window) == [220]


def click(box: QMessageBox, words: str) -> int:
    """Click a button of a box by its words."""
    next(button for button in box.findChildren(QPushButton) if words in button.text()).click()
    return 0
