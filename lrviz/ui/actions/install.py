"""Giving a window its actions, the keys in force for them, and the menus that hold them."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from lrviz.ui import keymap
from lrviz.ui.actions.catalog import actions
from lrviz.ui.actions.menus import export_menu, fill_bar, plot_menu, session_menu
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.controls.menu import open_menu
from lrviz.ui.panels.code_editor import CodeEditor
from lrviz.ui.speech import language
from lrviz.ui.window import Window


def install(window: Window) -> dict[str, QAction]:
    """Give the window its actions, their keys and the menus that hold them."""
    made: dict[str, QAction] = {}
    for action in actions(window):
        qt = QAction(window)
        qt.setText(action.text)
        qt.triggered.connect(lambda _=False, act=action.act: do(act))
        window.addAction(qt)
        made[action.key] = qt
        if not action.anywhere:
            window.classroom.at_home_changed.connect(qt.setDisabled)
    for key in ("next_step", "step_back", "leave_lesson"):
        made[key].setEnabled(False)
        window.classroom.playing_changed.connect(made[key].setEnabled)
    Binding(window, made)
    window.top.session_menu_wanted.connect(lambda at: open_menu(session_menu(window, made), at))
    window.copying.menu_wanted.connect(lambda at: open_menu(plot_menu(window, made), at))
    window.top.export_menu_wanted.connect(lambda at: open_menu(export_menu(window, made), at))
    return made


class Binding(QObject):
    """Gives the actions of a window the keys in force, now and whenever a person chooses others."""

    def __init__(self, window: Window, made: dict[str, QAction]) -> None:
        super().__init__(window)
        self._window, self._made = window, made
        self._actions = actions(window)
        self._bound: dict[str, tuple[str, ...]] = {}
        keymap.changes.changed.connect(self.bind)
        language.changes.spoken.connect(self.rename, Qt.ConnectionType.QueuedConnection)
        keymap.know({action.key: action.keys for action in self._actions})
        self.rename()

    def rename(self) -> None:
        """Call every action what it is called in the language in force."""
        keymap.call({action.key: action.text for action in actions(self._window)})

    def bind(self) -> None:
        """Give every action its keys."""
        self._window.bare_keys.clear()
        for action in self._actions:
            keys = keymap.keys(action.key)
            if action.bare:
                self._window.bare_keys.update(dict.fromkeys(keys, action.act))
            elif keys != self._bound.get(action.key):
                self._bound[action.key] = keys
                self._made[action.key].setShortcuts([QKeySequence(one) for one in keys])
        if sys.platform == "darwin":
            fill_bar(self._window.menuBar(), self._window, self._made)


def do(act: Callable[[], object]) -> None:
    """Act, on what a person has typed by then."""
    typed = QApplication.focusWidget()
    if isinstance(typed, EntryField):
        typed.finish()
    elif isinstance(typed, CodeEditor):
        typed.left.emit()
    act()
