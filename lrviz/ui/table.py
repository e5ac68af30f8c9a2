"""A table as a value: what a view has to say in numbers, run by run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """A text, the number it stands for (for sorting), and whether it is the best of its column."""

    text: str
    value: float = float("nan")
    best: bool = False


@dataclass(frozen=True)
class Row:
    """One run: its name, colour and cells; `faint` when its numbers belong to an earlier version of it."""

    name: str
    colour: int
    cells: tuple[Cell, ...]
    faint: bool = False
    selected: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of cells under `heads`; above the first column stands `first`, or that it holds the runs' names."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    first: str = ""
