"""Looped: comprehensions in which a function of the text's own makes something for each of several, as loops."""

from __future__ import annotations

import ast

from lrviz.source.frames.decisions import Decisions
from lrviz.source.values.blocks import rewrite
from lrviz.source.values.names import MARK


def as_loops(tree: ast.Module, decisions: Decisions) -> bool:
    """Write `made = [build(o) for o in several]` as the loop that it is; only what makes something is changed."""
    loops: list[ast.For] = []

    def with_loop(statement: ast.stmt) -> list[ast.stmt]:
        loop = _loop(statement, decisions)
        if loop is None:
            return [statement]
        loops.append(loop)
        return [loop, statement]

    rewrite(tree, with_loop)
    return bool(loops)


def _loop(statement: ast.stmt, decisions: Decisions) -> ast.For | None:
    """Give the loop, and leave the statement what is made in its last round."""
    match statement:
        case ast.Assign(value=ast.ListComp(elt=ast.Call(func=ast.Name() as func) as call, generators=[one])):
            function = decisions.names.function(func)
            if function is None or one.ifs or not decisions.made(function):
                return None
            name = f"made{MARK}{call.lineno}"
            given = ast.Assign([ast.Name(name, ast.Store())], call)
            loop = ast.For(one.target, one.iter, [given], [])
            statement.value = ast.List([ast.Name(name, ast.Load())], ast.Load())
            for each in (given, loop, statement.value):
                ast.fix_missing_locations(ast.copy_location(each, call))
            return loop
    return None
