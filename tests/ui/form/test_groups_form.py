"""Parameter groups are added, changed and taken away in the run's form, and drawn in its curve."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

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
