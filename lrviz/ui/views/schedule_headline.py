"""What the Schedule view says above its curves: facts about the rates, each with a number that holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.cuts import Cuts
from lrviz.catalog.schedule import NO_MOMENTUM
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.columns import columns, end_of, turns_of
from lrviz.experiment import Experiment
from lrviz.rules.lr121_resumed_horizon import JUMP, resumed_horizon
from lrviz.run import Run
from lrviz.ui.numbers import apart, short, whole
from lrviz.ui.racing.raced import MINIATURE, Raced, shrinks, stand_in
from lrviz.ui.speech import counts, saying
from lrviz.ui.views import forecast_words, seen, told
from lrviz.ui.views.foreseen import Foreseen
from lrviz.ui.views.sight import visible

NEARLY = 5e-5
"""Below this share of its peak a rate that isn't 0 is called almost 0."""
SPOKEN = 3
"""Of more runs than this, the headline names only the highest and the lowest end."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ScheduleHeadline", text)


def empty(experiment: Experiment) -> tuple[str, str]:
    """Say what to do when no run is drawn."""
    if experiment.runs:
        return _tr("No run is visible."), _tr("Open the eye of a run to draw it.")
    return _tr("No run yet."), _tr("Add one to see its learning rate.")


def of(
    experiment: Experiment,
    raced: Mapping[str, Raced],
    heard: Mapping[Run, Raced],
    foreseen: Foreseen | None = None,
) -> tuple[str, str]:
    """Give the headline and the line of what it rests on: the forecast's, else facts about the rates.

    `heard` are the runs shown as they raced.
    """
    runs = visible(experiment)
    if foreseen is not None and (said := forecast_words.headline(runs, foreseen)):
        return said, _rests_on(forecast_words.basis(runs, foreseen), experiment, raced)
    waiting = any(run.listens and run not in heard for run in runs)
    if len(runs) <= SPOKEN:
        text = "; ".join(_said(experiment, run, heard.get(run)) for run in runs)
        text = _tr("{0}, on the metric supposed here.").format(text) if waiting else f"{text}."
    else:
        text = _of_many(experiment, runs)
    basis = _basis(experiment, raced)
    if waiting:
        basis = _tr("What waits for a plateau is told the metric below; a race tells it its own.") + " " + basis
    return text, basis


def _of_many(experiment: Experiment, runs: Sequence[Run]) -> str:
    """Say which of many runs have no rate at the end, and where the lowest and the highest of the others end."""
    plan = seen.plan(experiment)
    rates = {run: seen.rate(plan, run, plan.training.steps - 1) for run in runs}
    ends = sorted((rate, run.name) for run, rate in rates.items() if rate is not None)
    without = [run for run, rate in rates.items() if rate is None]
    said = [clause(experiment, run) for run in without]
    if len(without) > SPOKEN:
        said = [_tr("{0} run{0:|s} {0:has|have} no rate at the end").format(len(without))]
    if len(ends) > 1:
        (low, lowest), (high, highest) = ends[0], ends[-1]
        words = _tr("{0} runs end between {1} ({2}) and {3} ({4})")
        said.append(words.format(len(ends), short(low), lowest, short(high), highest))
    else:
        said += [clause(experiment, run) for run in runs if run not in without]
    return f"{'; '.join(said)}."


def clause(experiment: Experiment, run: Run) -> str:
    """Say in a few words where a run's rate goes, or how far that is known."""
    plan = seen.plan(experiment)
    known = seen.scanned(plan, run)
    if known is not None:
        return _tr("{0} is scanned to step {1} of {2}").format(run.name, whole(known), whole(plan.training.steps))
    if run.branch is not None:
        return _branch_clause(seen.unheard(plan, run), run)
    if isinstance(run.schedule, Resumed) and (said := _resumed_clause(plan, run, run.schedule)):
        return said
    return _clause(seen.unheard(seen.plan(experiment), run), run)


@lru_cache(maxsize=256)
def _branch_clause(plan: Experiment, run: Run) -> str:
    """Say where a run leaves another and what becomes of its rate."""
    branch, last = run.branch, plan.training.steps - 1
    if branch is None:
        return ""
    curve = plan.curve(run, [branch.step - 1, branch.step, last])
    if len(curve) < 3:
        words = _tr("{0} leaves {1} at step {2}; torch says “{3}”")
        return words.format(run.name, branch.run, whole(branch.step), (curve.error or "").rstrip("."))
    before, first, final = curve.lr.tolist()
    if abs(first - before) <= JUMP * max(first, before):
        words = _tr("{0} leaves {1} at step {2} and ends at {3}")
        return words.format(run.name, branch.run, whole(branch.step), short(final))
    low, high = apart([before, first])
    words = _tr("{0} leaves {1} at step {2}, from {3} to {4}, and ends at {5}")
    return words.format(run.name, branch.run, whole(branch.step), low, high, short(final))


