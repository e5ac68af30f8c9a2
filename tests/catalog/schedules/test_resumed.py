"""What becomes of a schedule when training is resumed, against torch that is saved, built anew and loaded."""

from __future__ import annotations

import importlib
import re
import warnings
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from numpy.typing import NDArray

from lrviz import (
    ChainedScheduler,
    ConstantLR,
    CosineAnnealingLR,
    ExponentialLR,
    LambdaLR,
    LinearLR,
    LinearScheduleWithWarmup,
    MegatronCosine,
    OneCycleLR,
    SequentialLR,
    StepLR,
)
from lrviz.catalog import resuming
from lrviz.catalog.resumption import By
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.columns import columns
from lrviz.engine.build import build
from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.run import Run
from tests.strategies import WAYS, specs

STEPS = 50


class Trained(NamedTuple):
    """The rates and momenta of all updates, up to where torch raises, and what it says there."""

    rates: NDArray[np.float64]
    momenta: NDArray[np.float64]
    words: str


def in_two_sessions(resumed: Resumed, lr: float) -> Trained:
    """Train, save, build everything anew, load, and train on."""

    def train(rates: list[float], momenta: list[float]) -> None:
        optimizer = sgd(lr)
        scheduler = build(resumed.schedule, optimizer)
        go_on(optimizer, scheduler, resumed.step, rates, momenta)
        optimizer, scheduler = second_session(resumed, lr, optimizer, scheduler)
        go_on(optimizer, scheduler, STEPS - resumed.step, rates, momenta)

    return trained(train)


def in_one(resumed: Resumed, lr: float) -> Trained:
    """Train with the scheduler that lrviz builds."""

    def train(rates: list[float], momenta: list[float]) -> None:
        optimizer = sgd(lr)
        go_on(optimizer, build(resumed, optimizer), STEPS, rates, momenta)

    return trained(train)


def trained(train: Callable[[list[float], list[float]], None]) -> Trained:
    rates: list[float] = []
    momenta: list[float] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            train(rates, momenta)
        except (ArithmeticError, LookupError, NotImplementedError, TypeError, ValueError) as error:
            return Trained(np.array(rates), np.array(momenta), str(error))
    return Trained(np.array(rates), np.array(momenta), "")


def sgd(lr: float) -> torch.optim.Optimizer:
    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=lr, momentum=0.95)


def go_on(optimizer: torch.optim.Optimizer, scheduler: Any, steps: int, *seen: list[float]) -> None:
    for _ in range(steps):
        for name, values in zip(("lr", "momentum"), seen, strict=False):
            values.append(float(optimizer.param_groups[0][name]))
        optimizer.step()
        scheduler.step()


def second_session(
    resumed: Resumed, lr: float, before: torch.optim.Optimizer, was: Any
) -> tuple[torch.optim.Optimizer, Any]:
    fresh, state, then = sgd(lr), before.state_dict(), resumed.then
    match resumed.by:
        case "load_state_dict":
            scheduler = build(then, fresh)
            fresh.load_state_dict(state)
            scheduler.load_state_dict(was.state_dict())
        case "last_epoch":
            fresh.load_state_dict(state)
            module, _, name = type(then).target.rpartition(".")
            own = then.arguments_for([float(fresh.param_groups[0]["initial_lr"])])
            cls = getattr(importlib.import_module(module), name)
            scheduler = cls(fresh, last_epoch=resumed.step - 1, **own, **type(then).fixed)
        case "stepped":
            scheduler = build(then, fresh)
            go_on(fresh, scheduler, resumed.step)
        case "fresh":
            fresh.load_state_dict(state)
            scheduler = build(then, fresh)
    return fresh, scheduler


