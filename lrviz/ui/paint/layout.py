"""Where the parts of a figure go: plot areas, gutters, title rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from lrviz.ui import metrics
from lrviz.ui.figure import Figure, Floats, Line, Plot, Terrain
from lrviz.ui.paint.anatomy_layout import AnatomySheet
from lrviz.ui.paint.chain_layout import ChainSheet, chain_height, words_wide
from lrviz.ui.paint.scale import Scale
from lrviz.ui.paint.ticks import labels, ticks

LABEL_GAP = 14
"""From a line's end to its label."""
NUMBER_GAP = 10
"""From the numbers of y to the plot."""
LONGEST_NAME = 168
ROOM = 22
"""Height a number of y needs."""
FOOT = metrics.X_LABELS + 6
"""Below the lowest plot of a column."""
HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
LOWEST = 72
"""The least height of an area that can be read, in pixels of usual text: two numbers of y and three labels."""
WIDE_PANE = 600
"""From this width on a pane's lines are a little thicker and its marks further apart."""

Step = Callable[[QPainter], None]
"""One part of a picture, painted by whatever painter it is given."""


@dataclass(frozen=True, eq=False)
class Pane:
    """One plot laid out: `area` is where its axes run, within its `cell`; the `lowest` of a column has x labels."""

    plot: Plot
    cell: QRectF
    area: QRectF
    lowest: bool
    times: float
    numbers: metrics.Role
    stroke: float | None = None
    """How many times thicker than usual its curves are, in every pane alike; None where the usual suits the pane."""

    @cached_property
    def x(self) -> Scale:
        """The scale across."""
        return Scale.of(self.plot.x, self.area.left(), self.area.right())

    @cached_property
    def y(self) -> Scale:
        """The scale upwards."""
        return Scale.of(self.plot.y, self.area.bottom(), self.area.top())

    @property
    def strip(self) -> QRectF:
        """Where the names of a run's parts stand: right above the area."""
        high = metrics.STRIP * self.times
        return QRectF(self.area.left(), self.area.top() - high, self.area.width(), high)

    @cached_property
    def x_ticks(self) -> tuple[float, ...]:
        """Where x has its numbers."""
        axis = self.plot.x
        texts = labels(axis, ticks(axis))
        longest = max((width(text, self.numbers, self.times) for text in texts), default=1.0)
        apart = (8 if axis.names else 24) * self.times
        return ticks(axis, int(self.area.width() / (longest + apart)))

    @cached_property
    def y_ticks(self) -> tuple[float, ...]:
        """Where y has its numbers, and the grid its lines."""
        return ticks(self.plot.y, int(self.area.height() / (ROOM * self.times)))


@dataclass(frozen=True, eq=False)
class Map:
    """A terrain laid out, seen from above: the stretch of the plane in sight fills `rect`.

    A path is drawn through at most so `many` points.
    """

    terrain: Terrain
    rect: QRectF
    times: float
    many: int = 2000
    stroke: float = 1.0

    @cached_property
    def x(self) -> Scale:
        """The scale across."""
        return Scale.of(self.terrain.x, self.rect.left(), self.rect.right())

    @cached_property
    def y(self) -> Scale:
        """The scale upwards."""
        return Scale.of(self.terrain.y, self.rect.bottom(), self.rect.top())

    def pixels(self, x: Floats, y: Floats) -> Floats:
        """Give where places on the plane are, in pixels (n, 2)."""
        return np.column_stack([self.x.pixels(x), self.y.pixels(y)])

    def place(self, x: float, y: float) -> tuple[float, float] | None:
        """Give the pixel of a place; None where it is out of sight, or NaN."""
        across, down, rect = self.x.pixel(x), self.y.pixel(y), self.rect
        inside = rect.left() <= across <= rect.right() and rect.top() <= down <= rect.bottom()
        return (across, down) if inside else None


