"""The panel at the right of a landscape: how far to trust what its plane shows."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import LEFT, RIGHT, pen, px, rounded, text_width, write
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.controls.scrolled import scroll
from lrviz.ui.marks import paint_swatch
from lrviz.ui.palette import theme
from lrviz.ui.panels.trust_rows import Big, Cells, Gauge, Head, Heads, Note, Pair, Point, Row, rows, said
from lrviz.ui.views.surface import Hollow
from lrviz.ui.views.trust import Trust

WRAP = int(Qt.TextFlag.TextWordWrap)
SWATCH = (18, 12)
NAME_INSET = 22
"""Where a name begins, right of its mark."""
NAME = 66
"""Room for a name beside a bar."""
COLUMN, LAST_COLUMN = 54, 66
BAR = 4


class TrustPanel(QScrollArea):
    """304 wide beside the view, 400 in a wide window; it scrolls where it is too low."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = _Sheet(self)
        scroll(self, self.sheet)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("How far to trust this plane"))
        self.show_trust(None)

    def show_trust(self, trust: Trust | None, hollows: tuple[Hollow, ...] = ()) -> None:
        """Show what can be said of a landscape, None before there is one; on a surface also the basins found."""
        shown = rows(trust, hollows)
        if shown != self.sheet.rows:
            self.sheet.show_rows(shown)
            self.setAccessibleDescription(said(shown))

    def sizeHint(self) -> QSize:
        return QSize(px(metrics.TRUST_PANEL), px(metrics.TRUST_PANEL))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(metrics.SIDEBAR_MIN), px(metrics.S12))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, metrics.CARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().surface)


class _Sheet(QWidget):
    """Paints the rows below each other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._tops: list[float] = []

    def show_rows(self, shown: tuple[Row, ...]) -> None:
        self.rows = shown
        self._lay_out()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        room = self.width() - 2 * px(metrics.S4)
        self._tops, top = [], float(px(metrics.S2))
        for index, row in enumerate(self.rows):
            top += _space(row, first=index == 0)
            self._tops.append(top)
            top += _height(row, room)
        height = round(top) + px(metrics.S4)
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, room = float(px(metrics.S4)), self.width() - 2.0 * px(metrics.S4)
        for row, top in zip(self.rows, self._tops, strict=True):
            box = QRectF(left, top, room, _height(row, room))
            if box.intersects(QRectF(event.rect())):
                _paint(painter, box, row)


def _space(row: Row, *, first: bool) -> float:
    """Give the room above a row."""
    if isinstance(row, Head):
        return 0 if first else px(metrics.S4)
    return px(metrics.S1) if isinstance(row, (Note, Point)) else 0


@lru_cache(maxsize=512)  # few rows change as the cursor moves
def _height(row: Row, room: float) -> float:
    match row:
        case Head():
            return px(metrics.BUTTON_SMALL)
        case Big(_, words, _):
            return max(px(48), _wrapped(words, metrics.font("secondary"), room - _number_room(row))) + px(metrics.S4)
        case Heads():
            return px(metrics.BUTTON_SMALL)
        case Cells() | Gauge():
            return px(30)
        case Pair():
            return px(metrics.BUTTON_SMALL)
        case Note(text):
            return _wrapped(text, metrics.font("secondary"), room)
        case Point(text, _):
            return _wrapped(text, metrics.font("secondary"), room - px(metrics.S3))


def _wrapped(text: str, font: QFont, room: float) -> float:
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, room, 10_000), WRAP, text).height()


def _number_room(row: Big) -> float:
    return text_width(row.number, metrics.font("big")) + px(metrics.S3)


def _paint(painter: QPainter, box: QRectF, row: Row) -> None:
    match row:
        case Head():
            _paint_head(painter, box, row)
        case Big():
            _paint_big(painter, box, row)
        case Heads():
            _paint_heads(painter, box, row)
        case Cells():
            _paint_cells(painter, box, row)
        case Gauge():
            _paint_gauge(painter, box, row)
        case Pair():
            _paint_pair(painter, box, row)
        case Note(text):
            _paint_words(painter, box, text)
        case Point():
            _paint_point(painter, box, row)


def _paint_head(painter: QPainter, box: QRectF, row: Head) -> None:
    aside = text_width(row.aside, metrics.font("secondary"))
    write(painter, box.adjusted(0, 0, -aside - 8, 0), row.title, metrics.font("section"), theme().text2)
    write(painter, box, row.aside, metrics.font("secondary"), theme().text3, where=RIGHT)


def _paint_big(painter: QPainter, box: QRectF, row: Big) -> None:
    now, wide = theme(), _number_room(row)
    words = box.adjusted(wide, 0, 0, -px(metrics.S4))
    write(painter, QRectF(box.left(), words.top(), wide, words.height()), row.number, metrics.font("big"), now.text)
    painter.setFont(metrics.font("secondary"))
    painter.setPen(now.text2)
    painter.drawText(words, WRAP | int(Qt.AlignmentFlag.AlignVCenter), row.words)
    bar = QRectF(box.left(), box.bottom() - px(10), box.width(), px(6))
    rounded(painter, bar, bar.height() / 2, fill=now.selected)
    if row.share is not None:
        done = QRectF(bar.topLeft(), bar.size())
        done.setWidth(max(bar.height(), bar.width() * min(1.0, max(0.0, row.share))))
        rounded(painter, done, bar.height() / 2, fill=now.text2)


def _paint_heads(painter: QPainter, box: QRectF, row: Heads) -> None:
    for title, cell in zip(row.titles, _columns(box, len(row.titles)), strict=True):
        write(painter, cell, title, metrics.font("secondary"), theme().text3, where=RIGHT)
    painter.fillRect(QRectF(box.left(), round(box.bottom()) - 1, box.width(), 1), theme().border)


def _columns(box: QRectF, count: int) -> list[QRectF]:
    """Give the cells of a row's numbers, right-aligned; the last is wider, for its title is longer."""
    wides = [*[px(COLUMN)] * (count - 1), px(LAST_COLUMN)]
    lefts = [box.right() - sum(wides[at:]) for at in range(count)]
    return [QRectF(left, box.top(), wide, box.height()) for left, wide in zip(lefts, wides, strict=True)]