def same(resumed: Resumed, lr: float) -> None:
    """Compare torch in two sessions, what lrviz builds, and the curve, as far as rates are numbers."""
    expected, steps = in_two_sessions(resumed, lr), np.arange(STEPS)
    built = in_one(resumed, lr)
    np.testing.assert_array_equal(built.rates, expected.rates)
    np.testing.assert_array_equal(built.momenta, expected.momenta)
    assert built.words == expected.words
    with np.errstate(all="ignore"):
        rates, momenta = resumed.at(steps, lr)[: resumed.ends(lr)], resumed.momentum_at(steps, 0.95)
    broken = np.flatnonzero(~np.isfinite(rates[: len(expected.rates)]))
    alive = min(int(broken[0]) if len(broken) else STEPS, len(expected.rates))
    assert len(expected.rates) >= min(len(rates), STEPS) or not np.isfinite(rates).all()
    if not alive or not np.isfinite(expected.rates[:alive]).all():
        return
    # a rate that fell to 0 and is multiplied again keeps torch's rounding
    floors = map(float, re.findall(r"eta_min=([^,)]+)", str(resumed)))  # torch adds and subtracts them again
    high = max(lr, *floors, float(np.max(np.abs(expected.rates[:alive]))))
    np.testing.assert_allclose(rates[:alive], expected.rates[:alive], rtol=1e-9, atol=1e-12 * high)
    np.testing.assert_allclose(momenta[:alive], expected.momenta[:alive], rtol=1e-9, atol=1e-12)


@settings(max_examples=60, deadline=None)
@given(resumed=specs(Resumed), lr=st.floats(1e-4, 10), step=st.integers(1, STEPS - 10))
def test_what_torch_makes_of_a_second_session(resumed: Resumed, lr: float, step: int) -> None:
    said = str(resumed)
    assume(said.count("scale_fn=") == said.count("scale_fn=None"))  # torch keeps such a function or not by its type
    same(replace(resumed, step=step), lr)


LONGER = [
    (LinearScheduleWithWarmup(5, 40), LinearScheduleWithWarmup(5, 70)),
    (CosineAnnealingLR(40), CosineAnnealingLR(60)),
    (LambdaLR("1 / (1 + t)"), LambdaLR("1 / (1 + t / 2)")),
    (OneCycleLR(1.0, 50), OneCycleLR(1.0, 90)),
    (
        SequentialLR((LinearLR(0.1, total_iters=5), CosineAnnealingLR(40)), (5,)),
        SequentialLR((LinearLR(0.1, total_iters=5), CosineAnnealingLR(70)), (5,)),
    ),
    (
        SequentialLR((ConstantLR(0.5, 4), LambdaLR("0.9**t")), (7,)),
        SequentialLR((ConstantLR(0.1, 9), LambdaLR("0.5**t")), (9,)),
    ),
    (
        ChainedScheduler((LinearLR(0.1, total_iters=5), ExponentialLR(0.9))),
        ChainedScheduler((LinearLR(0.1, total_iters=50), ExponentialLR(0.99))),
    ),
]


@pytest.mark.parametrize("by", ["load_state_dict", "last_epoch", "stepped", "fresh"])
@pytest.mark.parametrize(("before", "then"), LONGER)
@pytest.mark.parametrize("step", [1, 6, 30])
def test_a_longer_horizon(before: Schedule, then: Schedule, step: int, by: By) -> None:
    if by == "last_epoch" and isinstance(then, (SequentialLR, ChainedScheduler)):
        with pytest.raises(SpecError, match="by must be another way than last_epoch"):
            Resumed(before, step, then, by)
        return
    same(Resumed(before, step, then, by), 0.5)


def test_what_torch_does_in_numbers() -> None:
    def rates(by: By, at: list[int]) -> list[float]:
        found = Resumed(CosineAnnealingLR(8), 6, CosineAnnealingLR(20), by).at(np.array(at), 1.0)
        return [round(float(rate), 4) for rate in found]

    assert rates("load_state_dict", [5, 6, 7, 9]) == [0.3087, 0.1464, 0.0381, 0.0381]  # the new T_max is lost
    assert rates("last_epoch", [5, 6, 7, 13]) == [0.3087, 0.1464, 0.1341, 0.0504]
    assert rates("stepped", [5, 6, 7, 13]) == [0.3087, 0.7939, 0.727, 0.273]
    assert rates("fresh", [5, 6, 7, 13]) == [0.3087, 0.1464, 0.1455, 0.1065]
    grown = Resumed(LinearLR(0.1, total_iters=8), 6, LinearLR(0.1, total_iters=12), "last_epoch")
    assert grown.at(np.array([49]), 1.0)[0] == pytest.approx(1.409, abs=1e-3)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Resumed(StepLR(3), 5, CosineAnnealingLR(9)), "then must be made of the same classes"),
        (lambda: Resumed(StepLR(3), 0, StepLR(9)), "step must be a whole number between 1 and"),
    ],
)
def test_what_can_not_be_resumed_is_refused_by_name(make: Any, words: str) -> None:
    with pytest.raises(SpecError, match=words):
        make()


