"""The Update weights pane of the Schedule view: what each update leaves in the final weights where they decay."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.forecasts import timescale_of
from lrviz.laws.timescale import nothing_left
from lrviz.results import Timescale
from lrviz.run import Run
from lrviz.ui.figure import Axis, Line, Plot, Reading
from lrviz.ui.numbers import NARROW, short, whole
from lrviz.ui.speech import saying
from lrviz.ui.views import seen
from lrviz.ui.views.forecast import STRETCHES, unknown
from lrviz.ui.views.sight import Sight, named

KEY = "weights"
POINTS = 256
"""Updates in sight that are looked at."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Weights", text)


def nothing(runs: Sequence[Run]) -> str:
    """Say why there is nothing to show of some runs, and what to do; empty where there is."""
    if any(run.optimizer.shrinking for run in runs):
        return ""
    return _tr("No visible run’s weights decay of their own: give SGD, AdamW or Muon a weight_decay above 0.")


def pane(experiment: Experiment, runs: Sequence[Run], sight: Sight) -> Plot | None:
    """Give each run's shares over the stretch in sight; None where no run's weights decay of their own."""
    decaying = [run for run in runs if run.optimizer.shrinking]
    if not decaying:
        return None
    unit, end = sight.scale(experiment), experiment.training.steps - 1
    why = unknown(experiment)
    first, last = int(sight.first), int(min(sight.last, end))
    found = [
        (run, nothing_left(why[run.name]) if run.name in why else _found(experiment, run, first, last))
        for run in decaying
    ]
    there = [(run, one) for run, one in found if not one.outside]
    names = named([run.name for run, _ in there], [float(one.share[-1]) for _, one in there], sight)
    highest = max((float(one.share.max()) for _, one in there), default=1.0)
    return Plot(
        _tr("Update weights"),
        Axis(
            sight.first / unit, sight.last / unit, sight.measure(experiment).word, form=sight.measure(experiment).form
        ),
        Axis(0.0, 1.1 * max(highest, 1e-9)),
        tuple(_line(run, one, unit, named=run.name in names) for run, one in there),
        note=_note(experiment, found, sight.selected),
        cursor=None if sight.cursor is None else sight.cursor / unit,
        readings=_readings(there, sight, names),
        key=KEY,
    )


def _found(experiment: Experiment, run: Run, first: int, last: int) -> Timescale:
    return _timescale(seen.unheard(seen.plan(experiment), run), run, first, last)


@lru_cache(maxsize=64)  # a drag changes one run of many
def _timescale(plan: Experiment, run: Run, first: int, last: int) -> Timescale:
    at = np.unique(np.linspace(first, last, POINTS).astype(np.int64))
    return timescale_of(plan, run, at, STRETCHES)


def _line(run: Run, one: Timescale, unit: float, *, named: bool) -> Line:
    """Draw a run's shares; at the end stands how many of the last updates make half of the weights."""
    end = _tr("half by the last {0}").format(whole(round(one.half))) if named else ""
    return Line(run.name, run.colour, one.steps / unit, one.share, one.share, named=named, end=end)


def _readings(there: Sequence[tuple[Run, Timescale]], sight: Sight, names: set[str]) -> tuple[Reading, ...]:
    if sight.cursor is None or not sight.first <= sight.cursor <= sight.last:
        return ()
    values = ((run, float(np.interp(sight.cursor, one.steps, one.share))) for run, one in there if run.name in names)
    return tuple(Reading(run.name, run.colour, value, f"{short(value)}{NARROW}%") for run, value in values)


def _note(experiment: Experiment, found: Sequence[tuple[Run, Timescale]], selected: str) -> str:
    """Say what is drawn, over how long the selected run's weights average, and why another isn't there."""
    said = [_tr("% of the final weights by each 1 % of the run")]
    for run, one in found:
        if one.outside:
            said.append(_tr("not of {0}: {1}").format(run.name, saying.said(one.outside)))
        elif selected in {run.name, ""} and np.isfinite(one.memory).any():
            updates = float(one.memory.min())
            epochs = short(updates / max(1, experiment.updates_per_epoch))
            said.append(
                _tr("{0} averages over {1} update{1:|s} ({2} epoch{2:|s}) where its rate is highest").format(
                    run.name, short(updates), epochs
                )
            )
    return " · ".join(said)
