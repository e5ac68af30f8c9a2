"""Menus that are made when they are wanted."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu


def open_menu(menu: QMenu, at: QPoint) -> None:
    """Open a menu at a place on the screen, and wait until it is left; then it is gone."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.exec(at)
