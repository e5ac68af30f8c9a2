"""Where the parts of a figure go: plot areas, gutters, title rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from lrviz.ui import metrics, numbers
from lrviz.ui.figure import Figure, Line, Plot
from lrviz.ui.paint.scale import Scale
from lrviz.ui.paint.ticks import ticks

LABEL_GAP = 14
"""From a line's end to its label."""
NUMBER_GAP = 10
"""From the numbers of y to the plot."""
LONGEST_NAME = 168
WIDE_PANE = 600
"""From this width on a pane's lines are a little thicker and its marks further apart."""


@dataclass(frozen=True)
class Pane:
    """One plot laid out: its area, its scales, its labels; `lowest` in its column."""

    plot: Plot
    cell: QRectF
    area: QRectF
    x: Scale
    y: Scale
    x_ticks: list[float]
    y_ticks: list[float]
    lowest: bool
    times: float


@lru_cache(maxsize=256)
def font(role: metrics.Role, times: float) -> QFont:
    """Give a role's font, made once."""
    return metrics.font(role, times)


@lru_cache(maxsize=256)
def _metrics(role: metrics.Role, times: float) -> QFontMetricsF:
    return QFontMetricsF(font(role, times))


@lru_cache(maxsize=4096)
def width(text: str, role: metrics.Role, times: float) -> float:
    """Give how wide a text is, in pixels; measured once."""
    return _metrics(role, times).horizontalAdvance(text)


@lru_cache(maxsize=256)
def middle(role: metrics.Role, times: float) -> float:
    """Give how far a text's baseline is below the middle of its capitals."""
    return _metrics(role, times).capHeight() / 2


@lru_cache(maxsize=1024)
def elided(text: str, role: metrics.Role, times: float, room: float) -> str:
    """Give a text cut to `room` pixels, with an ellipsis where it is cut."""
    return _metrics(role, times).elidedText(text, Qt.TextElideMode.ElideRight, room)


def end_label(line: Line, times: float) -> tuple[str, str]:
    """Give what is written at a line's end: the name in the run's ink, and the value after it."""
    name = elided(line.name, "value", times, LONGEST_NAME * times) if line.named else ""
    if name and line.style == "stale":
        return name, ""
    return (name, line.end) if name else (line.end, "")


def label_width(name: str, value: str, times: float) -> float:
    """Give how wide a label of a line's end is."""
    space = 5 * times if name and value else 0.0
    return width(name, "value", times) + space + width(value, "secondary", times)


def lay_out(rect: QRectF, figure: Figure, times: float = 1.0) -> list[Pane]:
    """Lay a figure's plots out in a rectangle."""
    if not figure.plots:
        return []
    columns = max(1, min(figure.columns, len(figure.plots)))
    rows = -(-len(figure.plots) // columns)
    heights = _heights(rect, figure, rows, times)
    panes: list[Pane] = []
    for column in range(columns):
        plots = figure.plots[column::columns]
        cells, top = [], rect.top()
        for height in heights[: len(plots)]:
            cells.append(QRectF(rect.left() + column * rect.width() / columns, top, rect.width() / columns, height))
            top += height + metrics.S1 * times
        panes += _column(plots, cells, times)
    order = {id(plot): index for index, plot in enumerate(figure.plots)}
    return sorted(panes, key=lambda pane: order[id(pane.plot)])


def _heights(rect: QRectF, figure: Figure, rows: int, times: float) -> list[float]:
    """Give the height of each row, title and all; the last holds the labels of x too."""
    title, foot = metrics.PLOT_TITLE * times, (metrics.X_LABELS + 6) * times
    free = max(0.0, rect.height() - rows * title - (rows - 1) * metrics.S1 * times - foot)
    given = figure.heights or (1.0,)
    weights = [max(1e-6, given[min(row, len(given) - 1)]) for row in range(rows)]
    return [title + free * weight / sum(weights) + (foot if row == rows - 1 else 0) for row, weight in enumerate(weights)]


def _column(plots: tuple[Plot, ...], cells: list[QRectF], times: float) -> list[Pane]:
    drafts = []
    for plot, cell in zip(plots, cells, strict=True):
        lowest = plot is plots[-1]
        foot = (metrics.X_LABELS + 6) * times if lowest else 0.0
        top = cell.top() + metrics.PLOT_TITLE * times
        bottom = max(top + 1, cell.bottom() - foot)
        drafts.append((plot, cell, top, bottom, ticks(plot.y, int((bottom - top) / (22 * times))), lowest))
    left = max([metrics.GUTTER_LEFT * times, *(_numbers_width(plot, values, times) for plot, _, _, _, values, _ in drafts)])
    right = max(_right(plot, times) for plot in plots)
    cell = cells[0]
    start = round(cell.left() + min(left, cell.width() / 3))
    end = max(start + 1.0, round(cell.right() - min(right, cell.width() / 2)))
    return [
        _pane(plot, cell, QRectF(start, round(top), end - start, max(1.0, round(bottom) - round(top))), values, lowest, times)
        for plot, cell, top, bottom, values, lowest in drafts
    ]


def _pane(plot: Plot, cell: QRectF, area: QRectF, y_ticks: list[float], lowest: bool, times: float) -> Pane:
    x_scale = Scale.of(plot.x, area.left(), area.right())
    y_scale = Scale.of(plot.y, area.bottom(), area.top())
    longest = max((width(text, "axis", times) for text in numbers.ticks(ticks(plot.x), plot.x.form, log=plot.x.log)), default=1.0)
    x_ticks = ticks(plot.x, int(area.width() / (longest + 24 * times)))
    return Pane(plot, cell, area, x_scale, y_scale, x_ticks, y_ticks, lowest, times)


def _numbers_width(plot: Plot, values: list[float], times: float) -> float:
    texts = numbers.ticks(values, plot.y.form, log=plot.y.log)
    return max((width(text, "axis", times) for text in texts), default=0.0) + (NUMBER_GAP + 4) * times


def _right(plot: Plot, times: float) -> float:
    labels = [label_width(*end_label(line, times), times) for line in plot.lines if line.named or line.end]
    title = width(plot.x.title, "axis", times) + 38 * times if plot.x.title else 0.0
    return max(metrics.GUTTER_RIGHT * times + max(labels, default=0.0), title)
