"""Aliases: what a statement changes behind a name: the same object under another one, or what a call is given."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from lrviz.sentences import say
from lrviz.source.text.syntax import LESS, unreadable
from lrviz.source.text.tree import walk
from lrviz.source.values.bindings import Definition, Function
from lrviz.source.values.blocks import blocks
from lrviz.source.values.callees import functions, name_of
from lrviz.source.values.handed import handed
from lrviz.source.values.targets import Bound, Key, Place, changed, own_calls, path, stored

ROUNDS = 4
"""Functions that change what others give them, and so on."""
MOST = 4_000
"""Changes that are followed in all."""
MOST_KEPT = 500
"""Changes of what is kept somewhere that are looked at."""
_COPIES = frozenset({"copy", "dict", "list"})
_KEPT = frozenset({"append", "extend", "insert", "setdefault", "add", "update"})
"""Methods that keep what they are given."""


@dataclass(eq=False)
class _Scope:
    """What is said in a module, a function or a class: how often names are bound, and what is changed, kept and called.

    `links` are the names that it has for the same objects, and `rounds` those that its loops give to each of several.
    """

    node: ast.AST
    outer: _Scope | None
    bound: Counter[str] = field(default_factory=Counter)
    links: list[_Link] = field(default_factory=list)
    by_name: dict[str, list[_Link]] = field(default_factory=lambda: defaultdict(list))
    changes: list[_Change] = field(default_factory=list)
    calls: list[tuple[ast.stmt, ast.Call, int, bool]] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)
    rounds: set[str] = field(default_factory=set)


class _Link(NamedTuple):
    """A name for what keys lead to from another; `shallow` where only what is inside is the same object."""

    name: str
    root: str
    keys: tuple[Key, ...]
    order: int
    sure: bool
    shallow: bool


class _Change(NamedTuple):
    """A change of what a name stands for; `sure` where it is done whenever its function is, or the module."""

    statement: ast.stmt
    name: str
    bound: Bound
    order: int
    sure: bool


@dataclass(frozen=True)
class Behind:
    """What statements change, but don't name, in the order that they do: for each statement, and at any time.

    `anytime` has it by the scope whose name it is. `calls` are those that each statement does itself.
    """

    calls: Mapping[ast.stmt, Sequence[ast.Call]]

    by: Mapping[ast.stmt, Sequence[tuple[str, Bound]]] = field(default_factory=dict)
    anytime: Sequence[tuple[ast.AST, str, Bound, ast.stmt]] = ()


def behind(tree: ast.Module) -> Behind:
    """Give what is changed in a text under another name than it is read by."""
    reading = _Text(tree)
    reading.enter_calls()
    by: dict[ast.stmt, list[tuple[str, Bound]]] = defaultdict(list)
    for statement, name, bound in reading.entered:
        by[statement].append((name, bound))
    left = MOST
    for scope in reading.scopes:
        for change in scope.changes if scope.links or scope.outer is not None else ():
            for name, bound in _others(scope, change):
                by[change.statement].append((name, bound))
                left -= 1
                if left < 0:
                    raise unreadable(say("the text has too many names for the same objects: {less}", less=LESS))
    return Behind(reading.calls, dict(by), tuple(reading.from_elsewhere()))


class _Text:
    """The scopes of a text, each with its names for objects and what it changes."""

    def __init__(self, tree: ast.Module) -> None:
        self.scopes: list[_Scope] = []
        self.entered: list[tuple[ast.stmt, str, Bound]] = []
        self.calls: dict[ast.stmt, Sequence[ast.Call]] = {}
        self._order = 0
        self._nodes = list(walk(tree))
        self._of: dict[ast.AST, _Scope] = {}
        self._read = {
            node.value.id
            for node in self._nodes
            if isinstance(node, (ast.Attribute, ast.Subscript)) and isinstance(node.value, ast.Name)
        }
        self._scope(tree, tree.body, None)

    def _scope(self, node: ast.AST, body: Sequence[ast.stmt], outer: _Scope | None) -> None:
        scope = _Scope(node, outer)
        self.scopes.append(scope)
        self._of[node] = scope
        if isinstance(node, Function):
            scope.bound.update(arg.arg for arg in walk(node.args) if isinstance(arg, ast.arg))
        self._block(body, scope, sure=True)

    def _block(self, body: Sequence[ast.stmt], scope: _Scope, *, sure: bool) -> bool:
        """Take in a block; say whether it may be left before its end."""
        left = False
        for statement in body:
            self._order += 1
            self._statement(statement, scope, sure=sure)
            if isinstance(statement, Definition):
                self._scope(statement, statement.body, scope)
                continue
            inner = sure and isinstance(statement, (ast.With, ast.AsyncWith))
            left |= isinstance(statement, (ast.Return, ast.Raise))
            for block in blocks(statement):
                left |= self._block(block, scope, sure=inner)
            sure = sure and not left
        return left

    def _statement(self, statement: ast.stmt, scope: _Scope, *, sure: bool) -> None:
        calls = self.calls[statement] = own_calls(statement)
        for name, bound in (*stored(statement), *changed(statement, calls)):
            if bound.changes:
                scope.changes.append(_Change(statement, name, bound, self._order, sure))
            elif isinstance(statement, ast.AugAssign):
                if _grows(statement):
                    scope.changes.append(_Change(statement, name, replace(bound, changes=True), self._order, sure))
            else:
                scope.bound[name] += 1
                if isinstance(statement, (ast.For, ast.AsyncFor)) and "param" not in ast.unparse(statement.iter):
                    scope.rounds.add(name)
        for call in (*calls, *_decorations(statement)):
            scope.calls.append((statement, call, self._order, sure))
        for link in self._links(statement, sure=sure):
            scope.links.append(link)
            scope.by_name[link.name].append(link)
            scope.by_name[link.root].append(link)
        scope.kept |= set(_kept(statement, calls))

    def _links(self, statement: ast.stmt, *, sure: bool) -> Iterator[_Link]:
        """Give the names that a statement gives to what has one."""
        if not isinstance(statement, (ast.Assign, ast.AnnAssign)) or statement.value is None:
            return
        value = statement.value
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        names = [one.id for one in targets if isinstance(one, ast.Name)]
        place, shallow = _shared(value)
        for name in names:
            if place is not None and place.name != name:
                keys = place.keys if place.exact else ()
                yield _Link(name, place.name, keys, self._order, sure and place.exact, shallow)
        if place is None and not isinstance(value, ast.Constant):
            for name in names[1:]:
                yield _Link(name, names[0], (), self._order, sure, shallow=False)

    def enter_calls(self) -> None:
        """Take what a function changes of what it is given as a change in the statement that calls it."""
        known = {name: one.node for name, one in functions(self._nodes).items()}
        begun = dict(_beginnings(self._nodes))
        seen: set[tuple[ast.Call, str, Bound]] = set()
        for _ in range(ROUNDS):
            of = {node: list(_of_parameters(node, self._of.get(node))) for node in {*known.values(), *begun.values()}}
            new = 0
            for scope in self.scopes:
                for statement, call, order, sure in scope.calls:
                    function = begun.get(name_of(call.func)) or known.get(name_of(call.func))
                    if function is None:
                        continue
                    given = handed(call, function) or {}
                    scope.kept |= self._kept_by(function, given)
                    for parameter, bound in of[function]:
                        place = path(given[parameter]) if parameter in given else None
                        key = (call, parameter, bound)
                        if place is None or key in seen or len(seen) > MOST:
                            continue
                        seen.add(key)
                        new += 1
                        at = (*place.keys, *bound.at) if place.exact else place.keys
                        made = replace(bound, at=at, value=bound.value if place.exact else None)
                        scope.changes.append(_Change(statement, place.name, made, order, sure))
                        self.entered.append((statement, place.name, made))
            if not new:
                break

    def _kept_by(self, function: ast.AST, given: Mapping[str, ast.expr]) -> set[str]:
        """Give the names of what a function is given and keeps."""
        scope = self._of.get(function)
        kept = set() if scope is None else scope.kept
        return {one.id for name, one in given.items() if name in kept and isinstance(one, ast.Name)}

    def from_elsewhere(self) -> Iterator[tuple[ast.AST, str, Bound, ast.stmt]]:
        """Give what may be changed of an object that is kept somewhere, by a change of what is kept somewhere."""
        foreign = list({(change.name, change.bound.at): change for change in self._foreign()}.values())
        seen: set[tuple[ast.AST, str, tuple[Key, ...]]] = set()
        for scope in self.scopes:
            for name in sorted(scope.kept & self._read):
                owner = _owner(scope, name)
                if owner is None:
                    continue
                for change in foreign[:MOST_KEPT]:
                    if change.name != name or len(change.bound.at) == 1:
                        at = change.bound.at[-1:]
                        if (owner.node, name, at) in seen:
                            continue
                        seen.add((owner.node, name, at))
                        bound = Bound(change.statement, changes=True, at=at)
                        yield owner.node, name, bound, change.statement

    def _foreign(self) -> Iterator[_Change]:
        """Give the changes of what is kept in something else, but those of an optimizer's groups."""
        for scope in self.scopes:
            for change in scope.changes:
                inside = len(change.bound.at) > 1 or change.name in scope.rounds
                if inside and "param_groups" not in change.bound.at:
                    yield change


