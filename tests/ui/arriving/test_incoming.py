"""Code that comes into the window: pasted, dropped, opened; what becomes a run, and what is said of what doesn't."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.knots import Knots
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.session import dumps
from lrviz.ui import leaving
from lrviz.ui.app import open_window
from lrviz.ui.eyes import toggle
from lrviz.ui.window import Window
from tests.ui.opened import give_up, opened_alone

STEPS = """import torch
opt = torch.optim.AdamW(model.parameters(), lr=3e-4)
sched = torch.optim.lr_scheduler.StepLR(opt, step_size=7)
"""
LOOPS = """import torch
from torch.optim.lr_scheduler import CosineAnnealingLR
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = CosineAnnealingLR(optimizer, T_max=90)
for epoch in range(90):
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
    scheduler.step()
"""
ASKING = """optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=10 * len(loader))
"""

GAN = """import torch
from torch.optim.lr_scheduler import StepLR
opt_g = torch.optim.SGD(g.parameters(), lr=0.1)
opt_d = torch.optim.SGD(d.parameters(), lr=0.2)
sched_g = StepLR(opt_g, 7)
sched_d = StepLR(opt_d, 9)
for batch in range(100):
    opt_g.step()
    opt_d.step()
    sched_g.step()
    sched_d.step()
