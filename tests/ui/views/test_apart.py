"""Differences to the baseline: paired by seed and step, with the band of the seeds; and the ratio of rates."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.results import Trace
from lrviz.run import Run
from lrviz.ui.figure import Plot, Trek
from lrviz.ui.numbers import short
from lrviz.ui.racing.raced import Raced
from lrviz.ui.views import against, schedule, training
from lrviz.ui.views.sight import Sight
from lrviz.ui.views.training_table import table

STEPS, SEEDS = 60, (3, 5, 8)
PLAN = Experiment.of(
    Run("constant", None, SGD(lr=0.2)),
    Run("step", StepLR(30), SGD(lr=0.2)),
    Run("cosine", CosineAnnealingLR(60), SGD(lr=0.1)),
    steps=STEPS,
    seeds=SEEDS,
    validate_every=10,
)


def trace(seed: int, *, shift: float = 0.0) -> Trace:
    drawn = np.random.default_rng(seed)
    measured = np.arange(10, STEPS + 1, 10)
    losses = drawn.uniform(0.5, 1.0, len(measured))
    accuracy = 1 - losses / 2
    return Trace(
        np.linspace(2, 1, STEPS) + shift,
        np.full(STEPS, 0.2),
        MappingProxyType({"val_loss": losses + shift, "accuracy": accuracy - shift / 10}),
        measured,
    )


def raced(shift: float = 0.0, seeds: tuple[int, ...] = SEEDS) -> Raced:
    return Raced(tuple(trace(seed, shift=shift) for seed in seeds), STEPS, seeds=seeds)


RACED = {"constant": raced(), "step": raced(-0.25), "cosine": raced(seeds=SEEDS[::-1])}


def sight(**fields: object) -> Sight:
    return replace(Sight.whole(PLAN, 400), **{"cursor": STEPS - 1, "baseline": "constant", **fields})  # type: ignore[arg-type]


def pane(key: str, results: dict[str, Raced] = RACED) -> Plot:
    figure = training.figure(PLAN, results, sight(differences=True))
    return next(plot for plot in figure.plots if plot.key == key)


def test_what_differs_by_the_same_on_every_seed_is_a_line_without_a_band() -> None:
    plot = pane("val_loss")
    assert plot.title == "Validation loss − constant"
    mean = next(line for line in plot.lines if (line.name, line.style) == ("step", "solid"))
    band = next(line for line in plot.lines if (line.name, line.style) == ("step", "band"))
    np.testing.assert_allclose(mean.low, -0.25)
    np.testing.assert_allclose(band.high - band.low, 0, atol=1e-12)
    zero = next(line for line in plot.lines if line.style == "reference")
    assert (zero.name, set(zero.low)) == ("constant", {0.0})
    assert plot.y.low < -0.25 < 0 < plot.y.high


def test_seeds_are_paired_by_their_number_in_whatever_order_they_are() -> None:
    plot = pane("val_loss")
    cosine = next(line for line in plot.lines if (line.name, line.style) == ("cosine", "solid"))
    np.testing.assert_allclose(cosine.low, 0, atol=1e-12)
    assert {one.name: one.text for one in plot.readings} == {"step": "−0.25", "cosine": "≈ 0"}


def test_points_of_per_cent_are_told_as_points() -> None:
    plot = pane("accuracy")
    assert plot.y.form == "percent"
    assert {one.name: one.text for one in plot.readings}["step"] == "+2.5"


def test_a_stale_run_is_left_out_and_a_stale_baseline_leaves_values() -> None:
    plot = pane("val_loss", {**RACED, "step": replace(RACED["step"], stale=True)})
    assert {line.name for line in plot.lines} == {"constant", "cosine"}
    assert pane("val_loss", {**RACED, "constant": replace(RACED["constant"], stale=True)}).title == "Validation loss"


@given(st.lists(st.floats(-1, 1), min_size=3, max_size=3))
def test_a_band_runs_from_the_lowest_to_the_highest_paired_difference(shifts: list[float]) -> None:
    moved = Raced(
        tuple(trace(seed, shift=shift) for seed, shift in zip(SEEDS, shifts, strict=True)), STEPS, seeds=SEEDS
    )
    plot = pane("val_loss", {"constant": raced(), "step": moved})
    band = next(line for line in plot.lines if line.style == "band")
    mean = next(line for line in plot.lines if (line.name, line.style) == ("step", "solid"))
    np.testing.assert_allclose(band.low, min(shifts), atol=1e-12)
    np.testing.assert_allclose(band.high, max(shifts), atol=1e-12)
    np.testing.assert_allclose(mean.low, np.mean(shifts), atol=1e-12)


def test_a_value_that_seeds_dont_tell_from_the_baselines_is_about_as_much() -> None:
    figure = training.figure(PLAN, RACED, sight())
    val_loss = next(plot for plot in figure.plots if plot.key == "val_loss")
    assert {one.name: (one.level, one.apart) for one in val_loss.readings} == {
        "constant": (True, ""),
        "step": (False, "(−0.25)"),
        "cosine": (True, "(≈ 0)"),
    }


def test_the_table_has_differences_with_their_standard_error() -> None:
    moved = Raced(
        tuple(trace(seed, shift=shift) for seed, shift in zip(SEEDS, (0.1, 0.2, 0.3), strict=True)), STEPS, seeds=SEEDS
    )
    told = table(PLAN, {**RACED, "step": moved}, sight(columns=("val_loss", "Δval_loss", "final/accuracy")))
    assert told.heads == ("Val loss", "Δ val loss", "Final accuracy")
    constant, step, cosine = told.rows
    assert constant.pinned
    assert constant.cells[1].text == "–"
    assert step.cells[1].value == pytest.approx(0.2)
    assert step.cells[1].spread == pytest.approx(np.std([0.1, 0.2, 0.3], ddof=1) / np.sqrt(3))
    assert (step.cells[1].text, step.cells[1].quiet) == ("≈ +0.20 ± 0.06", True)
    assert (cosine.cells[1].text, cosine.cells[1].about) == ("≈ 0", "Not told apart by 3 seeds.")
    accuracy = [trace(seed).metrics["accuracy"][-1] for seed in SEEDS]
    assert constant.cells[2].value == pytest.approx(np.mean(accuracy))
    assert constant.cells[2].spread == pytest.approx(np.std(accuracy, ddof=1))


def test_what_is_raced_anew_has_no_difference_to_a_baseline_that_has_changed_since() -> None:
    stale = {**RACED, "constant": replace(raced(), stale=True)}
    constant, step, cosine = table(PLAN, stale, sight(columns=("val_loss", "Δval_loss"))).rows
    assert [row.cells[1].text for row in (constant, step, cosine)] == ["–", "–", "–"]
    every = {name: replace(one, stale=True) for name, one in RACED.items()}
    assert table(PLAN, every, sight(columns=("val_loss", "Δval_loss"))).rows[1].cells[1].text == "−0.25"


def test_the_table_tells_the_best_its_step_and_how_soon_a_run_is_near_it() -> None:
    one = {"constant": raced(seeds=(3,)), "step": raced(-0.25, seeds=(3,))}
    told = table(PLAN, one, sight(baseline="", columns=("best/val_loss", "step/val_loss", "reach/val_loss")))
    losses = trace(3).metrics["val_loss"]
    best, step, reach = told.rows[0].cells
    assert best.value == losses.min()
    assert step.value == float(10 * (1 + losses.argmin()))
    assert reach.text == "–"
    near = np.flatnonzero(losses - 0.25 <= 1.02 * (losses.min() - 0.25))[0]
    assert told.rows[1].cells[2].value == 10 * (1 + near)
    assert told.rows[1].cells[0].best
    assert not best.best


def test_a_stale_row_says_so() -> None:
    told = table(PLAN, {**RACED, "step": replace(RACED["step"], stale=True)}, sight())
    assert [(row.note, row.faint) for row in told.rows] == [("", False), ("stale", True), ("", False)]
    assert not any(cell.best for cell in told.rows[1].cells)


def ratio_pane(**fields: object) -> Plot | None:
    figure = schedule.figure(PLAN, {}, sight(differences=True, **fields))
    return next((plot for plot in figure.plots if plot.key == "ratio"), None)


def test_rates_are_drawn_as_ratios_to_the_baselines() -> None:
    plot = ratio_pane(cursor=45)
    assert plot is not None
    assert plot.title == "Learning rate ÷ constant"
    step = next(line for line in plot.lines if line.name == "step")
    at = np.arange(STEPS)
    np.testing.assert_allclose(step.low, PLAN.curve(1, at).lr / PLAN.curve(0, at).lr)
    assert {one.name: one.text for one in plot.readings}["step"] == "× 0.1"


def test_where_the_baselines_rate_is_none_no_ratio_is_drawn() -> None:
    plot = ratio_pane(baseline="cosine")
    assert plot is not None
    assert np.isfinite(next(line for line in plot.lines if line.name == "step").low).all()
    assert ratio_pane(baseline="nobody") is None


def test_the_headline_says_how_far_the_best_is_from_the_baseline_and_how_sure() -> None:
    def headline(results: dict[str, Raced], baseline: str = "constant") -> str:
        return training.figure(PLAN, results, sight(baseline=baseline)).headline

    one = {name: Raced(RACED[name].traces[:1], STEPS, seeds=SEEDS[:1]) for name in ("constant", "step")}
    assert headline(one).startswith("step ends 0.25 below constant, at ")
    assert headline(one, "step").startswith("constant ends 0.25 above step, at ")
    level = {"constant": RACED["constant"], "cosine": RACED["cosine"]}
    assert headline(level).startswith("3 seeds don’t tell cosine from constant: ")
    moved = tuple(trace(seed, shift=shift) for seed, shift in zip(SEEDS, (-0.21, -0.2, -0.22), strict=True))
    sure = {"constant": RACED["constant"], "step": Raced(moved, STEPS, seeds=SEEDS)}
    assert headline(sure).startswith("step ends 0.210 ± 0.006 below constant, at ")
    assert "baseline" not in headline(RACED, "")


def test_ends_on_a_landscape_are_told_with_their_difference() -> None:
    def trek(name: str, end: float, *, stale: bool = False) -> Trek:
        z = np.array([2.0, end])
        return Trek(name, 0, np.zeros(2), np.zeros(2), z, end=short(end), stale=stale)

    treks = [
        trek("constant", 1.03),
        trek("step", 0.871),
        trek("late", 0.9, stale=True),
        replace(trek("x", 1.0), end=""),
    ]
    assert against.ends(treks, "constant", "number") == {"constant": "1.03", "step": "0.871 (−0.159)", "late": "0.9"}
    assert against.ends(treks, "", "number")["step"] == "0.871"
    assert against.ends(treks, "late", "number")["step"] == "0.871"