@dataclass(frozen=True, eq=False)
class Sheet:
    """A figure on a rectangle of pixels; `times` enlarges type, lines and marks; `numbers` is the axes' type.

    Curves are `stroke` times thicker than that, in every pane alike, where it is given. It is painted on the `ground`,
    or on the theme's surface.
    """

    figure: Figure
    rect: QRectF
    times: float = 1.0
    numbers: metrics.Role = "axis"
    stroke: float | None = None
    ground: QColor | None = None

    @cached_property
    def panes(self) -> list[Pane]:
        """The figure's plots laid out, in its order."""
        return _laid_out(self, self._below)

    @cached_property
    def chain(self) -> ChainSheet | None:
        """The figure's chain of layers, laid out at the top; None where it has none."""
        chain, rect = self.figure.chain, self.rect
        if chain is None:
            return None
        high = chain_height(chain, rect.width(), self.times)
        return ChainSheet(chain, QRectF(rect.left(), rect.top(), rect.width(), high), self.times)

    @cached_property
    def anatomy(self) -> AnatomySheet | None:
        """The update that is taken apart, laid out between chain and plots; None where there is none."""
        return None if self.figure.anatomy is None else AnatomySheet(self.figure.anatomy, self._middle, self.times)

    @cached_property
    def map(self) -> Map | None:
        """The figure's terrain laid out above its plots; None where it has none."""
        return (
            None
            if self.figure.terrain is None
            else Map(self.figure.terrain, self._middle, self.times, stroke=self.stroke or 1.0)
        )

    @property
    def _middle(self) -> QRectF:
        """Where a terrain or an anatomy goes: above the plots, below a chain."""
        top = self.rect.top() if self.chain is None else self.chain.rect.bottom()
        return QRectF(self.rect.left(), top, self.rect.width(), max(1.0, self._below.top() - top))

    @property
    def _below(self) -> QRectF:
        """Where the plots go: below a terrain they have a quarter of the height, below a chain two fifths of the rest.

        Below a chain alone they have all of the rest.
        """
        rect, figure, times = self.rect, self.figure, self.times
        top = 0.0 if self.chain is None else min(self.chain.rect.height(), rect.height())
        if not figure.plots:
            return rect.adjusted(0, rect.height(), 0, 0)
        if figure.terrain is None and figure.anatomy is None:
            return rect.adjusted(0, top, 0, 0)
        rest = rect.height() - top
        high = max(rest * (1 / 4 if self.chain is None else 2 / 5), metrics.BELOW_MAP * times)
        return rect.adjusted(0, rect.height() - round(min(high, rest / 2)), 0, 0)

    @property
    def areas(self) -> tuple[QRectF, ...]:
        """Where the axes of each plot run."""
        return tuple(pane.area for pane in self.panes)


@lru_cache(maxsize=256)
def font(role: metrics.Role, times: float) -> QFont:
    """Give a role's font, made once."""
    return metrics.drawn(role, times)


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


def forget_type() -> None:
    """Measure all texts anew: their fonts are others now."""
    for known in (font, _metrics, width, middle, elided, words_wide):
        known.cache_clear()


def lines(text: str, role: metrics.Role, times: float, room: float) -> list[str]:
    """Break a text at its spaces into lines of at most `room` pixels; a longer word stands alone."""
    made: list[str] = []
    for word in text.split(" ") if text else ():
        longer = f"{made[-1]} {word}" if made else word
        if made and width(longer, role, times) <= room:
            made[-1] = longer
        else:
            made.append(word)
    return made


def end_label(line: Line, times: float) -> tuple[str, str]:
    """Give what is written at a line's end: the name in the run's ink, and the value after it."""
    name = elided(line.name, "value", times, LONGEST_NAME * times) if line.named else ""
    if name and line.style == "stale":
        return QCoreApplication.translate("Against", "{0}, stale").format(name), line.end
    return (name, line.end) if name else (line.end, "")


def label_width(name: str, value: str, times: float) -> float:
    """Give how wide a label of a line's end is."""
    space = 5 * times if name and value else 0.0
    return width(name, "value", times) + space + width(value, "secondary", times)


