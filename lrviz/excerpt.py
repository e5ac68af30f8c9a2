"""The text of lrviz's own functions and classes, which scripts take along so that they run without lrviz."""

from __future__ import annotations

import ast
import functools
import importlib.util
from collections.abc import Iterator
from pathlib import Path


@functools.cache
def excerpt(module: str, name: str) -> str:
    """Give the source of a function, class or constant of a module, without importing that module.

    What an excerpt uses must be in it, or in the libraries that its script imports.

    Raises
    ------
    LookupError
        The module has no such definition, or no source.
    """
    text = _source(module)
    for node in ast.parse(text).body:
        names = [node.name] if isinstance(node, (ast.FunctionDef, ast.ClassDef)) else _assigned(node)
        if name in names and node.end_lineno is not None:
            first = min([node.lineno, *(mark.lineno for mark in getattr(node, "decorator_list", ()))])
            return "\n".join(text.splitlines()[first - 1 : node.end_lineno]) + "\n"
    raise LookupError(f"{module} defines no {name}")


def unannotated(text: str) -> str:
    """Give the source of a function or a class without annotations, as people write it who have no type checker."""
    lines = text.splitlines()
    marks = sorted(_annotations(ast.parse(text)), reverse=True)
    for line, first, last, put in marks:  # from the end on, so that what is before it stays where it is
        lines[line - 1] = lines[line - 1][:first] + put + lines[line - 1][last:]
    return "\n".join(lines) + "\n"


def _annotations(tree: ast.AST) -> Iterator[tuple[int, int, int, str]]:
    """Give where annotations stand: the line, the columns from and to which they are cut out, and what is put there."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef):
            continue
        arguments = [*node.args.posonlyargs, *node.args.args]
        defaults = [None] * (len(arguments) - len(node.args.defaults)) + node.args.defaults
        for arg, default in zip(arguments, defaults, strict=True):
            if arg.annotation is not None and arg.annotation.end_col_offset is not None:
                end, put = (default.col_offset, "=") if default else (arg.annotation.end_col_offset, "")
                yield arg.lineno, arg.col_offset + len(arg.arg), end, put
        if node.returns is not None and node.returns.end_col_offset is not None:
            yield node.returns.lineno, node.returns.col_offset - len(" -> "), node.returns.end_col_offset, ""


def _assigned(node: ast.stmt) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


@functools.cache
def _source(module: str) -> str:
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        raise LookupError(f"{module} has no source")
    return Path(spec.origin).read_text(encoding="utf-8")
