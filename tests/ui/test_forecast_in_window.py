"""The forecast in the window: it follows what is edited, and its law, its hiding and its peaks are at hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.errors import ResourceError
from lrviz.experiment import Experiment
from lrviz.laws import LAWS
from lrviz.run import Run
from lrviz.ui.figure import Plot
from lrviz.ui.pages.foresight import Foresight
from lrviz.ui.pages.page import Page
from lrviz.ui.panels.forecast_card import ForecastCard
from lrviz.ui.render import figure
from lrviz.ui.views.forecast import all_of
from lrviz.ui.window import Window

FIRST = Experiment.first_open()


@pytest.fixture(scope="module")
def plan() -> Experiment:
    return FIRST


def pane(page: Page) -> Plot | None:
    return next((plot for plot in page.canvas.figure.plots if plot.key == "forecast"), None)


def ends(page: Page) -> dict[str, str]:
    plot = pane(page)
    return {} if plot is None else {line.name: line.end for line in plot.lines if line.style == "solid"}


@pytest.fixture
def settled(page: Page, qtbot: QtBot) -> Page:
    """Give the page once its forecasts were found, a turn of the event loop each."""
    qtbot.waitUntil(lambda: len(ends(page)) == 3)
    return page


def test_on_first_open_three_labelled_curves_and_the_headline_say_what_to_expect(settled: Page) -> None:
    assert ends(settled) == {"constant": "2.77 · #3", "step": "2.38 · #2", "cosine": "2.07 · #1"}
    assert settled.headline.text() == "cosine should end lowest; constant leaves a third more loss."
    assert settled.forecast_bar is not None
    assert settled.forecast_bar.isVisible()
    row = settled.canvas.title_row("forecast")
    assert row is not None
    assert row.translated(settled.canvas.pos()).toRect().contains(settled.forecast_bar.geometry().center())


def test_a_drag_of_a_slider_changes_the_forecast_and_undo_brings_it_back(
    window: Window, settled: Page, qtbot: QtBot
) -> None:
    step = FIRST.runs[1]
    for size in (230, 260, 300):
        window.store.edit_run(1, replace(step, schedule=StepLR(size)), "step_size", gesture="step_size")
    wanted = all_of(window.store.experiment, LAWS["bound"][""], 0, 439).of["step"].final
    qtbot.waitUntil(lambda: ends(settled)["step"].startswith(f"{wanted:.2f}"))
    window.store.history.undo()
    qtbot.waitUntil(lambda: ends(settled)["step"] == "2.38 · #2")


def test_one_run_s_edit_finds_one_forecast(window: Window, settled: Page) -> None:
    foresight = settled.foresight
    assert foresight is not None
    assert not foresight.find(FIRST, (0, 439))
    window.store.edit_run(1, replace(FIRST.runs[1], schedule=StepLR(200)), "step_size")
    assert foresight.find(window.store.experiment, (0, 439))
    assert not foresight.find(window.store.experiment, (0, 439))


def test_until_it_is_found_anew_a_run_has_the_forecast_it_had(settled: Page) -> None:
    foresight = settled.foresight
    assert foresight is not None
    changed = replace(FIRST, runs=(FIRST.runs[0], replace(FIRST.runs[1], schedule=StepLR(200)), FIRST.runs[2]))
    before = foresight.foreseen(FIRST, (0, 439))
    meanwhile = foresight.foreseen(changed, (0, 439))
    assert before is not None
    assert meanwhile is not None
    assert meanwhile.of["step"] is before.of["step"]
    assert foresight.lacks(changed, (0, 439))
    foresight.find(changed, (0, 439))
    after = foresight.foreseen(changed, (0, 439))
    assert after is not None
    assert after.of["step"] is not before.of["step"]
    assert not foresight.lacks(changed, (0, 439))


def test_all_are_found_in_the_end_where_each_is_late(
    window: Window, settled: Page, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lrviz.ui.pages.turns.LATE", -1.0)
    many = [replace(FIRST.runs[1], name=f"r{i}", schedule=StepLR(100 + i)) for i in range(4)]
    window.store.edit("many", Experiment.of(*many, steps=440))
    qtbot.waitUntil(lambda: len(ends(settled)) == 4)


def test_a_drag_never_keeps_the_curve_from_being_drawn(window: Window, settled: Page, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not settled.busy)
    drawn = []
    settled.canvas.laid_out.connect(lambda: drawn.append(settled.canvas.figure.plots[0].lines[1]))
    for turn in range(60):  # something newer comes in every turn of the event loop
        window.store.edit_run(1, replace(FIRST.runs[1], schedule=StepLR(200 + turn)), "step_size", gesture="step_size")
        settled._turns._take()
        while settled.busy:
            settled.canvas._easel._paint_slice()
    assert len(set(map(id, drawn))) > 5


def test_a_wheel_that_turns_leaves_the_drawing_to_the_next_turn(settled: Page, qtbot: QtBot) -> None:
    before = settled.canvas.figure.plots[0].lines[1]
    settled.canvas.x_range_changed.emit(100.0, 200.0)
    assert settled.canvas.figure.plots[0].lines[1] is before
    qtbot.waitUntil(lambda: settled.canvas.figure.plots[0].x.high == 200.0)
    assert settled.canvas.figure.plots[0].lines[1].x[-1] <= 201.0


def test_forecasts_found_soon_are_drawn_together(window: Window, settled: Page, qtbot: QtBot) -> None:
    many = [replace(FIRST.runs[1], name=f"r{i}", schedule=StepLR(100 + i)) for i in range(4)]
    settled._turns._asked = 1e12
    drawn: list[int] = []
    settled.canvas.laid_out.connect(lambda: drawn.append(len(ends(settled))))
    settled._turns.wanted = True
    window.store.edit("many", Experiment.of(*many, steps=440))
    qtbot.waitUntil(lambda: bool(drawn) and drawn[-1] == 4)
    assert set(drawn) == {4}


def test_a_hidden_run_leaves_the_pane(window: Window, settled: Page, qtbot: QtBot) -> None:
    window.store.edit_run(2, replace(FIRST.runs[2], visible=False), "hide")
    qtbot.waitUntil(lambda: ends(settled) == {"constant": "2.77 · #2", "step": "2.38 · #1"})
    assert settled.headline.text() == "step should end lowest; constant leaves 16\u202f% more loss."


def test_f_hides_the_forecast_for_good_and_brings_it_back(window: Window, settled: Page, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: pane(settled) is None)
    assert settled.headline.text().startswith("constant stays at 0.2")
    assert settled.forecast_bar is not None
    assert not settled.forecast_bar.isVisible()
    assert not Foresight().shown
    qtbot.keyClick(window, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: len(ends(settled)) == 3)
    assert Foresight().shown


def test_f_says_why_where_nothing_can_be_forecast(window: Window, settled: Page, qtbot: QtBot) -> None:
    window.store.edit("plateau", Experiment.of(Run("plateau", ReduceLROnPlateau()), steps=440))
    qtbot.keyClick(window, Qt.Key.Key_F)
    with qtbot.waitSignal(window.races.said) as said:
        qtbot.keyClick(window, Qt.Key.Key_F)
    assert said.args == [
        "info",
        "Nothing can be forecast yet",
        "Not of plateau: its rates depend on the loss it will have.",
    ]


def test_every_law_can_be_chosen_and_is_remembered_with_the_window(window: Window, settled: Page, qtbot: QtBot) -> None:
    bar, foresight = settled.forecast_bar, settled.foresight
    assert bar is not None
    assert foresight is not None
    titles = [action.text() for action in bar.menu().actions() if action.isCheckable()]
    assert len(titles) == sum(map(len, LAWS.values()))
    for name, sets in LAWS.items():
        for of, law in sets.items():
            foresight.choose(name, of)
            assert foresight.law == law
            assert Foresight().law == law
            assert len(settled.figure.plots) == 2
            assert bar.law.text() in titles
            (checked,) = [action.text() for action in bar.menu().actions() if action.isChecked()]
            assert checked == bar.law.text()
    assert window.store.experiment == FIRST


@pytest.mark.parametrize("kept", ["gone/25M", "bound/500M", ""])
def test_a_law_that_is_gone_gives_way_to_the_first(kept: str, settled: Page) -> None:
    QSettings().setValue("forecast/law", kept)
    assert Foresight().law == LAWS["bound"][""]


def test_after_a_zoom_the_stretch_in_sight_is_found_closely(settled: Page, qtbot: QtBot, window: Window) -> None:
    window.store.edit("long", replace(FIRST, training=replace(FIRST.training, steps=100_000)))
    qtbot.waitUntil(lambda: len(ends(settled)) == 3)

    def within() -> int:
        plot = pane(settled)
        x = np.zeros(0) if plot is None else plot.lines[0].x
        return int(((x >= 50_000) & (x <= 60_000)).sum())

    assert within() < 20
    settled.canvas.x_range_changed.emit(50_000.0, 60_000.0)
    qtbot.waitUntil(lambda: within() > 100)


def card(page: Page) -> ForecastCard:
    page.explain_forecast(QRect(QPoint(600, 300), QPoint(630, 330)))
    return next(one for one in page.findChildren(ForecastCard) if one.isVisible())


def words(of: ForecastCard) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in of.findChildren(QLabel))


def test_the_source_is_one_click_away(settled: Page, qtbot: QtBot) -> None:
    assert settled.forecast_bar is not None
    qtbot.mouseClick(settled.forecast_bar.about, Qt.MouseButton.LeftButton)
    (shown,) = settled.findChildren(ForecastCard)
    assert 'href="https://arxiv.org/abs/2501.18965"' in shown.source.text()
    assert shown.source.openExternalLinks()
    assert "convex" in words(shown)
    assert "Raced on noisy digits" in words(shown)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not settled.findChildren(ForecastCard))


def test_a_tuned_peak_is_carried_over_in_one_undo_step(window: Window, settled: Page, qtbot: QtBot) -> None:
    shown = card(settled)
    assert "× 0.47" in words(shown)  # from step, which is selected, to constant
    assert "peaks at 0.2, would at 0.0946" in words(shown)
    qtbot.mouseClick(shown.uses["constant"], Qt.MouseButton.LeftButton)
    rates = [run.optimizer.rate for run in window.store.experiment.runs]
    assert rates == [pytest.approx(0.0946, rel=1e-3), 0.2, 0.2]
    assert window.store.history.count() == 1
    window.store.history.undo()
    assert window.store.experiment == FIRST


def test_a_picture_without_a_window_has_the_forecast_too() -> None:
    shown = figure(FIRST, "schedule", 1000, {})
    assert [plot.key for plot in shown.plots] == ["lr", "forecast"]
    assert shown.headline == "cosine should end lowest; constant leaves a third more loss."
    with pytest.raises(ResourceError):
        figure(FIRST, "training", 1000, {})


def test_it_is_told_to_those_who_cannot_see_it(settled: Page, qtbot: QtBot) -> None:
    def told() -> Any:
        return settled.canvas.accessibleDescription()

    qtbot.waitUntil(lambda: "cosine 2.07 · #1" in told())
