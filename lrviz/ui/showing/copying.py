"""Copying: what is in sight to the clipboard, as a picture, as the values at the cursor, or as numbers."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from lrviz.export.typeset import inert
from lrviz.ui.figure import Figure, Plot
from lrviz.ui.numbers import whole
from lrviz.ui.palette import theme
from lrviz.ui.speech.saying import reason

if TYPE_CHECKING:
    from lrviz.ui.window import Shown, Window

RATIO = 2.0
"""Pixels of a copied picture to one on the screen."""


class Copying(QObject):
    """Puts what the view in sight shows on the clipboard, and says so."""

    menu_wanted = Signal(QPoint)
    """A plot was clicked with the right button, at this place on the screen."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._given: QMimeData | None = None
        window.furnished.connect(self._watch)
        app = QGuiApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._leave_picture)

    def copy_picture(self) -> None:
        """Copy the view as a picture of two pixels to one, and as SVG."""
        from lrviz.ui.slices import Slices

        page = self._window.page
        if page is None:
            return
        work = Slices(_pictured(page), self)
        work.done.connect(self._take)
        work.failed.connect(lambda error: self._say("error", self.tr("The picture wasn’t copied"), f"{reason(error)}."))
        for signal in (work.done, work.failed):
            signal.connect(work.deleteLater)

    def copy_values(self) -> None:
        """Copy what the runs have at the cursor: a line for each plot and run, in columns that tabs part."""
        page = self._window.page
        lines = [] if page is None else list(_values(page.figure))
        self._copy_lines(lines, self.tr("The values at the cursor are on the clipboard"))

    def copy_numbers(self) -> None:
        """Copy the points of all curves in sight, in columns that tabs part."""
        page = self._window.page
        plots = () if page is None else page.figure.plots
        lines = [line for plot in plots for line in _points(plot)]
        self._copy_lines(lines and [self._head(), *lines], self.tr("The numbers of the curves are on the clipboard"))

    def _head(self) -> str:
        return "\t".join((self.tr("plot"), self.tr("run"), "x", self.tr("low"), self.tr("high")))

    def _copy_lines(self, lines: list[str], title: str) -> None:
        if not lines:
            self._say("info", self.tr("Nothing to copy yet"), self.tr("There is no curve in sight."))
            return
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
        self._say("info", title, self.tr("%n line(s), in columns that tabs part.", "", len(lines)))

    def _take(self, made: tuple[QImage, bytes, bytes]) -> None:
        image, png, svg = made
        data = QMimeData()
        data.setImageData(image)
        data.setData("image/png", png)
        data.setData("image/svg+xml", svg)
        self._given = data
        QGuiApplication.clipboard().setMimeData(data)
        size = self.tr("{0} × {1} pixels, and as SVG.").format(whole(image.width()), whole(image.height()))
        self._say("info", self.tr("The picture is on the clipboard"), size)

    def _leave_picture(self) -> None:
        """Leave the picture alone on the clipboard: what Python put there is gone before Qt lets go of it."""
        clipboard = QGuiApplication.clipboard()
        if self._given is not None and clipboard.mimeData() is self._given:
            clipboard.setImage(self._given.imageData())

    def _say(self, kind: str, title: str, text: str) -> None:
        self._window.files.said.emit(kind, title, text)

    def _watch(self) -> None:
        for page in self._window.pages.values():
            self.watch(page.canvas)

    def watch(self, canvas: QWidget) -> None:
        """Offer a menu where a canvas is clicked with the right button, or the menu key is pressed."""
        canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        canvas.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(canvas.mapToGlobal(at)))


def _pictured(page: Shown) -> Generator[None, None, tuple[QImage, bytes, bytes]]:
    """Paint what a page shows, its headline on top, as an image, a PNG file and an SVG file."""
    from lrviz.ui.showing import pictures

    figure, canvas, times = page.figure, page.canvas, page.canvas.sheet.times
    room = canvas.sheet.rect
    words = pictures.words_end(room, figure, times=times) - room.top()
    size = QSize(round(room.width()), round(room.height() + words))
    made = pictures.Page(figure, theme(), size, times, RATIO, canvas.sheet.stroke, numbers=canvas.sheet.numbers)
    image = yield from pictures.image(made)
    copied = QImage(image)
    copied.setDevicePixelRatio(1.0)
    png = yield from pictures.encoded(image, made)
    svg = yield from pictures.in_turns(made, ".svg")
    return copied, png, svg


def _values(figure: Figure) -> Generator[str]:
    for plot in figure.plots:
        place = "" if plot.cursor is None else f"{plot.x.title} {plot.cursor:.12g}".strip()
        for reading in plot.readings:
            yield "\t".join((_cell(plot.title), place, _cell(reading.name), repr(float(reading.value))))


def _points(plot: Plot) -> Generator[str]:
    """Give the curves of a plot, point by point; what is planned, or spreads about another line, is none."""
    for line in plot.lines:
        if line.style in ("solid", "stale", "told", "had") and line.name:
            for x, low, high in zip(line.x.tolist(), line.low.tolist(), line.high.tolist(), strict=True):
                yield f"{_cell(plot.title)}\t{_cell(line.name)}\t{x:.12g}\t{low:.9g}\t{high:.9g}"


def _cell(text: str) -> str:
    """Give a text as one cell: a name may hold tabs and ends of lines."""
    return inert(" ".join(text.split()))
