"""Where the Tab key goes: region by region, and within one as one reads, whatever was made first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

if TYPE_CHECKING:
    from lrviz.ui.window import Window

SEEN = 4
"""Pixels: what is narrower or lower can't be seen, as in a dock that is folded, and Tab doesn't stop there."""


def stops(root: QWidget) -> list[QWidget]:
    """Give the controls in a widget that Tab stops at, itself among them, from top to bottom and left to right."""
    if not root.isVisible() or not root.isEnabled() or min(root.width(), root.height()) < SEEN:
        return []
    takes = bool(root.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) and root.focusProxy() is None
    found = [root] if takes else []
    for child in _in_rows([child for child in root.children() if isinstance(child, QWidget) and not child.isWindow()]):
        found += stops(child)
    return found


def regions(window: Window) -> tuple[QWidget, ...]:
    """Give the parts of a window that F6 goes through, in order."""
    if window.classroom.at_home:
        return (window.front,)
    lesson = (window.classroom.panel,) if window.classroom.playing else ()
    return (window.top, window.sidebar, *lesson, window.stack, window.bars, window.dock)


def along(window: Window) -> tuple[QWidget, ...]:
    """Give what Tab goes through, in order: the lines between the parts too."""
    if window.classroom.at_home:
        return (window.front,)
    beside, below = window.arrangement.body.handle(1), window.arrangement.work.handle(1)
    top, sidebar, *middle, bars, dock = regions(window)
    return (top, sidebar, beside, *middle, bars, below, dock)


def go(window: QWidget, parts: Sequence[QWidget], *, on: bool) -> bool:
    """Bring the focus to the next stop in some parts of a window and then in the others, or to the one before.

    After the last comes the first.
    """
    found = [stop for part in parts for stop in stops(part)]
    known = set(found)
    found += [stop for stop in stops(window) if stop not in known]
    if not found:
        return False
    focus = QApplication.focusWidget()
    at = found.index(focus) if focus in found else -1 if on else len(found)
    _focus(found[(at + (1 if on else -1)) % len(found)], on=on)
    return True


def go_to_region(window: Window, *, on: bool) -> bool:
    """Bring the focus to the first stop of the next region, or of the one before."""
    there = [found for region in regions(window) if (found := stops(region))]
    focus = QApplication.focusWidget()
    at = next((index for index, found in enumerate(there) if focus in found), None)
    if not there:
        return False
    if at is None:
        at = -1 if on else len(there)
    _focus(there[(at + (1 if on else -1)) % len(there)][0], on=True)
    return True


def _focus(stop: QWidget, *, on: bool) -> None:
    """Scroll to a stop first: a ring put around what is out of sight stays away."""
    above = stop.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(stop)
        above = above.parentWidget()
    stop.setFocus(Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason)


def _in_rows(widgets: Sequence[QWidget]) -> list[QWidget]:
    """Put widgets in the order they are read in: what has its middle above a row's end belongs to it."""
    rows: list[list[QWidget]] = []
    bottom = 0
    for widget in sorted(widgets, key=lambda widget: (widget.y(), widget.x())):
        place = widget.geometry()
        if rows and place.center().y() < bottom:
            rows[-1].append(widget)
            bottom = min(bottom, place.bottom())  # what lies over a plot begins a row of its own below another
        else:
            rows.append([widget])
            bottom = place.bottom()
    return [widget for one in rows for widget in sorted(one, key=QWidget.x)]
