"""The tables of a report: what runs reached, which can be sorted, and tables of one run that are shaded."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

import numpy as np

from lrviz.export.report.content import Matrix, Report, Shown, Table
from lrviz.export.report.marks import MARKS, swatch

SHADES = 20
"""Steps from nothing to the darkest: a page's policy lets no cell have a style of its own."""
DARKEST = 45
"""Per cent of a run's colour in the darkest: words are read on it in light and in dark."""


def reached(report: Report, table: Table) -> str:
    """Give what each run reached."""
    heads = "".join(f'<th scope="col"><button type="button">{escape(head)}</button></th>' for head in table.heads)
    rows = "".join(
        f'<tr><td><span class="run">{swatch(report.runs[row.run][1])}{escape(report.runs[row.run][0])}</span></td>'
        f"{''.join(map(_cell, row.cells))}</tr>"
        for row in table.rows
    )
    return (
        f'<p class="under">{escape(table.under)}</p><div class="scrolls">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cell(cell: Shown) -> str:
    value = "" if cell.value is None or not math.isfinite(cell.value) else repr(float(cell.value))
    text = f'<span class="best">{escape(cell.text)}</span>' if cell.best else escape(cell.text)
    return f'<td data-value="{value}">{text}</td>'


def shaded(report: Report, matrices: Sequence[Matrix]) -> str:
    """Give a run's tables of cells, each cell as dark as its share."""
    run = matrices[0].run
    name, colour = report.runs[run]
    head = f'<div class="head">{swatch(colour)}<h3>{escape(name)}</h3></div>'
    tables = "".join(_cells(matrix, name) for matrix in matrices)
    return f'<div class="matrix c{colour % len(MARKS)}" data-of="{run}">{head}{tables}</div>'


def _cells(matrix: Matrix, name: str) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in matrix.across)
    levels = np.nan_to_num(np.clip(matrix.shares, 0, 1) * SHADES).round().astype(int).tolist()
    rows = "".join(
        f'<tr><th scope="row">{escape(head)}</th>'
        + "".join(f'<td class="s{level}">{escape(text)}</td>' for level, text in zip(shades, texts, strict=True))
        + "</tr>"
        for head, shades, texts in zip(matrix.down, levels, matrix.texts, strict=True)
    )
    corner = f'<th scope="col">{escape(matrix.corner)}</th>'
    caption = f'{escape(matrix.title)}<span class="unseen">, {escape(name)}</span>'
    return (
        f'<div class="scrolls"><table><caption>{caption}</caption>'
        f"<thead><tr>{corner}{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def shades() -> str:
    """Give the sheet's part for cells: from none to nearly the run's colour, and words that can be read on it."""
    return "".join(
        f".matrix .s{level}{{background:color-mix(in srgb,var(--line) {DARKEST * level / SHADES:.0f}%,transparent)}}"
        for level in range(1, SHADES + 1)
    )
