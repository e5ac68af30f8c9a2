"""The metrics a run is measured by on its validation set, one class a file."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from lrviz.catalog.metric import Metric
from lrviz.catalog.task import Task
from lrviz.spec import found, union

METRICS: tuple[type[Metric], ...] = found(__name__, __path__, Metric)
if TYPE_CHECKING:
    AnyMetric = Metric
else:
    AnyMetric = union(METRICS)
    globals().update({cls.__name__: cls for cls in METRICS})


@functools.cache
def metrics_of(task: Task) -> tuple[Metric, ...]:
    """Give every metric that such a problem can be measured by, as a form starts it, the plainest first."""
    return tuple(cls.example() for cls in sorted(METRICS, key=lambda cls: cls.place) if task in cls.tasks)
