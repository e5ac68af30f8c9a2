"""CustomLoss: a loss typed as a formula."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Self

import numpy as np
from msgspec import Meta
from msgspec.structs import force_setattr
from numpy.typing import NDArray

from lrviz.catalog.loss import Floats, Loss, Use
from lrviz.catalog.quantity import BY_TASK, SMALLEST, Name, measured
from lrviz.catalog.task import NOUNS, Task
from lrviz.expression import LONGEST, Expression, ExpressionError
from lrviz.sentences import both, say
from lrviz.torch_words import in_torch

FUNCTIONS: Mapping[Name, str] = {"p": "probability", "m": "margin", "r": "residual", "d": "ahead"}
"""What gives each variable, in `lrviz.engine.quantities`."""
NAMES = tuple(FUNCTIONS)


class CustomLoss(Loss, frozen=True):
    """Penalises an example by a formula of p, its right class's probability, or of m, r or d; torch differentiates it.

    m is the margin of the right class's logit, r the residual of a number, d the better document's score minus the
    worse one's, whose losses are averaged over a query's pairs.

    Formula: loss = formula
    When: an idea for a loss is to be seen and raced within a minute.
    Mistake: a formula that is flat where the model is wrong, as (1 − p)²: from a confident wrong answer it hardly
        pulls.
    """

    target: ClassVar[str] = "lrviz.engine.custom_loss.CustomLoss"
    uses: ClassVar[Mapping[Task, Use]] = {
        "classes": Use(),
        "binary": Use(),
        "values": Use("squeezed"),
        "ranking": Use("squeezed"),
    }

    formula: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=LONGEST,
            description="The loss of one example, as in -log(p), max(0, 1 - m), r**2 or log(1 + exp(-d)).",
            examples=["-(1 - p)**2 * log(p)"],
        ),
    ]

    @classmethod
    def fitted(cls, task: Task) -> Self:
        return cls({"values": "r**2", "ranking": "log(1 + exp(-d))"}.get(task, "-(1 - p)**2 * log(p)"))

    def check(self) -> None:
        try:
            read = Expression.parse(self.formula, NAMES)
        except ExpressionError as error:
            raise self.refuse("formula", say("an expression of p, m, r or d: {error}", error=error)) from None
        if not any(map(read.uses, NAMES)):
            raise self.refuse("formula", say("an expression that uses p, m, r or d"))
        force_setattr(self, "formula", read.text)
        try:
            in_torch(read)
        except (ArithmeticError, ValueError, TypeError) as error:
            raise self.refuse("formula", say("an expression with a value: {error}", error=error)) from None

    @property
    def expression(self) -> Expression:
        """The formula, read."""
        return Expression.parse(self.formula, NAMES)

    @property
    def variables(self) -> tuple[Name, ...]:
        """The quantities the formula uses."""
        return tuple(name for name in NAMES if self.expression.uses(name))

    @property
    def in_torch(self) -> ast.expr:
        """The formula in torch's words."""
        return in_torch(self.expression)

    @property
    def mean(self) -> str:
        """The function of `lrviz.engine.quantities` that averages the losses."""
        return "over_pairs" if "d" in self.variables else "over_examples"

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        if "d" in self.variables:
            better = target[:, :, None] > target[:, None, :]
            scores = output[..., 0]
            losses = self.expression(d=scores[:, :, None] - scores[:, None, :])
            summed = np.where(better, losses, 0.0).sum(axis=(1, 2))
            return np.asarray(summed / np.maximum(better.sum(axis=(1, 2)), 1))
        values = {name: measured(name, output, target) for name in self.variables}
        if "p" in values:
            values["p"] = np.maximum(values["p"], SMALLEST)
        return self.expression(**values)

    def unfit(self, task: Task, outputs: int) -> str:
        if task not in self.uses:
            return super().unfit(task, outputs)
        known = BY_TASK[task]
        other = [name for name in self.variables if name not in known]
        if other:
            return say(
                "CustomLoss uses {names}; data that ask for {nouns} have {names2}",
                names=", ".join(other),
                nouns=NOUNS[task],
                names2=both(known),
            )
        return ""
