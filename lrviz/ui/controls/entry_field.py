"""A field that shows a value as text and sends what is typed instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.box import paint_box
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.palette import theme
from lrviz.ui.speech.saying import reason


class EntryField(QLineEdit):
    """Shows a value by `show` and reads another by `read`, on Enter or when the focus leaves.

    `edited` is sent with the value read, `refused` with the sentence of the ValueError that `read` raised, `restored`
    when the value shown has taken the place of an entry. Escape restores, and so does a form that hides the field: it
    shows something else by then.
    """

    edited = Signal(object)
    refused = Signal(str)
    restored = Signal()

    def __init__(
        self,
        *,
        name: str,
        read: Callable[[str], Any],
        show: Callable[[Any], str],
        role: metrics.Role = "code",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._show = read, show
        self._value: Any = None
        self._shown = self._tried = ""
        self._error = self._sent = False
        self.setFrame(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._ink()
        self.setFont(metrics.font(role))
        self.setAccessibleName(name)
        self.setMaxLength(4096)
        self.setTextMargins(px(6), 0, px(6), 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self.finish)

    @property
    def value(self) -> Any:
        """The value it shows while nothing else is typed."""
        return self._value

    @property
    def shown(self) -> str:
        """The text of the value it shows."""
        return self._shown

    @property
    def has_error(self) -> bool:
        """Whether its entry is marked as refused."""
        return self._error

    def show_value(self, value: Any) -> None:
        """Show a value; nothing is sent. A text being typed stays while the value under it stays the same."""
        same = value == self._value and type(value) is type(self._value) and bool(self._shown)
        if same and self.text() != self._shown and (self._error or not self._sent):
            return
        self._value, self._sent = value, False
        length = len(self._shown)
        self._shown = self._tried = self._show(value)
        if self.text() != self._shown:
            self.setText(self._shown)
            self.setCursorPosition(0)
        if len(self._shown) != length:
            self.updateGeometry()

    def restore(self) -> None:
        """Show the value again in place of what was typed."""
        self._tried = self._shown
        self.setText(self._shown)
        self.mark_error(False)
        self.restored.emit()

    def finish(self) -> None:
        """Take what was typed, as Enter does."""
        if self.text() == self._tried:
            return
        if self.isVisible():
            self._commit()
        else:
            self.restore()

    def mark_error(self, error: bool) -> None:
        """Border and text in the error colour, or as ever."""
        if error != self._error:
            self._error = error
            self._ink()

    def sizeHint(self) -> QSize:
        return QSize(px(160), max(px(metrics.BUTTON_SMALL), metrics.HIT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(metrics.S12), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._is_changed()
        ):
            event.accept()  # Escape restores the field before it closes anything around it
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._is_changed():
            self.restore()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()  # a file is for the window, not its name for the field
        else:
            super().dragEnterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, self, error=self._error)
        painter.end()
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._ink()

    def _is_changed(self) -> bool:
        return self._error or self.text() != self._shown

    def _commit(self) -> None:
        text = self.text()
        self._tried, self._sent = text, False
        try:
            value = self._read(text)
        except ValueError as error:
            self.refused.emit(reason(error))
            return
        if value == self._value:
            self.restore()
        else:
            self._sent = True
            self.edited.emit(value)

    def _ink(self) -> None:
        """Take the style's ground away, so that the box can lie under the text, and colour a refused entry."""
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        if self._error:
            palette.setColor(QPalette.ColorRole.Text, theme().error)
        self.setPalette(palette)
        self.update()
