"""The metrics that may be supposed for a schedule that listens, one class a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrviz.catalog.signal import Signal
from lrviz.spec import found, union

SIGNALS: tuple[type[Signal], ...] = found(__name__, __path__, Signal)
if TYPE_CHECKING:
    AnySignal = Signal
else:
    AnySignal = union(SIGNALS)
    globals().update({cls.__name__: cls for cls in SIGNALS})
