"""What the controls paint alike: rounded boxes, elided text, colours between two tokens."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPainterPath, QPen

from lrviz.ui import metrics
from lrviz.ui.palette import theme

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)  # plain numbers: Python's flags are slow
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_SINGLE = int(Qt.TextFlag.TextSingleLine)
WORDS = int(Qt.TextFlag.TextWordWrap)
ZERO_WIDTH_SPACE = "\u200b"


def px(size: float) -> int:
    """Give a size of the default font in pixels at the system's font size."""
    return round(size * metrics.scale())


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """Give the colour `share` of the way from `first` to `second`."""
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    border: QColor | None = None,
    width: float = 1,
) -> None:
    """Paint a rounded box; its border lies wholly inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if fill is not None:
        half = 0 if border is None else width / 2  # the border's middle: nothing shines out beside it
        painter.setBrush(fill)
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)
    if border is not None:  # filled between two edges: Qt takes ten times as long for the stroke of a pen
        ring = QPainterPath()
        ring.addRoundedRect(rect, radius, radius)
        ring.addRoundedRect(rect.adjusted(width, width, -width, -width), radius - width, radius - width)
        painter.setBrush(border)
        painter.drawPath(ring)


def fitting(text: str, usual: QFont, room: float, least: float) -> QFont:
    """Give the largest font like the usual one in which a text fits a room, or one of `least` times its size."""
    share = max(least, min(1.0, room / max(1.0, text_width(text, usual))))
    if share == 1.0:
        return usual
    smaller = QFont(usual)
    smaller.setPixelSize(max(int(usual.pixelSize() * share), math.ceil(usual.pixelSize() * least)))
    return smaller


def write(painter: QPainter, rect: QRectF, text: str, font: QFont, colour: QColor, *, where: int = LEFT) -> None:
    """Write one line of text into `rect`, elided at its end where it is too long."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, where | _SINGLE, elided(text, font, rect.width()))


def elided(text: str, font: QFont, width: float) -> str:
    """Give as much of `text` as fits in `width` pixels, with an ellipsis where some is left out."""
    # the advance of a text and the width it is elided to differ by rounding
    return text if text_width(text, font) <= width + 0.5 else _elided(text, QFont(font), width)


@lru_cache(maxsize=1024)  # the rows of a list are painted more often than they change
def _elided(text: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def text_width(text: str, font: QFont) -> float:
    """Give the width of one line of text in pixels."""
    return _width(text, QFont(font))  # a style option's font doesn't outlive the option: keep a copy


def breakable(text: str, font: QFont, width: float) -> str:
    """Give a text that Qt wraps at its spaces, and within those words that alone are wider than a width."""
    wide = [word for word in dict.fromkeys(text.split()) if text_width(word, font) > width]
    for word in sorted(wide, key=len, reverse=True):  # one may be in another
        text = text.replace(word, ZERO_WIDTH_SPACE.join(word))
    return text


def line_count(text: str, font: QFont, width: int) -> int:
    """Give on how many lines a text is wrapped."""
    return _line_count(text, QFont(font), width)


@lru_cache(maxsize=1024)  # layouts ask again and again
def _line_count(text: str, font: QFont, width: int) -> int:
    measured = QFontMetrics(font)
    broken = breakable(text, font, width)
    height = measured.boundingRect(0, 0, max(1, width), 10_000, WORDS, broken).height()
    return max(1, round(height / measured.lineSpacing()))


@lru_cache(maxsize=4096)
def _width(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def pen(colour: QColor, width: float) -> QPen:
    """Give a pen with round ends and joins."""
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def accent(colour: int) -> QColor:
    """Give a run's colour, or the chrome's own for NEUTRAL."""
    return theme().line(colour)
