"""Keys as they stand beside what they do: each in a cap of its own."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import CENTRE, px, rounded, text_width, write
from lrviz.ui.palette import theme

_HEIGHT, _SIDE, _GAP = 20, 5, 3
_MAC = "⌘⇧⌥⌃"


def caps(keys: str) -> tuple[str, ...]:
    """Give the caps of keys as the system spells them: Ctrl+Shift+P is three, ⇧⌘P too; + itself is one.

    >>> caps("Ctrl++")
    ('Ctrl', '+')
    """
    if keys and keys[0] in _MAC:
        modifiers = re.match(f"[{_MAC}]*", keys)
        ends = modifiers.end() if modifiers is not None else 0
        return (*keys[:ends], *([keys[ends:]] if keys[ends:] else []))
    return tuple(part or "+" for part in re.split(r"(?<=.)\+(?=.)", keys) if part) if keys else ()


def caps_width(keys: str) -> float:
    """Give how wide the caps of some keys are."""
    each = caps(keys)
    return sum(map(_wide, each)) + px(_GAP) * max(0, len(each) - 1)


def paint_caps(painter: QPainter, right: float, middle: float, keys: str) -> None:
    """Paint the caps of some keys so that they end at `right`."""
    now, left = theme(), right - caps_width(keys)
    for cap in caps(keys):
        box = QRectF(left, middle - px(_HEIGHT) / 2, _wide(cap), px(_HEIGHT))
        rounded(painter, box, metrics.CHIP, fill=now.surface, border=now.strong)
        write(painter, box, cap, metrics.font("axis"), now.text2, where=CENTRE)
        left += box.width() + px(_GAP)


def _wide(cap: str) -> float:
    return max(px(_HEIGHT), text_width(cap, metrics.font("axis")) + 2 * px(_SIDE))
