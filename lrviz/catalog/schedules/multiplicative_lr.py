"""MultiplicativeLR: each step multiplies what the steps before have left."""

from __future__ import annotations

import math
from typing import Annotated, ClassVar, Literal, Self

import msgspec
import numpy as np
from msgspec import Meta
from msgspec.structs import force_setattr

from lrviz.catalog.formula import Formula, canonical, failure
from lrviz.catalog.scan import scan_of
from lrviz.catalog.schedule import EXAMPLE_STEPS, Link, Rates, Schedule, Steps, slowed
from lrviz.catalog.shapes import blockwise, decayed
from lrviz.expression import Expression, ExpressionError
from lrviz.sentences import say
from lrviz.spec import PerGroup


class MultiplicativeLR(Schedule, frozen=True):
    """Multiplies the rate by a formula of the step t at every step but the first.

    i goes from 1 to t. A formula without t is a power and has its value at any step; any other is scanned, step after
    step. A tuple of formulas holds one for each parameter group.

    Formula: rate = lr * prod(lr_lambda(i), i)
    When: a step's factor is known and the rate itself is not.
    Mistake: writing lr_lambda as for LambdaLR: 0.95ᵗ is multiplied up to 0.95 to the t(t + 1) / 2, and is below 1 %
        after 13 steps.

    >>> MultiplicativeLR("0.5").at(np.arange(4), lr=1.0)
    array([1.   , 0.5  , 0.25 , 0.125])
    >>> MultiplicativeLR("1 / t").at(np.arange(5), lr=24.0)
    array([24., 24., 12.,  4.,  1.])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.MultiplicativeLR"
    acts: ClassVar[Literal["sets", "multiplies", "pulls"]] = "multiplies"

    lr_lambda: Annotated[
        PerGroup[Formula],
        Meta(
            description="What step t multiplies the rate by, as in 0.95, or 1 - 0.01 * (t > 50).",
            examples=["0.95"],
            extra={"variable": "t"},
        ),
    ]

    @classmethod
    def fitted(cls, steps: int, lr: float) -> Self:  # noqa: ARG003 - it starts from any rate
        return cls(f"{slowed(0.95, steps / EXAMPLE_STEPS):.6g}")

    def check(self) -> None:
        force_setattr(self, "lr_lambda", canonical(self, "lr_lambda"))
        try:
            for formula in self.expressions:
                _powered(formula, 2.0)
        except ExpressionError as error:
            raise self.refuse("lr_lambda", say("a shorter expression of t: {error}", error=error)) from None

    @property
    def expressions(self) -> tuple[Expression, ...]:
        """The formulas, read: one for all groups or one for each."""
        given = (self.lr_lambda,) if isinstance(self.lr_lambda, str) else self.lr_lambda
        return tuple(map(Expression.parse, given))

    @property
    def scans(self) -> bool:
        return any(formula.uses("t") for formula in self.expressions)

    def links(self, t: Steps, lr: float) -> tuple[Rates, None]:
        return np.where(t == 0, 1.0, self.expressions[0](t=t)), None

    def at(self, t: Steps, lr: float) -> Rates:
        first = self.for_group(0)
        return scan_of(first, lr).at(t) if first.scans else self._power(t, lr)

    @blockwise
    def _power(self, t: Steps, lr: float) -> Rates:
        return lr * self._powers(t)

    def _powers(self, times: Steps) -> Rates:
        factor = float(self.expressions[0](t=1))
        if 0 <= factor < math.inf:
            return decayed(1.0, factor, times)
        if math.isnan(factor):
            return np.where(times == 0, 1.0, factor)
        powers = decayed(1.0, abs(factor), times)
        return np.where((times % 2 == 1) & (factor < 0), -powers, powers)

    def grown(self, since: Steps, t: Steps) -> Rates:
        return self._powers(t - since)

    def entered(self, t: int, lr: float) -> Link:
        return Link(float(self.expressions[0].single(t=t)), 0.0)

    def restarted(self, lr: float) -> Link:
        return self.entered(0, lr)

    def turns(self, steps: int) -> tuple[range, ...] | None:
        formula = self.expressions[0]
        if formula.uses("t"):
            return None
        return () if float(formula(t=1)) >= 0 else (range(1, steps, 2), range(2, steps, 2))

    def scaled(self, ratio: float) -> Self:
        texts = tuple(_slowed(formula, ratio).text for formula in self.expressions)
        return msgspec.structs.replace(self, lr_lambda=texts[0] if isinstance(self.lr_lambda, str) else texts)

    def unfit(self, groups: int, *, has_momentum: bool) -> str:
        given = self.lr_lambda
        if not isinstance(given, tuple) or len(given) == groups:
            return ""
        return f"Expected {groups} lr_lambdas, but got {len(given)}"

    def raised(self, t: int, lr: float = 1.0) -> str:
        words = self.message(t) if t > 0 else ""
        return words if "Error: " in words else ""

    def message(self, t: int, lr: float = 1.0) -> str:
        failed = next(filter(None, (failure(formula, t) for formula in self.expressions)), "")
        if failed:
            return failed if "Error: " in failed else say("lr_lambda gives {value} at step {t}", value=failed, t=t)
        return super().message(t)


def _slowed(formula: Expression, ratio: float) -> Expression:
    """Give what does in `ratio` steps about what a formula does in one: the power that so many of it come to."""
    if formula.uses("t"):
        return _powered(formula.stretched("t", 1 / ratio), 1 / ratio)
    factor = float(formula(t=1))
    return Expression.parse(repr(slowed(factor, ratio))) if factor >= 0 else formula


def _powered(formula: Expression, exponent: float) -> Expression:
    return Expression.parse(f"({formula.text}) ** {exponent!r}")
