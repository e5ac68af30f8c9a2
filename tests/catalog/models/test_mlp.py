"""MLP: how it is written, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from lrviz import MLP, SpecError


def test_a_plain_one_is_linear_layers_with_activations_between() -> None:
    assert MLP().code(64, 10, (8, 8)) == MLP().code(64, 10, None)
    assert MLP().code(64, 10, None) == (
        "nn.Sequential(\n    nn.Linear(64, 64),\n    nn.ReLU(),\n    nn.Linear(64, 10),\n)"
    )
    assert MLP(hidden=()).code(64, 10, None) == "nn.Sequential(\n    nn.Linear(64, 10),\n)"


def test_a_norm_stands_between_a_hidden_layer_and_its_activation() -> None:
    assert MLP(hidden=(8, 4), norm="LayerNorm", activation="GELU").code(2, 1, None) == (
        "nn.Sequential(\n"
        "    nn.Linear(2, 8),\n    nn.LayerNorm(8),\n    nn.GELU(),\n"
        "    nn.Linear(8, 4),\n    nn.LayerNorm(4),\n    nn.GELU(),\n"
        "    nn.Linear(4, 1),\n)"
    )


def test_a_skip_leads_past_the_hidden_layers_that_keep_their_width() -> None:
    model = MLP(hidden=(8, 8, 4), norm="BatchNorm1d", activation="Tanh", skip=True)
    assert model.code(2, 4, None) == (
        "nn.Sequential(\n"
        "    nn.Linear(2, 8),\n    nn.BatchNorm1d(8),\n    nn.Tanh(),\n"
        "    Skip(nn.Linear(8, 8), nn.BatchNorm1d(8), nn.Tanh()),\n"
        "    nn.Linear(8, 4),\n    nn.BatchNorm1d(4),\n    nn.Tanh(),\n"
        "    nn.Linear(4, 4),\n)"
    )
    assert model.code(8, 4, None).count("Skip(") == 2
    assert model.parts() == ("Skip",)
    assert MLP().parts() == ()


def test_its_outline_is_its_widths() -> None:
    assert MLP().outline(64, 10) == "MLP 64-64-10"
    assert MLP(hidden=(32, 16)).outline(11, 1) == "MLP 11-32-16-1"
    assert MLP(hidden=()).outline(11, 1) == "MLP 11-1"


def test_only_batch_norm_is_unfit_and_only_for_documents() -> None:
    assert MLP(norm="BatchNorm1d").unfit("ranking", None) == (
        "MLP with BatchNorm1d takes a query's documents for features; LayerNorm tells them apart"
    )
    assert MLP(norm="BatchNorm1d").unfit("values", None) == ""
    assert MLP(norm="BatchNorm1d", hidden=()).unfit("ranking", None) == ""
    assert MLP(norm="LayerNorm").unfit("ranking", None) == MLP().unfit("ranking", None) == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("hidden", [0]),
        ("hidden", [64, 65537]),
        ("hidden", 64),
        ("activation", "relu"),
        ("norm", None),
        ("norm", "BatchNorm2d"),
        ("skip", "no"),
    ],
)
def test_what_is_out_of_bounds_is_refused_by_name(name: str, value: Any) -> None:
    with pytest.raises(SpecError, match=rf"MLP\({name}=") as caught:
        MLP(**{name: value})
    assert caught.value.path == f"MLP.{name}"