def _others(scope: _Scope, change: _Change) -> Iterator[tuple[str, Bound]]:
    """Give what a change is under the other names of the same object."""
    seen = {change.name}
    waiting = [(change.name, change.bound)]
    while waiting:
        name, bound = waiting.pop()
        owner: _Scope | None = scope
        while owner is not None:
            for other, made in _linked(owner, name, bound, change.order if owner is scope else None):
                if other not in seen and (owner is scope or other not in scope.bound):
                    seen.add(other)
                    waiting.append((other, made))
                    yield other, made
            owner = None if owner.bound[name] else owner.outer


def _linked(scope: _Scope, name: str, bound: Bound, order: int | None) -> Iterator[tuple[str, Bound]]:
    """Give a change of a name as one of the names that are linked to it in a scope."""
    for link in scope.by_name.get(name, ()):
        if order is not None and order <= link.order:
            continue
        sure = link.sure and scope.bound[link.name] <= 1 and scope.bound[link.root] <= 1 and not link.shallow
        least = 2 if link.shallow else 1 if isinstance(bound.node, ast.AST) and bound.at else 0
        if link.name == name and len(bound.at) >= least:
            yield link.root, _moved(bound, (*link.keys, *bound.at), sure=sure)
        elif link.root == name and bound.at[: len(link.keys)] == link.keys and not _is_set_anew(bound, link, least):
            yield link.name, _moved(bound, bound.at[len(link.keys) :], sure=sure)


