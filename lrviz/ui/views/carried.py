"""A tuned peak learning rate, carried from one shape to another by the best peaks that a law gives them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from msgspec.structs import replace

from lrviz.errors import LrvizError
from lrviz.experiment import Experiment
from lrviz.forecasts import is_adaptive
from lrviz.run import Run
from lrviz.ui.views import seen
from lrviz.ui.views.forecast import STRETCHES
from lrviz.ui.views.foreseen import Foreseen
from lrviz.ui.views.sight import visible

NEARLY = 1e-3
"""A peak this near to the wanted one has it."""


@dataclass(frozen=True)
class Carried:
    """A run's best peak as `factor` times that of another, its peak now, and the one `wanted`.

    `run` is the run with that peak; None where it has it, or where the optimizer's rate doesn't set it.
    """

    name: str
    factor: float
    peak: float
    wanted: float
    run: Run | None


def carried(experiment: Experiment, tuned: Run, foreseen: Foreseen) -> list[Carried]:
    """Give what the peak of a run becomes with each visible run's shape; only those of its kind of optimizer."""
    best = {run.name: one.best_lr for run, one in foreseen.there(visible(experiment)) if one.best_lr}
    if tuned.name not in best:
        return []
    plan, rows = seen.plan(experiment), []
    for run in visible(experiment):
        if run.name in best and run.name != tuned.name and is_adaptive(run) is is_adaptive(tuned):
            factor = best[run.name] / best[tuned.name]
            now, wanted = peak(plan, run), peak(plan, tuned) * factor
            rows.append(Carried(run.name, factor, now, wanted, _with_peak(plan, run, now, wanted)))
    return rows


def peak(plan: Experiment, run: Run) -> float:
    """Give a run's highest rate."""
    steps = plan.training.steps
    at = np.unique(np.linspace(0, steps - 1, min(steps, STRETCHES)).astype(np.int64))
    return float(plan.curve(run, at).lr.max(initial=0.0))


def _with_peak(plan: Experiment, run: Run, now: float, wanted: float) -> Run | None:
    """Give a run with its optimizer's rate such that it peaks where it is wanted to."""
    if now <= 0 or abs(now - wanted) <= NEARLY * wanted:
        return None
    try:
        lr = float(f"{run.optimizer.rate * wanted / now:.4g}")
        changed = replace(run, optimizer=replace(run.optimizer, lr=lr))
    except (LrvizError, TypeError):  # out of the optimizer's bounds, or one whose rate is called otherwise
        return None
    return changed if abs(peak(plan, changed) - wanted) <= 2 * NEARLY * wanted else None
