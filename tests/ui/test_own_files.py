"""A person's own data and model in the real window: chosen in dialogs, raced in the worker, refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from lrviz import Experiment, OwnData, OwnModel, Run
from lrviz.events import Died
from lrviz.ui.panels.column_list import HOLDS
from lrviz.ui.panels.data_dialog import DataDialog
from lrviz.ui.panels.problem_dialog import ProblemDialog
from lrviz.ui.racing import races as races_module
from lrviz.ui.window import Window
from tests.ui.test_window import raced, ready, window

__all__ = ["ready", "window"]

TABLE = "name,size,rooms,sold\n" + "".join(
    f"p{row},{row % 13 + 0.5},{row % 4},{'yes' if row % 13 > 6 else 'no'}\n" for row in range(120)
)
NET = """
from torch import nn

def net(inputs, outputs):
    return nn.Linear(inputs, outputs)

def stuck(inputs, outputs):
    open("BEGUN", "w").close()
    while True:
        pass
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "homes.csv"
    path.write_text(TABLE)
    return path


def problem_dialog(window: Window) -> ProblemDialog:
    window.edit_problem()
    dialog = window.findChild(ProblemDialog)
    assert isinstance(dialog, ProblemDialog)
    return dialog


def looked_into(window: Window, path: Path, qtbot: QtBot) -> tuple[ProblemDialog, DataDialog]:
    """Open the form of the problem, take one's own data and have a file looked through."""
    form = problem_dialog(window)
    form.form.problem.chosen.emit("OwnData")
    form.look_into(path)
    dialog = form.findChildren(DataDialog)[-1]
    qtbot.waitUntil(lambda: not dialog.progress.isVisible())
    return form, dialog


def test_a_table_is_looked_through_its_columns_are_chosen_and_raced(ready: Window, table: Path, qtbot: QtBot) -> None:
    form, dialog = looked_into(ready, table, qtbot)
    rows = dialog.list.columns
    assert dialog.labels.choice == "sold"
    assert dialog.kind.choice == "binary"
    held = [rows.data(rows.index(row), HOLDS) for row in range(4)]
    assert held[0] == "it holds text, and features are numbers"
    assert held[3].startswith("to be learned: no, no")
    assert "120 examples. From 2 numbers, sold is learned, one of 2 classes: no (" in dialog.summary.text()
    spot = dialog.list.visualRect(rows.index(2)).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    problem = ready.store.experiment.problem
    assert isinstance(problem, OwnData)
    assert (problem.source.features, problem.source.labels) == (("size",), "sold")
    assert form.form.source.name.text() == "homes.csv"
    assert "Given: size. Learned: sold, yes or no." in form.form.source.learned.text()
    form.accept()
    ready.race()
    qtbot.waitUntil(lambda: ready.races.state == "done")
    found = ready.races.of(ready.store.experiment)
    assert all(result.traces[0].metrics["accuracy"][-1] > 0.9 for result in found.values())


def test_what_a_column_can_be_follows_the_choice(ready: Window, table: Path, qtbot: QtBot) -> None:
    _, dialog = looked_into(ready, table, qtbot)
    kinds = {choice.key: choice.unfit for choice in dialog._offer_kinds()}
    assert kinds == {"classes": "", "binary": "", "values": "it holds text"}
    dialog.labels.chosen.emit("rooms")
    assert dialog.kind.choice == "classes"
    dialog.kind.chosen.emit("values")
    assert dialog.source is not None
    assert (dialog.source.task, dialog.source.features) == ("values", ("size",))
    qtbot.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    assert not dialog.use.isEnabled()
    assert dialog.error.text() == "homes.csv: no feature is chosen to learn 'rooms' from."
    dialog.list.setFocus()
    dialog.list.setCurrentIndex(dialog.list.columns.index(1))
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.use.isEnabled()
    assert dialog.error.isHidden()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "bad.csv is empty."),
        ("a,b\n1,2\n3\n", "bad.csv: line 3 has 1 cell, the first has 2."),
        ("a,y\n" + "1,x\n" * 9, "bad.csv: 'y' can’t be learned: it holds one value only, 'x'"),
        (
            "a,y\n" + "nan,x\n1,z\n" * 9,
            "bad.csv has no column of numbers to learn 'y' from ('a': line 2 holds 'nan'",
        ),
    ],
    ids=["empty", "ragged", "one class", "nan"],
)
def test_a_bad_file_is_refused_in_the_dialog_and_nothing_is_lost(
    ready: Window, tmp_path: Path, qtbot: QtBot, text: str, said: str
) -> None:
    (tmp_path / "bad.csv").write_text(text)
    form, dialog = looked_into(ready, tmp_path / "bad.csv", qtbot)
    before = ready.store.experiment
    assert dialog.error.text().startswith(said)
    assert not dialog.use.isEnabled()
    dialog.reject()
    form.reject()
    assert ready.store.experiment == before


def test_a_gigabyte_is_refused_at_once(ready: Window, tmp_path: Path, qtbot: QtBot) -> None:
    with (tmp_path / "big.csv").open("wb") as file:
        file.truncate(2**30)
    _, dialog = looked_into(ready, tmp_path / "big.csv", qtbot)
    assert dialog.error.text() == "big.csv can’t be read: it has 1.0 GB, and at most 128 MB are read."


