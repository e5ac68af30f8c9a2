"""What a table of numbers may mean for an experiment, each with what taking it so would do, or why it can't be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.schedules.knots import MANY, Knots
from lrviz.catalog.signals.drawn import PLACES, Drawn
from lrviz.experiment import Experiment
from lrviz.logfile import Floats, Part, Series, Table, knotted, updates_of
from lrviz.run import Run
from lrviz.ui.form.choices import with_fitting_losses
from lrviz.ui.naming import free_name
from lrviz.ui.numbers import short, whole
from lrviz.ui.panels.sidebar import free_colour

Kind = Literal["curve", "fit", "metric", "data"]
LEAST_FIT = 50
"""Updates that a law is fitted to at least."""
MOST_RUNS = 8
"""Runs that are made of one table at most."""


@dataclass(frozen=True)
class Meaning:
    """One thing that a table may mean: its words, what it would do, and why it can't."""

    kind: Kind
    title: str
    text: str
    why: str = ""


def meanings(table: Table, experiment: Experiment) -> tuple[Meaning, ...]:
    """Give what a table may mean, what it can't mean last."""
    data = _tr("Opens the choice of columns for {0} row{0:|s}.").format(whole(table.rows))
    found = (
        _curve(table),
        _log(table),
        _metric(table, experiment),
        Meaning("data", _tr("Data to learn from"), data),
    )
    return tuple(sorted(found, key=lambda one: bool(one.why)))


def _curve(table: Table) -> Meaning:
    names = ", ".join(name for name, _ in curves(table))
    text = _tr("Draws {0} by at most {1} knot{1:|s} each.").format(names, MANY)
    why = "" if names else _tr("No column is called lr or learning_rate.")
    return Meaning("curve", _tr("Learning rates, as runs"), text, why)


def _log(table: Table) -> Meaning:
    title, found = _tr("A training log, for the forecast"), logged(table)
    if found is None:
        return Meaning("fit", title, "", _tr("This needs columns lr and loss over {0} update{0:|s}.").format(LEAST_FIT))
    text = _tr("Fits a law to {0} over {1} update{1:|s}.").format(found.name, whole(len(found.rates)))
    return Meaning("fit", title, text)


def _metric(table: Table, experiment: Experiment) -> Meaning:
    title, found = _tr("The metric that schedulers listen to"), told(table)
    if found is None:
        return Meaning("metric", title, "", _tr("No column holds numbers for it."))
    if not any(run.listens for run in experiment.runs):
        return Meaning("metric", title, "", _tr("No run listens to one. ReduceLROnPlateau does."))
    ends = (short(float(value)) for value in found.values[[0, -1]])
    return Meaning("metric", title, _tr("Tells them {0}, from {1} to {2}.").format(found.name, *ends))


def curves(table: Table) -> tuple[tuple[str, Series], ...]:
    """Give the learning rates of a table with the names their runs would have."""
    rates = ((part, one) for part in table.parts for one in part.rates)
    found = [(_run_name(part, one, table), one) for part, one in rates if len(one.values) > 1 and one.values.max() > 0]
    return tuple(found[:MOST_RUNS])


def with_curves(experiment: Experiment, table: Table) -> Experiment:
    """Give an experiment with a run for each learning rate of a table: knots over the highest one."""
    base = next((run for run in experiment.runs if not run.groups), Run("constant"))
    changed = experiment
    for name, one in curves(table):
        top = float(f"{one.values.max():.6g}")
        steps, rates = knotted(one.steps, one.values, MANY)
        schedule = Knots(steps, tuple(float(f"{rate / top:.6g}") for rate in rates))
        run = Run(
            free_name(name, changed.runs),
            colour=free_colour(changed.runs),
            loss=base.loss,
            optimizer=base.optimizer.with_rate(top),
            schedule=schedule,
        )
        changed = replace(changed, runs=(*changed.runs, run))
    return with_fitting_losses(changed)


class Logged(NamedTuple):
    """The rate and the loss of each update, float64 (n,), and what the loss is called."""

    rates: Floats
    losses: Floats
    name: str


def logged(table: Table) -> Logged | None:
    """Give what a law can be fitted to; None where there is none for enough updates."""
    for part in table.parts:
        for rates, losses in zip(part.rates[:1], part.losses[:1], strict=False):
            spread = updates_of(rates, losses)
            if spread is not None and len(spread[0]) >= LEAST_FIT and spread[1].min() > 0:
                return Logged(*spread, losses.name)
    return None


def told(table: Table) -> Series | None:
    """Give what a scheduler that listens would be told; None where nothing is measured."""
    return next((one for part in table.parts for one in part.measured if len(one.values) > 1), None)


def drawn(series: Series) -> Drawn:
    """Give a series as a metric drawn by hand, from the start of the plan to its end."""
    at = np.linspace(series.steps[0], series.steps[-1], PLACES)
    values = np.interp(at, series.steps, series.values)
    return Drawn(tuple(float(f"{value:.4g}") for value in values))


def _run_name(part: Part, one: Series, table: Table) -> str:
    """Name a run after what the table calls it, else after the column or the file."""
    own = one.name.removesuffix(", on the supposed metric")
    for ending in (" lr", "/lr", "_lr"):
        own = own.removesuffix(ending)
    if part.name:
        return part.name
    generic = own.lower() in ("lr", "learning_rate", "learning rate", "rate", "train/learning_rate", "train")
    return table.name.rpartition(".")[0] or table.name if generic or not own else own


def _tr(text: str) -> str:
    return QCoreApplication.translate("Meanings", text)
