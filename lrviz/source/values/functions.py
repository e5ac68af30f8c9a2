"""Functions: a lambda or a def as one expression of its first argument, where every way through it ends in a return."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from lrviz.expression import NODES
from lrviz.source.values.handed import defaults

Known = Mapping[str, ast.expr]
Items = Callable[[ast.expr], Sequence[ast.expr] | None]
_PLAIN = frozenset({"lru_cache", "cache", "staticmethod", "no_grad"})
"""Decorators that leave what a function gives as it is."""
_NEUTRAL: Mapping[type[ast.operator], float] = {ast.Mult: 1.0, ast.Div: 1.0, ast.Add: 0, ast.Sub: 0}
BRANCHES = 12
"""Conditions one after another that a function may have."""
LARGEST = 16 * NODES
"""Nodes that an expression may grow to as what a function assigns is put in."""


def as_lambda(
    function: ast.Lambda | ast.FunctionDef, known: Known = MappingProxyType({}), items: Items | None = None
) -> ast.Lambda | None:
    """Give a function as a lambda without defaults: what it assigns is put in where it is named, ifs become choices.

    `known` says what some of its names stand for, and `items` what a list holds. None where it does anything else, or
    grows too large.
    """
    given = function.args
    usual = defaults(function).keys()
    returned = put_in(function, known, items)
    if returned is None:
        return None
    bare = [ast.arg(arg.arg) for arg in given.args if arg.arg not in {*usual, *known}]
    named = [ast.arg(arg.arg) for arg in given.kwonlyargs if arg.arg not in {*usual, *known}]
    plain = ast.arguments(given.posonlyargs, bare, given.vararg, named, [None] * len(named), given.kwarg, [])
    return ast.copy_location(ast.Lambda(plain, returned), function)


def put_in(function: ast.Lambda | ast.FunctionDef, known: Known, items: Items | None = None) -> ast.expr | None:
    """Give what a function returns, with what is `known` of its parameters put in, and else their defaults.

    None where it isn't one expression, or grows too large.
    """
    known = {**defaults(function), **known}
    if isinstance(function, ast.Lambda):
        return filled(function.body, known)
    if any(ast.unparse(mark).partition("(")[0].rpartition(".")[2] not in _PLAIN for mark in function.decorator_list):
        return None
    if _sets_others(function):
        return None
    return _returned(function.body, known, BRANCHES, items or _no_items)


def _sets_others(function: ast.FunctionDef) -> bool:
    """Whether a function sets names that are the module's, or another function's."""
    nodes = list(ast.walk(function))
    shared = {name for node in nodes if isinstance(node, ast.Global | ast.Nonlocal) for name in node.names}
    return any(isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id in shared for node in nodes)


def _no_items(_: ast.expr) -> None:
    """Know of no list what it holds."""


def _returned(  # noqa: C901, PLR0911 - one for each statement
    body: Sequence[ast.stmt], known: Known, left: int, items: Items
) -> ast.expr | None:
    """Give what some statements return, where `known` says what the names they use have been assigned."""
    match body:
        case [ast.Return(value=ast.expr() as value), *_]:
            return filled(value, known)
        case [ast.If(test=test, body=yes, orelse=no) as node, *rest] if left:
            asked = filled(test, known)
            both = None if asked is None else chosen(node, asked, known)
            if both is not None:
                return _returned(rest, {**known, **both}, left, items)
            first, second = (_returned([*branch, *rest], known, left - 1, items) for branch in (yes, no))
            if asked is None or first is None or second is None:
                return None
            return ast.copy_location(ast.IfExp(asked, first, second), test)
        case [ast.Assign(targets=[ast.Name(id=name)], value=value), *rest]:
            put = filled(value, known)
            return None if put is None else _returned(rest, {**known, name: put}, left, items)
        case [ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value), *rest]:
            put = filled(value, known)
            return None if put is None else _returned(rest, {**known, name: put}, left, items)
        case [ast.AugAssign(target=ast.Name(id=name), op=op, value=value) as node, *rest] if name in known:
            put = filled(value, known)
            changed = None if put is None else ast.copy_location(ast.BinOp(known[name], op, put), node)
            return None if changed is None else _returned(rest, {**known, name: changed}, left, items)
        case [ast.Pass() | ast.Assert() | ast.Global() | ast.Expr(value=ast.Constant()), *rest]:
            return _returned(rest, known, left, items)
        case [ast.Expr(value=ast.Call(func=ast.Name(id="print"))), *rest]:
            return _returned(rest, known, left, items)
        case [ast.For(target=ast.Name(id=name), iter=over, body=inner, orelse=[]), *rest]:
            put = filled(over, known)
            several = None if put is None else items(put)
            if several is None or any(isinstance(node, (ast.Break, ast.Continue)) for node in _inside(inner)):
                return None
            each: list[ast.stmt] = []
            for item in several:
                each += [ast.copy_location(ast.Assign([ast.Name(name, ast.Store())], item), item), *inner]
            return _returned([*each, *rest], known, left, items)
    return None


def chosen(node: ast.If, test: ast.expr, known: Known) -> dict[str, ast.expr] | None:
    """Give what names stand for behind an `if` that only assigns them, as a choice; None where it does more."""
    if (changed := _changed_if(node, test, known)) is not None:
        return changed
    sides = [_assigned(branch, known) for branch in (node.body, node.orelse)]
    yes, no = sides
    if yes is None or no is None:
        return None
    names = {name for side in (yes, no) for name in side if known.get(name) is not side[name]}
    here = {name: ast.copy_location(ast.Name(name, ast.Load()), node) for name in names}
    return {
        name: ast.copy_location(ast.IfExp(test, yes.get(name, here[name]), no.get(name, here[name])), node)
        for name in names
    }


def _changed_if(node: ast.If, test: ast.expr, known: Known) -> dict[str, ast.expr] | None:
    """Give `if test: k *= x` as `k * (x if test else 1)`, which names it once."""
    match node:
        case ast.If(body=[ast.AugAssign(target=ast.Name(id=name), op=op, value=value)], orelse=[]) if name in known:
            put = filled(value, known)
            if put is not None and type(op) in _NEUTRAL:
                other = ast.copy_location(ast.Constant(_NEUTRAL[type(op)]), value)
                factor = ast.copy_location(ast.IfExp(test, put, other), value)
                return {name: ast.copy_location(ast.BinOp(known[name], op, factor), node)}
    return None


def _assigned(body: Sequence[ast.stmt], known: Known) -> dict[str, ast.expr] | None:
    """Give what names stand for behind statements that only assign them."""
    side = dict(known)
    for one in body:
        match one:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                put = filled(value, side)
            case ast.AugAssign(target=ast.Name(id=name) as target, op=op, value=value):
                before = side.get(name, ast.copy_location(ast.Name(name, ast.Load()), target))
                added = filled(value, side)
                put = None if added is None else ast.copy_location(ast.BinOp(before, op, added), one)
            case ast.Pass():
                continue
            case _:
                return None
        if put is None:
            return None
        side[name] = put
    return side


def _inside(body: Sequence[ast.stmt]) -> list[ast.AST]:
    return [node for one in body for node in ast.walk(one)]


def filled(node: ast.expr, known: Known) -> ast.expr | None:
    """Give an expression with what is known of its names put in; None where it would grow too large."""
    named = [each.id for each in ast.walk(node) if isinstance(each, ast.Name) and each.id in known]
    sizes = {name: sum(1 for _ in ast.walk(known[name])) for name in set(named)}
    if sum(sizes[name] for name in named) > LARGEST:
        return None
    return with_values(node, known) if named else node


def with_values(node: ast.expr, known: Known) -> ast.expr:
    """Give an expression with what its names stand for put in; what doesn't change is in it as it was."""
    put: ast.expr = _put(node, known)
    return put


def _put(node: Any, known: Known) -> Any:
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
