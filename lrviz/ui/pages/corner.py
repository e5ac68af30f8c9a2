"""The controls in a figure's title rows: its scale or panes, how runs are compared in it, and what of them is stale."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from lrviz.ui import metrics
from lrviz.ui.compared.stale import Change
from lrviz.ui.controls.button import Button, IconButton
from lrviz.ui.controls.stale_chip import StaleChip
from lrviz.ui.figure import Figure
from lrviz.ui.pages.canvas import Canvas
from lrviz.ui.pages.in_room import InRoom
from lrviz.ui.paint.axes import MARK
from lrviz.ui.paint.layout import width
from lrviz.ui.racing.scanning import Scanning

CHIP_LEAST = 120
"""Pixels that the chip needs; where a title leaves less, the title gives way."""


class Corner:
    """Buttons at the top right of a page's plots, and in another title row the chip of what is stale.

    The plot of the key `scaled` is whose scale the first of them is about: it is there where that one is in sight.
    """

    def __init__(self, page: QWidget, canvas: Canvas, scaled: str = "") -> None:
        self._page, self._canvas, self._scaled = page, canvas, scaled
        self.scale = Button("", icon="chevron-down", kind="ghost", small=True, parent=page)
        self.split = IconButton("layout-grid", _tr("Compare runs"), parent=page)
        self.in_room = InRoom(canvas, page)
        self.scan = Button("", kind="ghost", small=True, parent=page)
        self.chip = StaleChip(page)
        self.scan.hide()

    @property
    def _shown(self) -> list[QWidget]:
        """The buttons that are there, from the right."""
        return [button for button in (self.scale, self.split, self.in_room.button, self.scan) if not button.isHidden()]

    def offer(self, changes: tuple[Change, ...], *, here: bool, several: bool) -> None:
        """Show what can be done with a figure of one run or several, and what of it is stale."""
        self.scale.setVisible(here)
        self.split.setVisible(here and several)
        self.chip.show_changes(changes)

    def offer_scanning(self, scanning: Scanning, *, here: bool) -> None:
        """Show the button that stops what is being scanned, or takes up what was stopped."""
        translate = QCoreApplication.translate
        running = scanning.running
        self.scan.setText(translate("Page", "Stop scanning") if running else translate("Page", "Go on scanning"))
        self.scan.setVisible(here and (running or scanning.stopped))

    def beside(self, figure: Figure) -> Figure:
        """Show the plots that have room, and leave some of it in the title rows for what stands there."""
        figure = self.in_room.pick(figure)
        if self._scaled and not any(plot.key.split("/")[0] == self._scaled for plot in figure.plots):
            self.scale.hide()
        if not figure.plots:
            return figure
        plots, corner = list(figure.plots), min(figure.columns, len(figure.plots)) - 1
        room = sum(button.sizeHint().width() for button in self._shown)
        chip = self.chip.sizeHint().width() + metrics.S3 if not self.chip.isHidden() else 0
        for at, wide in ((corner, room), (_of_chip(figure), chip)):
            aside = plots[at].aside + (wide + metrics.S3 if wide else 0)
            plots[at] = dataclasses.replace(plots[at], aside=aside)
        return dataclasses.replace(figure, plots=tuple(plots))

    def place(self) -> None:
        """Stand where the figure has its title rows."""
        right, row = self._page.width() - metrics.S2, metrics.PLOT_TITLE * self._canvas.sheet.times
        for button in self._shown:
            size = button.sizeHint()
            right -= size.width()
            top = self._canvas.y() + round((row - size.height()) / 2)
            button.setGeometry(right, top, size.width(), size.height())
            button.raise_()
        figure, panes = self._canvas.figure, self._canvas.panes
        if not panes or self.chip.isHidden():
            return
        at = _of_chip(figure)
        cell, plot = panes[at].cell, figure.plots[at]
        edge = float(right) if at == min(figure.columns, len(figure.plots)) - 1 else cell.right()
        marked = 0.0 if plot.colour is None else 2 * MARK + 6
        titled = metrics.S4 + marked + width(plot.title, "plot_title", 1.0) + metrics.S3
        room = max(CHIP_LEAST, edge - metrics.S3 - cell.left() - titled)
        middle = self._canvas.y() + cell.top() + metrics.PLOT_TITLE / 2
        self.chip.stand(self._canvas.x() + edge - metrics.S3, middle, room)


def _of_chip(figure: Figure) -> int:
    """Give the plot in whose title row the chip stands: where each run has a pane the first says what is drawn."""
    return 1 if figure.plots[0].colour is not None else 0


def _tr(text: str) -> str:
    return QCoreApplication.translate("Corner", text)
