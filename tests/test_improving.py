"""A run is improved at its own peak, with its own warm-up, and its curve is what was promised."""

from __future__ import annotations

import numpy as np
import pytest

import lrviz
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.errors import RefusedError, SpecError
from lrviz.experiment import Experiment
from lrviz.improving import before, improved_run, improvements, warmup
from lrviz.laws.bound import Bound
from lrviz.run import Run
from lrviz.scenarios import preset

STEPS = 500


def improved(experiment: Experiment, run: Run, **asked: float) -> tuple[Run, float]:
    rise = int(asked.pop("warmup", warmup(experiment, run)))
    *_, last = improvements(experiment, run, Bound(), warmup=rise, **asked)
    return improved_run(run, last.schedule, f"{run.name}, improved"), last.value


def test_the_run_keeps_its_peak_and_warm_up_and_ends_where_it_was_promised() -> None:
    run = Run("cycle", OneCycleLR(max_lr=0.5, total_steps=STEPS), AdamW(lr=0.02))
    experiment = Experiment.of(run, steps=STEPS)
    found, value = improved(experiment, run)
    rates = experiment.curve(found, np.arange(STEPS)).lr
    own = experiment.curve(run, np.arange(STEPS)).lr
    assert rates.max() == pytest.approx(own.max(), rel=1e-5)
    assert np.argmax(rates) == np.argmax(own)
    assert value == pytest.approx(before(experiment, found, Bound()).final, rel=1e-5)
    assert value < before(experiment, run, Bound()).final


def test_one_that_steps_once_an_epoch_is_improved_update_by_update() -> None:
    experiment = preset("resnet-50-one-hour")
    found, value = improved(experiment, experiment.runs[0])
    assert found.stepped == "batch"
    assert found.schedule is not None
    assert before(experiment, found, Bound()).final == pytest.approx(value, rel=1e-5)


def test_its_code_is_read_back_as_the_same_schedule() -> None:
    run = Run("steps", lrviz.StepLR(200))
    found, _ = improved(Experiment.of(run, steps=STEPS), run, floor=0.05)
    again = lrviz.curve(lrviz.code(found), steps=STEPS).lr
    np.testing.assert_allclose(again, lrviz.curve(found, steps=STEPS).lr, rtol=1e-9)


def test_what_no_law_holds_for_is_refused_in_a_sentence() -> None:
    still = Run("still", lrviz.ConstantLR(factor=0.0, total_iters=STEPS))
    with pytest.raises(RefusedError, match="still can’t be improved: no learning rate is above 0"):
        next(improvements(Experiment.of(still, steps=STEPS), still, Bound(), warmup=0))
    short = Run("short", OneCycleLR(max_lr=0.5, total_steps=STEPS // 2))
    with pytest.raises(RefusedError, match="short can’t be improved: torch raises"):
        next(improvements(Experiment.of(short, steps=STEPS), short, Bound(), warmup=0))
    constant = Run("constant")
    with pytest.raises(SpecError, match="floor must be"):
        next(improvements(Experiment.of(constant, steps=STEPS), constant, Bound(), warmup=0, floor=2.0))


def test_a_long_run_s_warm_up_and_peak_are_found_to_the_update() -> None:
    experiment = preset("llama-7b")
    [run] = experiment.runs
    assert warmup(experiment, run) == 2000
    first = next(improvements(experiment, run, Bound(), warmup=2000))
    assert max(first.factors) == 1
