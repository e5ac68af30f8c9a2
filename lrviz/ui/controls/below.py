"""Where the menu of a control opens."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget


def below(control: QWidget) -> QPoint:
    """Give the place on the screen below a control, at its left edge."""
    return control.mapToGlobal(QPoint(0, control.height()))
