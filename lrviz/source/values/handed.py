"""Handed: what a call gives to the parameters of a function of the text, as Python binds them."""

from __future__ import annotations

import ast

from lrviz.source.values.bindings import Function


def handed(call: ast.Call, function: Function) -> dict[str, ast.expr] | None:
    """Give the expression of every parameter that a call gives one; None where it is no call that the function takes.

    A method's own object is none of them; what is handed over with `*` and `**` isn't known.
    """
    given = function.args
    own = [arg.arg for arg in (*given.posonlyargs, *given.args)]
    needed = own[: len(own) - len(given.defaults)]
    if own[:1] in (["self"], ["cls"]) and not isinstance(function, ast.Lambda):
        own, needed = own[1:], needed[1:]
    named = {arg.arg for arg in given.kwonlyargs}
    starred = any(isinstance(arg, ast.Starred) for arg in call.args) or any(one.arg is None for one in call.keywords)
    by_name = {str(one.arg): one.value for one in call.keywords}
    if starred or (len(call.args) > len(own) and given.vararg is None):
        return None
    found = dict(zip(own, call.args, strict=False))
    if by_name.keys() & found.keys() or (by_name.keys() - {*own, *named} and given.kwarg is None):
        return None
    found |= {name: value for name, value in by_name.items() if name in {*own, *named}}
    return found if set(needed) <= found.keys() else None


def handed_further(call: ast.Call, function: Function) -> dict[str, ast.expr] | None:
    """Give what a call gives to the `**` of a function, by name; None where the call doesn't say all of it."""
    own = {arg.arg for arg in (*function.args.args, *function.args.kwonlyargs)}
    if any(one.arg is None for one in call.keywords):
        return None
    return {one.arg: one.value for one in call.keywords if one.arg and one.arg not in own}


def defaults(function: Function) -> dict[str, ast.expr]:
    """Give the defaults of a function's parameters, by name."""
    given = function.args
    own = [arg.arg for arg in (*given.posonlyargs, *given.args)]
    last = zip(own[len(own) - len(given.defaults) :], given.defaults, strict=True)
    named = zip(given.kwonlyargs, given.kw_defaults, strict=True)
    return {**dict(last), **{arg.arg: value for arg, value in named if value is not None}}


def default(function: Function, name: str) -> ast.expr | None:
    """Give the default of a parameter; `typer.Option(0.1)` has it inside."""
    found = defaults(function).get(name)
    match found:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="typer")), args=[default, *_]):
            return default
    return found
