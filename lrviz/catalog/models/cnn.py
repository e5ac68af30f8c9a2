"""CNN: convolutions over a picture, each followed by a pooling."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from lrviz.catalog.model import Model, Shape, Shapes, affine
from lrviz.catalog.models.activation import Activation
from lrviz.catalog.models.picture import MISSING, sides
from lrviz.catalog.task import Task
from lrviz.sentences import say

Channels = Annotated[int, Meta(ge=1, le=256)]


class CNN(Model, frozen=True):
    """Convolutions that look at a picture through a small window, each pooled to half the size, then one linear layer.

    The picture's edge is padded with zeros, so that only the pools make it smaller.

    When: pictures: what is learnt at one place holds at every other.
    Mistake: giving it a table: columns beside each other have nothing to do with each other.
    Source: LeCun et al. 1998, Gradient-based learning applied to document recognition, doi 10.1109/5.726791
    """

    target: ClassVar[str] = "lrviz.engine.models.CNN"

    channels: Annotated[
        tuple[Channels, ...], Meta(description="Channels of each convolution, from input to output.")
    ] = (8, 16)
    kernel_size: Annotated[
        int, Meta(ge=1, le=15, description="Side of the window, in pixels; odd.", extra={"slider": (1, 7), "step": 2})
    ] = 3
    pooling: Annotated[
        Literal["MaxPool2d", "AvgPool2d"], Meta(description="What stands for each 2×2 pixels: the largest or the mean.")
    ] = "MaxPool2d"
    activation: Activation = "ReLU"

    def check(self) -> None:
        if self.kernel_size % 2 == 0:
            raise self.refuse("kernel_size", say("odd, so that a window has a middle"))

    def unfit(self, task: Task, image: tuple[int, int] | None) -> str:
        if image is None:
            return f"CNN {MISSING}"
        if task == "ranking":
            return say("CNN takes one picture at a time, not a query of many documents")
        rows, columns = image
        halvings = min(rows, columns).bit_length() - 1
        if len(self.channels) > halvings:
            return say(
                "CNN pools {channels}×, and {rows}×{columns} pixels can be halved {halvings}×",
                channels=len(self.channels),
                rows=rows,
                columns=columns,
                halvings=halvings,
            )
        return ""

    def outline(self, inputs: int, outputs: int) -> str:
        return "CNN " + "-".join(map(str, (1, *self.channels, outputs)))

    def shapes(self, inputs: int, outputs: int, image: tuple[int, int] | None) -> Shapes:
        channels, pools = (1, *self.channels), len(self.channels)
        shapes: dict[str, Shape] = {}
        for i, (before, after) in enumerate(pairwise(channels)):
            shapes |= affine(f"{1 + 3 * i}", after, before, self.kernel_size, self.kernel_size)
        return shapes | affine(f"{2 + 3 * pools}", outputs, self._left(image))

    def code(self, inputs: int, outputs: int, image: tuple[int, int] | None) -> str:
        rows, columns = sides(image)
        layers = [f"nn.Unflatten(-1, (1, {rows}, {columns}))"]
        for before, after in pairwise((1, *self.channels)):
            convolution = f"nn.Conv2d({before}, {after}, {self.kernel_size}, padding={self.kernel_size // 2})"
            layers += [convolution, f"nn.{self.activation}()", f"nn.{self.pooling}(2)"]
        layers += ["nn.Flatten()", f"nn.Linear({self._left(image)}, {outputs})"]
        return "\n".join(["nn.Sequential(", *(f"    {layer}," for layer in layers), ")"])

    def _left(self, image: tuple[int, int] | None) -> int:
        """Give how many numbers the pools leave of a picture."""
        (rows, columns), pools = sides(image), len(self.channels)
        return (1, *self.channels)[-1] * (rows >> pools) * (columns >> pools)
