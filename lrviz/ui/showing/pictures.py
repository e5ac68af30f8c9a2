"""Figures as files: PNG, SVG and PDF by the one painter, with no screen needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSize, QSizeF, QTranslator, QUuid
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPainterPath,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from lrviz.errors import ResourceError
from lrviz.export.png import png
from lrviz.files import cause, write_whole
from lrviz.sentences import either, say
from lrviz.ui import metrics
from lrviz.ui.figure import Figure
from lrviz.ui.paint import Sheet, Step, steps
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.layout import lines
from lrviz.ui.palette import DARK, LIGHT, Theme
from lrviz.ui.showing.paper import INCH, LARGEST, POINTS, Paper
from lrviz.ui.showing.stage import alone, parts
from lrviz.ui.showing.svg import portable, sized, slim
from lrviz.ui.slices import finished

MARGIN = metrics.S4
OPAQUE = 255

_SAID: list[tuple[QTranslator, bytes]] = []
Making = Generator[None, None, bytes]
"""A picture under way: it yields after each part of the work and returns the file."""
LINE: dict[metrics.Role, int] = {"headline": 26, "body": 20}
"""Heights of lines of text."""


@dataclass(frozen=True, eq=False)
class Page:
    """A picture to be made: `size` in units of which `dpi` make an inch, and of which a PNG has `ratio` pixels to one.

    It is painted on the `ground`. As `outlines` words are drawn as shapes, which no font is needed for. `measured` is
    its width and height in millimetres, where those are what was asked for.
    """

    figure: Figure
    theme: Theme
    size: QSize
    times: float = 1.0
    ratio: float = 1.0
    stroke: float | None = None
    dpi: float = 96
    ground: QColor | None = None
    outlines: bool = False
    measured: tuple[float, float] | None = None
    numbers: metrics.Role = "axis"


def page(figure: Figure, paper: Paper, suffix: str) -> Page:
    """Give a figure as it is to be made on paper, in the format that a name ends with.

    Raises
    ------
    ResourceError
        The format is unknown, the picture too large, or the figure has no such pane.
    """
    check(suffix)
    there = parts(figure)
    pane = next((key for key, title in there if paper.pane in (key, title)), "")
    if paper.pane and not pane:
        titles = either(title for _, title in there)
        raise ResourceError(say("there is no pane {pane!r}: choose {titles}", pane=paper.pane, titles=titles))
    shown = alone(figure, pane)
    if not paper.headline and _has_words(shown):
        shown = replace(shown, headline="", subline="")
    if not paper.cursor:
        shown = replace(shown, plots=tuple(replace(plot, cursor=None, readings=()) for plot in shown.plots))
    return Page(
        shown,
        DARK if paper.theme == "dark" else LIGHT,
        QSize(*paper.size(suffix)),
        paper.times(suffix),
        1.0,
        paper.stroke(suffix),
        paper.resolution(suffix),
        QColor(0, 0, 0, 0) if paper.transparent else None,
        paper.outlines,
        (paper.width, paper.height) if paper.unit == "mm" else None,
    )


def save(
    figure: Figure,
    path: Path | str,
    *,
    theme: Theme,
    size: tuple[int, int] = (1280, 800),
    times: float = 1.0,
    ratio: float = 1.0,
) -> None:
    """Write a figure, its headline on top, in the format the name ends with (.png, .svg, .pdf, .tex), whole or not.

    Parameters
    ----------
    figure, path, theme
        What, where to, and in which colours.
    size
        Width and height in pixels; of a PDF's page in units of 1/96 inch.
    times
        Enlarges type, lines and marks within that size, for slides and print.
    ratio
        Pixels of a PNG to one of `size`: 2 for fine screens.

    Raises
    ------
    ResourceError
        The format is none of these, or the picture is empty or too large.
    OSError
        It can't be written there; the message is one line, and nothing is left behind.
    """
    path = Path(path)
    check(path.suffix, path.name)
    if not all(1 <= side * (ratio if path.suffix.lower() == ".png" else 1) <= LARGEST for side in size):
        raise ResourceError(
            say(
                "a picture of {wide} × {high} pixels: each side must be between 1 and {most}",
                wide=size[0],
                high=size[1],
                most=LARGEST,
            )
        )
    write(Page(figure, theme, QSize(*size), times, ratio), path)


def check(suffix: str, name: str = "") -> None:
    """Check that there is such a format.

    Raises
    ------
    ResourceError
        There is none.
    """
    if suffix.lower() not in FORMATS:
        told = ending(name or say("the file"), suffix)
        raise ResourceError(say("{told}: a picture is a .png, .svg, .pdf or .tex file", told=told))


def ending(name: str, suffix: str) -> str:
    """Say how the name of a file ends."""
    return (
        say("{name} ends in {suffix}", name=name, suffix=suffix) if suffix else say("{name} has no ending", name=name)
    )


def write(page: Page, path: Path) -> None:
    """Write a picture in the format the name ends with, whole or not at all.

    Raises
    ------
    OSError
        It can't be written there; the message is one line, and nothing is left behind.
    """
    keep(made(page, path.suffix), path)


def keep(data: bytes, path: Path) -> None:
    """Put a picture that is made into its file, whole or not at all.

    Raises
    ------
    OSError
        It can't be written there; the message is one line, and nothing is left behind.
    """
    try:
        write_whole(path, data)
    except OSError as error:
        raise OSError(error.errno, say("{path} can’t be written: {why}", path=path, why=cause(error))) from None


def made(page: Page, suffix: str) -> bytes:
    """Make a picture in the format that a name ends with, all at once."""
    return finished(in_turns(page, suffix))


def in_turns(page: Page, suffix: str) -> Making:
    """Make a picture in the format that a name ends with; yield after each part of the work, and return the file."""
    application()
    return FORMATS[suffix.lower()](page)


@cache
def application() -> QGuiApplication:
    """Give the running Qt application; where there is none, one that needs no screen."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    from lrviz.ui.speech.translation import compiled  # here, for a window speaks for itself

    made, data, words = QGuiApplication(["lrviz", "-platform", "offscreen"]), compiled("en"), QTranslator()
    words.load(data)  # English too has plural forms
    made.installTranslator(words)
    _SAID.append((words, data))  # a translator reads on in what it is given
    return made


