"""Recipes: one as a function of the step in plain Python, and which of them a function is."""

from __future__ import annotations

import ast
import textwrap
from typing import Any

from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedules import SCHEDULES
from lrviz.errors import LrvizError
from lrviz.expression import Expression
from lrviz.source.constants import Constants
from lrviz.source.lines import WIDTH, literal, packed
from lrviz.spec import fields

RECIPES = tuple(cls for cls in SCHEDULES if issubclass(cls, Recipe))


def definition(recipe: Recipe, name: str, rate: float) -> str:
    """Write a recipe as a function of that name, whose parameters' defaults are its fields.

    `rate` is that of the group, where a formula needs it. Fields that no formula names stand in the docstring.
    """
    parameters = ["step", *(f"{field}={literal(getattr(recipe, field))}" for field in _named(recipe))]
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
    made = (_made(cls, function, given) for cls in RECIPES)
    return next((one for one in made if one is not None and _is(one, function, given, rate)), None)


def _made(cls: type[Recipe], function: ast.FunctionDef, given: dict[str, Any]) -> Recipe | None:
    """Make a recipe of a function's defaults and of what its docstring says."""
    said = " ".join((ast.get_docstring(function) or "").split()).removeprefix(_origin(cls)).removeprefix(": ")
    values = {name: value for name, value in given.items() if name != "lr"}
    try:
        call = ast.parse(said, mode="eval").body
        if isinstance(call, ast.Call) and ast.unparse(call.func) == cls.__name__:
            values |= {str(keyword.arg): ast.literal_eval(keyword.value) for keyword in call.keywords}
    except (SyntaxError, ValueError, TypeError, MemoryError, RecursionError):
        pass
    known = [field.name for field in fields(cls)]
    needed = [field.name for field in fields(cls) if field.required]
    if not values.keys() <= set(known) or not set(needed) <= values.keys():
        return None
    try:
        return cls(**values)
    except LrvizError:
        return None


def _is(recipe: Recipe, function: ast.FunctionDef, given: dict[str, Any], rate: float | None) -> bool:
    """Whether a function is what a recipe is written as, whatever its name, its layout and its docstring."""
    needs_rate = uses_rate(recipe)
    if needs_rate and (rate is None or given.get("lr") != rate):
        return False
    expected = ast.parse("\n".join(_body(recipe)).join(("def f():\n", "\n"))).body[0]
    assert isinstance(expected, ast.FunctionDef)
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    names = [*_named(recipe), *(["lr"] if needs_rate else [])]
    step = function.args.args[0].arg
    return (step, list(given)) == ("step", names) and _dumped(body) == _dumped(expected.body)


def _dumped(body: list[ast.stmt]) -> list[str]:
    return [ast.dump(statement) for statement in body]


def _expressions(recipe: Recipe) -> list[Expression]:
    variables = ("t", "lr", *recipe.names())
    texts = [text for piece in recipe.pieces() for text in (piece.formula, piece.until) if text]
    return [Expression.parse(text, variables) for text in texts]


def _named(recipe: Recipe) -> list[str]:
    """Give the fields that a formula of a recipe names."""
    expressions = _expressions(recipe)
    return [name for name in recipe.names() if any(expression.uses(name) for expression in expressions)]


def _origin(cls: type[Recipe]) -> str:
    return " ".join(cls.origin.split())


def _docstring(recipe: Recipe) -> str:
    """Write where a recipe is from, and the fields that its formulas don't name."""
    named = _named(recipe)
    rest = [
        f"{field.name}={list(value) if isinstance(value, tuple) else value!r}"
        for field in fields(type(recipe))
        if field.name not in named and ((value := getattr(recipe, field.name)) != field.default or field.required)
    ]
    text = _origin(type(recipe)) + (f": {type(recipe).__name__}({', '.join(rest)})" if rest else "")
    safe = text.replace("\\", "\\\\").replace('"', '\\"')
    lines = textwrap.wrap(safe, WIDTH - 10, break_long_words=False, break_on_hyphens=False)
    return '    """' + "\n    ".join(lines) + '"""'


def _body(recipe: Recipe) -> list[str]:
    """Write the pieces of a recipe, each returned where the ones before it have ended."""
    variables = ("t", "lr", *recipe.names())
    lines: list[str] = []
    for piece in recipe.pieces():
        if piece.until:
            until = Expression.parse(piece.until, variables).python()
            lines.append(f"    if {_compared(until)}:")
        formula = Expression.parse(piece.formula, variables).python(t="step")
        lines += _returned(formula, 8 if piece.until else 4)
    return lines


def _compared(until: str) -> str:
    return ast.unparse(ast.Compare(ast.Name("step"), [ast.Lt()], [ast.parse(until, mode="eval").body]))


def _returned(formula: str, indent: int) -> list[str]:
    """Write a return: in one line where it is short, else broken between its terms or its factors."""
    margin = " " * indent
    line = f"{margin}return {formula}"
    terms = _terms(ast.parse(formula, mode="eval").body) if len(line) > WIDTH else []
    if len(terms) < 2:
        return [line]
    return [f"{margin}return (", *(f"{margin}    {term}" for term in terms[:-1]), f"{margin}    {terms[-1]})"]


_SUM, _PRODUCT = (ast.Add, ast.Sub), (ast.Mult, ast.Div)


def _terms(node: ast.expr) -> list[str]:
    """Give the terms of a sum, or the factors of a product, each with the operator before it."""
    kind = next((ops for ops in (_SUM, _PRODUCT) if isinstance(node, ast.BinOp) and isinstance(node.op, ops)), ())
    terms: list[str] = []
    while isinstance(node, ast.BinOp) and isinstance(node.op, kind):
        terms.insert(0, ast.unparse(ast.BinOp(ast.Name("_"), node.op, node.right)).removeprefix("_ "))
        first = ast.unparse(ast.BinOp(node.left, node.op, ast.Name("_"))).rsplit(" ", 2)[0]
        node = node.left
    return [first, *terms] if terms else []
