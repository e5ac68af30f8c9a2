"""The parts a form is laid out of: heads, sections and lines with a label."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.button import IconButton
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel


def head(text: str, parent: QWidget) -> ElidedLabel:
    """Make the head of a section."""
    label = ElidedLabel("section", "text2", parent)
    label.setText(text)
    return label


def section(title: str, parent: QWidget, *widgets: QWidget, beside: QWidget | None = None) -> QWidget:
    """Make a part of a form: its head with what is to stand `beside` it, the widgets below, and room after them."""
    part = QWidget(parent)
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, px(metrics.S2))
    layout.setSpacing(px(metrics.S1))
    line = QHBoxLayout()
    line.addWidget(head(title, part), 1)
    if beside is not None:
        beside.setAccessibleDescription(title)  # there is one at each head
        line.addWidget(beside)
    layout.addLayout(line)
    for widget in widgets:
        layout.addWidget(widget)
    return part


def card_button(parent: QWidget, ask: Callable[[], object], title: str = "") -> IconButton:
    """Make the book at a section's head, which asks for the card of what the section shows."""
    button = IconButton("book-open", QCoreApplication.translate("Form", "What it is"), action="card", parent=parent)
    button.setAccessibleDescription(title)
    button.setFixedSize(metrics.HIT, metrics.HIT)
    button.clicked.connect(lambda: ask())  # noqa: PLW0108 - Qt would tell `ask` whether the button is checked
    return button


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


def stops_of(widget: QWidget) -> list[QWidget]:
    """Give what can have the focus in a widget, itself first, then in the order it was made; no list it has open."""
    inside = [widget, *widget.findChildren(QWidget)]
    stops = [one for one in inside if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
    return [one for one in stops if one.window() is widget.window()]


def order_tabs(stops: Iterable[QWidget]) -> None:
    """Make the Tab key go from each to the next."""
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)
