"""The dialog that improves a run: searched for by a real worker, said honestly, added in one undo step."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lrviz import AdamW, CosineAnnealingLR, Experiment, Knots, Run, StepLR
from lrviz.events import Happened, Improved
from lrviz.laws import law_of
from lrviz.ui.form.section import stops_of
from lrviz.ui.pages.foresight import Foresight
from lrviz.ui.panels.improve_dialog import SLOT, ImproveDialog, open_dialog
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store

STEPS = 400


@pytest.fixture(scope="module")
def races(server: None, qapp: object) -> Iterator[Races]:
    made = Races()
    made.open()
    yield made
    made.close()


@pytest.fixture
def store() -> Store:
    return Store(Experiment.of(Run("step", StepLR(200)), Run("cosine", CosineAnnealingLR(STEPS)), steps=STEPS))


Opened = Callable[..., ImproveDialog]


@pytest.fixture
def opened(races: Races, qtbot: QtBot) -> Opened:
    """Open the dialog for one of a store's runs, and wait for what it finds."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def open_(store: Store, run: int) -> ImproveDialog:
        store.select(run)
        open_dialog(store, races, Foresight(parent), parent)
        [dialog] = parent.findChildren(ImproveDialog)
        qtbot.waitUntil(lambda: not dialog.searching)
        return dialog

    return open_


def test_a_gain_beyond_the_band_is_said_and_added_in_one_undo_step(store: Store, opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(store, 0)
    assert dialog.verdict.text().startswith("The dotted curve ends at 2.01 instead of 2.38")
    assert dialog.verdict.text().endswith("less, more than this law can be wrong by.")
    before = store.experiment
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    assert [run.name for run in store.experiment.runs] == ["step", "step, improved", "cosine"]
    assert store.run is not None
    assert isinstance(store.run.schedule, Knots)
    assert store.run.colour not in {run.colour for run in before.runs}
    store.history.undo()
    assert store.experiment == before


def test_one_within_the_band_is_not_worth_it(store: Store, opened: Opened) -> None:
    dialog = opened(store, 1)
    assert dialog.verdict.text().endswith("within what this law can be wrong by, so not worth it.")


def test_what_is_set_is_searched_for_anew(store: Store, opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(store, 0)
    dialog.rows["warmup"].edited.emit(40, False)
    dialog.rows["floor"].edited.emit(0.1, False)
    assert dialog.searching
    assert not dialog.add.isEnabled()
    qtbot.waitUntil(lambda: not dialog.searching)
    assert dialog.improved is not None
    assert isinstance(dialog.improved.schedule, Knots)
    assert dialog.improved.schedule.steps[1] == 40
    assert min(dialog.improved.schedule.factors[1:]) == pytest.approx(0.1)


def test_a_warm_up_as_long_as_the_plan_is_refused_at_its_field(store: Store, opened: Opened) -> None:
    dialog = opened(store, 0)
    dialog.rows["warmup"].edited.emit(STEPS, False)
    assert dialog.rows["warmup"].error.text() == "warmup must be below the 400 steps of the plan."
    dialog.rows["floor"].edited.emit(1.5, False)
    assert "floor must be" in dialog.rows["floor"].error.text()
    assert not dialog.searching


def test_what_a_law_holds_nothing_for_says_why(store: Store, opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(store, 0)
    dialog.choose(law_of("multi-power"))
    qtbot.waitUntil(lambda: not dialog.searching)
    assert "step can’t be improved" in dialog.error.text()
    assert not dialog.add.isEnabled()
    assert dialog.verdict.text() == ""


def test_closing_it_ends_the_search_and_adds_nothing(store: Store, opened: Opened, races: Races, qtbot: QtBot) -> None:
    dialog = opened(store, 0)
    before = store.experiment
    dialog.rows["floor"].edited.emit(0.05, False)
    ticket, errand = dialog._errand.ticket, dialog._errand
    heard: list[object] = []
    errand.heard.connect(heard.append)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    races.heard.emit(Happened(SLOT, ticket, (Improved(1, 1.0, (0,), (1.0,)),)))
    assert heard == []
    assert store.experiment == before


def test_a_long_run_of_adamw_is_improved_by_the_law_it_was_fitted_to(opened: Opened, qtbot: QtBot) -> None:
    run = Run("llm", CosineAnnealingLR(24_000), AdamW(lr=3e-4))
    dialog = opened(Store(Experiment.of(run, steps=24_000)), 0)
    dialog.choose(law_of("multi-power"))
    qtbot.waitUntil(lambda: not dialog.searching)
    assert dialog.error.text() == ""
    assert "nats" in dialog.verdict.text()


def test_every_control_is_reached_by_the_keyboard_and_named(store: Store, opened: Opened) -> None:
    stops = stops_of(opened(store, 0))
    assert all(stop.accessibleName() or getattr(stop, "text", str)() for stop in stops[1:])
