"""What a surface is to lrviz: a height over the plane, whose two coordinates are the parameters that are trained."""

from __future__ import annotations

import ast
from typing import Annotated, Any

import numpy as np
from msgspec import Meta
from numpy.typing import ArrayLike, NDArray

from lrviz.catalog.model import Model, Shapes
from lrviz.expression import Expression
from lrviz.torch_words import in_torch

Floats = NDArray[np.float64]
Area = tuple[float, float, float, float]
"""The lowest and highest x, and the lowest and highest y."""

TARGET = "lrviz.engine.surface.built"
"""What makes the torch module of any surface."""
VARIABLES = ("x", "y")
FAR = 1000.0
"""The largest coordinate there is a start at."""
NUDGE = 3e-4
"""The distance over which a slope is measured: its error, h⁴ · |f⁽⁵⁾| / 30, is some 1e-10 on the surfaces here."""

Coordinate = Annotated[float, Meta(ge=-FAR, le=FAR)]
Start = Annotated[tuple[Coordinate, Coordinate], Meta(description="Where every run starts: its x and its y.")]


class Surface(Model, frozen=True):
    """A height f(x, y). A subclass says what it is in the language of formulas, and the rest comes from that one text.

    The `target` of each is `TARGET`, and each has a `start` of its own among its fields. What raises
    NotImplementedError here is what each entry has to say for itself; the test that walks the catalog asks every one.
    """

    @property
    def formula(self) -> str:
        """The height as an expression of x and y, with the fields' values filled in."""
        raise NotImplementedError(type(self).__name__)

    @property
    def start(self) -> tuple[float, float]:
        """Where every run starts."""
        raise NotImplementedError(type(self).__name__)

    def arguments(self) -> dict[str, Any]:
        return {"formula": self.formula, "start": self.start}

    @property
    def domain(self) -> Area:
        """The part of the plane that is worth seeing."""
        raise NotImplementedError(type(self).__name__)

    @property
    def title(self) -> str:
        """Its name, as the problem card shows it."""
        return type(self).__name__

    @property
    def expression(self) -> Expression:
        """The formula, read."""
        return Expression.parse(self.formula, VARIABLES)

    def at(self, x: ArrayLike, y: ArrayLike) -> Floats:
        """Give the heights at places, which are broadcast; NaN where the formula has no value."""
        return self.expression(x=x, y=y)

    def slope(self, x: ArrayLike, y: ArrayLike) -> Floats:
        """Give ∂f/∂x and ∂f/∂y at places, (…, 2), by central differences of fourth order.

        Where f has a kink, that is the mean of both sides.
        """
        across, along = np.broadcast_arrays(np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64))
        places, h = np.stack([across, along]), NUDGE
        offsets = h * np.array([-2, -1, 1, 2]).reshape(4, *[1] * across.ndim)
        weights = np.array([1, -8, 8, -1]).reshape(offsets.shape) / (12 * h)
        moved = [self.at(places[0] + offsets, places[1]), self.at(places[0], places[1] + offsets)]
        return np.stack([(weights * values).sum(axis=0) for values in moved], axis=-1)

    def outline(self, inputs: int, outputs: int) -> str:
        return "from ({:g}, {:g})".format(*self.start).replace("-", "−")

    def shapes(self, inputs: int, outputs: int, image: tuple[int, int] | None) -> Shapes:
        return {"x": (), "y": ()}

    def code(self, inputs: int, outputs: int, image: tuple[int, int] | None) -> str:
        height = ast.unparse(in_torch(self.expression))
        return f"Surface(lambda x, y: {height}, {self.start!r})"

    def parts(self) -> tuple[str, ...]:
        return ("Surface",)
