"""Runs and seeds that race as one batch do what each does alone, within float32's rounding, over the whole catalog."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz import (
    SGD,
    Adam,
    AdamW,
    ConstantLR,
    CosineAnnealingLR,
    CyclicLR,
    Digits,
    Experiment,
    Group,
    LambdaLR,
    OneCycleLR,
    ReduceLROnPlateau,
    Result,
    Run,
    StepLR,
    train,
)
from lrviz.catalog.losses import LOSSES
from lrviz.catalog.models import MODELS
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.problems import PROBLEMS
from lrviz.engine import race as racing
from lrviz.spec import fields


def both(experiment: Experiment, monkeypatch: pytest.MonkeyPatch) -> tuple[Result, Result]:
    """Race together, and by plain loops."""
    together = train(experiment, device="cpu")
    with monkeypatch.context() as patch:
        patch.setattr(racing, "gathered", lambda members, _: list(members))
        return together, train(experiment, device="cpu")


def assert_alike(experiment: Experiment, monkeypatch: pytest.MonkeyPatch, rtol: float = 2e-4) -> Result:
    together, plain = both(experiment, monkeypatch)
    for one, other in zip(together.runs, plain.runs, strict=True):
        for seed, trace in one.by_seed.items():
            alone = other.by_seed[seed]
            assert (trace.diverged_at, trace.halted) == (alone.diverged_at, alone.halted)
            np.testing.assert_allclose(trace.losses, alone.losses, rtol=rtol, atol=1e-6, err_msg=one.name)
            np.testing.assert_allclose(trace.lrs, alone.lrs, rtol=1e-9, atol=1e-12)
            assert trace.metric_steps.tolist() == alone.metric_steps.tolist()
            for name in {"val_loss", "grad_norm", "update_norm"} & set(alone.metrics):
                np.testing.assert_allclose(trace.metrics[name], alone.metrics[name], rtol=1e-2, atol=1e-5)
    return together


def variants(cls: type[Optimizer]) -> list[Optimizer]:
    """Give an optimizer as it comes, and with every flag of its that can be set."""
    made = [cls.example().with_rate(0.01)]
    for field in fields(cls):
        if field.kind == "bool" and field.name != "maximize":
            momentum = {"momentum": 0.9} if field.name == "nesterov" and cls is SGD else {}
            made.append(replace(made[0], **momentum, **{field.name: not field.default}))
        if field.name == "weight_decay":
            made.append(replace(made[0], weight_decay=0.05))
    return made


@pytest.mark.parametrize("cls", OPTIMIZERS, ids=lambda cls: cls.__name__)
def test_every_optimizer_with_every_flag(cls: type[Optimizer], monkeypatch: pytest.MonkeyPatch) -> None:
    runs = [Run(str(i), CosineAnnealingLR(40)).with_optimizer(each, Digits()) for i, each in enumerate(variants(cls))]
    groups = (Group("0.*", lr=0.003), Group("2.bias", weight_decay=0.1), Group("*.bias", frozen=True))
    runs += [Run("groups", StepLR(15), groups=groups).with_optimizer(cls.example().with_rate(0.01), Digits())]
    assert_alike(Experiment.of(*runs, steps=40, validate_every=20, seeds=(0, 5)), monkeypatch)


def test_different_schedules_losses_and_optimizers_in_one_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    schedules: list[Any] = [
        None, StepLR(10), OneCycleLR(0.3, total_steps=50), CyclicLR(0.01, 0.2, step_size_up=7), LambdaLR("0.97 ** t"),
        ConstantLR(total_iters=9),
    ]  # fmt: skip
    runs = [Run(f"s{i}", each, SGD(lr=0.05, momentum=0.9)) for i, each in enumerate(schedules)]
    losses = [cls.fitted("classes") for cls in LOSSES if "classes" in cls.uses]
    runs += [Run(f"l{i}", None, SGD(lr=0.05), each) for i, each in enumerate(losses)]
    runs += [Run("adam", None, Adam(lr=0.01)), Run("adamw", StepLR(9), AdamW(lr=0.01), stepped="epoch")]
    assert_alike(Experiment.of(*runs, steps=50, batch_size=128), monkeypatch)


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda cls: cls.__name__)
def test_every_problem_with_every_loss_that_fits(problem: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    losses = [cls.fitted(problem.task) for cls in LOSSES if problem.task in cls.uses]
    runs = [Run(str(i), None, SGD(lr=0.01), each) for i, each in enumerate(losses)]
    assert_alike(Experiment.of(*runs, problem=problem.example(), steps=12, batch_size=8), monkeypatch)


@pytest.mark.parametrize("model", MODELS, ids=lambda cls: cls.__name__)
def test_every_model(model: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    runs = [Run("a", StepLR(6), SGD(lr=0.05, momentum=0.9)), Run("b", None, Adam(lr=0.003))]
    problem = Digits(model=model.example())
    assert_alike(Experiment.of(*runs, problem=problem, steps=12, validate_every=6, seeds=(1, 2)), monkeypatch)


def test_accumulated_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = [Run("a"), Run("b", None, AdamW(lr=0.01))]
    assert_alike(Experiment.of(*runs, steps=20, accumulation=3, world_size=2, batch_size=8), monkeypatch)


def test_who_diverges_halts_or_is_cut_does_so_alike_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = [
        Run("calm", None, SGD(lr=0.05)),
        Run("wild", None, SGD(lr=1e4)),
        Run("ends", OneCycleLR(0.1, total_steps=20), SGD(lr=0.1, momentum=0.9)),
        Run("too large", LambdaLR("1 if t < 9 else 1e45"), SGD(lr=0.1)),
        Run("told", ReduceLROnPlateau(patience=1, threshold=0.05), SGD(lr=0.1)),
        Run("late", None, Adam(lr=0.01)),
    ]
    together = assert_alike(Experiment.of(*runs, steps=40, validate_every=10), monkeypatch)
    ended = {run.name: len(run.losses) for run in together.runs}
    assert ended["calm"] == ended["late"] == ended["told"] == 40
    assert ended["wild"] < 40
    assert ended["ends"] == 21
    assert ended["too large"] == 9
    assert len(set(together.runs[4].lrs.tolist())) > 1


def test_probes_leave_the_batch_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = Experiment.of(Run("a"), Run("b", None, Adam(lr=0.01)), steps=30, validate_every=10)
    probed = replace(plain, training=replace(plain.training, probe=True))
    one, other = train(plain, device="cpu"), train(probed, device="cpu")
    for first, second in zip(one.runs, other.runs, strict=True):
        assert first.losses.tolist() == second.losses.tolist()
