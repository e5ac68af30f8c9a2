"""An ensemble trains its members as the plain loop trains each of them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from lrviz.catalog.loss import Loss
from lrviz.catalog.losses import LOSSES
from lrviz.catalog.losses.bce_with_logits_loss import BCEWithLogitsLoss
from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.losses.custom_loss import CustomLoss
from lrviz.catalog.losses.focal_loss import FocalLoss
from lrviz.catalog.losses.mse_loss import MSELoss
from lrviz.catalog.losses.multi_margin_loss import MultiMarginLoss
from lrviz.catalog.model import Model
from lrviz.catalog.models.cnn import CNN
from lrviz.catalog.models.linear import Linear
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.models.transformer import Transformer
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.muon import Muon
from lrviz.catalog.optimizers.rmsprop import RMSprop
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problem import Problem
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.problems.imbalanced import Imbalanced
from lrviz.catalog.problems.outliers import Outliers
from lrviz.catalog.problems.ranking import Ranking
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.catalog.signals.drawn import Drawn
from lrviz.engine import course
from lrviz.engine.batches import batches
from lrviz.engine.ensemble import LARGEST, MOST, OVERFLOW, WORK, Ensemble, gathered
from lrviz.engine.member import Batch, Member, member
from lrviz.engine.rules import RULES
from lrviz.experiment import Experiment
from lrviz.run import Group, Run

SMALL = Digits(model=MLP(hidden=(12,), activation="Tanh"))
RULED = [cls for cls in OPTIMIZERS if getattr(torch.optim, cls.__name__) in RULES]
MOVING = SGD(lr=0.1, momentum=0.9)
CPU = torch.device("cpu")


class Twins:
    """The same members twice: one for the plain loop, one gathered."""

    def __init__(self, experiment: Experiment, dtype: torch.dtype = torch.float64) -> None:
        self.experiment, self._dtype, self.step = experiment, dtype, 0
        inputs, target, validation, _ = (torch.from_numpy(part) for part in experiment.problem.data())
        self._inputs, self.validation = inputs.to(dtype), validation.to(dtype)
        self.plain, self.parties = self._members(target), gathered(self._members(target), experiment)
        self._order = {seed: batches(experiment, seed, CPU) for seed in experiment.training.seeds}
        self.said: dict[str, tuple[int, str]] = {}

    @property
    def ensembles(self) -> list[Ensemble]:
        return [party for party in self.parties if isinstance(party, Ensemble)]

    def _members(self, target: Tensor) -> list[Member]:
        entrants = [(run, seed) for run in self.experiment.runs for seed in self.experiment.training.seeds]
        made = [member(i, run, seed, self.experiment.problem, target) for i, (run, seed) in enumerate(entrants)]
        for each in made:
            each.model.to(self._dtype)
            each.criterion.module.to(self._dtype)
            each.target = each.target.to(self._dtype) if each.target.is_floating_point() else each.target
            for state in each.optimizer.state.values():  # Adagrad makes its own before the weights get their type
                state.update({name: own.to(self._dtype) for name, own in state.items() if name == "sum"})
        return made

    def update(self) -> list[float]:
        """Do one update of both; give each ensemble member's loss minus its twin's."""
        drawn: dict[int, list[Batch]] = {
            seed: [(self._inputs[part], part) for part in next(order)] for seed, order in self._order.items()
        }
        differences: list[float] = []
        for ensemble in self.ensembles:
            losses = ensemble.update(self.step, drawn)
            twins = [self.plain[each.index] for each in ensemble.members]
            expected = torch.stack([twin.update(drawn[twin.seed]) for twin in twins])
            differences += (losses - expected).tolist()
            for twin in twins:
                if why := twin.advance(self.step + 1, self.experiment.updates_per_epoch):
                    self.said[twin.run.name] = self.step + 1, why
        self.step += 1
        return differences

    def gap(self, steps: int) -> float:
        """Do some updates of both; give the largest difference of two losses, NaN where one is no number."""
        return float(np.abs([self.update() for _ in range(steps)]).max())


def flagged(cls: type[Optimizer]) -> Optimizer:
    """Give an optimizer with every flag set and every number away from its default."""
    own: dict[str, Any] = {"weight_decay": 0.05, "lr": cls.example().rate / 2, "momentum": 0.7, "betas": (0.8, 0.95)}
    own |= {"amsgrad": True, "centered": True, "decoupled_weight_decay": True, "nesterov": True}
    own |= {"alpha": 0.9, "rho": 0.8, "eps": 1e-5, "momentum_decay": 0.02, "lr_decay": 0.1}
    own |= {"initial_accumulator_value": 0.1}
    return cls(**{name: value for name, value in own.items() if name in cls.__struct_fields__})


def test_runs_of_all_optimizers_flags_groups_and_seeds_train_as_one() -> None:
    groups = (Group("0.bias", lr=0.02, weight_decay=0.3), Group("2.weight", frozen=True))
    runs = [
        *(Run(cls.__name__, StepLR(4), cls.example()) for cls in RULED),
        *(Run(f"{cls.__name__}, flags", None, flagged(cls)) for cls in RULED),
        *(Run(f"{cls.__name__}, groups", CosineAnnealingLR(9), flagged(cls), groups=groups) for cls in RULED),
        Run("climbing", optimizer=SGD(lr=0.01, maximize=True), groups=(Group("*.bias", lr=0.03),)),
    ]
    twins = Twins(Experiment.of(*runs, problem=SMALL, steps=12, seeds=(3, 8)))
    assert [len(ensemble.members) for ensemble in twins.ensembles] == [28, 28]
    assert twins.parties == twins.ensembles
    assert twins.gap(12) < 1e-9
    for ensemble in twins.ensembles:
        for i, each in enumerate(ensemble.members):
            for name, expected in twins.plain[each.index].model.named_parameters():
                torch.testing.assert_close(ensemble.weights(i)[name], expected.detach(), rtol=0, atol=1e-9)


MODELS: list[Model] = [
    MLP(hidden=()),
    *(MLP(hidden=(12, 6), activation=name) for name in ("ReLU", "LeakyReLU", "ELU", "GELU", "SiLU", "Tanh", "Sigmoid")),
    MLP(hidden=(12, 12), norm="LayerNorm", skip=True),
    MLP(hidden=(12, 12), norm="BatchNorm1d", skip=True),
    Linear(),
    Linear(bias=False),
    CNN(channels=(3, 4)),
    CNN(channels=(4,), kernel_size=5, pooling="AvgPool2d", activation="GELU"),
    Transformer(width=8, heads=2, feedforward=8, blocks=2),
    Transformer(width=16, heads=2, feedforward=8, blocks=1, norm="pre"),
]


@pytest.mark.parametrize("model", MODELS, ids=str)
def test_every_model_trains_and_answers_as_by_itself(model: Model) -> None:
    runs = (Run("a", StepLR(3), MOVING), Run("b", CosineAnnealingLR(8), Adam(lr=0.01)))
    twins = Twins(Experiment.of(*runs, problem=Digits(model=model), steps=8, seeds=(0, 1)))
    assert twins.gap(8) < 1e-9
    [ensemble] = twins.ensembles
    outputs = ensemble.output(twins.validation)
    for output, each in zip(outputs, ensemble.members, strict=True):
        twin = twins.plain[each.index]
        torch.testing.assert_close(output, twin.output(twins.validation), rtol=0, atol=1e-9)
        torch.testing.assert_close(each.output(twins.validation), output, rtol=0, atol=1e-9)
        for own, expected in zip(each.model.buffers(), twin.model.buffers(), strict=True):
            torch.testing.assert_close(own, expected, rtol=0, atol=1e-9)
        for one, other in zip(each.model.parameters(), twin.model.parameters(), strict=True):
            torch.testing.assert_close(one.grad, other.grad, rtol=0, atol=1e-9)


VARIANTS: list[Loss] = [
    CrossEntropyLoss(label_smoothing=0.3),
    CrossEntropyLoss(weight=tuple(range(1, 11)), label_smoothing=0.1),
    MultiMarginLoss(p=2, weight=tuple(range(10))),
    FocalLoss(gamma=0.5, alpha=0.3),
    BCEWithLogitsLoss(pos_weight=3.0),
    CustomLoss("max(0, 1 - m)"),
    CustomLoss("abs(r) if abs(r) > 1 else r**2"),
]


@pytest.mark.parametrize(
    "problem",
    [
        SMALL,
        Imbalanced(model=MLP(hidden=(6,))),
        Outliers(model=MLP(hidden=(6,))),
        Ranking(model=MLP(hidden=(6,)), queries=40),
    ],
    ids=lambda problem: problem.task,
)
@pytest.mark.parametrize("accumulation", [1, 3])
def test_runs_of_all_losses_train_as_one(problem: Problem, accumulation: int) -> None:
    losses = [*(cls.fitted(problem.task) for cls in LOSSES), *VARIANTS]
    fit = [loss for loss in losses if not loss.unfit(problem.task, problem.outputs)]
    assert len(fit) > 5
    runs = [Run(f"{loss}, {lr}", None, SGD(lr=lr), loss) for loss in fit for lr in (0.01, 0.03)]
    twins = Twins(Experiment.of(*runs, problem=problem, steps=6, batch_size=8, accumulation=accumulation, seeds=(4,)))
    assert twins.parties == twins.ensembles
    assert twins.gap(6) < 1e-9


@pytest.mark.parametrize("optimizer", [MOVING, AdamW(), RMSprop(lr=1e-3, momentum=0.9)], ids=lambda o: type(o).__name__)
def test_every_schedule_is_followed_by_the_batch_and_by_the_epoch(
    optimizer: Optimizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "LENGTH", 7)
    schedules = [cls.example().scaled(0.2) for cls in SCHEDULES if not cls.listens]
    schedules.append(CyclicLR(base_lr=0.001, max_lr=0.1, step_size_up=5, base_momentum=0.0))
    schedules.append(ChainedScheduler((schedules[-1], ExponentialLR(0.9))))
    runs = [Run(f"{i}, batch", each, optimizer) for i, each in enumerate(schedules)]
    runs += [Run(f"{i}, epoch", each, optimizer, stepped="epoch") for i, each in enumerate(schedules)]
    twins = Twins(Experiment.of(*runs, problem=SMALL, steps=19, batch_size=256))
    rates: dict[int, list[float]] = {each.index: [] for each in twins.plain}
    for step in range(19):
        for ensemble in twins.ensembles:
            for each, rate in zip(ensemble.members, ensemble.rates(step), strict=True):
                rates[each.index].append(rate)
                assert rate == pytest.approx(twins.plain[each.index].lr, rel=1e-9, abs=1e-12)
        assert max(map(abs, twins.update())) < 1e-9
    for index, found in rates.items():
        assert found == twins.experiment.curve(index, np.arange(19)).lr.tolist()


def test_in_float32_losses_stay_within_rounding_of_the_plain_loops() -> None:
    runs = [Run(cls.__name__, CosineAnnealingLR(110), cls.example()) for cls in RULED]
    problem = Digits(model=MLP(hidden=(16,), activation="SiLU"))
    twins = Twins(Experiment.of(*runs, Run("moving", None, MOVING), problem=problem, steps=110), torch.float32)
    assert 0 < twins.gap(110) < 1e-5


def test_a_member_that_is_dropped_keeps_what_it_has_and_the_others_go_on() -> None:
    frozen = (Group("0.*", frozen=True), Group("*.bias", lr=0.2))
    runs = (
        Run("a", StepLR(5), MOVING),
        Run("b", optimizer=Adam(lr=0.01), loss=MSELoss(), groups=frozen),
        Run("c", optimizer=Adam(lr=0.02), groups=frozen),
        Run("d", CosineAnnealingLR(9), SGD(lr=0.3)),
    )
    twins = Twins(
        Experiment.of(*runs, problem=Digits(model=MLP(hidden=(9,), norm="BatchNorm1d")), steps=12, seeds=(0, 1))
    )
    [ensemble] = twins.ensembles
    assert twins.gap(3) < 1e-9
    gone = [each for each in ensemble.members if each.run.name == "a" or (each.run.groups and each.seed == 0)]
    ensemble.drop(gone)
    left = [{name: own.clone() for name, own in each.model.state_dict().items()} for each in gone]
    assert [(each.run.name, each.seed) for each in ensemble.members] == [("d", 0), ("d", 1), ("b", 1), ("c", 1)]
    assert twins.gap(4) < 1e-9
    for each, kept in zip(gone, left, strict=True):
        assert all(torch.equal(own, kept[name]) for name, own in each.model.state_dict().items())
        assert all(own.untyped_storage().nbytes() == own.nbytes for own in each.model.state_dict().values())
        assert each.output(twins.validation).isfinite().all()
    ensemble.drop([each for each in ensemble.members if each.seed == 0])
    assert twins.gap(2) < 1e-9
    last = ensemble.members
    ensemble.drop(last)
    assert ensemble.members == []
    assert all(each.output(twins.validation).isfinite().all() for each in last)


@pytest.mark.parametrize(
    "model",
    [MLP(hidden=(9,)), MLP(hidden=(9,), norm="BatchNorm1d"), CNN(channels=(3,)), Transformer(width=8, blocks=1)],
    ids=str,
)
@pytest.mark.parametrize(("dtype", "rounding"), [(torch.float64, 1e-9), (torch.float32, 1e-4)], ids=str)
def test_a_member_beyond_all_bounds_disturbs_no_other(model: Model, dtype: torch.dtype, rounding: float) -> None:
    steep = 1e30 if dtype == torch.float32 else 1e200
    wild = (Run("wild", optimizer=SGD(lr=steep)), Run("lost", optimizer=Adam(lr=steep), loss=MSELoss()))
    calm = (Run("sgd", StepLR(3), MOVING), Run("adam", optimizer=Adam(), loss=MSELoss()), Run("slow", optimizer=SGD()))
    twins = Twins(Experiment.of(*wild, *calm, problem=Digits(model=model), steps=8), dtype)
    [ensemble] = twins.ensembles
    differences = np.array([twins.update() for _ in range(8)])
    names = [each.run.name for each in ensemble.members]
    assert not np.isfinite(differences[:, [names.index("wild"), names.index("lost")]]).all()
    assert np.abs(differences[:, [names.index(run.name) for run in calm]]).max() < rounding
    answers = ensemble.output(twins.validation)
    assert all(answers[names.index(run.name)].isfinite().all() for run in calm)


def test_a_rate_that_ends_is_told_ahead_in_the_words_of_its_curve(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(course, "LENGTH", 6)
    runs = (
        Run("one cycle", OneCycleLR(max_lr=0.1, total_steps=5), MOVING),
        Run("formula", LambdaLR("log(7.5 - t)")),
        Run("epochs", LambdaLR("1 / (t - 2)"), stepped="epoch"),
        Run("long"),
    )
    experiment = Experiment.of(*runs, problem=SMALL, steps=20, batch_size=256)
    twins = Twins(experiment)
    [ensemble] = twins.ensembles
    ended: dict[str, tuple[int, str]] = {}
    for _ in range(14):
        assert max(map(abs, twins.update())) < 1e-9
        found = ensemble.ends(twins.step)
        ended |= {each.run.name: (twins.step, why) for each, why in found.items()}
        assert [np.isnan(rate) for rate in ensemble.rates(twins.step)] == [each in found for each in ensemble.members]
        ensemble.drop(found)
    assert ended == twins.said
    assert {name: step for name, (step, _) in ended.items()} == {"one cycle": 6, "formula": 8, "epochs": 10}


def test_a_rate_too_large_for_torch_is_told_in_its_words() -> None:
    runs = (
        Run("steep", LambdaLR("1e300 ** t")),
        Run("group", LambdaLR("t"), groups=(Group("*.bias", lr=1e300),)),
        Run("flat"),
    )
    twins = Twins(Experiment.of(*runs, problem=SMALL, steps=5), torch.float32)
    [ensemble] = twins.ensembles
    assert ensemble.stuck(0) == {}
    twins.update()
    assert {each.run.name: why for each, why in ensemble.stuck(1).items()} == {"steep": OVERFLOW, "group": OVERFLOW}
    with pytest.raises(RuntimeError, match=OVERFLOW.partition(": ")[2]):
        twins.update()


def test_a_schedule_that_listens_is_followed_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(course, "LENGTH", 4)
    plateau = ReduceLROnPlateau(factor=0.5, patience=0)
    runs = (
        Run("a", plateau, MOVING, groups=(Group("*.bias", lr=0.01),), stepped="epoch"),
        Run("b", plateau, Adam(weight_decay=0.1), stepped="epoch"),
        Run("c", StepLR(3)),
    )
    twins = Twins(Experiment.of(*runs, problem=SMALL, steps=22, batch_size=256))
    [ensemble] = twins.ensembles
    while twins.step < 21:
        assert max(map(abs, twins.update())) < 1e-9
        for each in ensemble.members:
            if each.run.name != "c":
                each.advance(twins.step, 5)
        if twins.step % 5 == 0:
            ensemble.retune(twins.step)
    rates = dict(zip([each.run.name for each in ensemble.members], ensemble.rates(21), strict=True))
    assert rates["a"] == 0.1 / 2**3
    assert rates["b"] == 0.001 / 2**3


def test_a_course_supposes_no_metric() -> None:
    plateau = Run("plateau", ReduceLROnPlateau(patience=0))
    groups = Run("groups", StepLR(30), groups=(Group("*.bias", lr=0.01),))
    flat = Experiment.of(plateau, groups, problem=SMALL, steps=50, metric=Drawn((1.0,)))
    assert flat.curve(0, [49]).lr[0] < 1e-6
    target = torch.from_numpy(SMALL.data()[1])
    members = [member(index, run, 0, SMALL, target) for index, run in enumerate(flat.runs)]
    assert (course.Course(members, flat, 0).lr[0] == 0.1).all()


@pytest.mark.parametrize(
    "run",
    [
        Run("no gradient", loss=CustomLoss("p > 0.5")),
        Run("too large", optimizer=SGD(weight_decay=2 * LARGEST)),
        Run("muon").with_optimizer(Muon(), SMALL),
        Run("undamped later", CyclicLR(base_lr=0.1, max_lr=0.2), SGD(momentum=0.5, dampening=0.5)),
        Run("apart", ChainedScheduler((CyclicLR(0.1, 0.2, base_momentum=(0.5,)),)), SGD(momentum=0.5)),
    ],
    ids=lambda run: run.name,
)
def test_a_member_that_fits_no_ensemble_is_left_as_it_is(run: Run) -> None:
    twins = Twins(Experiment.of(Run("a"), run, Run("b"), problem=SMALL, steps=2))
    ensemble, alone = twins.parties
    assert isinstance(ensemble, Ensemble)
    assert isinstance(alone, Member)
    assert alone.run.name == run.name


def test_a_member_without_company_is_left_alone_and_large_fields_are_parted() -> None:
    assert [type(party) for party in Twins(Experiment.of(Run("a"), problem=SMALL)).parties] == [Member]
    assert Twins(Experiment.of(problem=SMALL)).parties == []
    many = Twins(Experiment.of(*(Run(str(i)) for i in range(3)), problem=SMALL, seeds=tuple(range(15))))
    assert [len(ensemble.members) for ensemble in many.ensembles] == [23, 22]
    assert MOST < 45
    wide = Digits(model=MLP(hidden=(1024, 512)))
    heavy = Twins(Experiment.of(*(Run(str(i)) for i in range(6)), problem=wide, batch_size=64))
    assert [len(ensemble.members) for ensemble in heavy.ensembles] == [2, 2, 2]
    assert WORK < 594_442 * 64 * 2
