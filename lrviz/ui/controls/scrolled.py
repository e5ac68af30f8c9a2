"""What scrolls: a sheet in a frameless area, as wide as that and on the ground behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scroll(area: QScrollArea, sheet: QWidget) -> None:
    """Have an area scroll a sheet up and down."""
    area.setWidget(sheet)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    sheet.setAutoFillBackground(False)  # an area gives what it is given a ground of its own
