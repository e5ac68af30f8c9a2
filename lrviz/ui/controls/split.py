"""A splitter whose handle is a line: a drag or an arrow moves it, a double click or Enter folds what is behind it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.palette import theme

_ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_FAR = 6
"""How many times as far an arrow key moves a line with Shift."""


class Split(QSplitter):
    """Widgets with lines of one pixel between them; `name` says what a line sets the size of."""

    fold_wanted = Signal()
    """A line was double-clicked, or Enter pressed on it."""

    def __init__(self, orientation: Qt.Orientation, name: str, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._name = name
        self.setHandleWidth(1)

    def createHandle(self) -> QSplitterHandle:
        handle = _Handle(self.orientation(), self)
        handle.setAccessibleName(self._name)
        about = QCoreApplication.translate("Split", "Arrow keys move it, with Shift further; Enter folds or unfolds.")
        handle.setAccessibleDescription(about)
        return handle


class _Handle(QSplitterHandle):
    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        split, key = self.splitter(), Qt.Key(event.key())
        across = self.orientation() == Qt.Orientation.Horizontal
        way = (_ACROSS if across else _DOWN).get(key)
        if way is not None:
            far = _FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            place = self.x() if across else self.y()
            self.moveSplitter(place + way * far * px(metrics.S2))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(split, Split):
            split.fold_wanted.emit()
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        split = self.splitter()
        if isinstance(split, Split):
            split.fold_wanted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRect(0, 0, self.width(), self.height()), theme().border)
