"""What stands in the windows, said again in another language: what widgets of Qt show, and what ours keep to paint."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from lrviz.ui.slices import Slices, finished
from lrviz.ui.speech import language, standing
from lrviz.ui.speech.spoken import Words, anew

if TYPE_CHECKING:
    from lrviz.ui.window import Window

T = TypeVar("T", bound=QObject)

TELLING = "telling"
MANY = 2_000
"""A longer list holds numbers, not words."""


def begin() -> None:
    """Begin to say all texts of all windows in the language in force; where none is in sight, nobody waits for it."""
    windows = [window for window in QApplication.topLevelWidgets() if window.parent() is None]
    for before in (one for window in windows for one in window.findChildren(Slices, TELLING)):
        before.cancel()
        before.deleteLater()
    seen = next((window for window in windows if window.isVisible()), None)
    if seen is None:
        finished(_saying())
        return
    telling = Slices(_saying(), seen)
    telling.setObjectName(TELLING)
    telling.done.connect(telling.deleteLater)


def _saying() -> Generator[None, None, None]:
    """Say everything again, one thing after another: what is in sight first."""
    windows = sorted(QApplication.topLevelWidgets(), key=QWidget.isVisible, reverse=True)
    seen = [thing for window in windows for thing in _keeping(window, QWidget) if thing.isVisible()]
    for widget in seen:
        _say_again(widget)
        yield
    language.changes.spoken.emit()
    yield
    done = set(map(id, seen))
    for window in windows:
        for thing in _keeping(window, QObject) if isValid(window) else ():
            if id(thing) not in done:
                _say_again(thing)
                yield


def _keeping(window: QWidget, kind: type[T]) -> list[T]:
    """Give what keeps something in Python, of a window and what is in it.

    Of the rest, which Qt makes for itself, nobody could tell in a later turn whether it is still there.
    """
    return [thing for thing in (window, *window.findChildren(kind)) if vars(thing) and isinstance(thing, kind)]


def _say_again(thing: QObject) -> None:
    """Say the texts of one thing again, unless it is gone by now."""
    if not isValid(thing):
        return
    _keep_again(thing)
    for put, text in standing.words(thing):
        getattr(thing, put)(anew(text))
    if isinstance(thing, QAbstractScrollArea):
        thing.viewport().update()
    elif isinstance(thing, QWidget):
        thing.updateGeometry()
        if not thing.findChild(QWidget):  # others show their texts in the widgets in them
            thing.update()


def _keep_again(thing: QObject) -> None:
    """Say again what an object of ours keeps of the texts it was given."""
    for name, value in list(vars(thing).items()):
        again = value if name == standing.NAME else _again(value)
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
        self._slices: Slices | None = None
        language.changes.spoken.connect(self.draw, Qt.ConnectionType.QueuedConnection)

    def draw(self) -> None:
        """Draw everything anew, in the turns of the event loop that follow."""
        if self._slices is not None:
            self._slices.cancel()
            self._slices.deleteLater()
        self._slices = Slices(self._drawing(), self)

    def _drawing(self) -> Generator[None, None, None]:
        """Draw one thing after another."""
        store, races = self._window.store, self._window.races
        for signal in (store.named, store.changed, store.selected_changed, store.cursor_changed, store.unit_changed):
            signal.emit()
            yield
        for other in (store.heard_changed, store.looked, races.state_changed, races.progressed):
            other.emit()
            yield
        self._window.linting.changed.emit()
