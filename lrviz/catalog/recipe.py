"""What a recipe is: a schedule that a library or a paper has a name for, as formulas of the step."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, ClassVar, NamedTuple

import numpy as np
from msgspec import Meta

from lrviz.catalog.ends import handles_of_ends
from lrviz.catalog.parts import Handle
from lrviz.catalog.schedule import MOST, Rates, Schedule, Steps
from lrviz.catalog.shapes import blockwise, passed
from lrviz.expression import Expression
from lrviz.spec import fields

TARGET = "torch.optim.lr_scheduler.LambdaLR"
"""What makes the torch scheduler of any recipe."""

WarmupSteps = Annotated[
    int,
    Meta(ge=0, le=MOST, description="Steps up to the rate.", examples=[10], extra={"scale": "log", "unit": "steps"}),
]
TrainingSteps = Annotated[
    int,
    Meta(ge=0, le=MOST, description="Steps until the end.", examples=[100], extra={"scale": "log", "unit": "steps"}),
]


class Piece(NamedTuple):
    """A stretch of a recipe: what the rate is multiplied by there.

    The formula is an expression of the step t, the group's own rate lr, the recipe's fields and the names that `where`
    defines. It lasts while t < `until`, an expression of the fields; the last piece has none. `turns` are those inside
    it, as `Schedule.turns` gives them. Each pair in `where` is a name and its formula, of the names before it; its
    value stays the same from one of the turns to the next.
    """

    formula: str
    until: str = ""
    turns: tuple[range, ...] = ()
    where: tuple[tuple[str, str], ...] = ()


class Recipe(Schedule, frozen=True):
    """A schedule that torch has no class for: a factor of the optimizer's rate, written as a LambdaLR.

    A subclass says its `pieces`; its curve, its turns and the code that is written come from them. The `target` of
    each is `TARGET`. A group whose own rate is 0 stays at 0, whatever it is multiplied by.
    """

    reckons: ClassVar[bool] = True

    def pieces(self) -> tuple[Piece, ...]:
        """Give the stretches of the curve in order."""
        raise NotImplementedError(type(self).__name__)

    def arguments_for(self, rates: Sequence[float]) -> dict[str, Any]:
        return {"lr_lambda": [functools.partial(self.single, lr=lr) for lr in rates]}

    def names(self) -> dict[str, float]:
        """Give the numbers that stand in the pieces, by name."""
        named = {field.name: getattr(self, field.name) for field in fields(type(self))}
        return {name: value for name, value in named.items() if isinstance(value, (int, float))}

    def refused(self, lr: float) -> str:
        """Say why the library refuses an optimizer of that rate, in its words; empty where it takes it."""
        return ""

    def firsts(self) -> list[int]:
        """Give the first step of every piece; where two are the same, the former piece is empty."""
        return _read(self).firsts

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        if lr == 0:
            return np.zeros(t.shape)
        if self.refused(lr):
            return np.full(t.shape, np.nan)
        pieces, firsts = _read(self)[1:]
        piece = passed(np.array(firsts), np.maximum(t, 0))  # a part of a composed schedule may step below 0
        if isinstance(piece, int):
            return lr * pieces[piece - 1].on(t, lr)
        rates = np.empty(t.shape)
        for i in np.flatnonzero(np.bincount(piece)):
            inside = piece == i
            if inside.any():  # steps in any order may leave a piece out
                rates[inside] = lr * pieces[i - 1].on(t[inside], lr)
        return rates

    def single(self, t: int, lr: float) -> float:
        """Give the factor at one step as Python computes it, with whatever it raises.

        Raises
        ------
        ValueError
            The library refuses such a rate.
        ArithmeticError, TypeError
            What Python raises.
        """
        if lr == 0:
            return 0.0
        if self.refused(lr):
            raise ValueError(self.refused(lr))
        _, pieces, firsts = _read(self)
        return float(pieces[int(np.searchsorted(firsts, max(t, 0), side="right")) - 1].single(t, lr))

    def handles(self, steps: int) -> tuple[Handle, ...]:
        return handles_of_ends(self, steps)

    def turns(self, steps: int) -> tuple[range, ...] | None:
        return (*self.seams(steps), *(one for piece in _read(self).pieces for one in piece.turns(steps)))

    def seams(self, steps: int) -> tuple[range, ...]:
        """Give the first steps of all pieces but the first."""
        return tuple(range(first, first + 1) for first in sorted({*self.firsts()}) if 0 < first < steps)

    def raised(self, t: int, lr: float = 1.0) -> str:
        try:
            self.single(t, lr)
        except (ArithmeticError, ValueError, TypeError) as error:
            return self.refused(lr) or f"{type(error).__name__}: {error}"
        return ""

    def message(self, t: int, lr: float = 1.0) -> str:
        return self.raised(t, lr) or super().message(t, lr)


class _Formulas(NamedTuple):
    """A piece, its formulas read."""

    factor: Expression
    where: tuple[tuple[str, Expression], ...]
    inner: tuple[range, ...]
    starts: Steps | None
    names: Mapping[str, float]
    first: int
    end: int
    row: Callable[[int, float], list[float]]

    def on(self, t: Steps, lr: float) -> Rates:
        """Give the factor at each of the steps, all of them in this piece."""
        return self.factor(t=t, lr=lr, **self.names, **(self._between_turns(t, lr) if self.where else {}))

    def single(self, t: int, lr: float) -> float:
        """Give the factor at one step as Python computes it."""
        return float(self.factor.single(t=t, lr=lr, **self.names, **_where(self.where, self.names, t, lr)))

    def turns(self, steps: int) -> tuple[range, ...]:
        """Give the turns inside the piece and before `steps`."""
        stop = min(steps, self.end)
        skipped = (max(0, -((one.start - self.first - 1) // one.step)) for one in self.inner)
        cut = (
            range(one.start + skip * one.step, min(one.stop, stop), one.step)
            for one, skip in zip(self.inner, skipped, strict=True)
        )
        return tuple(one for one in cut if one)

    def _between_turns(self, t: Steps, lr: float) -> dict[str, Rates]:
        """Give what stays the same between two turns, from one evaluation for each stretch where that pays."""
        if self.starts is None or t.min() < 0:
            regular = self.starts is None and len(self.inner) == 1
            return self._regular(self.inner[0] if regular else range(MOST), t, lr)
        stretch = passed(self.starts, t)
        low, high = (stretch, stretch) if isinstance(stretch, int) else (int(stretch.min()), int(stretch.max()))
        # as Python rounds it: where one logarithm differs in its last bit, a cycle starts a step later
        rows = np.array([self.row(start, lr) for start in self.starts[low - 1 : high].tolist()])
        used = [(i, name) for i, (name, _) in enumerate(self.where) if self.factor.uses(name)]
        return {name: rows[0, i] if low == high else np.take(rows[:, i], stretch - low) for i, name in used}

    def _regular(self, turns: range, t: Steps, lr: float) -> dict[str, Rates]:
        stretch = (t - turns.start) // turns.step
        low, high = int(stretch.min()), int(stretch.max())
        few = high - low < t.size
        each = np.arange(low, high + 1) if few else stretch
        found: dict[str, Rates] = {}
        for name, formula in self.where:
            found[name] = formula(t=turns.start + each * turns.step, lr=lr, **self.names, **found)
        used = {name: values for name, values in found.items() if self.factor.uses(name)}
        return {name: np.take(values, stretch - low) for name, values in used.items()} if few else used


class _Reading(NamedTuple):
    names: Mapping[str, float]
    pieces: tuple[_Formulas, ...]
    firsts: list[int]


@functools.lru_cache(maxsize=256)  # asked for by every block of every curve, and by every step of a race
def _read(recipe: Recipe) -> _Reading:
    names, pieces = recipe.names(), recipe.pieces()
    bounds = [_expression(piece.until, (*names,)).single(**names) for piece in pieces[:-1]]
    firsts = [0, *itertools.accumulate((max(0, math.ceil(bound)) for bound in bounds), max)]
    ends = [*firsts[1:], MOST]
    return _Reading(
        names,
        tuple(_formulas(*one, names) for one in zip(pieces, firsts, ends, strict=True)),
        firsts,
    )


def _formulas(piece: Piece, first: int, end: int, names: Mapping[str, float]) -> _Formulas:
    known = ["t", "lr", *names]
    where = []
    for name, formula in piece.where:
        where.append((name, _expression(formula, (*known,))))
        known.append(name)
    listed = bool(piece.turns) and all(len(one) == 1 for one in piece.turns)
    starts = np.unique([first, *(one.start for one in piece.turns if one.start > first)]) if listed else None

    @functools.lru_cache(maxsize=4096)  # a long curve asks for it in every block
    def row(start: int, lr: float) -> list[float]:
        try:
            return [float(value) for value in _where(where, names, start, lr).values()]
        except (ArithmeticError, ValueError):
            return [math.nan] * len(where)

    factor = _expression(piece.formula, (*known,))
    return _Formulas(factor, tuple(where), piece.turns, starts, names, first, end, row)


def _where(where: Sequence[tuple[str, Expression]], names: Mapping[str, float], t: int, lr: float) -> dict[str, float]:
    """Give what a piece defines, at one step as Python computes it."""
    found: dict[str, float] = {}
    for name, formula in where:
        found[name] = formula.single(t=t, lr=lr, **names, **found)
    return found


def _expression(text: str, variables: tuple[str, ...]) -> Expression:
    return Expression.parse(text, variables)
