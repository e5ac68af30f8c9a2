"""Buttons with a word, and buttons that are an icon."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lrviz.ui import keymap, metrics
from lrviz.ui.controls.drawing import mix, px, rounded, text_width, write
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.icons import paint_icon
from lrviz.ui.palette import theme
from lrviz.ui.speech.spoken import together
from lrviz.ui.speech.standing import given

Kind = Literal["primary", "secondary", "ghost"]
OPENS = "chevron-down"


class Button(QAbstractButton):
    """A button with a verb on it: primary is ink (one on a screen), secondary outlined, ghost bare text.

    Its icon stands before the word; only the chevron of a button that opens a choice stands after it.
    """

    def __init__(
        self, text: str, *, icon: str = "", kind: Kind = "secondary", small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._kind, self._small, self._told = icon, kind, small, ""
        self.setFont(metrics.font("name"))
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        before = self.text()
        super().setText(text)
        if text != before:
            self.updateGeometry()
            self._tell()

    def setIconName(self, icon: str) -> None:
        """Put another icon before the word; "" for none."""
        if icon == self._icon:
            return
        self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._content(text_width(self.text(), self.font()))), self._height())

    def minimumSizeHint(self) -> QSize:
        shortest = min(text_width(self.text(), self.font()), 4 * self.fontMetrics().averageCharWidth())
        return QSize(round(self._content(shortest)), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, border, ink = self._colours()
        rect = QRectF(self.rect())
        rounded(painter, rect, metrics.BUTTON, fill=fill, border=border)
        icon = self._icon if self._icon == OPENS or not self._cut else ""  # a word is worth more than a picture of it
        size = px(metrics.ICON) if icon else 0
        gap = self._gap() if self.text() else 0
        room = rect.width() - 2 * self._side() - (size + gap if icon else 0)
        words = min(text_width(self.text(), self.font()), room)
        left = rect.center().x() - (words + (size + gap if icon else 0)) / 2
        if icon:
            after = icon == OPENS
            at = left + words + gap if after else left
            paint_icon(painter, QRectF(at, rect.center().y() - size / 2, size, size), icon, ink)
            left += 0 if after else size + gap
        write(painter, QRectF(left, rect.top(), words + 1, rect.height()), self.text(), self.font(), ink)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, metrics.BUTTON)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self.update()

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Give fill, border and ink of the state it is in."""
        now = theme()
        over = self.underMouse() and self.isEnabled()
        if self._kind == "primary":
            if not self.isEnabled():
                return now.sunken, None, now.text3
            lighter = 0.3 if self.isDown() else 0.16 if over else 0.0
            return mix(now.primary, now.bg, lighter), None, now.on_primary
        ink = now.text if self.isEnabled() else now.text3
        bare = None if self._kind == "ghost" else now.surface
        border = None if self._kind == "ghost" else now.strong if self.isEnabled() else now.border
        if self._kind == "ghost" and self.isEnabled() and not over:
            ink = now.text2
        return now.selected if self.isDown() else now.hover if over else bare, border, ink

    def _content(self, words: float) -> float:
        icon = px(metrics.ICON) + (self._gap() if self.text() else 0) if self._icon else 0
        return words + icon + 2 * self._side() + 1

    def _height(self) -> int:
        return px(metrics.BUTTON_SMALL if self._small else metrics.BUTTON_HEIGHT)

    def _side(self) -> int:
        return px(10 if self._small else metrics.S3)

    def _gap(self) -> int:
        return px(6 if self._small else metrics.S2)

    @property
    def _cut(self) -> bool:
        """Whether there is too little room for its icon and its words."""
        return bool(self.text()) and self.width() + 1 < self.sizeHint().width()

    def _tell(self) -> None:
        """Say the whole text in the tooltip while some of it is left out, unless a tooltip was set."""
        cut = self._cut
        if self.toolTip() == self._told:
            self._told = self.text() if cut else ""
            self.setToolTip(self._told)


class IconButton(QAbstractButton):
    """An icon in a square of 32; its name is read aloud and stands in the tooltip, with its key.

    That is the one in force for the `action` it does, or else a `shortcut` which nobody can change.
    """

    def __init__(
        self, icon: str, name: str, *, action: str = "", shortcut: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._action, self._key = icon, action, shortcut
        self.set_icon(icon, name)
        if action:
            keymap.changes.changed.connect(self._tell)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def icon_name(self) -> str:
        """The icon it shows."""
        return self._icon

    def set_icon(self, icon: str, name: str) -> None:
        """Show another icon, and say what the button does now."""
        if (icon, name) == (self._icon, self.accessibleName()):
            return
        self._icon = icon
        self.setAccessibleName(name)
        self._tell()
        self.update()

    def _tell(self) -> None:
        name = given(self, "setAccessibleName")
        tip = together("{0} ({1})", name, self._key) if self._key else keymap.told(name, self._action)
        self.setToolTip(tip)

    def sizeHint(self) -> QSize:
        side = max(px(metrics.BUTTON_HEIGHT), metrics.HIT)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics.HIT, metrics.HIT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now = theme()
        rect = QRectF(self.rect())
        over = self.underMouse() and self.isEnabled()
        if over or self.isDown() or self.isChecked():
            rounded(painter, rect, metrics.FIELD, fill=now.selected if self.isDown() or self.isChecked() else now.hover)
        ink = now.text if over else now.text2
        if not self.isEnabled():
            ink = mix(now.text3, now.bg, 0.5)
        size = px(metrics.ICON)
        paint_icon(
            painter, QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size), self._icon, ink
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)
