"""The field in the bar that opens the palette: it looks like one to type in, and is a button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lrviz.ui import keymap, metrics
from lrviz.ui.controls.drawing import RIGHT, px, rounded, text_width, write
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.icons import paint_icon
from lrviz.ui.palette import theme


class FindField(QAbstractButton):
    """A glass, a word and the keys that do the same; of a narrow one only the glass is left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.narrow = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        keymap.changes.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say in the language in force what it finds."""
        self.setText(QCoreApplication.translate("FindField", "Find"))
        self.setAccessibleName(self.text())
        about = QCoreApplication.translate("FindField", "Find an action, a run, a file, a lesson, a scheduler")
        self.setAccessibleDescription(about)
        self.setToolTip(keymap.told(about, "find"))
        self.updateGeometry()
        self.update()

    def make_narrow(self, narrow: bool) -> None:
        """Leave only the glass, or show all of it."""
        if narrow != self.narrow:
            self.narrow = narrow
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        high = max(px(metrics.BUTTON_HEIGHT), metrics.HIT)
        return QSize(high if self.narrow else max(px(metrics.FIND_FIELD), round(self._wide())), high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        over = self.underMouse() or self.isDown()
        side = px(metrics.ICON)
        if self.narrow:
            if over:
                rounded(painter, box, metrics.FIELD, fill=now.hover)
            place = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
            paint_icon(painter, place, "search", now.text if over else now.text2)
            return
        rounded(painter, box, metrics.FIELD, fill=now.hover if over else now.surface, border=now.strong)
        left = px(metrics.FIND_EDGE)
        paint_icon(painter, QRectF(left, box.center().y() - side / 2, side, side), "search", now.text2)
        words = box.adjusted(left + side + px(metrics.S2), 0, -px(metrics.FIND_EDGE), 0)
        write(painter, words, self.text(), metrics.font("body"), now.text2)
        write(painter, words, keymap.shown("find"), metrics.font("axis"), now.text3, where=RIGHT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def _wide(self) -> float:
        keys = text_width(keymap.shown("find"), metrics.font("axis"))
        word = text_width(self.text(), metrics.font("body"))
        return 2 * px(metrics.FIND_EDGE) + px(metrics.ICON) + px(metrics.S2) + word + px(metrics.S6) + keys
