"""Data files of people's own, CSV and NPZ, looked through before anything is learned from them.

Nothing in a file is executed: arrays of Python objects are refused. A file is refused in a sentence that says what is
wrong and where; what is wrong with one column is said of that column, for another may do.
"""

from __future__ import annotations

import csv
import hashlib
import io
import time
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec
import numpy as np
from numpy.typing import NDArray

from lrviz.errors import LrvizError, shown

if TYPE_CHECKING:
    import zipfile

LARGEST = 256 * 2**20
"""Bytes of a file, and of the arrays packed in one."""
MOST_COLUMNS = 4096
MOST_CLASSES = 256
GREATEST = 1e30
"""Numbers beyond it are no numbers to train with."""
PREVIEW = 5
"""Rows shown before a file is used."""
DELIMITERS = ",;\t|"
TURN = 0.03
"""Seconds of work after which looking through a file gives its turn back."""

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
    flaw: str = ""
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
    """What a data file holds; `digest` changes with its contents, `header` says whether its first line holds names."""

    path: str
    digest: str
    rows: int
    columns: tuple[Column, ...]
    delimiter: str = ""
    header: bool = True


def inspect(path: Path) -> Turns:
    """Look through a CSV or NPZ file, piece by piece.

    Raises
    ------
    DataError
        The file is missing, empty, too large or not what its name says.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise DataError(f"{path.name} is no file")
        if path.suffix.lower() not in (".csv", ".tsv", ".txt", ".npz"):
            raise DataError(f"{path.name} is neither CSV (.csv, .tsv, .txt) nor NPZ (.npz)")
        if size > LARGEST:
            raise DataError(f"{path.name} has {_megabytes(size)}; at most {_megabytes(LARGEST)} are read")
        if size == 0:
            raise DataError(f"{path.name} is empty")
        with path.open("rb") as file:
            digest = yield from _digest(file, size)
        looked = _arrays(path, digest) if path.suffix.lower() == ".npz" else _cells(path, digest, size)
        return (yield from looked)
    except OSError as error:
        raise DataError(f"{path.name} can’t be read: {error.strerror or error}") from None


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
        The file can't be read.
    """
    try:
        with path.open("rb") as file:
            return _short(hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        raise DataError(f"{path} can’t be read: {error.strerror or error}; choose the data anew") from None


def _digest(file: BinaryIO, size: int) -> Generator[float, None, str]:
    """Read a file once for its digest; a tenth of the work is that."""
    digest, turn = hashlib.sha256(), time.perf_counter()
    while piece := file.read(2**20):
        digest.update(piece)
        if time.perf_counter() - turn > TURN:
            yield 0.1 * file.tell() / size
            turn = time.perf_counter()
    return _short(digest.hexdigest())


def _short(digest: str) -> str:
    return digest[:16]


# CSV ----------------------------------------------------------------------------------------------------------------


def _cells(path: Path, digest: str, size: int) -> Turns:
    with path.open("rb") as raw:
        text = io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
        try:
            first = text.readline(2**20)
            delimiter = max(DELIMITERS, key=first.count)
            text.seek(0)
            records = csv.reader(text, delimiter=delimiter, strict=True)
            names, header = _names(next(_filled(records), []), path)
            if not header:
                text.seek(0)
                records = csv.reader(text, delimiter=delimiter, strict=True)
            columns = [_Cells(name) for name in names]
            turn, rows = time.perf_counter(), 0
            for record in _filled(records):
                if len(record) != len(names):
                    cells = f"{len(record)} cell{'s' if len(record) > 1 else ''}"
                    raise DataError(f"{path.name}: line {records.line_num} has {cells}, the first has {len(names)}")
                for column, cell in zip(columns, record, strict=True):
                    column.take(cell.strip(), records.line_num)
                rows += 1
                if time.perf_counter() - turn > TURN:
                    yield 0.1 + 0.9 * raw.tell() / size
                    turn = time.perf_counter()
        except UnicodeDecodeError as error:
            raise DataError(f"{path.name} is no UTF-8 text: byte {error.object[error.start]:#04x} is in it") from None
        except csv.Error as error:
            raise DataError(f"{path.name}: line {records.line_num} can’t be read: {error}") from None
    if not rows:
        raise DataError(f"{path.name} has names but no rows")
    return Inspection(str(path), digest, rows, tuple(column.found() for column in columns), delimiter, header)


def _filled(records: Iterable[list[str]]) -> Iterator[list[str]]:
    """Leave out empty lines, as numpy does."""
    return (record for record in records if record)


def _names(first: Sequence[str], path: Path) -> tuple[list[str], bool]:
    """Give the columns' names: those of the first line, or numbers where it holds nothing but numbers."""
    names = [cell.strip() for cell in first]
    if not names:
        raise DataError(f"{path.name} is empty")
    if len(names) > MOST_COLUMNS:
        raise DataError(f"{path.name} has {len(names)} columns; at most {MOST_COLUMNS} are read")
    if all(_number(name) is not None for name in names):
        return [f"column {place}" for place in range(1, len(names) + 1)], False
    named = [name or f"column {place}" for place, name in enumerate(names, 1)]
    if twice := next((name for name, count in Counter(named).items() if count > 1), None):
        raise DataError(f"{path.name}: two columns are called {shown(twice)}")
    if broken := next((name for name in named if "\n" in name or "\r" in name), None):
        raise DataError(f"{path.name}: the name {shown(broken)} goes over more than one line")
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

    def take(self, cell: str, line: int) -> None:
        """Take in the next cell."""
        number = _number(cell)
        if len(self._preview) < PREVIEW:
            self._preview.append(cell)
        if number is not None and abs(number) <= GREATEST:
            self._numbers += 1
            self._whole = self._whole and number.is_integer()
        elif number is not None or not cell:
            self._first_empty = self._first_empty if self._empty else (line, cell)
            self._empty += 1
        else:
            self._first_text = self._first_text if self._texts else (line, cell)
            self._texts += 1
        if self._counts is not None:
            self._counts[cell] += 1
            if len(self._counts) > MOST_CLASSES:
                self._counts = None

    def found(self) -> Column:
        """Give what the column holds."""
        words = self._texts > 0
        counts: Counter[str] = Counter()
        if self._counts is not None and not self._empty and (words or self._whole):
            for cell in sorted(self._counts, key=None if words else float):
                counts[cell if words else _plain(float(cell))] += self._counts[cell]  # 1 and 1.0 are one number
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
            what = f"holds {shown(cell)}" if cell else "is empty"
            more = f", and {self._empty - 1} more" if self._empty > 1 else ""
            return f"line {line} {what}{more}"
        if self._texts and self._numbers > self._texts:
            line, cell = self._first_text
            return f"line {line} holds {shown(cell)} among numbers"
        return ""


def _number(cell: str) -> float | None:
    """Read a number as numpy does, so that 1_000 and ² are none."""
    if "_" in cell:
        return None
    try:
        return float(cell) if cell.isascii() else None
    except ValueError:
        return None


# NPZ ----------------------------------------------------------------------------------------------------------------


def _arrays(path: Path, digest: str) -> Turns:
    import zipfile  # here, for the window opens sooner without it

    try:
        with zipfile.ZipFile(path) as archive:
            heads = {name.removesuffix(".npy"): _head(archive, name, path) for name in archive.namelist()}
    except zipfile.BadZipFile:
        raise DataError(f"{path.name} is no NPZ file") from None
    except NotImplementedError as error:  # a way of packing that Python doesn't know
        raise DataError(f"{path.name} can’t be unpacked: {error}") from None
    if not 0 < len(heads) <= MOST_COLUMNS:
        raise DataError(f"{path.name} has {len(heads)} arrays; 1 to {MOST_COLUMNS} are read")
    held = sum(int(np.prod(shape, dtype=np.float64)) * kind.itemsize for shape, kind in heads.values())
    if held > 2 * LARGEST:
        raise DataError(f"{path.name} unpacks to {_megabytes(held)}; at most {_megabytes(2 * LARGEST)} are read")
    lengths = Counter(shape[0] for shape, _ in heads.values() if shape)
    if not lengths or not max(lengths):
        raise DataError(f"{path.name} holds no array with rows")
    rows = max(lengths, key=lambda length: (lengths[length], length))
    yield 0.2
    columns: list[Column] = []
    with np.load(path, allow_pickle=False) as file:
        for done, (name, (shape, kind)) in enumerate(heads.items(), 1):
            columns.append(_array(name, shape, kind, rows, file))
            yield 0.2 + 0.8 * done / len(heads)
    return Inspection(str(path), digest, rows, tuple(columns))


def _head(archive: zipfile.ZipFile, name: str, path: Path) -> tuple[tuple[int, ...], np.dtype[Any]]:
    """Read an array's shape and type without its numbers."""
    import zipfile

    try:
        with archive.open(name) as file:
            version = np.lib.format.read_magic(file)
            read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
            shape, _, kind = read(file)
    except (ValueError, EOFError, RuntimeError, zipfile.BadZipFile) as error:
        raise DataError(f"{path.name}: {name} is no array of numpy ({error})") from None
    return shape, kind


def _array(name: str, shape: tuple[int, ...], kind: np.dtype[Any], rows: int, file: Any) -> Column:
    if kind.hasobject:
        return Column(name, shape[1:], flaw="it holds Python objects, which are never loaded")
    if not shape or shape[0] != rows:
        held = f"it has {shape[0]} rows" if shape else "it is a single value"
        return Column(name, shape[1:], flaw=f"{held}, the others have {rows}")
    if kind.kind not in "biufU":
        return Column(name, shape[1:], flaw=f"it holds neither numbers nor text but {kind}")
    import zipfile

    try:
        values: NDArray[Any] = file[name].reshape(rows, -1)
    except (ValueError, EOFError, zipfile.BadZipFile) as error:
        return Column(name, shape[1:], flaw=f"it can’t be read: {error}")
    row = () if shape[1:] == (1,) else shape[1:]
    return _described(Column(name, row, words=kind.kind == "U"), values)


def _described(column: Column, values: NDArray[Any]) -> Column:
    if not values.size:
        return msgspec.structs.replace(column, flaw="it is empty")
    if values.dtype.kind == "f" and not (finite := np.abs(values) <= GREATEST).all():
        row = int(np.flatnonzero(~finite.all(axis=1))[0])
        return msgspec.structs.replace(column, flaw=f"row {row} holds {values[row][~finite[row]][0]}")
    if column.words and (values == "").any():
        return msgspec.structs.replace(
            column, flaw=f"row {int(np.flatnonzero((values == '').any(axis=1))[0])} is empty"
        )
    preview = tuple(str(value) for value in values[:PREVIEW, 0]) if not column.shape else ()
    if column.shape:
        return msgspec.structs.replace(column, preview=preview)
    found, counts = np.unique(values, return_counts=True)
    whole = not column.words and bool((values.astype(np.float64) % 1 == 0).all())
    few = len(found) <= MOST_CLASSES and (column.words or whole)
    return msgspec.structs.replace(
        column,
        whole=whole,
        classes=tuple(str(value) if column.words else _plain(float(value)) for value in found) if few else (),
        counts=tuple(int(count) for count in counts) if few else (),
        preview=preview,
    )


def _plain(number: float) -> str:
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def _megabytes(size: int) -> str:
    return f"{size / 2**20:.0f} MB" if size < 2**30 else f"{size / 2**30:.1f} GB"
