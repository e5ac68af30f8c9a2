"""CNN: how it is written, which pictures it fits, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz import CNN, SpecError


def test_it_is_convolutions_with_activations_and_pools_and_a_linear_layer() -> None:
    assert CNN().code(64, 10, (8, 8)) == (
        "nn.Sequential(\n"
        "    nn.Unflatten(-1, (1, 8, 8)),\n"
        "    nn.Conv2d(1, 8, 3, padding=1),\n    nn.ReLU(),\n    nn.MaxPool2d(2),\n"
        "    nn.Conv2d(8, 16, 3, padding=1),\n    nn.ReLU(),\n    nn.MaxPool2d(2),\n"
        "    nn.Flatten(),\n"
        "    nn.Linear(64, 10),\n)"
    )
    assert CNN(channels=(4,), kernel_size=5, pooling="AvgPool2d", activation="SiLU").code(63, 2, (7, 9)) == (
        "nn.Sequential(\n"
        "    nn.Unflatten(-1, (1, 7, 9)),\n"
        "    nn.Conv2d(1, 4, 5, padding=2),\n    nn.SiLU(),\n    nn.AvgPool2d(2),\n"
        "    nn.Flatten(),\n"
        "    nn.Linear(48, 2),\n)"
    )
    assert CNN().parts() == ()


def test_its_outline_is_its_channels() -> None:
    assert CNN().outline(64, 10) == "CNN 1-8-16-10"


def test_it_needs_pictures_and_one_an_example() -> None:
    assert CNN().unfit("classes", None) == "CNN needs pictures; these data have none"
    assert CNN().unfit("ranking", (8, 8)) == "CNN takes one picture at a time, not a query of many documents"
    assert CNN().unfit("classes", (8, 8)) == ""
    with pytest.raises(ValueError, match="needs pictures"):
        CNN().code(64, 10, None)


@pytest.mark.parametrize(
    ("channels", "image", "unfit"),
    [
        ((1,) * 3, (8, 8), ""),
        ((1,) * 4, (8, 8), "CNN pools 4×, and 8×8 pixels can be halved 3×"),
        ((1,) * 3, (64, 7), "CNN pools 3×, and 64×7 pixels can be halved 2×"),
        ((1,), (1, 64), "CNN pools 1×, and 1×64 pixels can be halved 0×"),
        ((), (1, 1), ""),
    ],
)
def test_a_picture_has_to_outlast_the_pools(channels: tuple[int, ...], image: tuple[int, int], unfit: str) -> None:
    assert CNN(channels=channels).unfit("classes", image) == unfit


@given(pools=st.integers(0, 8), rows=st.integers(1, 70), columns=st.integers(1, 70))
def test_it_fits_as_long_as_a_pixel_is_left(pools: int, rows: int, columns: int) -> None:
    left = [rows, columns]
    for _ in range(pools):
        left = [side // 2 for side in left]
    assert (CNN(channels=(1,) * pools).unfit("classes", (rows, columns)) == "") == (min(left) > 0)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("channels", [0]),
        ("channels", [8, 257]),
        ("kernel_size", 0),
        ("kernel_size", 17),
        ("kernel_size", 3.5),
        ("pooling", "max"),
        ("activation", "Softmax"),
    ],
)
def test_what_is_out_of_bounds_is_refused_by_name(name: str, value: Any) -> None:
    with pytest.raises(SpecError, match=rf"CNN\({name}=") as caught:
        CNN(**{name: value})
    assert caught.value.path == f"CNN.{name}"


@pytest.mark.parametrize("even", [2, 4, 14])
def test_a_window_has_a_middle(even: int) -> None:
    with pytest.raises(SpecError, match=rf"CNN\(kernel_size={even}\): kernel_size must be odd"):
        CNN(kernel_size=even)
