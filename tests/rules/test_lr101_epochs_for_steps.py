"""Epochs that are counted as steps, and steps as epochs, of plans whose epochs have 50 updates."""

from __future__ import annotations

import pytest

from lrviz import (
    CosineAnnealingLR,
    CosineAnnealingWarmRestarts,
    LinearLR,
    MultiStepLR,
    OneCycleLR,
    SequentialLR,
    StepLR,
)
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.constant_schedule_with_warmup import ConstantScheduleWithWarmup
from lrviz.catalog.schedules.inverse_sqrt_schedule import InverseSqrtSchedule
from lrviz.catalog.schedules.linear_schedule_with_warmup import LinearScheduleWithWarmup
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from lrviz.catalog.schedules.swalr import SWALR
from lrviz.rules.linter import lint
from lrviz.source.text.spots import patched
from tests.rules.judging import found, said

EPOCHS = "look like epochs: the scheduler steps at every update, 50 to an epoch, and is through at step"


@pytest.mark.parametrize(
    ("schedule", "steps", "field", "fixed"),
    [
        (CosineAnnealingLR(20), 20, "schedule.T_max", CosineAnnealingLR(1000)),
        (StepLR(6), 6, "schedule.step_size", StepLR(300)),
        (MultiStepLR((10, 15)), 15, "schedule.milestones", MultiStepLR((500, 750))),
        (
            SequentialLR((LinearLR(0.1, total_iters=2), CosineAnnealingLR(18)), (2,)),
            20,
            "schedule.schedulers[1].T_max",
            SequentialLR((LinearLR(0.1, total_iters=100), CosineAnnealingLR(900)), (100,)),
        ),
        (
            SequentialLR((LinearLR(0.1, total_iters=4), CosineAnnealingLR(20)), (4,)),
            24,
            "schedule.schedulers[1].T_max",
            SequentialLR((LinearLR(0.1, total_iters=200), CosineAnnealingLR(1000)), (200,)),
        ),
        (LinearScheduleWithWarmup(1, 20), 20, "schedule.num_training_steps", LinearScheduleWithWarmup(50, 1000)),
        (CosineAnnealingWarmRestarts(20), 20, "schedule.T_0", CosineAnnealingWarmRestarts(1000)),
    ],
)
def test_epochs_for_steps(schedule: Schedule, steps: int, field: str, fixed: Schedule) -> None:
    (one,) = found("LR101", schedule)
    assert one.message == f"{steps} steps {EPOCHS} {steps} of 1000"
    assert (one.severity, one.field, one.step) == ("warning", field, steps)
    assert one.fix is not None
    assert one.fix.schedule == fixed


def test_a_cycle_of_epochs_raises() -> None:
    (one,) = found("LR101", OneCycleLR(0.1, epochs=1, steps_per_epoch=20))
    assert (one.severity, one.field) == ("error", "schedule.epochs")


def test_steps_for_epochs() -> None:
    (one,) = found("LR101", CosineAnnealingLR(1000), steps=20, stepped="epoch")
    assert one.message == (
        "1000 steps look like updates: the scheduler steps once an epoch, 20 times, "
        "and the learning rate ends at 0.0999, 2.00% of its way"
    )
    assert one.fix is not None
    assert one.fix.schedule == CosineAnnealingLR(20)


@pytest.mark.parametrize(
    "schedule",
    [
        ConstantScheduleWithWarmup(20),
        InverseSqrtSchedule(20),
        LinearLR(0.01, total_iters=20),
        CosineAnnealingLR(1000),
        CosineAnnealingLR(500),
        PolynomialLR(),
        SWALR(0.05),
        CosineAnnealingWarmRestarts(100),
        CosineAnnealingWarmRestarts(20, T_mult=2),
        StepLR(300),
        None,
    ],
)
def test_what_only_warms_up_or_cycles_or_counts_updates_is_not_found(schedule: Schedule | None) -> None:
    assert said("LR101", schedule) == []


