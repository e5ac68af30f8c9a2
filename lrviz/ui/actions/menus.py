"""The menus of the top bar."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from lrviz.ui import palette
from lrviz.ui.actions.action import tr
from lrviz.ui.window import Window


def session_menu(window: Window, made: dict[str, QAction]) -> QMenu:
    """Give the menu of the session: files, lessons, theme."""
    menu = QMenu(window)
    menu.addActions([made["new"], made["open"], made["presets"]])
    menu.addActions([made["lessons"], made["leave_lesson"]])
    menu.addSeparator()
    menu.addActions([made["save"], made["save_as"], made["write_lesson"]])
    menu.addSeparator()
    menu.addActions([made["problem"], made["sidebar"], made["dock"]])
    menu.addMenu(_theme_menu(menu))
    menu.addSeparator()
    menu.addAction(made["quit"])
    return menu


def export_menu(window: Window, made: dict[str, QAction]) -> QMenu:
    """Give the menu of what can be taken away."""
    menu = QMenu(window)
    menu.addActions([made["picture"], made["film"], made["report"]])
    menu.addSeparator()
    menu.addActions([made["curves"], made["forecasts"], made["metrics"]])
    menu.addActions([made["landscape_data"], made["search_data"]])
    menu.addSeparator()
    menu.addActions([made["script"], made["copy"], made["copy_session"]])
    return menu


def _theme_menu(parent: QMenu) -> QMenu:
    menu = QMenu(tr("Theme"), parent)
    group = QActionGroup(menu)
    chosen = palette.choice()
    for key, text in (("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))):
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(key == chosen)
        action.triggered.connect(lambda _=False, key=key: palette.choose(key))
        group.addAction(action)
    return menu
