"""What a trace has at the cursor: the rate, the recent loss, the metric measured last."""

from __future__ import annotations

import numpy as np

from lrviz.results import Floats, Trace
from lrviz.ui.views.told import SMOOTHED


def rate(trace: Trace, cursor: int) -> float:
    """Give the rate of an update, or of the last one before it; NaN before the first."""
    return float(trace.lrs[min(cursor, len(trace.lrs) - 1)]) if len(trace.lrs) else np.nan


def recent(trace: Trace, cursor: int) -> float:
    """Give the mean loss of the last SMOOTHED updates."""
    at = min(cursor, len(trace.losses) - 1)
    if at < 0:
        return np.nan
    losses = trace.losses[max(0, at + 1 - SMOOTHED) : at + 1]
    return float(losses.sum()) / len(losses)


def known(trace: Trace, key: str, cursor: int) -> Floats:
    """Give a metric's values up to an update."""
    values = np.asarray(trace.metrics.get(key, ()), dtype=np.float64)
    at = min(cursor, len(trace.losses) - 1)
    return values[: int(np.searchsorted(trace.metric_steps, at + 1, side="right"))]


def measured(trace: Trace, cursor: int, key: str) -> float:
    """Give the metric's last value up to an update; NaN before the first."""
    values = known(trace, key, cursor)
    return float(values[-1]) if len(values) else np.nan
