"""Panes that have room: as many of a figure's as can be read at once; the others are a key or a choice away."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtWidgets import QMenu, QWidget

from lrviz.ui.controls.below import below
from lrviz.ui.controls.button import Button
from lrviz.ui.figure import Figure
from lrviz.ui.pages.canvas import Canvas
from lrviz.ui.paint.layout import rows_in

NARROWEST = 300
"""The least that a pane is wide beside another, with its gutters, in pixels of usual text."""


def grid(figure: Figure, room: QSizeF, times: float) -> tuple[int, int]:
    """Give how many columns and rows of a figure's plots can be read in so much room."""
    columns = max(1, min(figure.columns, len(figure.plots), int(room.width() / (NARROWEST * times))))
    return columns, max(1, rows_in(figure, room.height(), times))


class InRoom(QObject):
    """Picks the plots that have room, from one on that a person chose; its button says which, where some have none.

    What is presented, or stands alone, is left as it is.
    """

    changed = Signal()
    """Other plots are to be shown."""

    def __init__(self, canvas: Canvas, page: QWidget) -> None:
        super().__init__(page)
        self._canvas, self._first, self._count = canvas, 0, 0
        self._titles: tuple[str, ...] = ()
        self.button = Button("", icon="chevron-down", kind="ghost", small=True, parent=page)
        self.button.hide()
        self.button.clicked.connect(lambda: self.menu().exec(below(self.button)))

    @property
    def part(self) -> bool:
        """Whether some panes have no room."""
        return self._count < len(self._titles)

    def pick(self, figure: Figure) -> Figure:
        """Give a figure with the plots that have room; all of them where all have."""
        stage, plots = self._canvas.stage, figure.plots
        self._titles, self._count = tuple(plot.title for plot in plots), len(plots)
        picked = figure
        if plots and not stage.bare and not stage.alone:
            columns, rows = grid(figure, QSizeF(self._canvas.size()), stage.drawn)
            self._count = min(len(plots), columns * rows)
            if self.part or columns < min(figure.columns, len(plots)):
                self._first = min(self._first, len(plots) - self._count)
                shown = plots[self._first : self._first + self._count]
                picked = replace(figure, plots=shown, columns=columns, heights=(1.0,))
        self._say()
        return picked

    def turn(self, by: int) -> None:
        """Show the next panes, or those before; the first come after the last."""
        last = len(self._titles) - self._count
        if by > 0:
            self.show_from(0 if self._first >= last else min(self._first + self._count, last))
        else:
            self.show_from(last if self._first == 0 else max(0, self._first - self._count))

    def show_from(self, index: int) -> None:
        """Show this plot and those after it that have room."""
        if index != self._first:
            self._first = index
            self.changed.emit()

    def bring(self, titles: tuple[str, ...]) -> None:
        """Show the plot of one of these titles, where there is one that isn't in sight."""
        there = next((at for at, title in enumerate(self._titles) if title in titles), None)
        if there is not None and self.part and not self._first <= there < self._first + self._count:
            self.show_from(there)

    def menu(self) -> QMenu:
        """Give the menu of all panes, those in sight checked."""
        menu = QMenu(self.button)
        for at, title in enumerate(self._titles):
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(self._first <= at < self._first + self._count)
            action.triggered.connect(lambda _=False, at=at: self.show_from(at))
        return menu

    def _say(self) -> None:
        """Say which panes are in sight, where some aren't."""
        self.button.setVisible(self.part)
        if self.part:
            first, last, count = self._first + 1, self._first + self._count, len(self._titles)
            which = f"{first}" if first == last else f"{first}–{last}"
            self.button.setText(self.tr("{0} of {1}").format(which, count))
            self.button.setAccessibleName(self.tr("Panes in sight: {0} of {1}").format(which, count))
            self.button.setToolTip(self.tr("Not all panes have room: choose which are shown"))
