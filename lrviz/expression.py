"""The language of a user's formulas: a small part of Python's expressions, read once and never executed.

Numbers, variables, `+ - * / // % **`, comparisons, `and or not`, `a if c else b`, pi, e and a table of functions,
which may also be spelled `math.cos`, `np.cos` or `torch.cos`. The table gives each function's meaning on arrays and
on single numbers, and its name in Python source. Everything else is named and refused.

On arrays all is float64, and nan stands for what Python would raise: a division by zero, a power or exponential out of
range, the root of a negative number. So whole numbers above 2 ** 53 are rounded, which Python's are not.
"""

from __future__ import annotations

import ast
import functools
import math
import operator
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lrviz.errors import LrvizError

LONGEST = 10_000
"""Characters of a text that is read at all."""
NODES = 256
"""Numbers, names and operations of an expression."""
DEPTH = 48
"""How deep they may be nested."""
LARGEST = 1e300
"""The largest number that may be written."""

Value = Any
"""A float, or a float64 array: numpy makes one of the other as it pleases."""


class ExpressionError(LrvizError, ValueError):
    """A text isn't an expression of this language; the message names what isn't allowed, in one line."""


class _Function(NamedTuple):
    """What a function is on arrays and on single numbers, and how many arguments it takes."""

    array: Callable[..., Value]
    single: Callable[..., Any]
    least: int = 1
    most: int = 1


@dataclass(frozen=True)
class Expression:
    """A formula in some variables.

    `text` is its canonical form: two texts that differ only in spaces, brackets, spelling of functions or the name of
    a lambda's argument have the same.

    >>> Expression.parse("lambda epoch: 0.5*(1+math.cos(math.pi*epoch/100))").text
    '0.5 * (1 + cos(pi * t / 100))'
    """

    text: str
    variables: tuple[str, ...]
    _body: ast.expr

    @classmethod
    def parse(cls, text: str, variables: tuple[str, ...] = ("t",)) -> Expression:
        """Read an expression of `variables`, or a lambda with as many arguments, whose names then don't matter.

        Raises
        ------
        ExpressionError
            The text isn't Python, is too large, or holds something that isn't allowed, which is named.
        """
        return _parsed(text, variables)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Expression) and (self.text, self.variables) == (other.text, other.variables)

    def __hash__(self) -> int:
        return hash((self.text, self.variables))

    def __call__(self, **values: ArrayLike) -> NDArray[np.float64]:
        """Evaluate on arrays, which are broadcast; nan where Python would raise.

        >>> Expression.parse("1 / t")(t=np.arange(3))
        array([nan, 1. , 0.5])
        """
        arrays = {name: np.asarray(value, dtype=np.float64) for name, value in values.items()}
        with np.errstate(all="ignore"):
            result = _arrays(self._body, arrays)
        shape = np.broadcast_shapes(*(array.shape for array in arrays.values()))
        return np.array(np.broadcast_to(result, shape), dtype=np.float64)

    def single(self, **values: float) -> Any:
        """Evaluate on single numbers as Python does, whole numbers staying whole.

        Raises
        ------
        ArithmeticError, ValueError, TypeError
            What Python raises; whole numbers of more than 2 ** 14 bits are refused as out of range.
        """
        return _single(self._body, values)

    def uses(self, variable: str) -> bool:
        """Tell whether the value depends on a variable."""
        return any(isinstance(node, ast.Name) and node.id == variable for node in ast.walk(self._body))

    def python(self, **names: str) -> str:
        """Give the expression as Python source that needs `import math`; `names` gives variables other names.

        >>> Expression.parse("exp(-t / 10)").python(t="epoch")
        'math.exp(-epoch / 10)'
        """
        return ast.unparse(_Renamed(names).visit(ast.parse(self.text, mode="eval").body))

    def stretched(self, variable: str, factor: float) -> Expression:
        """Give the expression with the variable multiplied by a factor wherever it stands.

        >>> Expression.parse("0.95 ** t").stretched("t", 10).text
        '0.95 ** (t * 10)'
        """
        return _parsed(
            ast.unparse(_Stretched(variable, factor).visit(ast.parse(self.text, mode="eval").body)), self.variables
        )


@functools.lru_cache(maxsize=512)
def _parsed(text: str, variables: tuple[str, ...]) -> Expression:
    body = _python(text)
    names = {name: name for name in variables}
    if isinstance(body, ast.Lambda):
        given = body.args
        if len(given.args) != len(variables) or any((given.posonlyargs, given.vararg, given.kwonlyargs, given.kwarg)):
            raise ExpressionError(f"a lambda must have {len(variables)} plain argument{'s' * (len(variables) != 1)}")
        if given.defaults:
            raise ExpressionError("a lambda's argument can't have a default here")
        names, body = {arg.arg: name for arg, name in zip(given.args, variables, strict=True)}, body.body
    read = _Reader(names).read(body, 0)
    return Expression(ast.unparse(read), variables, read)


