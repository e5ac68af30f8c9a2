from __future__ import annotations

import numpy as np
import pytest

from lrviz import SGD, AdamW, CosineAnnealingLR, ReduceLROnPlateau, lint
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.plateau_lr_scheduler import PlateauLRScheduler
from lrviz.catalog.signals.learning_curve import LearningCurve
from tests.rules.judging import MOMENTUM, found, said

LOOP = """
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, mode={mode!r})
for epoch in range(90):
    train(model)
    scheduler.step({metric})
"""


def of_loop(mode: str, metric: str) -> list[str]:
    return [one.message for one in lint(LOOP.format(mode=mode, metric=metric)) if one.rule == "LR110"]


@pytest.mark.parametrize(
    ("schedule", "optimizer", "message", "fixed"),
    [
        (
            ReduceLROnPlateau(patience=9),
            MOMENTUM,
            "patience=9 lets the first cut come at step 11, and the plan has 11 steps",
            ReduceLROnPlateau(patience=2),
        ),
        (
            ReduceLROnPlateau(min_lr=0.1),
            MOMENTUM,
            "the learning rate is never cut: min_lr is 0.1, and it starts from 0.1",
            ReduceLROnPlateau(),
        ),
        (
            ReduceLROnPlateau(),
            AdamW(lr=1e-8),
            "the learning rate is never cut: from 1e-08 to 1e-09 is less than eps, 1e-08",
            ReduceLROnPlateau(eps=0.0),
        ),
        (
            PlateauLRScheduler(patience_t=6, warmup_t=3, mode="min"),
            MOMENTUM,
            "patience=6 lets the first cut come at step 11, and the plan has 11 steps",
            None,
        ),
    ],
)
def test_no_cut_can_come(schedule: Schedule, optimizer: Optimizer, message: str, fixed: Schedule | None) -> None:
    (one,) = found("LR110", schedule, optimizer, steps=11, stepped="epoch")
    assert (one.message, one.severity) == (message, "warning")
    assert (None if one.fix is None else one.fix.schedule) == fixed


def test_the_first_cut_is_where_it_is_said_to_be() -> None:
    cuts = ReduceLROnPlateau(patience=9).given(np.ones(11), 0.1)
    assert cuts.steps.tolist() == [0, 11]
    assert said("LR110", ReduceLROnPlateau(patience=9), steps=12, stepped="epoch") == []


def test_a_share_of_what_is_below_0_points_the_wrong_way() -> None:
    falling = LearningCurve(start=1.0, end=-1.0, noise=0.0)
    (one,) = found("LR110", ReduceLROnPlateau(threshold=0.1), metric=falling)
    assert one.message == "the metric falls to -0.9997, from where -0.8997 is progress too: threshold_mode is 'rel'"
    assert one.fix is not None
    assert said("LR110", ReduceLROnPlateau(threshold_mode="abs"), metric=falling) == []


@pytest.mark.parametrize(
    ("mode", "metric", "words"),
    [
        ("min", "val_acc", "val_acc gets better as it rises"),
        ("min", "metrics['f1']", "metrics['f1'] gets better as it rises"),
        ("max", "val_loss", "val_loss gets better as it falls"),
        ("max", "loss.item()", "loss.item() gets better as it falls"),
    ],
)
def test_a_mode_that_doesn_t_suit_the_metric_s_name(mode: str, metric: str, words: str) -> None:
    assert of_loop(mode, metric) == [
        f"{words}, and mode is {mode!r}: the learning rate is cut every 11 steps of progress"
    ]


@pytest.mark.parametrize(
    ("mode", "metric"),
    [("min", "val_loss"), ("max", "val_acc"), ("min", "1 - accuracy"), ("max", "-val_loss"), ("min", "score")],
)
def test_a_metric_that_may_well_get_better_so_is_not_found(mode: str, metric: str) -> None:
    assert of_loop(mode, metric) == []


@pytest.mark.parametrize("schedule", [ReduceLROnPlateau(), ReduceLROnPlateau(min_lr=1e-6), CosineAnnealingLR(1000)])
def test_what_can_cut_is_not_found(schedule: Schedule) -> None:
    assert said("LR110", schedule, SGD(lr=0.1)) == []
