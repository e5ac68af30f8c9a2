"""Knots: a curve drawn by hand, straight from knot to knot."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import Annotated, ClassVar, Literal, Self

import numpy as np
from msgspec import Meta
from msgspec.structs import replace

from lrviz.catalog.parts import Handle
from lrviz.catalog.recipe import TARGET, Piece, Recipe
from lrviz.catalog.schedule import MOST, rescaled_apart
from lrviz.sentences import say

MANY = 64
"""Knots a curve can have."""


class Knots(Recipe, frozen=True):
    """Multiplies the rate by a factor that goes straight from one knot to the next; before and after them it stays.

    a and b are the factors of the knots t_a and t_b around t. Straight is so on a linear axis, or on a logarithmic one,
    where equal steps multiply by equal factors.

    Formula: rate = lr * (a + (b - a) * (t - t_a) / (t_b - t_a))
    When: no formula has the shape that is wanted, or a curve is to be traced from a paper.
    Mistake: many knots close to each other: a rate that changes more often than the loss settles teaches nothing.

    >>> import numpy as np
    >>> Knots(steps=(0, 2, 4), factors=(0.0, 1.0, 0.5)).at(np.arange(6), lr=1.0)
    array([0.  , 0.5 , 1.  , 0.75, 0.5 , 0.5 ])
    """

    origin: ClassVar[str] = "a curve drawn by hand"
    target: ClassVar[str] = TARGET

    steps: Annotated[
        tuple[Annotated[int, Meta(ge=0, le=MOST)], ...],
        Meta(
            min_length=1,
            max_length=MANY,
            description="The steps of the knots, in order.",
            examples=[(0, 10, 100)],
            extra={"unit": "steps"},
        ),
    ]
    factors: Annotated[
        tuple[Annotated[float, Meta(ge=0)], ...],
        Meta(
            min_length=1,
            max_length=MANY,
            description="What the rate is multiplied by there.",
            examples=[(0.0, 1.0, 0.0)],
        ),
    ]
    between: Annotated[
        Literal["linear", "log"], Meta(description="Which axis it is straight on from knot to knot.")
    ] = "linear"

    def check(self) -> None:
        if len(self.factors) != len(self.steps):
            raise self.refuse("factors", say("as many as the steps, {steps} of them", steps=len(self.steps)))
        if any(after <= before for before, after in pairwise(self.steps)):
            raise self.refuse("steps", say("a list in which each is after the one before"))
        if self.between == "log" and min(self.factors) <= 0:
            raise self.refuse("factors", say("above 0 where between is log"))

    def scaled(self, ratio: float) -> Self:
        """Give the same curve over `ratio` times as many steps; knots that would meet stay a step apart."""
        return replace(self, steps=rescaled_apart(self.steps, ratio))

    def pieces(self) -> tuple[Piece, ...]:
        knots = list(zip(self.steps, self.factors, strict=True))
        first = (Piece(f"{self.factors[0]!r}", until=f"{self.steps[0]}"),) if self.steps[0] else ()
        inner = tuple(Piece(self._between(*one, *other), until=f"{other[0]}") for one, other in pairwise(knots))
        return (*first, *inner, Piece(f"{self.factors[-1]!r}"))

    def _between(self, start: int, low: float, end: int, high: float) -> str:
        done = f"(t - {start})" if start else "t"
        if self.between == "log":
            return f"{low!r} * {high / low!r} ** ({done} / {end - start})"
        if low == high:
            return f"{low!r}"
        way = f"{abs(high - low)!r} * {done} / {end - start}"
        return f"{low!r} - {way}" if high < low else f"{low!r} + {way}" if low else way

    def handles(self, steps: int) -> tuple[Handle, ...]:
        return tuple(self._knot(i) for i in range(len(self.steps)))

    def _knot(self, i: int) -> Handle:
        def moved(step: int, factor: float) -> Knots:
            steps, factors = (*self.steps[:i], step, *self.steps[i + 1 :]), self._with(i, (factor,))
            return replace(self, steps=steps, factors=factors)

        def removed() -> Knots:
            return replace(self, steps=(*self.steps[:i], *self.steps[i + 1 :]), factors=self._with(i, ()))

        low = self.steps[i - 1] + 1 if i else 0
        high = self.steps[i + 1] - 1 if i + 1 < len(self.steps) else MOST
        step, last = self.steps[i], len(self.steps) == 1
        knot = Handle(f"steps[{i}]", "knot", step, step, moved, low, high, factor=self.factors[i])
        return knot if last else knot._replace(removed=removed)

    def _with(self, i: int, factors: tuple[float, ...]) -> tuple[float, ...]:
        return (*self.factors[:i], *factors, *self.factors[i + 1 :])

    def knotted(self, step: int) -> Knots | None:
        if step in self.steps or len(self.steps) == MANY:
            return None
        i, factor = bisect_left(self.steps, step), float(self.at(np.array([step]), 1.0)[0])
        return replace(
            self,
            steps=(*self.steps[:i], step, *self.steps[i:]),
            factors=(*self.factors[:i], factor, *self.factors[i:]),
        )
