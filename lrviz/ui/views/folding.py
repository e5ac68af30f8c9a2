"""Which layers of a long model are shown as one, so that all of them can be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lrviz.ui.views.layers import Layer, together


@dataclass(frozen=True, eq=False)
class Fold:
    """A layer as it is shown: alone, one of an opened fold (`within`), or several as one, called by `key`."""

    key: str
    layer: Layer
    within: str = ""


def folded(layers: Sequence[Layer], opened: str, fits: Callable[[Sequence[Fold]], bool]) -> tuple[Fold, ...]:
    """Give what is shown of layers: all where that `fits`, else those of one module as one, but for the `opened` one.

    A model whose modules don't nest is divided evenly.
    """
    alone = tuple(Fold(layer.name, layer) for layer in layers)
    if fits(alone):
        return alone
    closed: list[tuple[str, list[Layer]]] = []
    for groups in _divisions(layers):
        closed = groups
        if fits([Fold(key, together(key, own)) for key, own in groups]):
            break
    shown = tuple(fold for key, own in closed for fold in _shown(key, own, opened))
    return shown if fits(shown) else _beside(closed, opened) or shown


def _shown(key: str, own: Sequence[Layer], opened: str) -> Iterator[Fold]:
    if key == opened and len(own) > 1:
        yield from (Fold(layer.name, layer, key) for layer in own)
    else:
        yield Fold(own[0].name if len(own) == 1 else key, together(key, own))


def _beside(closed: Sequence[tuple[str, list[Layer]]], opened: str) -> tuple[Fold, ...]:
    """Give what was opened alone, with all before it as one layer and all after it; nothing where none is open."""
    place = next((i for i, (key, own) in enumerate(closed) if key == opened and len(own) > 1), None)
    if place is None:
        return ()
    before, after = ([layer for _, own in part for layer in own] for part in (closed[:place], closed[place + 1 :]))
    rows = [(_called(closed[:place]), before), (opened, closed[place][1]), (_called(closed[place + 1 :]), after)]
    return tuple(fold for key, own in rows if own for fold in _shown(key, own, opened))


def _called(closed: Sequence[tuple[str, list[Layer]]]) -> str:
    """Name a row of folds by its first and last one."""
    keys = [key for key, _ in closed]
    return " … ".join(dict.fromkeys((*keys[:1], *keys[-1:])))


def _divisions(layers: Sequence[Layer]) -> Iterator[list[tuple[str, list[Layer]]]]:
    """Give ways to take layers together, from the finest: by the modules they are in, then in ever longer rows."""
    deepest = max((layer.name.count(".") for layer in layers), default=0)
    for depth in range(deepest, 0, -1):
        yield _by(layers, depth)
    for many in range(2, len(layers) + 1):
        rows = [list(layers[i : i + many]) for i in range(0, len(layers), many)]
        yield [(f"{row[0].name} … {row[-1].name}", row) for row in rows]


def _by(layers: Sequence[Layer], depth: int) -> list[tuple[str, list[Layer]]]:
    """Take together what follows each other in one module, `depth` names down."""

    def module(layer: Layer) -> str:
        parts = layer.name.split(".")
        return ".".join(parts[:depth]) if len(parts) > depth else layer.name

    return [(key, list(own)) for key, own in groupby(layers, module)]
