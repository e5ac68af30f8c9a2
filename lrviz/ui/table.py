"""A table as a value: what a view has to say in numbers, run by run."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lrviz.export.typeset import Entry, Sheet


@dataclass(frozen=True)
class Cell:
    """A text, the number it stands for (for sorting), and whether it is the best of its column.

    Of several seeds `spread` is their standard deviation. A `quiet` one isn't told apart from none. `about` says more.
    """

    text: str
    value: float = math.nan
    best: bool = False
    spread: float = math.nan
    quiet: bool = False
    about: str = ""


MISSING = Cell("–")


@dataclass(frozen=True)
class Row:
    """One run: its name, colour and cells, and a `note` on it behind its name, such as "stale".

    It is `faint` when its numbers belong to an earlier version of it, and `pinned` where others are compared with it.
    """

    name: str
    colour: int
    cells: tuple[Cell, ...]
    faint: bool = False
    selected: bool = False
    note: str = ""
    pinned: bool = False


@dataclass(frozen=True)
class Offer:
    """A column that can be shown: the key it is chosen by, what it is called, which others it stands with, and more."""

    key: str
    title: str
    group: str = ""
    about: str = ""


@dataclass(frozen=True)
class Table:
    """Rows of cells under `heads`; above the first column stands `first`, or that it holds the runs' names.

    Under `key` it is remembered how it is sorted, and which columns were chosen of those on `offers`; `keys` are those
    shown, the heads where a table has none.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    first: str = ""
    key: str = ""
    keys: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """What its columns are called where they aren't read."""
        return self.keys or self.heads


def sheet_of(table: Table, first: str, rows: Sequence[int], columns: Sequence[int]) -> Sheet:
    """Give some rows of a table in this order, and some of its columns, as it is taken away; `first` heads the names.

    >>> table = Table("", ("Loss", "LR"), (Row("a", 0, (Cell("0.5", 0.5), Cell("1", 1.0)), note="stale"),))
    >>> sheet_of(table, "Run", [0], [1])
    Sheet(heads=('Run', 'LR'), rows=((Entry(text='a, stale', value=nan, spread=nan, best=False),
        Entry(text='1', value=1.0, spread=nan, best=False)),))
    """
    heads = (table.first or first, *(table.heads[at] for at in columns))
    return Sheet(heads, tuple(_entries(table.rows[at], columns) for at in rows))


def _entries(row: Row, columns: Sequence[int]) -> tuple[Entry, ...]:
    cells = (row.cells[at] for at in columns)
    named = Entry(f"{row.name}, {row.note}" if row.note else row.name)
    return (named, *(Entry(cell.text, cell.value, cell.spread, cell.best) for cell in cells))
