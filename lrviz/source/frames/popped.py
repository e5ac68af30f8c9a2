"""Popped: what a text takes out of a dict by its key, so that what is passed on with `**` doesn't have it."""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Iterator

from lrviz.source.frames.decisions import Decisions
from lrviz.source.values.callees import name_of
from lrviz.source.values.records import NAMESPACES

_COPIES = frozenset({"copy", "deepcopy", *NAMESPACES})
_SIMPLE = (ast.Assign, ast.AnnAssign, ast.Expr, ast.Return)
MOST = 16
"""Dicts of one function."""
Scope = ast.Module | ast.FunctionDef


def put_back(tree: ast.Module, decisions: Decisions) -> bool:
    """Write `d.pop("key")` as `d["key"]`, and `**d` behind it as all of the dict but that.

    Only of dicts that nothing else has: those made or copied in the same function, and those a function is given.
    """
    if "pop" not in decisions.words:
        return False
    changed = False
    scopes: list[Scope] = [tree, *(one for one in decisions.nodes if isinstance(one, ast.FunctionDef))]
    for scope in scopes:
        popped = {node.value.id for node in _nodes(scope) if _is_pop(node)}  # type: ignore[attr-defined]
        for name in _own(scope, popped)[:MOST] if popped else ():
            changed = _put_back(scope, name) or changed
    return changed


def _is_pop(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "pop" and isinstance(node.value, ast.Name)


def _own(scope: Scope, among: set[str]) -> list[str]:
    """Give the names, of some, of a scope's dicts that have no other name."""
    given = [arg.arg for arg in scope.args.args] if isinstance(scope, ast.FunctionDef) else []
    bound: dict[str, list[ast.expr | None]] = {name: [] for name in given}
    for node in _nodes(scope):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                bound.setdefault(name, []).append(value)
            case ast.Name(id=name, ctx=ast.Store()):
                bound.setdefault(name, [])
    stored = Counter(
        node.id for node in _nodes(scope) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )
    return [
        name
        for name, values in bound.items()
        if name in among
        and stored[name] == len(values) <= 1
        and (name in given or values)
        and all(map(_is_new, values))
    ]


def _is_new(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Dict) or (isinstance(value, ast.Call) and name_of(value.func) in _COPIES)


def _nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """Give the nodes of a scope, without those of the functions and classes in it."""
    waiting = [*ast.iter_child_nodes(scope)]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            yield node
            waiting += ast.iter_child_nodes(node)


def _put_back(scope: Scope, name: str) -> bool:
    """Put what is taken out of a dict back, where all of it is taken out for good in the scope's own block."""
    pops = [node for node in _nodes(scope) if _key(node, name) is not None]
    plain = [each for one in scope.body if isinstance(one, _SIMPLE) for each in ast.walk(one)]
    if not pops or any(one not in plain for one in pops) or _asks_again(scope, name, pops):
        return False
    taken = [(one.lineno, one.col_offset, _key(one, name)) for one in pops if isinstance(one, ast.Call)]
    for node in _nodes(scope):
        if isinstance(node, ast.keyword) and node.arg is None:
            match node.value:
                case ast.Name(id=id_) if id_ == name:
                    here = (node.value.lineno, node.value.col_offset)
                    node.value = _without(node.value, [key for *place, key in taken if tuple(place) < here])
    for one in scope.body:
        if isinstance(one, _SIMPLE):
            _Kept(name).visit(one)
    return True


def _asks_again(scope: Scope, name: str, pops: list[ast.AST]) -> bool:
    """Whether a dict is asked for a key that is taken out of it, which then isn't there."""
    keys = [one.value for one in (_key(each, name) for each in pops) if isinstance(one, ast.Constant)]
    for node in _nodes(scope):
        match node:
            case (
                ast.Call(func=ast.Attribute(value=ast.Name(id=id_), attr="get"), args=[ast.Constant(value=key), *_])
                | ast.Subscript(value=ast.Name(id=id_), slice=ast.Constant(value=key))
                | ast.Compare(left=ast.Constant(value=key), comparators=[ast.Name(id=id_)])
            ) if id_ == name and key in keys:
                return True
    return len(set(keys)) < len(keys)


def _key(node: ast.AST, name: str) -> ast.expr | None:
    """Give the key of `d.pop("key")`."""
    match node:
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id=id_), attr="pop"),
            args=[ast.Constant(value=str()) as key, *rest],
            keywords=[],
        ) if id_ == name and len(rest) <= 1:
            return key
    return None


def _without(table: ast.Name, keys: list[ast.expr | None]) -> ast.expr:
    """Give all of a dict but some keys, as a comprehension."""
    left = [copy.deepcopy(key) for key in keys if key is not None]
    if not left:
        return table
    text = f"{{k: v for k, v in {table.id}.items() if k not in ()}}"
    made = ast.parse(text, mode="eval").body
    assert isinstance(made, ast.DictComp)  # noqa: S101 - it is written so
    test = made.generators[0].ifs[0]
    assert isinstance(test, ast.Compare)  # noqa: S101 - it is written so
    test.comparators = [ast.Tuple(left, ast.Load())]
    for node in ast.walk(made):
        if isinstance(node, ast.expr):
            ast.copy_location(node, table)
    return made


class _Kept(ast.NodeTransformer):
    """Reads what is taken out of a dict, and leaves it there."""

    def __init__(self, name: str) -> None:
        self._name = name

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        key = _key(node, self._name)
        if key is None or not isinstance(node.func, ast.Attribute):
            return node
        if len(node.args) > 1:
            node.func.attr = "get"
            return node
        return ast.copy_location(ast.Subscript(node.func.value, key, ast.Load()), node)