def _python(text: str) -> ast.expr:
    """Parse the text as Python, without running any of it."""
    if len(text) > LONGEST:
        raise ExpressionError(f"an expression has at most {LONGEST:,} characters, this one has {len(text):,}")
    if not text.strip():
        raise ExpressionError("the expression is empty")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        raise ExpressionError(f"this isn't an expression: {error.msg}, at character {error.offset or 1}") from None
    except ValueError as error:  # null bytes, surrogates, numbers of thousands of digits
        raise ExpressionError(f"this isn't an expression: {error}") from None
    except (RecursionError, MemoryError):
        raise ExpressionError("the expression is nested too deeply") from None


class _Reader:
    """Reads Python's syntax tree into one that holds only what is allowed, in one spelling."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._nodes = 0

    def read(self, node: ast.expr, depth: int) -> ast.expr:
        """Give the node in canonical form, or raise what isn't allowed about it."""
        self._nodes += 1
        if self._nodes > NODES:
            raise ExpressionError(f"an expression has at most {NODES} numbers, names and operations")
        if depth > DEPTH:
            raise ExpressionError("the expression is nested too deeply")
        match node:
            case ast.Constant(value=value):
                return self._number(value)
            case ast.Name() | ast.Attribute():
                return self._name(node)
            case ast.UnaryOp(op=ast.UAdd(), operand=inner):
                return self.read(inner, depth + 1)
            case ast.UnaryOp(op=ast.USub() | ast.Not() as op, operand=inner):
                return ast.UnaryOp(op, self.read(inner, depth + 1))
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
                self._nodes -= 2 * _is_stretched(node)  # so that a stretched expression never outgrows the limit
                return ast.BinOp(self.read(left, depth + 1), op, self.read(right, depth + 1))
            case ast.BoolOp(op=op, values=values):
                return ast.BoolOp(op, [self.read(value, depth + 1) for value in values])
            case ast.Compare(left=left, ops=ops, comparators=others) if all(type(op) in _COMPARE for op in ops):
                return ast.Compare(self.read(left, depth + 1), ops, [self.read(other, depth + 1) for other in others])
            case ast.IfExp(test=test, body=yes, orelse=no):
                return ast.IfExp(*(self.read(part, depth + 1) for part in (test, yes, no)))
            case ast.Call():
                return self._call(node, depth)
            case _:
                raise self._refused(_described(node))

    def _number(self, value: object) -> ast.expr:
        if isinstance(value, bool):
            return ast.Constant(value)
        if not isinstance(value, (int, float)):
            kinds = {str: "text in quotes", bytes: "text in quotes", complex: "a complex number"}
            raise self._refused(kinds.get(type(value), f"`{value}`"))
        if abs(value) > LARGEST:
            raise ExpressionError(f"a number must be at most {LARGEST:g}")
        return ast.Constant(value)

    def _name(self, node: ast.Name | ast.Attribute) -> ast.expr:
        if isinstance(node, ast.Name) and node.id in self._names:
            return ast.Name(self._names[node.id])
        name = self._known(node)
        if name in _CONSTANTS:
            return ast.Name(name)
        if name in FUNCTIONS:
            raise ExpressionError(f"`{name}` is a function: write {name}(…)")
        raise self._refused(_described(node))

    def _call(self, node: ast.Call, depth: int) -> ast.expr:
        name = self._known(node.func)
        if name not in FUNCTIONS:
            raise self._refused(_described(node.func))
        if node.keywords or any(isinstance(arg, ast.Starred) for arg in node.args):
            raise ExpressionError(f"`{name}` takes plain arguments only")
        function = FUNCTIONS[name]
        if not function.least <= len(node.args) <= function.most:
            raise ExpressionError(f"`{name}` can't take {len(node.args)} argument{'s' * (len(node.args) != 1)}")
        return ast.Call(ast.Name(name), [self.read(arg, depth + 1) for arg in node.args], [])

    def _known(self, node: ast.expr) -> str | None:
        """Give the name of a function or constant, however it is spelled."""
        match node:
            case ast.Name(id=name) if name not in self._names:
                return name
            case ast.Attribute(value=ast.Name(id=module), attr=name) if (
                module in _MODULES and module not in self._names
            ):
                return _OTHER_NAMES.get(name, name)
        return None

    def _refused(self, what: str) -> ExpressionError:
        known = ", ".join((*self._names, *_CONSTANTS, *FUNCTIONS))
        return ExpressionError(
            f"{what} isn't allowed here: use numbers, + − * / // % **, comparisons, if, and, or, {known}"
        )


