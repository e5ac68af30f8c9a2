"""The parts a form is laid out of: heads, sections and lines with a label."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel


def head(text: str, parent: QWidget) -> ElidedLabel:
    """Make the head of a section."""
    label = ElidedLabel("section", "text2", parent)
    label.setText(text)
    return label


def column(widget: QWidget) -> QVBoxLayout:
    """Give a widget the column that forms are laid out in: gutters of 16, everything on 4."""
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(px(metrics.S4), px(metrics.S2), px(metrics.S4), px(metrics.S4))
    layout.setSpacing(px(metrics.S1))
    return layout


def labelled(text: str, beside: QWidget) -> QHBoxLayout:
    """Lay out a line: words on the left, a control on the right."""
    label = ElidedLabel("secondary", "text2", beside.parentWidget())
    label.setText(text)
    line = QHBoxLayout()
    line.setSpacing(px(metrics.S2))
    line.addWidget(label, 1)
    line.addWidget(beside)
    return line
