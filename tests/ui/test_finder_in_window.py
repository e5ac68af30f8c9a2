"""The LR finder's view with the real worker: it searches by itself, is looked at, used, undone and taken away."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from lrviz import MLP, SGD, Digits, Experiment, OneCycleLR, OwnModel, Run, StepLR
from lrviz.run import Group
from lrviz.ui.pages.finder_page import FinderPage
from lrviz.ui.sweep import Sweep
from lrviz.ui.views.suggested import named
from lrviz.ui.window import Window
from tests.ui.exported import exported
from tests.ui.opened import opened

RUNS = (Run("step", StepLR(10), SGD(lr=0.2, momentum=0.9)), Run("other", optimizer=SGD(lr=0.1)))
SMALL = Digits(model=MLP(hidden=(8,)))
PLAN = Experiment.of(*RUNS, problem=SMALL, steps=22)
SHORT = Sweep(low=1e-4, high=10.0, updates=40, seeds=2)


@pytest.fixture
def window(server: None, qtbot: QtBot) -> Window:
    made = opened(qtbot)
    qtbot.waitUntil(lambda: made.races.ready)
    return made


def searched(window: Window, qtbot: QtBot, plan: Experiment = PLAN, at: int = 0) -> FinderPage:
    window.store.open(plan, None)
    window.store.select(at)
    window.store.sweep_over(SHORT)
    window.show_view("finder")
    page = window.finder
    assert page is not None
    through(page, qtbot)
    return page


def through(page: FinderPage, qtbot: QtBot) -> None:
    def done() -> bool:
        known = page.searched
        return known is not None and not known.running and not known.stale

    qtbot.waitUntil(done)
    page.draw()


def test_a_small_problem_is_searched_by_itself_and_its_rates_are_offered(window: Window, qtbot: QtBot) -> None:
    page = searched(window, qtbot)
    known = page.searched
    assert known is not None
    assert known.found.run == "step"
    assert known.found.losses.shape == (2, len(known.found.lrs))
    assert page.bar.seeds.text() == "2 of 2 seeds"
    assert "SGD, momentum 0.9" in page.bar.about.text()
    assert list(page.table_view.rows) == ["valley", "min/10", "steepest", "slide", "steepest linear"]
    assert any(char.isdigit() for char in page.headline.text())
    assert not window.bars.isVisible()
    assert not window.dock.isVisible()
    assert window.sidebar.finder.isVisible()
    window.show_view("schedule")
    assert window.bars.isVisible()
    assert window.dock.isVisible()
    assert not window.sidebar.finder.isVisible()


def test_a_suggestion_is_taken_in_one_step_and_given_back(window: Window, qtbot: QtBot) -> None:
    page = searched(window, qtbot)
    assert page.searched is not None
    one = named(page.searched.found, "valley")
    row = page.table_view.rows["valley"]
    assert row.use.text() == "Use for step"
    before = window.store.history.count()
    QTest.mouseClick(row.use, Qt.MouseButton.LeftButton)
    assert window.store.history.count() == before + 1
    assert window.store.experiment.runs[0].optimizer.rate == one.rate
    page.draw()
    assert (row.use.text(), row.use.isEnabled()) == ("In use", False)
    assert not page.searched.stale
    window.store.history.undo()
    assert window.store.experiment == PLAN
    page.draw()
    assert row.use.text() == "Use for step"


def test_a_trap_can_not_be_taken(window: Window, qtbot: QtBot) -> None:
    page = searched(window, qtbot)
    for name, row in page.table_view.rows.items():
        trap = name in {"slide", "steepest linear"}
        assert row.trap.isVisible() is trap
        assert not (trap and row.use.isVisible())


def test_a_schedule_that_sets_the_rate_gets_its_max_lr(window: Window, qtbot: QtBot) -> None:
    cycle = replace(RUNS[0], schedule=OneCycleLR(0.5, 22))
    page = searched(window, qtbot, replace(PLAN, runs=(cycle,)))
    assert page.searched is not None
    rate = named(page.searched.found, "valley").rate
    row = page.table_view.rows["valley"]
    assert row.use.text() == "Use as max_lr"
    assert "max_lr of OneCycleLR becomes" in row.use.toolTip()
    row.use.click()
    [run] = window.store.experiment.runs
    assert run.schedule == OneCycleLR(rate, 22)
    assert run.optimizer == cycle.optimizer


def test_one_group_is_searched_for_alone_and_gets_its_rate_alone(window: Window, qtbot: QtBot) -> None:
    grouped = replace(RUNS[0], groups=(Group("*.bias", lr=0.05),))
    page = searched(window, qtbot, replace(PLAN, runs=(grouped,)))
    form = window.sidebar.finder
    assert form.group.isVisible()
    form.group.chosen.emit("1")
    page.bar.search.click()
    through(page, qtbot)
    assert page.searched is not None
    assert page.searched.found.group == 1
    page.use("steepest")
    [run] = window.store.experiment.runs
    assert run.rates() == (0.2, named(page.searched.found, "steepest").rate)


def test_other_settings_leave_it_stale_until_it_is_searched_again(window: Window, qtbot: QtBot) -> None:
    page = searched(window, qtbot)
    form = window.sidebar.finder
    form.rows["seeds"].edited.emit(3, False)
    page.draw()
    assert page.searched is not None
    assert page.searched.stale
    assert [line.style for line in page.figure.plots[0].lines] == ["stale"]
    assert page.bar.again.isVisible()
    page.bar.again.click()
    through(page, qtbot)
    assert len(page.searched.found.losses) == 3
    assert not page.bar.again.isVisible()
    form.on.chosen.emit("val")
    page.again()
    through(page, qtbot)
    assert page.searched.found.on == "val"
    assert "of the validation set" in page.figure.plots[0].note


def test_an_entry_out_of_bounds_is_said_under_the_name_in_the_form(window: Window, qtbot: QtBot) -> None:
    window.show_view("finder")
    form = window.sidebar.finder
    form.rows["high"].edited.emit(1e-9, False)
    assert "to must be greater than" in form.rows["high"].error.text()
    assert window.store.sweep == Sweep()
    form.rows["low"].edited.emit(20.0, False)
    assert form.rows["low"].error.text().startswith("to must be greater than 20")
    form.rows["low"].edited.emit(1e-6, False)
    assert not form.rows["low"].error.text()
    assert window.store.sweep.low == 1e-6


def test_a_search_is_watched_and_stopped_and_what_was_seen_stays(window: Window, qtbot: QtBot) -> None:
    page = searched(window, qtbot)
    window.store.sweep_over(replace(SHORT, updates=10_000))
    page.again()

    def some() -> bool:
        return page.searched is not None and page.searched.running and len(page.searched.found.lrs) > 5

    qtbot.waitUntil(some)
    page.draw()
    assert page.figure.plots[0].head is not None
    assert page.bar.search.icon_name == "square"
    QTest.keyClick(page.canvas, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.searched is not None and not page.searched.running)
    page.draw()
    assert page.searched is not None
    assert page.searched.stopped
    assert 5 < len(page.searched.found.lrs) < 10_000
    assert page.bar.search.icon_name == "rotate-ccw"


def test_a_large_problem_waits_for_a_person(window: Window, qtbot: QtBot) -> None:
    wide = Experiment.of(Run("wide"), problem=Digits(model=MLP(hidden=(2048, 2048))), steps=5)
    window.store.open(wide, None)
    window.show_view("finder")
    page = window.finder
    assert page is not None
    assert page.figure.headline == "Which learning rate can wide bear?"
    assert page.search_button.isVisible()
    assert not page.searches.active
    window.store.sweep_over(Sweep(updates=10, seeds=1))
    page.search_button.click()
    assert page.searches.active
    page.searches.stop()


def test_a_model_of_one_s_own_is_searched_with_after_a_person_agreed(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "net.py").write_text(
        "from torch import nn\n\ndef net(inputs, outputs):\n    return nn.Linear(inputs, outputs)\n"
    )
    own = Experiment.of(*RUNS, problem=Digits(model=OwnModel.of(tmp_path / "net.py", "net")), steps=5)
    window.store.open(own, None)
    window.store.sweep_over(SHORT)
    window.show_view("finder")
    page = window.finder
    assert page is not None
    assert page.figure.subline.endswith("net.py is executed for it, once you agree.")
    assert not page.searches.active
    page.search_button.click()
    assert not page.searches.active
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)))
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    agree = next(button for button in box.buttons() if button.objectName() == "agree")
    QTest.mouseClick(agree, Qt.MouseButton.LeftButton)
    through(page, qtbot)
    assert window.view == "finder"
    assert page.searched is not None
    assert np.isfinite(page.searched.found.losses).any()


def test_a_worker_that_dies_is_replaced_and_what_it_found_is_kept(window: Window, qtbot: QtBot) -> None:
    page = searched(window, qtbot)
    window.store.sweep_over(replace(SHORT, updates=10_000))
    page.again()
    qtbot.waitUntil(lambda: page.searched is not None and len(page.searched.found.lrs) > 5)
    worker = window.races.worker
    assert worker is not None
    os.kill(worker, signal.SIGKILL)
    qtbot.waitUntil(lambda: page.searched is not None and not page.searched.running)
    assert page.searched is not None
    assert page.searched.stopped
    assert len(page.searched.found.lrs) > 5
    qtbot.waitUntil(lambda: window.races.ready)
    window.store.sweep_over(SHORT)
    page.again()
    through(page, qtbot)


def test_the_cursor_reads_every_seed(window: Window, qtbot: QtBot) -> None:
    page = searched(window, qtbot)
    assert page.searched is not None
    lrs = page.searched.found.lrs
    page.canvas.cursor_moved.emit(float(lrs[10]))
    page.draw()
    assert page.bar.reading.text().startswith("lr ")
    assert "of 2 seeds from" in page.bar.reading.text()
    window.move_cursor(1, 0.01)
    assert page.look.cursor == lrs[11]
    window.move_cursor(-np.inf, -1)
    assert page.look.cursor == lrs[0]
    before = window.store.cursor
    window.move_cursor(np.inf, 1)
    assert page.look.cursor == lrs[-1]
    assert window.store.cursor == before


def test_a_row_that_is_looked_at_stands_out_in_the_plot(window: Window, qtbot: QtBot) -> None:
    page = searched(window, qtbot)
    page.table_view.rows["steepest"].use.setFocus()
    page.draw()
    assert [pin.name for pin in page.figure.plots[0].pins if pin.look == "chosen"] == ["steepest"]


def test_another_run_has_a_search_of_its_own(window: Window, qtbot: QtBot) -> None:
    page = searched(window, qtbot)
    window.store.select(1)
    through(page, qtbot)
    assert page.searched is not None
    assert page.searched.found.run == "other"
    window.store.select(0)
    assert page.searched is not None
    assert (page.searched.found.run, page.searched.stale) == ("step", False)


def test_a_run_that_can_not_be_trained_says_why(window: Window, qtbot: QtBot) -> None:
    frozen = replace(RUNS[0], groups=(Group("*", frozen=True),))
    window.store.open(replace(PLAN, runs=(frozen,)), None)
    window.show_view("finder")
    page = window.finder
    assert page is not None
    assert page.figure.headline == "No rate can be searched for step."
    assert "frozen" in page.figure.subline
    assert not page.search_button.isVisible()
    page.again()
    assert not page.searches.active


def test_no_run_asks_for_one(window: Window, qtbot: QtBot) -> None:
    window.store.open(Experiment.of(problem=SMALL), None)
    window.show_view("finder")
    assert window.finder is not None
    assert window.finder.figure.headline == "No run yet."
    window.finder.again()
    window.move_cursor(1, 0.01)


def test_a_race_beside_it_gives_what_it_gives_without(window: Window, qtbot: QtBot) -> None:
    searched(window, qtbot)

    def raced() -> list[float]:
        window.races.start(window.store.experiment)
        qtbot.waitUntil(lambda: window.races.state == "done")
        return list(window.races.of(window.store.experiment)["step"].traces[0].losses)

    before = raced()
    assert window.finder is not None
    window.finder.again()
    beside = raced()
    through(window.finder, qtbot)
    assert beside == before


def test_the_losses_are_taken_away_as_csv_and_the_figure_as_a_picture(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    page = searched(window, qtbot)
    assert page.searched is not None
    window.files.export_search(page.searched.found, tmp_path / "s.csv")
    head, *rows = (tmp_path / "s.csv").read_text().splitlines()
    assert head.startswith("lr,")
    assert len(rows) == len(page.searched.found.lrs)
    assert "valley" in exported(window, tmp_path / "s.svg", qtbot).read_text()
    window.files.export_search(None)  # says that there is nothing


def test_it_is_told_to_those_who_can_not_see_it(window: Window, qtbot: QtBot) -> None:
    page = searched(window, qtbot)
    qtbot.waitUntil(lambda: "valley" in page.canvas.accessibleDescription())
    said = QAccessible.queryAccessibleInterface(page.canvas)
    assert said.role() == QAccessible.Role.Chart
    use = page.table_view.rows["valley"].use
    assert use.accessibleName().startswith("Use for step: valley 0.")
    assert use.focusPolicy() == Qt.FocusPolicy.StrongFocus
