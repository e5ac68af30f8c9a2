"""A text of a few lines: wrapped at its spaces, elided at the end of the last line it may have."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import elided, px
from lrviz.ui.controls.label import LINE, Tone
from lrviz.ui.palette import theme


class FewLines(QLabel):
    """At most `most` lines in the font of a role; what doesn't fit is told in the tooltip."""

    def __init__(
        self, role: metrics.Role, tone: Tone = "text", *, most: int = 2, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone, self._most, self._line = tone, most, LINE.get(role, 20)
        self.setFont(metrics.font(role))
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        before = self.text()
        super().setText(text)
        if text != before:
            self._tell()

    def lines(self, width: float) -> list[str]:
        """Give the lines as they are written in `width` pixels."""
        return wrapped(self.text(), self.font(), width, self._most)

    def sizeHint(self) -> QSize:
        return QSize(px(metrics.SIDEBAR_MIN), self.heightForWidth(px(metrics.SIDEBAR_MIN)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(metrics.S12), px(self._line))

    def heightForWidth(self, width: int) -> int:
        inside = self.contentsMargins()
        return px(self._line) * max(1, len(self.lines(width - inside.left() - inside.right())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(getattr(theme(), self._tone))
        room = QRectF(self.contentsRect())
        lines = self.lines(room.width())
        high = min(float(px(self._line)), room.height() / max(1, len(lines)))
        top = room.center().y() - high * len(lines) / 2
        for i, line in enumerate(lines):
            place = QRectF(room.left(), top + i * high, room.width() + 1, high)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), line)

    def _tell(self) -> None:
        shown = " ".join(self.lines(self.contentsRect().width()))
        self.setToolTip(self.text() if shown.endswith("…") and shown != self.text() else "")


def wrapped(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Break a text into lines of at most so many pixels, the last one elided where more would follow."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(" ".join(text.split()), font)
    layout.setTextOption(option)
    found: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, 0))
        if len(found) == most - 1:
            found.append(elided(layout.text()[line.textStart() :], font, width))
            break
        found.append(layout.text()[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return found
