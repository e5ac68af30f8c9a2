"""The problems a run can be raced on, one class a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrviz.catalog.problem import Problem
from lrviz.spec import found, union

PROBLEMS: tuple[type[Problem], ...] = found(__name__, __path__, Problem)
if TYPE_CHECKING:
    AnyProblem = Problem
else:
    AnyProblem = union(PROBLEMS)
    globals().update({cls.__name__: cls for cls in PROBLEMS})
