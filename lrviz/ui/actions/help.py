"""Finding one's way: everything by its name, the menus and the keys."""

from __future__ import annotations

from lrviz.ui.actions.action import Action, tr
from lrviz.ui.window import Window


def help_(window: Window) -> tuple[Action, ...]:
    """Give what finds everything else."""
    knowing = window.knowing
    return (
        Action("find", tr("Find anything…"), ("Ctrl+Shift+P", "Ctrl+K"), window.seeker.toggle, anywhere=True),
        Action("keys", tr("Keyboard shortcuts…"), ("Ctrl+/",), window.seeker.show_keys, anywhere=True),
        Action("card", tr("Explain what has the focus"), ("F1",), window.explaining.explain, parted=True),
        Action("cards", tr("Explain something…"), ("Ctrl+F1",), window.explaining.find, anywhere=True),
        Action("settings", tr("Settings…"), ("Ctrl+,",), knowing.settings, anywhere=True, parted=True),
        Action("diagnostics", tr("Copy diagnostics"), (), knowing.copy, anywhere=True),
        Action("log_folder", tr("Open the log folder"), (), knowing.open_log, anywhere=True),
        Action("about", tr("About lrviz"), (), knowing.about, anywhere=True),
        Action("menu", tr("Open the menu"), ("F10",), window.seeker.open_menu, anywhere=True),
    )
