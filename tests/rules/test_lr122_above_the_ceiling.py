"""LR122: only a race that got nowhere above twice what it measured is complained of, and the fix trains."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz import Experiment, Finding, LinearLR, OneCycleLR, Result, Run, SequentialLR, StepLR, lint, train
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedule import Schedule
from lrviz.listing import Listing
from lrviz.results import RunResult, Trace
from lrviz.rules.ceiling import Ceiling, ceiling
from lrviz.run import Group

WARM = SequentialLR((LinearLR(0.001, total_iters=20), StepLR(20)), (20,))


def raced(optimizer: Optimizer, schedule: Schedule | None = None, every: int = 1) -> tuple[Experiment, Result]:
    experiment = Experiment.of(Run("it", schedule, optimizer), steps=40 * every, probe=True, validate_every=every)
    return experiment, train(experiment, device="cpu")


def peak(experiment: Experiment) -> float:
    return float(experiment.curve(0, range(experiment.training.steps)).lr.max())


def found(experiment: Experiment, result: Result) -> list[Finding]:
    return [one for one in lint(experiment, result=result) if one.rule == "LR122"]


@pytest.mark.parametrize(
    ("optimizer", "schedule"),
    [
        (SGD(lr=30.0), None),
        (SGD(lr=30.0), WARM),
        (SGD(lr=0.1), OneCycleLR(30.0, 40, cycle_momentum=False)),
        (SGD(lr=10.0, momentum=0.9), None),
        (Adam(lr=10.0), None),
    ],
    ids=["constant", "behind a warm-up", "of a cycle", "with momentum", "of Adam"],
)
def test_a_run_thrown_off_is_found_and_trains_with_the_fix(optimizer: Optimizer, schedule: Schedule | None) -> None:
    experiment, result = raced(optimizer, schedule)
    (one,) = found(experiment, result)
    assert one.severity == "warning"
    assert one.fix is not None
    fixed = replace(experiment, runs=(one.fix,))
    assert peak(fixed) < 0.5 * peak(experiment)
    losses = train(fixed, device="cpu").runs[0].losses
    assert np.mean(losses[-4:]) < min(np.mean(result.runs[0].losses[-4:]), losses[0])
    assert found(fixed, result) == []


@pytest.mark.parametrize(
    "optimizer",
    [SGD(lr=0.1), SGD(lr=1.0), SGD(lr=0.1, momentum=0.9), Adam(lr=1e-2), Adam(lr=0.1)],
    ids=["low", "at the edge", "momentum", "Adam", "Adam beyond what it measures"],
)
def test_a_run_that_trains_is_left_alone_however_high_it_is(optimizer: Optimizer) -> None:
    experiment, result = raced(optimizer, every=3)
    assert found(experiment, result) == []


def measured(rates: list[float], losses: list[float], lr: float = 1.0, diverged: int | None = None) -> Trace:
    steps = np.arange(1, len(rates) + 1)
    return Trace(np.array(losses), np.full(len(losses), lr), {"critical_lr": np.array(rates)}, steps, diverged)


def test_the_ceiling_is_the_highest_up_to_where_the_rate_is_above_it() -> None:
    trace = measured([np.nan, 3.0, 2.0, 0.5, 9.0], [2.0] * 18 + [4.0, 6.0])
    assert ceiling([trace]) == Ceiling(3.0, 4, 2.0, 5.0)
    assert ceiling([measured([0.5, 0.2], [2.0, 2.0, 9.0], diverged=2)]) == Ceiling(0.5, 1, 2.0, np.inf)
    assert ceiling([measured([3.0, 2.0], [2.0, 2.0])]) is None
    assert ceiling([Trace(np.ones(3), np.ones(3))]) is None


def test_every_seed_has_to_say_so() -> None:
    high, low = measured([0.3], [2.0, 3.0]), measured([0.1], [2.0, 1.0])
    assert ceiling([high, low]) == Ceiling(0.3, 1, 2.0, 1.0)
    assert ceiling([high, measured([3.0], [2.0, 3.0])]) is None


def test_numbers_and_every_rate_in_the_fix_are_those_measured() -> None:
    groups = (Group("*.bias", lr=20.0), Group("0.*", frozen=True))
    run = Run("it", OneCycleLR((10.0, 20.0), 40, cycle_momentum=False), SGD(lr=10.0), groups=groups)
    experiment = Experiment.of(run, steps=40)
    trace = measured([2.04], [2.0, 2.0, 3.0], lr=10.0)
    (one,) = found(experiment, Result("cpu", (RunResult("it", {0: trace, 1: trace}),)))
    assert one.message == (
        "the learning rate goes up to 10, 4.9 times the ceiling of 2.04 that the race measured up to update 1: its "
        "training loss began at 2 and ended at 3"
    )
    assert one.step == 11
    assert one.fix is not None
    assert one.fix.schedule == OneCycleLR((2.0, 4.0), 40, cycle_momentum=False)
    assert (one.fix.optimizer, one.fix.groups[0].lr, one.fix.groups[1].lr) == (SGD(lr=2.0), 4.0, None)
    assert found(experiment, Result("cpu", (RunResult("other", {0: trace}),))) == []


@pytest.mark.parametrize(("momentum", "factor"), [(0.5, 3), (0.9, 19)])
def test_momentum_raises_the_ceiling(momentum: float, factor: float) -> None:
    experiment = Experiment.of(Run("it", optimizer=SGD(lr=100.0, momentum=momentum)), steps=40)
    (one,) = found(experiment, Result("cpu", (RunResult("it", {0: measured([1.0], [2.0, 3.0], lr=100.0)}),)))
    assert f"the ceiling of {1 + momentum:g} that" in one.message
    assert f"{factor:g} times the {1 - momentum:.3g} along its updates" in one.message
    assert one.fix is not None
    assert one.fix.optimizer.rate == pytest.approx(1 - momentum)


def test_a_run_of_a_text_is_trained_on_other_data_than_its_own() -> None:
    experiment, result = raced(SGD(lr=30.0))
    (one,) = found(experiment, result)
    listed = replace(experiment.runs[0], listing=Listing("optimizer = torch.optim.SGD(model.parameters(), lr=30.0)"))
    assert one
    assert found(replace(experiment, runs=(listed,)), result) == []
