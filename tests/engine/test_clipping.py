"""Gradients are cut to a norm as torch's own loop cuts them, in a member and in an ensemble."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch import nn

from lrviz import SGD, Adam, Digits, Experiment, Group, Run, Walk, train
from lrviz.catalog.models.mlp import MLP
from lrviz.engine.ensemble import Ensemble, gathered
from lrviz.engine.member import Batch, Member, member

SMALL = Digits(model=MLP(hidden=(9,), activation="Tanh"))
TARGET = torch.from_numpy(SMALL.data().train_y)


def batch(seed: int, n: int = 8) -> Batch:
    generator = torch.Generator().manual_seed(seed)
    return torch.randn(n, 64, generator=generator), torch.randint(0, len(TARGET), (n,), generator=generator)


def norm_of(each: Member) -> torch.Tensor:
    assert each.norm is not None
    return each.norm


@pytest.mark.parametrize("clip", [0.05, 1.0, 1e6])
def test_a_member_trains_as_a_loop_written_by_hand(clip: float) -> None:
    run = Run("run", None, SGD(lr=0.1, momentum=0.9), groups=(Group("0.bias", frozen=True),), clip=clip)
    made, twin = (member(0, run, 3, SMALL, TARGET) for _ in range(2))
    by_hand = torch.optim.SGD([p for p in twin.model.parameters() if p.requires_grad], lr=0.1, momentum=0.9)
    for step in range(6):
        inputs, examples = batch(step)
        made.update([(inputs, examples)])
        by_hand.zero_grad()
        nn.functional.cross_entropy(twin.model(inputs), TARGET[examples]).backward()
        own = [p.grad for p in twin.model.parameters() if p.grad is not None]
        norm = torch.cat([grad.flatten() for grad in own]).norm()
        for grad in own:
            grad.mul_(min(1.0, clip / (float(norm) + 1e-6)))
        by_hand.step()
        assert made.norm is not None
        assert float(made.norm) == pytest.approx(float(norm), rel=1e-5)
        for one, other in zip(made.model.parameters(), twin.model.parameters(), strict=True):
            torch.testing.assert_close(one, other, rtol=1e-5, atol=1e-7)


def test_an_ensemble_cuts_each_member_by_itself_as_plain_loops_do() -> None:
    frozen = (Group("0.*", frozen=True), Group("*.bias", lr=0.3))
    runs = (
        Run("tight", None, SGD(lr=0.5, momentum=0.9), clip=0.01),
        Run("loose", None, SGD(lr=0.5), clip=100.0),
        Run("never", None, SGD(lr=0.5)),
        Run("frozen", None, Adam(lr=0.05), groups=frozen, clip=0.2),
    )
    experiment = Experiment.of(*runs, problem=SMALL, steps=9, seeds=(0, 1))
    entrants = [(run, seed) for run in runs for seed in (0, 1)]
    plain, others = ([member(i, *each, SMALL, TARGET) for i, each in enumerate(entrants)] for _ in range(2))
    for each in (*plain, *others):
        each.model.double()
    [ensemble] = gathered(others, experiment)
    assert isinstance(ensemble, Ensemble)
    left = list(ensemble.members)
    for step in range(8):
        if step == 4:
            ensemble.drop([each for each in left if each.seed == 1 and each.run.name in ("tight", "never")])
            left = list(ensemble.members)
            for each in left:  # which are measured after others have left
                assert each.norm is None or float(each.norm) == pytest.approx(float(norm_of(plain[each.index])))
        drawn = {seed: [(batch(10 * step + seed)[0].double(), batch(10 * step + seed)[1])] for seed in (0, 1)}
        losses = ensemble.update(step, drawn)
        for i, each in enumerate(left):
            twin = plain[each.index]
            assert float(losses[i]) == pytest.approx(float(twin.update(drawn[twin.seed])), abs=1e-9)
            assert (each.norm is None) == (twin.norm is None) == (each.run.clip is None)
            if each.norm is not None and twin.norm is not None:
                assert float(each.norm) == pytest.approx(float(twin.norm), rel=1e-9)
            for one, other in zip(each.model.parameters(), twin.model.parameters(), strict=True):
                torch.testing.assert_close(one, other, rtol=0, atol=1e-9)


def test_the_norm_that_is_told_is_that_before_the_cut() -> None:
    clipped, free = Run("clipped", None, SGD(lr=0.1), clip=0.25), Run("free", None, SGD(lr=0.1))
    for runs in ((clipped,), (clipped, free)):  # the plain loop, and an ensemble
        metrics = train(Experiment.of(*runs, steps=3, validate_every=1), device="cpu").runs[0].metrics
        assert (metrics["grad_norm"] > 0.3).all()
        np.testing.assert_allclose(metrics["update_norm"], 0.1 * 0.25, rtol=1e-4)
        np.testing.assert_allclose(metrics["effective_lr"], 0.025 / metrics["grad_norm"], rtol=1e-4)


def test_no_bound_is_bitwise_as_if_there_were_none() -> None:
    one, other = (
        train(Experiment.of(Run("run", None, SGD(lr=0.1), clip=clip), steps=5), device="cpu").runs[0].losses.tolist()
        for clip in (None, 1e9)
    )
    assert one == other


def test_a_slope_that_is_no_number_stays_with_its_own_member() -> None:
    wild, calm = Run("wild", None, SGD(lr=1e30), clip=1e30), Run("calm", None, SGD(lr=0.01), clip=1.0)
    together = train(Experiment.of(wild, calm, problem=Walk(), steps=20, batch_size=1), device="cpu").runs
    alone = train(Experiment.of(calm, problem=Walk(), steps=20, batch_size=1), device="cpu").runs[0]
    assert together[0].diverged_at is not None
    np.testing.assert_allclose(together[1].losses, alone.losses, rtol=1e-5)
    assert not math.isnan(together[1].losses[-1])