def test_looking_through_can_be_left_and_a_worker_that_dies_is_said(
    ready: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "long.csv").write_text("a,b,y\n" + "1.5,2,x\n2.5,3,z\n" * 300_000)
    form = problem_dialog(ready)
    form.look_into(tmp_path / "long.csv")
    dialog = form.findChildren(DataDialog)[-1]
    qtbot.waitUntil(lambda: dialog.progress.value() > 0)
    assert dialog.body.isHidden()
    dialog.reject()
    form.look_into(tmp_path / "long.csv")
    again = form.findChildren(DataDialog)[-1]
    qtbot.waitUntil(lambda: again.progress.value() > 0)
    ready.races._receive(Died("killed", tickets=(again.errand.ticket,)))
    assert again.error.text() == "killed."
    assert not again.use.isEnabled()


def test_a_file_that_changes_before_the_race_stops_it_in_words(ready: Window, table: Path, qtbot: QtBot) -> None:
    experiment = Experiment.of(Run("a"), problem=OwnData.of(table, labels="sold"), steps=10)
    table.write_text(TABLE + "q,1,1,no\n")
    with qtbot.waitSignal(ready.races.said) as said:
        ready.store.open(experiment, None)
        ready.race()
    assert "homes.csv has changed since its columns were chosen" in said.args[2]


@pytest.fixture
def net(tmp_path: Path) -> Path:
    path = tmp_path / "net.py"
    path.write_text(NET)
    return path


def question(window: Window, qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)))
    return next(box for box in window.findChildren(QMessageBox) if box.isVisible())


def answer(box: QMessageBox, qtbot: QtBot, *, agree: bool) -> None:
    button = next(button for button in box.buttons() if (button.objectName() == "agree") == agree)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_model_is_raced_after_a_person_agreed_once(ready: Window, net: Path, qtbot: QtBot) -> None:
    dialog = problem_dialog(ready)
    dialog.form.model.chosen.emit("OwnModel")
    row = dialog.form.model_file
    row.take(net, "net")
    model = ready.store.experiment.problem.model
    assert isinstance(model, OwnModel)
    assert (model.source.path, row.function.choice) == (str(net), "net")
    dialog.accept()
    ready.race()
    answer(question(ready, qtbot), qtbot, agree=False)
    assert ready.races.state == "idle"
    ready.race()
    box = question(ready, qtbot)
    assert box.detailedText() == NET
    assert str(net) in box.informativeText()
    answer(box, qtbot, agree=True)
    assert ready.view == "training"
    qtbot.waitUntil(lambda: ready.races.state == "done")
    assert ready.races.recording is not None
    assert ready.races.recording.step == 440
    ready.race()
    assert ready.races.active  # asked once


def test_a_file_that_makes_no_model_is_said_at_its_row(window: Window, net: Path, tmp_path: Path) -> None:
    dialog = problem_dialog(window)
    dialog.form.model.chosen.emit("OwnModel")
    before = window.store.experiment
    (tmp_path / "broken.py").write_text("def net(:")
    dialog.form.model_file.take(tmp_path / "broken.py")
    assert dialog.form.model_file.error.text() == "broken.py, line 1: invalid syntax."
    assert window.store.experiment == before


def test_a_copy_of_the_shipped_model_is_one_s_own(window: Window, tmp_path: Path) -> None:
    dialog = problem_dialog(window)
    dialog.form.model.chosen.emit("OwnModel")
    row = dialog.form.model_file
    assert not row.copy.isHidden()
    row.save_copy(tmp_path / "mine.py")
    model = window.store.experiment.problem.model
    assert isinstance(model, OwnModel)
    assert model.source.file == tmp_path / "mine.py"
    assert row.copy.isHidden()
    assert not row.again.isHidden()
    row.save_copy(tmp_path / "absent" / "mine.py")
    assert "wasn’t written" in row.error.text()


def test_a_changed_file_is_read_again_before_it_is_raced(ready: Window, net: Path, qtbot: QtBot) -> None:
    experiment = Experiment.of(Run("a"), problem=OwnData(model=OwnModel.of(net, "net")), steps=10)
    ready.store.open(experiment, None)
    net.write_text(NET + "\n# changed\n")
    ready.race()
    assert not any(box.isVisible() for box in ready.findChildren(QMessageBox))
    assert ready.races.state == "idle"
    dialog = problem_dialog(ready)
    qtbot.mouseClick(dialog.form.model_file.again, Qt.MouseButton.LeftButton)
    dialog.accept()
    ready.race()
    answer(question(ready, qtbot), qtbot, agree=True)
    qtbot.waitUntil(lambda: ready.races.state == "done")
    assert not ready.races.of(ready.store.experiment)["a"].traces[0].halted


def test_a_model_that_never_returns_is_ended_when_the_race_is_stopped(
    ready: Window, net: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(races_module, "PATIENCE", 200)
    ready.races._patience.setInterval(200)
    begun = tmp_path / "begun"
    net.write_text(NET.replace("BEGUN", str(begun)))
    problem = replace(ready.store.experiment.problem, model=OwnModel.of(net, "stuck"))
    ready.store.open(replace(ready.store.experiment, problem=problem), None)
    ready.race()
    answer(question(ready, qtbot), qtbot, agree=True)
    worker = ready.races.worker
    qtbot.waitUntil(begun.exists)
    with qtbot.waitSignal(ready.races.said) as said:
        ready.races.steer("stop")
    assert said.args[1] == "The race was ended"
    assert ready.races.state == "done"
    qtbot.waitUntil(lambda: ready.races.ready)
    assert ready.races.worker != worker
    raced(ready, Experiment.of(Run("a"), steps=4), qtbot)
    assert ready.races.recording is not None
    assert ready.races.recording.step == 4
