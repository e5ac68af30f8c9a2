"""The box that every field to type into is painted on."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import rounded
from lrviz.ui.palette import theme


def paint_box(painter: QPainter, field: QWidget, *, error: bool = False) -> None:
    """Paint ground and border of a field in the state it is in."""
    now = theme()
    border = now.strong if field.isEnabled() else now.border
    if field.underMouse() and field.isEnabled():
        border = now.text3
    if field.hasFocus():
        border = now.focus
    rounded(
        painter,
        QRectF(field.rect()),
        metrics.FIELD,
        fill=now.surface if field.isEnabled() else now.sunken,
        border=now.error if error else border,
        width=1.5 if error else 1,
    )
