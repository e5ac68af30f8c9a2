"""The grammar of claims: a small part of Python's expressions, looked through and never executed."""

from __future__ import annotations

import ast
import itertools
import operator
import warnings
from collections.abc import Callable, Mapping
from typing import Any

from lrviz.documents import instead
from lrviz.errors import LrvizError, shown
from lrviz.teaching.wording import NAMED, WORDS, Argument, Kind, Word

LONGEST = 500
"""Characters of a claim."""
NODES, DEPTH = 200, 30
"""Numbers, names and operations of a claim, and how deep they may be nested."""
LARGEST = 1e300
SIGNS: Mapping[type[ast.cmpop], tuple[str, Callable[[Any, Any], Any]]] = {
    ast.Lt: ("<", operator.lt),
    ast.LtE: ("≤", operator.le),
    ast.Gt: (">", operator.gt),
    ast.GtE: ("≥", operator.ge),
    ast.Eq: ("=", operator.eq),
    ast.NotEq: ("≠", operator.ne),
}
OPERATORS: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


class ClaimError(LrvizError, ValueError):
    """A text is no claim, or one about what isn't there; the message says what, in one line."""


def body_of(text: str) -> tuple[ast.expr, tuple[str, ...]]:
    """Give a claim's syntax tree, which holds only what is allowed, and the runs it names, as it names them.

    Raises
    ------
    ClaimError
        It is no claim, is too large, or holds something that isn't allowed, which is named.
    """
    body, reader = _python(text), _Reader()
    if reader.visit(body) == "number":
        raise ClaimError(f"{shown(text)} is a number; a claim compares, as in {shown(f'{text} > 0.9')}")
    return body, tuple(dict.fromkeys(reader.runs))


def calls(body: ast.expr) -> list[tuple[ast.Call, Word]]:
    """Give every call in a claim, and the word it calls."""
    return [(node, WORDS[name_of(node)]) for node in ast.walk(body) if isinstance(node, ast.Call)]


def name_of(call: ast.Call) -> str:
    """Give the name of the word that is called."""
    return call.func.id if isinstance(call.func, ast.Name) else ast.unparse(call.func)


def varies(node: ast.expr) -> bool:
    """Tell whether a part has a value for each seed."""
    if isinstance(node, ast.Call):
        word = WORDS[name_of(node)]
        if word.per == "all":
            return False
        if word.per in ("each", "seed"):
            return True
    return any(varies(child) for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr))


def text_of(node: ast.expr) -> str:
    """Give a text that stands between quotes."""
    return str(node.value) if isinstance(node, ast.Constant) else ""


def number_of(node: ast.expr) -> int:
    """Give a whole number that is written out."""
    return int(node.value) if isinstance(node, ast.Constant) and isinstance(node.value, int) else 0


def place(name: str, scenes: Mapping[str, Any], scene: str) -> tuple[str, str]:
    """Give the scene and the run that a name means: "run", or "scene: run"."""
    where, colon, run = name.partition(": ")
    return (where, run) if colon and where in scenes else (scene, name)


def _python(text: str) -> ast.expr:
    """Parse a text as Python, without running any of it."""
    if len(text) > LONGEST:
        raise ClaimError(f"a claim has at most {LONGEST} characters, this one has {len(text):,}")
    if not text.strip():
        raise ClaimError("the claim is empty")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(" ".join(text.split()), mode="eval").body
    except SyntaxError as error:
        raise ClaimError(f"{error.msg} at character {error.offset or 1}") from None
    except (ValueError, RecursionError, MemoryError):
        raise ClaimError("it is no text that can be read") from None


