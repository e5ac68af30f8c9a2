"""Keyed: what a key leads to in dicts, namespaces and their copies."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lrviz.source.values import records
from lrviz.source.values.callees import name_of
from lrviz.source.values.left_open import Keys, LeftOpenError

if TYPE_CHECKING:
    from lrviz.source.values.members import Members


def copied(node: ast.Call) -> ast.expr | None:
    """Give what a call makes a copy of, or shows the attributes of."""
    if name_of(node.func) not in records.COPIES:
        return None
    by_method = isinstance(node.func, ast.Attribute) and not node.args
    return node.func.value if by_method and isinstance(node.func, ast.Attribute) else (*node.args, None)[0]


def written_out(node: ast.expr) -> dict[str, ast.expr] | None:
    """Give the entries of a dict that is written out with plain keys; None for what is none."""
    match node:
        case ast.Dict(keys=keys, values=values) if all(isinstance(key, ast.Constant) for key in keys):
            named = [str(key.value) for key in keys if isinstance(key, ast.Constant)]
            return dict(zip(named, values, strict=True))
        case ast.Call(func=ast.Name(id="dict"), args=[], keywords=keywords) if all(one.arg for one in keywords):
            return {str(one.arg): one.value for one in keywords}
    return None


def got(members: Members, owner: ast.expr, given: Sequence[ast.expr], keys: Keys) -> Any:
    """Give what `owner.get(key, default)` does."""
    key = members.constants.value(given[0])
    try:
        return members.member(owner, (key, *keys))
    except LeftOpenError as error:
        if not error.absent:
            raise
    return members.at(given[1], keys) if len(given) > 1 else members.constants.taken(None, keys)


def in_dict(members: Members, node: ast.Dict | ast.BinOp, keys: Keys) -> Any:
    """Give what keys lead to from a dict that is written out, or from two of them put together."""
    if isinstance(node, ast.BinOp):
        parts: list[tuple[ast.expr | None, ast.expr]] = [(None, node.left), (None, node.right)]
    else:
        parts = list(zip(node.keys, node.values, strict=True))
    return last_of(members, parts, keys)


def kept(members: Members, call: ast.Call, keys: Keys) -> Any:
    """Give what a namespace keeps of what it is made of."""
    by_name = [(ast.Constant(one.arg) if one.arg else None, one.value) for one in call.keywords]
    return last_of(members, [*((None, arg) for arg in call.args[:1]), *by_name], keys)


def last_of(members: Members, parts: Sequence[tuple[ast.expr | None, ast.expr]], keys: Keys) -> Any:
    """Give what keys lead to from pairs of a key and a value; one without a key is itself made of such pairs."""
    for key, value in reversed(parts):
        if key is None:
            try:
                return members.member(value, keys)
            except LeftOpenError as error:
                if not error.absent:
                    raise
        elif members.constants.value(key) == keys[0]:
            return members.at(value, keys[1:])
    raise LeftOpenError(absent=True)
