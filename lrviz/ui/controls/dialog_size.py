"""How large a dialog opens: as large as its words ask for, and no larger than its screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px


def open_as(dialog: QDialog, size: tuple[int, int]) -> None:
    """Let a dialog open in a size of the default font's, larger as text is; where there is less room it has that.

    A window may be larger than its screen, and a dialog as large as it.
    """
    room = dialog.screen().availableGeometry().size() - QSize(0, metrics.S8)  # of the title bar
    above = dialog.parentWidget()
    if above is not None:
        room = room.expandedTo(above.window().size())
    dialog.setMaximumSize(room)  # words in lines would ask for more once it is shown
    dialog.resize(QSize(*map(px, size)).boundedTo(room))
