"""What stands in the windows, said again in another language: what widgets of Qt show, and what ours keep to paint."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
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

from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.speech import language
from lrviz.ui.speech.spoken import Words, anew, heard

if TYPE_CHECKING:
    from lrviz.ui.window import Window

Shown = tuple[Callable[[], str], Callable[[str], object]]
"""How a text is read from a widget, and how another is put there."""
MANY = 2_000
"""A longer list holds numbers, not words."""


def say_again() -> None:
    """Say all texts of all windows in the language in force."""
    for window in QApplication.topLevelWidgets():
        for thing in (window, *window.findChildren(QObject)):
            _keep_again(thing)
            given = getattr(thing, "given", None)
            if isinstance(given, Words) and isinstance(thing, QLabel | QAbstractButton):
                thing.setText(given)
            for read, put in _shown(thing):
                known = heard(read())
                if known is not None:
                    put(anew(known))
        for widget in (window, *window.findChildren(QWidget)):
            widget.updateGeometry()
            widget.update()


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
        language.changes.spoken.connect(self.draw)

    def draw(self) -> None:
        """Draw everything anew."""
        store, races = self._window.store, self._window.races
        for signal in (store.named, store.changed, store.selected_changed, store.cursor_changed, store.unit_changed):
            signal.emit()
        for signal in (store.heard_changed, store.looked, races.state_changed, races.progressed):
            signal.emit()
        self._window.linting.changed.emit()
