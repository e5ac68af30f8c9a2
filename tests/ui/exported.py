"""A picture of the view in sight, made through the dialog as a person would."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lrviz.ui.panels.export_dialog import ExportDialog
from lrviz.ui.window import Window


def exported(window: Window, path: Path, qtbot: QtBot) -> Path:
    """Export the view in sight in the format the name ends with, at the size it has on the screen."""
    assert window.page is not None
    window.files.export_picture(window.page)
    dialog = window.findChildren(ExportDialog)[-1]
    QTest.mouseClick(dialog.form.format.button(path.suffix), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.written):
        dialog.make(path)
    return path