def paint_page(painter: QPainter, rect: QRectF, figure: Figure, theme: Theme, *, times: float = 1.0) -> None:
    """Paint a whole page: the headline, the line below it, then the plots."""
    for step in page_steps(Sheet(figure, rect, times), theme):
        step(painter)


def page_steps(sheet: Sheet, theme: Theme, *, fast: bool = False) -> Iterator[Step]:
    """Give what a whole page is painted by, in order: its ground and words, then the plots."""
    below = words_end(sheet.rect, sheet.figure, times=sheet.times)
    yield partial(_paint_top, sheet=sheet, theme=theme)
    left, top, rect = sheet.rect.left(), below, sheet.rect
    room = QRectF(left, top, rect.width(), max(1.0, rect.bottom() - top))
    yield from steps(replace(sheet, rect=room), theme, fast=fast)


def _paint_top(painter: QPainter, sheet: Sheet, theme: Theme) -> None:
    painter.fillRect(sheet.rect, theme.surface if sheet.ground is None else sheet.ground)
    paint_words(painter, sheet.rect, sheet.figure, theme, times=sheet.times)


def words_end(rect: QRectF, figure: Figure, *, times: float = 1.0) -> float:
    """Give where the headline and the line below it end on a page."""
    top = rect.top() + (MARGIN if figure.headline or figure.subline else 0) * times
    if _has_words(figure):
        room = rect.width() - 2 * MARGIN * times
        top += LINE["headline"] * times * len(lines(figure.headline, "headline", times, room))
        top += LINE["body"] * times * len(lines(figure.subline, "body", times, room))
    return top


def paint_words(painter: QPainter, rect: QRectF, figure: Figure, theme: Theme, *, times: float = 1.0) -> float:
    """Write the headline and the line below it at the top of a page; give where they end."""
    top = rect.top() + (MARGIN if figure.headline or figure.subline else 0) * times
    if _has_words(figure):
        top = _paragraph(painter, rect, top, figure.headline, "headline", colour=theme.text, times=times)
        top = _paragraph(painter, rect, top, figure.subline, "body", colour=theme.text2, times=times)
    return top


def _has_words(figure: Figure) -> bool:
    """Whether the words stand above something, else they are what the empty plot says."""
    return (
        bool(figure.plots or figure.board)
        or figure.terrain is not None
        or figure.chain is not None
        or figure.anatomy is not None
    )


def _paragraph(
    painter: QPainter, rect: QRectF, top: float, words: str, role: metrics.Role, *, colour: QColor, times: float
) -> float:
    """Write words from `top` down, broken into lines; give where they end."""
    for line in lines(words, role, times, rect.width() - 2 * MARGIN * times):
        text(
            painter, rect.left() + MARGIN * times, top + LINE[role] / 2 * times, line, role, colour=colour, times=times
        )
        top += LINE[role] * times
    return top