def _is_set_anew(bound: Bound, link: _Link, least: int) -> bool:
    """Whether a change puts another object in the place that a link leads to, or is too shallow for it."""
    replaced = len(bound.at) == len(link.keys) and not isinstance(bound.node, (ast.Call, ast.AugAssign))
    return replaced or len(bound.at) - len(link.keys) < least - (not link.keys and least == 1)


def _moved(bound: Bound, at: tuple[Key, ...], *, sure: bool) -> Bound:
    if sure:
        return replace(bound, at=at)
    return Bound(_head(bound.node), changes=True, at=at)


def _head(node: ast.AST) -> ast.AST:
    """Give what stands for a change that isn't worked out."""
    return node.func if isinstance(node, ast.Call) else ast.copy_location(ast.Pass(), node)


def _of_parameters(function: ast.AST, scope: _Scope | None) -> Iterator[tuple[str, Bound]]:
    """Give what a function changes of its parameters."""
    given = getattr(function, "args", None)
    if given is None:
        return
    own = {arg.arg for arg in (*given.posonlyargs, *given.args, *given.kwonlyargs)} - {"self", "cls"}
    if scope is None:  # a lambda
        body = ast.copy_location(ast.Expr(function.body), function)  # type: ignore[attr-defined]
        for name, bound in changed(body, own_calls(body)):
            if name in own:
                yield name, bound
        return
    for change in scope.changes:
        for name, bound in ((change.name, change.bound), *_others(scope, change)):
            if name in own and scope.bound[name] == 1:
                sure = change.sure and not isinstance(bound.node, ast.Pass)
                yield name, bound if sure else Bound(_head(bound.node), changes=True, at=bound.at)


