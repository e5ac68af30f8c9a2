"""What lies over the window while something is dragged over it: it says what dropping does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lrviz.ui import metrics
from lrviz.ui.arriving import drops
from lrviz.ui.controls.drawing import CENTRE, px, rounded, text_width, write
from lrviz.ui.icons import paint_icon
from lrviz.ui.palette import theme, veil
from lrviz.ui.speech.spoken import joined

DASH = [5.0, 4.0]


class DropOverlay(QWidget):
    """A dashed frame around the window and a card in its middle; the mouse doesn't notice it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._lines: tuple[str, ...] = ()
        self._fit = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def lines(self) -> tuple[str, ...]:
        """What it says, line by line."""
        return self._lines

    def show_dropped(self, dropped: drops.Dropped) -> None:
        """Say over all of the window what dropping does, or that it can't be dropped."""
        self._fit = dropped.fit
        hint = () if dropped.fit else (drops.read_words(),)
        self._lines = (*drops.promised(dropped), *hint)
        self.setAccessibleName(joined(". ", self._lines))
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme()
        painter.fillRect(self.rect(), veil())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QPen(now.focus if self._fit else now.error, 2)
        line.setDashPattern(DASH)
        painter.setPen(line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = metrics.S2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), metrics.DIALOG, metrics.DIALOG)
        card = self._card()
        rounded(painter, card, metrics.POPUP, fill=now.raised, border=now.strong)
        side = px(metrics.S6)
        place = QRectF(card.center().x() - side / 2, card.top() + px(metrics.S4), side, side)
        paint_icon(painter, place, "download" if self._fit else "circle-x", now.text if self._fit else now.error)
        top = place.bottom() + px(metrics.S2)
        for at, text in enumerate(self._lines):
            row = QRectF(card.left() + px(metrics.S4), top + at * px(metrics.S6), card.width() - 2 * px(metrics.S4), 0)
            row.setHeight(px(metrics.S6))
            first = at == 0
            font = metrics.font("plot_title" if first else "body")
            write(painter, row, text, font, now.text if first else now.text2, where=CENTRE)

    def _card(self) -> QRectF:
        wide = max(text_width(text, metrics.font("plot_title")) for text in self._lines) + 2 * px(metrics.S6)
        wide = min(max(wide, px(metrics.SIDEBAR)), self.width() - 2 * px(metrics.S6))
        high = px(metrics.S4) + px(metrics.S6) + px(metrics.S2) + len(self._lines) * px(metrics.S6) + px(metrics.S4)
        return QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
