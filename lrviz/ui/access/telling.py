"""What assistive technology is told of a plot: a chart with a name and all of it in words, and each pane within it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from lrviz.ui.access import aloud
from lrviz.ui.paint import Sheet

TOLD = 1000
"""Milliseconds between two times that a plot is told about."""


class TellsPane(QWidget):
    """Lies over a pane, unseen: Qt tells where it is, and what its name and description are."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class Telling(QObject):
    """Tells about a canvas what it shows: in a turn of its own where it changed, and at most once a second."""

    def __init__(self, canvas: QWidget, over: QWidget | None = None) -> None:
        super().__init__(canvas)
        self._canvas, self._over = canvas, over or canvas
        self._sheet: Sheet | None = None
        self._panes: list[TellsPane] = []
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self.tell)
        canvas.setProperty(CHART, True)

    def soon(self, sheet: Sheet) -> None:
        """Tell about a sheet soon, or about the one that comes after it."""
        self._sheet = sheet
        if not self._due.isActive():
            self._due.start(0)

    def tell(self) -> None:
        """Tell now what has changed since the last time."""
        if self._sheet is None:
            return
        sheet, self._sheet = self._sheet, None
        parts = list(_parts(sheet))
        title = aloud.title(sheet.figure)
        told = [_say(self._canvas, title, aloud.summary(sheet.figure))]
        if self._over is not self._canvas:
            self._over.setAccessibleName(title)
        while len(self._panes) < len(parts):
            self._panes.append(TellsPane(self._over))
        for pane, part in zip(self._panes, parts, strict=False):
            pane.setGeometry(part[0])
            told.append(_say(pane, part[1], part[2]))
            pane.show()
        for pane in self._panes[len(parts) :]:
            pane.hide()
        if any(told):
            self._due.start(TOLD)


CHART = "chart"
"""The property of a widget that is told of as a chart."""
_Part = tuple[QRect, str, str]


def _parts(sheet: Sheet) -> list[_Part]:
    """Give where each part of a figure is, its name and what it shows."""
    figure, found = sheet.figure, []
    if sheet.anatomy is not None and figure.anatomy is not None:
        found.append(_part(sheet.anatomy.rect, figure.anatomy.title, aloud.anatomy(figure.anatomy)))
    if sheet.map is not None and figure.terrain is not None:
        heights = figure.terrain.heights
        name = heights.title if heights is not None else aloud.title(figure)
        found.append(_part(sheet.map.rect, name, aloud.terrain(figure.terrain)))
    found += [_part(pane.cell, pane.plot.title, aloud.pane(pane.plot)) for pane in sheet.panes]
    return found


def _part(place: QRectF, name: str, words: str) -> _Part:
    return place.toRect(), name, words


def _say(widget: QWidget, name: str, words: str) -> bool:
    """Give a widget its name and description; say whether they are others now."""
    if (name, words) == (widget.accessibleName(), widget.accessibleDescription()):
        return False
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(words)
    return True


_interfaces: list[QAccessibleWidget] = []
"""What tells of each chart and pane: Qt deletes it with the widget, Python must not before."""


def _interface(_name: str, thing: object) -> QAccessibleInterface | None:
    if isinstance(thing, TellsPane):
        role = QAccessible.Role.Graphic
    elif isinstance(thing, QWidget) and thing.property(CHART):
        role = QAccessible.Role.Chart
    else:
        return None
    _interfaces[:] = [known for known in _interfaces if shiboken6.isValid(known)]
    _interfaces.append(QAccessibleWidget(thing, role))
    return _interfaces[-1]


QAccessible.installFactory(_interface)
