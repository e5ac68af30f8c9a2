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


def _returned(body: Sequence[ast.stmt], known: Known, left: int, items: Items) -> ast.expr | None:
    """Give what some statements return, where `known` says what the names they use have been assigned."""
    match body:
        case [ast.Return(value=ast.expr() as value), *_]:
            return filled(value, known)
        case [ast.If() as node, *rest] if left:
            return _branched(node, rest, known, left, items)
        case [ast.For(target=ast.Name(id=name), iter=over, body=inner, orelse=[]), *rest]:
            put = filled(over, known)
            several = None if put is None else items(put)
            if several is None or any(isinstance(node, (ast.Break, ast.Continue)) for node in _inside(inner)):
                return None
            return _returned([*rounds(name, several, inner), *rest], known, left, items)
        case [statement, *rest]:
            then = known if _is_idle(statement) else behind(statement, known)
            return None if then is None else _returned(rest, then, left, items)
    return None


def _branched(node: ast.If, rest: Sequence[ast.stmt], known: Known, left: int, items: Items) -> ast.expr | None:
    """Give what an `if` and the statements behind it return: a choice."""
    test = filled(node.test, known)
    if test is None:
        return None
    if (both := chosen(node, test, known)) is not None:
        return _returned(rest, {**known, **both}, left, items)
    yes, no = (_returned([*branch, *rest], known, left - 1, items) for branch in (node.body, node.orelse))
    return None if yes is None or no is None else ast.copy_location(ast.IfExp(test, yes, no), node.test)


def _is_idle(statement: ast.stmt) -> bool:
    """Whether a statement changes nothing that a function returns."""
    match statement:
        case ast.Pass() | ast.Assert() | ast.Global() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Expr(value=ast.Call(func=ast.Name(id="print"))):
            return True
    return False


def rounds(name: str, items: Sequence[ast.expr], body: Sequence[ast.stmt]) -> list[ast.stmt]:
    """Give the statements of a loop over items, written out round by round."""
    written: list[ast.stmt] = []
    for item in items:
        written += [ast.copy_location(ast.Assign([ast.Name(name, ast.Store())], item), item), *body]
    return written


def behind(statement: ast.stmt, known: Known) -> dict[str, ast.expr] | None:
    """Give what names stand for behind a statement that assigns one; None where it does more, or grows too large."""
    match statement:
        case (
            ast.Assign(targets=[ast.Name(id=name)], value=value)
            | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
        ):
            put = filled(value, known)
        case ast.AugAssign(target=ast.Name(id=name) as target, op=op, value=value):
            before = known.get(name, ast.copy_location(ast.Name(name, ast.Load()), target))
            added = filled(value, known)
            put = None if added is None else ast.copy_location(ast.BinOp(before, op, added), statement)
        case _:
            return None
    return None if put is None else {**known, name: put}


def chosen(node: ast.If, test: ast.expr, known: Known) -> dict[str, ast.expr] | None:
    """Give what names stand for behind an `if` that only assigns them, as a choice; None where it does more."""
    if (changed := _changed_if(node, test, known)) is not None:
        return changed
    yes, no = (_assigned(branch, known) for branch in (node.body, node.orelse))
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


def _assigned(body: Sequence[ast.stmt], known: Known) -> Known | None:
    """Give what names stand for behind statements that only assign them."""
    side: Known | None = known
    for statement in body:
        if side is not None and not isinstance(statement, ast.Pass):
            side = behind(statement, side)
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
