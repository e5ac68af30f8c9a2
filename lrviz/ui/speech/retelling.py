"""What stands in the windows, said again in another language: what widgets of Qt show, and what ours keep to paint."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.speech import language
from lrviz.ui.speech.spoken import Words, anew, heard

if TYPE_CHECKING:
    from lrviz.ui.window import Window

Shown = tuple[Callable[[], str], Callable[[str], object]]
"""How a text is read from a widget, and how another is put there."""
SLICE = 0.004
"""Seconds in one turn of the event loop; what has begun is ended."""
MANY = 2_000
"""A longer list holds numbers, not words."""


class Turns(QObject):
    """Goes on with something in as many turns of the event loop as it takes, each of them short."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._going: Iterator[None] = iter(())
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)

    def begin(self, going: Iterator[None]) -> None:
        """Begin something, in place of what was going on."""
        self._going = going
        self._turn.start()

    def _go_on(self) -> None:
        until = time.perf_counter() + SLICE
        while time.perf_counter() < until:
            if next(self._going, self) is self:
                self._turn.stop()
                return


def begin(app: QCoreApplication) -> None:
    """Begin to say all texts of all windows in the language in force."""
    turns = app.findChild(Turns) or Turns(app)
    turns.begin(_saying())


def _saying() -> Iterator[None]:
    """Say everything again, one thing after another: what is in sight first."""
    windows = sorted(QApplication.topLevelWidgets(), key=QWidget.isVisible, reverse=True)
    widgets = [widget for window in windows for widget in (window, *window.findChildren(QWidget))]
    seen = [widget for widget in widgets if isValid(widget) and widget.isVisible()]
    for widget in seen:
        _say_again(widget)
        yield
    language.changes.spoken.emit()
    yield
    known = set(map(id, seen))
    for window in windows:
        for thing in (window, *window.findChildren(QObject)) if isValid(window) else ():
            if id(thing) not in known:
                _say_again(thing)
                yield


def _say_again(thing: QObject) -> None:
    """Say the texts of one thing again, unless it is gone by now."""
    if not isValid(thing):
        return
    _keep_again(thing)
    given = getattr(thing, "given", None)
    if isinstance(given, Words) and isinstance(thing, QLabel | QAbstractButton):
        thing.setText(given)
    for read, put in _shown(thing):
        known = heard(read())
        if known is not None:
            put(anew(known))
    if isinstance(thing, QWidget) and not thing.findChild(QWidget):  # others show their texts in the widgets in them
        thing.updateGeometry()
        thing.update()


def _shown(thing: QObject) -> list[Shown]:
    """Give the texts that something of Qt's shows; what a person types is none of them."""
    found: list[Shown] = []
    if isinstance(thing, QAction):
        found += [(thing.text, thing.setText), (thing.toolTip, thing.setToolTip)]
    if not isinstance(thing, QWidget):
        return found
    found += [
        (thing.toolTip, thing.setToolTip),
        (thing.accessibleName, thing.setAccessibleName),
        (thing.accessibleDescription, thing.setAccessibleDescription),
        (thing.windowTitle, thing.setWindowTitle),
    ]
    match thing:
        case QLabel() | QAbstractButton() if not hasattr(thing, "given"):  # else it may be a name that is no word
            found.append((thing.text, thing.setText))
        case QGroupBox() | QMenu():
            found.append((thing.title, thing.setTitle))
        case EntryField():
            found += [(thing.text, thing.setText), (thing.placeholderText, thing.setPlaceholderText)]
        case QLineEdit() | QPlainTextEdit():
            found.append((thing.placeholderText, thing.setPlaceholderText))
        case QComboBox():
            found += [_item(thing.itemText, thing.setItemText, i) for i in range(thing.count())]
        case QTabBar():
            found += [_item(thing.tabText, thing.setTabText, i) for i in range(thing.count())]
            found += [_item(thing.tabToolTip, thing.setTabToolTip, i) for i in range(thing.count())]
    return found


def _item(read: Callable[[int], str], put: Callable[[int, str], object], at: int) -> Shown:
    return lambda: read(at), lambda text: put(at, text)


def _keep_again(thing: QObject) -> None:
    """Say again what an object of ours keeps of the texts it was given."""
    for name, value in list(vars(thing).items() if hasattr(thing, "__dict__") else ()):
        again = _again(value)
        if again is not value:
            setattr(thing, name, again)


def _again(value: Any) -> Any:
    """Give a value whose texts are said again; the value itself where it holds none."""
    match value:
        case Words():
            return anew(value)
        case tuple() | list() if len(value) < MANY:
            again = [_again(one) for one in value]
            if all(one is other for one, other in zip(again, value, strict=True)):
                return value
            return type(value)(*again) if hasattr(value, "_fields") else type(value)(again)
        case dict() if len(value) < MANY:
            said = {key: _again(one) for key, one in value.items()}
            return said if any(said[key] is not one for key, one in value.items()) else value
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            kept = {field.name: getattr(value, field.name) for field in dataclasses.fields(value) if field.init}
            changed = {name: again for name, one in kept.items() if (again := _again(one)) is not one}
            return dataclasses.replace(value, **changed) if changed else value
    return value


class Retelling(QObject):
    """Has a window draw anew what it shows, once its language is another: headlines and numbers come from the store."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._turns = Turns(self)
        language.changes.spoken.connect(self.draw)

    def draw(self) -> None:
        """Draw everything anew, in the turns of the event loop that follow."""
        self._turns.begin(self._drawing())

    def _drawing(self) -> Iterator[None]:
        """Draw one thing after another."""
        store, races = self._window.store, self._window.races
        for signal in (store.named, store.changed, store.selected_changed, store.cursor_changed, store.unit_changed):
            signal.emit()
            yield
        for other in (store.heard_changed, store.looked, races.state_changed, races.progressed):
            other.emit()
            yield
        self._window.linting.changed.emit()
