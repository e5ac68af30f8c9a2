"""A value for all parameter groups, or one for each: seen, given and taken back."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.experiment import Experiment
from lrviz.run import Group, Run
from lrviz.spec import fields
from lrviz.ui.controls.grouped_row import GroupedRow
from lrviz.ui.form.run_form import RunForm
from lrviz.ui.form.spec_form import SpecForm


def row_of(qtbot: QtBot, cls: type, name: str, groups: int = 3) -> tuple[GroupedRow, list[Any]]:
    row = GroupedRow(next(field for field in fields(cls) if field.name == name))
    qtbot.addWidget(row)
    row.show()
    row.set_groups(groups)
    edits: list[Any] = []
    row.edited.connect(lambda value, _: edits.append(value))
    return row, edits


def typed(entry: Any, text: str) -> None:
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, text)
    QTest.keyClick(entry, Qt.Key.Key_Return)


def test_one_group_is_offered_nothing_more(qtbot: QtBot) -> None:
    row, _ = row_of(qtbot, CyclicLR, "max_lr", 1)
    row.show_value(0.1)
    assert not row.switch.isVisible()
    assert row.single.isVisible()


def test_one_becomes_one_for_each_and_one_again(qtbot: QtBot) -> None:
    row, edits = row_of(qtbot, CyclicLR, "max_lr")
    row.show_value(0.1)
    row.switch.click()
    assert edits == [(0.1, 0.1, 0.1)]
    row.show_value(edits[-1])
    assert not row.single.isVisible()
    typed(row.entries[1], "0.01")
    assert edits[-1] == (0.1, 0.01, 0.1)
    row.show_value(edits[-1])
    assert [entry.value for entry in row.entries] == [0.1, 0.01, 0.1]
    row.switch.click()
    assert edits[-1] == 0.1
    row.show_value(0.1)
    assert row.single.isVisible()


def test_formulas_are_typed_for_each_group(qtbot: QtBot) -> None:
    row, edits = row_of(qtbot, LambdaLR, "lr_lambda", 2)
    row.show_value(("0.5 ** t", "1.0"))
    typed(row.entries[1], "0.9 ** t")
    assert edits == [("0.5 ** t", "0.9 ** t")]


def test_what_a_group_cant_have_is_said_at_the_field(qtbot: QtBot) -> None:
    form = SpecForm()
    qtbot.addWidget(form)
    form.show()
    form.show_spec(CyclicLR((0.1, 0.2), 1.0), 0, groups=2)
    sent: list[Any] = []
    form.edited.connect(lambda spec, *_: sent.append(spec))
    row = form.rows["base_lr"]
    assert isinstance(row, GroupedRow)
    typed(row.entries[1], "-1")
    assert sent == []
    assert row.error.text().startswith("base_lr must be a number of at least 0")
    assert row.error.text().endswith("Still drawn with 0.1, 0.2.")
    assert row.entries[1].has_error


def test_another_number_of_groups_is_said_in_torchs_words(qtbot: QtBot) -> None:
    run = Run("run", LambdaLR(("1.0", "0.5")))
    form = RunForm()
    qtbot.addWidget(form)
    form.show_run(run, Experiment.of(run))
    assert form.schedule_unfit.text() == "Expected 1 lr_lambdas, but got 2"
    both = replace(run, groups=(Group("*.bias"),))
    form.show_run(both, Experiment.of(both))
    assert form.schedule_unfit.text() == ""
