"""torch's losses, one class a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrviz.catalog.loss import Loss
from lrviz.spec import found, union

LOSSES: tuple[type[Loss], ...] = found(__name__, __path__, Loss)
if TYPE_CHECKING:
    AnyLoss = Loss
else:
    AnyLoss = union(LOSSES)
    globals().update({cls.__name__: cls for cls in LOSSES})
