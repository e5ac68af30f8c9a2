"""What a recipe is: a schedule that a library or a paper has a name for, as a formula of the step."""

from __future__ import annotations

import itertools
from typing import ClassVar, NamedTuple

import numpy as np

from lrviz.catalog.ends import handles_of_ends
from lrviz.catalog.parts import Handle
from lrviz.catalog.schedule import Rates, Schedule, Steps
from lrviz.catalog.shapes import blockwise
from lrviz.expression import Expression
from lrviz.spec import fields

TARGET = "torch.optim.lr_scheduler.LambdaLR"
"""What makes the torch scheduler of any recipe."""


class Piece(NamedTuple):
    """A stretch of a recipe: what the rate is multiplied by there.

    The formula is an expression of the step t, the group's own rate lr and the recipe's fields. It lasts while
    t < `until`, an expression of the fields; the last piece has none. `turns` are those inside it, as
    `Schedule.turns` gives them.
    """

    formula: str
    until: str = ""
    turns: tuple[range, ...] = ()


class Recipe(Schedule, frozen=True):
    """A schedule that torch has no class for: a factor of the optimizer's rate, written as a LambdaLR.

    A subclass says its `pieces`; its curve, its turns and the code that is written come from them. The `target` of
    each is `TARGET`.
    """

    origin: ClassVar[str]
    """Where it comes from: a library's function, as its users import it, or a paper."""

    def pieces(self) -> tuple[Piece, ...]:
        """Give the stretches of the curve in order."""
        raise NotImplementedError(type(self).__name__)

    def names(self) -> dict[str, float]:
        """Give the numbers that stand in the pieces, by name."""
        named = {field.name: getattr(self, field.name) for field in fields(type(self))}
        return {name: value for name, value in named.items() if isinstance(value, (int, float))}

    def firsts(self) -> list[int]:
        """Give the first step of every piece; where two are the same, the former piece is empty."""
        names = self.names()
        bounds = [_expression(piece.until, (*names,)).single(**names) for piece in self.pieces()[:-1]]
        return [0, *itertools.accumulate((max(0, int(np.ceil(bound))) for bound in bounds), max)]

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        names, firsts = self.names(), self.firsts()
        piece = np.searchsorted(firsts, t, side="right") - 1
        low, high = int(piece.min()), int(piece.max())
        if low == high:
            return np.asarray(lr * self._factor(low, t, lr, names))
        rates = np.empty(t.shape)
        for i in range(low, high + 1):
            inside = piece == i
            rates[inside] = lr * self._factor(i, t[inside], lr, names)
        return rates

    def _factor(self, piece: int, t: Steps, lr: float, names: dict[str, float]) -> Rates:
        return _expression(self.pieces()[piece].formula, ("t", "lr", *names))(t=t, lr=lr, **names)

    def single(self, t: int, lr: float) -> float:
        """Give the factor at one step as Python computes it, with whatever it raises."""
        names = self.names()
        piece = int(np.searchsorted(self.firsts(), t, side="right")) - 1
        formula = _expression(self.pieces()[piece].formula, ("t", "lr", *names))
        return float(formula.single(t=t, lr=lr, **names))

    def handles(self, steps: int) -> tuple[Handle, ...]:
        return handles_of_ends(self, steps)

    def turns(self, steps: int) -> tuple[range, ...] | None:
        seams = tuple(range(first, first + 1) for first in sorted({*self.firsts()}) if 0 < first < steps)
        inner = [range(one.start, min(one.stop, steps), one.step) for piece in self.pieces() for one in piece.turns]
        return (*seams, *inner)


def _expression(text: str, variables: tuple[str, ...]) -> Expression:
    return Expression.parse(text, variables)
