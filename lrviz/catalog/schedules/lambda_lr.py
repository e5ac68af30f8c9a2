"""LambdaLR: whatever factor a formula gives."""

from __future__ import annotations

import math
from typing import Annotated, ClassVar, Self

import msgspec
import numpy as np
from msgspec import Meta
from msgspec.structs import force_setattr

from lrviz.catalog.formula import Formula, canonical, failure
from lrviz.catalog.schedule import Rates, Schedule, Steps
from lrviz.catalog.shapes import blockwise
from lrviz.expression import Expression
from lrviz.sentences import say
from lrviz.spec import PerGroup


class LambdaLR(Schedule, frozen=True):
    """Multiplies the rate by a formula of the step t.

    The formula is kept as text in its canonical form; a pasted lambda is taken too. A tuple of them holds one for each
    parameter group.

    Formula: rate = lr * lr_lambda(t)
    When: any shape that is a function of the step.
    Mistake: returning a rate instead of a factor: it is multiplied by lr once more, 0.1 · 0.1 = 0.01.

    >>> LambdaLR("lambda epoch: 0.5**epoch")
    LambdaLR(lr_lambda='0.5 ** t')
    >>> LambdaLR("0.5 ** t").at(np.arange(4), lr=1.0)
    array([1.   , 0.5  , 0.25 , 0.125])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.LambdaLR"

    lr_lambda: Annotated[
        PerGroup[Formula],
        Meta(
            description="What the rate is multiplied by at step t, as in 0.95 ** t.",
            examples=["0.95 ** t"],
            extra={"variable": "t"},
        ),
    ]

    def check(self) -> None:
        force_setattr(self, "lr_lambda", canonical(self, "lr_lambda"))

    @property
    def expressions(self) -> tuple[Expression, ...]:
        """The formulas, read: one for all groups or one for each."""
        given = (self.lr_lambda,) if isinstance(self.lr_lambda, str) else self.lr_lambda
        return tuple(map(Expression.parse, given))

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        return np.asarray(lr * self.expressions[0](t=t))

    def turns(self, steps: int) -> tuple[range, ...] | None:
        return None if self.expressions[0].uses("t") else ()

    def scaled(self, ratio: float) -> Self:
        factor = 1 / ratio
        exact = round(factor) if math.isclose(factor, round(factor), rel_tol=1e-12) else factor
        texts = tuple(formula.stretched("t", exact).text for formula in self.expressions)
        return msgspec.structs.replace(self, lr_lambda=texts[0] if isinstance(self.lr_lambda, str) else texts)

    def unfit(self, groups: int, *, has_momentum: bool) -> str:
        given = self.lr_lambda
        if not isinstance(given, tuple) or len(given) == groups:
            return ""
        return f"Expected {groups} lr_lambdas, but got {len(given)}"

    def raised(self, t: int, lr: float = 1.0) -> str:
        words = self.message(t)
        return words if "Error: " in words else ""

    def message(self, t: int, lr: float = 1.0) -> str:
        failed = next(filter(None, (failure(formula, t) for formula in self.expressions)), "")
        if "Error: " in failed:
            return failed
        value = failed or self.expressions[0].single(t=t)
        return say("lr_lambda gives {value} at step {t}", value=value, t=t)