class Outlines(QPainter):
    """Draws words as shapes."""

    def drawText(self, at: QPointF, words: str) -> None:  # type: ignore[override]  # what `lrviz.ui.paint` calls
        """Fill the outlines of words, their baseline beginning at a point, in the colour of the pen."""
        shape = QPainterPath()
        shape.addText(at, self.font(), words)
        self.save()
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.fillPath(shape, self.pen().brush())
        self.restore()


def _painted(device: QPaintDevice, page: Page) -> Generator[None, None, None]:
    """Paint a page; nothing else may paint meanwhile on the same device."""
    rect = QRectF(0, 0, page.size.width(), page.size.height())
    sheet = Sheet(page.figure, rect, page.times, page.numbers, page.stroke, page.ground)
    painter = Outlines(device) if page.outlines else QPainter(device)
    try:
        for step in page_steps(sheet, page.theme):
            step(painter)
            yield
    finally:
        painter.end()  # a device must not go before its painter


def image(page: Page) -> Generator[None, None, QImage]:
    """Paint a page as an image; yield after each step."""
    clear = page.ground is not None and page.ground.alpha() < OPAQUE
    form = QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32
    made = QImage(page.size * page.ratio, form)
    if made.isNull():
        wide, high = page.size.width(), page.size.height()
        raise ResourceError(say("there is not enough memory for {wide} × {high} pixels", wide=wide, high=high))
    made.setDevicePixelRatio(page.ratio)
    if clear:
        made.fill(0)
    yield from _painted(made, page)
    return made


def _png(page: Page) -> Making:
    painted = yield from image(page)
    return (yield from encoded(painted, page))


def encoded(painted: QImage, page: Page) -> Making:
    """Make the PNG file of a page that is painted; its image is changed on the way."""
    channels = 4 if painted.hasAlphaChannel() else 3
    painted.convertTo(QImage.Format.Format_RGBA8888 if channels == len("RGBA") else QImage.Format.Format_RGB888)
    yield
    rows = np.frombuffer(painted.constBits(), np.uint8).reshape(painted.height(), painted.bytesPerLine())
    pixels = rows[:, : painted.width() * channels].reshape(painted.height(), painted.width(), channels)
    words = {"Title": page.figure.headline, "Description": page.figure.describe(), "Software": "lrviz"}
    return (yield from png(pixels, page.dpi * page.ratio, words))


def _svg(page: Page) -> Making:
    store = QByteArray()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(QBuffer(store))
    generator.setSize(page.size)
    generator.setViewBox(QRectF(0, 0, page.size.width(), page.size.height()))
    generator.setResolution(96)
    generator.setTitle(page.figure.headline or "lrviz")
    generator.setDescription(page.figure.describe())
    yield from _painted(generator, page)
    return slim(portable(sized(bytes(store.data()).decode(), page.measured))).encode()


def _pdf(page: Page) -> Making:
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(round(page.dpi))
    points = QSizeF(*page.measured) * POINTS / INCH if page.measured else QSizeF(page.size) * (POINTS / page.dpi)
    paper = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(page.figure.headline or "lrviz")
    writer.setCreator("lrviz")
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), page.figure.headline.encode()))  # else a new one each time
    yield from _painted(writer, page)
    buffer.close()
    return _undated(_exact(bytes(store.data()), points))


def _exact(pdf: bytes, points: QSizeF) -> bytes:
    """Say the page's size to a thousandth of a point, where Qt rounds it to whole ones; no byte is moved."""

    def box(found: re.Match[bytes]) -> bytes:
        said = b"[0 0 %.4f %.4f]" % (points.width(), points.height())
        return b"/MediaBox " + (said.ljust(len(found[1])) if len(said) <= len(found[1]) else found[1])

    return re.sub(rb"/MediaBox (\[[^\]]*\])", box, pdf)


def _undated(pdf: bytes) -> bytes:
    """Replace the hour a PDF was made, so that the same figure gives the same file; no byte is moved."""
    pdf = re.sub(rb"(?<=Date \(D:)\d{14}", b"20000101000000", pdf)
    return re.sub(rb"(?<=Date=\")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", b"2000-01-01T00:00:00", pdf)


def _tex(page: Page) -> Making:
    from lrviz.ui.pgfplots import document  # here, for few want it

    yield
    return document(page.figure, (page.size.width(), page.size.height()), page.measured)


FORMATS: dict[str, Callable[[Page], Making]] = {".png": _png, ".svg": _svg, ".pdf": _pdf, ".tex": _tex}
