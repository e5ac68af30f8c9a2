"""The pictures in choices: the curve that a schedule would give this plan, or a metric over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from lrviz.catalog.cuts import Cuts
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.signal import Signal
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.sparkline import cut_shape, paint_sparkline, shape

_POINTS = 52
"""As in the rows of runs, which show the same curves."""


@dataclass(frozen=True)
class Thumbnail:
    """Paints the curve of a schedule over a plan of `steps` scheduler steps, in whatever colour is asked for.

    One that listens is painted with the `cuts` that are supposed, one that scans as far as it is `known`.
    """

    schedule: Schedule | None
    lr: float
    steps: int
    cuts: Cuts | None = None
    known: int | None = None

    def __call__(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        if self.cuts is None:
            values = shape(self.schedule, self.lr, self.steps, _POINTS)
        else:
            values = cut_shape(self.cuts, self.steps, _POINTS)
        paint_sparkline(painter, rect, values, colour)


@dataclass(frozen=True)
class Late:
    """Paints a curve that is made when it is first wanted: of many choices few are ever seen."""

    made: Callable[[], Thumbnail]

    def __call__(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        self.made()(painter, rect, colour)


def of_run(experiment: Experiment, run: Run) -> Thumbnail:
    """Give the curve that a run has over an experiment's plan."""
    steps = experiment.scheduler_steps(run)
    return Thumbnail(run.schedule, run.optimizer.rate, steps, experiment.cuts(run), experiment.known(run))


@dataclass(frozen=True)
class MetricThumbnail:
    """Paints the curve of a supposed metric over the plan."""

    metric: Signal

    def __call__(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        values = self.metric.at(np.linspace(0, 1, _POINTS))
        paint_sparkline(painter, rect, values - min(0.0, float(values.min())), colour)