def _laid_out(sheet: Sheet, rect: QRectF) -> list[Pane]:
    figure, times = sheet.figure, sheet.times
    if not figure.plots:
        return []
    columns = max(1, min(figure.columns, len(figure.plots)))
    heights = _heights(rect, figure, -(-len(figure.plots) // columns), times)
    every = any(plot.fixed for plot in figure.plots)
    wide = rect.width() / columns
    tops = [
        rect.top(),
        *(rect.top() + below for below in accumulate(height + metrics.S1 * times for height in heights)),
    ]
    laid = [
        _column(
            figure.plots[column::columns],
            _cells(
                [
                    QRectF(rect.left() + column * wide, top, wide, height)
                    for top, height in zip(tops, heights, strict=False)
                ],
                len(figure.plots[column::columns]),
                0 if every else FOOT * times,
            ),
            sheet,
            every=every,
        )
        for column in range(columns)
    ]
    return [laid[index % columns][index // columns] for index in range(len(figure.plots))]


def _cells(cells: list[QRectF], panes: int, foot: float) -> list[QRectF]:
    """Let the last pane of a column that ends early have its labels below its row, so that it is as high as others."""
    short = panes < len(cells)
    return [cell.adjusted(0, 0, 0, foot) if short and at == panes - 1 else cell for at, cell in enumerate(cells)]


def _heights(rect: QRectF, figure: Figure, rows: int, times: float) -> list[float]:
    """Give the height of each row, title and all; the last holds the labels of x too, or each its own."""
    title, foot = metrics.PLOT_TITLE * times, FOOT * times
    feet = rows if any(plot.fixed for plot in figure.plots) else 1
    free = max(0.0, rect.height() - rows * title - (rows - 1) * metrics.S1 * times - feet * foot)
    given = figure.heights or (1.0,)
    weights = [max(1e-6, given[min(row, len(given) - 1)]) for row in range(rows)]
    return [
        title + free * weight / sum(weights) + (foot if feet == rows or row == rows - 1 else 0)
        for row, weight in enumerate(weights)
    ]


def rows_in(figure: Figure, height: float, times: float) -> int:
    """Give how many rows of a figure's plots can be read in so much height; 0 where not even one can."""
    foot, every = FOOT, any(plot.fixed for plot in figure.plots)
    row = metrics.PLOT_TITLE + LOWEST + metrics.S1 + (foot if every else 0)
    return int((height / times - (0 if every else foot) + metrics.S1) / row)


def _column(plots: tuple[Plot, ...], cells: list[QRectF], sheet: Sheet, *, every: bool) -> list[Pane]:
    cell, times, role = cells[0], sheet.times, sheet.numbers
    left = max(metrics.GUTTER_LEFT * times, *(_numbers_width(plot, cell.height(), times, role) for plot in plots))
    right = max(_right(plot, times, role) for plot in plots)
    start = round(cell.left() + min(left, cell.width() / 3))
    end = max(start + 1, round(cell.right() - min(right, cell.width() / 2)))
    panes = []
    for index, (plot, own) in enumerate(zip(plots, cells, strict=False)):
        lowest = every or index == len(plots) - 1
        foot = FOOT * times if lowest else 0.0
        strip = metrics.STRIP if plot.strip is not None else 0
        top = round(own.top() + (metrics.PLOT_TITLE + strip) * times)
        area = QRectF(start, top, end - start, max(1, round(own.bottom() - foot) - top))
        panes.append(Pane(plot, own, area, lowest, times, role, sheet.stroke))
    return panes


def _numbers_width(plot: Plot, height: float, times: float, role: metrics.Role) -> float:
    texts = labels(plot.y, ticks(plot.y, int(height / (ROOM * times))))
    return max((width(text, role, times) for text in texts), default=0.0) + (NUMBER_GAP + 4) * times


def _right(plot: Plot, times: float, role: metrics.Role) -> float:
    labels = [label_width(*end_label(line, times), times) for line in plot.lines if line.named or line.end]
    title = width(plot.x.title, role, times) + 38 * times if plot.x.title else 0.0
    return max(metrics.GUTTER_RIGHT * times + max(labels, default=0.0), title)
