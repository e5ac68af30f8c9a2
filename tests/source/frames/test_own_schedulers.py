"""Schedulers of a text's own class: their curve is what the class itself gives torch's optimizer, step by step."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pytest

from lrviz import Experiment
from lrviz.source.read import study

_BEGIN = """\
import math, warnings, torch
from bisect import bisect_right
from torch.optim.lr_scheduler import _LRScheduler
optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.3)
"""
_WARM_COSINE = """
class Warm(_LRScheduler):
    def __init__(self, optimizer, warm, total, floor=1e-3, last_epoch=-1):
        self.warm, self.rest = warm, total - warm
        self.floor = floor
        super(Warm, self).__init__(optimizer, last_epoch)

    def get_lr(self):
        if not self._get_lr_called_within_step:
            warnings.warn("ask get_last_lr()")
        if self.last_epoch < self.warm:
            return [base * (self.last_epoch + 1) / self.warm for base in self.base_lrs]
        done = (self.last_epoch - self.warm) / self.rest
        return [self.floor + (base - self.floor) * 0.5 * (1 + math.cos(math.pi * done)) for base in self.base_lrs]

scheduler = Warm(optimizer, 5, total=40)
"""
_STEPS = """
class Steps(torch.optim.lr_scheduler.LRScheduler):
    def __init__(self, optimizer, milestones, gamma=0.5):
        self.milestones = milestones
        self.gamma = gamma
        super().__init__(optimizer)

    def get_lr(self):
        factor = self.gamma ** bisect_right(self.milestones, self.last_epoch)
        return [base_lr * factor for base_lr in self.base_lrs]

scheduler = Steps(optimizer, [3, 9, 20])
"""
_ABSOLUTE = """
class Noam(_LRScheduler):
    def __init__(self, optimizer, size, warm):
        self.size, self.warm = size, warm
        super().__init__(optimizer)

    def get_lr(self):
        rate = self.size**-0.5 * min(self._step_count**-0.5, self._step_count * self.warm**-1.5)
        return [rate for _ in self.base_lrs]

scheduler = Noam(optimizer, size=64, warm=8)
"""


@pytest.mark.parametrize("text", [_WARM_COSINE, _STEPS, _ABSOLUTE])
def test_the_curve_is_what_the_class_gives(text: str) -> None:
    scope: dict[str, Any] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(_BEGIN + text, scope)  # noqa: S102 - written above
    rates = []
    for _ in range(40):
        rates.append(scope["optimizer"].param_groups[0]["lr"])
        scope["optimizer"].step()
        scope["scheduler"].step()
    run = study(_BEGIN + text).run
    assert run is not None
    np.testing.assert_allclose(Experiment.of(run, steps=40).curve(run, np.arange(40)).lr, rates, rtol=1e-12)


@pytest.mark.parametrize(
    "line",
    [
        "return [group['lr'] * 0.9 for group in self.optimizer.param_groups]",
        "return [base * self.factor for base in self.base_lrs]",  # set anew with each step
        "return super().get_lr()",
        "return [base * table[self.last_epoch] for base in self.base_lrs if base]",
    ],
)
def test_what_is_no_expression_of_the_step_is_refused_by_name(line: str) -> None:
    text = f"""
class Own(_LRScheduler):
    def __init__(self, optimizer):
        self.factor = 1.0
        super().__init__(optimizer)

    def get_lr(self):
        {line}

    def forget(self):
        self.factor = 0.5

scheduler = Own(optimizer)
"""
    reading = study(_BEGIN + text)
    assert reading.run is None
    assert [(found.rule, found.line) for found in reading.findings] == [("LR202", 17)]
    assert "Own is a scheduler of the text’s own" in reading.findings[0].message
