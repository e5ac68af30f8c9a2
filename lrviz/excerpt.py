"""The text of lrviz's own functions and classes, which scripts take along so that they run without lrviz."""

from __future__ import annotations

import ast
import functools
import importlib.util
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


def _assigned(node: ast.stmt) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


@functools.cache
def _source(module: str) -> str:
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        raise LookupError(f"{module} has no source")
    return Path(spec.origin).read_text(encoding="utf-8")
