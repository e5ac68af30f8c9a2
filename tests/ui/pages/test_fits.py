"""Laws that are fitted to a race in the window: by a real worker, said honestly, forgotten with the session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from lrviz.catalog.losses.mse_loss import MSELoss
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.events import Fit
from lrviz.experiment import Experiment
from lrviz.results import Trace
from lrviz.run import Run
from lrviz.ui.actions import install
from lrviz.ui.figure import Plot
from lrviz.ui.pages.fits import FittedLaw, entrants
from lrviz.ui.pages.foresight import Foresight
from lrviz.ui.pages.page import Page
from lrviz.ui.racing.raced import Raced
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store
from lrviz.ui.window import Window

STEPS = 120
PLAN = Experiment.of(Run("step", StepLR(60)), Run("cosine", CosineAnnealingLR(STEPS)), steps=STEPS)


def raced(experiment: Experiment, **changed: Raced) -> dict[str, Raced]:
    """Give a race of all runs that came to its end, but for some."""
    steps = experiment.training.steps
    done = {
        run.name: Raced((Trace(np.linspace(2, 1, steps), experiment.curve(run, np.arange(steps)).lr),), steps)
        for run in experiment.runs
    }
    return {**done, **changed}


def names(experiment: Experiment, races: dict[str, Raced], selected: int = 0) -> list[str]:
    return [run.name for run, _ in entrants(experiment, races, experiment.runs[selected]).runs]


def test_all_raced_runs_are_fitted_to() -> None:
    assert names(PLAN, raced(PLAN)) == ["step", "cosine"]


def test_hidden_stale_and_diverged_ones_are_left_out() -> None:
    trace = raced(PLAN)["cosine"].traces[0]
    bad = Trace(trace.losses[:50], trace.lrs[:50], diverged_at=49)
    assert names(PLAN, raced(PLAN, cosine=Raced((trace,), STEPS, stale=True))) == ["step"]
    assert names(PLAN, raced(PLAN, cosine=Raced((bad,), STEPS))) == ["step"]
    hidden = replace(PLAN, runs=(PLAN.runs[0], replace(PLAN.runs[1], visible=False)))
    assert names(hidden, raced(hidden)) == ["step"]


def test_one_kind_of_optimizer_and_one_loss_are_fitted_to_those_of_the_selected_run() -> None:
    others = (Run("adam", StepLR(60), Adam()), Run("mse", StepLR(60), loss=MSELoss()))
    mixed = replace(PLAN, runs=(*PLAN.runs, *others))
    assert names(mixed, raced(mixed)) == ["step", "cosine"]
    assert names(mixed, raced(mixed), 2) == ["adam"]
    assert names(mixed, raced(mixed), 3) == ["mse"]


def test_rates_that_rise_again_are_left_out() -> None:
    saw = Run("saw", CosineAnnealingWarmRestarts(40))
    mixed = replace(PLAN, runs=(*PLAN.runs, saw))
    assert names(mixed, raced(mixed), 2) == ["step", "cosine"]
    alone = replace(PLAN, runs=(saw,))
    assert entrants(alone, raced(alone), saw).why == "Each raced run’s rate rises again, which no law is for."


def test_where_nothing_can_be_fitted_it_is_said_why() -> None:
    long = replace(PLAN, training=replace(PLAN.training, steps=100_000))
    running = {name: Raced(one.traces, STEPS, running=True) for name, one in raced(PLAN).items()}
    assert "a miniature of 600 updates" in entrants(long, {}, None).why.lower()
    assert entrants(PLAN, {}, None).why == "This needs a race of the visible runs as they are."
    assert entrants(PLAN, running, None).why == "The race is still under way."


@pytest.fixture
def window(server: None, qtbot: QtBot) -> Iterator[Window]:
    """Give a window with a worker, in which the plan was raced."""
    races = Races()
    made = Window(Store(PLAN), races)
    qtbot.addWidget(made, before_close_func=lambda window: window.store.history.setClean())
    install(made)
    made.resize(1280, 800)
    with qtbot.waitSignal(made.furnished):
        made.show()
    races.open()
    races.start(PLAN)
    qtbot.waitUntil(lambda: races.state == "done")
    yield made
    races.close()


@pytest.fixture
def page(window: Window) -> Page:
    assert isinstance(window.page, Page)
    return window.page


def action(page: Page, text: str) -> QAction:
    assert page.forecast_bar is not None
    return next(one for one in page.forecast_bar.menu().actions() if text in one.text())


def title(page: Page) -> str:
    assert page.forecast_bar is not None
    return page.forecast_bar.law.text()


def pane(page: Page) -> Plot:
    return next(plot for plot in page.figure.plots if plot.key == "forecast")


def test_a_law_is_fitted_shown_with_its_error_and_forgotten(window: Window, page: Page, qtbot: QtBot) -> None:
    assert page.forecast_bar is not None
    action(page, "Fit the annealing law").trigger()
    qtbot.waitUntil(lambda: title(page) == "Annealing law, fitted to this race")
    assert not page.forecast_bar.stop.isVisible()
    qtbot.waitUntil(lambda: "kept from the fit, it was off by" in page.subline.text())
    had = {line.name for line in pane(page).lines if line.style == "had"}
    assert had == {"step", "cosine"}
    assert action(page, "fitted to this race").isChecked()
    assert isinstance(page.foresight, Foresight)
    assert page.foresight.law.coefficients  # type: ignore[union-attr]  # the fitted one
    assert Foresight().law.name == "bound", "it isn't remembered with the window"

    window.store.edit_run(0, replace(PLAN.runs[0], schedule=StepLR(80)), "step_size")
    assert "by an earlier race" in pane(page).note
    assert title(page) == "Annealing law, fitted to an earlier race"
    assert {line.name for line in pane(page).lines if line.style == "had"} == {"cosine"}
    window.store.history.undo()
    assert "by an earlier race" not in pane(page).note

    window.store.open(Experiment.first_open(), None)
    assert pane(page).lines
    assert title(page) == "Bound"
    assert "earlier race" not in "".join(one.text() for one in page.forecast_bar.menu().actions())


def test_a_fit_can_be_stopped(page: Page, qtbot: QtBot) -> None:
    assert page.forecast_bar is not None
    action(page, "Fit the multi-power law").trigger()
    qtbot.waitUntil(page.forecast_bar.stop.isVisible)
    assert title(page).startswith("Multi-power law: fitting … ")
    qtbot.mouseClick(page.forecast_bar.stop, Qt.MouseButton.LeftButton)
    assert not page.forecast_bar.fits.active
    qtbot.waitUntil(lambda: title(page) == "Bound")
    assert not page.forecast_bar.stop.isVisible()


def test_what_the_law_cannot_be_fitted_to_is_said(window: Window, page: Page, qtbot: QtBot) -> None:
    assert page.forecast_bar is not None
    with qtbot.waitSignal(window.races.said) as said:
        page.forecast_bar.fits._errand.start(Fit("annealing", (), False))
    assert said.args == [
        "error",
        "No law could be fitted",
        "Curves must be at least 16 losses: annealing has 4 coefficients.",
    ]


def test_the_search_for_a_better_schedule_goes_by_the_fitted_law(window: Window, page: Page, qtbot: QtBot) -> None:
    from lrviz.ui.panels.improve_dialog import ImproveDialog

    action(page, "Fit the annealing law").trigger()
    assert page.foresight is not None
    qtbot.waitUntil(lambda: bool(page.foresight and page.foresight.fits))
    page.improve()
    (dialog,) = page.findChildren(ImproveDialog)
    qtbot.waitUntil(lambda: not dialog.searching)
    assert dialog.law.text() == "Annealing law, fitted to this race"
    assert [one.text() for one in dialog.menu().actions() if one.isChecked()] == [dialog.law.text()]
    assert "The dotted curve ends at" in dialog.verdict.text()
    dialog.reject()


def test_a_fit_is_of_an_earlier_race_once_one_of_its_runs_has_changed() -> None:
    fit = FittedLaw(Foresight().law, frozenset(PLAN.fingerprint(run) for run in PLAN.runs))  # type: ignore[arg-type]
    more = replace(PLAN, runs=(*PLAN.runs, Run("other")))
    fewer = replace(PLAN, runs=PLAN.runs[:1])
    assert not fit.earlier(PLAN)
    assert not fit.earlier(more)
    assert fit.earlier(fewer)


def test_forecasts_are_exported_by_the_law_that_is_shown(window: Window, page: Page, tmp_path: Path) -> None:
    assert page.foresight is not None
    page.foresight.choose("multi-power", "25M")
    window.files.export_forecasts(page.foresight.law, tmp_path / "forecasts.csv")
    assert (tmp_path / "forecasts.csv").read_text().startswith('step,"step loss by multi-power, nats",step low')
