"""Callees: the functions that a text defines, by their names, and what a call of one gives its parameters."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lrviz.source.values.handed import defaults

PARTIAL = frozenset({"functools.partial", "partial"})
"""What gives a function with some of its arguments given before."""


@dataclass(frozen=True)
class Function:
    """A function of the text's own, and whether it is a method, whose first parameter is its object."""

    node: ast.FunctionDef | ast.Lambda
    bound: bool = False


def functions(nodes: Sequence[ast.AST]) -> dict[str, Function]:
    """Give the text's functions by names that no other has: those defined, lambdas with a name, and methods."""
    found: list[tuple[str, Function]] = []
    methods: set[ast.AST] = set()
    for node in nodes:
        match node:
            case ast.ClassDef(body=body):
                own = [one for one in body if isinstance(one, ast.FunctionDef)]
                methods |= set(own)
                found += [(one.name, Function(one, not _has(one, "staticmethod"))) for one in own]
            case ast.FunctionDef() if node not in methods:
                found.append((node.name, Function(node)))
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Lambda() as value):
                found.append((name, Function(value)))
    counts = Counter(name for name, _ in found)
    return {name: one for name, one in found if counts[name] == 1}


def _has(function: ast.FunctionDef, decorator: str) -> bool:
    return any(isinstance(one, ast.Name) and one.id == decorator for one in function.decorator_list)


def is_static(function: Function) -> bool:
    """Whether a function stands in a class and takes nothing of its object."""
    return isinstance(function.node, ast.FunctionDef) and _has(function.node, "staticmethod")


def name_of(node: ast.expr) -> str:
    """Give the name that is called, without what it is an attribute of."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def arguments(call: ast.Call, function: Function) -> dict[str, ast.expr] | None:
    """Give what a function's parameters stand for in a call of it; None where the call doesn't say all of them."""
    given = function.node.args
    own = [arg.arg for arg in (*given.posonlyargs, *given.args)]
    known: dict[str, ast.expr] = {}
    if function.bound and isinstance(call.func, ast.Attribute):
        known[own.pop(0)] = call.func.value
    if any(isinstance(arg, ast.Starred) for arg in call.args) or (len(call.args) > len(own) and not given.vararg):
        return None
    known |= dict(zip(own, call.args, strict=False))
    names = {*own, *(arg.arg for arg in given.kwonlyargs)}
    further = [keyword for keyword in call.keywords if keyword.arg not in names]
    if any(keyword.arg is None for keyword in further) or (further and given.kwarg is None):
        return None
    known |= {str(keyword.arg): keyword.value for keyword in call.keywords if keyword.arg in names}
    if given.kwarg is not None:
        keys: list[ast.expr | None] = [ast.Constant(keyword.arg) for keyword in further]
        known[given.kwarg.arg] = ast.Dict(keys, [keyword.value for keyword in further])
    known = {**defaults(function.node), **known}
    return known if names <= known.keys() else None
