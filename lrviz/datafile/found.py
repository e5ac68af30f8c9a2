"""What is found in a data file, and the bounds of what is read."""

from __future__ import annotations

from collections.abc import Generator
from typing import Literal

import msgspec
import numpy as np

from lrviz.crossing import Said
from lrviz.errors import LrvizError

LARGEST = 128 * 2**20
"""Bytes of a file; the arrays packed in one may have four times as many."""
MOST_COLUMNS = 4096
MOST_CLASSES = 256
GREATEST = 1e30
"""Numbers beyond it are no numbers to train with."""
PREVIEW = 5
"""Rows shown before a file is used."""
TURN = 0.03
"""Seconds of work after which looking through a file gives its turn back."""

Delimiter = Literal[",", ";", "\t", "|"]
Turns = Generator[float, None, "Inspection"]
"""Gives the share done, and in the end what was found."""


class DataError(LrvizError):
    """A data file can't be used; the message says why and where."""


class Column(msgspec.Struct, frozen=True):
    """A column of a CSV file, or an array of an NPZ file with a row for each example.

    `shape` is that of one row, () for a single value. `flaw` says why it can't be learned from or towards, `words`
    whether it holds text, `whole` whether its numbers are whole. `classes` are the distinct values, in order, of text
    and whole numbers, and `counts` how often each stands there; both are empty where there are more than MOST_CLASSES.
    `preview` are its first values.
    """

    name: str
    shape: tuple[int, ...] = ()
    flaw: Said = ""
    words: bool = False
    whole: bool = False
    classes: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    preview: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many numbers it gives for an example."""
        return int(np.prod(self.shape, dtype=np.int64))


class Inspection(msgspec.Struct, frozen=True):
    """What a data file holds; `digest` changes with its contents.

    A CSV file has a `delimiter`, and its rows come after `skip` lines.
    """

    path: str
    digest: str
    rows: int
    columns: tuple[Column, ...]
    delimiter: Delimiter | Literal[""] = ""
    skip: int = 0


def plain(number: float) -> str:
    """Write a number that names a class."""
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
