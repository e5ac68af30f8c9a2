"""Sessions: new, open, save, quit."""

from __future__ import annotations

from lrviz.ui.actions.action import Action, tr
from lrviz.ui.window import Window


def session(window: Window) -> tuple[Action, ...]:
    """Give what can be done with a session as a whole."""
    files = window.files
    return (
        Action("new", tr("New session"), ("Ctrl+N",), files.new, anywhere=True),
        Action("open", tr("Open…"), ("Ctrl+O",), files.open, anywhere=True),
        Action("presets", tr("Presets…"), ("Ctrl+Alt+N",), window.offer_presets, anywhere=True),
        Action("save", tr("Save"), ("Ctrl+S",), files.save, parted=True),
        Action("save_as", tr("Save as…"), ("Ctrl+Shift+S",), files.save_as),
        Action("quit", tr("Quit"), ("Ctrl+Q",), window.close, anywhere=True, parted=True),
    )
