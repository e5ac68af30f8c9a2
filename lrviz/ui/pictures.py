"""Figures as files: PNG, SVG and PDF by the one painter, with no screen needed."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF, QUuid
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from lrviz.errors import ResourceError
from lrviz.files import write_whole
from lrviz.ui import metrics
from lrviz.ui.figure import Figure
from lrviz.ui.paint import paint
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.layout import font, lines
from lrviz.ui.palette import Theme

LARGEST = 20_000
"""Pixels a picture may be wide or high."""
POINTS = 0.75
"""Printer's points to a pixel."""
MARGIN = metrics.S4


LINE: dict[metrics.Role, int] = {"headline": 26, "body": 20}
"""Heights of lines of text."""


@dataclass(frozen=True, eq=False)
class Page:
    """A picture to be made: `size` in pixels, of which a PNG has `ratio` to one."""

    figure: Figure
    theme: Theme
    size: QSize
    times: float
    ratio: float


def save(
    figure: Figure,
    path: Path | str,
    *,
    theme: Theme,
    size: tuple[int, int] = (1280, 800),
    times: float = 1.0,
    ratio: float = 1.0,
) -> None:
    """Write a figure, its headline on top, in the format the name ends with: .png, .svg or .pdf; whole or not at all.

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
        The format is none of the three, or the picture is empty or too large.
    OSError
        It can't be written there; the message is one line, and nothing is left behind.
    """
    path = Path(path)
    make = FORMATS.get(path.suffix.lower())
    if make is None:
        ending = f"ends in {path.suffix}" if path.suffix else "has no ending"
        raise ResourceError(f"{path.name} {ending}: a picture is a .png, .svg or .pdf file")
    if not all(1 <= side * (ratio if make is _png else 1) <= LARGEST for side in size):
        raise ResourceError(f"a picture of {size[0]} × {size[1]} pixels: each side must be between 1 and {LARGEST}")
    application()
    data = make(Page(figure, theme, QSize(*size), times, ratio))
    try:
        write_whole(path, data)
    except OSError as error:
        raise OSError(error.errno, f"{path} can’t be written: {(error.strerror or str(error)).lower()}") from None


@cache
def application() -> QGuiApplication:
    """Give the running Qt application; where there is none, one that needs no screen."""
    running = QGuiApplication.instance()
    return running if isinstance(running, QGuiApplication) else QGuiApplication(["lrviz", "-platform", "offscreen"])


def paint_page(painter: QPainter, rect: QRectF, figure: Figure, theme: Theme, *, times: float = 1.0) -> None:
    """Paint a whole page: the headline, the line below it, then the plots."""
    painter.fillRect(rect, theme.surface)
    top = paint_words(painter, rect, figure, theme, times=times)
    paint(painter, QRectF(rect.left(), top, rect.width(), max(1.0, rect.bottom() - top)), figure, theme, times=times)


def paint_words(painter: QPainter, rect: QRectF, figure: Figure, theme: Theme, *, times: float = 1.0) -> float:
    """Write the headline and the line below it at the top of a page; give where they end."""
    top = rect.top() + (MARGIN if figure.headline or figure.subline else 0) * times
    if figure.plots or figure.terrain is not None or figure.chain is not None:  # else they are what the empty plot says
        top = _paragraph(painter, rect, top, figure.headline, "headline", colour=theme.text, times=times)
        top = _paragraph(painter, rect, top, figure.subline, "body", colour=theme.text2, times=times)
    return top


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


def _png(page: Page) -> bytes:
    image = QImage(page.size * page.ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(page.ratio)
    _draw(image, page)
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub wants bytes, Qt a string
    return bytes(store.data())


def _svg(page: Page) -> bytes:
    store = QByteArray()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(QBuffer(store))
    generator.setSize(page.size)
    generator.setViewBox(QRectF(0, 0, page.size.width(), page.size.height()))
    generator.setResolution(96)
    generator.setTitle(page.figure.headline or "lrviz")
    generator.setDescription(page.figure.describe())
    _draw(generator, page)
    return _portable(bytes(store.data()).decode()).encode()


def _portable(svg: str) -> str:
    """Name all our fonts in an SVG, and say how wide each text is, so that it fits in whatever font stands in."""
    families = ", ".join(f"'{name}'" if " " in name else name for name in metrics.SANS)
    svg = re.sub(r'font-family="[^"]*"', f'font-family="{families}, sans-serif"', svg)
    return re.sub(r'<text ([^>]*font-size="([\d.]+)" font-weight="(\d+)"[^>]*)>([^<]*)</text>', _with_length, svg)


def _with_length(found: re.Match[str]) -> str:
    attributes, pixels, weight, words = found.groups()
    face = QFont(font("body", 1.0))
    face.setPixelSize(max(1, round(float(pixels))))
    face.setWeight(QFont.Weight(int(weight)))
    wide = QFontMetricsF(face).horizontalAdvance(html.unescape(words))
    return f'<text {attributes} textLength="{wide:.1f}" lengthAdjust="spacingAndGlyphs">{words}</text>'


def _pdf(page: Page) -> bytes:
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    paper = QPageSize(QSizeF(page.size) * POINTS, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(page.figure.headline or "lrviz")
    writer.setCreator("lrviz")
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), page.figure.headline.encode()))  # else a new one each time
    _draw(writer, page)
    buffer.close()
    return _undated(bytes(store.data()))


def _undated(pdf: bytes) -> bytes:
    """Replace the hour a PDF was made, so that the same figure gives the same file; no byte is moved."""
    pdf = re.sub(rb"(?<=Date \(D:)\d{14}", b"20000101000000", pdf)
    return re.sub(rb"(?<=Date=\")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", b"2000-01-01T00:00:00", pdf)


FORMATS: dict[str, Callable[[Page], bytes]] = {".png": _png, ".svg": _svg, ".pdf": _pdf}


def _draw(device: QPaintDevice, page: Page) -> None:
    painter = QPainter(device)
    whole = QRectF(0, 0, page.size.width(), page.size.height())
    try:
        paint_page(painter, whole, page.figure, page.theme, times=page.times)
    finally:
        painter.end()  # a device must not go before its painter
