"""Activation: what bends between the layers of a model."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

Activation = Annotated[
    Literal["ReLU", "LeakyReLU", "ELU", "GELU", "SiLU", "Tanh", "Sigmoid"],
    Meta(description="What bends between two layers."),
]
"""A module of `torch.nn`, in torch's own default shape."""
