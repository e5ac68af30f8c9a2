"""The models a problem can be solved with, one class a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrviz.catalog.model import Model
from lrviz.spec import found, union

MODELS: tuple[type[Model], ...] = found(__name__, __path__, Model)
if TYPE_CHECKING:
    AnyModel = Model
else:
    AnyModel = union(MODELS)
    globals().update({cls.__name__: cls for cls in MODELS})
