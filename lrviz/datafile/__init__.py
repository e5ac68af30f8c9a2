"""Data files of people's own, CSV and NPZ, looked through before anything is learned from them.

Nothing in a file is executed: arrays of Python objects are refused. A file is refused in a sentence that says what is
wrong and where; what is wrong with one column is said of that column, for another may do.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Generator
from pathlib import Path
from typing import BinaryIO

from lrviz.datafile.found import LARGEST, MOST_CLASSES, MOST_COLUMNS, TURN, Column, DataError, Inspection, Turns
from lrviz.files import cause, unfit
from lrviz.sentences import say

__all__ = ["MOST_CLASSES", "MOST_COLUMNS", "Column", "DataError", "Inspection", "digest_of", "inspect", "inspected"]

KINDS = (".csv", ".tsv", ".txt", ".npz")


def inspect(path: Path) -> Turns:
    """Look through a CSV or NPZ file, piece by piece.

    Raises
    ------
    DataError
        The file is missing, empty, too large or not what its name says.
    """
    size = _size(path)
    try:
        with path.open("rb") as file:
            digest = yield from _digest(file, size)
        if path.suffix.lower() == ".npz":
            from lrviz.datafile.archive import arrays  # the window opens sooner without it

            return (yield from arrays(path, digest))
        from lrviz.datafile.table import cells

        return (yield from cells(path, digest, size))
    except OSError as error:
        raise DataError(say("{name} can’t be read: {why}", name=path.name, why=cause(error))) from None


def inspected(path: Path) -> Inspection:
    """Look through a file at once.

    Raises
    ------
    DataError
        As `inspect`.
    """
    turns = inspect(path)
    while True:
        try:
            next(turns)
        except StopIteration as end:
            found: Inspection = end.value
            return found


def digest_of(path: Path) -> str:
    """Give a file's digest as an Inspection has it.

    Raises
    ------
    DataError
        The file can't be read, or is none that `inspect` would look through.
    """
    _size(path, hint=say("; choose the data anew"))
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def _size(path: Path, hint: str = "") -> int:
    """Give the size of a file that may be read."""
    try:
        if why := unfit(path, LARGEST):
            raise DataError(say("{name} can’t be read: {why}{hint}", name=path.name, why=why, hint=hint))
        size = path.stat().st_size
    except (OSError, ValueError) as error:  # absent, or a NUL in its path
        words = cause(error) if isinstance(error, OSError) else error
        raise DataError(say("{path} can’t be read: {words}{hint}", path=path, words=words, hint=hint)) from None
    if path.suffix.lower() not in KINDS:
        raise DataError(say("{name} is neither CSV (.csv, .tsv, .txt) nor NPZ (.npz)", name=path.name))
    if not size:
        raise DataError(say("{name} is empty", name=path.name))
    return size


def _digest(file: BinaryIO, size: int) -> Generator[float, None, str]:
    """Read a file once for its digest; a tenth of the work is that."""
    digest, turn = hashlib.sha256(), time.perf_counter()
    while piece := file.read(2**20):
        digest.update(piece)
        if time.perf_counter() - turn > TURN:
            yield 0.1 * file.tell() / size
            turn = time.perf_counter()
    return digest.hexdigest()[:16]
