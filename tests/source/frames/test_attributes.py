"""Attributes: what `self.lr` is in a record, of a property, and where those who hold an object change it."""

from __future__ import annotations

import pytest

from lrviz.source.read import study

_TEXT = """
import dataclasses, torch

@dataclasses.dataclass
class Recipe:
    lr: float = 0.1
    decay: float = dataclasses.field(default=0.25)

    @property
    def half(self):
        return self.lr / 2

    def make(self):
        self.optimizer = torch.optim.SGD(params, lr={lr}, weight_decay=self.decay)

"""


@pytest.mark.parametrize(
    ("lr", "held", "rate"),
    [
        ("self.lr", "Recipe().make()", 0.1),
        ("self.lr", "Recipe(0.5).make()", 0.5),
        ("self.half", "recipe = Recipe(lr=0.5)\nrecipe.make()", 0.25),
    ],
)
def test_a_field_is_what_the_object_is_made_with(lr: str, held: str, rate: float) -> None:
    run = study(_TEXT.format(lr=lr) + held).run
    assert run is not None
    assert run.optimizer.rate == rate
    assert getattr(run.optimizer, "weight_decay", None) == 0.25


@pytest.mark.parametrize(
    "held", ["recipe = Recipe()\nrecipe.lr = 0.7\nrecipe.make()", "Recipe(0.5).make()\nRecipe().make()"]
)
def test_a_field_that_is_not_one_value_is_asked(held: str) -> None:
    finding = study(_TEXT.format(lr="self.lr") + held).findings[0]
    assert (finding.rule, finding.asks) == ("LR203", "self.lr")


def test_a_configuration_of_the_module_s_may_have_the_name_of_a_parameter() -> None:
    text = """
import torch
class Module:
    def __init__(self, cfg):
        self.cfg = cfg
    def make(self):
        return torch.optim.SGD(params, lr=self.cfg["lr"])
cfg = dict(lr=0.3)
optimizer = Module(cfg).make()
"""
    run = study(text).run
    assert run is not None
    assert run.optimizer.rate == 0.3
