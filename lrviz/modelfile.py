"""A person's own model in a .py file, looked through without being executed."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lrviz.errors import LrvizError, nearest, shown
from lrviz.files import cause, unfit
from lrviz.sentences import say

LARGEST = 2**18
"""Bytes of a file of Python."""
GIVEN = ("inputs", "outputs", "image")
"""What a function that makes a model may ask for, by these names."""


class ModelFileError(LrvizError):
    """A file holds no model that can be used; the message says why and where."""


class Maker(NamedTuple):
    """A function or class of a file that may make a model: what it `takes` of GIVEN, or why it can't be used."""

    name: str
    takes: tuple[str, ...]
    summary: str
    unfit: str


def read(path: Path) -> str:
    """Give the text of a file of Python.

    Raises
    ------
    ModelFileError
        It can't be read, is too large or is no UTF-8 text.
    """
    try:
        if why := unfit(path, LARGEST):
            raise ModelFileError(say("{name} can’t be read: {why}", name=path.name, why=why))
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ModelFileError(say("{name} is no UTF-8 text", name=path.name)) from None
    except (OSError, ValueError) as error:  # absent, or a NUL in its path
        words = cause(error) if isinstance(error, OSError) else error
        raise ModelFileError(say("{name} can’t be read: {words}", name=path.name, words=words)) from None


def digest(text: str) -> str:
    """Name a text by what it holds."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def makers(text: str, name: str) -> list[Maker]:
    """Give the functions and classes of a file that may make a model, those that can't after those that can.

    Raises
    ------
    ModelFileError
        The text is no Python, or has neither functions nor classes.
    """
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        where = f", line {error.lineno}" if error.lineno else ""
        raise ModelFileError(say("{name}{where}: {msg}", name=name, where=where, msg=error.msg)) from None
    except (ValueError, RecursionError, MemoryError):  # null bytes, a hundred thousand brackets
        raise ModelFileError(say("{name} can’t be read as Python", name=name)) from None
    found = [_maker(node) for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    if not found:
        raise ModelFileError(say("{name} has no function and no class that could make a model", name=name))
    return sorted(found, key=lambda maker: bool(maker.unfit))


def maker(text: str, name: str, function: str | None = None) -> Maker:
    """Give the maker of that name, or the last that can be used: what a file builds up to stands at its end.

    Raises
    ------
    ModelFileError
        There is none, or it can't be used.
    """
    found = makers(text, name)
    if function is None:
        usable = [each for each in found if not each.unfit]
        chosen = next((each for each in reversed(usable) if each.name[:1].islower()), (usable or found)[-1])
    elif not (named := [each for each in found if each.name == function]):
        close = nearest(function, [each.name for each in found])
        hint = say("; the nearest is {close}", close=close) if close else ""
        raise ModelFileError(
            say("{name} has no function {function}{hint}", name=name, function=shown(function), hint=hint)
        )
    else:
        chosen = named[-1]  # as Python has it
    if chosen.unfit:
        raise ModelFileError(
            say("{name}: {function} can’t make a model: {unfit}", name=name, function=chosen.name, unfit=chosen.unfit)
        )
    return chosen


def _maker(node: ast.FunctionDef | ast.ClassDef) -> Maker:
    summary = (ast.get_docstring(node) or "").partition("\n")[0]
    if isinstance(node, ast.FunctionDef):
        return _of(node.name, node.args, summary, own=0)
    started = [part for part in node.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"]
    if not node.bases:
        return Maker(node.name, (), summary, "it is no subclass of nn.Module")
    return _of(node.name, started[0].args, summary, own=1) if started else Maker(node.name, (), summary, "")


def _of(name: str, arguments: ast.arguments, summary: str, *, own: int) -> Maker:
    """Judge a signature, whose first `own` arguments Python gives itself."""
    positional = [*arguments.posonlyargs, *arguments.args][own:]
    needed = positional[: len(positional) - len(arguments.defaults)] if arguments.defaults else positional
    alone = [each for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if default is None]
    asked = _names([*needed, *alone])
    takes = tuple(given for given in GIVEN if given in _names([*positional, *arguments.kwonlyargs]))
    if strange := [each for each in asked if each not in GIVEN]:
        return Maker(name, takes, summary, f"it asks for {strange[0]}, and is given inputs, outputs and image")
    if hidden := [each for each in _names(arguments.posonlyargs[own:]) if each in asked]:
        return Maker(name, takes, summary, f"{hidden[0]} is positional-only, and is given by name")
    return Maker(name, takes, summary, "")


def _names(arguments: Sequence[ast.arg]) -> list[str]:
    return [each.arg for each in arguments]
