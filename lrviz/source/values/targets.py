"""Targets: what a statement binds or changes, by name, and the expression that says to what."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lrviz.source.text.tree import children
from lrviz.source.values.blocks import parts

CHANGES = frozenset(
    {"append", "extend", "insert", "pop", "remove", "reverse", "clear", "sort", "update", "setdefault", "popitem"}
)
"""Methods that change a list or a dict in place."""
Key = str | int


@dataclass(frozen=True)
class Bound:
    """What a statement, `node`, says of a name.

    `value` is the expression that is assigned, and `part` which item of it, where a target unpacks it. A name only
    changed keeps what it stood for, but for what `at` says: the attributes and keys that lead to what is set.
    """

    node: ast.AST
    value: ast.expr | None = None
    part: tuple[int, ...] = ()
    full: str = ""
    changes: bool = False
    at: tuple[Key, ...] = ()


def stored(node: ast.AST) -> Iterator[tuple[str, Bound]]:
    """Give what a statement other than an import or a definition, or a comprehension's `for`, binds."""
    match node:
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                yield from _assigned(node, target, value, ())
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            yield from _assigned(node, target, value, ())
        case ast.AugAssign(target=target, value=value):
            yield from _placed(node, target, value)
        case ast.Delete(targets=targets):
            for target in targets:
                yield from _placed(node, target, None)
        case ast.comprehension(target=target):
            yield from _assigned(node, target, None, ())
        case ast.For() | ast.AsyncFor() | ast.With() | ast.AsyncWith() | ast.Match():
            yield from ((name, Bound(node)) for name in _headed(node))


def _placed(node: ast.AST, target: ast.expr, value: ast.expr | None) -> Iterator[tuple[str, Bound]]:
    place = path(target)
    if place is not None:
        yield place.name, Bound(node, value if place.exact else None, changes=place.inside, at=place.keys)


def _headed(node: ast.For | ast.AsyncFor | ast.With | ast.AsyncWith | ast.Match) -> Iterator[str]:
    """Give the names that the head of a statement binds."""
    match node:
        case ast.For(target=target) | ast.AsyncFor(target=target):
            yield from _names(target)
        case ast.With(items=items) | ast.AsyncWith(items=items):
            for item in items:
                yield from _names(item.optional_vars) if item.optional_vars is not None else ()
        case ast.Match(cases=cases):
            for each in (each for case in cases for each in ast.walk(case.pattern)):
                name = getattr(each, "name", None) or getattr(each, "rest", None)
                yield from [name] if isinstance(name, str) else []


def changed(statement: ast.stmt, calls: Sequence[ast.Call]) -> Iterator[tuple[str, Bound]]:
    """Give what a statement changes in place by one of its own `calls`: an object's methods, `setattr` or `delattr`."""
    for call in calls:
        match call:
            case ast.Call(
                func=ast.Attribute(value=owner, attr="setdefault"), args=[ast.Constant(value=str() as key), _]
            ):
                got = ast.copy_location(ast.Call(ast.Attribute(owner, "get", ast.Load()), call.args, []), call)
                yield from _set(statement, owner, key, got)
            case ast.Call(func=ast.Attribute(value=owner, attr="pop"), args=[ast.Constant(value=str() as key), *_]):
                yield from _set(statement, owner, key, None)
            case ast.Call(func=ast.Attribute(value=owner, attr=attr)) if attr in CHANGES:
                place = path(owner)
                if place is not None:
                    yield place.name, Bound(call, changes=True, at=place.keys)
            case (
                ast.Call(func=ast.Name(id="setattr"), args=[owner, name, value])
                | ast.Call(
                    func=ast.Attribute(value=ast.Name(id="object"), attr="__setattr__"), args=[owner, name, value]
                )
                | ast.Call(func=ast.Attribute(value=owner, attr="__setattr__" | "__setitem__"), args=[name, value])
            ):
                yield from _set(statement, owner, name.value if isinstance(name, ast.Constant) else None, value)
            case ast.Call(func=ast.Name(id="delattr"), args=[owner, name]):
                yield from _set(statement, owner, name.value if isinstance(name, ast.Constant) else None, None)


