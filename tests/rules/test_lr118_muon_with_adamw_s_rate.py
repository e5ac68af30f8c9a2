from __future__ import annotations

import pytest

from lrviz import AdamW, lint
from lrviz.catalog.optimizers.muon import Muon
from tests.rules.judging import found, said

GIVEN = "optimizer = torch.optim.Muon(matrices, {})\nscheduler = CosineAnnealingLR(optimizer, 1000)"


def of_text(arguments: str) -> list[str]:
    return [one.message for one in lint(GIVEN.format(arguments), steps=1000) if one.rule == "LR118"]


def test_a_rate_for_adamw_takes_small_steps() -> None:
    assert of_text("lr=3e-4") == [
        "at its peak, 0.0003, an update of a 1024×1024 matrix has an RMS of 9.4e-06, where AdamW’s is about 6e-05"
    ]


def test_a_rate_for_muon_takes_large_steps_where_it_is_adjusted() -> None:
    assert of_text("lr=0.02, adjust_lr_fn='match_rms_adamw'") == [
        "at its peak, 0.02, an update has an RMS of 0.004, as AdamW’s at that rate"
    ]


@pytest.mark.parametrize("arguments", ["lr=1e-3", "lr=0.02", "lr=3e-4, adjust_lr_fn='match_rms_adamw'", ""])
def test_a_rate_that_suits_is_not_found(arguments: str) -> None:
    assert of_text(arguments) == []


def test_parameters_it_doesn_t_take_are_frozen() -> None:
    (one,) = found("LR118", None, Muon(lr=3e-4))
    assert one.message == "Muon takes only matrices, and 0.bias (64) isn't one: freeze it with a group"
    assert one.severity == "error"
    assert one.fix is not None
    assert [group.pattern for group in one.fix.groups if group.frozen] == ["*bias"]


def test_other_optimizers_are_left_alone() -> None:
    assert said("LR118", None, AdamW(lr=3e-4)) == []
