"""The surfaces that optimizers can be watched on, one class a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrviz.catalog.surface import Surface
from lrviz.spec import found, union

SURFACES: tuple[type[Surface], ...] = found(__name__, __path__, Surface)
if TYPE_CHECKING:
    AnySurface = Surface
else:
    AnySurface = union(SURFACES)
    globals().update({cls.__name__: cls for cls in SURFACES})
