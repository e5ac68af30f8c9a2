"""A catalog surface as a torch module: its formula in torch's words, evaluated piece by piece."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from torch import Tensor

from lrviz.catalog.surface import VARIABLES
from lrviz.engine.custom_loss import function
from lrviz.engine.models import Surface
from lrviz.expression import Expression
from lrviz.torch_words import in_torch

Image = tuple[int, int] | None


def built(_inputs: int, _outputs: int, _image: Image, *, formula: str, start: tuple[float, float]) -> Surface:
    """Make the module of a surface's formula, whose parameters are at its start."""
    return Surface(_height(formula), start)


@lru_cache(maxsize=32)  # one for all members of a race
def _height(formula: str) -> Callable[[Tensor, Tensor], Tensor]:
    of = function(in_torch(Expression.parse(formula, VARIABLES)))

    def height(x: Tensor, y: Tensor) -> Tensor:
        found: Tensor = of({"x": x, "y": y})
        return found

    return height
