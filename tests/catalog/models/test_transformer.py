"""Transformer: how it is written, which problems it fits, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from lrviz import SpecError, Transformer


def test_it_is_blocks_over_rows_and_a_linear_layer_on_their_mean() -> None:
    assert Transformer().code(64, 10, (8, 8)) == (
        "nn.Sequential(\n"
        "    nn.Unflatten(-1, (8, 8)),\n"
        "    nn.Linear(8, 16),\n"
        "    Positions(8, 16),\n"
        "    Block(16, 4, 32),\n    Block(16, 4, 32),\n"
        "    MeanOfTokens(),\n"
        "    nn.Linear(16, 10),\n)"
    )
    assert Transformer().parts() == ("Positions", "Attention", "Block", "MeanOfTokens")


def test_with_norms_before_each_sum_one_more_follows_the_last() -> None:
    model = Transformer(width=6, heads=3, feedforward=5, blocks=1, norm="pre")
    assert model.code(20, 2, (4, 5)) == (
        "nn.Sequential(\n"
        "    nn.Unflatten(-1, (4, 5)),\n"
        "    nn.Linear(5, 6),\n"
        "    Positions(4, 6),\n"
        "    PreNormBlock(6, 3, 5),\n"
        "    nn.LayerNorm(6),\n"
        "    MeanOfTokens(),\n"
        "    nn.Linear(6, 2),\n)"
    )
    assert model.parts() == ("Positions", "Attention", "Block", "PreNormBlock", "MeanOfTokens")


def test_its_outline_is_its_blocks_and_their_width() -> None:
    assert Transformer(blocks=6).outline(64, 10) == "Transformer 64-6×16-10"


def test_it_needs_pictures() -> None:
    assert Transformer().unfit("classes", None) == "Transformer needs pictures; these data have none"
    assert Transformer().unfit("classes", (1, 1)) == Transformer().unfit("binary", (8, 8)) == ""
    with pytest.raises(ValueError, match="needs pictures"):
        Transformer().code(64, 10, None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("width", 0),
        ("width", 516),
        ("heads", 0),
        ("heads", 17),
        ("heads", True),
        ("feedforward", 0),
        ("blocks", 0),
        ("blocks", 33),
        ("norm", "none"),
    ],
)
def test_what_is_out_of_bounds_is_refused_by_name(name: str, value: Any) -> None:
    with pytest.raises(SpecError, match=rf"Transformer\({name}=") as caught:
        Transformer(**{name: value})
    assert caught.value.path == f"Transformer.{name}"


def test_heads_share_the_width_evenly() -> None:
    assert Transformer(width=15, heads=5).heads == 5
    with pytest.raises(SpecError, match=r"Transformer\(width=16\): width must be a multiple of the 3 heads"):
        Transformer(heads=3)
