"""Functions: a lambda or a def as one expression of its first argument, where every way through it ends in a return."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

from lrviz.expression import NODES

LARGEST = 16 * NODES
"""Nodes that an expression may grow to as what a function assigns is put in."""


def as_lambda(function: ast.Lambda | ast.FunctionDef) -> ast.Lambda | None:
    """Give a function as a lambda without defaults: what it assigns is put in where it is named, ifs become choices.

    None where it does anything else, or grows too large.
    """
    given = function.args
    own = len(given.args) - len(given.defaults)
    known = {arg.arg: value for arg, value in zip(given.args[own:], given.defaults, strict=True)} if own > 0 else {}
    if isinstance(function, ast.Lambda):
        returned = _filled(function.body, known)
    elif function.decorator_list:
        return None
    else:
        body = function.body[1:] if ast.get_docstring(function) is not None else function.body
        returned = _returned(body, known)
    if returned is None:
        return None
    bare = [ast.arg(arg.arg) for arg in given.args if arg.arg not in known]
    defaults = [] if known else given.defaults
    plain = ast.arguments(
        given.posonlyargs, bare, given.vararg, given.kwonlyargs, given.kw_defaults, given.kwarg, defaults
    )
    return ast.copy_location(ast.Lambda(plain, returned), function)


def _returned(body: Sequence[ast.stmt], known: Mapping[str, ast.expr]) -> ast.expr | None:
    """Give what some statements return, where `known` says what the names they use have been assigned."""
    match body:
        case [ast.Return(value=ast.expr() as value), *_]:
            return _filled(value, known)
        case [ast.If(test=test, body=yes, orelse=no), *rest]:
            parts = (_filled(test, known), _returned(yes, known), _returned([*no, *rest], known))
            asked, first, second = parts
            if asked is None or first is None or second is None:
                return None
            return ast.copy_location(ast.IfExp(asked, first, second), test)
        case [ast.Assign(targets=[ast.Name(id=name)], value=value), *rest]:
            put = _filled(value, known)
            return None if put is None else _returned(rest, {**known, name: put})
    return None


def _filled(node: ast.expr, known: Mapping[str, ast.expr]) -> ast.expr | None:
    """Give an expression with what is known of its names put in; None where it would grow too large."""
    named = [each.id for each in ast.walk(node) if isinstance(each, ast.Name) and each.id in known]
    sizes = {name: sum(1 for _ in ast.walk(known[name])) for name in set(named)}
    if named and sum(sizes[name] for name in named) > LARGEST:
        return None
    filled: ast.expr = _Put(known).visit(node) if named else node
    return filled


class _Put(ast.NodeTransformer):
    """Puts expressions where names stand for them."""

    def __init__(self, known: Mapping[str, ast.expr]) -> None:
        self._known = known

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._known.get(node.id, node)
