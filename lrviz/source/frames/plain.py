"""Plain: lines of torch's own that stand for what a library does, with a text's expressions put in."""

from __future__ import annotations

import ast
import copy
from collections.abc import Mapping


def lines(template: str, here: ast.AST, given: Mapping[str, ast.expr]) -> list[ast.stmt]:
    """Give statements as syntax, each name of `given` in them its expression.

    What is given stays where it stands in the text; the rest stands at `here`, and is nothing long.
    """
    put = _Put(here, given)
    for statement in (parsed := ast.parse(template).body):
        put.visit(statement)
    return parsed


def expression(template: str, here: ast.AST, given: Mapping[str, ast.expr]) -> ast.expr:
    """Give an expression as `lines` does statements."""
    (statement,) = lines(template, here, given)
    assert isinstance(statement, ast.Expr)  # noqa: S101 - it is written so
    return statement.value


class _Put(ast.NodeTransformer):
    def __init__(self, here: ast.AST, given: Mapping[str, ast.expr]) -> None:
        self._given = given
        line, column = getattr(here, "lineno", 1), getattr(here, "col_offset", 0)
        self._place = {"lineno": line, "end_lineno": line, "col_offset": column, "end_col_offset": column}

    def visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.Name) and node.id in self._given:
            value = copy.deepcopy(self._given[node.id])
            if isinstance(value, ast.Name):
                value.ctx = node.ctx
            return value if hasattr(value, "lineno") else self._placed(value)
        return self.generic_visit(self._placed(node))

    def _placed(self, node: ast.AST) -> ast.AST:
        if isinstance(node, (ast.expr, ast.stmt, ast.keyword, ast.arg)):
            for name, place in self._place.items():
                setattr(node, name, place)
        return node


def put_names(node: ast.expr, values: Mapping[str, ast.expr]) -> ast.expr:
    """Give a copy of an expression, with copies of values where names stand for them."""
    put: ast.expr = _Names(values).visit(copy.deepcopy(node))
    return put


class _Names(ast.NodeTransformer):
    def __init__(self, values: Mapping[str, ast.expr]) -> None:
        self._values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return copy.deepcopy(self._values.get(node.id, node))


def arguments(call: ast.Call, places: tuple[str, ...] = ()) -> dict[str, ast.expr]:
    """Give what a call gives, by name; what is given by place has the names in order."""
    by_name = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
    return {**dict(zip(places, call.args, strict=False)), **by_name}
