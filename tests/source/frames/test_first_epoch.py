"""First epoch: what only warms up within it is left out and told, and what stays is not."""

from __future__ import annotations

import pytest

from lrviz import StepLR
from lrviz.source.read import study
from tests.source.executed import BATCHES, read, used

HEAD = """\
from torch.optim import SGD
from torch.optim.lr_scheduler import *
optimizer = SGD(model.parameters(), lr=0.1)
"""
IN_A_FUNCTION = """
def train_one_epoch(optimizer, epoch):
    lr_scheduler = None
    if epoch == 0:
        lr_scheduler = LinearLR(optimizer, start_factor=0.001, total_iters=min(1000, len(loader) - 1))
    for x in loader:
        optimizer.step()
        if lr_scheduler is not None:
            lr_scheduler.step()
lr_scheduler = StepLR(optimizer, 2)
for epoch in range(6):
    train_one_epoch(optimizer, epoch)
    lr_scheduler.step()
"""
IN_THE_LOOP = """
scheduler = StepLR(optimizer, 2)
for epoch in range(6):
    warmup = None
    if epoch == 0 and len(loader) > 2:
        warmup = LinearLR(optimizer, start_factor=0.001, total_iters=3)
    for x in loader:
        optimizer.step()
        if warmup is not None:
            warmup.step()
    scheduler.step()
"""
STEPPED_THERE = """
scheduler = StepLR(optimizer, 2)
for epoch in range(6):
    if epoch < 1:
        warmup = LinearLR(optimizer, start_factor=0.001, total_iters=3)
    for x in loader:
        optimizer.step()
        if epoch < 1:
            warmup.step()
    scheduler.step()
"""
STAYS = """
scheduler = StepLR(optimizer, 2)
for epoch in range(6):
    if epoch == 0:
        warmup = LinearLR(optimizer, start_factor=0.001, total_iters=10)
    for x in loader:
        optimizer.step()
        warmup.step()
    scheduler.step()
"""


@pytest.mark.parametrize("text", [IN_A_FUNCTION, IN_THE_LOOP, STEPPED_THERE])
def test_a_warm_up_within_the_first_epoch_is_told_and_the_rest_is_torch_s(text: str) -> None:
    really = used(HEAD + text)
    said, reading = read(HEAD + text, len(really))
    assert said is not None
    assert said[BATCHES:] == pytest.approx(really[BATCHES:], rel=1e-12)
    (one,) = reading.findings
    assert (one.rule, one.severity) == ("LR202", "warning")
    assert "LinearLR" in one.message
    assert one.line
    assert "LinearLR" in (HEAD + text).splitlines()[one.line - 1]


def test_one_that_goes_on_after_the_first_epoch_is_not_left_out() -> None:
    reading = study(HEAD + STAYS)
    assert reading.run is None
    assert reading.findings[0].rule == "LR202"


def test_the_only_scheduler_is_not_left_out() -> None:
    alone = IN_THE_LOOP.replace("scheduler = StepLR(optimizer, 2)\n", "").replace("    scheduler.step()\n", "")
    run = study(HEAD + alone).run
    assert run is None or run.schedule is not None
    assert run is None or run.schedule != StepLR(2)
