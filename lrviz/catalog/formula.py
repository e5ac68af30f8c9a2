"""Formulas as fields of schedules: kept as text in its canonical form, where torch takes a function."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from lrviz.expression import LONGEST, Expression, ExpressionError
from lrviz.sentences import say
from lrviz.spec import PerGroup, Value, fields

Formula = Annotated[str, Meta(min_length=1, max_length=LONGEST)]


def canonical(value: Value, name: str) -> PerGroup[str]:
    """Give the formulas of a value's field in their canonical form.

    Raises
    ------
    SpecError
        One is no expression of the field's variable.
    """
    variable = next(field.variable for field in fields(type(value)) if field.name == name)
    given = getattr(value, name)
    try:
        texts = [Expression.parse(text, (variable,)).text for text in ((given,) if isinstance(given, str) else given)]
    except ExpressionError as error:
        raise value.refuse(name, say("an expression of {variable}: {error}", variable=variable, error=error)) from None
    return texts[0] if isinstance(given, str) else tuple(texts)


def failure(formula: Expression, argument: int) -> str:
    """Give what Python says when a formula of one variable is called, "" where it gives a finite number.

    >>> failure(Expression.parse("1 / t"), 0)
    'ZeroDivisionError: division by zero'
    """
    (variable,) = formula.variables
    try:
        value = 1.0 * formula.single(**{variable: argument})
    except (ArithmeticError, ValueError, TypeError) as error:
        return f"{type(error).__name__}: {error}"
    return "" if isinstance(value, float) and abs(value) < float("inf") else str(value)
