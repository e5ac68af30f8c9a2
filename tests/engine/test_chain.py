"""A chain has a model's layers in the order of their calls, says what no module says, and disturbs nothing."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor, nn

from lrviz.catalog.model import Model
from lrviz.catalog.models import MODELS
from lrviz.catalog.models.cnn import CNN
from lrviz.catalog.models.linear import Linear
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.models.transformer import Transformer
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.problems.walk import Walk
from lrviz.engine.chain import Chain, outlined
from lrviz.engine.member import initial
from lrviz.events import Outlined

CPU = torch.device("cpu")


def outline(model: Model) -> Outlined:
    made, guest = initial(Digits(model=model), 0, CPU)
    return outlined(made, torch.zeros(2, 64), guest)


def said(found: Outlined) -> list[tuple[str, str]]:
    return [(layer.name, layer.kind) for layer in found.layers]


def test_layers_are_said_with_their_sizes_in_order() -> None:
    assert said(outline(MLP(hidden=(16,), norm="BatchNorm1d", activation="GELU"))) == [
        ("0", "Linear 64→16"),
        ("1", "BatchNorm1d 16"),
        ("2", "GELU"),
        ("3", "Linear 16→10"),
    ]
    assert said(outline(CNN(channels=(8,)))) == [
        ("0", "Unflatten 1×8×8"),
        ("1", "Conv2d 1→8, 3×3"),
        ("2", "ReLU"),
        ("3", "MaxPool2d 2"),
        ("4", "Flatten"),
        ("5", "Linear 128→10"),
    ]
    assert said(outline(Linear())) == [("", "Linear 64→10")]


def test_what_a_module_does_itself_is_said_where_it_does_it() -> None:
    assert said(outline(MLP(hidden=(64,), skip=True))) == [
        ("0.0", "Linear 64→64"),
        ("0.1", "ReLU"),
        ("0", "Skip …"),
        ("1", "Linear 64→10"),
    ]
    kinds = [kind for _, kind in said(outline(Transformer(width=8, heads=2, feedforward=16, blocks=1)))]
    assert kinds == [
        "Unflatten 8×8",
        "Linear 8→8",
        "Positions 8×8",
        "Linear 8→24",
        "Attention …",  # the softmax and its products
        "Linear 8→8",
        "Block …",  # x + …
        "LayerNorm 8",
        "Linear 8→16",
        "Block …",  # relu
        "Linear 16→8",
        "Block …",
        "LayerNorm 8",
        "MeanOfTokens",
        "Linear 8→10",
    ]


@pytest.mark.parametrize("model", [*(cls.example() for cls in MODELS), MLP(hidden=(64, 64), skip=True)], ids=str)
def test_every_parameter_of_the_catalogs_models_is_in_one_layer(model: Model) -> None:
    found = outline(model)
    made, _ = initial(Digits(model=model), 0, CPU)
    assert found.names == tuple(name for name, _ in made.named_parameters())
    assert found.shapes == tuple(tuple(each.shape) for each in made.parameters())
    held = [name for layer in found.layers for name in layer.parameters]
    assert sorted(held) == sorted(found.names)


def test_a_surface_is_one_layer_that_holds_x_and_y() -> None:
    made, _ = initial(Walk(), 0, CPU)
    [layer] = outlined(made, torch.zeros(2, 2)).layers
    assert (layer.kind, layer.parameters) == ("Surface", ("x", "y"))


class Odd(nn.Module):
    """Everything at once: a parameter of its own, a layer called twice, one in place, one untold and one unused."""

    def __init__(self) -> None:
        super().__init__()
        self.token = nn.Parameter(torch.zeros(8))
        self.twice, self.bend = nn.Linear(8, 8), nn.ReLU(inplace=True)
        self.attention = nn.MultiheadAttention(8, 2, batch_first=True)
        self.untold, self.unused = nn.Linear(8, 8), nn.Linear(2, 2)
        self.tied = nn.Linear(8, 8)
        self.tied.weight = self.twice.weight

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.token
        for _ in range(2):
            x = self.bend(self.twice(x))
        x = nn.functional.linear(x, self.untold.weight, self.untold.bias).unsqueeze(1)
        mixed, _ = self.attention(x, x, x)
        made: Tensor = self.tied(mixed.squeeze(1)) * 2
        return made


def test_an_odd_model_is_told_as_far_as_its_modules_tell() -> None:
    layers = [(layer.name, layer.kind, layer.parameters) for layer in outlined(Odd(), torch.ones(2, 8)).layers]
    attention = ("in_proj_weight", "in_proj_bias", "out_proj.weight", "out_proj.bias")
    assert layers == [
        ("", "Odd …", ()),  # + token
        ("twice", "Linear 8→8 ×2", ("twice.weight", "twice.bias")),
        ("bend", "ReLU ×2", ()),
        ("", "Odd …", ()),  # what untold's weights are used in
        ("attention", "MultiheadAttention 8", tuple(f"attention.{name}" for name in attention)),
        ("", "Odd …", ()),  # squeeze
        ("tied", "Linear 8→8", ("tied.bias",)),  # whose weight is the other's
        ("", "Odd", ("token",)),
        ("untold", "Linear 8→8 …", ("untold.weight", "untold.bias")),
        ("unused", "Linear 2→2 …", ("unused.weight", "unused.bias")),
    ]


class Doubled(nn.Sequential):
    """Doubles what its first layer gives, where it lies."""

    def forward(self, x: Tensor) -> Tensor:
        first, last = self
        made: Tensor = last(first(x).mul_(2))
        return made


def test_what_is_changed_in_place_between_two_layers_is_said() -> None:
    layers = outlined(Doubled(nn.Linear(4, 3), nn.Linear(3, 1)), torch.ones(2, 4)).layers
    assert [layer.kind for layer in layers] == ["Linear 4→3", "Doubled …", "Linear 3→1"]


def test_a_model_that_cannot_be_copied_is_told_in_the_order_it_was_made() -> None:
    model = nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 1))
    model.kept = torch.ones(2, requires_grad=True) * 2  # no leaf: torch refuses to copy it
    layers = outlined(model, torch.zeros(2, 4)).layers
    assert [(layer.name, layer.parameters) for layer in layers] == [
        ("0", ("0.weight", "0.bias")),
        ("2", ("2.weight", "2.bias")),
    ]


def test_an_outline_leaves_a_model_as_it_is() -> None:
    model = nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3), nn.Dropout(0.5))
    before, drawn = {key: each.clone() for key, each in model.state_dict().items()}, torch.get_rng_state()
    assert [layer.kind for layer in outlined(model, torch.ones(2, 4)).layers][2] == "Dropout 0.5"
    assert model.training
    assert all(torch.equal(each, before[key]) for key, each in model.state_dict().items())
    assert torch.equal(torch.get_rng_state(), drawn)
    assert not any(module._forward_hooks or module._forward_pre_hooks for module in model.modules())


def test_what_passes_and_what_comes_back_is_what_torch_has() -> None:
    torch.manual_seed(1)
    first, last = nn.Linear(4, 3), nn.Linear(3, 2)
    model, batches = nn.Sequential(first, nn.ReLU(inplace=True), last), torch.randn(2, 5, 4)
    chain = Chain(model)
    with chain.watched():
        for inputs in batches:
            model(inputs).square().sum().backward()
    linear, bend, _ = [link.passed(chain.passes) for link in chain.links]
    inner = first(batches).detach().requires_grad_()
    bent = torch.relu(inner)
    bent.retain_grad()
    last(bent).square().sum().backward()
    assert inner.grad is not None
    assert bent.grad is not None
    assert (linear.output, bend.output, linear.kind) == ((5, 3), (5, 3), "Linear 4→3")
    assert linear.forward == pytest.approx(float(inner.detach().square().mean().sqrt()), rel=1e-6)
    assert bend.forward == pytest.approx(float(bent.detach().square().mean().sqrt()), rel=1e-6)
    assert linear.backward == pytest.approx(float(inner.grad.norm()), rel=1e-6)
    assert bend.backward == pytest.approx(float(bent.grad.norm()), rel=1e-6)


def test_where_nothing_passed_nothing_is_said() -> None:
    chain = Chain(model := Odd())
    with chain.watched():
        model(torch.ones(2, 8)).sum().backward()
    links = {link.name: link.passed(chain.passes) for link in chain.links if link.name}
    assert links["unused"].output == ()
    assert math.isnan(links["unused"].forward)
    assert links["unused"].backward is None
    assert links["twice"].backward is not None
