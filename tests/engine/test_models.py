"""A catalog model is the plain torch module that a script would build."""

from __future__ import annotations

from itertools import pairwise

import pytest
import torch
from torch import nn

from lrviz.catalog.models.mlp import MLP
from lrviz.engine.build import build


@pytest.mark.parametrize("model", [MLP(), MLP(hidden=()), MLP(hidden=(8, 16, 4), activation="Tanh")])
def test_an_mlp_has_the_layers_names_and_weights_of_a_plain_sequential(model: MLP) -> None:
    torch.manual_seed(1)
    built = build(model, 64, 10, None)
    torch.manual_seed(1)
    sizes = (64, *model.hidden, 10)
    layers = [layer for a, b in pairwise(sizes) for layer in (nn.Linear(a, b), getattr(nn, model.activation)())][:-1]
    plain = nn.Sequential(*layers)
    assert str(built).partition("(")[2] == str(plain).partition("(")[2]
    for (name, one), (other, two) in zip(built.named_parameters(), plain.named_parameters(), strict=True):
        assert name == other
        assert torch.equal(one, two)
