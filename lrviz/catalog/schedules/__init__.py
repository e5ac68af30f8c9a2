"""torch's learning-rate schedulers, one class a file.

`AnySchedule` is the type a field holds when it may be any of them, `SCHEDULES` lists them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrviz.catalog.schedule import Schedule
from lrviz.spec import found, union

SCHEDULES: tuple[type[Schedule], ...] = found(__name__, __path__, Schedule)
if TYPE_CHECKING:
    AnySchedule = Schedule
else:
    AnySchedule = union(SCHEDULES)
    globals().update({cls.__name__: cls for cls in SCHEDULES})
