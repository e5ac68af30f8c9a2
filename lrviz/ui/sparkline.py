"""The small curve of a schedule in run rows and choices, no axes and nothing left out; and that of a loss."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lrviz.catalog.cuts import Cuts
from lrviz.catalog.loss import Loss
from lrviz.catalog.quantity import QUANTITIES, Name, shapes
from lrviz.catalog.scan import Scan, scan_of
from lrviz.catalog.schedule import Schedule
from lrviz.columns import READY, columns
from lrviz.experiment import Experiment
from lrviz.results import Floats
from lrviz.run import Run
from lrviz.ui.polygon import polygon

BLUR = 0.25
"""Of the height: a curve that sweeps more of it in most columns is drawn as a band."""
ROOF = 0.95
"""Share of a loss's values that its picture holds."""
FINER = 8
"""Steps looked at in each column, and turns of each kind."""


def shape(schedule: Schedule | None, lr: float, steps: int, n: int) -> Floats:
    """Give the lowest and highest rate in each of `n` columns over `steps` steps, as an array (2, n).

    Looked at are a few steps of each column and the turns in it, so that fast oscillation shows as a band. A rate
    torch gives no value for is NaN, and so is one that isn't known of a scan.
    """
    if schedule is not None and schedule.scans:
        return _known(scan_of(schedule.for_group(0), lr), steps, n)
    return _shape(schedule, lr, steps, n)


def _known(scan: Scan, steps: int, n: int) -> Floats:
    """Give what is known of a scan, and find at once what a row may take."""
    scan.reach(min(steps, READY))
    found = np.full((2, n), np.nan)
    known = min(scan.known, steps)
    if known:
        edges, low, high = scan.bands(0, known - 1, n)
        there = np.arange(-(-known * n // steps))
        band = np.clip(np.searchsorted(edges, there * steps // n, side="right") - 1, 0, len(low) - 1)
        found[0, there], found[1, there] = low[band], high[band]
    return found


@lru_cache(maxsize=256)  # rows and choices are painted more often than schedules change
def _shape(schedule: Schedule | None, lr: float, steps: int, n: int) -> Floats:
    found = np.full((2, n), lr) if schedule is None else _looked_at(schedule, lr, steps, n)
    found.flags.writeable = False
    return found


def cut_shape(cuts: Cuts, steps: int, n: int) -> Floats:
    """Give the rate in each of `n` columns over `steps` steps of a schedule that listens, (n,)."""
    return cuts.at(np.linspace(0, max(1, steps) - 1, n).astype(np.int64))


def forked_shape(experiment: Experiment, run: Run, n: int) -> Floats:
    """Give the lowest and highest rate of a branch in each of `n` columns, (2, n), what it shares with others too."""
    steps = experiment.training.steps
    band = columns(experiment, run, 0, steps - 1, n)
    found = np.full((2, n), np.nan)
    column = np.minimum((band.x * n / steps).astype(np.int64), n - 1)
    if steps < n:  # each step is some columns wide
        column = np.searchsorted(band.x, np.arange(n) * steps / n, side="right") - 1
        return np.stack([band.low[column], band.high[column]])
    np.fmin.at(found[0], column, band.low)
    np.fmax.at(found[1], column, band.high)
    return found


@lru_cache(maxsize=256)
def loss_shape(loss: Loss, name: Name, outputs: int, n: int) -> Floats:
    """Give a loss at `n` places along a quantity, (n,): cut off where it goes through the roof."""
    quantity = QUANTITIES[name]
    x = np.linspace(quantity.low, quantity.high, n + 2)[1:-1]
    values = shapes(loss, name, x, outputs)[0].loss
    finite = values[np.isfinite(values)]
    return np.minimum(values, np.quantile(finite, ROOF)) - min(0.0, finite.min(initial=0.0)) if len(finite) else values


def _looked_at(schedule: Schedule, lr: float, steps: int, n: int) -> Floats:
    last = max(1, steps) - 1
    looked = [np.linspace(0, last, min(last + 1, FINER * n)).astype(np.int64)]
    for turns in schedule.turns(steps) or ():
        stride = max(1, len(turns) // (FINER * n))
        at = np.arange(turns.start, turns.stop, turns.step * stride, dtype=np.int64)
        looked += [at, at - 1]
    at = np.unique(np.clip(np.concatenate(looked), 0, last))
    rates = schedule.at(at, lr)
    end = schedule.ends(lr)
    rates = np.where(np.isfinite(rates) & (at < (last + 1 if end is None else end)), rates, np.nan)
    column = (at * n) // (last + 1)
    starts = np.flatnonzero(np.diff(column, prepend=-1))
    low, high = np.fmin.reduceat(rates, starts), np.fmax.reduceat(rates, starts)
    there = np.arange(n)
    nearest = np.clip(np.searchsorted(column[starts], there, side="right") - 1, 0, None)
    return np.stack([low[nearest], high[nearest]])


def paint_sparkline(painter: QPainter, rect: QRectF, values: Floats, colour: QColor, width: float = 1.75) -> None:
    """Paint the values (n,), or lows and highs (2, n), from 0 at the bottom to the highest at the top."""
    low, high = values if values.ndim == 2 else (values, values)
    finite = high[np.isfinite(high)]
    if not len(finite):
        return
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    top = max(float(finite.max()), 1e-300)
    there = np.isfinite(low) & np.isfinite(high)
    x = np.linspace(inner.left(), inner.right(), len(low))[there]
    over, under = (inner.bottom() - np.clip(side[there], 0, top) / top * inner.height() for side in (high, low))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if np.count_nonzero(under - over > BLUR * rect.height()) > len(x) / 2:
        _paint_band(painter, np.column_stack([x, over]), np.column_stack([x, under]), colour)
        painter.restore()
        return
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    down = np.concatenate([[0.0], np.diff(over + under)]) >= 0  # enter a column from the side the curve comes from
    through = np.empty((2 * len(x), 2))
    through[:, 0] = np.repeat(x, 2)
    through[0::2, 1], through[1::2, 1] = np.where(down, over, under), np.where(down, under, over)
    painter.drawPolyline(polygon(through))
    painter.restore()


def _paint_band(painter: QPainter, over: Floats, under: Floats, colour: QColor) -> None:
    pale = QColor(colour)
    pale.setAlphaF(0.4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pale)
    painter.drawPolygon(polygon(np.concatenate([over, under[::-1]])))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1))
    painter.drawPolyline(polygon(over))
    painter.drawPolyline(polygon(under))
