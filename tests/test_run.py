from __future__ import annotations

import numpy as np
import pytest
import torch

from lrviz import (
    CNN,
    MLP,
    SGD,
    Adadelta,
    Adagrad,
    Adam,
    CyclicLR,
    Digits,
    Experiment,
    Group,
    HuberLoss,
    Linear,
    Moons,
    Muon,
    OneCycleLR,
    Run,
    ScheduleError,
    StepLR,
    Transformer,
    curve,
    parse,
)
from lrviz.catalog.model import Model
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.multiplicative_lr import MultiplicativeLR
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.schedules.swalr import SWALR
from lrviz.columns import columns
from lrviz.engine.build import build

CYCLES = OneCycleLR(max_lr=0.1, total_steps=20)
SAID = "optimizer must support momentum or beta1 with `cycle_momentum` option enabled"


@pytest.mark.parametrize("optimizer", [Adagrad(), Adadelta()])
@pytest.mark.parametrize("schedule", [CYCLES, CyclicLR(0.1, 0.2)])
def test_a_scheduler_that_torch_refuses_for_the_optimizer_has_no_rate_and_says_why(
    optimizer: Adagrad, schedule: OneCycleLR
) -> None:
    run = Run("refused", schedule, optimizer)
    experiment = Experiment.of(run, steps=20)
    refused = experiment.curve(run, np.arange(20))
    assert (len(refused), refused.error) == (0, SAID)
    drawn = columns(experiment, run, 0, 19, 100)
    assert (len(drawn.x), drawn.error) == (0, SAID)


def test_without_cycled_momentum_or_with_adam_it_has() -> None:
    for run in (
        Run("a", OneCycleLR(max_lr=0.1, total_steps=20, cycle_momentum=False), Adagrad()),
        Run("b", CYCLES, Adam()),
        Run("c", StepLR(3), Adagrad()),
    ):
        assert run.unfit == ""
        assert len(Experiment.of(run, steps=20).curve(0, np.arange(20))) == 20


def test_a_text_with_such_a_pair_is_refused_with_torchs_words() -> None:
    text = "o = torch.optim.Adagrad(m.parameters())\nOneCycleLR(o, max_lr=0.1, total_steps=20)"
    for read in (parse, lambda text: curve(text, steps=3)):
        with pytest.raises(ScheduleError) as refused:
            read(text)
        assert str(refused.value) == SAID


@pytest.mark.parametrize(
    ("model", "frozen"),
    [
        (MLP(), ["*bias"]),
        (MLP(hidden=(8, 8), norm="BatchNorm1d"), ["*bias", "1.weight", "4.weight"]),
        (MLP(hidden=(8, 8), norm="LayerNorm", skip=True), ["*bias", "1.weight", "*.1.weight"]),
        (Linear(), ["*bias"]),
        (Linear(bias=False), []),
        (CNN(), ["1.weight", "*bias", "4.weight"]),
        (Transformer(norm="pre"), ["*bias", "*.norm1.weight", "*.norm2.weight", "5.weight"]),
    ],
    ids=str,
)
def test_an_optimizer_brings_frozen_groups_for_what_it_cannot_take_and_takes_them_along(
    model: Model, frozen: list[str]
) -> None:
    problem = Digits(model=model)
    bare = Run("run", optimizer=Muon())
    assert bool(bare.misfit(problem)) is bool(frozen)
    run = Run("run").with_optimizer(Muon(), problem)
    assert run.groups == tuple(Group(pattern, frozen=True) for pattern in frozen)
    assert run.misfit(problem) == ""
    matrices = {name for name, shape in problem.shapes.items() if len(shape) == 2}
    assert run.trained(problem.shapes).keys() == matrices
    assert run.with_optimizer(Muon(lr=1.0), problem).groups == run.groups
    assert run.with_optimizer(SGD(lr=0.1), problem) == Run("run")


def test_ones_own_groups_stay_behind_those_that_an_optimizer_brings() -> None:
    own = (Group("0.*", lr=0.5), Group("*.bias", frozen=True))
    run = Run("run", groups=own).with_optimizer(Muon(), Digits())
    assert run.groups == (Group("*bias", frozen=True), *own)
    assert run.with_optimizer(Adam(), Digits()).groups == own
    enough = Run("run", groups=own[1:]).with_optimizer(Muon(), Digits())
    assert enough.groups == own[1:]


def test_what_does_not_fit_is_said_of_the_model_the_loss_and_the_optimizer_in_turn() -> None:
    lost = Run("run", loss=HuberLoss(), optimizer=Muon())
    assert lost.misfit(Moons(model=CNN())) == "CNN needs pictures; these data have none"
    assert lost.misfit(Digits()).startswith("HuberLoss is for a number")
    assert Run("run", optimizer=Muon()).misfit(Digits()) == (
        "Muon takes only matrices, and 0.bias (64) isn't one: freeze it with a group"
    )
    named = Run("run", optimizer=Muon(), groups=(Group("0.bias", frozen=True), Group("2.bias", lr=0.1)))
    assert "2.bias (10)" in named.misfit(Digits())
    assert Run("run", groups=(Group("*", frozen=True),)).misfit(Digits()).startswith("all parameters are frozen")
    assert Moons(model=CNN()).shapes == {}


GROUPED = [
    LambdaLR(("1.0", "0.5", "0.1")),
    MultiplicativeLR(("1.0", "0.5", "0.1")),
    SWALR((0.1, 0.2, 0.3)),
    CyclicLR((0.1, 0.2, 0.3), 1.0),
    CyclicLR(0.1, (0.1, 0.2, 0.3), base_momentum=(0.8,)),
    CyclicLR(0.1, 1.0, base_momentum=(0.8, 0.7, 0.6)),
    OneCycleLR((0.1, 0.2, 0.3), 10),
    OneCycleLR(0.1, 10, base_momentum=(0.8,), max_momentum=(0.8, 0.7, 0.9)),
    ReduceLROnPlateau(min_lr=(0.1, 0.2, 0.3)),
]


@pytest.mark.parametrize("momentum", [True, False])
@pytest.mark.parametrize("schedule", GROUPED, ids=repr)
def test_values_for_other_groups_than_there_are_are_refused_in_torchs_words(schedule: Schedule, momentum: bool) -> None:
    own = SGD(lr=0.1, momentum=0.9) if momentum else Adagrad(lr=0.1)
    run = Run("run", schedule, own, groups=(Group("*.bias"), Group("*.weight", frozen=True)))
    weights = [{"params": [torch.nn.Parameter(torch.zeros(1))]} for _ in range(2)]
    with pytest.raises(ValueError, match=r"\w") as raised:
        build(schedule, build(own, weights))
    assert run.unfit == str(raised.value)
    curve = Experiment.of(run).curve(0, [0, 1])
    assert (len(curve), curve.error) == (0, run.unfit)
