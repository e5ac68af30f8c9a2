"""The style of what Qt paints itself: focus rings, check boxes, scroll bars and menus, over Fusion."""

from __future__ import annotations

from typing import Any, TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QMenu,
    QProxyStyle,
    QScrollBar,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionMenuItem,
    QStyleOptionSlider,
    QWidget,
)

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import LEFT, RIGHT, mix, pen, px, rounded, text_width, write
from lrviz.ui.icons import paint_icon
from lrviz.ui.palette import theme

_BAR, _BAR_HOVER = 8, 10
_CHECK = 14
_SHORTEST = 32
_MENU_ROW, _MENU_LINE = 30, 9

_Primitive: TypeAlias = QStyle.PrimitiveElement
_Control: TypeAlias = QStyle.ControlElement
_Complex: TypeAlias = QStyle.ComplexControl
_Part: TypeAlias = QStyle.SubControl
_Metric: TypeAlias = QStyle.PixelMetric
_State: TypeAlias = QStyle.StateFlag
_Kind: TypeAlias = QStyleOptionMenuItem.MenuItemType


class LrvizStyle(QProxyStyle):
    """Fusion with the window's own focus ring, check boxes of 14, quiet scroll bars and roomy menus."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def polish(self, what: Any, /) -> None:
        if isinstance(what, QMenu):
            what.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
            what.setWindowFlags(
                what.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
            )
        elif isinstance(what, QScrollBar):
            what.setAttribute(Qt.WidgetAttribute.WA_Hover)
        super().polish(what)

    def pixelMetric(self, metric: _Metric, option: QStyleOption | None = None, widget: QWidget | None = None) -> int:
        own = _METRICS.get(metric)
        return super().pixelMetric(metric, option, widget) if own is None else px(own)

    def drawPrimitive(
        self, element: _Primitive, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element == _Primitive.PE_FrameFocusRect:
            _paint_focus(painter, option)
        elif element in {_Primitive.PE_IndicatorCheckBox, _Primitive.PE_IndicatorItemViewItemCheck}:
            paint_check(painter, QRectF(option.rect), option.state)
        elif element == _Primitive.PE_PanelMenu:
            rounded(painter, QRectF(option.rect), metrics.CARD, fill=theme().raised, border=theme().border)
        elif element == _Primitive.PE_FrameMenu:
            return
        elif element == _Primitive.PE_PanelTipLabel:
            painter.fillRect(option.rect, theme().strong)
            painter.fillRect(option.rect.adjusted(1, 1, -1, -1), theme().raised)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self, element: _Control, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element == _Control.CE_MenuItem and isinstance(option, QStyleOptionMenuItem):
            _paint_item(painter, option)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self, control: _Complex, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if control == _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            _paint_bar(painter, option, handle_of(option))
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self, control: _Complex, option: QStyleOptionComplex, part: _Part, widget: QWidget | None = None
    ) -> QRect:
        if control == _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return _part_of_bar(option, part)
        # QProxyStyle's stubs, unlike QStyle's, don't say that there may be no widget
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # see above

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        if kind == QStyle.ContentsType.CT_MenuItem and isinstance(option, QStyleOptionMenuItem):
            return _item_size(option)
        return super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]  # as above


_METRICS = {
    _Metric.PM_ScrollBarExtent: _BAR_HOVER,
    _Metric.PM_ScrollBarSliderMin: _SHORTEST,
    _Metric.PM_IndicatorWidth: _CHECK,
    _Metric.PM_IndicatorHeight: _CHECK,
    _Metric.PM_CheckBoxLabelSpacing: metrics.S2,
    _Metric.PM_MenuHMargin: 6,
    _Metric.PM_MenuVMargin: 6,
    _Metric.PM_MenuPanelWidth: 1,
    _Metric.PM_SubMenuOverlap: -2,
}


def paint_check(painter: QPainter, rect: QRectF, state: _State) -> None:
    """Paint a check box: filled with ink when it is on, a dash when it is half on."""
    now, painter_hint = theme(), QPainter.RenderHint.Antialiasing
    painter.save()
    painter.setRenderHint(painter_hint)
    enabled = bool(state & _State.State_Enabled)
    if state & (_State.State_On | _State.State_NoChange):
        rounded(painter, rect, metrics.CHIP, fill=now.primary if enabled else now.strong)
        painter.setPen(pen(now.on_primary, 1.75))
        tick = ((0.24, 0.52), (0.43, 0.70), (0.76, 0.32)) if state & _State.State_On else ((0.28, 0.5), (0.72, 0.5))
        painter.drawPolyline([rect.topLeft() + QPointF(x * rect.width(), y * rect.height()) for x, y in tick])
    else:
        border = now.text2 if state & _State.State_MouseOver else now.text3
        rounded(painter, rect, metrics.CHIP, fill=now.surface, border=border, width=1.25)
    painter.restore()


def _paint_focus(painter: QPainter, option: QStyleOption) -> None:
    if option.state & _State.State_KeyboardFocusChange:
        painter.save()
        rounded(painter, QRectF(option.rect), metrics.CHIP, border=theme().focus, width=2)
        painter.restore()


def handle_of(option: QStyleOptionSlider) -> QRect:
    """Give where the handle of a scroll bar lies; it has no arrows."""
    length = option.rect.width() if option.orientation == Qt.Orientation.Horizontal else option.rect.height()
    span = option.maximum - option.minimum
    whole = span + option.pageStep
    size = length if span <= 0 else min(length, max(px(_SHORTEST), length * option.pageStep // max(1, whole)))
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - size, option.upsideDown
    )
    if option.orientation == Qt.Orientation.Horizontal:
        return QRect(option.rect.left() + start, option.rect.top(), size, option.rect.height())
    return QRect(option.rect.left(), option.rect.top() + start, option.rect.width(), size)


def _part_of_bar(option: QStyleOptionSlider, part: _Part) -> QRect:
    rect, handle = QRect(option.rect), handle_of(option)
    across = option.orientation == Qt.Orientation.Horizontal
    if part == _Part.SC_ScrollBarSlider:
        return handle
    if part == _Part.SC_ScrollBarGroove:
        return rect
    if part == _Part.SC_ScrollBarSubPage:
        if across:
            rect.setRight(handle.left() - 1)
        else:
            rect.setBottom(handle.top() - 1)
        return rect
    if part == _Part.SC_ScrollBarAddPage:
        if across:
            rect.setLeft(handle.right() + 1)
        else:
            rect.setTop(handle.bottom() + 1)
        return rect
    return QRect()


def _paint_bar(painter: QPainter, option: QStyleOptionSlider, handle: QRect) -> None:
    if option.maximum <= option.minimum:
        return
    now = theme()
    over = bool(option.state & (_State.State_MouseOver | _State.State_Sunken))
    slack = 1.0 if over else (px(_BAR_HOVER) - px(_BAR)) / 2 + 1
    across = option.orientation == Qt.Orientation.Horizontal
    rect = QRectF(handle)
    rect = rect.adjusted(1, slack, -1, -slack) if across else rect.adjusted(slack, 1, -slack, -1)
    painter.save()
    rounded(painter, rect, min(rect.width(), rect.height()) / 2, fill=now.text3 if over else now.strong)
    painter.restore()


def _item_size(option: QStyleOptionMenuItem) -> QSize:
    if option.menuItemType == _Kind.Separator:
        return QSize(px(metrics.S6), px(_MENU_LINE))
    text, _, key = option.text.partition("\t")
    width = px(metrics.S3) + text_width(text.replace("&", ""), option.font) + px(metrics.S3)
    if option.menuHasCheckableItems or option.maxIconWidth:
        width += px(metrics.ICON) + px(metrics.S2)
    if key:
        width += px(metrics.S6) + text_width(key, metrics.font("axis"))
    if option.menuItemType == _Kind.SubMenu:
        width += px(metrics.S6)
    return QSize(max(round(width) + 1, px(160)), max(px(_MENU_ROW), option.fontMetrics.height() + px(metrics.S2)))


def _paint_item(painter: QPainter, option: QStyleOptionMenuItem) -> None:
    now, rect = theme(), QRectF(option.rect)
    painter.save()
    if option.menuItemType == _Kind.Separator:
        painter.fillRect(
            QRectF(rect.left() + px(metrics.S2), rect.center().y(), rect.width() - px(metrics.S4), 1), now.border
        )
        painter.restore()
        return
    enabled = bool(option.state & _State.State_Enabled)
    if option.state & _State.State_Selected and enabled:
        rounded(painter, rect, metrics.FIELD, fill=now.hover if now.name == "light" else now.selected)
    ink = now.text if enabled else mix(now.text3, now.raised, 0.35)
    inner = rect.adjusted(px(metrics.S3), 0, -px(metrics.S3), 0)
    size = px(metrics.ICON)
    if option.menuHasCheckableItems or option.maxIconWidth:
        mark = QRectF(inner.left() - px(metrics.S1), rect.center().y() - size / 2, size, size)
        if option.checked:
            paint_icon(painter, mark, "check", ink)
        elif not option.icon.isNull():
            option.icon.paint(painter, mark.toRect())
        inner.setLeft(mark.right() + px(metrics.S2))
    text, _, key = option.text.partition("\t")
    if option.menuItemType == _Kind.SubMenu:
        chevron = QRectF(inner.right() - size + px(metrics.S1), rect.center().y() - size / 2, size, size)
        paint_icon(painter, chevron, "chevron-right", now.text2)
    if key:
        write(painter, inner, key, metrics.font("axis"), now.text3, where=RIGHT)
    write(painter, inner, text.replace("&", ""), option.font, ink, where=LEFT)
    painter.restore()
