"""What becomes of a schedule when training is resumed, against torch that is saved, built anew and loaded."""

from __future__ import annotations

import importlib
import warnings
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lrviz import (
    ChainedScheduler,
    ConstantLR,
    CosineAnnealingLR,
    ExponentialLR,
    LambdaLR,
    LinearLR,
    LinearScheduleWithWarmup,
    OneCycleLR,
    SequentialLR,
    StepLR,
)
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.resumed import By, Resumed
from lrviz.catalog.schedule import Schedule
from lrviz.engine.build import build
from lrviz.errors import SpecError
from tests.strategies import SIMPLE, parts, specs

STEPS = 50


def stepped_through(resumed: Resumed, lr: float) -> tuple[NDArray[np.float64], str]:
    """Train in two sessions, and give the rates of all updates, up to where torch raises, and what it says there."""
    rates: list[float] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            optimizer, scheduler = built(resumed.schedule, lr)
            go_on(optimizer, scheduler, resumed.step, rates)
            optimizer, scheduler = second_session(resumed, lr, optimizer, scheduler)
            go_on(optimizer, scheduler, STEPS - resumed.step, rates)
        except (ArithmeticError, ValueError, KeyError) as error:
            return np.array(rates), str(error)
    return np.array(rates), ""


def built(schedule: Schedule, lr: float) -> tuple[torch.optim.Optimizer, Any]:
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=lr, momentum=0.9)
    return optimizer, build(schedule, optimizer)


def go_on(optimizer: torch.optim.Optimizer, scheduler: Any, steps: int, rates: list[float]) -> None:
    for _ in range(steps):
        rates.append(float(optimizer.param_groups[0]["lr"]))
        optimizer.step()
        scheduler.step()


def second_session(
    resumed: Resumed, lr: float, before: torch.optim.Optimizer, was: Any
) -> tuple[torch.optim.Optimizer, Any]:
    fresh, state = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=lr, momentum=0.9), before.state_dict()
    then = resumed.then
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
            go_on(fresh, scheduler, resumed.step, [])
        case "fresh":
            fresh.load_state_dict(state)
            scheduler = build(then, fresh)
    return fresh, scheduler


def same(resumed: Resumed, lr: float) -> None:
    expected, _ = stepped_through(resumed, lr)
    end = resumed.ends()
    with np.errstate(all="ignore"):
        rates = resumed.at(np.arange(STEPS), lr)[:end]
    finite = np.flatnonzero(~np.isfinite(rates[: len(expected)]))
    alive = min(int(finite[0]) if len(finite) else STEPS, len(expected))
    assert len(expected) >= min(len(rates), STEPS) or not np.isfinite(rates).all()
    if not alive or not np.isfinite(expected[:alive]).all():
        return
    # a rate that fell to 0 and is multiplied again keeps torch's rounding
    np.testing.assert_allclose(
        rates[:alive], expected[:alive], rtol=1e-9, atol=1e-12 * max(lr, float(np.max(np.abs(expected[:alive]))))
    )


ALONE = {"MultiplicativeLR", "SWALR"}
"""Classes that don’t say yet what their steps make of a rate that another scheduler left."""
RESUMABLE = [cls for cls in SIMPLE if cls.__name__ not in ALONE and not issubclass(cls, Recipe)]


@pytest.mark.parametrize("cls", RESUMABLE, ids=lambda cls: cls.__name__)
@settings(max_examples=5, deadline=None)
@given(data=st.data(), lr=st.floats(1e-4, 10), step=st.integers(1, 40))
def test_the_same_class_with_another_horizon(cls: type[Schedule], data: st.DataObject, lr: float, step: int) -> None:
    by: By = data.draw(st.sampled_from(("load_state_dict", "last_epoch", "stepped", "fresh")))
    same(made(data.draw(specs(cls)), step, data.draw(specs(cls)), by), lr)


@settings(max_examples=30, deadline=None)
@given(before=parts(), then=parts(), lr=st.floats(1e-4, 10), step=st.integers(1, 40), data=st.data())
def test_any_schedule_after_any_other(
    before: Schedule, then: Schedule, lr: float, step: int, data: st.DataObject
) -> None:
    same(made(before, step, then, data.draw(st.sampled_from(("last_epoch", "stepped", "fresh")))), lr)


def made(before: Schedule, step: int, then: Schedule, by: By) -> Resumed:
    said = f"{before} {then}"
    assume(not any(name in said for name in ALONE) and said.count("scale_fn=") == said.count("scale_fn=None"))
    try:
        return Resumed(before, step, then, by)
    except SpecError:
        assume(False)
        raise


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
        resumed = Resumed(CosineAnnealingLR(8), 6, CosineAnnealingLR(20), by)
        return [round(float(rate), 4) for rate in resumed.at(np.array(at), 1.0)]

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


def test_what_torch_raises_ends_the_curve() -> None:
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
    assert resumed.momentum_at(np.array([3, 5]), 0.9)[0] == 0.9
