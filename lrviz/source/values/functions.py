"""Functions: a lambda or a def as one expression of its first argument, where every way through it ends in a return."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import Any

from lrviz.expression import NODES

BRANCHES = 12
"""Conditions one after another that a function may have."""
LARGEST = 16 * NODES
"""Nodes that an expression may grow to as what a function assigns is put in."""


def as_lambda(function: ast.Lambda | ast.FunctionDef) -> ast.Lambda | None:
    """Give a function as a lambda without defaults: what it assigns is put in where it is named, ifs become choices.

    None where it does anything else, or grows too large.
    """
    given = function.args
    own = len(given.args) - len(given.defaults)
    returned = put_in(function, {})
    if returned is None:
        return None
    bare = [ast.arg(arg.arg) for arg in given.args[: max(own, 0)]]
    plain = ast.arguments(given.posonlyargs, bare, given.vararg, given.kwonlyargs, given.kw_defaults, given.kwarg, [])
    return ast.copy_location(ast.Lambda(plain, returned), function)


def put_in(function: ast.Lambda | ast.FunctionDef, known: Mapping[str, ast.expr]) -> ast.expr | None:
    """Give what a function returns, with what is `known` of its parameters put in, and else their defaults.

    None where it isn't one expression, or grows too large.
    """
    given = function.args
    own = len(given.args) - len(given.defaults)
    defaults = {arg.arg: value for arg, value in zip(given.args[own:], given.defaults, strict=True)} if own >= 0 else {}
    known = {**defaults, **known}
    if isinstance(function, ast.Lambda):
        return filled(function.body, known)
    if function.decorator_list:
        return None
    return _returned(function.body[1:] if ast.get_docstring(function) is not None else function.body, known, BRANCHES)


def _returned(body: Sequence[ast.stmt], known: Mapping[str, ast.expr], left: int) -> ast.expr | None:
    """Give what some statements return, where `known` says what the names they use have been assigned."""
    match body:
        case [ast.Return(value=ast.expr() as value), *_]:
            return filled(value, known)
        case [ast.If(test=test, body=yes, orelse=no), *rest] if left:
            asked = filled(test, known)
            first, second = (_returned([*branch, *rest], known, left - 1) for branch in (yes, no))
            if asked is None or first is None or second is None:
                return None
            return ast.copy_location(ast.IfExp(asked, first, second), test)
        case [ast.Assign(targets=[ast.Name(id=name)], value=value), *rest]:
            put = filled(value, known)
            return None if put is None else _returned(rest, {**known, name: put}, left)
        case [ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value), *rest]:
            put = filled(value, known)
            return None if put is None else _returned(rest, {**known, name: put}, left)
        case [ast.AugAssign(target=ast.Name(id=name), op=op, value=value) as node, *rest] if name in known:
            put = filled(value, known)
            changed = None if put is None else ast.copy_location(ast.BinOp(known[name], op, put), node)
            return None if changed is None else _returned(rest, {**known, name: changed}, left)
        case [ast.Pass() | ast.Assert() | ast.Expr(value=ast.Constant()), *rest]:
            return _returned(rest, known, left)
        case [ast.Expr(value=ast.Call(func=ast.Name(id="print"))), *rest]:
            return _returned(rest, known, left)
    return None


def filled(node: ast.expr, known: Mapping[str, ast.expr]) -> ast.expr | None:
    """Give an expression with what is known of its names put in; None where it would grow too large."""
    named = [each.id for each in ast.walk(node) if isinstance(each, ast.Name) and each.id in known]
    sizes = {name: sum(1 for _ in ast.walk(known[name])) for name in set(named)}
    if sum(sizes[name] for name in named) > LARGEST:
        return None
    filled: ast.expr = _put(node, known) if named else node
    return filled


def _put(node: Any, known: Mapping[str, ast.expr]) -> Any:
    """Put expressions where names stand for them, into a copy; what doesn't change is in it as it is."""
    if isinstance(node, list):
        return [_put(each, known) for each in node]
    if not isinstance(node, ast.AST):
        return node
    if isinstance(node, ast.Name):
        return known.get(node.id, node)
    fields = {name: _put(value, known) for name, value in ast.iter_fields(node)}
    if all(_is_same(value, fields[name]) for name, value in ast.iter_fields(node)):
        return node
    return ast.copy_location(type(node)(**fields), node)


def _is_same(one: Any, other: Any) -> bool:
    if isinstance(one, list):
        return all(each is put for each, put in zip(one, other, strict=True))
    return one is other
