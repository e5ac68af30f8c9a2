"""The picture on a widget: painted in turns of the event loop, and anew where things look otherwise than before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from lrviz.ui.pages.easel import Easel, Order
from lrviz.ui.pages.look import look
from lrviz.ui.paint import Sheet


class Painted(QObject):
    """Has the sheet of a widget painted, and shows what there is of it."""

    drawn = Signal()
    """The sheet is painted; another one may follow."""

    def __init__(self, widget: QWidget, sheet: Callable[[], Sheet]) -> None:
        super().__init__(widget)
        self._widget, self._sheet = widget, sheet
        self._look = look(widget)
        self._taken = False
        self.easel = Easel(self)
        self.easel.finished.connect(self._take)

    def order(self, *, moving: bool) -> None:
        """Have the sheet painted as it is now; while it moves a quick picture does."""
        self._look = look(self._widget)
        self.easel.paint(Order(self._sheet(), self._look.theme, self._look.ratio, moving))

    def show(self) -> None:
        """Paint the picture on the widget, in its paint event."""
        if self._look != look(self._widget):  # another theme, another screen
            self.order(moving=False)
        if not self._taken:  # the system asks: it gets what is shown now, not what was
            self.easel.finish()
        self._taken = False
        painter, image = QPainter(self._widget), self.easel.image()
        if image.isNull():
            painter.fillRect(self._widget.rect(), self._look.theme.surface)
        else:
            painter.drawImage(QPointF(), image)

    def _take(self) -> None:
        self._taken = True
        self._widget.update()
        self.drawn.emit()
