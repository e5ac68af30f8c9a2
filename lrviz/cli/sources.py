"""Sources: the texts that a command line names, and the answers it gives to what they don't say."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import Any

from lrviz.errors import LrvizError, shown

LARGEST_SOURCE = 2**24  # bytes read at most; the reader refuses a text of much less


def source(given: str) -> str:
    """Give the text a SOURCE means: standard input, a file's, or itself."""
    if given == "-":
        if sys.stdin is None:
            raise LrvizError("standard input is closed: name a file, or give the text")
        return _decoded(sys.stdin.buffer.read(LARGEST_SOURCE), "standard input")
    if not given.strip():
        raise LrvizError("SOURCE is empty: name a file, or give the text of a scheduler")
    path = Path(given)
    try:
        if path.is_file():
            with path.open("rb") as file:
                return _decoded(file.read(LARGEST_SOURCE), given)
        if path.is_dir():
            raise LrvizError(f"{given} is a folder")
    except OSError as error:
        if "(" not in given:
            raise LrvizError(f"{shown(given)} can’t be read: {error.strerror}") from None
    except ValueError:  # a NUL is in no path; the reader says what is wrong with the text
        return given
    if "(" not in given and "\n" not in given:
        raise LrvizError(f"there is no file {shown(given)}, and it is no PyTorch code either")
    return given


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LrvizError(f"{name} is not UTF-8 text (line {line})") from None


def answer(given: str) -> tuple[str, Any]:
    """Read NAME=VALUE; what is no Python literal is a text."""
    name, equals, value = given.rpartition("=")
    if not equals or not name:
        raise LrvizError(f"--name {shown(given)} must be like args.lr=0.1")
    try:
        return name, ast.literal_eval(value.strip())
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return name, value
