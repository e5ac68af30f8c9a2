"""The language of a user's formulas: a small part of Python's expressions, read once and never executed.

Numbers, variables, `+ - * / // % **`, comparisons, `and or not`, `a if c else b`, pi, e and the functions of
`lrviz.vocabulary`, which may also be spelled `math.cos`, `np.cos` or `torch.cos`. Everything else is named and refused.
"""

from __future__ import annotations

import ast
import functools
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lrviz.errors import LrvizError
from lrviz.sentences import say
from lrviz.vocabulary import (
    COMPARISONS,
    CONSTANTS,
    FUNCTIONS,
    OPERATORS,
    OTHER_NAMES,
    AsPython,
    OnArrays,
    OnNumbers,
)

LONGEST = 10_000
"""Characters of a text that is read at all."""
NODES = 256
"""Numbers, names and operations of an expression."""
DEPTH = 64
"""How deep they may be nested."""
LARGEST = 1e300
"""The largest number that may be written."""


class ExpressionError(LrvizError, ValueError):
    """A text isn't an expression of this language; the message names what isn't allowed, in one line."""


@dataclass(frozen=True)
class Expression:
    """A formula in some variables.

    `text` is its canonical form: texts that differ only in spaces, brackets, spelling of functions or the name of a
    lambda's argument have the same, and their expressions are equal.

    >>> Expression.parse("lambda epoch: 0.5*(1+math.cos(math.pi*epoch/100))").text
    '0.5 * (1 + cos(pi * t / 100))'
    """

    text: str
    variables: tuple[str, ...]
    body: ast.expr = field(repr=False, compare=False)

    @classmethod
    def parse(cls, text: str, variables: tuple[str, ...] = ("t",)) -> Expression:
        """Read an expression of `variables`, or a lambda with as many arguments, whose names then don't matter.

        Raises
        ------
        ExpressionError
            The text isn't Python, is too large, or holds something that isn't allowed, which is named.
        """
        return _parsed(text, variables)

    def __call__(self, **values: ArrayLike) -> NDArray[np.float64]:
        """Evaluate on arrays, which are broadcast; nan where Python would raise.

        >>> Expression.parse("1 / t")(t=np.arange(3))
        array([nan, 1. , 0.5])
        """
        arrays = {name: np.asarray(value, dtype=np.float64) for name, value in values.items()}
        with np.errstate(all="ignore"):
            result = OnArrays(arrays).visit(self.body)
        return np.array(np.broadcast_to(result, np.broadcast_shapes(*(array.shape for array in arrays.values()))))

    def single(self, **values: float) -> Any:
        """Evaluate on single numbers as Python does, whole numbers staying whole.

        Raises
        ------
        ArithmeticError, ValueError, TypeError
            What Python raises; powers of more than 2 ** 14 bits are refused as out of range.
        """
        return OnNumbers(values).visit(self.body)

    def uses(self, variable: str) -> bool:
        """Tell whether a variable stands in the expression."""
        return any(isinstance(node, ast.Name) and node.id == variable for node in ast.walk(self.body))

    def python(self, **names: str) -> str:
        """Give the expression as Python source that needs `import math`; `names` gives variables other names.

        >>> Expression.parse("exp(-t / 10)").python(t="epoch")
        'math.exp(-epoch / 10)'
        """
        return ast.unparse(AsPython(names).visit(self._copy()))

    def stretched(self, variable: str, factor: float) -> Expression:
        """Give the expression with a variable multiplied by a factor wherever it stands.

        >>> Expression.parse("0.95 ** t").stretched("t", 10).text
        '0.95 ** (t * 10)'
        """
        return _parsed(ast.unparse(_Stretch(variable, factor).visit(self._copy())), self.variables)

    def _copy(self) -> ast.expr:
        return ast.parse(self.text, mode="eval").body


