"""What a painted picture depends on beside its figure: colours, pixels, the size of text, and dashes."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QWidget

from lrviz.ui import marks, metrics
from lrviz.ui.choices import settings
from lrviz.ui.palette import Theme, theme


class Look(NamedTuple):
    """How things look now; a picture painted under another one is painted anew."""

    theme: Theme
    ratio: float
    scale: float
    dashed: bool


def look(widget: QWidget) -> Look:
    """Give how things look in a widget now."""
    return Look(theme(), widget.devicePixelRatioF(), metrics.scale(), marks.all_dashed())


def follow_settings() -> None:
    """Draw lines as it was set, now and whenever that changes."""
    settings.changes.changed.connect(_on_setting)
    marks.dash_all(settings.LINES.value == "dashed")


def _on_setting(key: str) -> None:
    if key == settings.LINES.key:
        marks.dash_all(settings.LINES.value == "dashed")
        for widget in QApplication.allWidgets():
            widget.update()
