"""How long what moves in the window takes: no time at all where a person wants it still.

Every animation asks here: `animation.setDuration(duration(PANEL))`, and eases out by `EASE`.
"""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve
from PySide6.QtWidgets import QApplication, QStyle

from lrviz.ui.choices import settings

MORPH, PANEL, PALETTE, NOTICE, BEST = 120, 160, 90, 160, 200
"""Milliseconds: a curve after a choice, a panel or the dock, the palette, a notice, the chip of what is best."""
EASE = QEasingCurve.Type.OutCubic
"""How all of it comes to rest; nothing loops and nothing bounces."""


def reduced() -> bool:
    """Say whether nothing is to move by itself: as was set, else as the system has its own animations off."""
    if settings.MOTION.value != "system":
        return settings.MOTION.value == "reduced"
    style = QApplication.style()
    return style is not None and style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


def duration(milliseconds: int) -> int:
    """Give how long a movement takes: as long as it is made for, or 0 where nothing is to move."""
    return 0 if reduced() else milliseconds