def test_a_rate_that_the_new_scheduler_refuses_ends_the_curve_and_others_go_on() -> None:
    picky = Resumed(StepLR(3), 4, MegatronCosine(5, 30, init_lr=2.0), "stepped")
    same(picky, 3.0)
    assert (picky.ends(3.0), picky.ends(1.0)) == (None, 4)
    assert np.isfinite(picky.at(np.arange(6), 1.0)).tolist() == [True] * 4 + [False] * 2
    assert "init_lr (2.0) is above max_lr" in picky.message(4, 1.0)


def test_what_torch_raises_ends_the_curve() -> None:
    late = Resumed(StepLR(3), 24, OneCycleLR(1.0, 3), "stepped")
    assert (late.ends(), late.message(24)) == (24, in_two_sessions(late, 0.1).words)
    late = Resumed(OneCycleLR(1.0, 90), 24, OneCycleLR(1.0, 3), "last_epoch")
    assert (late.ends(), late.message(24)) == (24, in_two_sessions(late, 0.1).words)
    assert "Tried to step 24 times" in late.message(24)
    lost = Resumed(StepLR(3), 5, OneCycleLR(1.0, 90), "last_epoch")
    assert (lost.ends(), lost.message(5)) == (5, "KeyError: 'max_lr'")
    over = Resumed(OneCycleLR(1.0, 10), 5, OneCycleLR(1.0, 90))
    assert over.ends() == 11
    assert "Tried to step 11 times" in over.message(11)


def test_a_miniature_stops_at_its_share_of_the_plan() -> None:
    whole = Resumed(CosineAnnealingLR(4000), 1000, CosineAnnealingLR(8000), "stepped")
    assert whole.scaled(0.1) == Resumed(CosineAnnealingLR(400), 100, CosineAnnealingLR(800), "stepped")


def test_momentum_is_that_of_the_scheduler_in_turn() -> None:
    resumed = Resumed(StepLR(3), 4, OneCycleLR(1.0, 20), "fresh")
    assert resumed.cycles_momentum
    assert resumed.momentum_at(np.array([3, 4, 23]), 0.9).tolist() == [0.9, 0.95, 0.95]
    back = Resumed(OneCycleLR(1.0, 20), 4, StepLR(3), "stepped")
    assert back.momentum_at(np.array([0, 3, 4, 9]), 0.9)[[0, 2, 3]].tolist() == [0.95, 0.9, 0.9]


@settings(max_examples=30, deadline=None)
@given(resumed=specs(Resumed), scale=st.sampled_from((1, 30, 400)), width=st.sampled_from((7, 60)))
def test_no_step_lies_outside_its_column(resumed: Resumed, scale: int, width: int) -> None:
    experiment = Experiment.of(Run("run", resumed.scaled(scale)), steps=20_000)
    found, every = columns(experiment, experiment.runs[0], 0, 19_999, width), experiment.curve(0, np.arange(20_000))
    if found.sampled or found.scanned is not None or len(every) <= width:
        return
    starts = len(every) * np.arange(width) // width
    scale_of_all = 1e-13 * np.abs(every.lr).max()
    np.testing.assert_allclose(found.low, np.minimum.reduceat(every.lr, starts), rtol=1e-11, atol=scale_of_all)
    np.testing.assert_allclose(found.high, np.maximum.reduceat(every.lr, starts), rtol=1e-11, atol=scale_of_all)


