"""Settled: of conditions that decide what is made, only the branch that is taken."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Sequence

from lrviz.errors import SourceError
from lrviz.source.calls.calls import makes
from lrviz.source.frames.decisions import Decisions, compared
from lrviz.source.spelling.along import OWN
from lrviz.source.text.tree import walk
from lrviz.source.values.assigned import pairs
from lrviz.source.values.blocks import places


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
    for node in walk(tree):
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
        for holder, role in places(node):
            settled = list(self._block(getattr(holder, role)))
            setattr(holder, role, settled or ([ast.Pass()] if role == "body" else []))

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
    own = [target for node in walk(statement) for target, value in pairs(node) if makes(value, decisions.names)]
    both = _made(statement.body, decisions) and _made(statement.orelse, decisions)
    elsewhere = any(everywhere[target] > own.count(target) for target in own)
    if not both and not elsewhere:
        return None
    return decisions.ask(statement.test, branches, list(compared(decisions.open(statement.test), [statement])))


def _made(body: Sequence[ast.stmt], decisions: Decisions) -> list[ast.AST]:
    return [each for one in body for each in walk(one) if makes(each, decisions.names)]


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
