"""The words of a user's formula: what each means on arrays and on single numbers, and how Python's math spells it.

On arrays all is float64, and nan stands for what Python would raise: a division by zero, a power or exponential out of
range, the root of a negative number. So whole numbers above 2 ** 53 are rounded, which Python's are not.
"""

from __future__ import annotations

import ast
import functools
import itertools
import math
import operator
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np

Number = Any
"""A float or a float64 array: numpy makes one of the other as it pleases."""
MOST_ARGUMENTS = 256


class Word(NamedTuple):
    """A function or operator: its meaning on arrays and on single numbers, and how many arguments it takes."""

    array: Callable[..., Number]
    single: Callable[..., Any]
    least: int = 1
    most: int = 1


class OnArrays(ast.NodeVisitor):
    """Evaluates a formula on arrays. Every branch is evaluated; nan in one that isn't taken doesn't matter."""

    def __init__(self, values: Mapping[str, Number]) -> None:
        self._values = values

    def visit_Constant(self, node: ast.Constant) -> Number:
        return float(node.value)  # type: ignore[arg-type]  # the reader lets only numbers through

    def visit_Name(self, node: ast.Name) -> Number:
        return self._values[node.id] if node.id in self._values else CONSTANTS[node.id]

    def visit_UnaryOp(self, node: ast.UnaryOp) -> Number:
        value = self.visit(node.operand)
        return -value if isinstance(node.op, ast.USub) else _choose(value, 0.0, 1.0)

    def visit_BinOp(self, node: ast.BinOp) -> Number:
        return OPERATORS[type(node.op)].array(self.visit(node.left), self.visit(node.right))

    def visit_BoolOp(self, node: ast.BoolOp) -> Number:
        return functools.reduce(_both if isinstance(node.op, ast.And) else _either, map(self.visit, node.values))

    def visit_Compare(self, node: ast.Compare) -> Number:
        sides = itertools.pairwise(map(self.visit, (node.left, *node.comparators)))
        return functools.reduce(
            _both, (_compared(COMPARISONS[type(op)], *pair) for op, pair in zip(node.ops, sides, strict=True))
        )

    def visit_IfExp(self, node: ast.IfExp) -> Number:
        return _choose(self.visit(node.test), self.visit(node.body), self.visit(node.orelse))

    def visit_Call(self, node: ast.Call) -> Number:
        return FUNCTIONS[name_of(node)].array(*map(self.visit, node.args))


class OnNumbers(ast.NodeVisitor):
    """Evaluates a formula on single numbers in Python's order, with Python's results and exceptions."""

    def __init__(self, values: Mapping[str, float]) -> None:
        self._values = values

    def visit_Constant(self, node: ast.Constant) -> Any:
        return node.value

    def visit_Name(self, node: ast.Name) -> float:
        return self._values[node.id] if node.id in self._values else CONSTANTS[node.id]

    def visit_UnaryOp(self, node: ast.UnaryOp) -> Any:
        value = self.visit(node.operand)
        return -value if isinstance(node.op, ast.USub) else not value

    def visit_BinOp(self, node: ast.BinOp) -> Any:
        return OPERATORS[type(node.op)].single(self.visit(node.left), self.visit(node.right))

    def visit_BoolOp(self, node: ast.BoolOp) -> Any:
        for part in node.values:
            value = self.visit(part)
            if bool(value) is isinstance(node.op, ast.Or):
                break
        return value

    def visit_Compare(self, node: ast.Compare) -> Any:
        left, holds = self.visit(node.left), True
        for op, side in zip(node.ops, node.comparators, strict=True):
            right = self.visit(side)
            holds = COMPARISONS[type(op)](left, right)
            if not holds:
                break
            left = right
        return holds

    def visit_IfExp(self, node: ast.IfExp) -> Any:
        return self.visit(node.body if self.visit(node.test) else node.orelse)

    def visit_Call(self, node: ast.Call) -> Any:
        return FUNCTIONS[name_of(node)].single(*map(self.visit, node.args))


