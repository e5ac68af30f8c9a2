"""The picture as it will be: the same painter, only smaller."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.pages.easel import Easel, Order
from lrviz.ui.paint import Sheet
from lrviz.ui.palette import theme
from lrviz.ui.showing.pictures import Page, page_steps

CHECK = 8
"""Side of a square of the pattern that stands for what can be seen through."""


class ExportPreview(QWidget):
    """Shows a page as large as there is room for it, never larger than it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._place = QRectF()
        self._easel = Easel(self)
        self._easel.finished.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def busy(self) -> bool:
        """Whether the page isn't on the screen yet."""
        return self._easel.busy

    def show_page(self, page: Page) -> None:
        """Show another page."""
        self._page = page
        self.setAccessibleName(page.figure.headline)
        self.setAccessibleDescription(page.figure.describe())
        self._order()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(120))

    def resizeEvent(self, event: object) -> None:
        self._order()

    def _order(self) -> None:
        page = self._page
        if page is None:
            return
        room = QRectF(self.rect()).adjusted(*(side * px(metrics.S6) for side in (1, 1, -1, -1)))
        wide, high = page.size.width(), page.size.height()
        shrunk = max(1e-3, min(room.width() / wide, room.height() / high, 1.0))
        size = wide * shrunk, high * shrunk
        self._place = QRectF(
            round(room.center().x() - size[0] / 2), round(room.center().y() - size[1] / 2), size[0], size[1]
        )
        sheet = Sheet(page.figure, QRectF(0, 0, wide, high), page.times, "axis", page.stroke, page.ground)
        ratio = shrunk * self.devicePixelRatioF()
        self._easel.paint(Order(sheet, page.theme, ratio, moving=False, by=page_steps))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, image = QPainter(self), self._easel.image()
        painter.fillRect(self.rect(), theme().sunken)
        if self._page is None or image.isNull():
            return
        if self._page.ground is not None:
            self._paint_checks(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._place, image)
        painter.setPen(theme().border)
        painter.drawRect(self._place.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_checks(self, painter: QPainter) -> None:
        """Paint the pattern behind what can be seen through, in the colours of the theme of the page."""
        page, side = self._page, px(CHECK)
        if page is None:
            return
        painter.save()
        painter.setClipRect(self._place)
        painter.fillRect(self._place, page.theme.surface)
        corner = self._place.topLeft()
        for row in range(int(self._place.height() / side) + 1):
            for column in range(row % 2, int(self._place.width() / side) + 1, 2):
                square = QRectF(corner.x() + column * side, corner.y() + row * side, side, side)
                painter.fillRect(square, page.theme.sunken)
        painter.restore()
