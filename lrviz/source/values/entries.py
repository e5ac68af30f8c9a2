"""Entries: all that a dict or a namespace has by name, as `**` passes it on."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from lrviz.source.values import records
from lrviz.source.values.bindings import Binding, Choice, Function, Reach
from lrviz.source.values.callees import name_of
from lrviz.source.values.handed import handed
from lrviz.source.values.instances import of_instance
from lrviz.source.values.keyed import copied
from lrviz.source.values.left_open import LeftOpenError, several

if TYPE_CHECKING:
    from lrviz.source.values.members import Members


def entries(members: Members, node: ast.expr) -> dict[str, Any]:
    """Give what a dict or a namespace has by name: expressions, or values where they are worked out."""
    members.constants.spend(node)
    match members.constants.answers.to(node):
        case [dict() as answer]:
            return answer
    match node:
        case ast.Dict(keys=keys, values=values):
            found: dict[str, Any] = {}
            members.constants.spend(node, len(keys))
            for key, value in zip(keys, values, strict=True):
                found |= entries(members, value) if key is None else {members.constants.value(key): value}
            return found
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return {**entries(members, left), **entries(members, right)}
        case ast.Name():
            return _bound(members, members.names.reach(node))
        case ast.Attribute(value=value, attr="__dict__"):
            return entries(members, value)
        case ast.Attribute(value=value, attr=str(key)) | ast.Subscript(value=value, slice=ast.Constant(value=key)):
            inner = entries(members, value).get(str(key))
            if isinstance(inner, ast.expr):
                return entries(members, inner)
        case ast.IfExp():
            return entries(members, members.picked(node))
        case ast.DictComp():
            return _all_but(members, node)
        case ast.Call():
            return _made(members, node)
    raise LeftOpenError


def _all_but(members: Members, node: ast.DictComp) -> dict[str, Any]:
    """Give `{k: v for k, v in d.items() if k not in (…)}`."""
    match node:
        case ast.DictComp(
            key=ast.Name(id=key),
            value=ast.Name(id=value),
            generators=[
                ast.comprehension(
                    target=ast.Tuple(elts=[ast.Name(id=first), ast.Name(id=second)]),
                    iter=ast.Call(func=ast.Attribute(value=table, attr="items"), args=[], keywords=[]),
                    ifs=ifs,
                )
            ],
        ) if (key, value) == (first, second) and key != value:
            left_out = {one for test in ifs for one in _left_out(members, test, key)}
            return {name: each for name, each in entries(members, table).items() if name not in left_out}
    raise LeftOpenError


def _left_out(members: Members, test: ast.expr, name: str) -> list[Any]:
    """Give the keys that a condition on a key leaves out."""
    match test:
        case ast.Compare(left=ast.Name(id=asked), ops=[ast.NotEq()], comparators=[key]) if asked == name:
            return [members.constants.value(key)]
        case ast.Compare(
            left=ast.Name(id=asked),
            ops=[ast.NotIn()],
            comparators=[ast.Tuple(elts=keys) | ast.List(elts=keys) | ast.Set(elts=keys)],
        ) if asked == name:
            return [members.constants.value(key) for key in keys]
    raise LeftOpenError


def _bound(members: Members, reach: Reach) -> dict[str, Any]:
    if isinstance(reach, Choice):
        holds = members.constants.holds(reach.test)
        if holds is None:
            raise LeftOpenError(several([reach]))
        return _bound(members, reach.yes if holds else reach.no)
    if not isinstance(reach, Binding) or reach.what.part:
        raise LeftOpenError
    what = reach.what
    match what.node:
        case ast.Assign() if what.changes and len(what.at) == 1 and what.value is not None:
            return {**_bound(members, members.names.before(reach)), str(what.at[0]): what.value}
        case ast.Call(func=ast.Attribute(attr="update")) as call if what.changes and not what.at:
            return {**_bound(members, members.names.before(reach)), **_kept(members, call)}
        case ast.Assign() | ast.AnnAssign() if not what.changes and what.value is not None:
            return entries(members, what.value)
        case ast.arg():
            function = reach.spot.scope.node
            calls = members.names.calls(function) if isinstance(function, Function) else []
            given = handed(calls[0], function) if len(calls) == 1 and isinstance(function, Function) else None
            if given and reach.name in given:
                return entries(members, given[reach.name])
    raise LeftOpenError


def _made(members: Members, node: ast.Call) -> dict[str, Any]:
    if (source := copied(node)) is not None:
        return entries(members, source)
    one = members.names.defined(node.func) if isinstance(node.func, ast.Name) else None
    if one is not None:
        return {name: of_instance(members, node, one, (name,)) for name in records.fields(members.names, one)}
    if name_of(node.func) in records.NAMESPACES:
        return _kept(members, node)
    raise LeftOpenError


def _kept(members: Members, node: ast.Call) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for arg in node.args[:1]:
        found |= entries(members, arg)
    for one in node.keywords:
        found |= {one.arg: one.value} if one.arg else entries(members, one.value)
    return found
