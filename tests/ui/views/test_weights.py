"""The Update weights pane: one curve a run whose weights decay of their own, and none where there is no such run."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lrviz import SGD, AdamW, CosineAnnealingLR, Experiment, OneCycleLR, Run
from lrviz.ui.pages.page import Page
from lrviz.ui.views import schedule, weights
from lrviz.ui.views.sight import Sight, visible
from lrviz.ui.window import Window

STEPS = 2000
COSINE = CosineAnnealingLR(STEPS)
DECAYING = Run("decaying", COSINE, AdamW(lr=1e-2, weight_decay=0.5))


@pytest.fixture(scope="module")
def plan() -> Experiment:
    return Experiment.of(DECAYING, Run("free", COSINE, SGD(0.1)), steps=STEPS)


def whole(experiment: Experiment, **more: object) -> Sight:
    return Sight(0, experiment.training.steps - 1, 1000, weights=True, **more)  # type: ignore[arg-type]


def test_only_runs_whose_weights_decay_have_a_curve(plan: Experiment) -> None:
    shown = weights.pane(plan, plan.runs, whole(plan, cursor=1000))
    assert shown is not None
    [line] = shown.lines
    assert line.name == "decaying"
    assert np.trapezoid(line.low, line.x) / STEPS == pytest.approx(1, rel=0.02)
    assert shown.readings[0].text.endswith("%")
    assert "decaying averages over 200 updates" in shown.note
    assert weights.pane(plan, plan.runs[1:], whole(plan)) is None


def test_a_pane_is_there_only_when_it_is_asked_for(plan: Experiment) -> None:
    asked = [plot.key for plot in schedule.figure(plan, {}, whole(plan)).plots]
    assert asked == ["lr", "weights"]
    assert [plot.key for plot in schedule.figure(plan, {}, Sight.whole(plan)).plots] == ["lr"]


def test_where_nothing_holds_it_says_why() -> None:
    short = Run("short", OneCycleLR(max_lr=0.5, total_steps=10), AdamW())
    experiment = Experiment.of(short, Run("wiped", None, AdamW(lr=2.0, weight_decay=1.0)), steps=20)
    shown = weights.pane(experiment, visible(experiment), whole(experiment))
    assert shown is not None
    assert shown.lines == ()
    assert "not of short: " in shown.note
    assert "not of wiped: an update takes all of the weights away" in shown.note


def test_without_weight_decay_the_window_says_what_it_needs_and_shows_it_then(
    window: Window, page: Page, qtbot: QtBot
) -> None:
    run = window.store.experiment.runs[0]
    window.store.edit("none", replace(window.store.experiment, runs=(replace(run, optimizer=AdamW(weight_decay=0.0)),)))
    for _ in range(2):
        with qtbot.waitSignal(window.races.said) as said:
            qtbot.keyClick(window, Qt.Key.Key_W)
        assert said.args is not None
        assert "weight_decay above 0" in said.args[2]
        assert "weights" not in [plot.key for plot in page.figure.plots]
    window.store.edit_run(0, replace(run, optimizer=AdamW(weight_decay=0.1)), "weight_decay")
    assert "weights" in [plot.key for plot in page.figure.plots]


def test_the_window_shows_and_hides_it(page: Page) -> None:
    page.toggle_weights()
    assert "weights" in [plot.key for plot in page.figure.plots]
    page.toggle_weights()
    assert "weights" not in [plot.key for plot in page.figure.plots]