def test_counts_of_epochs_are_right_where_it_steps_once_an_epoch() -> None:
    assert said("LR101", CosineAnnealingLR(20), steps=20, stepped="epoch") == []


def test_of_few_updates_in_an_epoch_the_two_are_not_told_apart() -> None:
    assert said("LR101", CosineAnnealingLR(250), epoch=4) == []


TEXT = """
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.{made}
for epoch in range({epochs}):
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
        scheduler.step()
"""


def in_text(
    made: str, epochs: str = "90", before: str = "", batches: int | None = None
) -> list[tuple[str, int | None]]:
    text = f"{before}{TEXT.format(made=made, epochs=epochs)}"
    answers = {} if batches is None else {"len(loader)": batches}
    return [(one.severity, one.line) for one in lint(text, names=answers) if one.rule == "LR101"]


@pytest.mark.parametrize(
    ("made", "severity"),
    [
        ("CosineAnnealingLR(optimizer, T_max=90)", "warning"),
        ("MultiStepLR(optimizer, milestones=[30, 60, 80])", "warning"),
        ("StepLR(optimizer, step_size=30)", "warning"),
        ("OneCycleLR(optimizer, max_lr=0.1, total_steps=90)", "error"),
        ("PolynomialLR(optimizer, total_iters=90)", "warning"),
    ],
)
def test_as_many_steps_as_epochs_of_uncounted_batches(made: str, severity: str) -> None:
    assert in_text(made) == [(severity, 3)]


def test_a_number_that_only_happens_to_be_the_epochs_is_a_hint() -> None:
    made = "CosineAnnealingLR(optimizer, T_max=HORIZON)"
    assert in_text(made, "EPOCHS", "HORIZON = 90\nEPOCHS = 90") == [("info", 4)]
    assert in_text(made, "HORIZON", "HORIZON = 90\n") == [("warning", 4)]


@pytest.mark.parametrize(
    "made",
    [
        "CosineAnnealingLR(optimizer, T_max=35190)",
        "CosineAnnealingWarmRestarts(optimizer, T_0=90)",
        "LinearLR(optimizer, 0.01, total_iters=90)",
        "StepLR(optimizer, step_size=30, gamma=0.97)",
        "StepLR(optimizer, step_size=10)",
        "ExponentialLR(optimizer, 0.9999)",
        "CosineAnnealingLR(optimizer, T_max=200)",
    ],
)
def test_what_is_no_count_of_the_epochs_is_not_found_in_a_text(made: str) -> None:
    assert in_text(made) == []


def test_of_one_batch_or_few_in_an_epoch_nothing_is_said() -> None:
    made = "CosineAnnealingLR(optimizer, T_max=90)"
    assert in_text(made, batches=1) == []
    assert in_text(made, batches=4) == []
    assert in_text(made, batches=400) == [("warning", 3)]


def test_a_trainer_s_epochs_are_those_of_its_batches() -> None:
    module = """
class Net(L.LightningModule):
    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=1e-3)
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=self.trainer.max_epochs)
        return {"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "interval": "INTERVAL"}}
trainer = L.Trainer(max_epochs=50)
"""
    found = [one.rule for one in lint(module.replace("INTERVAL", "step"))]
    assert found == ["LR101"]
    assert lint(module.replace("INTERVAL", "epoch")) == []


def test_the_step_is_moved_out_of_the_loop_it_stands_in() -> None:
    text = TEXT.format(made="CosineAnnealingLR(optimizer, T_max=90)", epochs="90")
    (one,) = lint(text + "        # a note\n\n        print(x)\n    validate()\n")
    after = patched(text + "        # a note\n\n        print(x)\n    validate()\n", one.patches)
    assert after.endswith(
        "        optimizer.step()\n        # a note\n\n        print(x)\n    scheduler.step()\n    validate()\n"
    )
    assert lint(after) == []
    (one,) = lint(text + "    else:\n        validate()\n")
    assert one.patches == ()
