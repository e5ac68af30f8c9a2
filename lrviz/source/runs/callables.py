"""Callables: the function that a text hands over, however it is made: with arguments given before, or as an object."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lrviz.source.values.callees import PARTIAL, functions
from lrviz.source.values.constants import Constants, constant
from lrviz.source.values.functions import filled
from lrviz.source.values.handed import defaults, handed
from lrviz.source.values.named import names_in

DEEPEST = 8
"""Functions that make functions, and names of names."""


class Handed(NamedTuple):
    """A function, and what is known of its names before it is called."""

    function: ast.Lambda | ast.FunctionDef
    known: Mapping[str, ast.expr]


def callable_of(node: ast.expr, constants: Constants, depth: int = 0) -> Handed | None:  # noqa: PLR0911 - one a way
    """Give the function that an expression stands for; None where the text doesn't say."""
    names = constants.names
    if depth > DEEPEST:
        return None
    match node:
        case ast.Lambda():
            return Handed(node, {})
        case ast.Name():
            function, value = names.function(node), names.value(node)
            if function is not None:
                return Handed(function, {})
            return None if value is None else callable_of(value, constants, depth + 1)
        case ast.Call(func=func, args=[first, *args]) if names.dotted(func) in PARTIAL:
            return _partly(callable_of(first, constants, depth + 1), node, args)
        case ast.Call(func=ast.Name() as func) if (one := names.defined(func)) is not None:
            return _method(one, "__call__", node)
        case ast.Call(func=ast.Name() as func) if (function := names.function(func)) is not None:
            return _returned(node, function)
        case ast.Attribute(value=ast.Name(id="self"), attr=attr):
            alone = functions(names.nodes).get(attr)
            return None if alone is None or not isinstance(alone.node, ast.FunctionDef) else _of_self(alone.node)
        case ast.Attribute(value=owner, attr=attr):
            made = names.value(owner) if isinstance(owner, ast.Name) else owner
            if isinstance(made, ast.Call) and isinstance(made.func, ast.Name):
                one = names.defined(made.func)
                return None if one is None else _method(one, attr, made)
            one = names.defined(owner) if isinstance(owner, ast.Name) else None
            return None if one is None else _method(one, attr, None)
    return None


def _partly(made: Handed | None, call: ast.Call, args: Sequence[ast.expr]) -> Handed | None:
    """Give a function with some of its arguments given before."""
    if made is None or any(isinstance(arg, ast.Starred) for arg in args) or any(not one.arg for one in call.keywords):
        return None
    given = made.function.args
    free = [arg.arg for arg in (*given.posonlyargs, *given.args) if arg.arg not in made.known]
    by_name = {str(one.arg): one.value for one in call.keywords}
    return Handed(made.function, {**made.known, **dict(zip(free, args, strict=False)), **by_name})


def _method(one: ast.ClassDef, name: str, made: ast.Call | None) -> Handed | None:
    """Give a method of a class of the text, with the object that it is a method of: how that is made."""
    found = next((each for each in one.body if isinstance(each, ast.FunctionDef) and each.name == name), None)
    if found is None:
        return None
    static = any(isinstance(mark, ast.Name) and mark.id == "staticmethod" for mark in found.decorator_list)
    if static:
        return Handed(_undecorated(found), {})
    own = [arg.arg for arg in found.args.args]
    return None if made is None or not own else Handed(found, {own[0]: made})


def _of_self(function: ast.FunctionDef) -> Handed:
    """Give a method of the object that its class speaks of: `self` stays what it is."""
    return Handed(function, {"self": ast.copy_location(ast.Name("self", ast.Load()), function)})


def _undecorated(function: ast.FunctionDef) -> ast.FunctionDef:
    plain = ast.FunctionDef(function.name, function.args, function.body, [], function.returns)
    return ast.copy_location(plain, function)


def _returned(call: ast.Call, function: ast.Lambda | ast.FunctionDef) -> Handed | None:
    """Give the function that a function of the text makes, with what that one is given and sets once."""
    given = handed(call, function)
    if given is None:
        return None
    if isinstance(function, ast.Lambda):
        return Handed(function.body, given) if isinstance(function.body, ast.Lambda) else None
    known: dict[str, ast.expr] = {**defaults(function), **given}
    inner: dict[str, ast.Lambda | ast.FunctionDef] = {}
    for statement in function.body:
        match statement:
            case ast.FunctionDef(name=name):
                inner[name] = statement
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Lambda() as value):
                inner[name] = value
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name not in known:
                put = filled(value, known)
                if put is None:
                    return None
                known[name] = put
            case ast.Expr(value=ast.Constant()):
                continue
            case ast.Return(value=ast.Lambda() as value):
                return Handed(value, _without(known, value))
            case ast.Return(value=ast.Name(id=name)) if name in inner:
                return Handed(inner[name], _without(known, inner[name]))
            case _:
                return None
    return None


def _without(known: Mapping[str, ast.expr], function: ast.Lambda | ast.FunctionDef) -> dict[str, ast.expr]:
    """Give what is known of the names that aren't a function's own parameters."""
    own = {arg.arg for arg in ast.walk(function.args) if isinstance(arg, ast.arg)}
    return {name: value for name, value in known.items() if name not in own}


def listed(node: ast.expr, constants: Constants) -> Sequence[ast.expr] | None:
    """Give the functions of a list, one for each group; a comprehension's, where each is given its item as a default.

    A comprehension over the groups themselves, whose function is the same for all, gives that one.
    """
    match node:
        case ast.List(elts=items) | ast.Tuple(elts=items):
            return items
        case ast.BinOp(left=ast.List(elts=[one]), op=ast.Mult(), right=many):
            value = constants.known(many)
            return [one] * value if isinstance(value, int) and 0 < value <= DEEPEST else [one]
        case ast.ListComp(elt=elt, generators=[ast.comprehension(target=ast.Name(id=name), iter=over, ifs=[])]):
            if name not in names_in(elt):
                return [elt]
            items = constants.known(over)
            if isinstance(elt, ast.Lambda) and isinstance(items, list) and not _reads(elt.body, name, elt):
                return [_with_defaults(elt, name, constant(item, elt)) for item in items]
    return None


def _reads(body: ast.expr, name: str, function: ast.Lambda) -> bool:
    own = {arg.arg for arg in function.args.args}
    return name not in own and name in names_in(body)


def _with_defaults(function: ast.Lambda, name: str, item: ast.expr) -> ast.Lambda:
    given = function.args
    defaults = [filled(one, {name: item}) or one for one in given.defaults]
    args = ast.arguments(
        given.posonlyargs, given.args, given.vararg, given.kwonlyargs, given.kw_defaults, given.kwarg, defaults
    )
    return ast.copy_location(ast.Lambda(args, function.body), function)
