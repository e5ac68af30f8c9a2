from __future__ import annotations

import pytest

from lrviz import SGD, AdamW, CosineAnnealingLR
from lrviz.catalog.optimizer import Optimizer
from tests.rules.judging import found, said

COSINE = CosineAnnealingLR(1000)


def test_weights_that_forget_within_an_epoch() -> None:
    (one,) = found("LR119", COSINE, AdamW(lr=0.1, weight_decay=4.0))
    assert one.message == "the weights average over 2.5 updates, 1 / (lr · weight_decay), which is 0.05 of an epoch"
    assert one.severity == "info"
    assert one.fix is not None
    assert one.fix.optimizer == AdamW(lr=0.1, weight_decay=0.2)


def test_a_weight_decay_that_does_nothing() -> None:
    (one,) = found("LR119", COSINE, AdamW(lr=1e-5, weight_decay=0.1))
    assert one.message == (
        "weight_decay=0.1 does next to nothing: its timescale is 1e+06 updates, 1 / (lr · weight_decay), "
        "and the plan has 1000, in which it takes at most 0.1 % of the weights away"
    )


def test_a_plan_of_epochs_has_their_updates() -> None:
    assert said("LR119", COSINE, AdamW(lr=1e-5, weight_decay=0.1), stepped="epoch") == []


@pytest.mark.parametrize(
    "optimizer",
    [AdamW(lr=1e-5), AdamW(lr=1e-3, weight_decay=0.1), AdamW(weight_decay=0.0), SGD(lr=1e-5, weight_decay=0.1)],
)
def test_the_default_and_common_values_are_not_found(optimizer: Optimizer) -> None:
    assert said("LR119", COSINE, optimizer) == []
