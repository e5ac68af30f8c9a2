"""Update rules on rows of many models do what torch's optimizers do on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor, nn

from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.optimizers.rmsprop import RMSprop
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.engine.build import build
from lrviz.engine.rules import RULES, Rule
from lrviz.errors import SpecError
from lrviz.spec import Field, fields

STEPS, SIZE = 12, 5
RULED = [cls for cls in OPTIMIZERS if getattr(torch.optim, cls.__name__) in RULES]
IDS = [cls.__name__ for cls in RULED]


def drawn(cls: type[Optimizer]) -> st.SearchStrategy[Optimizer]:
    """Draw an optimizer with numbers that people choose: from its sliders' ranges, or 0 where that is allowed."""
    return st.fixed_dictionaries({field.name: _of(field) for field in fields(cls)}).map(lambda own: _fixed(cls, own))


def _of(field: Field) -> st.SearchStrategy[Any]:
    if field.kind == "bool":
        return st.booleans()
    if field.name == "eps":
        return st.floats(1e-8, 1e-2)
    low, high = field.slider or (0, 1)
    number = st.floats(low, min(high, 1)) | st.just(field.default if field.kind == "float" else 0.5)
    return st.tuples(number, st.floats(0.5, 0.999)) if field.kind == "floats" else number


def _fixed(cls: type[Optimizer], own: dict[str, Any]) -> Optimizer:
    try:
        return cls(**own)
    except SpecError:  # nesterov asks for a momentum and no dampening
        return cls(**own | {"nesterov": False})


class Single:
    """A model of one parameter, stepped by torch's own optimizer."""

    def __init__(self, spec: Optimizer, start: Tensor) -> None:
        self.parameter = nn.Parameter(start.clone())
        self.optimizer: torch.optim.Optimizer = build(spec, [self.parameter])

    @property
    def group(self) -> dict[str, Any]:
        group: dict[str, Any] = self.optimizer.param_groups[0]
        return group

    def step(self, lr: float, momentum: float, gradient: Tensor) -> None:
        self.group["lr"] = lr
        if "betas" in self.group:
            self.group["betas"] = (momentum, self.group["betas"][1])
        elif "momentum" in self.group:
            self.group["momentum"] = momentum
        self.parameter.grad = gradient.clone()
        self.optimizer.step()


def compared(specs: Sequence[Optimizer], momenta: np.ndarray[Any, Any], blocks: Sequence[int] = (STEPS,)) -> None:
    """Step models by torch and by one rule, from the same weights with the same gradients, and compare them."""
    draw = torch.Generator().manual_seed(len(specs))
    weights = torch.randn(len(specs), SIZE, generator=draw, dtype=torch.float64)
    singles = [Single(spec, row) for spec, row in zip(specs, weights, strict=True)]
    rule = RULES[type(singles[0].optimizer)]([[single.group] for single in singles], weights)
    lrs = np.array([[spec.rate * (1 + 0.5 * np.sin(t)) for t in range(STEPS)] for spec in specs])
    step = 0
    for length in blocks:
        part = slice(step, step + length)
        t = np.arange(step, step + length, dtype=np.float64) + 1
        coefficients = rule.coefficients(t, lrs[:, None, part], momenta[:, None, part])
        for at in range(length):
            gradients = torch.randn(weights.shape, generator=draw, dtype=torch.float64)
            apply(rule, weights, gradients, coefficients, at)
            for row, single in enumerate(singles):
                single.step(lrs[row, step], momenta[row, step], gradients[row])
            step += 1
            expected = torch.stack([single.parameter.detach() for single in singles])
            torch.testing.assert_close(weights, expected, rtol=1e-9, atol=1e-10)


def apply(rule: Rule, weights: Tensor, gradients: Tensor, coefficients: Mapping[str, Any], at: int) -> None:
    kept = gradients.clone()
    rule.update(weights, gradients, {name: torch.tensor(own[..., at]) for name, own in coefficients.items()})
    assert torch.equal(gradients, kept)


def constant(specs: Sequence[Optimizer]) -> np.ndarray[Any, Any]:
    return np.array([[spec.momentum_or_beta or 0.0] * STEPS for spec in specs])


@pytest.mark.parametrize("cls", RULED, ids=IDS)
def test_every_optimizer_but_muon_has_a_rule_that_starts_as_a_form_does(cls: type[Optimizer]) -> None:
    assert [each.__name__ for each in OPTIMIZERS if each not in RULED] == ["Muon"]
    spec = cls.example()
    compared([spec, spec.with_rate(0.5)], constant([spec, spec]))


