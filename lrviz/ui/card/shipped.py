"""The picture on a view's card: drawn from the first session's own results when lrviz was built."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lrviz.files import resource
from lrviz.ui import metrics
from lrviz.ui.palette import Theme, theme

SHIPPED = ("views",)
"""The folder of the pictures among the resources."""
SHIPPED_SIZE = 552, 150
"""Width and height of a picture."""


def shipped_picture(key: str, colours: Theme) -> QImage:
    """Give the picture of a view in a theme."""
    return QImage(str(resource(*SHIPPED, f"{key}-{colours.name}.png")))


class ShippedPicture(QWidget):
    """Shows the picture of a view, as wide as there is room."""

    def __init__(self, key: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key
        self._shown = QImage(), ""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def picture(self) -> QImage:
        """The picture in the theme in force."""
        if self._shown[1] != theme().name:
            self._shown = shipped_picture(self._key, theme()), theme().name
        return self._shown[0]

    def sizeHint(self) -> QSize:
        return QSize(*SHIPPED_SIZE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, high = SHIPPED_SIZE
        self.setFixedHeight(round(self.width() * high / wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        corners = QPainterPath()
        corners.addRoundedRect(QRectF(self.rect()), metrics.CARD, metrics.CARD)
        painter.setClipPath(corners)
        painter.drawImage(self.rect(), self.picture)
