"""Parameter groups are added, changed and taken away in the run's form, and drawn in its curve."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lrviz.catalog.optimizers.muon import Muon
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.experiment import Experiment
from lrviz.run import Group, Run
from lrviz.ui.controls.check import Check
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.controls.text_row import TextRow
from lrviz.ui.form.run_form import RunForm

FIRST = Experiment.first_open()


@pytest.fixture
def form(qtbot: QtBot) -> RunForm:
    form = RunForm()
    qtbot.addWidget(form)
    form.resize(280, 1600)
    form.show_run(FIRST.runs[1], FIRST)
    with qtbot.waitExposed(form):
        form.show()
    form.groups_fold.click()

    def take(run: Run, _what: str, _dragging: bool) -> None:
        form.show_run(run, FIRST)

    form.edited.connect(take)
    return form


def test_a_group_is_added_changed_and_removed(form: RunForm) -> None:
    QTest.mouseClick(form.groups.add, Qt.MouseButton.LeftButton)
    assert form.run.groups == (Group("*.bias"),)
    [group] = form.groups.forms
    pattern, rate, frozen = (group.rows[name] for name in ("pattern", "lr", "frozen"))
    assert isinstance(pattern, TextRow)
    pattern.entry.setText("0.*")
    QTest.keyClick(pattern.entry, Qt.Key.Key_Return)
    assert isinstance(rate, NumberRow)
    rate.entry.setText("0.01")
    QTest.keyClick(rate.entry, Qt.Key.Key_Return)
    assert isinstance(frozen, Check)
    QTest.mouseClick(frozen.box, Qt.MouseButton.LeftButton)
    assert form.run.groups == (Group("0.*", lr=0.01, frozen=True),)
    QTest.mouseClick(form.groups.removers[0], Qt.MouseButton.LeftButton)
    assert not form.run.groups
    assert form.groups.forms == []


def test_an_empty_pattern_is_refused_in_its_row(form: RunForm) -> None:
    form.show_run(replace(FIRST.runs[1], groups=(Group("0.*"),)), FIRST)
    row: Any = form.groups.forms[0].rows["pattern"]
    row.entry.setText("")
    QTest.keyClick(row.entry, Qt.Key.Key_Return)
    assert "pattern must be" in row.error.text()
    assert form.run.groups == (Group("0.*"),)


def test_folded_away_the_patterns_are_named(form: RunForm) -> None:
    form.show_run(replace(FIRST.runs[1], groups=(Group("0.*"), Group("*.bias", frozen=True))), FIRST)
    assert form.groups_fold.accessibleDescription() == "0.*, *.bias frozen"
    assert [one.spec for one in form.groups.forms] == [Group("0.*"), Group("*.bias", frozen=True)]


def test_choosing_muon_freezes_what_it_cannot_take_in_the_same_edit_and_shows_it(qtbot: QtBot) -> None:
    form = RunForm()
    qtbot.addWidget(form)
    form.resize(280, 1600)
    form.show_run(FIRST.runs[1], FIRST)
    with qtbot.waitExposed(form):
        form.show()
    edits: list[Run] = []
    form.edited.connect(lambda run, _what, _dragging: edits.append(run))
    form.edited.connect(lambda run, _what, _dragging: form.show_run(run, FIRST))
    assert not form.frozen.isVisible()
    form.optimizer.chosen.emit("Muon")
    frozen = (Group("*bias", frozen=True),)
    assert edits == [replace(FIRST.runs[1], optimizer=Muon(), groups=frozen)]
    assert form.frozen.isVisible()
    assert form.frozen.text() == "Muon takes only matrices. Frozen: *bias."
    assert [one.spec for one in form.groups.forms] == list(frozen)
    qtbot.waitUntil(form.groups.forms[0].isVisible)
    assert not form.optimizer_unfit.isVisible()
    QTest.mouseClick(form.groups.removers[0], Qt.MouseButton.LeftButton)
    assert form.optimizer_unfit.text() == "Muon takes only matrices, and 0.bias (64) isn't one: freeze it with a group"
    assert not form.frozen.isVisible()
    form.optimizer.chosen.emit("Muon")
    form.optimizer.chosen.emit("SGD")
    assert edits[-1] == replace(FIRST.runs[1], optimizer=SGD())
    assert form.optimizer_unfit.text() == form.frozen.text() == ""


def test_a_group_that_freezes_everything_is_said_where_it_is_made(form: RunForm) -> None:
    form.show_run(replace(FIRST.runs[1], groups=(Group("*", frozen=True),)), FIRST)
    assert form.optimizer_unfit.text() == "all parameters are frozen: there is nothing to train"


def test_what_a_group_leaves_to_the_optimizer_is_shown_as_the_optimizers(form: RunForm) -> None:
    form.show_run(replace(FIRST.runs[1], groups=(Group("0.*"),)), FIRST)
    rows: Any = form.groups.forms[0].rows
    assert [rows[name].entry.text() for name in ("lr", "weight_decay")] == ["optimizer’s"] * 2