@pytest.mark.parametrize("cls", RULED, ids=IDS)
@settings(max_examples=40, derandomize=True)
@given(data=st.data())
def test_models_of_any_hyper_parameters_share_a_rule(cls: type[Optimizer], data: st.DataObject) -> None:
    specs = data.draw(st.lists(drawn(cls), min_size=1, max_size=4))
    compared(specs, constant(specs), blocks=(5, 7))


@pytest.mark.parametrize(
    "specs",
    [
        [SGD(momentum=0.9), SGD(momentum=0.5, nesterov=True), SGD(weight_decay=0.1), SGD(momentum=0.1, maximize=True)],
        [RMSprop(momentum=0.9), RMSprop(momentum=0.1, centered=True), RMSprop(momentum=0.3, weight_decay=0.1)],
        *([cls(), cls(weight_decay=0.1)] for cls in RULED if "betas" in cls.__struct_fields__),
    ],
    ids=lambda specs: type(specs[0]).__name__,
)
def test_a_momentum_that_moves_is_followed_through_zero(specs: list[Optimizer]) -> None:
    moving = np.abs(np.cos(np.arange(STEPS) * np.pi / 6)) * 0.9
    moving[[3, 9]] = 0.0
    compared(specs, np.tile(moving, (len(specs), 1)))


def test_a_coefficient_that_changes_nothing_is_left_out() -> None:
    plain = [Single(spec, torch.zeros(SIZE)).group for spec in (SGD(), SGD(lr=3.0))]
    t, lr, still = np.arange(1, 5, dtype=np.float64), np.ones((2, 1, 4)), np.zeros((2, 1, 4))
    rule = RULES[torch.optim.SGD]([[group] for group in plain], torch.zeros(2, SIZE))
    assert set(rule.coefficients(t, lr, still)) == {"rate", "plain"}
    assert set(rule.coefficients(t, lr, still + 0.9)) == {"rate", "kept", "gained", "ahead"}
    adam = [Single(spec, torch.zeros(SIZE)).group for spec in (Adam(), Adam(amsgrad=True, weight_decay=0.1))]
    rule = RULES[torch.optim.Adam]([[group] for group in adam], torch.zeros(2, SIZE))
    assert set(rule.coefficients(t, lr, still + 0.9)) == {"rate", "new", "square", "eps", "amsgrad", "penalty"}


def test_groups_have_rates_and_penalties_of_their_own() -> None:
    groups = [[{**Single(SGD(), torch.zeros(1)).group, "weight_decay": decay} for decay in (0.0, 0.5)]]
    rule = RULES[torch.optim.SGD](groups, torch.zeros(1, SIZE))
    lr = np.array([[[0.1, 0.2], [0.3, 0.4]]])
    found = rule.coefficients(np.array([1.0, 2.0]), lr, np.zeros((1, 1, 2)))
    np.testing.assert_array_equal(found["rate"], -lr)
    np.testing.assert_array_equal(found["penalty"], [[[0.0, 0.0], [0.5, 0.5]]])
    assert found["plain"].shape == (1, 1, 2)


def test_a_rule_goes_on_without_the_models_it_parts_with() -> None:
    specs = [Adam(lr=0.1), Adam(lr=0.2, amsgrad=True), Adam(lr=0.3)]
    weights, gradients = torch.randn(2, 3, SIZE, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
    singles = [Single(spec, row) for spec, row in zip(specs, weights, strict=True)]
    rule = RULES[torch.optim.Adam]([[single.group] for single in singles], weights)
    t, lr = np.arange(1, 3, dtype=np.float64), np.array([[[spec.lr] * 2] for spec in specs])
    apply(rule, weights, gradients, rule.coefficients(t, lr, np.full_like(lr, 0.9)), 0)
    rule.keep([0, 2])
    weights, gradients = weights[[0, 2]], gradients[[0, 2]]
    apply(rule, weights, gradients, rule.coefficients(t, lr[[0, 2]], np.full((2, 1, 2), 0.9)), 1)
    for row, single in enumerate([singles[0], singles[2]]):
        for _ in range(2):
            single.step(single.group["lr"], 0.9, gradients[row])
        torch.testing.assert_close(weights[row], single.parameter.detach(), rtol=1e-12, atol=1e-12)
