"""torch's optimizers, one class a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrviz.catalog.optimizer import Optimizer
from lrviz.spec import found, union

OPTIMIZERS: tuple[type[Optimizer], ...] = found(__name__, __path__, Optimizer)
if TYPE_CHECKING:
    AnyOptimizer = Optimizer
else:
    AnyOptimizer = union(OPTIMIZERS)
    globals().update({cls.__name__: cls for cls in OPTIMIZERS})
