"""Arithmetic: Python's operators and functions on plain values, bounded in the size of what they make."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Sequence
from typing import Any

from lrviz.sentences import say

LARGEST = 1024
"""Bits of an integer on the way to a value; no field holds more than 40."""
LONGEST = 10_000
"""Items of a list and characters of a text on the way to a value."""

OPERATORS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
}
SIGNS: dict[type[ast.unaryop], Callable[[Any], Any]] = {
    ast.UAdd: operator.pos,
    ast.USub: operator.neg,
    ast.Not: operator.not_,
}
COMPARES: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Is: operator.is_,
    ast.IsNot: operator.is_not,
    ast.In: lambda one, several: one in several,
    ast.NotIn: lambda one, several: one not in several,
}
_BY_NAME: dict[str, Callable[..., Any]] = {
    "abs": abs,
    "all": all,
    "any": any,
    "bool": bool,
    "divmod": lambda one, other: list(divmod(one, other)),
    "enumerate": lambda several, start=0: [list(pair) for pair in enumerate(several, start)],
    "float": float,
    "int": int,
    "list": lambda several=(): list(several),
    "max": max,
    "min": min,
    "pow": operator.pow,
    "reversed": lambda several: list(reversed(several)),
    "round": round,
    "set": lambda several=(): sorted(set(several)),
    "sorted": sorted,
    "str": str,
    "sum": sum,
    "tuple": lambda several=(): list(several),
    "zip": lambda *several: [list(items) for items in zip(*several, strict=False)],
}
_WIDTH = re.compile(r"\d{1,9}")
_RANGES = ("range", "numpy.arange")
_ON_NUMBERS = ("ceil", "exp", "floor", "log", "log10", "log2", "sqrt", "cos", "sin", "tan", "pow", "prod")
FUNCTIONS: dict[str, Callable[..., Any]] = {
    **_BY_NAME,
    **dict.fromkeys(_RANGES, range),
    **{f"{module}.{name}": getattr(math, name) for name in _ON_NUMBERS for module in ("math", "numpy")},
    "numpy.round": round,
    "numpy.abs": abs,
    "numpy.maximum": max,
    "numpy.minimum": min,
    **{f"numpy.{name}": function for name, function in (("float32", float), ("float64", float), ("int64", int))},
}
"""What is worked out of functions, by their full names."""
NUMBERS = {f"{module}.{name}": getattr(math, name) for name in ("pi", "e", "inf") for module in ("math", "numpy")}
METHODS: dict[str, Callable[..., Any]] = {
    "endswith": str.endswith,
    "lower": str.lower,
    "lstrip": str.lstrip,
    "rstrip": str.rstrip,
    "replace": str.replace,
    "split": str.split,
    "startswith": str.startswith,
    "strip": str.strip,
    "upper": str.upper,
}
"""What is worked out of a text's methods."""


class TooLargeError(Exception):
    """A value isn't made, since it would be too large."""


def worked(function: Callable[..., Any], given: Sequence[Any]) -> Any:
    """Work out a function of these tables; whole ranges are lists.

    Raises
    ------
    TooLargeError
        The value would be too large.
    ArithmeticError, ValueError, TypeError
        What Python raises, or a complex number would be the value.
    """
    if _bits(function, given) > LARGEST or _items(function, given) > LONGEST:
        raise TooLargeError
    value = function(*given)
    if isinstance(value, range):
        if value and len(value) > LONGEST:
            raise TooLargeError
        return list(value)
    if isinstance(value, complex):
        raise ValueError(say("its value is a complex number"))  # noqa: TRY004 - as Python does where it has none
    return value


def _bits(function: Callable[..., Any], given: Sequence[Any]) -> int:
    """Bound the size of a whole number before it is made: 9**9**9 must not be tried."""
    numbers = given[0] if len(given) == 1 and isinstance(given[0], list) else given
    if not numbers or not all(isinstance(value, int) for value in numbers):
        return 0
    sizes = [int(value).bit_length() for value in numbers]
    if function in (operator.pow, math.pow):
        return sizes[0] * max(int(numbers[1]), 0) if len(sizes) > 1 else 0
    return sum(sizes) if function in (operator.mul, math.prod) else max(sizes)


def _items(function: Callable[..., Any], given: Sequence[Any]) -> int:
    """Bound the length of a list or a text before it is made."""
    sizes = [size(value) for value in given if isinstance(value, (str, list))]
    times = [value for value in given if isinstance(value, int)]
    if function is operator.mul and sizes:
        return sizes[0] * max([0, *times])
    if function is operator.mod and isinstance(given[0], str):  # "%0999999999d"
        return sum(sizes) + sum(map(int, _WIDTH.findall(given[0])))
    if function is str.replace and len(given) == 3:
        return sizes[0] * max(sizes[2], 1)
    return sum(sizes)


def size(value: Any) -> int:
    """Give how many items and characters a value has, in its items, too; where there are too many it stops counting."""
    if isinstance(value, str):
        return len(value)
    if not isinstance(value, (list, dict)):
        return 1
    found = 1
    for item in value.values() if isinstance(value, dict) else value:
        found += size(item)
        if found > LONGEST:
            break
    return found
