"""The Forecast pane: what it draws, and what is said of it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz import forecasts
from lrviz.catalog.optimizers.adagrad import Adagrad
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.multiplicative_lr import MultiplicativeLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.laws.bound import Bound
from lrviz.results import Forecast
from lrviz.run import Run
from lrviz.ui.figure import Figure, Plot
from lrviz.ui.views import forecast, forecast_words, schedule
from lrviz.ui.views.carried import carried, peak
from lrviz.ui.views.foreseen import Foreseen, loss_at
from lrviz.ui.views.sight import Sight

FIRST = Experiment.first_open()
LAW = Bound()


def shown(experiment: Experiment, **fields: Any) -> Figure:
    last = max(1, experiment.training.steps - 1)
    sight = Sight(**{"first": 0, "last": last, "width": 800, "selected": "step", **fields})
    foreseen = forecast.all_of(experiment, LAW, int(sight.first), int(sight.last))
    return schedule.figure(experiment, {}, Sight(**{**sight.__dict__, "foreseen": foreseen}))


def pane(experiment: Experiment, **fields: Any) -> Plot:
    return next(plot for plot in shown(experiment, **fields).plots if plot.key == "forecast")


def ends(plot: Plot) -> dict[str, str]:
    return {line.name: line.end for line in plot.lines if line.style == "solid"}


def foreseen(**finals: float) -> tuple[list[Run], Foreseen]:
    """Give runs that end at these losses."""
    at, one = np.zeros(1, np.int64), np.ones(1)
    runs = [Run(name) for name in finals]
    return runs, Foreseen(LAW, {name: Forecast("bound", "", at, one, one, one, end) for name, end in finals.items()})


def test_every_visible_run_has_a_curve_with_its_band_final_loss_and_place() -> None:
    plot = pane(FIRST)
    assert ends(plot) == {"constant": "2.77 · #3", "step": "2.38 · #2", "cosine": "2.07 · #1"}
    for line, band in zip(plot.lines[:3], plot.lines[3:], strict=True):
        assert (line.name, band.style) == (band.name, "band")
        there = np.isfinite(line.low)
        assert (band.low[there] < line.low[there]).all()
        assert (band.high[there] > line.low[there]).all()
    assert plot.y.log
    assert 1 < plot.y.low < 2
    assert 20 < plot.y.high < 25


def test_the_cursor_reads_the_loss_that_the_law_gives_there() -> None:
    readings = {one.name: one.value for one in pane(FIRST, cursor=264).readings}
    assert "Forecast at step 264: constant 3.59, step 3.02, cosine 3.01." in shown(FIRST, cursor=264).describe()
    for run in FIRST.runs:
        (exact,) = forecasts.of(FIRST, run, LAW, np.array([264])).loss
        assert readings[run.name] == pytest.approx(exact)


@pytest.mark.parametrize("schedule", [CosineAnnealingLR(300_000), PolynomialLR(300_000, 1.0), StepLR(120_000)])
def test_a_long_plan_is_read_nearly_as_exactly(schedule: Any) -> None:
    plan = Experiment.of(run := Run("a", schedule), steps=300_000)
    one = forecast.find(plan, run, LAW, 0, 299_999)
    at = np.linspace(3_000, 299_999, 200).astype(np.int64)
    exact = forecasts.of(plan, run, LAW, at).loss
    off = np.abs(np.array([loss_at(one, int(step)) for step in at]) / exact - 1)
    assert np.quantile(off, 0.95) < 2e-3
    assert off.max() < 2e-2
    assert one.final == pytest.approx(forecasts.of(plan, run, LAW).final, rel=5e-3)


def test_of_many_runs_the_selected_the_best_and_the_worst_have_names_and_bands() -> None:
    many = [Run(f"r{i}", StepLR(20 * i + 20), SGD(lr=0.1)) for i in range(12)]
    plot = pane(Experiment.of(*many, steps=440), selected="r4")
    named = {line.name for line in plot.lines if line.named}
    assert len(named) == 3
    assert "r4" in named
    assert {line.name for line in plot.lines if line.style == "band"} == named
    assert len(ends(plot)) == 12


def test_a_hidden_run_is_neither_drawn_nor_ranked() -> None:
    hidden = replace(FIRST, runs=(*FIRST.runs[:2], replace(FIRST.runs[2], visible=False)))
    assert ends(pane(hidden)) == {"constant": "2.77 · #2", "step": "2.38 · #1"}


def test_without_what_is_foreseen_there_is_no_pane() -> None:
    assert [plot.key for plot in schedule.figure(FIRST, {}, Sight.whole(FIRST)).plots] == ["lr"]
    assert [plot.key for plot in shown(FIRST).plots] == ["lr", "forecast"]
    assert shown(FIRST).heights == (5.0, 4.0)


def test_a_stretch_in_sight_is_found_closely_and_its_end_is_not_called_the_last() -> None:
    long = Experiment.of(Run("step", StepLR(50_000)), steps=100_000)
    plot = pane(long, first=49_000, last=52_000)
    line = plot.lines[0]
    inside = (line.x >= 49_000) & (line.x <= 52_000)
    assert inside.sum() > 60
    assert line.end == ""
    assert line.x[0] == pytest.approx(0, abs=100)
    assert line.x[-1] == 99_999


def test_a_spike_behind_a_drop_is_called_loose_and_one_behind_a_rise_is_not() -> None:
    (remark,) = pane(FIRST).remarks
    assert remark.text == "loose right after a drop"
    assert remark.x == 220
    assert remark.y == pytest.approx(7.5, abs=0.5)
    rising = Experiment.of(Run("rise", LambdaLR("1 if t < 220 else 20")), steps=440)
    assert not pane(rising).remarks
    assert not pane(Experiment.of(FIRST.runs[2], steps=440)).remarks


@pytest.mark.parametrize(
    ("run", "why"),
    [
        (Run("late", OneCycleLR(max_lr=0.1, total_steps=100)), "not of late: torch raises before its end"),
        (Run("gap", LambdaLR("1 / (t - 50)")), "not of gap: torch raises before step 439: "),
        (Run("deaf", ReduceLROnPlateau()), "not of deaf: its rates depend on the loss it will have"),
        (Run("bare", OneCycleLR(max_lr=0.1, total_steps=440), Adagrad()), "not of bare: it has no learning rate"),
        (Run("still", None, SGD(lr=0.0)), "not of still: no learning rate is above 0"),
        (Run("slow", MultiplicativeLR("1 - 1e-9 * (t % 5)")), "not of slow: its rates are still being scanned"),
    ],
)
def test_a_run_outside_the_law_is_named_with_the_reason_and_not_drawn(run: Run, why: str) -> None:
    steps = 10_000_000 if run.name == "slow" else 440
    figure = shown(Experiment.of(FIRST.runs[0], run, steps=steps))
    plot = next(plot for plot in figure.plots if plot.key == "forecast")
    assert plot.note.startswith(why)
    assert plot.note.endswith("lower is better · in DG/√T")
    assert list(ends(plot)) == ["constant"]
    assert f"No forecast of {run.name}: " in figure.describe()


def test_where_no_run_has_a_forecast_each_reason_stands_in_the_pane_once() -> None:
    still = [Run(name, None, SGD(lr=0.0)) for name in ("a", "b")]
    plot = pane(Experiment.of(*still, Run("plateau", ReduceLROnPlateau()), steps=440))
    assert not plot.lines
    assert {remark.text for remark in plot.remarks} == {
        "not of a and b: no learning rate is above 0",
        "not of plateau: its rates depend on the loss it will have",
    }
    assert all(plot.y.low < remark.y < plot.y.high for remark in plot.remarks)


def test_there_is_no_pane_where_no_run_s_rates_are_known() -> None:
    assert [plot.key for plot in shown(Experiment.of(Run("a", ReduceLROnPlateau()), steps=440)).plots] == [
        "lr",
        "metric",
    ]


def test_a_long_run_that_torch_ends_early_is_said_to_be_outside() -> None:
    plan = Experiment.of(Run("gap", LambdaLR("1 / (t % 7)")), steps=100_000)
    for one in (forecasts.of(plan, plan.runs[0], LAW), forecast.find(plan, plan.runs[0], LAW, 0, 99_999)):
        assert one.outside.startswith("torch raises before step 99999: ")
        assert not len(one.loss)


def test_adam_s_kind_and_sgd_s_are_ranked_apart() -> None:
    adam = replace(FIRST.runs[0], name="adam", optimizer=AdamW())
    mixed = Experiment.of(*FIRST.runs[:2], adam, steps=440)
    figure = shown(mixed)
    plot = next(plot for plot in figure.plots if plot.key == "forecast")
    assert ends(plot) == {"constant": "2.77 · #2", "step": "2.38 · #1", "adam": "2.77"}
    assert figure.headline == "step should end lowest; constant leaves 16\u202f% more loss."
    assert "SGD’s kind and Adam’s are not ranked against each other." in figure.subline


def test_the_headline_says_who_should_end_lowest_and_what_that_rests_on() -> None:
    figure = shown(FIRST)
    assert figure.headline == "cosine should end lowest; constant leaves a third more loss."
    assert figure.subline == f"{LAW.assumes} Nothing is trained yet: race them to see."
    assert figure.describe().endswith("Forecast, Bound: constant 2.77 · #3, step 2.38 · #2, cosine 2.07 · #1.")


@pytest.mark.parametrize(
    ("finals", "said"),
    [
        ({"a": 2.0, "b": 2.5}, "a should end lowest; b leaves a quarter more loss."),
        ({"a": 2.0, "b": 3.0}, "a should end lowest; b leaves 50\u202f% more loss."),
        ({"a": 2.0, "b": 9.0}, "a should end lowest; b leaves 4.5 times the loss."),
        ({"a": 2.0, "b": 2.1, "c": 3.0}, "a and b should end lowest, too close to call; c leaves 50\u202f% more loss."),
        (
            {"a": 2.0, "b": 2.1, "c": 2.1, "d": 2.1, "e": 3.0},
            "4 runs should end lowest, too close to call; e leaves 50\u202f% more loss.",
        ),
        (
            {"a": 2.0, "b": 2.1},
            "a and b can’t be told apart: they end at 2 to 2.1, within what the forecast may be off.",
        ),
        ({"a": 2.0, "b": 2.0}, "a and b can’t be told apart: they end at 2."),
        ({"a": 2.0, "b": 2.0001}, "a and b can’t be told apart: they end at 2."),
        (
            {"a": 2.0, "b": 2.0, "c": 2.0, "d": 2.1},
            "4 runs can’t be told apart: they end at 2 to 2.1, within what the forecast may be off.",
        ),
        ({"a": 2.0}, ""),
    ],
)
def test_a_headline_ranks_as_far_as_the_band_lets_it(finals: dict[str, float], said: str) -> None:
    assert forecast_words.headline(*foreseen(**finals)) == said


def test_the_facts_stay_where_a_run_has_no_forecast() -> None:
    waits = Experiment.of(*FIRST.runs, Run("plateau", ReduceLROnPlateau()), steps=440)
    assert "should end" not in shown(waits).headline
    runs, one = foreseen(a=2.0, b=3.0)
    assert forecast_words.headline([*runs, Run("new")], one) == ""


def test_a_run_outside_the_law_leaves_the_others_to_be_ranked() -> None:
    still = Experiment.of(*FIRST.runs, Run("still", None, SGD(lr=0.0)), steps=440)
    assert shown(still).headline == "cosine should end lowest; constant leaves a third more loss."


def test_a_tuned_peak_is_carried_to_another_shape_and_gives_it_that_peak() -> None:
    plan = Experiment.of(
        Run("cosine", CosineAnnealingLR(24_000), SGD(lr=0.3)),
        Run("constant", None, SGD(lr=0.1)),
        Run("warm", LinearLR(0.1, 1.0, 1000), SGD(lr=0.1)),
        Run("cycle", OneCycleLR(max_lr=0.2, total_steps=24_000), SGD(lr=0.1, momentum=0.9)),
        Run("adam", None, AdamW()),
        steps=24_000,
    )
    rows = {row.name: row for row in carried(plan, plan.runs[0], forecast.all_of(plan, LAW, 0, 23_999))}
    assert list(rows) == ["constant", "warm", "cycle"]
    best = {run.name: forecasts.of(plan, run, LAW).best_lr or 0.0 for run in plan.runs}
    for name, row in rows.items():
        assert row.factor == pytest.approx(best[name] / best["cosine"], rel=2e-2)
        assert row.wanted == pytest.approx(0.3 * row.factor)
    assert rows["constant"].run is not None
    assert peak(plan, rows["constant"].run) == pytest.approx(rows["constant"].wanted, rel=1e-3)
    assert rows["cycle"].run is None  # its peak is max_lr, whatever its optimizer's rate


def test_no_peak_is_carried_from_a_run_without_a_forecast() -> None:
    plan = Experiment.of(FIRST.runs[0], Run("plateau", ReduceLROnPlateau()), steps=440)
    assert not carried(plan, plan.runs[1], forecast.all_of(plan, LAW, 0, 439))
