"""The menus: every action once, under what it is about; in the system's bar where it has one, else in the session's."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from lrviz.ui import keymap, palette
from lrviz.ui.actions.action import Action, tr
from lrviz.ui.actions.catalog import groups, why_not
from lrviz.ui.arriving import recent
from lrviz.ui.arriving.presence import is_there
from lrviz.ui.speech import language
from lrviz.ui.speech.spoken import noop
from lrviz.ui.window import Window

Made = dict[str, QAction]
THEMES = (
    ("system", noop("Actions", "As the system")),
    ("light", noop("Actions", "Light")),
    ("dark", noop("Actions", "Dark")),
)

PLOT = (("copy_picture", "picture"), ("copy_values", "copy_numbers"), ("all", "present"))
"""What the menu of a plot offers."""


def session_menu(window: Window, made: Made) -> QMenu:
    """Give the menu of the session, with those of everything else in it."""
    menu = QMenu(window)
    (_, first), *others = groups(window)
    *before, last = first
    _add(menu, before, window, made)
    menu.addSeparator()
    for title, group in others:
        _add(menu.addMenu(title), group, window, made)
    menu.addSeparator()
    _add_looks(menu)
    _add(menu, (last,), window, made)
    return menu


def fill_bar(bar: QMenuBar, window: Window, made: Made) -> None:
    """Fill the system's bar with the menus."""
    for menu in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        menu.deleteLater()
    bar.clear()
    for at, (title, group) in enumerate(groups(window)):
        menu = bar.addMenu(title)
        _add(menu, group, window, made)
        if at == 0:
            menu.addSeparator()
            _add_looks(menu)


def export_menu(window: Window, made: Made) -> QMenu:
    """Give the menu of what can be taken away."""
    menu = QMenu(window)
    _add(menu, next(group for title, group in groups(window) if title == tr("Take away")), window, made)
    return menu


def plot_menu(window: Window, made: Made) -> QMenu:
    """Give the menu of a plot: what can be copied of it, and how else it can be seen."""
    menu = QMenu(window)
    known = {action.key: action for _, group in groups(window) for action in group}
    for part in PLOT:
        _add(menu, [known[key] for key in part], window, made)
        menu.addSeparator()
    return menu


def recent_menu(window: Window, parent: QWidget) -> QMenu:
    """Give the menu of the files last opened and saved: those that are gone dim, and a way to forget them all."""
    menu = QMenu(tr("Open recent"), parent)
    menu.setToolTipsVisible(True)
    _fill_recent(menu, window)
    menu.aboutToShow.connect(partial(_fill_recent, menu, window))  # one in a bar outlives what it was made of
    return menu


def _fill_recent(menu: QMenu, window: Window) -> None:
    menu.clear()
    for one in recent.recent():
        there = is_there(one.path)
        gone = "" if there else f" · {tr('no longer there')}"
        action = menu.addAction(f"{_plain(one.path.name)}{gone}\t{_plain(recent.place(one.path))}")
        action.setToolTip(str(one.path))
        action.setEnabled(there)
        action.triggered.connect(lambda _=False, path=one.path: window.classroom.open_recent(path))
    menu.addSeparator()
    clear = menu.addAction(tr("Forget these files"))
    clear.setEnabled(bool(recent.recent()))
    clear.triggered.connect(window.classroom.forget_recent)


def _add(menu: QMenu, group: Sequence[Action], window: Window, made: Made) -> None:
    """Add actions with the keys in force; what can't be done when the menu is opened is dim.

    The items are the menu's own: one that is dim there leaves its action its key.
    """
    for action in group:
        if action.parted:
            menu.addSeparator()
        item = menu.addAction(action.text)
        item.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here; the window's action has the key
        if not (action.bare and sys.platform == "darwin"):  # a key in the bar of macOS is taken from every control
            item.setShortcuts([QKeySequence(one) for one in keymap.keys(action.key)])
        item.triggered.connect(made[action.key].trigger)
        _dim(item, window, action)
        menu.aboutToShow.connect(partial(_dim, item, window, action))
        if action.key == "open":
            menu.addMenu(recent_menu(window, menu))


def _dim(item: QAction, window: Window, action: Action) -> None:
    why = why_not(window, action)
    item.setEnabled(not why)
    item.setToolTip(why)


def _add_looks(menu: QMenu) -> None:
    """Add the choice of theme and of language."""
    themes = [(key, QCoreApplication.translate("Actions", str(text))) for key, text in THEMES]
    _add_choice(menu, tr("Theme"), themes, palette.choice, palette.choose)
    spoken = ((language.SYSTEM, tr("As the system")), *language.LANGUAGES)
    _add_choice(menu, tr("Language"), spoken, language.choice, language.keep)
    menu.addSeparator()


def _add_choice(
    menu: QMenu, title: str, choices: Sequence[tuple[str, str]], now: Callable[[], str], choose: Callable[[str], None]
) -> None:
    below = menu.addMenu(title)
    group = QActionGroup(below)
    for key, text in choices:
        action = below.addAction(text)
        action.setCheckable(True)
        action.triggered.connect(lambda _=False, key=key: choose(key))
        below.aboutToShow.connect(lambda action=action, key=key: action.setChecked(key == now()))
        group.addAction(action)


def _plain(name: str) -> str:
    """Write a name so that a menu takes no & in it for a mnemonic."""
    return name.replace("&", "&&")
