"""What lrviz needs of Qt's bindings before anything is built on them."""

from __future__ import annotations

import sys

from PySide6.QtGui import QPen


def test_void_calls_keep_their_references_to_none() -> None:
    # PySide6 6.12.0 loses one at nearly every void call, and below Python 3.12 the process dies after some thousands
    pen = QPen()
    before = sys.getrefcount(None)
    for _ in range(100):
        pen.setWidth(1)
    assert sys.getrefcount(None) > before - 100