@lru_cache(maxsize=256)
def _resumed_clause(plan: Experiment, run: Run, schedule: Resumed) -> str:
    """Say what a run's rate does where it is resumed; nothing where that is behind the plan's end or torch's."""
    seam, last = schedule.step * plan.updates_per_step(run), plan.training.steps - 1
    rates = plan.curve(run, [seam - 1, seam, last]).lr.tolist() if seam <= last else []
    if len(rates) < 3:
        return ""
    if abs(rates[1] - rates[0]) <= JUMP * max(rates[:2]):
        return _tr("{0} is resumed at step {1} and ends at {2}").format(run.name, whole(seam), short(rates[2]))
    before, after = apart(rates[:2])
    words = _tr("{0} jumps from {1} to {2}, resumed at step {3}, and ends at {4}")
    return words.format(run.name, before, after, whole(seam), short(rates[2]))


@lru_cache(maxsize=256)
def _at_seam(plan: Experiment, run: Run) -> str:
    """Say what keeps a resumed run from going on as its new horizon means it."""
    if not isinstance(run.schedule, Resumed) or seen.scanned(plan, run) is not None:
        return ""
    steps = -(-plan.training.steps // plan.updates_per_step(run))
    found = next(resumed_horizon(run.schedule, steps, run.optimizer.rate), None)
    return "" if found is None else _tr("{0}: {1}.").format(run.name, found)


def _said(experiment: Experiment, run: Run, race: Raced | None) -> str:
    return clause(experiment, run) if race is None else _raced_clause(experiment, run, race)


def _raced_clause(experiment: Experiment, run: Run, race: Raced) -> str:
    """Say how often a run was cut in its race."""
    trace = race.traces[0]
    at = told.cuts(trace)
    if race.stale:
        return _tr("{0} changed since its race").format(run.name)
    if not len(at):
        words = _tr("{0} has not been cut so far") if race.running else _tr("{0} was not cut in its race")
        return words.format(run.name)
    first = float(trace.lrs[at[0]])
    step = whole(round(int(at[0]) * told.per_raced_update(experiment, race)))
    if len(at) == 1:
        once = _tr("{0} was cut once so far, to {1} at step {2}")
        words = once if race.running else _tr("{0} was cut once in its race, to {1} at step {2}")
        return words.format(run.name, short(first), step)
    often = _tr("{0} was cut {1} times so far, first at step {2}")
    words = often if race.running else _tr("{0} was cut {1} times in its race, first at step {2}")
    return words.format(run.name, len(at), step)


def _supposed_clause(plan: Experiment, run: Run, cuts: Cuts) -> str:
    """Say how often a run would be cut on the supposed metric."""
    climb, each = cuts.climb, plan.updates_per_step(run)
    if climb.last * each >= plan.training.steps:
        at_last = climb.at(np.array([(plan.training.steps - 1) // each]))
        return _tr("{0} is still warming up at the end, at {1}").format(run.name, short(float(at_last[0])))
    if len(cuts.steps) == 1 and climb.slope:
        words = _tr("{0} warms up to {1} by step {2}, never cut")
        return words.format(run.name, short(climb.top), whole(climb.last * each))
    if len(cuts.steps) == 1:
        words = _tr("{0} stays at {1}, never cut")
        return words.format(run.name, short(float(cuts.rates[0])))
    step = ("≈ " if cuts.sampled else "") + whole(int(cuts.steps[1]) * each)
    if len(cuts.steps) == 2:
        words = _tr("{0} is cut once, to {1} at step {2}")
        return words.format(run.name, short(float(cuts.rates[1])), step)
    words = _tr("{0} is cut {1} times, first at step {2}")
    return words.format(run.name, len(cuts.steps) - 1, step)


@lru_cache(maxsize=256)  # a drag changes one run of many
def _clause(experiment: Experiment, run: Run) -> str:
    if run.unfit and run.unfit != NO_MOMENTUM:
        return _tr("{0} has no rate: torch says “{1}”").format(run.name, saying.said(run.unfit).rstrip("."))
    if run.unfit:
        return _tr("{0} has no rate: {1} cycles the momentum and {2} has none").format(
            run.name, type(run.schedule).__name__, type(run.optimizer).__name__
        )
    cuts = experiment.cuts(run)
    if cuts is not None:
        return _supposed_clause(experiment, run, cuts)
    last = experiment.training.steps - 1
    band = columns(experiment, run, 0, last, 256)
    if band.error:
        return _tr("{0} stops at step {1}: torch raises there").format(run.name, whole(first_refused(experiment, run)))
    first, final = _rate(experiment, run, 0), _rate(experiment, run, last)
    low, high = float(np.min(band.low)), float(np.max(band.high))
    if high - low <= 1e-9 * abs(high):
        return _tr("{0} stays at {1}").format(run.name, short(high))
    drop = _only_drop(experiment, run)
    if drop is not None:
        words = _tr("{0} drops to {1} at step {2}") if final < first else _tr("{0} jumps to {1} at step {2}")
        return words.format(run.name, short(final), whole(drop))
    floor = 1e-3 * high
    end = _tr("almost 0") if 0 < final < NEARLY * high else short(final)
    if first >= high * (1 - 1e-9) and final <= low + floor:
        rises = np.any(band.high[1:] > band.low[:-1] + 1e-9 * high)
        words = _tr("{0} falls from {1} to {2}, rising in between") if rises else _tr("{0} falls from {1} to {2}")
        return words.format(run.name, short(first), end)
    if first <= low + floor and final >= high * (1 - 1e-3):
        return _tr("{0} rises from {1} to {2}").format(run.name, short(first), end)
    return _tr("{0} peaks at {1} and ends at {2}").format(run.name, short(high), end)


def summary(
    experiment: Experiment, cursor: int | None, heard: Mapping[Run, Raced], foreseen: Foreseen | None = None
) -> str:
    """Give the whole view in words, for those who can't see it."""
    runs = visible(experiment)
    said = [_tr("{0} over {1}.").format(counts.runs(len(runs)), counts.steps(experiment.training.steps))]
    said += [_said(experiment, run, heard.get(run)) + "." for run in runs]
    if any(run.listens and run not in heard for run in runs):
        said.append(_tr("Cuts are those on the metric that is supposed."))
    if cursor is not None:
        plan = seen.plan(experiment)
        values = (f"{run.name} {short(_rate(plan, run, cursor))}" for run in runs)
        said.append(_tr("At step {0}: {1}.").format(cursor, ", ".join(values)))
    if foreseen is not None:
        said.append(forecast_words.summary(runs, foreseen, cursor))
    return " ".join(said)


def _basis(experiment: Experiment, raced: Mapping[str, Raced]) -> str:
    steps = experiment.training.steps
    exact = _tr("Exact rates of all {0} updates, as torch steps them.").format(whole(steps))
    if any(seen.scanned(seen.plan(experiment), run) is not None for run in visible(experiment)):
        exact = _tr("Exact rates, as torch steps them; what is a product of factors is found one after the other.")
    return _rests_on(exact, experiment, raced)


def _rests_on(said: str, experiment: Experiment, raced: Mapping[str, Raced]) -> str:
    """Say what a headline rests on, with what a race makes of the plan and what to do next."""
    if shrinks(experiment):
        return " ".join(filter(None, (said, miniature(experiment), stand_in(experiment))))
    said = " ".join(filter(None, (said, stand_in(experiment))))
    plan = seen.plan(experiment)
    seams = " ".join(filter(None, (_at_seam(plan, run) for run in visible(experiment)[:SPOKEN])))
    if seams:
        return f"{seams} {said}"
    fresh = [name for name, result in raced.items() if not result.stale]
    return said if fresh else said + " " + _tr("Nothing is trained yet: race them to see.")


def miniature(experiment: Experiment) -> str:
    """Say that a race trains a miniature, and what its rounding loses."""
    text = _tr("Races a {0}-step miniature of the {1}-step plan.").format(MINIATURE, whole(experiment.training.steps))
    plan = seen.plan(experiment)
    lost = [f"{field} of {run.name}" for run in experiment.runs for field in rounded(plan, run)]
    return text + (" " + _tr("Rounded in it: {0}.").format(", ".join(lost)) if lost else "")


@lru_cache(maxsize=256)
def rounded(plan: Experiment, run: Run) -> list[str]:
    """Give the fields of a run that the miniature of its plan rounds."""
    alone = replace(plan, runs=plan.lineage(run))
    return [field for name, field in alone.rounded(MINIATURE) if name == run.name]


def _only_drop(experiment: Experiment, run: Run) -> int | None:
    """Give the one update at which a rate that is flat before and after jumps."""
    if run.schedule is None:
        return None
    last = experiment.training.steps - 1
    turns = turns_of(experiment, run)
    if turns is None or sum(map(len, turns)) != 1:
        return None
    [turn] = turns[0]
    around = experiment.curve(run, [0, turn - 1, turn, last]).lr
    return turn if len(around) == 4 and around[0] == around[1] != around[2] == around[3] else None


def first_refused(experiment: Experiment, run: Run) -> int:
    """Give the first update a run's scheduler refuses."""
    end = end_of(experiment, run)
    if end is None:  # an expression that gives no number: find where
        return len(experiment.curve(run, np.arange(min(experiment.training.steps, 100_000))))
    return end


def _rate(plan: Experiment, run: Run, step: int) -> float:
    rate = seen.rate(plan, run, step)
    return float("nan") if rate is None else rate
