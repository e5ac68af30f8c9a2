from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lrviz.catalog.models.mlp import MLP
from lrviz.experiment import Experiment
from lrviz.run import Branch
from lrviz.ui import palette
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.controls.choice_row import ChoiceRow
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.controls.list_row import ListRow
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.form.problem_form import ProblemForm

Edits = list[tuple[Experiment, str, bool]]
FIRST = Experiment.first_open()


@pytest.fixture
def form(qtbot: QtBot) -> ProblemForm:
    form = ProblemForm()
    qtbot.addWidget(form)
    form.resize(400, 800)
    form.show_experiment(FIRST)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


@pytest.fixture
def edits(form: ProblemForm) -> Edits:
    edits: Edits = []
    form.edited.connect(lambda experiment, what, dragging: edits.append((experiment, what, dragging)))
    return edits


def typed(qtbot: QtBot, entry: EntryField, text: str) -> None:
    entry.setFocus()
    entry.setText(text)
    QTest.keyClick(entry, Qt.Key.Key_Return)


def training_row(form: ProblemForm, name: str) -> NumberRow:
    row = form.training_form.rows[name]
    assert isinstance(row, NumberRow)
    return row


def test_an_edit_sends_the_whole_experiment_with_one_thing_changed(
    form: ProblemForm, edits: Edits, qtbot: QtBot
) -> None:
    typed(qtbot, training_row(form, "steps").entry, "1000")
    hidden, activation = form.model_form.rows["hidden"], form.model_form.rows["activation"]
    assert isinstance(hidden, ListRow)
    typed(qtbot, hidden.entries[0], "128, 64")
    assert isinstance(activation, ChoiceRow)
    assert isinstance(activation.chooser, ChoiceBox)
    activation.chooser.chosen.emit("Tanh")
    noise = form.problem_form.rows["label_noise"]
    assert isinstance(noise, NumberRow)
    QTest.keyClick(noise.slider, Qt.Key.Key_Home)
    problem = FIRST.problem
    assert edits == [
        (replace(FIRST, training=replace(FIRST.training, steps=1000)), "steps", False),
        (replace(FIRST, problem=replace(problem, model=MLP(hidden=(128, 64)))), "hidden", False),
        (replace(FIRST, problem=replace(problem, model=MLP(activation="Tanh"))), "activation", False),
        (replace(FIRST, problem=replace(problem, label_noise=0.0)), "label_noise", False),
    ]


@pytest.mark.parametrize(("name", "text"), [("batch_size", "1438"), ("accumulation", "45"), ("world_size", "45")])
def test_a_batch_larger_than_the_data_is_said_at_the_field_that_made_it(
    form: ProblemForm, edits: Edits, qtbot: QtBot, name: str, text: str
) -> None:
    row = training_row(form, name)
    still = row.value
    typed(qtbot, row.entry, text)
    assert edits == []
    assert row.error.isVisible()
    assert row.error.text() == (
        "batch_size must be small enough that an update sees at most the 1437 training examples. "
        f"Still drawn with {still}."
    )
    assert (row.entry.text(), row.entry.has_error, row.slider.number) == (text, True, still)
    qtbot.waitUntil(lambda: row.error.height() >= row.error.heightForWidth(row.error.width()))
    typed(qtbot, row.entry, "2")
    assert len(edits) == 1
    assert row.error.text() == ""


def test_a_length_typed_in_any_unit_sets_the_steps(form: ProblemForm, edits: Edits, qtbot: QtBot) -> None:
    assert form.length.entry.text() == "10 epochs"
    assert form.length.counted.text() == "= 440 steps · 14\u202f080 samples"
    for text in ("90 epochs", "90", "1e6 steps", "3.2 M samples"):
        typed(qtbot, form.length.entry, text)
    assert [experiment.training.steps for experiment, _, _ in edits] == [3960, 3960, 10**6, 10**5]
    planned = replace(FIRST.training, steps=56_250, examples=1_281_167, batch_size=256, world_size=8, sequence_length=9)
    form.show_experiment(replace(FIRST, training=planned))
    assert form.length.entry.text() == "90 epochs"
    assert form.length.counted.text() == "= 56\u202f250 steps · 115 million samples · 1040 million tokens"
    assert (
        "A race sees 1437 examples in place of the 1\u202f281\u202f167 planned, and 32 an update" in form.raced.text()
    )


def test_what_is_no_length_is_said_below_it(form: ProblemForm, edits: Edits, qtbot: QtBot) -> None:
    typed(qtbot, form.length.entry, "5 tokens")
    assert form.length.error.text() == (
        "tokens aren’t counted: the plan has no sequence_length. Still drawn with 10 epochs."
    )
    typed(qtbot, form.length.entry, "0")
    assert form.length.error.text() == "0 is less than one step. Still drawn with 10 epochs."
    assert edits == []
    typed(qtbot, form.length.entry, "1 step")
    assert form.length.error.text() == ""


def test_the_seeds_are_a_list_without_repeats(form: ProblemForm, edits: Edits, qtbot: QtBot) -> None:
    row = form.training_form.rows["seeds"]
    assert isinstance(row, ListRow)
    typed(qtbot, row.entries[0], "0, 1, 2")
    typed(qtbot, row.entries[0], "0, 0")
    assert [experiment.training.seeds for experiment, _, _ in edits] == [(0, 1, 2)]
    assert row.error.text() == "seeds must be a list without repeats. Still drawn with 0."


def test_showing_an_experiment_sends_nothing_and_replaces_what_was_shown(form: ProblemForm, edits: Edits) -> None:
    other = replace(FIRST, training=replace(FIRST.training, steps=77, seeds=(3, 4)))
    form.show_experiment(other)
    assert training_row(form, "steps").entry.text() == "77"
    assert form.experiment == other
    assert edits == []


def test_the_batch_stands_for_no_run_and_has_no_run_s_colour(form: ProblemForm) -> None:
    row = training_row(form, "batch_size")
    pixel = row.slider.grab().toImage().pixelColor(10, row.slider.height() // 2)
    assert pixel.name() == palette.LIGHT.text2.name()


def test_a_plan_shorter_than_a_branch_is_refused_by_its_name(form: ProblemForm, edits: Edits, qtbot: QtBot) -> None:
    branch = replace(FIRST.runs[0], name="late", branch=Branch(FIRST.runs[0].name, 300))
    form.show_experiment(replace(FIRST, runs=(*FIRST.runs, branch)))
    row = training_row(form, "steps")
    typed(qtbot, row.entry, "200")
    said = "late leaves after 300 steps: the plan must be longer"
    assert row.error.text() == f"{said}. Still drawn with 440."
    typed(qtbot, form.length.entry, "2")
    assert form.length.error.text().startswith(said)
    assert edits == []
    typed(qtbot, row.entry, "301")
    assert [what for _, what, _ in edits] == ["steps"]