def _set(statement: ast.stmt, owner: ast.expr, key: object, value: ast.expr | None) -> Iterator[tuple[str, Bound]]:
    place = path(owner)
    if place is not None and isinstance(key, (str, int)) and place.exact:
        yield place.name, Bound(statement, value, changes=True, at=(*place.keys, key))
    elif place is not None:
        yield place.name, Bound(statement, changes=True, at=place.keys)


def own_calls(statement: ast.stmt) -> list[ast.Call]:
    """Give the calls that a statement does itself, without those of its blocks and of what it defines."""
    found: list[ast.Call] = []
    waiting = list(parts(statement))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call):
            found.append(node)
        if not isinstance(node, (ast.Name, ast.Constant, ast.Lambda)):
            waiting += children(node)
    return found


def imported(node: ast.Import | ast.ImportFrom) -> Iterator[tuple[str, str]]:
    """Give the names that an import binds, and what they stand for in full."""
    for alias in node.names:
        if isinstance(node, ast.Import):
            local = alias.asname or alias.name.partition(".")[0]
            yield local, alias.name if alias.asname else local
        elif alias.name != "*":
            yield alias.asname or alias.name, f"{'.' * node.level}{node.module or ''}.{alias.name}"


class Place(NamedTuple):
    """A name, and the attributes and keys that lead from it to a target; not `exact` where one isn't written out."""

    name: str
    keys: tuple[Key, ...]
    exact: bool
    inside: bool


def path(node: ast.expr) -> Place | None:
    """Give where `args.lr` or `cfg["sched"]["step"]` is; a key that isn't written out ends what is known of it.

    `vars(args)["lr"]` and `args.__dict__["lr"]` are `args.lr`, and `cfg.get("sched")` is `cfg["sched"]`.
    """
    keys: list[Key] = []
    exact, target = True, node
    while not isinstance(node, ast.Name):
        match node:
            case ast.Call(func=ast.Name(id="vars"), args=[value]) | ast.Attribute(value=value, attr="__dict__"):
                pass
            case ast.Call(
                func=ast.Attribute(value=value, attr="get" | "setdefault"), args=[ast.Constant(value=str() as key), *_]
            ):
                keys.append(key)
            case ast.Attribute(value=value, attr=attr):
                keys.append(attr)
            case ast.Subscript(value=value, slice=ast.Constant(value=str() | int() as key)):
                keys.append(key)
            case ast.Subscript(value=value):
                keys.clear()
                exact = False
            case _:
                return None
        node = value
    return Place(node.id, tuple(reversed(keys)), exact, node is not target)


def _assigned(
    node: ast.AST, target: ast.expr, value: ast.expr | None, part: tuple[int, ...]
) -> Iterator[tuple[str, Bound]]:
    match target, value:
        case ast.Name(id=name), _:
            yield name, Bound(node, value, part)
        case (
            (ast.Tuple(elts=targets) | ast.List(elts=targets)),
            (ast.Tuple(elts=values) | ast.List(elts=values)),
        ) if len(targets) == len(values) and not any(isinstance(one, ast.Starred) for one in (*targets, *values)):
            for one, given in zip(targets, values, strict=True):
                yield from _assigned(node, one, given, ())
        case ((ast.Tuple(elts=targets) | ast.List(elts=targets)), _):
            stars = [i for i, one in enumerate(targets) if isinstance(one, ast.Starred)]
            for i, one in enumerate(targets[: stars[0]] if stars else targets):
                yield from _assigned(node, one, value, (*part, i))
            for one in targets[stars[0] :] if stars else ():
                yield from ((name, Bound(node)) for name in _names(one))
        case ((ast.Attribute() | ast.Subscript()), _):
            place = path(target)
            if place is not None:
                yield place.name, Bound(node, value if place.exact else None, part, changes=True, at=place.keys)


def _names(target: ast.expr) -> Iterator[str]:
    for node in ast.walk(target):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            yield node.id
