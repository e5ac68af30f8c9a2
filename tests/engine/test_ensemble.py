"""An ensemble trains its members as the plain loop does each of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
import torch
from msgspec.structs import replace
from torch import Tensor

from lrviz.catalog.loss import Loss
from lrviz.catalog.losses import LOSSES
from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.losses.custom_loss import CustomLoss
from lrviz.catalog.losses.focal_loss import FocalLoss
from lrviz.catalog.losses.mse_loss import MSELoss
from lrviz.catalog.model import Model
from lrviz.catalog.models.cnn import CNN
from lrviz.catalog.models.linear import Linear
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.models.transformer import Transformer
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.rmsprop import RMSprop
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problem import Problem
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.problems.moons import Moons
from lrviz.catalog.problems.outliers import Outliers
from lrviz.catalog.problems.ranking import Ranking
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.engine import course
from lrviz.engine.batches import batches
from lrviz.engine.ensemble import MOST, OVERFLOW, Ensemble, gathered
from lrviz.engine.member import Batch, Member, member
from lrviz.experiment import Experiment
from lrviz.run import Group, Run

SMALL = Digits(model=MLP(hidden=(12,), activation="Tanh"))
MOVING = SGD(lr=0.1, momentum=0.9)


@dataclass
class Twins:
    """The same members twice: trained by the plain loop, and gathered."""

    experiment: Experiment
    dtype: torch.dtype = torch.float64
    worst: float = 0.0
    step: int = 0

    def __post_init__(self) -> None:
        data = [torch.from_numpy(part) for part in self.experiment.problem.data()]
        self.inputs = data[0].to(self.dtype)
        self.validation = data[2].to(self.dtype)
        self.plain = self.members(data[1])
        self.parties = gathered(self.members(data[1]), self.experiment)
        self._order = {seed: batches(self.experiment, seed, torch.device("cpu")) for seed in self.training.seeds}

    @property
    def training(self) -> Any:
        return self.experiment.training

    @property
    def ensemble(self) -> Ensemble:
        [ensemble] = self.parties
        assert isinstance(ensemble, Ensemble)
        return ensemble

    def members(self, target: Tensor) -> list[Member]:
        entrants = [(run, seed) for run in self.experiment.runs for seed in self.training.seeds]
        made = [member(i, run, seed, self.experiment.problem, target) for i, (run, seed) in enumerate(entrants)]
        for each in made:
            each.model.to(self.dtype)
            each.criterion.module.to(self.dtype)
            each.target = each.target.to(self.dtype) if each.target.is_floating_point() else each.target
            for state in each.optimizer.state.values():  # Adagrad's, made before the weights were float64
                state.update({name: own.to(self.dtype) for name, own in state.items() if name == "sum"})
        return made

    def drawn(self) -> dict[int, list[Batch]]:
        return {seed: [(self.inputs[part], part) for part in next(order)] for seed, order in self._order.items()}

    def update(self) -> tuple[Tensor, Tensor]:
        """Do one update of both, and give the losses of the ensemble's members, and of their twins."""
        drawn = self.drawn()
        losses = self.ensemble.update(self.step, drawn)
        twins = [self.plain[each.index] for each in self.ensemble.members]
        expected = torch.stack([twin.update(drawn[twin.seed]) for twin in twins])
        self.step += 1
        for twin in twins:
            twin.advance(self.step, self.experiment.updates_per_epoch)
        return losses, expected

    def train(self, steps: int) -> float:
        """Do some updates of both, and give the largest difference of two losses."""
        differences = []
        for _ in range(steps):
            losses, expected = self.update()
            assert losses.isfinite().all()
            differences.append((losses - expected).abs().max())
        return float(torch.stack(differences).max())


def flagged(cls: type[Optimizer]) -> Optimizer:
    """Give an optimizer with every flag set and every number away from its default."""
    own: dict[str, Any] = {"maximize": False, "weight_decay": 0.05, "lr": cls.example().rate / 2}
    own |= {name: True for name in ("amsgrad", "centered", "decoupled_weight_decay", "nesterov")}
    own |= {"momentum": 0.7, "betas": (0.8, 0.95), "alpha": 0.9, "rho": 0.8, "eps": 1e-5, "momentum_decay": 0.02}
    own |= {"lr_decay": 0.1, "initial_accumulator_value": 0.1}
    return cls(**{name: value for name, value in own.items() if name in cls.__struct_fields__})


@pytest.mark.parametrize("seeds", [(0,), (3, 8)])
def test_runs_of_all_optimizers_flags_groups_and_seeds_train_as_one(seeds: tuple[int, ...]) -> None:
    groups = (Group("0.bias", lr=0.02, weight_decay=0.3), Group("2.weight", frozen=True))
    runs = [
        *(Run(f"{cls.__name__}", StepLR(4), cls.example()) for cls in OPTIMIZERS),
        *(Run(f"{cls.__name__} flagged", None, flagged(cls)) for cls in OPTIMIZERS),
        *(Run(f"{cls.__name__} grouped", CosineAnnealingLR(9), cls.example(), groups=groups) for cls in OPTIMIZERS),
        Run("climbing", optimizer=SGD(lr=0.01, maximize=True), groups=(Group("*.bias", lr=0.03),)),
    ]
    twins = Twins(Experiment.of(*runs, problem=SMALL, steps=12, seeds=seeds[:1]))
    assert twins.train(12) < 1e-9
