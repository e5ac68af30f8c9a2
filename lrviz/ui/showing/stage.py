"""How a figure stands on its canvas: larger than usual, with one of its parts alone, without controls around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.figure import Figure, Plot

if TYPE_CHECKING:
    from lrviz.ui.paint import Sheet

TERRAIN, CHAIN, ANATOMY = "terrain", "chain", "anatomy"
"""Keys of the parts of a figure that are no plots."""
HEADLINE = 16 / 15
"""A headline of 32 pixels over labels of 20."""
STROKE = 16 / 15
"""Curves of 4 pixels beside them."""


@dataclass(frozen=True)
class Stage:
    """How many `times` larger than usual type, lines and marks are, and the key of the part that stands `alone`.

    A `bare` one has no controls around it.
    """

    times: float = 1.0
    alone: str = ""
    bare: bool = False

    @property
    def drawn(self) -> float:
        """How many times larger than usual all is drawn: text has the size that the system and the person ask for."""
        return self.times * metrics.scale()

    @property
    def headline(self) -> float:
        """How many times larger the headline is: what a whole room reads first is a little larger still."""
        return self.times * (HEADLINE if self.bare else 1.0)

    @property
    def stroke(self) -> float | None:
        """How many times thicker than its type curves are: across a room a line is lost before a word is."""
        return STROKE if self.bare else None

    @property
    def margins(self) -> tuple[int, int, int, int]:
        """The room around the headline: left, top, right and bottom."""
        side, top = round(metrics.S4 * self.times), round((metrics.S6 if self.bare else metrics.S3) * self.times)
        return side, top, side, round(metrics.S2 * self.times) if self.bare else 0

    def numbers(self, width: int) -> metrics.Role:
        """Give the type of the axes in a window of this width: what is enlarged is large enough."""
        return "axis_wide" if width >= px(metrics.WIDE) and self.times == 1.0 else "axis"


def parts(figure: Figure) -> tuple[tuple[str, str], ...]:
    """Give the parts of a figure that can stand alone, each with its key and its title."""
    return (
        *([(CHAIN, _tr("Layers"))] if figure.chain is not None else []),
        *([(ANATOMY, _tr("Update"))] if figure.anatomy is not None else []),
        *([(TERRAIN, _tr("Landscape"))] if figure.terrain is not None else []),
        *[(key_of(plot), plot.title) for plot in figure.plots],
    )


def key_of(plot: Plot) -> str:
    """Give what a plot is called where it isn't read."""
    return plot.key or plot.title


def alone(figure: Figure, key: str) -> Figure:
    """Give a figure with one of its parts only; the whole figure where it has no such part."""
    if key not in dict(parts(figure)):
        return figure
    plots = tuple(plot for plot in figure.plots if key_of(plot) == key)
    return replace(
        figure,
        plots=plots,
        columns=1,
        heights=(1.0,),
        chain=figure.chain if key == CHAIN else None,
        anatomy=figure.anatomy if key == ANATOMY else None,
        terrain=figure.terrain if key == TERRAIN else None,
    )


def titled_at(sheet: Sheet, at: QPointF) -> str:
    """Give the key of the plot whose title row is at a point; "" where there is none."""
    for pane in sheet.panes:
        if pane.cell.contains(at) and at.y() < pane.cell.top() + metrics.PLOT_TITLE * sheet.times:
            return key_of(pane.plot)
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Stage", text)
