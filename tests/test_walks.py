"""The parts of an update: together it, and each what torch's optimizer has made of it."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz import SGD, Adagrad, Adam, AdamW, CosineAnnealingLR, Experiment, Group, OneCycleLR, RMSprop, Run, Walk, train
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.surfaces.quadratic import Quadratic
from lrviz.results import Trace
from lrviz.run import Branch
from lrviz.walks import Stride, stride

STEPS = 14


def strides(run: Run) -> tuple[list[Stride], Trace]:
    experiment = Experiment.of(run, problem=Walk(model=Quadratic(), noise=1.0), steps=STEPS, batch_size=1)
    trace = train(experiment, device="cpu").runs[0].first
    return [stride(experiment, experiment.runs[0], trace, t) for t in range(STEPS)], trace


@pytest.mark.parametrize("cls", [cls for cls in OPTIMIZERS if cls.__name__ != "Muon"], ids=lambda cls: cls.__name__)
def test_the_parts_of_any_optimizers_update_make_it_up(cls: type[Optimizer]) -> None:
    found, trace = strides(Run("run", CosineAnnealingLR(20), cls.example()))
    for t, each in enumerate(found):
        np.testing.assert_array_equal(each.place, trace.places[t])
        np.testing.assert_array_equal(each.update, trace.places[t + 1] - trace.places[t])
        np.testing.assert_allclose(each.gradient + each.momentum + each.decay, each.update, atol=1e-12)
        assert all(np.isfinite(part).all() for part in each)
    assert not found[0].momentum.any()


@pytest.mark.parametrize("optimizer", [SGD(lr=0.02, momentum=0.9), SGD(lr=0.02, momentum=0.9, weight_decay=0.1)])
def test_heavy_balls_momentum_is_what_is_left_of_earlier_gradients(optimizer: SGD) -> None:
    run = Run("run", CosineAnnealingLR(20), optimizer)
    found, trace = strides(run)
    total = np.zeros(2)
    for t, each in enumerate(found):
        pushed = trace.slopes[t] + optimizer.weight_decay * trace.places[t]
        np.testing.assert_allclose(each.gradient, -trace.lrs[t] * pushed, atol=1e-6)
        np.testing.assert_allclose(each.momentum, -trace.lrs[t] * 0.9 * total, atol=1e-6)
        total = 0.9 * total + pushed


def test_nesterov_looks_ahead_and_dampening_leaves_out() -> None:
    nesterov, trace = strides(Run("run", None, SGD(lr=0.02, momentum=0.9, nesterov=True)))
    np.testing.assert_allclose(nesterov[5].gradient, -0.02 * 1.9 * trace.slopes[5], atol=1e-6)
    damped, trace = strides(Run("run", None, SGD(lr=0.02, momentum=0.9, dampening=0.4)))
    np.testing.assert_allclose(damped[5].gradient, -0.02 * 0.6 * trace.slopes[5], atol=1e-6)


def test_adams_parts_are_those_of_its_running_mean() -> None:
    run = Run("run", OneCycleLR(0.3, total_steps=20, base_momentum=0.5), Adam(lr=0.05, betas=(0.9, 0.99)))
    found, trace = strides(run)
    beta = Experiment.of(run, steps=STEPS).curve(0, range(STEPS)).momentum
    assert beta is not None
    mean, square = np.zeros(2), np.zeros(2)
    for t, each in enumerate(found):
        before, mean = mean, beta[t] * mean + (1 - beta[t]) * trace.slopes[t]
        square = 0.99 * square + 0.01 * trace.slopes[t] ** 2
        size = np.sqrt(square / (1 - 0.99 ** (t + 1))) + 1e-8
        scale = -trace.lrs[t] / (1 - beta[t] ** (t + 1)) / size
        np.testing.assert_allclose(each.gradient, scale * (1 - beta[t]) * trace.slopes[t], rtol=1e-3, atol=1e-5)
        np.testing.assert_allclose(each.momentum, scale * beta[t] * before, rtol=1e-3, atol=1e-5)


def test_a_decay_apart_from_the_gradient_is_drawn_by_itself() -> None:
    found, trace = strides(Run("run", None, AdamW(lr=0.1, weight_decay=0.5)))
    np.testing.assert_allclose(found[4].decay, -0.1 * 0.5 * trace.places[4], rtol=1e-6)
    assert not strides(Run("run", None, Adam(lr=0.1, weight_decay=0.5)))[0][4].decay.any()


def test_without_momentum_all_is_the_gradients() -> None:
    for optimizer in (SGD(lr=0.02), Adagrad(lr=0.1), RMSprop(lr=0.1)):
        assert not any(each.momentum.any() for each in strides(Run("run", None, optimizer))[0])


def test_rmsprops_momentum_is_a_share_of_the_last_update() -> None:
    found, trace = strides(Run("run", CosineAnnealingLR(20), RMSprop(lr=0.02, momentum=0.8)))
    share = 0.8 * trace.lrs[6] / trace.lrs[5]
    np.testing.assert_allclose(found[6].momentum, share * found[5].update, atol=1e-6)


def test_groups_have_rates_of_their_own_and_frozen_ones_stand_still() -> None:
    run = Run("run", None, SGD(lr=0.02, momentum=0.9), groups=(Group("y", lr=0.005),))
    found, trace = strides(run)
    np.testing.assert_allclose(found[3].gradient, [-0.02, -0.005] * trace.slopes[3], atol=1e-6)
    still, _ = strides(replace(run, groups=(Group("y", frozen=True),)))
    assert all(each.update[1] == each.gradient[1] == each.momentum[1] == 0 for each in still)


@pytest.mark.parametrize("before", [SGD(lr=0.02, momentum=0.9), Adam(lr=0.1)])
def test_a_branchs_updates_are_made_of_what_its_optimizer_remembers(before: Optimizer) -> None:
    parent = Run("parent", None, before)
    plan = Experiment.of(
        parent,
        Run("child", None, SGD(lr=0.01, momentum=0.9), branch=Branch("parent", 6)),
        problem=Walk(model=Quadratic(), noise=1.0),
        steps=STEPS,
        batch_size=1,
    )
    head, trace = (each.first for each in train(plan, device="cpu").runs)
    child = plan.runs[1]
    for t in range(6):
        own, its = stride(plan, child, trace, t), stride(plan, plan.runs[0], head, t)
        for one, other in zip(own, its, strict=True):
            np.testing.assert_array_equal(one, other)
    total = np.zeros(2)
    for t in range(STEPS):
        if t >= 6:
            found = stride(plan, child, trace, t)
            np.testing.assert_allclose(found.gradient, -0.01 * trace.slopes[t], atol=1e-6)
            np.testing.assert_allclose(found.momentum, -0.01 * 0.9 * total, atol=1e-6)
        total = 0.9 * total + trace.slopes[t] if isinstance(before, SGD) or t >= 6 else total
