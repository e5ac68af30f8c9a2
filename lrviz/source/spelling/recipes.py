"""Recipes: one as a function of the step in plain Python, and which of them a function is."""

from __future__ import annotations

import ast
import textwrap
from functools import lru_cache
from typing import Any

from lrviz.catalog.recipe import Piece, Recipe
from lrviz.catalog.schedules import SCHEDULES
from lrviz.errors import LrvizError
from lrviz.expression import Expression
from lrviz.source.spelling.layout import broken
from lrviz.source.spelling.lines import WIDTH, literal, packed
from lrviz.source.values.constants import Constants
from lrviz.spec import fields

RECIPES = tuple(cls for cls in SCHEDULES if issubclass(cls, Recipe))
UNTIL, VALUE = "while", "return"
"""What the formulas of a piece are called that aren't those of its names; Python's own words, so that none is."""


@lru_cache(maxsize=64)  # it is asked for the imports it needs, and then for itself
def definition(recipe: Recipe, name: str, rate: float) -> str:
    """Write a recipe as a function of that name, whose parameters' defaults are the numbers in its formulas.

    `rate` is that of the group, where a formula needs it. Fields that those numbers don't say stand in the docstring.
    """
    parameters = ["step", *(f"{one}={literal(value)}" for one, value in _numbers(recipe).items())]
    if uses_rate(recipe):
        parameters.append(f"lr={rate!r}")
    head = f"def {name}({', '.join(parameters)}):"
    if len(head) > WIDTH:
        head = f"def {name}(\n" + "\n".join(packed(parameters, 8)) + "):"
    return "\n".join([head, _docstring(recipe), *_body(recipe)]) + "\n"


def uses_rate(recipe: Recipe) -> bool:
    """Whether a formula of a recipe needs the rate of the group it is for."""
    return any(expression.uses("lr") for expression in _expressions(recipe))


def recognised(function: ast.FunctionDef, constants: Constants, rate: float | None) -> Recipe | None:
    """Give the recipe whose function this is, for groups of that rate; None where it is none that is known."""
    plain = function.args
    own = plain.args[1:]
    others = plain.posonlyargs or plain.vararg or plain.kwonlyargs or plain.kwarg or function.decorator_list
    if others or not plain.args or len(own) != len(plain.defaults):
        return None
    try:
        given = {arg.arg: constants.value(node) for arg, node in zip(own, plain.defaults, strict=True)}
    except LrvizError:
        return None
    likely = sorted(RECIPES, key=lambda cls: not f"{_said(function)}: ".startswith(f"{_origin(cls)}: "))
    made = (_made(cls, function, given) for cls in likely)
    return next((one for one in made if one is not None and _is(one, function, given, rate)), None)


def _made(cls: type[Recipe], function: ast.FunctionDef, given: dict[str, Any]) -> Recipe | None:
    """Make a recipe of what a function's docstring says, and of its defaults."""
    known = {field.name for field in fields(cls)}
    values = {name: value for name, value in given.items() if name in known} | _fields_said(cls, function)
    needed = {field.name for field in fields(cls) if field.required}
    if not needed <= values.keys() <= known:
        return None
    try:
        return cls(**values)
    except LrvizError:
        return None


def _said(function: ast.FunctionDef) -> str:
    """Give a function's docstring in one line."""
    return " ".join((ast.get_docstring(function) or "").split())


def _fields_said(cls: type[Recipe], function: ast.FunctionDef) -> dict[str, Any]:
    """Give the fields that a function's docstring names."""
    text = _said(function).removeprefix(f"{_origin(cls)}: ")
    try:
        match ast.parse(text, mode="eval").body:
            case ast.Call(func=ast.Name(id=name), args=[], keywords=keywords) if name == cls.__name__:
                return {str(keyword.arg): ast.literal_eval(keyword.value) for keyword in keywords}
    except (SyntaxError, ValueError, TypeError, MemoryError, RecursionError):
        pass
    return {}


def _is(recipe: Recipe, function: ast.FunctionDef, given: dict[str, Any], rate: float | None) -> bool:
    """Whether a function is what a recipe is written as, whatever its name, its layout and its docstring."""
    expected: dict[str, Any] = {**_numbers(recipe), **({"lr": rate} if uses_rate(recipe) else {})}
    if (function.args.args[0].arg, list(given), given) != ("step", list(expected), expected):
        return False
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return list(map(ast.dump, body)) == list(map(ast.dump, ast.parse("\n".join(map(_outdented, _body(recipe)))).body))


def _outdented(line: str) -> str:
    return line.removeprefix("    ")


def _numbers(recipe: Recipe) -> dict[str, float]:
    """Give the numbers that a recipe's formulas name."""
    expressions = _expressions(recipe)
    return {name: value for name, value in recipe.names().items() if any(one.uses(name) for one in expressions)}


def _expressions(recipe: Recipe) -> list[Expression]:
    return [each for piece in recipe.pieces() for each in _read(piece, recipe).values()]


def _read(piece: Piece, recipe: Recipe) -> dict[str, Expression]:
    """Give the formulas of a piece by what they are: until when it lasts, what its names stand for, and its value."""
    known = ["t", "lr", *recipe.names()]
    read = {UNTIL: Expression.parse(piece.until, (*known,))} if piece.until else {}
    for name, formula in piece.where:
        read[name] = Expression.parse(formula, (*known,))
        known.append(name)
    return {**read, VALUE: Expression.parse(piece.formula, (*known,))}


def _origin(cls: type[Recipe]) -> str:
    return " ".join(cls.origin.split())


def _docstring(recipe: Recipe) -> str:
    """Write where a recipe is from, and the fields that the numbers in its formulas don't say."""
    numbers = _numbers(recipe)
    rest: list[str] = []
    for field in fields(type(recipe)):
        value = getattr(recipe, field.name)
        said = numbers[field.name] == value if field.name in numbers else not field.required and value == field.default
        if not said:
            rest.append(f"{field.name}={list(value) if isinstance(value, tuple) else value!r}")
    text = _origin(type(recipe)) + (f": {type(recipe).__name__}({', '.join(rest)})" if rest else "")
    safe = text.replace("\\", "\\\\").replace('"', '\\"')
    lines = textwrap.wrap(safe, WIDTH - 10, break_long_words=False, break_on_hyphens=False)
    return '    """' + "\n    ".join(lines) + '"""'


def _body(recipe: Recipe) -> list[str]:
    """Write the pieces of a recipe, each returned where the ones before it have ended."""
    lines: list[str] = []
    for piece in recipe.pieces():
        read = {name: expression.python(t="step") for name, expression in _read(piece, recipe).items()}
        margin = "    "
        if until := read.pop(UNTIL, ""):
            lines.append(f"    if {_compared(until)}:")
            margin = "        "
        value = read.pop(VALUE)
        for name, text in read.items():
            lines += broken(f"{margin}{name} = ", text)
        lines += broken(f"{margin}return ", value)
    return lines


def _compared(until: str) -> str:
    return ast.unparse(ast.Compare(ast.Name("step"), [ast.Lt()], [ast.parse(until, mode="eval").body]))
