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
from lrviz.sentences import say
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
        raise ClaimError(
            say("{text} is a number; a claim compares, as in {value}", text=shown(text), value=shown(f"{text} > 0.9"))
        )
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
        raise ClaimError(
            say("a claim has at most {longest} characters, this one has {text:,}", longest=LONGEST, text=len(text))
        )
    if not text.strip():
        raise ClaimError(say("the claim is empty"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(" ".join(text.split()), mode="eval").body
    except SyntaxError as error:
        raise ClaimError(say("{msg} at character {value}", msg=error.msg, value=error.offset or 1)) from None
    except (ValueError, RecursionError, MemoryError):
        raise ClaimError(say("it is no text that can be read")) from None


class _Reader(ast.NodeVisitor):
    """Looks through a claim, names what isn't allowed, and gives the kind of each part."""

    def __init__(self) -> None:
        self.runs: list[str] = []
        self._nodes = self._depth = 0

    def visit(self, node: ast.AST) -> Kind:
        self._nodes += 1
        self._depth += 1
        if self._nodes > NODES or self._depth > DEPTH:
            raise ClaimError(say("it is too long, or nested too deeply"))
        kind: Kind = super().visit(node)
        self._depth -= 1
        return kind

    def generic_visit(self, node: ast.AST) -> Kind:
        raise ClaimError(say("{unparse} is no part of a claim", unparse=shown(ast.unparse(node))))

    def visit_Constant(self, node: ast.Constant) -> Kind:
        if isinstance(node.value, (bool, str)):
            return "any"
        if not isinstance(node.value, (int, float)):
            raise ClaimError(say("{value} is neither a number nor a text", value=shown(node.value)))
        if not abs(node.value) <= LARGEST:
            raise ClaimError(say("a number may be at most {largest:g}", largest=LARGEST))
        return "number"

    def visit_Name(self, node: ast.Name) -> Kind:
        hint = f"; {node.id}(…) takes arguments" if node.id in WORDS else ""
        raise ClaimError(say("{id} stands alone: texts stand between quotes{hint}", id=node.id, hint=hint))

    def visit_UnaryOp(self, node: ast.UnaryOp) -> Kind:
        if isinstance(node.op, ast.Not):
            self._must(node.operand, "truth")
            return "truth"
        if isinstance(node.op, ast.Invert):
            raise ClaimError(say("~ is no part of a claim"))
        self._must(node.operand, "number")
        return "number"

    def visit_BinOp(self, node: ast.BinOp) -> Kind:
        if type(node.op) not in OPERATORS:
            raise ClaimError(say("{unparse}: of the operators there are + - * / **", unparse=shown(ast.unparse(node))))
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
                raise ClaimError(say("{unparse}: compare with < <= > >= == !=", unparse=shown(ast.unparse(node))))
        for side in (node.left, *node.comparators):
            if self.visit(side) == "truth":
                raise ClaimError(
                    say("{unparse} is a condition, which isn’t compared", unparse=shown(ast.unparse(side)))
                )
        return "truth"

    def visit_Call(self, node: ast.Call) -> Kind:
        name = name_of(node)
        if name not in WORDS:
            raise ClaimError(say("there is no {name}: {instead}", name=shown(name), instead=instead(name, WORDS)))
        word = WORDS[name]
        if node.keywords or any(isinstance(argument, ast.Starred) for argument in node.args):
            raise ClaimError(say("{name} takes its arguments in their order, without names", name=name))
        most = word.most or len(word.takes)
        if not len(word.takes) - word.optional <= len(node.args) <= most:
            raise ClaimError(say("{called}: this one has {args} arguments", called=called(name), args=len(node.args)))
        takes = (*word.takes, *itertools.repeat(word.takes[-1], most - len(word.takes))) if word.takes else ()
        for given, kind in zip(node.args, takes, strict=False):
            self._argument(name, given, kind)
        if word.per == "all" and not varies(node.args[0]):
            raise ClaimError(
                say(
                    "{unparse}: {name} is taken over seeds, and that is one number",
                    unparse=shown(ast.unparse(node)),
                    name=name,
                )
            )
        return word.gives

    def _argument(self, name: str, given: ast.expr, kind: Argument) -> None:
        if kind in ("number", "truth"):
            self._must(given, kind)
            return
        self._nodes += 1
        value = given.value if isinstance(given, ast.Constant) else None
        if kind in NAMED and not isinstance(value, str):
            raise ClaimError(
                say(
                    "{called}: {kind} is a text between quotes, not {unparse}",
                    called=called(name),
                    kind=kind,
                    unparse=shown(ast.unparse(given)),
                )
            )
        whole = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10**12
        if kind not in NAMED and not whole:
            raise ClaimError(
                say(
                    "{called}: {kind} is a whole number, not {unparse}",
                    called=called(name),
                    kind=kind,
                    unparse=shown(ast.unparse(given)),
                )
            )
        if kind == "run":
            self.runs.append(str(value))

    def _must(self, node: ast.expr, kind: Kind) -> None:
        given = self.visit(node)
        if isinstance(node, ast.Constant) and (kind == "number" or isinstance(node.value, str)) and given == "any":
            raise ClaimError(
                say(
                    "{value} is no {value2}",
                    value=shown(node.value),
                    value2="number" if kind == "number" else "condition",
                )
            )
        if given not in (kind, "any"):
            nouns = {"number": "a number", "truth": "a condition"}
            raise ClaimError(
                say(
                    "{unparse} is {nouns}, and {nouns2} is wanted there",
                    unparse=shown(ast.unparse(node)),
                    nouns=nouns[given],
                    nouns2=nouns[kind],
                )
            )


def called(name: str) -> str:
    """Write how a word is used: end(run, metric)."""
    word = WORDS[name]
    more = ", …" if word.most else ""
    return f"{name}({', '.join(word.takes)}{more})"