def _described(node: ast.AST) -> str:
    """Name a piece of syntax in a few words."""
    match node:
        case ast.Name(id=name):
            return f"`{name[:40]}`"
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            return f"`{owner[:40]}.{name[:40]}`"
        case ast.Attribute(attr=name):
            return f"`.{name[:40]}`"
    return _SYNTAX.get(type(node), "this")


def _arrays(node: ast.expr, values: Mapping[str, Value]) -> Value:
    """Evaluate a canonical node on arrays; all branches are evaluated, and nan is what Python would raise."""
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.Name(id=name):
            return values[name] if name in values else _CONSTANTS[name]
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_arrays(inner, values)
        case ast.UnaryOp(operand=inner):
            return _choose(_arrays(inner, values), 0.0, 1.0)
        case ast.BinOp(left=left, op=op, right=right):
            return _BINARY[type(op)].array(_arrays(left, values), _arrays(right, values))
        case ast.BoolOp(op=op, values=parts):
            both = isinstance(op, ast.And)
            return functools.reduce(
                lambda left, right: _choose(left, right, left) if both else _choose(left, left, right),
                (_arrays(part, values) for part in parts),
            )
        case ast.Compare(left=left, ops=ops, comparators=others):
            sides = [_arrays(side, values) for side in (left, *others)]
            links = [
                _compared(_COMPARE[type(op)], *pair)
                for op, pair in zip(ops, zip(sides, sides[1:], strict=False), strict=True)
            ]
            return functools.reduce(lambda left, right: _choose(left, right, left), links)
        case ast.IfExp(test=test, body=yes, orelse=no):
            return _choose(_arrays(test, values), _arrays(yes, values), _arrays(no, values))
        case ast.Call(func=ast.Name(id=name), args=args):
            return FUNCTIONS[name].array(*(_arrays(arg, values) for arg in args))
    raise AssertionError(ast.dump(node))  # the reader lets nothing else through


def _single(node: ast.expr, values: Mapping[str, Any]) -> Any:
    """Evaluate a canonical node on single numbers, in Python's order and with Python's exceptions."""
    match node:
        case ast.Constant(value=value):
            return value
        case ast.Name(id=name):
            return values[name] if name in values else _CONSTANTS[name]
        case ast.UnaryOp(op=op, operand=inner):
            value = _single(inner, values)
            return -value if isinstance(op, ast.USub) else not value
        case ast.BinOp(left=left, op=op, right=right):
            return _BINARY[type(op)].single(_single(left, values), _single(right, values))
        case ast.BoolOp(op=op, values=parts):
            stop = isinstance(op, ast.Or)
            value = _single(parts[0], values)
            for part in parts[1:]:
                if bool(value) is stop:
                    break
                value = _single(part, values)
            return value
        case ast.Compare(left=first, ops=ops, comparators=others):
            left, holds = _single(first, values), True
            for op, other in zip(ops, others, strict=True):
                right = _single(other, values)
                holds = _COMPARE[type(op)](left, right)
                if not holds:
                    break
                left = right
            return holds
        case ast.IfExp(test=test, body=yes, orelse=no):
            return _single(yes if _single(test, values) else no, values)
        case ast.Call(func=ast.Name(id=name), args=args):
            return FUNCTIONS[name].single(*(_single(arg, values) for arg in args))
    raise AssertionError(ast.dump(node))


def _choose(test: Value, yes: Value, no: Value) -> Value:
    return np.where(np.isnan(test), np.nan, np.where(test != 0, yes, no))


def _compared(compare: Callable[[Value, Value], Value], left: Value, right: Value) -> Value:
    return np.where(np.isnan(left) | np.isnan(right), np.nan, compare(left, right))


def _nonzero(divisor: Value) -> Value:
    return np.where(divisor == 0, np.nan, divisor)


def _positive(value: Value) -> Value:
    return np.where(value > 0, value, np.nan)


def _finite(value: Value) -> Value:
    return np.where(np.isfinite(value), value, np.nan)


def _in_range(result: Value, *operands: Value) -> Value:
    """Put nan where finite operands gave an infinite result, since Python raises there."""
    infinite = np.isinf(result)
    if not infinite.any():
        return result
    return np.where(infinite & functools.reduce(operator.and_, map(np.isfinite, operands)), np.nan, result)


def _power(base: Value, exponent: Value) -> Value:
    return _in_range(np.power(base, exponent), base, exponent)


def _single_power(base: Any, exponent: Any) -> Any:
    whole = isinstance(base, int) and isinstance(exponent, int)
    if whole and exponent > 0 and int(base).bit_length() * exponent > 1 << 14 and abs(base) > 1:
        raise OverflowError("int too large to convert to float")
    return base**exponent


