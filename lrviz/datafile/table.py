"""A table in a CSV file: its delimiter, names and columns."""

from __future__ import annotations

import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lrviz.datafile.found import (
    GREATEST,
    MOST_CLASSES,
    MOST_COLUMNS,
    PREVIEW,
    Column,
    DataError,
    Delimiter,
    Inspection,
    Turns,
    plain,
)
from lrviz.errors import shown
from lrviz.sentences import say

DELIMITERS: tuple[Delimiter, ...] = (",", ";", "\t", "|")
BLOCK = 2**15
"""Cells taken in at a time, which takes some 10 ms."""


def cells(path: Path, digest: str, size: int) -> Turns:
    """Look through a CSV file of so many bytes."""
    with path.open("rb") as raw:
        text = io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
        try:
            first = next((line for line in iter(lambda: text.readline(2**20), "") if line.strip()), "")
            delimiter = max(DELIMITERS, key=first.count)
            text.seek(0)
            records = csv.reader(text, delimiter=delimiter, strict=True)
            names, named = _names(next(_filled(records), []), path)
            skip = records.line_num if named else 0
            if not named:
                text.seek(0)
                records = csv.reader(text, delimiter=delimiter, strict=True)
            columns = [_Cells(name) for name in names]
            rows, lines, block = 0, [0], max(1, BLOCK // len(names))
            numbered = ((record, records.line_num) for record in _filled(records))
            while lines:
                taken = list(itertools.islice(numbered, block))
                lines = [line for _, line in taken]
                for record, line in taken:
                    if len(record) != len(names):
                        raise DataError(
                            say(
                                "{name}: line {line} has {cells} cell{cells:|s}, the first has {names}",
                                name=path.name,
                                line=line,
                                cells=len(record),
                                names=len(names),
                            )
                        )
                for column, each in zip(columns, zip(*(record for record, _ in taken), strict=True), strict=False):
                    column.take(each, lines)
                rows += len(taken)
                yield 0.1 + 0.9 * raw.tell() / size
        except UnicodeDecodeError as error:
            raise DataError(
                say(
                    "{name} is no UTF-8 text: byte {object:#04x} is in it",
                    name=path.name,
                    object=error.object[error.start],
                )
            ) from None
        except csv.Error as error:
            raise DataError(
                say(
                    "{name}: line {line_num} can’t be read: {error}",
                    name=path.name,
                    line_num=records.line_num,
                    error=error,
                )
            ) from None
    if not rows:
        raise DataError(say("{name} has names but no rows", name=path.name))
    return Inspection(str(path), digest, rows, tuple(column.found() for column in columns), delimiter, skip)


def _filled(records: Iterable[list[str]]) -> Iterator[list[str]]:
    """Leave out empty lines, as numpy does."""
    return (record for record in records if record)


def _names(first: Sequence[str], path: Path) -> tuple[list[str], bool]:
    """Give the columns' names: those of the first line, or numbers where it holds nothing but numbers."""
    names = [cell.strip() for cell in first]
    if not names:
        raise DataError(say("{name} is empty", name=path.name))
    if len(names) > MOST_COLUMNS:
        raise DataError(
            say(
                "{name} has {names} columns; at most {most_columns} are read",
                name=path.name,
                names=len(names),
                most_columns=MOST_COLUMNS,
            )
        )
    if all(_number(name) is not None for name in names):
        return [f"column {place}" for place in range(1, len(names) + 1)], False
    named = [name or f"column {place}" for place, name in enumerate(names, 1)]
    if twice := next((name for name, count in Counter(named).items() if count > 1), None):
        raise DataError(say("{name}: two columns are called {twice}", name=path.name, twice=shown(twice)))
    if broken := next((name for name in named if "\n" in name or "\r" in name), None):
        raise DataError(
            say("{name}: the name {broken} goes over more than one line", name=path.name, broken=shown(broken))
        )
    return named, True


class _Cells:
    """A column of a CSV file while it is read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._preview: list[str] = []
        self._counts: Counter[str] | None = Counter()
        self._empty = self._numbers = self._texts = 0
        self._first_empty = self._first_text = (0, "")
        self._whole = True

    def take(self, cells: Sequence[str], lines: Sequence[int]) -> None:
        """Take in the next cells, and the lines they stand in."""
        self._preview += [cell.strip() for cell in cells[: PREVIEW - len(self._preview)]]
        numbers = _numbers(cells)
        if numbers is None:
            for cell, line in zip(cells, lines, strict=True):
                self._judge(cell.strip(), line)
        else:
            self._numbers += len(numbers)
            self._whole = self._whole and bool((numbers % 1 == 0).all())
        if self._counts is not None:
            self._counts.update(map(str.strip, cells))
            if len(self._counts) > MOST_CLASSES:
                self._counts = None

    def _judge(self, cell: str, line: int) -> None:
        number = _number(cell)
        if number is not None and abs(number) <= GREATEST:
            self._numbers += 1
            self._whole = self._whole and number.is_integer()
        elif number is not None or not cell or "\0" in cell:  # numpy takes a text to end before a NUL
            self._first_empty = self._first_empty if self._empty else (line, cell)
            self._empty += 1
        else:
            self._first_text = self._first_text if self._texts else (line, cell)
            self._texts += 1

    def found(self) -> Column:
        """Give what the column holds."""
        words = self._texts > 0
        counts: Counter[str] = Counter()
        if self._counts is not None and not self._empty and (words or self._whole):
            for cell in sorted(self._counts, key=None if words else float):
                counts[cell if words else plain(float(cell))] += self._counts[cell]  # 1 and 1.0 are one number
        return Column(
            self._name,
            flaw=self._flaw(),
            words=words,
            whole=self._whole and not words,
            classes=tuple(counts),
            counts=tuple(counts.values()),
            preview=tuple(self._preview),
        )

    def _flaw(self) -> str:
        if self._empty:
            line, cell = self._first_empty
            holds = say("line {line} holds {cell}", line=line, cell=shown(cell))
            first = holds if cell else say("line {line} is empty", line=line)
            return first if self._empty == 1 else say("{first}, and {more} more", first=first, more=self._empty - 1)
        if self._texts and self._numbers > self._texts:
            line, cell = self._first_text
            return say("line {line} holds {cell} among numbers", line=line, cell=shown(cell))
        return ""


def _numbers(cells: Sequence[str]) -> NDArray[np.float64] | None:
    """Read cells that are all numbers to train with; None where one isn't."""
    text = "".join(cells)
    if "_" in text or not text.isascii():
        return None
    try:
        numbers = np.fromiter(map(float, cells), np.float64, len(cells))
    except ValueError:
        return None
    return numbers if (np.abs(numbers) <= GREATEST).all() else None


def _number(cell: str) -> float | None:
    """Read a number as numpy does, so that 1_000 and ² are none."""
    if "_" in cell:
        return None
    try:
        return float(cell) if cell.isascii() else None
    except ValueError:
        return None
