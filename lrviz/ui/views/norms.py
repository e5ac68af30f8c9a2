"""The norms of a run's layers over its race: of their gradients, and of their updates against their weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.results import Norms
from lrviz.run import Run
from lrviz.ui.figure import Axis, Floats, Line, Plot, Style
from lrviz.ui.palette import NEUTRAL
from lrviz.ui.units import measure
from lrviz.ui.views.schedule import step_axis
from lrviz.ui.views.study import Study

GUIDE = 1e-3
"""Updates are often about this share of the weights."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Gradients", text)


def norm_plots(  # noqa: PLR0917 - all that a picture depends on
    experiment: Experiment, plan: Experiment, run: Run, norms: Norms, study: Study, chosen: str
) -> tuple[Plot, ...]:
    """Give the norm of each layer's gradient over the race, and of its update against its weights.

    The line of the `chosen` layer is the run's, the others are grey. `plan` is what was raced.
    """
    if len(norms.steps) < 2:
        return ()
    layers = [(name, columns) for name, _, names in norms.layers if (columns := _columns(norms, names))]
    ratio = plan.training.steps / experiment.training.steps
    planned = measure(experiment, study.unit)
    counted = replace(planned, updates=planned.updates * ratio)
    x = (norms.steps.astype(np.float64) - 1) / counted.updates
    gradients = [(name, _norm(norms.gradients[:, columns])) for name, columns in layers]
    with np.errstate(all="ignore"):
        moved = [
            (name, _norm(norms.updates[:, columns]) / _norm(norms.weights[:, columns])) for name, columns in layers
        ]
    axis = step_axis(0, plan.training.steps - 1, counted)
    cursor = study.cursor / counted.updates
    guide = Line("", NEUTRAL, x[[0, -1]], *(2 * (np.full(2, GUIDE),)), style="ceiling", named=False, end="10⁻³")
    shown = (
        (_tr("Gradient norm"), "gradient", gradients, ()),
        (_tr("Update ÷ weight"), "moved", moved, (guide,)),
    )
    return tuple(
        Plot(
            title,
            axis,
            _decades([values for _, values in series], extra),
            (*(_line(name, x, values, run, bold=name == chosen) for name, values in series), *extra),
            note=_tr("by layer, {0}").format(run.name),
            cursor=cursor,
            key=key,
        )
        for title, key, series, extra in shown
    )


def _columns(norms: Norms, names: Sequence[str]) -> list[int]:
    return [norms.names.index(name) for name in names if name in norms.names]


def _norm(parts: NDArray[np.float32]) -> Floats:
    """Give the norm of some parameters together at each step; NaN where none has one."""
    squares = np.square(parts.astype(np.float64))
    return np.where(np.isnan(squares).all(axis=1), np.nan, np.sqrt(np.nansum(squares, axis=1)))


def _line(name: str, x: Floats, values: Floats, run: Run, *, bold: bool) -> Line:
    kept = np.where(values > 0, values, np.nan)
    style: Style = "solid" if bold else "had"
    return Line(
        name or "·", run.colour if bold else NEUTRAL, x, kept, kept, style=style, named=bool(np.isfinite(kept).any())
    )


def _decades(series: Sequence[Floats], extra: Sequence[Line]) -> Axis:
    values = np.concatenate([*series, *(line.low for line in extra)])
    values = values[np.isfinite(values) & (values > 0)]
    return Axis(values.min() / 1.5, values.max() * 1.5, log=True) if len(values) else Axis(1e-3, 1, log=True)