def _decorations(statement: ast.stmt) -> Iterator[ast.Call]:
    """Give the calls that decorators of a class are."""
    if isinstance(statement, ast.ClassDef):
        for one in statement.decorator_list:
            if isinstance(one, ast.Name):
                own = ast.copy_location(ast.Name(statement.name, ast.Load()), one)
                yield ast.copy_location(ast.Call(one, [own], []), one)


def _beginnings(nodes: Sequence[ast.AST]) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in nodes:
        if isinstance(node, ast.ClassDef):
            yield from ((node.name, one) for one in node.body if isinstance(one, ast.FunctionDef) and _begins(one))


def _begins(function: ast.FunctionDef) -> bool:
    return function.name == "__init__"


def _shared(value: ast.expr) -> tuple[Place | None, bool]:
    """Give the place whose object an expression is, or, with True, is a copy of that has the same items."""
    match value:
        case ast.Call(func=ast.Attribute(value=owner, attr="copy"), args=[]):
            return path(owner), True
        case ast.Call(func=func, args=[one]) if name_of(func) in _COPIES:
            return path(one), True
        case ast.Dict(keys=[None, *_], values=[one, *_]) | ast.Subscript(value=one, slice=ast.Slice()):
            return path(one), True
    return path(value), False


def _kept(statement: ast.stmt, calls: Sequence[ast.Call]) -> Iterator[str]:
    """Give the names of what a statement puts in an attribute, a list or a dict."""
    match statement:
        case ast.Assign(targets=targets, value=value):
            if isinstance(value, ast.Name) and any(isinstance(one, (ast.Attribute, ast.Subscript)) for one in targets):
                yield value.id
            yield from _items(value)
        case ast.AnnAssign(value=ast.expr() as value) | ast.For(iter=value) | ast.Return(value=ast.expr() as value):
            yield from _items(value)
    for call in calls:
        if isinstance(call.func, ast.Attribute) and call.func.attr in _KEPT:
            for one in call.args:
                yield from [one.id] if isinstance(one, ast.Name) else _items(one)
        elif isinstance(call.func, (ast.Name, ast.Attribute)) and name_of(call.func)[:1].isupper():
            for one in (*call.args, *(keyword.value for keyword in call.keywords)):
                yield from _items(one)


def _items(node: ast.expr) -> Iterator[str]:
    """Give the names that a list or a dict is written of."""
    match node:
        case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items) | ast.Dict(values=items):
            for item in items:
                yield from [item.id] if isinstance(item, ast.Name) else _items(item)


def _owner(scope: _Scope | None, name: str) -> _Scope | None:
    """Give the scope whose name it is, as one in it sees it."""
    while scope is not None and (not scope.bound[name] or isinstance(scope.node, ast.ClassDef)):
        scope = scope.outer
    return scope


def _grows(node: ast.AugAssign) -> bool:
    """Whether `+=` or `|=` changes an object in place, as it does a list and a dict."""
    return isinstance(node.op, ast.BitOr) or isinstance(node.value, (ast.List, ast.ListComp, ast.Tuple, ast.Dict))
