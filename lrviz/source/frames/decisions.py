"""Decisions: what a text's conditions come to, and what is asked where the text leaves them open."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

from lrviz.errors import Finding, SourceError
from lrviz.sentences import either, say
from lrviz.source.calls.calls import makes
from lrviz.source.text.tree import walk
from lrviz.source.values.arithmetic import COMPARES
from lrviz.source.values.assigned import assigned
from lrviz.source.values.constants import Constants
from lrviz.source.values.names import Names
from lrviz.source.values.refusals import refused, unknown

DEEPEST = 8  # names of names
_TEXT: dict[str, Callable[[str], str]] = {"lower": str.lower, "upper": str.upper, "strip": str.strip}
_NONE = frozenset({"deepspeed_plugin"})
"""Attributes of libraries that are None unless something outside of the text is set up."""


class Decisions:
    """What the conditions of a text come to, whose nodes are given; `notes` is what is found on the way."""

    def __init__(self, nodes: Sequence[ast.AST], names: Names, constants: Constants, notes: list[Finding]) -> None:
        self.nodes, self.names, self.constants, self.notes = nodes, names, constants, notes

    @cached_property
    def words(self) -> frozenset[str]:
        """The names that the text has anywhere, so that what it doesn't speak of needn't be looked for."""
        found: set[str] = set()
        for node in self.nodes:
            match node:
                case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                    found.update(name.split("."))
        return frozenset(found)

    @cached_property
    def assigned(self) -> Mapping[ast.expr, Sequence[str]]:
        """What each value is assigned to, as text."""
        return assigned(self.nodes)

    @cached_property
    def stored(self) -> Mapping[str, set[str]]:
        """The attributes that are set of what is called so, as text."""
        found: dict[str, set[str]] = defaultdict(set)
        for node in self.nodes:
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                found[ast.unparse(node.value)].add(node.attr)
        return found

    def note(self, message: str, line: int) -> None:
        """Say what can't be read exactly, in words."""
        self.notes.append(Finding("LR202", "warning", message, line))

    def holds(self, test: ast.expr) -> bool:
        """Say whether a condition holds.

        Raises
        ------
        SourceError
            LR203: the text doesn't say.
        """
        match test:
            case ast.BoolOp(op=op, values=values):
                settles = isinstance(op, ast.Or)
                return settles if self._any(values, settles) else not settles
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return not self.holds(operand)
            case ast.Compare(left=left, ops=ops, comparators=comparators):
                values = [self.value(each) for each in (left, *comparators)]
                try:
                    return all(COMPARES[type(op)](*pair) for op, pair in zip(ops, pairwise(values), strict=True))
                except TypeError as error:
                    raise refused(test, str(error)) from None
        return bool(self.value(test))

    def value(self, node: ast.expr, depth: int = 0) -> Any:
        """Give the value of an expression, also of `name.lower()`, `a if b else c` and what is assigned these."""
        match node:
            case ast.Call(func=ast.Attribute(value=owner, attr=attr), args=[], keywords=[]) if attr in _TEXT:
                text = self.value(owner, depth)
                if isinstance(text, str):
                    return _TEXT[attr](text)
            case ast.IfExp(test=test, body=yes, orelse=no):
                return self.value(yes if self.holds(test) else no, depth)
            case ast.Compare() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
                return self.holds(node)
            case ast.Set(elts=items):
                return [self.value(item, depth) for item in items]
        try:
            return self.constants.value(node)
        except SourceError:
            if isinstance(node, ast.Attribute) and node.attr in _NONE:
                return None
            bound = self.names.value(node) if isinstance(node, ast.Name) and depth < DEEPEST else None
            if bound is None:
                raise
            return self.value(bound, depth + 1)

    def known(self, test: ast.expr) -> bool | None:
        """Say whether a condition holds, None where the text doesn't say."""
        try:
            return self.holds(test)
        except (SourceError, RecursionError):
            return None

    def _any(self, values: Sequence[ast.expr], wanted: bool) -> bool:
        """Whether any of several conditions comes to what is wanted, however many of the others are left open."""
        found = [self.known(value) for value in values]
        if wanted not in found and None in found:
            self.holds(values[found.index(None)])  # says what isn't known
        return wanted in found

    def made(self, node: ast.AST) -> bool:
        """Whether an optimizer or a scheduler is made in a statement or an expression."""
        return any(makes(each, self.names) for each in walk(node))

    def ask(self, test: ast.expr, branches: Sequence[ast.AST], options: Sequence[Any] = ()) -> SourceError:
        """Give the question that an open condition is, where it decides which branch is taken, or which option."""
        lines = sorted({_first(each) for each in branches})
        asked = self.open(test)
        values = dict.fromkeys(map(repr, options or compared(asked, [test, *branches])))
        among = say(" ({values})", values=either([*values][:12])) if values else ""
        many = say("{first} to {last}", first=lines[0], last=lines[-1])
        places = either(map(str, lines)) if len(lines) < 4 else many
        return unknown(
            asked,
            say(
                "is not given in the text and decides{among} what is made in line {places}", among=among, places=places
            ),
        )

    def open(self, test: ast.expr) -> ast.expr:
        """Give the innermost expression of a condition that the text leaves open."""
        match test:
            case ast.BoolOp(values=values):
                parts = values
            case ast.UnaryOp(operand=operand):
                parts = [operand]
            case ast.Compare(left=left, comparators=comparators):
                parts = [left, *comparators]
            case ast.Call(func=ast.Attribute(value=owner, attr=attr), args=[]) if attr in _TEXT:
                parts = [owner]
            case _:
                return test
        for part in parts:
            try:
                self.value(part)
            except SourceError:
                return self.open(part)
        return test


def compared(asked: ast.expr, nodes: Sequence[ast.AST]) -> Iterator[Any]:
    """Give what an expression is compared with."""
    text = ast.unparse(asked)
    for top in nodes:
        for node in walk(top):
            match node:
                case ast.Compare(left=left, comparators=comparators) if text in ast.unparse(left):
                    for each in comparators:
                        constants = each.elts if isinstance(each, (ast.List, ast.Tuple, ast.Set)) else [each]
                        yield from (one.value for one in constants if isinstance(one, ast.Constant))


def _first(node: ast.AST) -> int:
    return int(getattr(node, "lineno", 1))
