"""Constants: the numbers a text's expressions stand for, worked out within bounds and never by running them."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping
from typing import Any

from lrviz.errors import Finding, SourceError, shown
from lrviz.source.names import Names

LARGEST = 1024  # bits of an integer on the way to a value; no field holds more than 40

_OPERATORS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
}
_SIGNS: dict[type[ast.unaryop], Callable[[Any], Any]] = {ast.UAdd: operator.pos, ast.USub: operator.neg}
_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "abs": abs,
    "float": float,
    "int": int,
    "max": max,
    "min": min,
    "round": round,
    "math.ceil": math.ceil,
    "math.exp": math.exp,
    "math.floor": math.floor,
    "math.log": math.log,
    "math.log10": math.log10,
    "math.sqrt": math.sqrt,
}
_NUMBERS = {"math.pi": math.pi, "math.e": math.e}


class Constants:
    """The values of a text's expressions: what `answers` say, else what the text itself does."""

    def __init__(self, names: Names, answers: Mapping[str, Any]) -> None:
        self._names = names
        self._answers = dict(_answer(text, value) for text, value in answers.items())
        self._known: dict[str, Any] = {}
        self._asked: set[str] = set()

    def value(self, node: ast.expr) -> Any:
        """Give the number, text, None, truth value or list an expression stands for.

        Raises
        ------
        SourceError
            LR203 where the text doesn't hold the value, LR202 where the expression is none that is worked out.
        """
        if self._answers and (key := ast.dump(node)) in self._answers:
            return self._answers[key]
        name = self._names.dotted(node.func if isinstance(node, ast.Call) else node)
        match node:
            case ast.Constant(value=value) if value is None or isinstance(value, (bool, int, float, str)):
                return value
            case ast.Name():
                return self._named(node)
            case ast.UnaryOp(op=op, operand=operand) if type(op) in _SIGNS:
                return self._worked(node, _SIGNS[type(op)], [self.value(operand)])
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
                return self._worked(node, _OPERATORS[type(op)], [self.value(left), self.value(right)])
            case ast.List(elts=items) | ast.Tuple(elts=items) if not any(isinstance(i, ast.Starred) for i in items):
                return [self.value(item) for item in items]
            case ast.Attribute() if name in _NUMBERS:
                return _NUMBERS[name]
            case ast.Call(args=args, keywords=[]) if name in _FUNCTIONS:
                return self._worked(node, _FUNCTIONS[name], [self.value(arg) for arg in args])
            case ast.Attribute() | ast.Subscript() | ast.Call():
                raise unknown(node)
        raise refused(node, "it is not a number, a text, a list of these, or arithmetic on them")

    def function(self, name: str) -> ast.Lambda | ast.FunctionDef | None:
        """Give the function of that name, where the text defines it once."""
        return self._names.function(name)

    def _named(self, node: ast.Name) -> Any:
        name = node.id
        if name not in self._known:
            bound = self._names.value(name)
            if bound is None or name in self._asked:  # `a = b; b = a` asks for itself
                raise unknown(node, "is set in more than one place" if self._names.again(name) else "")
            self._asked.add(name)
            self._known[name] = self.value(bound)
        return self._known[name]

    def _worked(self, node: ast.expr, function: Callable[..., Any], given: list[Any]) -> Any:
        if not all(isinstance(value, (int, float)) for value in given):
            raise refused(node, "arithmetic is worked out on numbers only")
        if _bits(function, given) > LARGEST:
            raise refused(node, "its value is too large")
        try:
            value = function(*given)
        except (ArithmeticError, ValueError, TypeError) as error:
            raise refused(node, str(error)) from None
        if isinstance(value, complex):
            raise refused(node, "its value is a complex number")
        return value


def unknown(node: ast.AST, why: str = "") -> SourceError:
    """Give the error for an expression whose value the text doesn't hold."""
    asked = written(node)
    message = f"{asked} {why or 'is not given in the text'}; say what it is: names={{{asked!r}: …}}"
    return SourceError(Finding("LR203", "error", message, getattr(node, "lineno", None)))


def refused(node: ast.AST, why: str) -> SourceError:
    """Give the error for an expression that is not worked out, and why."""
    return SourceError(Finding("LR202", "error", f"{written(node)} is refused: {why}", getattr(node, "lineno", None)))


def written(node: ast.AST) -> str:
    """Give an expression as text, in one line of at most 60 characters."""
    try:
        text = " ".join(ast.unparse(node).split())
    except (RecursionError, ValueError):
        return "this expression"
    return text if len(text) <= 60 else text[:57] + "…"


def _bits(function: Callable[..., Any], given: list[Any]) -> int:
    """Bound the size of a result before it is made: 9**9**9 must not be tried."""
    if not given or not all(isinstance(value, int) for value in given):
        return 0
    sizes = [int(value).bit_length() for value in given]
    if function is operator.pow:
        return sizes[0] * max(int(given[1]), 0)
    return sum(sizes) if function is operator.mul else max(sizes)


def _answer(text: str, value: Any) -> tuple[str, Any]:
    """Give the syntax an answer is for, as a key, and the answer."""
    try:
        key = ast.dump(ast.parse(text.strip(), mode="eval").body)
    except (SyntaxError, ValueError, RecursionError, MemoryError, AttributeError):
        message = f"names has {shown(text)}, which is not an expression"
        raise SourceError(Finding("LR200", "error", message)) from None
    return key, value.item() if hasattr(value, "item") else value
