"""From numpy's points to Qt's."""

from __future__ import annotations

from typing import Any

import numpy as np
import shiboken6
from PySide6.QtGui import QPolygonF

from lrviz.results import Floats


def polygon(through: Floats) -> QPolygonF:
    """Give points (n, 2) as a polygon: one copy of memory, no Python object for each point."""
    made = QPolygonF()
    made.resize(len(through))
    if len(through):
        address: Any = made.data()  # its stub, and that of the buffer, know less than they take
        memory: Any = shiboken6.VoidPtr(address, 16 * len(through), True)  # type: ignore[call-arg]
        np.frombuffer(memory, dtype=np.float64).reshape(-1, 2)[:] = through
    return made
