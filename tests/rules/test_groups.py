"""Every parameter group is judged, named where only it is wrong, and put right without the others."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from msgspec.structs import replace

from lrviz import SGD, AdamW, CosineAnnealingLR, CyclicLR, Experiment, Finding, LambdaLR, ReduceLROnPlateau, Run, lint
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.schedule import Schedule
from lrviz.run import Group

STEPS = 100


def found(schedule: Schedule, optimizer: Optimizer, *groups: Group) -> list[Finding]:
    run = Run("it", schedule, optimizer, groups=groups)
    experiment = Experiment.of(run, steps=STEPS)
    first = lint(experiment)
    for one in first:
        if one.fix is not None:
            again = lint(replace(experiment, runs=(one.fix,)))
            assert not [other for other in again if (other.rule, other.field) == (one.rule, one.field)]
    return [one for one in first if one.severity != "info"]


def test_a_floor_above_the_rate_of_one_group_is_found_as_torch_climbs_to_it() -> None:
    (one,) = found(CosineAnnealingLR(STEPS, eta_min=1e-3), SGD(lr=0.1), Group("*.bias"), Group("0.*", lr=1e-4))
    assert one.rule == "LR115"
    assert one.message == ("group 2 (0.*): eta_min=0.001 is above the learning rate of 0.0001, which goes up to it")
    assert (one.field, one.fix and one.fix.schedule) == ("schedule.eta_min", CosineAnnealingLR(STEPS))
    weights = [torch.nn.Parameter(torch.zeros(1)) for _ in range(2)]
    own: list[dict[str, Any]] = [{"params": weights[:1]}, {"params": weights[1:], "lr": 1e-4}]
    stepped = torch.optim.SGD(own, lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(stepped, STEPS, eta_min=1e-3)
    for _ in range(STEPS):
        stepped.step()
        scheduler.step()
    assert stepped.param_groups[1]["lr"] == pytest.approx(1e-3)


def test_a_mistake_of_the_first_group_only_says_so() -> None:
    (one,) = found(CosineAnnealingLR(STEPS, eta_min=1e-3), SGD(lr=1e-4), Group("*.bias", lr=0.1))
    assert one.message.startswith("group 0 (all other parameters): eta_min=0.001 is above")


def test_a_mistake_of_every_group_is_said_once_and_of_none_in_particular() -> None:
    (one,) = found(CosineAnnealingLR(50, eta_min=1e-3), SGD(lr=0.1), Group("*.bias", lr=0.2), Group("0.*", lr=0.05))
    assert (one.rule, one.message) == ("LR102", "after step 50 the learning rate rises again, to 0.0999 at step 99")


def test_groups_on_multiples_of_one_curve_are_one() -> None:
    (one,) = found(CosineAnnealingLR(50), SGD(lr=0.1), *(Group(f"{i}.*", lr=0.1 * 0.8**i) for i in range(24)))
    assert one.message.startswith("after step 50")


def test_a_formula_of_one_group_is_found() -> None:
    (one,) = found(LambdaLR(("1 - t / 100", "1 - t / 50")), SGD(lr=0.1), Group("*.bias"))
    assert one.rule == "LR115"
    assert one.message.startswith("group 1 (*.bias): the learning rate falls below 0 at step 51, to -0.098 at step 99")


def test_a_cycle_that_is_upside_down_in_one_group_is_found() -> None:
    cycle = CyclicLR((0.01, 0.2), (0.1, 0.1), 25, cycle_momentum=False)
    (one,) = found(cycle, SGD(lr=0.1), Group("*.bias"))
    assert one.message.startswith("group 1 (*.bias): base_lr=0.2 is above max_lr=0.1")


def test_a_plateau_that_can_t_cut_one_group_is_found() -> None:
    (one,) = found(ReduceLROnPlateau(patience=3, min_lr=1e-3), SGD(lr=0.1), Group("*.bias", lr=1e-3))
    assert one.message == "group 1 (*.bias): the learning rate is never cut: min_lr is 0.001, and it starts from 0.001"


@pytest.mark.parametrize("frozen", [(), (Group("2.*", frozen=True),)], ids=["alone", "behind a frozen one"])
def test_a_weight_decay_of_one_group_is_found_and_put_right_there(frozen: tuple[Group, ...]) -> None:
    groups = (*frozen, Group("*.bias", weight_decay=0.0), Group("0.*", weight_decay=100.0))
    run = Run("it", CosineAnnealingLR(1000), AdamW(lr=1e-2, weight_decay=0.1), groups=groups)
    (one,) = lint(Experiment.of(run, steps=1000, batch_size=2))
    k = len(groups) - 1
    assert (one.rule, one.field) == ("LR119", f"groups[{k}].weight_decay")
    assert one.message.startswith("group 2 (0.*): the weights average over 1 update,")
    assert one.fix is not None
    assert one.fix.groups[:k] == groups[:k]
    assert one.fix.optimizer == run.optimizer
    assert one.fix.groups[k].weight_decay == 0.14  # 1 / (0.01 · 718 updates an epoch)


def test_a_group_of_a_text_is_found_on_its_own_line() -> None:
    text = """\
optimizer = torch.optim.AdamW([
    {"params": model.backbone.parameters()},
    {"params": model.head.parameters(), "lr": 1e-5, "weight_decay": 0.5},
], lr=1e-3)
scheduler = CosineAnnealingLR(optimizer, T_max=100, eta_min=1e-7)
"""
    (one,) = lint(text, steps=100)
    assert (one.rule, one.line, one.field) == ("LR119", 3, "groups[0].weight_decay")
    assert one.message.startswith("group 1 (head.*): weight_decay=0.5 does next to nothing")
