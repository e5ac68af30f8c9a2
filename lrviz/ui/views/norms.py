"""The norms of a run's layers over its race: of their gradients, and of their updates against their weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.results import Norms
from lrviz.run import Run
from lrviz.ui.figure import Axis, Floats, Line, Plot, Style
from lrviz.ui.palette import NEUTRAL
from lrviz.ui.units import measure
from lrviz.ui.views.folding import Fold
from lrviz.ui.views.gradients_headline import called
from lrviz.ui.views.layers import NormsOf, columns_of, norm
from lrviz.ui.views.schedule import step_axis
from lrviz.ui.views.sight import LABELLED
from lrviz.ui.views.study import Study

GUIDE = 1e-3
"""Updates are often about this share of the weights."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Gradients", text)


def norm_plots(  # noqa: PLR0917 - all that a picture depends on
    experiment: Experiment,
    plan: Experiment,
    run: Run,
    norms: Norms,
    study: Study,
    shown: tuple[Sequence[Fold], Fold | None],
) -> tuple[Plot, ...]:
    """Give the norm of each layer's gradient over the race, and of its update against its weights.

    `shown` are the layers, and the one whose line has the run's colour; `plan` is what was raced.
    """
    if len(norms.steps) < 2:
        return ()
    folds, chosen = shown
    ratio = plan.training.steps / experiment.training.steps
    planned = measure(experiment, study.unit)
    counted = replace(planned, updates=planned.updates * ratio)
    x = (norms.steps.astype(np.float64) - 1) / counted.updates
    held = [(fold, columns) for fold in folds if (columns := columns_of(norms, fold.layer))]
    gradients = [(fold, norm(norms.gradients[:, columns]).astype(np.float64)) for fold, columns in held]
    moved = [(fold, _ratio(norm(norms.updates[:, own]), norm(norms.weights[:, own]))) for fold, own in held]
    axis, cursor = step_axis(0, plan.training.steps - 1, counted), study.cursor / counted.updates
    guide = Line("", NEUTRAL, x[[0, -1]], *(2 * (np.full(2, GUIDE),)), style="ceiling", named=False, end=_tr("10⁻³"))
    return tuple(
        Plot(
            title,
            axis,
            _decades([values for _, values in series], extra),
            (
                *(
                    _line(fold, x, values, run, bold=fold is chosen, named=len(held) <= LABELLED)
                    for fold, values in series
                ),
                *extra,
            ),
            note=_tr("by layer, {0}").format(run.name),
            cursor=cursor,
            key=key,
        )
        for title, key, series, extra in (
            (_tr("Gradient norm"), "gradient", gradients, ()),
            (_tr("Update ÷ weight"), "moved", moved, (guide,)),
        )
    )


def _ratio(updates: NormsOf, weights: NormsOf) -> Floats:
    with np.errstate(all="ignore"):
        return updates.astype(np.float64) / weights


def _line(fold: Fold, x: Floats, values: Floats, run: Run, *, bold: bool, named: bool) -> Line:
    """Give a layer's line: the run's own where it is the chosen one, grey else."""
    kept = np.where(values > 0, values, np.nan)
    there = (bold or named) and bool(np.isfinite(kept).any())
    style: Style = "solid" if bold else "told"
    return Line(called(fold.layer), run.colour if bold else NEUTRAL, x, kept, kept, style=style, named=there)


def _decades(series: Sequence[Floats], extra: Sequence[Line]) -> Axis:
    values = np.concatenate([*series, *(line.low for line in extra)])
    values = values[np.isfinite(values) & (values > 0)]
    return Axis(values.min() / 1.5, values.max() * 1.5, log=True) if len(values) else Axis(1e-3, 1, log=True)
