"""A catalog value becomes the torch object it names, with its own values."""

from __future__ import annotations

import torch

from lrviz.catalog.losses import LOSSES
from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.engine.build import build


def test_fields_are_passed_under_torchs_own_names() -> None:
    loss = build(CrossEntropyLoss(label_smoothing=0.25))
    assert isinstance(loss, torch.nn.CrossEntropyLoss)
    assert loss.label_smoothing == 0.25


def test_every_loss_is_torchs_of_its_name() -> None:
    for cls in LOSSES:
        assert type(build(cls.example())).__name__ == cls.__name__


def test_a_formula_becomes_a_function() -> None:
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=2.0)
    scheduler = build(LambdaLR("1 / (t + 1)"), optimizer)
    assert scheduler.get_last_lr() == [2.0]
    assert scheduler.lr_lambdas[0](3) == 0.25
