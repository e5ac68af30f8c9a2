"""Giving a window its actions, the keys in force for them, and the menus that hold them."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
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
        keymap.changes.changed.connect(self.bind)
        language.changes.spoken.connect(self.learn)
        self.learn()

    def learn(self) -> None:
        """Learn of every action, in the words of the language in force."""
        self._actions = actions(self._window)
        keymap.know(
            {action.key: action.keys for action in self._actions},
            {action.key: action.text for action in self._actions},
        )

    def bind(self) -> None:
        """Give every action its keys."""
        self._window.bare_keys.clear()
        for action in self._actions:
            keys = keymap.keys(action.key)
            if action.bare:
                self._window.bare_keys.update(dict.fromkeys(keys, action.act))
            else:
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
