"""Arrays in an NPZ file: their shapes and types, and what they hold; arrays of Python objects are never loaded."""

from __future__ import annotations

import tokenize
import zipfile
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from lrviz.datafile.found import (
    GREATEST,
    LARGEST,
    MOST_CLASSES,
    MOST_COLUMNS,
    PREVIEW,
    Column,
    DataError,
    Inspection,
    Turns,
    plain,
)
from lrviz.files import megabytes
from lrviz.sentences import say

PACKED = 4 * LARGEST
BROKEN = (ValueError, EOFError, RuntimeError, SyntaxError, zipfile.BadZipFile, zlib.error, tokenize.TokenError)
"""What reading an array whose bytes are damaged may raise."""


def arrays(path: Path, digest: str) -> Turns:
    """Look through an NPZ file."""
    try:
        with zipfile.ZipFile(path) as archive:
            heads = {name.removesuffix(".npy"): _head(archive, name, path) for name in archive.namelist()}
    except zipfile.BadZipFile:
        raise DataError(say("{name} is no NPZ file", name=path.name)) from None
    except NotImplementedError as error:  # a way of packing that Python doesn't know
        raise DataError(say("{name} can’t be unpacked: {error}", name=path.name, error=error)) from None
    if not 0 < len(heads) <= MOST_COLUMNS:
        raise DataError(
            say(
                "{name} has {heads} arrays; 1 to {most_columns} are read",
                name=path.name,
                heads=len(heads),
                most_columns=MOST_COLUMNS,
            )
        )
    held = sum(int(np.prod(shape, dtype=np.float64)) * kind.itemsize for shape, kind in heads.values())
    if held > PACKED:
        raise DataError(
            say(
                "{name} unpacks to {megabytes}; at most {most} are read",
                name=path.name,
                megabytes=megabytes(held),
                most=megabytes(PACKED),
            )
        )
    lengths = Counter(shape[0] for shape, _ in heads.values() if shape)
    if not lengths or not max(lengths):
        raise DataError(say("{name} holds no array with rows", name=path.name))
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
    try:
        with archive.open(name) as file:
            version = np.lib.format.read_magic(file)
            read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
            shape, _, kind = read(file)
    except BROKEN:
        raise DataError(say("{name}: {array} is no array of numpy", name=path.name, array=name)) from None
    if min(shape, default=0) < 0:
        raise DataError(say("{name}: {array} is no array of numpy", name=path.name, array=name))
    return shape, kind


def _array(name: str, shape: tuple[int, ...], kind: np.dtype[Any], rows: int, file: Any) -> Column:
    if kind.hasobject:
        return Column(name, shape[1:], flaw=say("it holds Python objects, which are never loaded"))
    if not shape or shape[0] != rows:
        held = say("it has {rows} row{rows:|s}", rows=shape[0]) if shape else say("it is a single value")
        return Column(name, shape[1:], flaw=say("{held}, the others have {rows}", held=held, rows=rows))
    if kind.kind not in "biufU":
        return Column(name, shape[1:], flaw=say("it holds neither numbers nor text but {kind}", kind=kind))
    try:
        values: NDArray[Any] = file[name].reshape(rows, -1)
    except BROKEN as error:
        return Column(name, shape[1:], flaw=say("it can’t be read: {error}", error=error))
    row = () if shape[1:] == (1,) else shape[1:]
    return _described(Column(name, row, words=kind.kind == "U"), values)


def _described(column: Column, values: NDArray[Any]) -> Column:
    if column.words:
        values = np.char.strip(values)  # as a table's cells are
    if not values.size:
        return msgspec.structs.replace(column, flaw=say("it is empty"))
    if values.dtype.kind == "f" and not (finite := np.abs(values.astype(np.float64)) <= GREATEST).all():
        row = int(np.flatnonzero(~finite.all(axis=1))[0])
        return msgspec.structs.replace(
            column, flaw=say("row {row} holds {value}", row=row, value=str(values[row][~finite[row]][0]))
        )
    if column.words and (values == "").any():
        row = int(np.flatnonzero((values == "").any(axis=1))[0])
        return msgspec.structs.replace(column, flaw=say("row {row} is empty", row=row))
    preview = tuple(str(value) for value in values[:PREVIEW, 0]) if not column.shape else ()
    if column.shape:
        return msgspec.structs.replace(column, preview=preview)
    found, counts = np.unique(values, return_counts=True)
    whole = not column.words and bool((values.astype(np.float64) % 1 == 0).all())
    few = len(found) <= MOST_CLASSES and (column.words or whole)
    return msgspec.structs.replace(
        column,
        whole=whole,
        classes=tuple(map(_named, found)) if few else (),
        counts=tuple(int(count) for count in counts) if few else (),
        preview=preview,
    )


def _named(value: Any) -> str:
    """Write a text or a whole number as a class is called."""
    if isinstance(value, np.floating):
        return plain(float(value))
    return str(value if isinstance(value, np.str_) else int(value))
