"""The form of the metric that is supposed for schedules that listen."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lrviz import Drawn, Experiment, LearningCurve, Overfit, ReduceLROnPlateau, Run, StepLR
from lrviz.catalog.signal import Signal
from lrviz.catalog.signals import SIGNALS
from lrviz.ui.controls.list_row import ListRow
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.form.metric_form import MetricForm
from lrviz.ui.form.run_form import RunForm

Edits = list[tuple[Signal, str, bool]]


@pytest.fixture
def form(qtbot: QtBot) -> MetricForm:
    form = MetricForm()
    qtbot.addWidget(form)
    form.resize(288, 500)
    form.show_metric(LearningCurve(noise=0.0))
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


@pytest.fixture
def edits(form: MetricForm) -> Edits:
    edits: Edits = []
    form.edited.connect(lambda *edit: edits.append(edit))
    return edits


def choose(form: MetricForm, name: str) -> None:
    form.kind.open()
    assert form.kind.list is not None
    QTest.keyClicks(form.kind.list.search, name)
    QTest.keyClick(form.kind.list.search, Qt.Key.Key_Return)


def test_a_field_sends_the_whole_metric_with_one_thing_changed(form: MetricForm, edits: Edits) -> None:
    row = form.values.rows["end"]
    assert isinstance(row, NumberRow)
    QTest.keyClick(row.slider, Qt.Key.Key_Up)
    ((metric, what, dragging),) = edits
    assert (what, dragging) == ("end", False)
    assert isinstance(metric, LearningCurve)
    assert metric == replace(LearningCurve(noise=0.0), end=metric.end)
    assert metric.end > 0.4


@pytest.mark.parametrize("cls", SIGNALS, ids=lambda cls: cls.__name__)
def test_every_kind_can_be_chosen(form: MetricForm, edits: Edits, cls: type[Signal]) -> None:
    form.show_metric(Overfit() if cls is LearningCurve else LearningCurve())
    choose(form, cls.__name__)
    ((metric, what, dragging),) = edits
    assert (type(metric), what, dragging) == (cls, "metric", False)
    form.show_metric(metric)
    assert form.kind.text() == cls.__name__
    assert form.clear.isVisible() is (cls is Drawn)


def test_another_kind_keeps_what_means_the_same_and_a_hand_begins_on_the_curve(form: MetricForm, edits: Edits) -> None:
    form.show_metric(LearningCurve(start=3.0, noise=0.1, seed=7))
    choose(form, "Overfit")
    assert edits[-1][0] == Overfit(start=3.0, noise=0.1, seed=7)
    choose(form, "Drawn")
    drawn = edits[-1][0]
    assert drawn.at(np.array([0.0, 0.5, 1.0])) == pytest.approx(
        LearningCurve(start=3.0, noise=0.1, seed=7).at(np.array([0.0, 0.5, 1.0])), rel=1e-3
    )


def test_a_drawing_can_be_typed_and_cleared(form: MetricForm, edits: Edits) -> None:
    form.show_metric(Drawn((2.0, 1.0)))
    row = form.values.rows["values"]
    assert isinstance(row, ListRow)
    (entry,) = row.entries
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, "2, 1, 1, 0.5")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert edits[-1][0] == Drawn((2.0, 1.0, 1.0, 0.5))
    QTest.mouseClick(form.clear, Qt.MouseButton.LeftButton)
    assert edits[-1][0] == LearningCurve()


def test_the_form_of_a_run_has_it_only_while_the_schedule_listens(qtbot: QtBot) -> None:
    form = RunForm()
    qtbot.addWidget(form)
    runs = Run("plateau", ReduceLROnPlateau()), Run("step", StepLR(3), colour=1)
    plan = Experiment.of(*runs, metric=Overfit())
    sent: list[Any] = []
    form.metric_edited.connect(lambda *edit: sent.append(edit))
    form.show_run(runs[0], plan)
    form.show()
    assert form.told.isVisible()
    assert form.told.kind.text() == "Overfit"
    assert sent == []
    QTest.keyClick(form.told.values.rows["start"].slider, Qt.Key.Key_Up)  # type: ignore[attr-defined]  # a number row
    ((metric, what, _),) = sent
    assert (type(metric), what) == (Overfit, "start")
    form.show_run(runs[1], plan)
    assert not form.told.isVisible()


def test_the_tab_key_goes_from_the_schedule_to_its_metric_to_the_optimizer(qtbot: QtBot) -> None:
    form = RunForm()
    qtbot.addWidget(form)
    run = Run("plateau", ReduceLROnPlateau())
    form.show_run(run, Experiment.of(run))
    form.lead("schedule")
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.schedule.setFocus()
    passed = []
    for _ in range(60):
        focus = form.focusWidget()
        passed.append(focus)
        if focus is form.optimizer:
            break
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert passed.index(form.told.kind) < passed.index(form.optimizer)
