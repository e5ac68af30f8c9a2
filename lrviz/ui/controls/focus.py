"""The focus ring: 2 px around the control that got the focus by keyboard, one pixel apart from it."""

from __future__ import annotations

from weakref import WeakKeyDictionary, ref

import shiboken6
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCommonStyle, QFocusFrame, QStyle, QStyleHintReturn, QStyleOption, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import rounded
from lrviz.ui.palette import theme

GAP, WIDTH = 1, 2
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_BACK = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""Why the focus comes back to where it was: what lay over the window is closed."""


def by_keyboard(event: QFocusEvent) -> bool:
    """Tell whether a key brought the focus."""
    return event.reason() in _BY_KEYBOARD


def show_ring(widget: QWidget, event: QFocusEvent, radius: float = metrics.FIELD) -> None:
    """Ring `widget` when a key brought the focus, or brings it back; call it from `focusInEvent`."""
    frame = _of(widget)
    back = event.reason() in _BACK and frame is not None and frame.left is not None and frame.left() is widget
    if by_keyboard(event) or back:
        ring(widget, radius)


def ring(widget: QWidget, radius: float = metrics.FIELD) -> None:
    """Ring `widget` until the focus leaves it."""
    frame = _of(widget)
    if frame is None:
        frame = _rings[widget.window()] = FocusRing(widget.window())
    frame.radius = radius
    frame.setWidget(widget)


def hide_ring(widget: QWidget) -> None:
    """Take the ring off; call it from `focusOutEvent`."""
    frame = _of(widget)
    if frame is not None and frame.widget() is widget:
        frame.left = ref(widget)
        frame.hide()
        frame.setWidget(None)  # type: ignore[arg-type]  # Qt takes nullptr here; the stubs don't say so


def _of(widget: QWidget) -> FocusRing | None:
    """Give the ring of a widget's window; one that lay in what was deleted went with it."""
    frame = _rings.get(widget.window())
    return frame if frame is not None and shiboken6.isValid(frame) else None


class FocusRing(QFocusFrame):
    """Lies over the window (or the scroll area) around a control, follows it and lets the mouse through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.radius: float = metrics.FIELD
        self.left: ref[QWidget] | None = None
        """What was ringed last."""
        self._style = _RingStyle()  # Qt doesn't keep a widget's own style alive
        self._style.setParent(self)
        self.setStyle(self._style)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        outer = self.radius + GAP + WIDTH
        rounded(painter, QRectF(self.rect()), outer, border=theme().focus, width=WIDTH)


class _RingStyle(QCommonStyle):
    """Tells QFocusFrame to lie above its widget, unmasked, and by how much it reaches out."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return GAP + WIDTH
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget, returned)


_rings: WeakKeyDictionary[QWidget, FocusRing] = WeakKeyDictionary()
"""By window: to search one for its ring takes a millisecond."""
