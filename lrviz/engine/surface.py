"""A catalog surface as a torch module: its formula in torch's words, evaluated piece by piece."""

from __future__ import annotations

from torch import Tensor

from lrviz.catalog.surface import VARIABLES
from lrviz.engine.custom_loss import value
from lrviz.engine.models import Surface
from lrviz.expression import Expression
from lrviz.torch_words import in_torch

Image = tuple[int, int] | None


def built(_inputs: int, _outputs: int, _image: Image, *, formula: str, start: tuple[float, float]) -> Surface:
    """Make the module of a surface's formula, whose parameters are at its start."""
    tree = in_torch(Expression.parse(formula, VARIABLES))

    def height(x: Tensor, y: Tensor) -> Tensor:
        found: Tensor = value(tree, {"x": x, "y": y})
        return found

    return Surface(height, start)
