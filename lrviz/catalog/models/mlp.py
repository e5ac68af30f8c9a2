"""MLP: linear layers with a bend between them."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from lrviz.catalog.model import Model, Shape, Shapes, affine
from lrviz.catalog.models.activation import Activation
from lrviz.catalog.task import Task
from lrviz.sentences import say

Width = Annotated[int, Meta(ge=1, le=65536)]


class MLP(Model, frozen=True):
    """Fully connected layers with an activation between each two; torch's own initial weights.

    When: tables and small pictures; one hidden layer of 64 has 0.96 of the digits right after a third of a second.
    Mistake: many layers with a high rate and no warm-up: four of them at Adam's 0.05 came to 0.75 instead of 0.95.
    Source: Rumelhart, Hinton and Williams 1986, Learning representations by back-propagating errors, doi
        10.1038/323533a0
    """

    target: ClassVar[str] = "lrviz.engine.models.MLP"

    hidden: Annotated[tuple[Width, ...], Meta(description="Units of each hidden layer, from input to output.")] = (64,)
    activation: Activation = "ReLU"
    norm: Annotated[
        Literal["none", "BatchNorm1d", "LayerNorm"],
        Meta(description="What evens out a hidden layer's values before they bend."),
    ] = "none"
    skip: Annotated[
        bool, Meta(description="Lead x past each hidden layer h that keeps its width: (x + h(x)) / √2.")
    ] = False

    def unfit(self, task: Task, image: tuple[int, int] | None) -> str:
        if task == "ranking" and self.norm == "BatchNorm1d" and self.hidden:
            return say("MLP with BatchNorm1d takes a query's documents for features; LayerNorm tells them apart")
        return ""

    def outline(self, inputs: int, outputs: int) -> str:
        return "MLP " + "-".join(map(str, (inputs, *self.hidden, outputs)))

    def shapes(self, inputs: int, outputs: int, image: tuple[int, int] | None) -> Shapes:
        widths = (inputs, *self.hidden)
        norm, place = self.norm != "none", 0
        shapes: dict[str, Shape] = {}
        for width, after in pairwise(widths):
            skipped = self.skip and width == after
            within, first = (f"{place}.", 0) if skipped else ("", place)
            shapes |= affine(f"{within}{first}", after, width)
            shapes |= affine(f"{within}{first + 1}", after) if norm else {}
            place += 1 if skipped else 2 + norm
        return shapes | affine(f"{place}", outputs, widths[-1])

    def code(self, inputs: int, outputs: int, image: tuple[int, int] | None) -> str:
        widths = (inputs, *self.hidden)
        layers: list[str] = []
        for width, after in pairwise(widths):
            norm = [] if self.norm == "none" else [f"nn.{self.norm}({after})"]
            layer = [f"nn.Linear({width}, {after})", *norm, f"nn.{self.activation}()"]
            layers += [f"Skip({', '.join(layer)})"] if self.skip and width == after else layer
        layers.append(f"nn.Linear({widths[-1]}, {outputs})")
        return "\n".join(["nn.Sequential(", *(f"    {layer}," for layer in layers), ")"])

    def parts(self) -> tuple[str, ...]:
        return ("Skip",) if self.skip else ()
