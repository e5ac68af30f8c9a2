"""Branches as a person makes, renames, moves and deletes them, without any race."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.experiment import Experiment
from lrviz.run import Branch, Run
from lrviz.ui.actions import actions
from lrviz.ui.pages.page import Page
from lrviz.ui.views.parts import FORK
from lrviz.ui.window import Window
from tests.ui.marked import move, pane, press

COSINE = Run("cosine", CosineAnnealingLR(400), SGD(lr=0.2))


@pytest.fixture
def plan() -> Experiment:
    return Experiment.of(COSINE, Run("constant", None, SGD(lr=0.1)), steps=400)


def names(window: Window) -> list[str]:
    return [run.name for run in window.store.experiment.runs]


def branched(window: Window, step: int = 100) -> None:
    window.store.select(0)
    window.store.set_cursor(step)
    QTest.mouseClick(window.transport.branch, Qt.MouseButton.LeftButton)


def test_a_branch_is_made_at_the_cursor_selected_and_undone_in_one_step(window: Window) -> None:
    branched(window)
    store = window.store
    assert names(window) == ["cosine", "cosine from 100", "constant"]
    assert store.run == replace(
        store.experiment.runs[0], name="cosine from 100", colour=2, branch=Branch("cosine", 100)
    )
    assert window.sidebar.form.branch.isVisible()
    store.history.undo()
    assert names(window) == ["cosine", "constant"]


def test_a_plan_of_one_step_offers_no_branch_and_says_why(window: Window) -> None:
    store = window.store
    store.edit("one step", replace(store.experiment, training=replace(store.experiment.training, steps=1)))
    QApplication.processEvents()
    assert not window.transport.branch.isEnabled()
    assert not next(one for one in window.sidebar.run_menu().actions() if "Branch" in one.text()).isEnabled()
    (branch,) = (action for action in actions(window) if action.key == "branch")
    assert branch.why() == "A plan of one step has no place to branch at"
    window.sidebar.branch_run()
    assert names(window) == ["cosine", "constant"]


def test_key_and_menu_make_a_branch_too(window: Window) -> None:
    window.store.select(0)
    window.store.set_cursor(7)
    assert "Ctrl+Alt+B" in next(action.keys for action in actions(window) if action.key == "branch")
    entry = next(
        action for action in window.sidebar.run_menu().actions() if action.text().startswith("Branch at step 7")
    )
    entry.trigger()
    assert names(window) == ["cosine", "cosine from 7", "constant"]


def test_a_row_says_where_its_run_leaves_and_what_it_changes(window: Window) -> None:
    branched(window)
    index = window.sidebar.list.runs.index(1)
    described = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert described == "cosine from 100, branch of cosine, at 100: unchanged"
    run = window.store.run
    assert run is not None
    window.store.edit_run(1, replace(run, optimizer=SGD(lr=0.05)), "lr")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("at 100: lr=0.05")


def test_a_renamed_run_keeps_its_branches(window: Window) -> None:
    branched(window)
    runs = window.sidebar.list.runs
    assert runs.setData(runs.index(0), "slow")
    assert window.store.experiment.runs[1].branch == Branch("slow", 100)
    assert names(window)[0] == "slow"
    window.store.history.undo()
    assert window.store.experiment.runs[1].branch == Branch("cosine", 100)


def test_a_run_is_deleted_with_its_branches_which_is_said_and_undone(window: Window) -> None:
    branched(window)
    branched(window, 300)
    window.store.select(0)
    assert "Delete with its branches (2)" in [
        action.text().partition("\t")[0] for action in window.sidebar.run_menu().actions()
    ]
    window.sidebar.delete_run()
    assert names(window) == ["constant"]
    assert [notice.title.text() for notice in window.notices.shown] == ["cosine and its branches (2) are deleted"]
    window.store.history.undo()
    assert len(names(window)) == 4


def test_a_copy_stands_behind_the_branches_and_has_none(window: Window) -> None:
    branched(window)
    window.store.select(0)
    window.sidebar.duplicate_run()
    assert names(window) == ["cosine", "cosine from 100", "cosine 2", "constant"]
    window.store.select(1)
    window.sidebar.duplicate_run()
    assert names(window)[:3] == ["cosine", "cosine from 100", "cosine from 100 2"]
    assert window.store.experiment.runs[2].branch == Branch("cosine", 100)


def test_a_run_moves_with_its_branches(window: Window) -> None:
    branched(window)
    window.store.select(2)
    next(action.act for action in actions(window) if action.key == "up")()
    assert names(window) == ["constant", "cosine", "cosine from 100"]
    assert window.store.selected == 0


def test_the_fork_is_dragged_on_the_plot_in_one_undo_step(window: Window, page: Page) -> None:
    branched(window)
    assert page.figure.plots[0].spots
    assert page.markers is not None
    grip = page.markers.grips[FORK]
    assert grip.accessibleName() == "leaves cosine after 100"
    edits = window.store.history.count()
    press(grip)
    move(grip, QPointF(pane(page).x.pixel(200), grip.middle.y()))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=grip.rect().center())
    run = window.store.run
    assert run is not None
    assert run.branch is not None
    assert run.branch.step == pytest.approx(200, abs=2)
    assert window.store.history.count() == edits + 1


def test_another_schedule_for_a_branch_is_one_step_and_starts_there(window: Window) -> None:
    branched(window)
    edits = window.store.history.count()
    window.sidebar.form.schedule.chosen.emit("StepLR")
    run = window.store.run
    assert run is not None
    assert run.branch == Branch("cosine", 100, "starts")
    assert window.store.history.count() == edits + 1
    assert window.sidebar.form.branch.meant.text() == "It begins there, at its own step 0."


def test_the_code_says_from_where_on_it_counts(window: Window) -> None:
    branched(window)
    assert window.dock.code._run.text() == "cosine from 100 · leaves cosine after 100 updates"


def test_nothing_breaks_where_the_run_a_branch_leaves_goes(window: Window) -> None:
    branched(window)
    window.store.history.undo()
    window.store.history.redo()
    window.store.select(0)
    window.sidebar.delete_run()
    QApplication.processEvents()  # whatever is still to be drawn is drawn of what there is
    assert names(window) == ["constant"]


def test_a_run_added_beside_a_branch_is_one_of_its_own(window: Window) -> None:
    branched(window)
    window.sidebar.add_run()
    run = window.store.run
    assert run is not None
    assert (run.branch, run.schedule, run.optimizer) == (None, None, COSINE.optimizer)


def test_race_says_what_it_would_train(window: Window) -> None:
    assert window.top.race.toolTip().startswith("Train every visible run side by side (Ctrl+R)")
    branched(window)
    assert window.races.trained_by(window.store.experiment) == ("cosine", "cosine from 100", "constant")
    assert window.top.race.toolTip().startswith("Train every visible run")
