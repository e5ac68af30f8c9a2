"""Survey: what is looked at of a landscape, and how finely."""

from __future__ import annotations

import math
from typing import Annotated, Literal

from msgspec import Meta

from lrviz.sentences import say
from lrviz.spec import Value

Method = Literal["ends", "random", "pca", "hessian", "line"]
What = Literal["train_loss", "val_loss", "accuracy"]
Bound = Annotated[float, Meta(ge=-1e12, le=1e12)]


class Survey(Value, frozen=True):
    """The plane through a race's weights, what is measured on it, and the part of it that is in sight.

    Without an `area` the plane's own is taken: `span` times as far as what has to be seen, shaped by `aspect`.
    """

    method: Annotated[
        Method,
        Meta(
            description="ends: the plane through three runs’ ends; random: two random directions, filter by filter as "
            "long as the weights (arXiv 1712.09913); pca: the two directions the paths vary most in; hessian: the two "
            "sharpest directions at the origin’s end; line: straight lines from end to end."
        ),
    ] = "ends"
    what: Annotated[What, Meta(description="What is measured at each point.")] = "train_loss"
    grid: Annotated[int, Meta(ge=3, le=401, description="Points along each side.", extra={"slider": (9, 201)})] = 51
    span: (
        Annotated[
            float,
            Meta(
                gt=0,
                le=1000,
                description="How far the plane reaches: times the paths’ range, or the weights’ norm of a random one.",
                extra={"scale": "log", "slider": (0.1, 10), "none": "auto"},
            ),
        ]
        | None
    ) = None
    seed: Annotated[int, Meta(ge=0, lt=2**32, description="Which random plane.", extra={"slider": (0, 20)})] = 0
    origin: Annotated[
        str, Meta(max_length=200, description="The run at whose end a plane starts; the last one if empty.")
    ] = ""
    aspect: Annotated[float, Meta(ge=0.01, le=100, description="Width of the area against its height.")] = 1.0
    area: (
        Annotated[tuple[Bound, Bound, Bound, Bound], Meta(description="First and last x, first and last y.")] | None
    ) = None

    def check(self) -> None:
        if self.area is not None:
            left, right, low, high = self.area
            if not (left < right and low < high and math.isfinite(right - left)):
                raise self.refuse("area", say("first x, last x, first y, last y, each first below its last"))
