"""Matched: every `match` of plain values as the conditions that it stands for."""

from __future__ import annotations

import ast

from lrviz.source.frames.decisions import Decisions
from lrviz.source.values.blocks import rewrite


def as_conditions(tree: ast.Module, decisions: Decisions) -> bool:
    """Write every `match` of plain values as conditions."""
    if not any(isinstance(node, ast.Match) for node in decisions.nodes):
        return False
    rewrite(tree, lambda statement: [_unmatched(statement) if isinstance(statement, ast.Match) else statement])
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
        case ast.MatchValue(value=asked):
            values: list[ast.expr] = [asked]
        case ast.MatchSingleton(value=value):
            values = [ast.copy_location(ast.Constant(value), pattern)]
        case ast.MatchOr(patterns=patterns) if all(isinstance(one, ast.MatchValue) for one in patterns):
            values = [one.value for one in patterns if isinstance(one, ast.MatchValue)]
        case _:
            return None
    test = ast.Compare(subject, [ast.In()], [ast.Tuple(values, ast.Load())])
    return ast.fix_missing_locations(ast.copy_location(test, subject))