"""


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return opened_alone(qtbot)


def settle(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.aside.busy)


def paste(window: Window, text: str, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(text)
    window.incoming.paste()
    settle(window, qtbot)


def drop(window: Window, data: QMimeData) -> None:
    at, action = QPointF(500, 300), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(500, 300), action, data, buttons, keys)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(at, action, data, buttons, keys))
    QApplication.processEvents()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def titles(window: Window) -> list[str]:
    return [notice.title.text() for notice in window.notices.shown]


def test_pasted_code_is_a_run_named_after_its_schedule_and_undone_in_one_step(window: Window, qtbot: QtBot) -> None:
    paste(window, STEPS, qtbot)
    run = window.store.run
    assert run is not None
    assert (run.name, run.schedule, run.optimizer.rate, run.colour) == ("StepLR", StepLR(7), 3e-4, 3)
    assert run.listing is not None
    assert window.dock.code.text.text == STEPS
    window.store.history.undo()
    assert window.store.experiment == Experiment.first_open()


def test_the_key_pastes_where_no_text_field_has_the_focus(window: Window, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(STEPS)
    window.sidebar.list.setFocus()
    action = next(one for one in window.actions() if "Ctrl+V" in [key.toString() for key in one.shortcuts()])
    action.trigger()
    settle(window, qtbot)
    assert len(window.store.experiment.runs) == 4


def test_text_without_code_is_no_run(window: Window, qtbot: QtBot) -> None:
    for text in ("", "  \n", "Dear all, please find the minutes below.", "x" * 100_001, "torch\0"):
        paste(window, text, qtbot)
        assert window.store.experiment == Experiment.first_open()
        assert titles(window)


def test_code_that_asks_is_a_hidden_run_until_it_is_answered(window: Window, qtbot: QtBot) -> None:
    paste(window, ASKING, qtbot)
    run = window.store.run
    assert run is not None
    assert not run.visible, "nothing is drawn that the text doesn't say"
    assert [line.name for line in window.page.figure.plots[0].lines] == ["constant", "step", "cosine"]  # type: ignore[union-attr]
    (row,) = window.dock.code.questions.asked
    qtbot.keyClicks(row.field, "40")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    run = window.store.run
    assert run is not None
    assert (run.name, run.schedule, run.visible) == ("CosineAnnealingLR", CosineAnnealingLR(400), True)


def test_code_that_cannot_be_read_is_a_hidden_run_that_says_why(window: Window, qtbot: QtBot) -> None:
    paste(window, STEPS.replace("step_size=7", "step_size="), qtbot)
    run = window.store.run
    assert run is not None
    assert (run.name, run.visible) == ("pasted", False)
    assert "ine 3" in window.dock.code.error.text()
    assert titles(window) == []
    assert "ine 3" in window.sidebar.form.unread.text()
    window.dock.code.text.selectAll()
    window.dock.code.text.insertPlainText(STEPS)
    window.dock.code.finish()
    run = window.store.run
    assert run is not None
    assert (run.name, run.visible, run.schedule) == ("StepLR", True, StepLR(7))


def test_a_plan_is_offered_that_its_loops_say(window: Window, qtbot: QtBot) -> None:
    paste(window, LOOPS, qtbot)
    (notice,) = window.notices.shown
    assert "90 epochs" in notice.title.text()
    qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    experiment = window.store.experiment
    run = window.store.run
    assert run is not None
    assert run.stepped == "epoch"
    assert experiment.training.steps == 90 * experiment.updates_per_epoch
    window.store.history.undo()
    assert window.store.experiment.training == Experiment.first_open().training


def test_files_of_code_that_are_dropped_are_added_and_the_session_stays(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.py", tmp_path / "b.py"
    first.write_bytes(b"\xef\xbb\xbf" + STEPS.replace("\n", "\r\n").encode())
    second.write_text(STEPS, encoding="utf-8")
    drop(window, files(first))
    settle(window, qtbot)
    drop(window, files(second))
    settle(window, qtbot)
    assert [run.name for run in window.store.experiment.runs] == ["constant", "step", "cosine", "StepLR", "StepLR 2"]


def test_text_dragged_from_elsewhere_is_read(window: Window, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText(STEPS)
    drop(window, data)
    settle(window, qtbot)
    assert window.store.run is not None
    assert window.store.run.schedule == StepLR(7)


def test_a_file_that_is_no_text_too_large_or_gone_is_said(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    binary, large, gone = tmp_path / "binary.py", tmp_path / "large.py", tmp_path / "gone.py"
    binary.write_bytes(b"\x80\x81torch")
    large.write_text("import torch\n" * 20_000, encoding="utf-8")
    for path, words in ((binary, "UTF-8"), (large, "260"), (gone, "No such file"), (tmp_path, "folder")):
        window.incoming.take_file(path)
        settle(window, qtbot)
        assert words in window.notices.shown[-1].text.text()
    assert window.store.experiment == Experiment.first_open()


def test_a_notebook_is_read_as_the_code_in_it(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path, broken = tmp_path / "train.ipynb", tmp_path / "broken.ipynb"
    cells = [
        {"cell_type": "markdown", "source": ["# A run"]},
        {"cell_type": "code", "source": ["%matplotlib inline\n", *STEPS.splitlines(keepends=True)]},
    ]
    path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}), encoding="utf-8")
    broken.write_text("{", encoding="utf-8")
    drop(window, files(path, broken))
    settle(window, qtbot)
    assert window.store.run is not None
    assert window.store.run.schedule == StepLR(7)
    assert titles(window) == ["broken.ipynb can’t be read"]


@pytest.mark.parametrize("name", ["train.py", "notes.md", "TRAIN.TXT"])
def test_opening_code_adds_a_run_and_asks_nothing(window: Window, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(STEPS, encoding="utf-8")
    window.sidebar.duplicate_run()
    window.files.open(path)
    settle(window, qtbot)
    assert len(window.store.experiment.runs) == 5
    assert window.store.path is None


def test_a_session_in_a_text_is_opened_and_saving_leaves_the_text_alone(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    other = Experiment.of("SGD(model.parameters(), lr=0.4)", steps=50)
    path = tmp_path / "minutes.md"
    path.write_text(f"Let’s try this:\n{dumps(other)}", encoding="utf-8")
    window.files.open(path)
    qtbot.waitUntil(lambda: window.store.experiment == other)
    assert (window.store.path, window.store.name) == (None, "minutes")


def test_a_link_on_the_clipboard_is_no_code_and_said_to_be_none(window: Window, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/train.py")])
    QGuiApplication.clipboard().setMimeData(data)
    window.incoming.paste()
    settle(window, qtbot)
    assert titles(window) == ["The clipboard is no run"]


def test_typing_goes_on_while_a_race_is_under_way_and_nothing_typed_is_lost_on_closing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    qtbot.addWidget(window, before_close_func=give_up)
    with qtbot.waitSignal(window.furnished):
        window.show()
    qtbot.waitUntil(lambda: window.races.ready)
    window.race()
    qtbot.waitUntil(lambda: window.races.active)
    window.show_view("schedule")
    window.store.select(1)
    text = window.dock.code.text
    text.setFocus()
    text.selectAll()
    text.insertPlainText(STEPS)
    qtbot.waitUntil(lambda: window.store.run is not None and window.store.run.schedule == StepLR(7))
    qtbot.waitUntil(lambda: window.races.state == "done")
    assert window.races.recording is not None
    text.insertPlainText("# the end")
    monkeypatch.setattr(leaving, "may_close", lambda _: False)  # a person who would rather stay
    window.close()
    run = window.store.run
    assert run is not None
    assert run.listing is not None
    assert run.listing.text == STEPS + "# the end"


def test_two_texts_that_come_at_once_are_both_runs(window: Window, qtbot: QtBot) -> None:
    long = LOOPS + "x = 1\n" * 300
    window.incoming.take(long, "first")
    window.incoming.take(long + "y = 2\n", "second")
    settle(window, qtbot)
    assert len(window.store.experiment.runs) == 5


def test_the_choice_among_several_optimizers_is_the_same_when_the_text_changes(window: Window, qtbot: QtBot) -> None:
    paste(window, GAN, qtbot)
    code = window.dock.code
    assert window.store.run is not None
    assert window.store.run.optimizer.rate == 0.1
    first, second = code.questions.menu().actions()
    assert first.isChecked()
    second.trigger()
    settle(window, qtbot)
    assert (window.store.run.optimizer.rate, window.store.run.schedule) == (0.2, StepLR(9))
    assert "line 4" in code.questions.choice.text()
    window.store.edit_run(window.store.selected, replace(window.store.run, schedule=Knots((0, 9), (0.0, 1.0))), "x")
    qtbot.waitUntil(lambda: "def knots" in code.text.text)
    assert "line 4" in code.questions.choice.text()
    code.text.moveCursor(QTextCursor.MoveOperation.Start)
    code.text.insertPlainText("# above\n# it\n")
    code.finish()
    settle(window, qtbot)
    listing = window.store.run.listing
    assert listing is not None
    assert listing.optimizer is not None
    assert listing.text.splitlines()[listing.optimizer - 1].startswith("opt_d = ")
    assert (window.store.run.optimizer.rate, window.store.run.schedule) == (0.2, Knots((0, 9), (0.0, 1.0)))


def test_the_form_of_a_run_that_is_not_read_says_what_is_missing_and_offers_nothing(
    window: Window, qtbot: QtBot
) -> None:
    paste(window, ASKING, qtbot)
    form, code = window.sidebar.form, window.dock.code
    assert "len(loader)" in form.unread.text()
    assert not form.schedule.isVisible()
    assert not form.optimizer.isVisible()
    assert code.text.marked.startswith("scheduler = "), "the question's line"
    toggle(window.store, window.store.selected)
    assert window.store.run is not None
    assert not window.store.run.visible, "there is nothing to show"
    (row,) = code.questions.asked
    qtbot.keyClicks(row.field, "40")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert not form.unread.isVisible()
    assert form.schedule.isVisible()
    window.store.select(0)
    assert form.optimizer.isVisible()


def test_another_session_takes_what_was_said_of_the_one_before_away(window: Window, qtbot: QtBot) -> None:
    paste(window, LOOPS, qtbot)
    assert titles(window)
    window.store.open(Experiment.first_open(), None)
    assert not titles(window)
