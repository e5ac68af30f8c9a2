"""Decisions: what a text's conditions come to, and which of its branches are taken where they make something."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

from lrviz.errors import Finding, SourceError
from lrviz.source.calls.calls import makes
from lrviz.source.spelling.along import OWN
from lrviz.source.values.arithmetic import COMPARES
from lrviz.source.values.assigned import assigned, pairs
from lrviz.source.values.constants import Constants
from lrviz.source.values.names import Names
from lrviz.source.values.refusals import refused, unknown

DEEPEST = 8  # names of names
_TEXT: dict[str, Callable[[str], str]] = {"lower": str.lower, "upper": str.upper, "strip": str.strip}
_NONE = frozenset({"deepspeed_plugin"})
"""Attributes of libraries that are None unless something outside of the text is set up."""
BLOCKS = ("body", "orelse", "finalbody")
"""The fields of statements that hold statements."""


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
        return any(makes(each, self.names) for each in ast.walk(node))

    def ask(self, test: ast.expr, branches: Sequence[ast.AST], options: Sequence[Any] = ()) -> SourceError:
        """Give the question that an open condition is, where it decides which branch is taken, or which option."""
        lines = sorted({_first(each) for each in branches})
        asked = self.open(test)
        values = dict.fromkeys(map(repr, options or _compared(asked, [test, *branches])))
        among = f" ({' or '.join([*values][:12])})" if values else ""
        places = " or ".join(map(str, lines)) if len(lines) < 4 else f"{lines[0]} to {lines[-1]}"
        return unknown(asked, f"is not given in the text and decides{among} what is made in line {places}")

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


def settle(tree: ast.Module, decisions: Decisions) -> bool:
    """Leave of every condition that decides what is made, and that is known, only the branch that is taken.

    Says whether it has changed the tree, as all do that take something apart.

    Raises
    ------
    SourceError
        LR203: what a condition comes to is not known, and both of its branches make something.
    """
    if not any(isinstance(node, (ast.If, ast.IfExp, ast.Try)) for node in decisions.nodes):
        return False
    made = (target for node in decisions.nodes for target, value in pairs(node) if makes(value, decisions.names))
    _Settling(decisions, Counter(made), _deciding(tree, decisions)).inside(tree)
    return True


def _deciding(tree: ast.Module, decisions: Decisions) -> set[ast.AST]:
    """Give the nodes that something is made or stepped in."""
    above: dict[ast.AST, ast.AST] = {}
    for node in ast.walk(tree):
        above.update(dict.fromkeys(ast.iter_child_nodes(node), node))
    found: set[ast.AST] = set()
    for node in decisions.nodes:
        steps = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "step"
        at: ast.AST | None = node if steps or makes(node, decisions.names) else None
        while at is not None and at not in found:
            found.add(at)
            at = above.get(at)
    return found


class _Settling:
    """Leaves of conditions what is taken; `everywhere` has how often a target is made, `deciding` all it is made in."""

    def __init__(self, decisions: Decisions, everywhere: Counter[str], deciding: set[ast.AST]) -> None:
        self._decisions, self._everywhere, self._deciding = decisions, everywhere, deciding

    def inside(self, node: ast.AST) -> None:
        """Settle the conditions in a node's blocks."""
        if isinstance(node, ast.ClassDef) and node.name in OWN:
            return
        for name in BLOCKS:
            body = getattr(node, name, None)
            if isinstance(body, list):
                setattr(node, name, list(self._block(body)) or ([ast.Pass()] if name == "body" else []))
        for further in (*getattr(node, "handlers", ()), *getattr(node, "cases", ())):
            self.inside(further)

    def _block(self, body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
        for statement in body:
            if isinstance(statement, ast.If) and statement in self._deciding:
                holds = self._decisions.known(statement.test)
                if holds is not None:
                    yield from self._block(statement.body if holds else statement.orelse)
                    continue
                if (open_ := _alternatives(statement, self._decisions, self._everywhere)) is not None:
                    raise open_
            if isinstance(statement, ast.Try) and any(map(self._decisions.made, statement.body)):
                for handler in statement.handlers:  # which is for where that fails
                    handler.body = [one for one in handler.body if not self._decisions.made(one)] or [ast.Pass()]
            self.inside(statement)
            yield _chosen(statement, self._decisions)


def _alternatives(statement: ast.If, decisions: Decisions, everywhere: Counter[str]) -> SourceError | None:
    """Give the question that an open condition is, where either branch makes what the other, or the rest, does too."""
    branches = [*_made(statement.body, decisions), *_made(statement.orelse, decisions)]
    own = [target for node in ast.walk(statement) for target, value in pairs(node) if makes(value, decisions.names)]
    both = _made(statement.body, decisions) and _made(statement.orelse, decisions)
    elsewhere = any(everywhere[target] > own.count(target) for target in own)
    compared = list(_compared(decisions.open(statement.test), [statement]))
    return decisions.ask(statement.test, branches, compared) if both or elsewhere else None


def _made(body: Sequence[ast.stmt], decisions: Decisions) -> list[ast.AST]:
    return [each for one in body for each in ast.walk(one) if makes(each, decisions.names)]


def _chosen(statement: ast.stmt, decisions: Decisions) -> ast.stmt:
    """Put in place of `a if test else b` what is taken of it, where it is what makes something."""
    if not isinstance(statement, (ast.Assign, ast.AnnAssign, ast.Return, ast.Expr)) or not decisions.made(statement):
        return statement
    chosen: ast.stmt = _Choice(decisions).visit(statement)
    return chosen


class _Choice(ast.NodeTransformer):
    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions

    def visit_Lambda(self, node: ast.Lambda) -> ast.Lambda:
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        self.generic_visit(node)
        if not self._decisions.made(node):
            return node
        holds = self._decisions.known(node.test)
        if holds is None and self._decisions.made(node.body) and self._decisions.made(node.orelse):
            raise self._decisions.ask(node.test, [node.body, node.orelse])
        return node if holds is None else node.body if holds else node.orelse


def _compared(asked: ast.expr, nodes: Sequence[ast.AST]) -> Iterator[Any]:
    """Give what an expression is compared with."""
    text = ast.unparse(asked)
    for top in nodes:
        for node in ast.walk(top):
            match node:
                case ast.Compare(left=left, comparators=comparators) if text in ast.unparse(left):
                    for each in comparators:
                        constants = each.elts if isinstance(each, (ast.List, ast.Tuple, ast.Set)) else [each]
                        yield from (one.value for one in constants if isinstance(one, ast.Constant))


def _first(node: ast.AST) -> int:
    return int(getattr(node, "lineno", 1))


def as_conditions(tree: ast.Module, decisions: Decisions) -> bool:
    """Write every `match` of plain values as conditions."""
    if not any(isinstance(node, ast.Match) for node in decisions.nodes):
        return False
    for node in ast.walk(tree):
        for name in BLOCKS:
            body = getattr(node, name, None)
            if isinstance(body, list):
                setattr(node, name, [_unmatched(each) if isinstance(each, ast.Match) else each for each in body])
    return True


def _unmatched(node: ast.Match) -> ast.stmt:
    rest: list[ast.stmt] = []
    for case in reversed(node.cases):
        test = _pattern(node.subject, case.pattern)
        if case.guard is not None or (test is None and not _any(case.pattern)):
            return node
        rest = case.body if test is None else [ast.copy_location(ast.If(test, case.body, rest), case.body[0])]
    return rest[0] if len(rest) == 1 and isinstance(rest[0], ast.If) else node


def _any(pattern: ast.pattern) -> bool:
    return isinstance(pattern, ast.MatchAs) and pattern.pattern is None


def _pattern(subject: ast.expr, pattern: ast.pattern) -> ast.expr | None:
    match pattern:
        case ast.MatchValue(value=value):
            values = [value]
        case ast.MatchOr(patterns=patterns) if all(isinstance(one, ast.MatchValue) for one in patterns):
            values = [one.value for one in patterns if isinstance(one, ast.MatchValue)]
        case _:
            return None
    test = ast.Compare(subject, [ast.In()], [ast.Tuple(values, ast.Load())])
    return ast.fix_missing_locations(ast.copy_location(test, subject))
