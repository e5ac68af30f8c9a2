"""Giving a window its actions and their keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from lrviz.ui.actions.catalog import actions
from lrviz.ui.actions.menus import export_menu, plot_menu, session_menu
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.panels.code_editor import CodeEditor
from lrviz.ui.window import Window


def install(window: Window) -> dict[str, QAction]:
    """Give the window its actions, their keys and the menus that hold them."""
    made: dict[str, QAction] = {}
    for action in actions(window):
        qt = QAction(action.text, window)
        if not action.bare:
            qt.setShortcuts([QKeySequence(keys) for keys in action.keys])
        qt.triggered.connect(lambda _=False, act=action.act: _do(act))
        window.addAction(qt)
        made[action.key] = qt
        window.bare_keys.update({keys: action.act for keys in action.keys if action.bare})
        if not action.anywhere:
            window.classroom.at_home_changed.connect(qt.setDisabled)
    for key in ("next_step", "step_back", "leave_lesson"):
        made[key].setEnabled(False)
        window.classroom.playing_changed.connect(made[key].setEnabled)
    window.top.session_menu_wanted.connect(lambda at: session_menu(window, made).exec(at))
    window.copying.menu_wanted.connect(lambda at: plot_menu(window, made).exec(at))
    window.top.export_menu_wanted.connect(lambda at: export_menu(window, made).exec(at))
    return made


def _do(act: Callable[[], object]) -> None:
    """Act, on what a person has typed by then."""
    typed = QApplication.focusWidget()
    if isinstance(typed, EntryField):
        typed.finish()
    elif isinstance(typed, CodeEditor):
        typed.left.emit()
    act()
