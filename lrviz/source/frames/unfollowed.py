"""Unfollowed: what may give names other values than a text says, and is only told."""

from __future__ import annotations

import ast

from lrviz.sentences import say
from lrviz.source.frames.decisions import Decisions

_SPACES = frozenset({"globals", "locals", "vars"})


def tell_unfollowed(_: ast.Module, decisions: Decisions) -> bool:
    """Note every `exec`, and what is set by way of `globals()`: names are read as the text says without them."""
    if not decisions.words & {"exec", "dampening", *_SPACES}:
        return False
    for node in decisions.nodes:
        match node:
            case ast.Call(func=ast.Name(id="exec")):
                _note("exec", node, decisions)
            case ast.Call(func=ast.Attribute(value=owner, attr="dampening"), args=[]):
                message = say(
                    "{unparse}.dampening() warms the rate up by a factor that isn’t drawn",
                    unparse=ast.unparse(owner)[:60],
                )
                decisions.note(message, node.lineno)
            case ast.Call(func=ast.Attribute(value=ast.Call(func=ast.Name(id=name), args=[]), attr="update")):
                if name in _SPACES:
                    _note(f"{name}().update", node, decisions)
            case ast.Subscript(value=ast.Call(func=ast.Name(id=name), args=[]), ctx=ast.Store()) if name in _SPACES:
                _note(f"{name}()[…]", node, decisions)
    return False


def _note(what: str, node: ast.expr, decisions: Decisions) -> None:
    message = say(
        "{what} in line {lineno} may set names to other values; they are read as the text gives them",
        what=what,
        lineno=node.lineno,
    )
    decisions.note(message, node.lineno)