@functools.lru_cache(maxsize=512)
def _parsed(text: str, variables: tuple[str, ...]) -> Expression:
    body = _python(text)
    names = {name: name for name in variables}
    if isinstance(body, ast.Lambda):
        names, body = _arguments(body.args, variables), body.body
    read: ast.expr = _Reader(names).visit(body)
    return Expression(ast.unparse(read), variables, read)


def _python(text: str) -> ast.expr:
    """Parse the text as Python, without running any of it."""
    if len(text) > LONGEST:
        raise ExpressionError(
            say(
                "an expression has at most {longest:,} characters, this one has {text:,}",
                longest=LONGEST,
                text=len(text),
            )
        )
    if not text.strip():
        raise ExpressionError(say("the text is empty"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python warns of spellings like 1if that are none of lrviz's business
            return ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        if "digits" in error.msg:  # Python reads no whole number of thousands of them
            raise ExpressionError(say("a number may be at most {largest:g}", largest=LARGEST)) from None
        raise ExpressionError(say("{msg} at character {place}", msg=error.msg, place=error.offset or 1)) from None
    except ValueError:  # null bytes and halves of characters
        raise ExpressionError(say("it holds characters that are no text")) from None
    except (RecursionError, MemoryError):
        raise ExpressionError(say("it is nested too deeply")) from None


def _arguments(given: ast.arguments, variables: tuple[str, ...]) -> dict[str, str]:
    """Give the variable each argument of a lambda stands for."""
    plain = not (given.posonlyargs or given.vararg or given.kwonlyargs or given.kwarg or given.defaults)
    if not plain or len(given.args) != len(variables):
        raise ExpressionError(
            say("a lambda here takes 1 plain argument")
            if len(variables) == 1
            else say("a lambda here takes {count} plain arguments", count=len(variables))
        )
    return {argument.arg: name for argument, name in zip(given.args, variables, strict=True)}


class _Reader(ast.NodeVisitor):
    """Turns Python's syntax tree into one that holds only what is allowed, in one spelling.

    `names` gives the variable each free name stands for.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._nodes = self._depth = 0

    def visit(self, node: ast.AST) -> Any:
        self._nodes += 1
        if self._nodes > NODES:
            raise ExpressionError(say("it has more than {nodes} numbers, names and operations", nodes=NODES))
        if self._depth == DEPTH and not (isinstance(node, (ast.Name, ast.Constant)) or _stretch(node)):
            raise ExpressionError(say("it is nested too deeply"))
        self._depth += 1
        read = super().visit(node)
        self._depth -= 1
        return read

    def generic_visit(self, node: ast.AST) -> ast.expr:
        raise self._refused(_described(node))

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if not isinstance(node.value, (bool, int, float)):
            raise self._refused(_LITERALS.get(type(node.value), f"`{node.value!r}`"))
        if abs(node.value) > LARGEST:
            raise ExpressionError(say("a number may be at most {largest:g}", largest=LARGEST))
        return ast.Constant(node.value)

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.Name(self._names[node.id]) if node.id in self._names else self._constant(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        return self._constant(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        if isinstance(node.op, ast.Invert):
            raise self._refused("`~`")
        operand: ast.expr = self.visit(node.operand)
        return operand if isinstance(node.op, ast.UAdd) else ast.UnaryOp(node.op, operand)

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        if type(node.op) not in OPERATORS:
            raise self._refused("`@`, `&`, `|`, `^`, `<<` or `>>`")
        if _stretch(node):  # counts as the name alone, so that no stretched expression outgrows the limit
            self._nodes -= 2
        return ast.BinOp(self.visit(node.left), node.op, self.visit(node.right))

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        return ast.BoolOp(node.op, [self.visit(value) for value in node.values])

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        if not all(type(op) in COMPARISONS for op in node.ops):
            raise self._refused("`in` or `is`")
        return ast.Compare(self.visit(node.left), node.ops, [self.visit(other) for other in node.comparators])

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        return ast.IfExp(self.visit(node.test), self.visit(node.body), self.visit(node.orelse))

    def visit_Call(self, node: ast.Call) -> ast.expr:
        name = self._known(node.func)
        if name not in FUNCTIONS:
            raise self._refused(_described(node.func))
        if node.keywords or any(isinstance(argument, ast.Starred) for argument in node.args):
            raise ExpressionError(say("`{name}` takes plain arguments only", name=name))
        if not FUNCTIONS[name].least <= len(node.args) <= FUNCTIONS[name].most:
            raise ExpressionError(
                say("`{name}` can’t take 1 argument", name=name)
                if len(node.args) == 1
                else say("`{name}` can’t take {count} arguments", name=name, count=len(node.args))
            )
        return ast.Call(ast.Name(name), [self.visit(argument) for argument in node.args], [])

    def _constant(self, node: ast.expr) -> ast.expr:
        name = self._known(node)
        if name in FUNCTIONS:
            raise ExpressionError(say("`{name}` is a function: write {name}(…)", name=name))
        if name not in CONSTANTS:
            raise self._refused(_described(node))
        return ast.Name(name)

    def _known(self, node: ast.expr) -> str:
        """Give the vocabulary's name of a function or constant, "" if the node can't be one."""
        match node:
            case ast.Name(id=name) if name not in self._names:
                return name
            case ast.Attribute(value=ast.Name(id="math" | "np" | "numpy" | "torch" as module), attr=name):
                return OTHER_NAMES.get(name, name) if module not in self._names else ""
        return ""

    def _refused(self, what: str) -> ExpressionError:
        known = ", ".join((*self._names, *CONSTANTS, *FUNCTIONS))
        return ExpressionError(
            say(
                "{what} isn’t allowed here: use numbers, + - * / // % **, comparisons, and, or, not, if "
                "… else, {known}",
                what=what,
                known=known,
            )
        )


class _Stretch(ast.NodeTransformer):
    """Multiplies a variable by a factor wherever it stands; a factor that is already there is taken in."""

    def __init__(self, variable: str, factor: float) -> None:
        self._variable, self._factor = variable, factor

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        before = _stretch(node)
        if before is not None and before[0] == self._variable:
            return self._times(before[1] * self._factor)
        return self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self._times(self._factor) if node.id == self._variable else node

    def _times(self, factor: float) -> ast.AST:
        return ast.BinOp(ast.Name(self._variable), ast.Mult(), ast.Constant(max(-LARGEST, min(factor, LARGEST))))


def _stretch(node: ast.AST) -> tuple[str, float] | None:
    """Give the name and the number, if the node is their product as `stretched` writes it."""
    match node:
        case ast.BinOp(left=ast.Name(id=name), op=ast.Mult(), right=ast.Constant(value=int() | float() as factor)):
            return name, factor
    return None


def _described(node: ast.AST) -> str:
    """Name a piece of syntax in a few words."""
    match node:
        case ast.Name(id=name):
            return f"`{name[:40]}`"
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            return f"`{owner[:40]}.{name[:40]}`"
        case ast.Attribute(attr=name):
            return f"`.{name[:40]}`"
    return _SYNTAX.get(type(node), say("this"))


_LITERALS: Mapping[type, str] = {
    str: say("text in quotes"),
    bytes: say("text in quotes"),
    complex: say("a complex number"),
}
_SYNTAX: Mapping[type[ast.AST], str] = {
    ast.Lambda: say("a lambda inside an expression"),
    ast.NamedExpr: "`:=`",
    ast.Subscript: "`[…]`",
    ast.Call: say("calling what a call gives"),
    ast.Constant: say("calling a number"),
    ast.JoinedStr: say("text in quotes"),
    ast.Tuple: say("a tuple"),
    ast.List: say("a list"),
    ast.Dict: say("a dict"),
    ast.Set: say("a set"),
    ast.Starred: "`*`",
    **dict.fromkeys((ast.Await, ast.Yield, ast.YieldFrom), "`await` or `yield`"),
    **dict.fromkeys((ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp), "a comprehension"),
}
