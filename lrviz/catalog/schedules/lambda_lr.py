"""LambdaLR: whatever factor a formula gives."""

from __future__ import annotations

import math
from typing import Annotated, ClassVar, Self

import msgspec
import numpy as np
from msgspec import Meta
from msgspec.structs import force_setattr

from lrviz.catalog.schedule import Rates, Schedule, Steps
from lrviz.catalog.shapes import blockwise
from lrviz.expression import LONGEST, Expression, ExpressionError


class LambdaLR(Schedule, frozen=True):
    """Multiplies the rate by a formula of the step t: lr · lr_lambda(t).

    The formula is kept as text in its canonical form; a pasted lambda is taken too.

    >>> LambdaLR("lambda epoch: 0.5**epoch")
    LambdaLR(lr_lambda='0.5 ** t')
    >>> LambdaLR("0.5 ** t").at(np.arange(4), lr=1.0)
    array([1.   , 0.5  , 0.25 , 0.125])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.LambdaLR"

    lr_lambda: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=LONGEST,
            description="What the rate is multiplied by at step t, as in 0.95 ** t.",
            examples=["0.95 ** t"],
        ),
    ]

    def check(self) -> None:
        try:
            force_setattr(self, "lr_lambda", Expression.parse(self.lr_lambda).text)
        except ExpressionError as error:
            raise self.refuse("lr_lambda", f"an expression of t: {error}") from None

    @property
    def expression(self) -> Expression:
        """The formula, read."""
        return Expression.parse(self.lr_lambda)

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        return np.asarray(lr * self.expression(t=t))

    def turns(self, steps: int) -> tuple[range, ...] | None:
        return None if self.expression.uses("t") else ()

    def scaled(self, ratio: float) -> Self:
        factor = 1 / ratio
        exact = round(factor) if math.isclose(factor, round(factor), rel_tol=1e-12) else factor
        return msgspec.structs.replace(self, lr_lambda=self.expression.stretched("t", exact).text)

    def raised(self, t: int) -> str:
        words = self.message(t)
        return "" if words.startswith("lr_lambda gives") else words

    def message(self, t: int) -> str:
        try:
            value = 1.0 * self.expression.single(t=t)
        except (ArithmeticError, ValueError, TypeError) as error:
            return f"{type(error).__name__}: {error}"
        return f"lr_lambda gives {value} at step {t}"