def test_a_thousand_million_steps_are_drawn_exactly() -> None:
    for by in WAYS:
        resumed = Resumed(CosineAnnealingLR(6 * 10**8), 5 * 10**8, CosineAnnealingLR(10**9), by)
        experiment = Experiment.of(Run("run", resumed), steps=10**9)
        found = columns(experiment, experiment.runs[0], 0, 10**9 - 1, 1000)
        assert not found.sampled
        assert found.low.min() == pytest.approx(resumed.at(np.array([6 * 10**8, 10**9 - 1]), 0.1).min(), abs=1e-12)


def test_it_is_no_part_of_another() -> None:
    resumed = Resumed.example()
    with pytest.raises(SpecError, match="a list without Resumed, which takes a whole run to be resumed"):
        SequentialLR((resumed,), ())
    with pytest.raises(SpecError, match="schedule must be no Resumed, which takes a whole run"):
        Resumed(resumed, 5, resumed)


def test_its_stretches_and_what_can_be_moved() -> None:
    old = SequentialLR((LinearLR(0.1, total_iters=10), CosineAnnealingLR(80)), (10,))
    resumed = Resumed(old, 50, CosineAnnealingLR(40), "fresh")
    assert [(one.first, one.last, one.name, one.resumed) for one in resumed.stretches(100)] == [
        (0, 10, "LinearLR", False),
        (10, 50, "CosineAnnealingLR", False),
        (50, 100, "CosineAnnealingLR", True),
    ]
    handles = {one.path: one for one in resumed.handles(100)}
    assert {path: one.step for path, one in handles.items()} == {
        "step": 50,
        "schedule.milestones[0]": 10,
        "then.T_max": 90,
    }
    assert handles["step"].moved(60, 0.0) == replace(resumed, step=60)
    assert handles["then.T_max"].moved(95, 0.0) == replace(resumed, then=CosineAnnealingLR(45))


@pytest.mark.parametrize(
    ("before", "then"),
    [
        (CosineAnnealingLR(500), CosineAnnealingLR(1000)),
        (LinearScheduleWithWarmup(50, 500), LinearScheduleWithWarmup(50, 1000)),
        (
            SequentialLR((LinearLR(0.1, total_iters=50), CosineAnnealingLR(450)), (50,)),
            SequentialLR((LinearLR(0.1, total_iters=50), CosineAnnealingLR(950)), (50,)),
        ),
        (StepLR(300), StepLR(300)),
        (None, ConstantLR(1.0, total_iters=1000)),
    ],
)
def test_a_new_horizon_is_the_plans_end_and_the_warm_up_stays(before: Schedule | None, then: Schedule) -> None:
    made = resuming.resumed(before, 400, 1000)
    assert (made.step, made.then, made.by) == (400, then, "load_state_dict")


@settings(max_examples=60, deadline=None)
@given(before=specs(CyclicLR), then=specs(CyclicLR), gamma=st.floats(0.9, 1.1), step=st.integers(1, 60))
def test_what_can_be_made_of_two_cycles_has_a_curve(before: CyclicLR, then: CyclicLR, gamma: float, step: int) -> None:
    low, high = sorted((before.base_lr, before.max_lr))
    try:
        old = replace(before, base_lr=high, max_lr=low, mode="exp_range", gamma=gamma)
        resumed = Resumed(old, step, then)
    except SpecError as error:
        assert "gamma" in str(error)  # noqa: PT017 - either is fine
        return
    rates = resumed.at(np.arange(100), 0.1)
    assert (rates >= -1e-12 * np.abs(rates).max()).all()


def test_a_state_that_a_resumed_schedule_can_t_have_is_refused_by_name() -> None:
    before = CyclicLR(0.2, 0.1, mode="exp_range", gamma=1.1, scale_fn="0.5")
    with pytest.raises(SpecError, match=r"Resumed\(then=.*CyclicLR.gamma has to be at most 1"):
        Resumed(before, 10, CyclicLR(0.1, 0.2))
    assert Resumed(before, 10, CyclicLR(0.1, 0.2), by="fresh").at(np.arange(20), 0.1).min() >= 0
