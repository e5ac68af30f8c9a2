"""By hand: a rate that a text's own loop sets is read as the scheduler of the same rates."""

from __future__ import annotations

import pytest

from tests.source.executed import agrees, read, texts

HEAD = """\
import math
import numpy as np
from types import SimpleNamespace
from torch.optim import SGD, AdamW
from torch.optim.lr_scheduler import *
"""


@pytest.mark.parametrize("text", texts("by_hand"))
def test_a_rate_set_by_hand_is_a_scheduler_s(text: str) -> None:
    reading = agrees(HEAD + text)
    assert [finding.rule for finding in reading.findings] == ["LR204"]


@pytest.mark.parametrize("text", texts("by_hand_refused"))
def test_a_rate_set_by_hand_that_is_no_formula_of_the_loop_is_refused(text: str) -> None:
    rates, reading = read(HEAD + text, 4)
    assert rates is None
    assert reading.findings[0].line


SETTER = """\
def set_lr(optimizer, lr):
    for group in optimizer.param_groups:
        group["lr"] = lr
optimizer = SGD(model.parameters(), lr=0.1)
scheduler = StepLR(optimizer, 2)
for epoch in range(8):
    optimizer.step()
    scheduler.step()
"""


def test_a_function_that_sets_a_rate_and_is_never_called_changes_nothing() -> None:
    assert not agrees(HEAD + SETTER).findings