def _exp(value: Value) -> Value:
    return _in_range(np.exp(value), value)


def _log(value: Value, base: Value | None = None) -> Value:
    log = np.log(_positive(value))
    return log if base is None else log / _nonzero(np.log(_positive(base)))


def _whole(rounding: Callable[[Value], Value]) -> Callable[[Value], Value]:
    return lambda value: rounding(_finite(value))


_CONSTANTS = {"pi": math.pi, "e": math.e}
_MODULES = frozenset({"math", "np", "numpy", "torch"})
_OTHER_NAMES = {"minimum": "min", "maximum": "max", "power": "pow", "fabs": "abs", "trunc": "int"}
FUNCTIONS: Mapping[str, _Function] = {
    "abs": _Function(np.abs, abs),
    "ceil": _Function(_whole(np.ceil), math.ceil),
    "cos": _Function(np.cos, math.cos),
    "exp": _Function(_exp, math.exp),
    "float": _Function(lambda value: value, float),
    "floor": _Function(_whole(np.floor), math.floor),
    "int": _Function(_whole(np.trunc), int),
    "log": _Function(_log, math.log, 1, 2),
    "log10": _Function(lambda value: np.log10(_positive(value)), math.log10),
    "log2": _Function(lambda value: np.log2(_positive(value)), math.log2),
    "max": _Function(lambda *values: functools.reduce(np.maximum, values), max, 2, NODES),
    "min": _Function(lambda *values: functools.reduce(np.minimum, values), min, 2, NODES),
    "pow": _Function(_power, _single_power, 2, 2),
    "round": _Function(_whole(np.rint), round),
    "sin": _Function(np.sin, math.sin),
    "sqrt": _Function(np.sqrt, math.sqrt),
    "tan": _Function(np.tan, math.tan),
    "tanh": _Function(np.tanh, math.tanh),
}
_BINARY: Mapping[type[ast.operator], _Function] = {
    ast.Add: _Function(operator.add, operator.add),
    ast.Sub: _Function(operator.sub, operator.sub),
    ast.Mult: _Function(operator.mul, operator.mul),
    ast.Div: _Function(lambda left, right: left / _nonzero(right), operator.truediv),
    ast.FloorDiv: _Function(lambda left, right: np.floor_divide(left, _nonzero(right)), operator.floordiv),
    ast.Mod: _Function(lambda left, right: np.mod(left, _nonzero(right)), operator.mod),
    ast.Pow: _Function(_power, _single_power),
}
_COMPARE: Mapping[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_SYNTAX: Mapping[type[ast.AST], str] = {
    ast.Lambda: "a lambda inside an expression",
    ast.NamedExpr: "`:=`",
    ast.Subscript: "`[…]`",
    ast.Call: "calling the result of a call",
    ast.JoinedStr: "text in quotes",
    ast.Tuple: "a tuple",
    ast.List: "a list",
    ast.Dict: "a dict",
    ast.Set: "a set",
    ast.Starred: "`*`",
    ast.Await: "`await`",
    ast.Yield: "`yield`",
    ast.YieldFrom: "`yield`",
    ast.Compare: "`in` or `is`",
    ast.BinOp: "`@`, `&`, `|`, `^`, `<<` or `>>`",
    ast.UnaryOp: "`~`",
    **dict.fromkeys((ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp), "a comprehension"),
}


def _is_stretched(node: ast.expr) -> bool:
    """Tell whether a node is a name times a number, as `stretched` writes it."""
    match node:
        case ast.BinOp(left=ast.Name(), op=ast.Mult(), right=ast.Constant(value=int() | float())):
            return True
    return False


class _Renamed(ast.NodeTransformer):
    """Writes functions and constants as Python's math has them, and variables under other names."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:  # noqa: N802 - ast's name
        single = FUNCTIONS[node.id].single if node.id in FUNCTIONS else None
        if node.id in _CONSTANTS or getattr(single, "__module__", "") == "math":
            return ast.Name(f"math.{node.id}")
        return ast.Name(self._names.get(node.id, node.id))


class _Stretched(ast.NodeTransformer):
    """Multiplies a variable by a factor wherever it stands."""

    def __init__(self, variable: str, factor: float) -> None:
        self._variable, self._factor = variable, factor

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:  # noqa: N802 - ast's name
        match node:
            case ast.BinOp(left=ast.Name(id=name), right=ast.Constant(value=float() | int() as before)) if (
                name == self._variable and _is_stretched(node)
            ):
                return self._times(before * self._factor)
        return self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:  # noqa: N802 - ast's name
        return self._times(self._factor) if node.id == self._variable else node

    def _times(self, factor: float) -> ast.AST:
        return ast.BinOp(ast.Name(self._variable), ast.Mult(), ast.Constant(factor))
