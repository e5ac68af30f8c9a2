"""Layout: a broken formula is the same formula, and as narrow as it can be made."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given

from lrviz.expression import Expression, ExpressionError
from lrviz.source.spelling.layout import broken
from lrviz.source.spelling.lines import WIDTH
from tests.strategies import formulas


@given(formulas())
def test_a_broken_formula_is_the_same(text: str) -> None:
    try:
        formula = Expression.parse(text).python(t="step")
    except ExpressionError:
        return
    lines = broken("    value = ", formula)
    read = ast.parse("if 1:\n" + "\n".join(lines)).body[0]
    assert ast.dump(read.body[0].value) == ast.dump(ast.parse(formula, mode="eval").body)  # type: ignore[attr-defined]


def test_a_short_formula_is_one_line() -> None:
    assert broken("    return ", "1 / step") == ("    return 1 / step",)


@pytest.mark.parametrize(
    ("formula", "lines"),
    [
        (
            "(first_of_several - second_of_several) / max(1, third_of_several - fourth)",
            [
                "return (",
                "    (first_of_several - second_of_several)",
                "    / max(1, third_of_several - fourth))",
            ],
        ),
        (
            "0.5 * (1.0 + math.cos(math.pi * number_of_cycles * (step - warmup_steps) / training_steps))",
            [
                "return (",
                "    0.5 * (",
                "        1.0",
                "        + math.cos(",
                "            math.pi * number_of_cycles",
                "            * (step - warmup_steps) / training_steps)))",
            ],
        ),
    ],
)
def test_it_is_broken_where_it_is_read(formula: str, lines: list[str]) -> None:
    assert broken("return ", formula) == tuple(lines)
    assert max(map(len, lines)) <= WIDTH
