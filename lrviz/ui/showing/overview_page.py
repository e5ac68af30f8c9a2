"""The page of all views at once: each as far as it is known, drawn one after the other."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.figure import Figure, Tile
from lrviz.ui.pages.heading import Heading
from lrviz.ui.pages.page import Page
from lrviz.ui.paint.board import inside, placed
from lrviz.ui.palette import theme
from lrviz.ui.showing.board_canvas import BoardCanvas
from lrviz.ui.showing.stage import Stage
from lrviz.ui.slices import Slices, finished
from lrviz.ui.table import Table

if TYPE_CHECKING:
    from lrviz.ui.window import AnyPage, Window


CHAIN = QSizeF(900, 700)
"""The least room that the gradients are drawn for: with less, they would be the chain alone."""


class OverviewPage(QWidget):
    """Draws the views' own figures on a board whenever one of them says that something changed.

    Nothing is raced, surveyed or searched for it: a view that lacks that says so on its card.
    """

    key = "overview"
    along: Literal["steps"] = "steps"
    opened = Signal(str)
    """A view is to be shown, by its key."""
    left = Signal()
    """The view before is to be shown."""

    def __init__(self, pages: Mapping[str, AnyPage], titles: Mapping[str, str], window: Window) -> None:
        super().__init__(window.stack)
        self._pages, self._titles = {key: pages[key] for key in titles}, titles
        self._store, self._races = window.store, window.races
        self.headline = ElidedLabel("headline", "text", self)
        self.subline = ElidedLabel("body", "text2", self)
        self.canvas = BoardCanvas(self)
        self._work: Slices | None = None
        self._wanted = False
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self._begin)
        self._heading = Heading(self.headline, self.subline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._heading)
        column.addWidget(self.canvas, 1)
        self.canvas.opened.connect(self.opened)
        self.canvas.drawn.connect(self._soon)
        self.canvas.resized.connect(self._changed)
        store = window.store
        for signal in (store.changed, store.cursor_changed, store.looked, store.unit_changed, store.selected_changed):
            signal.connect(self._changed)
        for signal in (store.outlook_changed, store.heard_changed, window.races.progressed):
            signal.connect(self._changed)
        if window.ground is not None and window.finder is not None:
            window.ground.surveys.changed.connect(self._changed)
            window.finder.searches.changed.connect(self._changed)

    @property
    def figure(self) -> Figure:
        """What is shown, brought up to date first."""
        if self._wanted or self._work is not None:
            self._drop()
            self._show(finished(self._drawing(self._store.experiment, self.canvas.size().toSizeF(), self._ratio())))
        return self.canvas.figure

    def pictured(self, experiment: Experiment, room: QSizeF, ratio: float = 1.0) -> Figure:
        """Give all views of an experiment in so much room, of what is known: nothing is begun for it."""
        return finished(self._drawing(experiment, room, ratio))

    def table(self) -> Table:
        """Give the numbers of the race, or of the schedules."""
        return self._pages["training"].table()

    def set_stage(self, stage: Stage) -> None:
        """Stand in another size, or without controls."""
        self._heading.set_stage(stage)
        self.subline.setHidden(stage.bare)
        self.canvas.set_stage(stage)

    def preview(self, run: Run | None) -> None:
        """Show nothing of a run as it would be: that is for the view it is chosen in."""

    def look_at_all(self) -> None:
        """Show the whole plan in every view."""
        for page in self._pages.values():
            page.look_at_all()
        self._changed()

    def _ratio(self) -> float:
        return self.devicePixelRatioF() * self.canvas.times

    def _changed(self, *_: Any) -> None:
        if self.isVisible():
            self._wanted = True
            self._soon()

    def _soon(self) -> None:
        if self._wanted and self._work is None and not self.canvas.busy:
            self._due.start()

    def _begin(self) -> None:
        """Draw what is there now, in as many turns as it takes; what is begun is ended."""
        if not self._wanted or self._work is not None:
            return
        self._wanted = False
        room = self.canvas.size().toSizeF() / self.canvas.times
        self._work = Slices(self._drawing(self._store.experiment, room, self._ratio()), self)
        self._work.done.connect(self._take)
        self._work.failed.connect(lambda _error: self._drop())

    def _take(self, figure: Figure) -> None:
        self._drop()
        self._show(figure)

    def _drop(self) -> None:
        self._wanted = False if self._work is None else self._wanted
        if self._work is not None:
            self._work.cancel()
            self._work.deleteLater()
        self._work = None

    def _show(self, figure: Figure) -> None:
        self.headline.setText(figure.headline)
        self.subline.setText(figure.subline)
        self.canvas.show_figure(figure)

    def _drawing(self, experiment: Experiment, room: QSizeF, ratio: float) -> Generator[None, None, Figure]:
        """Make the figure of each view for its card, one after the other."""
        tiles = []
        places = placed(QRectF(0, 0, room.width(), room.height()), len(self._pages), 1.0)
        for (key, page), cell in zip(self._pages.items(), places, strict=True):
            size = inside(cell, 1.0).size()
            if isinstance(page, Page):
                shown = yield from page.drawing(experiment, size, ratio)
            else:  # a chain gives way to plots on a small card, where it has both
                shown = page.pictured(experiment, size.expandedTo(CHAIN) if key == "gradients" else size, ratio)
            title = QCoreApplication.translate("View", self._titles[key])
            tiles.append(Tile(key, title, _telling(shown) if key == "training" else shown))
            yield
        return _board(tuple(tiles))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.canvas.stage.bare:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().surface)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._changed()

    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        self._due.stop()
        self._drop()


def _telling(training: Figure) -> Figure:
    """Leave out of a race what the schedule's card shows too, and the noisy losses, where there are others."""
    plots = tuple(plot for plot in training.plots if plot.key not in ("lr", "loss"))
    return replace(training, plots=plots or training.plots)


def _board(tiles: tuple[Tile, ...]) -> Figure:
    """Give the board of all views; it says what the race says, or before one the schedule."""
    first = next((tile.figure for tile in tiles if tile.key == "training" and tile.figure.plots), tiles[0].figure)

    def describe() -> str:
        return " ".join(f"{tile.title}: {tile.figure.headline}" for tile in tiles)

    return Figure(first.headline, first.subline, describe=describe, board=tiles)
