"""The problem dialog on surfaces: what is offered there, and what runs train with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lrviz import CrossEntropyLoss, Digits, Experiment, Height, Himmelblau, Rosenbrock, Walk
from lrviz.catalog.models import MODELS
from lrviz.catalog.surfaces import SURFACES
from lrviz.ui.controls.list_row import ListRow
from lrviz.ui.panels.problem_card import ProblemCard
from lrviz.ui.panels.problem_dialog import ProblemDialog
from lrviz.ui.panels.quantity_bar import QuantityBar
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store


@pytest.fixture
def store() -> Store:
    return Store(Experiment.first_open())


@pytest.fixture
def dialog(store: Store, qtbot: QtBot) -> Iterator[ProblemDialog]:
    parent, races = QWidget(), Races()
    parent.resize(800, 800)
    qtbot.addWidget(parent)
    dialog = ProblemDialog(store, races, parent)
    dialog.show()
    yield dialog
    races.close()


def test_choosing_a_walk_offers_surfaces_and_gives_runs_the_height_for_a_loss(
    dialog: ProblemDialog, store: Store
) -> None:
    before = store.experiment
    assert {choice.key for choice in dialog.form._models()} == {cls.__name__ for cls in MODELS}
    dialog.form.problem.chosen.emit("Walk")
    assert store.experiment.problem == Walk()
    assert {run.loss for run in store.experiment.runs} == {Height()}
    assert not any(run.misfit(store.experiment.problem) for run in store.experiment.runs)
    assert [choice.key for choice in dialog.form._models()] == [cls.__name__ for cls in SURFACES]
    assert not any(choice.unfit for choice in dialog.form._models())
    assert {"noise"} <= set(dialog.form.problem_form.rows)
    assert {"b", "start"} <= set(dialog.form.model_form.rows)
    store.history.undo()
    assert store.experiment == before
    store.history.redo()
    dialog.form.problem.chosen.emit("Digits")
    assert store.experiment.problem == Digits()
    assert {run.loss for run in store.experiment.runs} == {CrossEntropyLoss()}


def test_another_surface_begins_at_its_own_start_which_can_be_typed(dialog: ProblemDialog, store: Store) -> None:
    dialog.form.problem.chosen.emit("Walk")
    dialog.form.model.chosen.emit("Himmelblau")
    assert store.experiment.problem.model == Himmelblau()
    row = dialog.form.model_form.rows["start"]
    assert isinstance(row, ListRow)
    row.entries[1].setFocus()
    row.entries[1].setText("-2.5")
    QTest.keyClick(row.entries[1], Qt.Key.Key_Return)
    assert store.experiment.problem.model == Himmelblau(start=(0.0, -2.5))
    dialog.form.model.chosen.emit("Rosenbrock")
    assert store.experiment.problem.model == Rosenbrock()


def test_the_card_names_surface_noise_and_start(store: Store, qtbot: QtBot) -> None:
    card = ProblemCard(store)
    qtbot.addWidget(card)
    plan = replace(store.experiment.training, batch_size=1, steps=600)
    store.edit("walk", replace(store.experiment, problem=Walk(), training=plan))
    assert card.lines() == ("Rosenbrock · noise 0.5", "from (−1.2, 1) · batch 1 · 600 steps")


def test_there_is_nothing_to_look_along_on_a_surface(store: Store, qtbot: QtBot) -> None:
    bar = QuantityBar(store)
    qtbot.addWidget(bar)
    bar.resize(900, bar.height())
    bar.show()
    assert bar.slider.isVisible()
    store.edit("walk", replace(store.experiment, problem=Walk()))
    parts = (bar.slider, bar.where, bar.meaning)
    assert not any(part.isVisible() for part in parts)
    assert bar.quantity is None
    store.history.undo()
    assert all(part.isVisible() for part in parts)
    assert bar.quantity is not None
