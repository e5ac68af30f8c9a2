"""Unrolled: loops over a written list of optimizers or schedulers, as what they do for each of them."""

from __future__ import annotations

import ast
import copy
from collections.abc import Sequence

from lrviz.source.frames.decisions import BLOCKS, Decisions

MOST = 8
"""Items of a list that is written out."""


def unroll(tree: ast.Module, decisions: Decisions) -> bool:
    """Write `for one in schedulers: one.step()` as a step of each, where the text lists them."""
    changed = False
    for node in ast.walk(tree):
        for name in BLOCKS:
            body = getattr(node, name, None)
            if isinstance(body, list) and any(isinstance(one, ast.For) for one in body):
                done = [each for one in body for each in _written_out(one, decisions)]
                changed = changed or len(done) != len(body) or any(one not in body for one in done)
                setattr(node, name, done)
    return changed


def _written_out(statement: ast.stmt, decisions: Decisions) -> Sequence[ast.stmt]:
    match statement:
        case ast.For(target=ast.Name(id=name), iter=over, body=body, orelse=[]) if _steps(body, name):
            items = _items(over, decisions)
            if items and len(items) <= MOST:
                return [_Put(name, item).visit(copy.deepcopy(one)) for item in items for one in body]
    return [statement]


def _steps(body: Sequence[ast.stmt], name: str) -> bool:
    """Whether statements of a loop step what it goes over, and do nothing that leaves it."""
    nodes = [node for one in body for node in ast.walk(one)]
    if any(isinstance(node, (ast.Break, ast.Continue, ast.Return)) for node in nodes):
        return False
    steps = (node.func for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute))
    return any(one.attr == "step" and isinstance(one.value, ast.Name) and one.value.id == name for one in steps)


def _items(over: ast.expr, decisions: Decisions) -> list[ast.expr]:
    """Give the names of a list's items: those that it is written of, else its places."""
    listed = decisions.names.value(over) if isinstance(over, ast.Name) else over
    if not isinstance(listed, (ast.List, ast.Tuple)):
        return []
    if all(isinstance(one, (ast.Name, ast.Attribute)) for one in listed.elts):
        return listed.elts
    if not isinstance(over, ast.Name):
        return []
    return [
        ast.copy_location(ast.Subscript(over, ast.copy_location(ast.Constant(i), over), ast.Load()), over)
        for i in range(len(listed.elts))
    ]


class _Put(ast.NodeTransformer):
    def __init__(self, name: str, item: ast.expr) -> None:
        self._name, self._item = name, item

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.copy_location(copy.deepcopy(self._item), node) if node.id == self._name else node