def _paint_cells(painter: QPainter, box: QRectF, row: Cells) -> None:
    cells = _columns(box, len(row.texts))
    _paint_name(painter, QRectF(box.left(), box.top(), cells[0].left() - box.left() + px(12), box.height()), row)
    for text, cell in zip(row.texts, cells, strict=True):
        write(painter, cell, text, metrics.font("name"), theme().text, where=RIGHT)


def _paint_name(painter: QPainter, box: QRectF, row: Cells | Gauge) -> None:
    wide, high = SWATCH
    paint_swatch(painter, QRectF(box.left() - 2, box.center().y() - high / 2, wide, high), row.colour, theme())
    write(painter, box.adjusted(px(NAME_INSET), 0, -4, 0), row.name, metrics.font("name"), theme().text)


def _paint_gauge(painter: QPainter, box: QRectF, row: Gauge) -> None:
    now = theme()
    number = max(px(72), text_width(row.text, metrics.font("name")) + px(8))
    name = QRectF(box.left(), box.top(), px(NAME_INSET + NAME), box.height())
    _paint_name(painter, name, row)
    bar = QRectF(name.right(), box.center().y() - BAR / 2, box.right() - number - px(8) - name.right(), BAR)
    if row.tick is not None:
        rounded(painter, bar, BAR / 2, fill=now.selected)
    if row.share is not None and row.share > 0:
        done = QRectF(bar.topLeft(), bar.size())
        done.setWidth(max(BAR, bar.width() * row.share))
        rounded(painter, done, BAR / 2, fill=now.line(row.colour))
    if row.tick is not None:
        x = bar.left() + bar.width() * row.tick
        painter.setPen(pen(now.text, 2))
        painter.drawLine(QPointF(x, bar.center().y() - 7), QPointF(x, bar.center().y() + 7))
    text = QRectF(box.right() - number, box.top(), number, box.height())
    write(painter, text, row.text, metrics.font("name"), now.warning if row.past else now.text, where=RIGHT)


def _paint_pair(painter: QPainter, box: QRectF, row: Pair) -> None:
    now, font = theme(), metrics.font("name")
    number = text_width(row.text, font) + px(12)
    room = (box.width() - number - 2 * px(NAME_INSET) - px(24)) / 2
    x = box.left()
    for at, (name, colour) in enumerate(zip((row.first, row.second), row.colours, strict=True)):
        if at:
            _paint_arrow(painter, x + px(6), box.center().y())
            x += px(24)
        wide, high = SWATCH
        paint_swatch(painter, QRectF(x - 2, box.center().y() - high / 2, wide, high), colour, now)
        taken = min(room, text_width(name, font) + 1)
        write(painter, QRectF(x + px(NAME_INSET), box.top(), taken, box.height()), name, font, now.text, where=LEFT)
        x += px(NAME_INSET) + taken
    write(painter, box, row.text, font, now.text, where=RIGHT)


def _paint_arrow(painter: QPainter, x: float, y: float) -> None:
    painter.setPen(pen(theme().text3, 1.5))
    painter.drawLine(QPointF(x, y), QPointF(x + 10, y))
    painter.drawPolyline([QPointF(x + 6, y - 4), QPointF(x + 10, y), QPointF(x + 6, y + 4)])


def _paint_words(painter: QPainter, box: QRectF, text: str) -> None:
    painter.setFont(metrics.font("secondary"))
    painter.setPen(theme().text3)
    painter.drawText(box, WRAP, text)


def _paint_point(painter: QPainter, box: QRectF, row: Point) -> None:
    now = theme()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.best if row.holds else now.warning)
    first = QFontMetricsF(metrics.font("secondary")).lineSpacing()
    painter.drawEllipse(QPointF(box.left() + 2.5, box.top() + first / 2), 2.5, 2.5)
    painter.setFont(metrics.font("secondary"))
    painter.setPen(now.text2)
    painter.drawText(box.adjusted(px(metrics.S3), 0, 0, 0), WRAP, row.text)
