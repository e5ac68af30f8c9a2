"""Overridden: what a Trainer of the text's own makes in place of the optimizer and the scheduler of transformers'."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Mapping, Sequence

from lrviz.sentences import say
from lrviz.source.frames.decisions import Decisions
from lrviz.source.values.named import names_in
from lrviz.source.values.refusals import refused

OPTIMIZER, SCHEDULER, BOTH = "create_optimizer", "create_scheduler", "create_optimizer_and_scheduler"
_HOOKS = frozenset({OPTIMIZER, SCHEDULER, BOTH})


def overridden(decisions: Decisions) -> dict[str, ast.FunctionDef]:
    """Give the hooks that the text's own Trainer has, by their names."""
    trainers = [
        node for node in decisions.nodes if isinstance(node, ast.ClassDef) and any(map(_is_trainer, node.bases))
    ]
    methods = [each for one in trainers for each in one.body if isinstance(each, ast.FunctionDef)]
    return {one.name: one for one in methods if one.name in _HOOKS}


def _is_trainer(base: ast.expr) -> bool:
    return isinstance(base, (ast.Name, ast.Attribute)) and ast.unparse(base).endswith("Trainer")


def taken_out(hook: ast.FunctionDef, given: Mapping[str, ast.expr]) -> Iterator[ast.stmt]:
    """Give what a hook does, with what it is `given` under `self.args.lr` or a parameter's name; the hook is emptied.

    Raises
    ------
    SourceError
        LR202: it goes on with what transformers makes.
    """
    further = next((node for node in ast.walk(hook) if _is_super(node)), None)
    if further is not None:
        raise refused(further, say("what a Trainer makes is only read where it is written out"))
    body, hook.body = hook.body, [ast.copy_location(ast.Pass(), hook)]
    put = _Put(given)
    for statement in body:
        if not isinstance(statement, ast.Return):
            yield put.visit(copy.deepcopy(statement))


def names_any(hook: ast.FunctionDef, names: Sequence[str]) -> bool:
    """Whether a hook names any of these."""
    return any(not names_in(statement).isdisjoint(names) for statement in hook.body)


def _is_super(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Call(func=ast.Name(id="super")), attr=attr)):
            return attr in _HOOKS
    return False


class _Put(ast.NodeTransformer):
    def __init__(self, given: Mapping[str, ast.expr]) -> None:
        self._given = given

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        match node:
            case ast.Compare(left=left, ops=[ast.Is()], comparators=[ast.Constant(value=None)]):
                if ast.unparse(left) in self._given:  # nothing is made before
                    return ast.copy_location(ast.Constant(value=True), node)
        return self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        return self._put(node) or self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self._put(node) or node

    def _put(self, node: ast.Attribute | ast.Name) -> ast.expr | None:
        value = self._given.get(ast.unparse(node))
        if value is None:
            return None
        put = ast.copy_location(copy.deepcopy(value), node)
        if isinstance(put, ast.Name):
            put.ctx = node.ctx
        return put
