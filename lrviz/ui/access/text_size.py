"""The size of text: the system's own times what a person set, changed while the windows stay."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from lrviz.ui import metrics
from lrviz.ui.choices import settings

BASE = "sizes at 100 %"
"""The property that holds a widget's sizes as they would be at the default size: of its font, its height and width."""


def follow_settings() -> None:
    """Have text of the size that is set, now and whenever that changes."""
    settings.changes.changed.connect(_on_setting)
    _note()


def _on_setting(key: str) -> None:
    if key != settings.TEXT_SIZE.key:
        return
    from lrviz.ui.paint.layout import forget_type  # what paints plots isn't waited for at the start

    before = metrics.scale()
    widgets = QApplication.allWidgets()
    for widget in widgets:
        _keep_base(widget, before)
    _note()
    forget_type()
    for widget in widgets:
        _fit(widget, metrics.scale())
    for widget in widgets:  # lists, tables and layouts measure themselves anew
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
        widget.updateGeometry()
        widget.update()


def _note() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        points = float(app.property("systemPoints") or metrics.DEFAULT_POINTS)
        metrics.enlarge(points / metrics.DEFAULT_POINTS * settings.TEXT_SIZE.value / 100)
        app.setFont(metrics.font("body"))


def _keep_base(widget: QWidget, scale: float) -> None:
    """Note a widget's own sizes as they would be at the default size; those noted before hold until it has others."""
    now = (widget.font().pixelSize(), widget.height(), widget.width())
    noted = widget.property(BASE) or (0.0, 0.0, 0.0)
    widget.setProperty(
        BASE, [base if round(base * scale) == size else size / scale for base, size in zip(noted, now, strict=True)]
    )


def _fit(widget: QWidget, scale: float) -> None:
    """Give a widget a font of its own, a fixed height and a fixed width in the size of text now."""
    pixels, high, wide = (round(size * scale) for size in widget.property(BASE))
    if widget.minimumHeight() == widget.maximumHeight():
        widget.setFixedHeight(high)
    if widget.minimumWidth() == widget.maximumWidth():
        widget.setFixedWidth(wide)
    font = QFont(widget.font())
    if pixels > 0 and font.pixelSize() != pixels:
        font.setPixelSize(max(8, pixels))
        widget.setFont(font)
