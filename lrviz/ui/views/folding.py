"""Which layers of a long model are shown as one, so that all of them can be seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from lrviz.ui import metrics
from lrviz.ui.pages.chain import Box, Chain, Holds
from lrviz.ui.paint.chain_layout import chain_rows
from lrviz.ui.views.layers import Layer, together

ROWS = 2
"""Rows of layers that are shown before some are taken together."""


@dataclass(frozen=True, eq=False)
class Fold:
    """A layer as it is shown: alone, one of an opened fold (`within`), or several as one, called by `key`."""

    key: str
    layer: Layer
    within: str = ""


@dataclass(frozen=True)
class _Piece:
    """A layer as far as its place depends on it."""

    name: str
    kind: str
    holds: bool


_Row = tuple[str, tuple[_Piece, ...]]
"""Layers that follow each other, and what they are called together."""


def folded(layers: Sequence[Layer], opened: str, wide: float) -> tuple[Fold, ...]:
    """Give what is shown of layers in a picture so wide: all where two rows hold them, else those of a module as one.

    The `opened` ones are shown one by one; where there is no room for the others beside them, all before them are one
    layer, and all after them. A model whose modules don't nest is divided evenly.
    """
    pieces = tuple(_Piece(layer.name, layer.kind, bool(layer.parameters)) for layer in layers)
    found, at = [], 0
    for key, within, many in _divided(pieces, opened, wide):
        found.append(Fold(key, together(key, layers[at : at + many]), within))
        at += many
    return tuple(found)


@lru_cache(maxsize=64)  # the cursor moves over one model
def _divided(pieces: tuple[_Piece, ...], opened: str, wide: float) -> tuple[tuple[str, str, int], ...]:
    """Give the key of each fold, the opened one it is in, and how many layers it holds."""
    alone: list[_Row] = [(piece.name, (piece,)) for piece in pieces]
    if _fits(alone, wide):
        return tuple((key, "", 1) for key, _ in alone)
    closed: list[_Row] = list(alone)
    for rows in _divisions(pieces):
        closed = rows
        if _fits(rows, wide):
            break
    shown = _unfolded(closed, opened)
    if opened and not _fits([(key, own) for key, _, own in shown], wide):
        shown = _unfolded(_around(closed, opened), opened)
    return tuple((key, within, len(own)) for key, within, own in shown)


def _unfolded(closed: Sequence[_Row], opened: str) -> list[tuple[str, str, tuple[_Piece, ...]]]:
    """Give the rows with the opened one's layers apart."""
    found: list[tuple[str, str, tuple[_Piece, ...]]] = []
    for key, own in closed:
        if key == opened and len(own) > 1:
            found += [(piece.name, key, (piece,)) for piece in own]
        else:
            found.append((own[0].name if len(own) == 1 else key, "", own))
    return found


def _around(closed: Sequence[_Row], opened: str) -> list[_Row]:
    """Give what is opened, with all before it as one row and all after it; all rows where none is opened."""
    place = next((i for i, (key, own) in enumerate(closed) if key == opened and len(own) > 1), None)
    if place is None:
        return list(closed)
    rows = [_joined(closed[:place]), closed[place], _joined(closed[place + 1 :])]
    return [row for row in rows if row[1]]


def _joined(rows: Sequence[_Row]) -> _Row:
    keys = [key for key, _ in rows]
    return " … ".join(dict.fromkeys((*keys[:1], *keys[-1:]))), tuple(piece for _, own in rows for piece in own)


def _fits(rows: Sequence[tuple[str, Sequence[_Piece]]], wide: float) -> bool:
    """Whether two rows of a picture so wide hold these layers."""
    boxes = (Box(key, own[0].kind, holds=(Holds("", "none"),) * any(one.holds for one in own)) for key, own in rows)
    return chain_rows(Chain("", "", tuple(boxes), "", "", 0), wide, metrics.scale()) <= ROWS


def _divisions(pieces: tuple[_Piece, ...]) -> Iterator[list[_Row]]:
    """Give ways to take layers together, from the finest: by the modules they are in, then in ever longer rows."""
    deepest = max((piece.name.count(".") for piece in pieces), default=0)
    for depth in range(deepest, 0, -1):
        yield _by(pieces, depth)
    for many in range(2, len(pieces) + 1):
        rows = [pieces[i : i + many] for i in range(0, len(pieces), many)]
        yield [(f"{row[0].name} … {row[-1].name}", row) for row in rows]


def _by(pieces: tuple[_Piece, ...], depth: int) -> list[_Row]:
    """Take together what follows each other in one module, `depth` names down."""

    def module(piece: _Piece) -> str:
        parts = piece.name.split(".")
        return ".".join(parts[:depth]) if len(parts) > depth else piece.name

    return [(key, tuple(own)) for key, own in groupby(pieces, module)]