class _Reader(ast.NodeVisitor):
    """Looks through a claim, names what isn't allowed, and gives the kind of each part."""

    def __init__(self) -> None:
        self.runs: list[str] = []
        self._nodes = self._depth = 0

    def visit(self, node: ast.AST) -> Kind:
        self._nodes += 1
        self._depth += 1
        if self._nodes > NODES or self._depth > DEPTH:
            raise ClaimError("it is too long, or nested too deeply")
        kind: Kind = super().visit(node)
        self._depth -= 1
        return kind

    def generic_visit(self, node: ast.AST) -> Kind:
        raise ClaimError(f"{shown(ast.unparse(node))} is no part of a claim")

    def visit_Constant(self, node: ast.Constant) -> Kind:
        if isinstance(node.value, (bool, str)):
            return "any"
        if not isinstance(node.value, (int, float)):
            raise ClaimError(f"{shown(node.value)} is neither a number nor a text")
        if not abs(node.value) <= LARGEST:
            raise ClaimError(f"a number may be at most {LARGEST:g}")
        return "number"

    def visit_Name(self, node: ast.Name) -> Kind:
        hint = f"; {node.id}(…) takes arguments" if node.id in WORDS else ""
        raise ClaimError(f"{node.id} stands alone: texts stand between quotes{hint}")

    def visit_UnaryOp(self, node: ast.UnaryOp) -> Kind:
        if isinstance(node.op, ast.Not):
            self._must(node.operand, "truth")
            return "truth"
        if isinstance(node.op, ast.Invert):
            raise ClaimError("~ is no part of a claim")
        self._must(node.operand, "number")
        return "number"

    def visit_BinOp(self, node: ast.BinOp) -> Kind:
        if type(node.op) not in OPERATORS:
            raise ClaimError(f"{shown(ast.unparse(node))}: of the operators there are + - * / **")
        self._must(node.left, "number")
        self._must(node.right, "number")
        return "number"

    def visit_BoolOp(self, node: ast.BoolOp) -> Kind:
        for value in node.values:
            self._must(value, "truth")
        return "truth"

    def visit_Compare(self, node: ast.Compare) -> Kind:
        for sign in node.ops:
            if type(sign) not in SIGNS:
                raise ClaimError(f"{shown(ast.unparse(node))}: compare with < <= > >= == !=")
        for side in (node.left, *node.comparators):
            if self.visit(side) == "truth":
                raise ClaimError(f"{shown(ast.unparse(side))} is a condition, which isn’t compared")
        return "truth"

    def visit_Call(self, node: ast.Call) -> Kind:
        name = name_of(node)
        if name not in WORDS:
            raise ClaimError(f"there is no {shown(name)}: {instead(name, WORDS)}")
        word = WORDS[name]
        if node.keywords or any(isinstance(argument, ast.Starred) for argument in node.args):
            raise ClaimError(f"{name} takes its arguments in their order, without names")
        most = word.most or len(word.takes)
        if not len(word.takes) - word.optional <= len(node.args) <= most:
            raise ClaimError(f"{called(name)}: this one has {len(node.args)} arguments")
        takes = (*word.takes, *itertools.repeat(word.takes[-1], most - len(word.takes))) if word.takes else ()
        for given, kind in zip(node.args, takes, strict=False):
            self._argument(name, given, kind)
        if word.per == "all" and not varies(node.args[0]):
            raise ClaimError(f"{shown(ast.unparse(node))}: {name} is taken over seeds, and that is one number")
        return word.gives

    def _argument(self, name: str, given: ast.expr, kind: Argument) -> None:
        if kind in ("number", "truth"):
            self._must(given, kind)
            return
        self._nodes += 1
        value = given.value if isinstance(given, ast.Constant) else None
        if kind in NAMED and not isinstance(value, str):
            raise ClaimError(f"{called(name)}: {kind} is a text between quotes, not {shown(ast.unparse(given))}")
        whole = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10**12
        if kind not in NAMED and not whole:
            raise ClaimError(f"{called(name)}: {kind} is a whole number, not {shown(ast.unparse(given))}")
        if kind == "run":
            self.runs.append(str(value))

    def _must(self, node: ast.expr, kind: Kind) -> None:
        given = self.visit(node)
        if isinstance(node, ast.Constant) and (kind == "number" or isinstance(node.value, str)) and given == "any":
            raise ClaimError(f"{shown(node.value)} is no {'number' if kind == 'number' else 'condition'}")
        if given not in (kind, "any"):
            nouns = {"number": "a number", "truth": "a condition"}
            raise ClaimError(f"{shown(ast.unparse(node))} is {nouns[given]}, and {nouns[kind]} is wanted there")


def called(name: str) -> str:
    """Write how a word is used: end(run, metric)."""
    word = WORDS[name]
    more = ", …" if word.most else ""
    return f"{name}({', '.join(word.takes)}{more})"
