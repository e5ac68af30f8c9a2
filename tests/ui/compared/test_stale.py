"""Stale results in the real window: said where they are seen, with what changed, and raced again with one click."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.run import Branch, Run
from lrviz.ui.compared.stale import Change, changed_since
from lrviz.ui.pages.page import Page
from lrviz.ui.racing.raced import Raced
from lrviz.ui.window import Window
from tests.ui.opened import opened

SGDS = SGD(lr=0.2, momentum=0.9)
PLAN = Experiment.of(
    Run("constant", None, SGDS), Run("step", StepLR(30), SGDS), Run("late", StepLR(50), SGDS), steps=66
)


@pytest.fixture
def raced(server: None, qtbot: QtBot) -> Window:
    window = opened(qtbot)
    qtbot.waitUntil(lambda: window.races.ready)
    window.store.open(PLAN, None)
    window.show_view("training")
    window.race()
    qtbot.waitUntil(lambda: window.races.state == "done")
    return window


def training(window: Window) -> Page:
    page = window.pages["training"]
    assert isinstance(page, Page)
    QApplication.processEvents()
    page.draw()
    return page


def stale(window: Window) -> set[str]:
    return {name for name, one in window.races.of(window.store.experiment).items() if one.stale}


def change(window: Window, at: int, size: int) -> None:
    run = window.store.experiment.runs[at]
    window.store.edit_run(at, replace(run, schedule=StepLR(size)), "step_size")


def losses(window: Window, name: str) -> list[float]:
    return [float(loss) for loss in window.races.of(window.store.experiment)[name].traces[0].losses]


def test_one_click_races_just_what_changed(raced: Window, qtbot: QtBot) -> None:
    page = training(raced)
    assert not page.corner.chip.isVisible()
    before = losses(raced, "constant")
    change(raced, 1, 10)
    page = training(raced)
    assert page.corner.chip.isVisible()
    assert page.corner.chip.words.text() == "step changed since this race"
    assert page.corner.chip.toolTip() == "step: step_size 30 → 10"
    row = raced.sidebar.list.runs.index(1)
    qtbot.waitUntil(lambda: row.data(Qt.ItemDataRole.AccessibleTextRole).endswith("changed since its race"))
    line = next(line for line in page.canvas.figure.plots[2].lines if line.name == "step")
    assert line.style == "stale"
    QTest.mouseClick(page.corner.chip.race, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: raced.races.state == "done" and not stale(raced))
    assert raced.races.recording is not None
    assert [run.name for run in raced.races.recording.experiment.runs] == ["step"]
    assert losses(raced, "constant") == before
    assert len(losses(raced, "step")) == 66
    assert not training(raced).corner.chip.isVisible()


def test_several_that_changed_are_counted_and_raced_together(raced: Window, qtbot: QtBot) -> None:
    change(raced, 1, 10)
    change(raced, 2, 20)
    chip = training(raced).corner.chip
    assert chip.words.text() == "2 runs changed since their race"
    assert chip.toolTip() == "step: step_size 30 → 10\nlate: step_size 50 → 20"
    chip.race.setFocus()
    QTest.keyClick(chip.race, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: raced.races.state == "done" and not stale(raced))


def test_what_undo_brings_back_is_not_stale(raced: Window) -> None:
    change(raced, 1, 10)
    assert stale(raced) == {"step"}
    raced.store.history.undo()
    assert stale(raced) == set()
    assert not training(raced).corner.chip.isVisible()


def test_landscape_gradients_and_table_say_it_too(raced: Window, qtbot: QtBot) -> None:
    change(raced, 1, 10)
    raced.store.select(1)
    raced.show_view("gradients")
    page = raced.pages["gradients"]
    qtbot.waitUntil(page.chip.isVisible)  # type: ignore[union-attr]
    raced.store.select(0)
    qtbot.waitUntil(lambda: not page.chip.isVisible())  # type: ignore[union-attr]
    raced.show_view("landscape")
    assert raced.ground is not None
    qtbot.waitUntil(lambda: raced.ground is not None and raced.ground.chip.isVisible())
    raced.show_view("training")
    assert {row.name: row.note for row in training(raced).table().rows} == {"constant": "", "step": "stale", "late": ""}


def test_what_changed_of_a_plan_or_a_parent_is_told_too() -> None:
    child = Run("child", StepLR(30), SGDS, branch=Branch("step", 33))
    plan = replace(PLAN, runs=(*PLAN.runs[:2], child))
    results = {
        run.name: Raced((), 66, stale=True, name=run.name, planned=plan) for run in plan.runs if run.name != "constant"
    }
    changed = replace(
        plan,
        training=replace(plan.training, batch_size=16),
        runs=(plan.runs[0], replace(plan.runs[1], schedule=StepLR(10, 0.5), optimizer=SGD(lr=0.1)), child),
    )
    step, late = changed_since(changed, results)
    fields = ("step_size 30 → 10", "gamma 0.1 → 0.5", "lr 0.2 → 0.1", "momentum 0.9 → 0")
    assert step == Change("step", (*fields, "batch_size 32 → 16"))
    assert late == Change("child", (*(f"step: {field}" for field in fields), "batch_size 32 → 16"))
    other = replace(plan, runs=(plan.runs[0], replace(plan.runs[1], schedule=None), child))
    assert changed_since(other, results)[0].fields == ("StepLR → none",)


def test_a_run_whose_earlier_version_still_trains_is_left_to_it() -> None:
    results = {"step": Raced((), 66, stale=True, running=True, name="step", planned=PLAN)}
    assert changed_since(PLAN, results) == ()
