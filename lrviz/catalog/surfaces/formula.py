"""Formula: a surface typed as a formula."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta
from msgspec.structs import force_setattr

from lrviz.catalog.surface import TARGET, VARIABLES, Area, Start, Surface
from lrviz.expression import LONGEST, Expression, ExpressionError
from lrviz.sentences import say
from lrviz.torch_words import in_torch


class Formula(Surface, frozen=True):
    """A height of your own, as a formula of x and y; torch differentiates it.

    Formula: height = formula
    When: a shape of your own: two valleys with a ridge, a cliff, a spiral.
    Mistake: a formula that falls without end, as −x: a walk on it never arrives.
    """

    target: ClassVar[str] = TARGET

    formula: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=LONGEST,
            description="The height at a place, as in x**2 + 3 * y**2 or sin(x) * cos(y).",
            examples=["0.1 * (x**2 + y**2) + sin(3 * x) * cos(2 * y)"],
        ),
    ]
    reach: Annotated[
        float,
        Meta(
            gt=0,
            le=1000,
            description="How far from the middle is worth seeing.",
            extra={"scale": "log", "slider": (0.1, 100)},
        ),
    ] = 5.0
    start: Start = (-4.0, 3.0)

    def check(self) -> None:
        try:
            read = Expression.parse(self.formula, VARIABLES)
        except ExpressionError as error:
            raise self.refuse("formula", say("an expression of x and y: {error}", error=error)) from None
        if not any(map(read.uses, VARIABLES)):
            raise self.refuse("formula", say("an expression that uses x or y"))
        force_setattr(self, "formula", read.text)
        try:
            in_torch(read)
        except (ArithmeticError, ValueError, TypeError) as error:
            raise self.refuse("formula", say("an expression with a value: {error}", error=error)) from None

    @property
    def domain(self) -> Area:
        return -self.reach, self.reach, -self.reach, self.reach

    @property
    def title(self) -> str:
        return self.formula