class AsPython(ast.NodeTransformer):
    """Spells functions and constants as Python's math has them, and variables as `names` says."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        if node.id in CONSTANTS or (node.id in FUNCTIONS and FUNCTIONS[node.id].single.__module__ == "math"):
            return ast.Name(f"math.{node.id}")
        return ast.Name(self._names.get(node.id, node.id))


def name_of(node: ast.Call) -> str:
    """Give the name of the function that a formula calls."""
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _choose(test: Number, yes: Number, no: Number) -> Number:
    return np.where(np.isnan(test), np.nan, np.where(test != 0, yes, no))


def _both(left: Number, right: Number) -> Number:
    return _choose(left, right, left)


def _either(left: Number, right: Number) -> Number:
    return _choose(left, left, right)


def _compared(compare: Callable[[Number, Number], Number], left: Number, right: Number) -> Number:
    return np.where(np.isnan(left) | np.isnan(right), np.nan, compare(left, right))


def _nonzero(divisor: Number) -> Number:
    return np.where(divisor == 0, np.nan, divisor)


def _positive(value: Number) -> Number:
    return np.where(value > 0, value, np.nan)


def _in_range(result: Number, *operands: Number) -> Number:
    """Put nan where finite operands gave an infinite result."""
    infinite = np.isinf(result)
    if not infinite.any():
        return result
    return np.where(infinite & functools.reduce(operator.and_, map(np.isfinite, operands)), np.nan, result)


def _power(base: Number, exponent: Number) -> Number:
    result = _in_range(np.power(base, exponent), base, exponent)
    return np.where(np.isnan(base), np.nan, result) if np.any(exponent == 0) else result  # to numpy nan ** 0 is 1


def _exp(value: Number) -> Number:
    return _in_range(np.exp(value), value)


def _log(value: Number, base: Number = math.e) -> Number:
    log = np.log(_positive(value))
    return log if np.ndim(base) == 0 and base == math.e else log / _nonzero(np.log(_positive(base)))


def _to_whole(rounding: Callable[[Number], Number]) -> Callable[[Number], Number]:
    return lambda value: rounding(np.where(np.isfinite(value), value, np.nan))


def _single_power(base: Any, exponent: Any) -> Any:
    """Raise to a power as Python does, but to no whole number of more than 2 ** 14 bits, as 9 ** 9 ** 9 is."""
    whole = isinstance(base, int) and isinstance(exponent, int)
    if whole and exponent > 0 and abs(base) > 1 and int(base).bit_length() * exponent > 1 << 14:
        raise OverflowError("int too large to convert to float")
    return base**exponent


CONSTANTS: Mapping[str, float] = {"pi": math.pi, "e": math.e}
FUNCTIONS: Mapping[str, Word] = {
    "abs": Word(np.abs, abs),
    "ceil": Word(_to_whole(np.ceil), math.ceil),
    "cos": Word(np.cos, math.cos),
    "exp": Word(_exp, math.exp),
    "float": Word(lambda value: value, float),
    "floor": Word(_to_whole(np.floor), math.floor),
    "int": Word(_to_whole(np.trunc), int),
    "log": Word(_log, math.log, 1, 2),
    "log10": Word(lambda value: np.log10(_positive(value)), math.log10),
    "log2": Word(lambda value: np.log2(_positive(value)), math.log2),
    "max": Word(lambda *values: functools.reduce(np.maximum, values), max, 2, MOST_ARGUMENTS),
    "min": Word(lambda *values: functools.reduce(np.minimum, values), min, 2, MOST_ARGUMENTS),
    "pow": Word(_power, _single_power, 2, 2),
    "round": Word(_to_whole(np.rint), round),
    "sin": Word(np.sin, math.sin),
    "sqrt": Word(np.sqrt, math.sqrt),
    "tan": Word(np.tan, math.tan),
    "tanh": Word(np.tanh, math.tanh),
}
OTHER_NAMES: Mapping[str, str] = {"minimum": "min", "maximum": "max", "power": "pow", "fabs": "abs", "trunc": "int"}
"""What math, numpy and torch call some of them."""
OPERATORS: Mapping[type[ast.operator], Word] = {
    ast.Add: Word(operator.add, operator.add),
    ast.Sub: Word(operator.sub, operator.sub),
    ast.Mult: Word(operator.mul, operator.mul),
    ast.Div: Word(lambda left, right: left / _nonzero(right), operator.truediv),
    ast.FloorDiv: Word(lambda left, right: np.floor_divide(left, _nonzero(right)), operator.floordiv),
    ast.Mod: Word(lambda left, right: np.mod(left, _nonzero(right)), operator.mod),
    ast.Pow: Word(_power, _single_power),
}
COMPARISONS: Mapping[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
