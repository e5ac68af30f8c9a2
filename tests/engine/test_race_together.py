"""Runs and seeds that race as one batch do what each does alone, within float32's rounding, over the whole catalog."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from msgspec.structs import replace

from lrviz import (
    MLP,
    SGD,
    Adagrad,
    Adam,
    AdamW,
    ConstantLR,
    CosineAnnealingLR,
    CyclicLR,
    Digits,
    Experiment,
    Group,
    LambdaLR,
    Muon,
    NAdam,
    OneCycleLR,
    ReduceLROnPlateau,
    ResourceError,
    Result,
    RMSprop,
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
from lrviz.engine.ensemble import Ensemble
from lrviz.engine.member import Member, member
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


CYCLED: dict[str, Any] = {
    "to 1": CyclicLR(0.001, 0.01, step_size_up=3, base_momentum=1.0, max_momentum=0.5),
    "from 1": CyclicLR(0.001, 0.01, step_size_up=3, base_momentum=0.5, max_momentum=1.0),
    "from 0": CyclicLR(0.001, 0.01, step_size_up=3, base_momentum=0.9, max_momentum=0.0),
    "to 0": OneCycleLR(0.01, total_steps=12, base_momentum=0.0, max_momentum=0.9),
    "beyond 1": CyclicLR(0.001, 0.01, step_size_up=3, base_momentum=0.5, max_momentum=1.5),
    "from 2": OneCycleLR(0.01, total_steps=12, base_momentum=0.5, max_momentum=2.0),
    "out of range": CyclicLR(0.0, 0.0, step_size_up=50, base_momentum=0.5, max_momentum=1e30),
    "too large": CyclicLR(0.001, 0.01, step_size_up=3, base_momentum=0.5, max_momentum=1e39),
    "below 0": CyclicLR(0.01, 0.01, 2, mode="exp_range", gamma=1.2, base_momentum=0.1, max_momentum=0.3),
}
MOMENTA = [
    SGD(lr=0.1, momentum=0.9),
    RMSprop(lr=0.001),
    RMSprop(lr=0.001, momentum=0.9),
    *(cls.example() for cls in OPTIMIZERS if "betas" in cls.__struct_fields__),
    NAdam(momentum_decay=0.0),
]


@pytest.mark.parametrize("optimizer", MOMENTA, ids=lambda each: f"{type(each).__name__} {each.momentum_or_beta}")
def test_a_momentum_that_torch_cannot_compute_with_halts_a_run_alike_alone_and_among_others(
    optimizer: Optimizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = [Run(name, schedule, optimizer) for name, schedule in CYCLED.items()]
    calm = Run("calm", None, Adam())
    together = assert_alike(Experiment.of(*runs, calm, steps=14), monkeypatch, rtol=1e-3)
    assert len(together.runs[-1].losses) == 14
    halted = {run.name: (len(run.losses), run.halted) for run in together.runs if run.halted}
    kind = type(optimizer).__name__
    if kind in {"Adam", "AdamW", "Adamax"}:
        said = "the schedule has moved β₁ to 1, and 1 − β₁ᵗ is a divisor (ZeroDivisionError: float division by zero)"
        assert (halted["to 1"], halted["from 1"]) == ((3, said), (0, said))
    if kind == "RMSprop":
        steps, said = halted["from 0"]
        assert (steps, said.rpartition(" (")[2]) == (1, "KeyError: 'momentum_buffer')")
        assert said.startswith("the schedule began at momentum 0, for which torch's RMSprop keeps no buffer")
    if optimizer == NAdam(momentum_decay=0.0):
        assert halted["from 2"][0] == 0
    if kind not in {"SGD", "RMSprop"}:  # which multiply by it, up to infinity
        assert halted["too large"][1] == "RuntimeError: value cannot be converted to type float without overflow"


def test_one_example_for_a_batch_norm_halts_each_run_in_torchs_words(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Digits(model=MLP(norm="BatchNorm1d"))
    together = assert_alike(Experiment.of(Run("a"), Run("b"), problem=problem, steps=3, batch_size=1), monkeypatch)
    [alone] = train(Experiment.of(Run("a"), problem=problem, steps=3, batch_size=1), device="cpu").runs
    said = "ValueError: Expected more than 1 value per channel when training, got input size torch.Size([1, 64])"
    assert [run.halted for run in (*together.runs, alone)] == [said] * 3


@pytest.mark.parametrize("error", [ValueError, KeyError, ZeroDivisionError, TypeError, RuntimeError, OverflowError])
def test_whatever_a_members_own_update_raises_the_others_go_on(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    update = Member.update
    broken_member = member(0, Run("broken"), 0, Digits(), torch.from_numpy(Digits().data().train_y))

    def broken(each: Member, batches: Any) -> Any:
        if each.run.name == "broken":
            raise error("by torch")
        return update(each, batches)

    monkeypatch.setattr(Member, "update", broken)
    monkeypatch.setattr(Ensemble, "update", lambda *_: broken(broken_member, ()))
    runs = (Run("a"), Run("broken"), Run("b", None, Adam()))
    a, ended, b = train(Experiment.of(*runs, steps=4), device="cpu").runs
    assert ended.halted == f"{error.__name__}: {error('by torch')}"
    assert (len(a.losses), len(ended.losses), len(b.losses)) == (4, 0, 4)
    [alone] = train(Experiment.of(Run("a"), steps=4), device="cpu").runs
    assert a.losses.tolist() == alone.losses.tolist()


def test_full_memory_is_no_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> Any:
        raise RuntimeError("can't allocate memory: you tried to allocate 1 bytes")

    monkeypatch.setattr(Member, "update", full)
    with pytest.raises(ResourceError, match="out of memory"):
        train(Experiment.of(Run("a"), steps=2), device="cpu")


def test_what_torch_refuses_when_an_optimizer_is_made_halts_that_run_only() -> None:
    runs = (Run("a", None, Adagrad(initial_accumulator_value=1e300)), Run("b"))
    refused, other = train(Experiment.of(*runs, steps=2), device="cpu").runs
    assert refused.halted == "RuntimeError: value cannot be converted to type float without overflow"
    assert (len(refused.losses), len(other.losses)) == (0, 2)


def test_muon_trains_beside_an_ensemble_as_it_does_alone() -> None:
    own = Run("muon", OneCycleLR(0.05, total_steps=30)).with_optimizer(Muon(), Digits())
    bare = Run("bare", None, Muon())
    together = train(Experiment.of(Run("a"), own, bare, Run("b", None, Adam()), steps=30), device="cpu")
    [alone] = train(Experiment.of(own, steps=30), device="cpu").runs
    assert together.runs[1].losses.tolist() == alone.losses.tolist()
    assert alone.losses[-1] < 0.8 * alone.losses[0]
    assert together.runs[2].halted == "Muon takes only matrices, and 0.bias (64) isn't one: freeze it with a group"
    assert len(together.runs[3].losses) == 30
