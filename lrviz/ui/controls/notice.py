"""A notice: what happened, in a title and a line, with at most one thing to do about it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.button import Button, IconButton
from lrviz.ui.controls.drawing import px, rounded
from lrviz.ui.controls.shadow import SHADOW, paint_shadow
from lrviz.ui.controls.wrapped import Wrapped
from lrviz.ui.icons import paint_icon
from lrviz.ui.palette import theme

Kind = Literal["info", "success", "warning", "error", "restart"]
_ICONS: dict[str, str] = {
    "info": "info",
    "success": "check",
    "warning": "triangle-alert",
    "error": "circle-x",
    "restart": "refresh-cw",
}
_HEIGHT = 60


class Notice(QFrame):
    """A card of 60 (higher where its text wraps) with an icon; it draws a shadow within its own edges.

    `acted` is sent when the action is taken, `closed` when it is dismissed; whoever shows it takes it away.
    """

    acted = Signal()
    closed = Signal()

    def __init__(
        self, kind: Kind, title: str, text: str = "", *, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        self.title = Wrapped("plot_title", "text", self)
        self.title.setText(title)
        words.addWidget(self.title)
        self.text = Wrapped("secondary", "text2", self)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        words.addWidget(self.text)
        words.addStretch(1)
        line = QHBoxLayout(self)
        indent = SHADOW + px(metrics.S3) + px(metrics.ICON_BIG) + px(metrics.S3)
        line.setContentsMargins(indent, SHADOW + metrics.S1, SHADOW + px(metrics.S2), SHADOW + metrics.S1)
        line.setSpacing(px(metrics.S2))
        line.addLayout(words, 1)
        self.action = Button(action, parent=self)
        self.action.setVisible(bool(action))
        line.addWidget(self.action)
        self.close_button = IconButton("x", self.tr("Dismiss"), parent=self)
        line.addWidget(self.close_button)
        self.action.clicked.connect(self.acted)
        self.close_button.clicked.connect(self.closed)

    def sizeHint(self) -> QSize:
        wanted = super().sizeHint()
        return QSize(min(wanted.width(), px(420)), max(wanted.height(), px(_HEIGHT) + 2 * SHADOW))

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        wanted = layout.heightForWidth(width) if layout is not None else 0
        return max(wanted, px(_HEIGHT) + 2 * SHADOW)

    def hasHeightForWidth(self) -> bool:
        return True

    def announce(self) -> None:
        """Have it read aloud."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme()
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        paint_shadow(painter, self.rect(), metrics.DIALOG, self.devicePixelRatioF())
        rounded(painter, card, metrics.DIALOG, fill=now.raised, border=now.border)
        size = px(metrics.ICON_BIG)
        top = card.top() + px(metrics.S3) if card.height() > px(_HEIGHT) + 1 else card.center().y() - size / 2
        paint_icon(painter, QRectF(card.left() + px(metrics.S3), top, size, size), _ICONS[self._kind], self._ink())

    def _ink(self) -> QColor:
        now = theme()
        inks = {"success": now.best, "warning": now.warning, "error": now.error}
        return inks.get(self._kind, now.info)
