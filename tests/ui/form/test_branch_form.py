"""The form of a branch: where it leaves, how its scheduler goes on, and what another schedule means for it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.run import Branch, EarlyStopping, Run
from lrviz.ui.form.run_form import RunForm

ROOT = Run("root", CosineAnnealingLR(100))
CHILD = replace(ROOT, name="child", branch=Branch("root", 40))
GRANDCHILD = replace(ROOT, name="grandchild", branch=Branch("child", 60))
PLAN = Experiment.of(ROOT, CHILD, GRANDCHILD, steps=100)


@pytest.fixture
def form(qtbot: QtBot) -> RunForm:
    made = RunForm()
    qtbot.addWidget(made)
    made.show_run(PLAN.runs[1], PLAN)
    made.show()
    return made


def enter(form: RunForm, text: str) -> None:
    entry = form.branch.step.entry
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, text)
    QTest.keyClick(entry, Qt.Key.Key_Return)


def test_only_a_branch_has_the_section(form: RunForm) -> None:
    assert form.branch.isVisible()
    assert "root after 40 steps" in form.branch.leaves.text()
    form.show_run(PLAN.runs[0], PLAN)
    assert not form.branch.isVisible()


def test_a_step_is_typed(form: RunForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.edited) as edited:
        enter(form, "55")
    assert edited.args[0] == replace(PLAN.runs[1], branch=Branch("root", 55))


def test_a_step_behind_a_branch_of_its_own_is_refused_in_words(form: RunForm, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.edited):
        enter(form, "61")
    assert form.branch.step.error.text() == "step must be a whole number from 1 to 60. Still drawn with 40."


def test_the_scheduler_starts_anew_or_the_run_is_made_whole(form: RunForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.edited) as edited:
        form.branch.scheduler.chosen.emit("starts")
    assert edited.args[0].branch == Branch("root", 40, "starts")
    with qtbot.waitSignal(form.edited) as edited:
        QTest.mouseClick(form.branch.part, Qt.MouseButton.LeftButton)
    assert edited.args[0] == replace(PLAN.runs[1], branch=None)


def test_another_schedule_starts_where_the_branch_leaves_and_fits_what_is_left(form: RunForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.edited) as edited:
        form.schedule.chosen.emit("StepLR")
    run = edited.args[0]
    assert run.branch == Branch("root", 40, "starts")
    assert isinstance(run.schedule, StepLR)
    assert run.schedule.step_size <= 60
    with qtbot.waitSignal(form.edited) as edited:
        form.schedule.chosen.emit("constant")
    assert edited.args[0].branch == Branch("root", 40)  # a constant rate has nothing to start


def test_early_stopping_is_switched_on_off_and_on_again_with_what_was_typed(form: RunForm, qtbot: QtBot) -> None:
    assert not form.stopping.values.isVisible()
    with qtbot.waitSignal(form.edited) as edited:
        form.stopping.choice.chosen.emit("on")
    stopping = edited.args[0].early_stopping
    assert stopping == EarlyStopping(5)
    form.show_run(replace(PLAN.runs[1], early_stopping=EarlyStopping(3, 0.01)), PLAN)
    assert form.stopping.values.isVisible()
    with qtbot.waitSignal(form.edited) as edited:
        form.stopping.choice.chosen.emit("off")
    assert edited.args[0].early_stopping is None
    form.show_run(edited.args[0], PLAN)
    with qtbot.waitSignal(form.edited) as edited:
        form.stopping.choice.chosen.emit("on")
    assert edited.args[0].early_stopping == EarlyStopping(3, 0.01)
