"""Blocks: the statements in a statement, what it has beside them, and trees with other statements in them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence

from lrviz.source.text.tree import children


def places(node: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Give the blocks in a statement or a module, as the node that has them and the field that they are."""
    match node:
        case ast.If() | ast.For() | ast.AsyncFor() | ast.While():
            roles: tuple[str, ...] = ("body", "orelse")
        case ast.Try(handlers=handlers) | ast.TryStar(handlers=handlers):
            yield node, "body"
            yield from ((handler, "body") for handler in handlers)
            roles = ("orelse", "finalbody")
        case ast.With() | ast.AsyncWith() | ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() | ast.Module():
            roles = ("body",)
        case ast.Match(cases=cases):
            yield from ((case, "body") for case in cases)
            return
        case _:
            return
    yield from ((node, role) for role in roles if getattr(node, role))


def blocks(node: ast.AST) -> Iterator[list[ast.stmt]]:
    """Give the blocks in a statement or a module, in the order of the text."""
    for holder, role in places(node):
        yield getattr(holder, role)


def parts(statement: ast.stmt) -> Iterator[ast.AST]:
    """Give what a statement has beside its blocks: expressions, items of a `with`, and what handlers and cases ask."""
    for child in children(statement):
        match child:
            case ast.stmt():
                pass
            case ast.ExceptHandler(type=asked):
                yield from [asked] if asked is not None else []
            case ast.match_case(pattern=pattern, guard=guard):
                yield pattern
                yield from [guard] if guard is not None else []
            case _:
                yield child


def everywhere(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Give the blocks in a tree, an outer one before those in it, as `places` does."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        for holder, role in places(waiting.pop()):
            yield holder, role
            waiting += getattr(holder, role)


def of_scope(scope: ast.AST) -> Iterator[list[ast.stmt]]:
    """Give the blocks in a scope, without those of the functions and classes in it."""
    for block in blocks(scope):
        yield block
        for one in block:
            if not isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                yield from of_scope(one)


def rewrite(tree: ast.AST, change: Callable[[ast.stmt], Sequence[ast.stmt]]) -> None:
    """Put in place of every statement in a tree what `change` gives for it, inner ones first.

    What it gives is left as it is. A block that nothing is left of is a `pass`, or isn't there.
    """
    for holder, role in reversed([*everywhere(tree)]):
        body = [new for statement in getattr(holder, role) for new in change(statement)]
        setattr(holder, role, body or ([ast.Pass()] if role == "body" else []))
