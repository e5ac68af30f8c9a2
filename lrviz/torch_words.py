"""A user's formula in torch's words: the syntax tree that the engine evaluates and a script writes out."""

from __future__ import annotations

import ast
import math
from collections.abc import Sequence
from functools import reduce
from typing import Any

from lrviz.expression import Expression
from lrviz.vocabulary import OnNumbers, name_of

RENAMED = {"int": "trunc"}
"""What torch calls some of the vocabulary's functions."""


def in_torch(expression: Expression) -> ast.expr:
    """Give a formula as torch code: numbers, variables, operators, and calls of `torch.…` on plain arguments.

    What holds no variable is worked out to a number.

    Raises
    ------
    ArithmeticError, ValueError, TypeError
        A part without variables has no value, such as 1 / 0.
    """
    return ast.fix_missing_locations(_Torch(expression).visit(ast.parse(expression.text, mode="eval").body))


class _Torch(ast.NodeVisitor):
    """Turns a formula's tree into torch's, from the leaves up."""

    def __init__(self, expression: Expression) -> None:
        self._expression = expression

    def visit(self, node: ast.AST) -> ast.expr:
        if any(isinstance(part, ast.Name) and part.id in self._expression.variables for part in ast.walk(node)):
            turned: ast.expr = super().visit(node)
            return turned
        return ast.Constant(float(OnNumbers({}).visit(node)))

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        value = self.visit(node.operand)
        if isinstance(node.op, ast.USub):
            return ast.UnaryOp(ast.USub(), value)
        return _call("where", _holds(value), ast.Constant(0.0), ast.Constant(1.0))

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        left, right = self.visit(node.left), self.visit(node.right)
        if isinstance(node.op, ast.FloorDiv):
            return _call("floor", ast.BinOp(left, ast.Div(), right))
        if isinstance(node.op, ast.Mod):
            return _call("remainder", left, right)
        return ast.BinOp(left, node.op, right)

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        sides = [self.visit(side) for side in (node.left, *node.comparators)]
        tests: list[ast.expr] = [
            ast.Compare(left, [op], [right]) for left, op, right in zip(sides, node.ops, sides[1:], strict=False)
        ]
        both = reduce(lambda one, other: ast.BinOp(one, ast.BitAnd(), other), tests)
        return _call("where", both, ast.Constant(1.0), ast.Constant(0.0))

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        values = [self.visit(value) for value in node.values]
        joined = values[-1]
        for value in reversed(values[:-1]):
            pair = (joined, value) if isinstance(node.op, ast.And) else (value, joined)
            joined = self._choice(value, *pair)
        return joined

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        return self._choice(self.visit(node.test), self.visit(node.body), self.visit(node.orelse))

    def visit_Call(self, node: ast.Call) -> ast.expr:
        name, given = name_of(node), [self.visit(argument) for argument in node.args]
        if name in ("max", "min"):
            return reduce(lambda one, other: _extreme(name, one, other), given)
        if name == "pow":
            return ast.BinOp(given[0], ast.Pow(), given[1])
        if name == "float":
            return given[0]
        if name == "log" and len(given) == 2:
            return ast.BinOp(_log(given[0]), ast.Div(), _log(given[1]))
        return _call(RENAMED.get(name, name), *given)

    def _choice(self, test: ast.expr, yes: ast.expr, no: ast.expr) -> ast.expr:
        if isinstance(test, ast.Constant):
            return yes if test.value else no
        return _call("where", _holds(test), yes, no)


def _log(value: ast.expr) -> ast.expr:
    return ast.Constant(math.log(_number(value))) if isinstance(value, ast.Constant) else _call("log", value)


def _extreme(name: str, one: ast.expr, other: ast.expr) -> ast.expr:
    """Write max or min of two; one of a number clamps."""
    if isinstance(one, ast.Constant) and isinstance(other, ast.Constant):
        return ast.Constant((max if name == "max" else min)(_number(one), _number(other)))
    if isinstance(one, ast.Constant):
        one, other = other, one
    word = {"max": "clamp_min", "min": "clamp_max"} if isinstance(other, ast.Constant) else {}
    return _call(word.get(name, f"{name}imum"), one, other)


def _number(node: ast.Constant) -> Any:
    return node.value


def _holds(value: ast.expr) -> ast.expr:
    """Write whether a value is not 0; of what was made from a test, the test."""
    match value:
        case ast.Call(func=ast.Attribute(attr="where"), args=[test, ast.Constant(value=1.0), ast.Constant(value=0.0)]):
            return test
    return ast.Compare(value, [ast.NotEq()], [ast.Constant(0.0)])


def _call(name: str, *arguments: ast.expr) -> ast.expr:
    given: Sequence[ast.expr] = arguments
    return ast.Call(ast.Attribute(ast.Name("torch"), name), list(given), [])
