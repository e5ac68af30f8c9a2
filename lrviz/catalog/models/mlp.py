"""MLP: linear layers with a bend between them."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from lrviz.catalog.model import Model

Width = Annotated[int, Meta(ge=1, le=65536)]


class MLP(Model, frozen=True):
    """Fully connected layers with an activation between each two; torch's own initial weights."""

    target: ClassVar[str] = "lrviz.engine.models.MLP"

    hidden: Annotated[tuple[Width, ...], Meta(description="Units of each hidden layer, from input to output.")] = (64,)
    activation: Annotated[
        Literal["ReLU", "Tanh", "GELU", "SiLU"], Meta(description="What bends between two layers.")
    ] = "ReLU"

    def outline(self, inputs: int, outputs: int) -> str:
        return "MLP " + "-".join(map(str, (inputs, *self.hidden, outputs)))

    def code(self, inputs: int, outputs: int, image: tuple[int, int] | None) -> str:
        layers: list[str] = []
        for width, after in pairwise((inputs, *self.hidden, outputs)):
            layers += [f"    nn.Linear({width}, {after}),", f"    nn.{self.activation}(),"]
        return "\n".join(["nn.Sequential(", *layers[:-1], ")"])
