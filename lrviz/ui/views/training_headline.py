"""What the Training view says above its panes: measured values only, and no ranking of what is level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.metrics import metrics_of
from lrviz.catalog.task import Task
from lrviz.differences import difference
from lrviz.experiment import Experiment
from lrviz.results import Trace
from lrviz.ui.numbers import give_or_take, short, whole
from lrviz.ui.racing.raced import Raced, plan_behind, raced_plan
from lrviz.ui.speech import saying
from lrviz.ui.views import stops
from lrviz.ui.views.paired import pairs
from lrviz.ui.views.sight import percent, visible

LEVEL = 0.02
"""Two final losses closer than this share of the better one are called level."""


KNOWN_BY: Mapping[Task, str] = {
    "classes": "accuracy",
    "binary": "f1",
    "values": "mae",
    "ranking": "ndcg",
    "surface": "val_loss",
}


@dataclass(frozen=True)
class Score:
    """A run's last measured validation loss or height, and the last of the metric its task is known by."""

    name: str
    loss: float
    metric: float
    steps: int


def _tr(text: str) -> str:
    return QCoreApplication.translate("TrainingHeadline", text)


def empty(experiment: Experiment) -> tuple[str, str]:
    """Say what a race would do."""
    runs = visible(experiment)
    if not experiment.runs:
        return _tr("No run yet."), _tr("Add one to race it.")
    if not runs:
        return _tr("No run is visible."), _tr("Open the eye of a run to race it.")
    plan = raced_plan(experiment)
    text = _tr("Race trains {0} run{0:|s} for {1} update{1:|s} each: {2}.").format(
        len(runs), whole(plan.training.steps), experiment.problem.title()
    )
    return _tr("Nothing is trained yet."), text


def of(experiment: Experiment, raced: Mapping[str, Raced], baseline: str = "") -> tuple[str, str]:
    """Give the headline and the line of what it rests on; where there is a baseline the best is compared with it."""
    fresh = {
        run.name: raced[run.name] for run in visible(experiment) if run.name in raced and not raced[run.name].stale
    }
    return _finding(experiment, fresh, baseline), _basis(experiment, raced, fresh)


def summary(experiment: Experiment, raced: Mapping[str, Raced], baseline: str = "") -> str:
    """Give the whole view in words, for those who can't see it."""
    headline, basis = of(experiment, raced, baseline)
    fresh = {name: result for name, result in raced.items() if not result.stale}
    known = known_by(experiment)
    text = _tr("{0}: height {1}.") if known.walked else _tr("{0}: validation loss {1}, {2} {3}.")
    values = (
        text.format(score.name, short(score.loss), saying.catalog(known.title), known.write(score.metric))
        for score in _scores(fresh, known)
    )
    return " ".join((headline, basis, *values))


def _finding(experiment: Experiment, fresh: Mapping[str, Raced], baseline: str) -> str:
    known = known_by(experiment)
    if not fresh:
        return _tr("Every run has changed since its race.")
    diverged = [(name, result.mean.diverged_at) for name, result in fresh.items()]
    lost = [(name, step) for name, step in diverged if step is not None]
    whole_runs = {name: result for name, result in fresh.items() if result.mean.diverged_at is None}
    scores = _scores(whole_runs, known)
    if lost:
        name, step = lost[0]
        text = _tr("{0} diverged at step {1}.")
        if scores and any(result.running for result in fresh.values()):
            text = _tr("{0} diverged at step {1}; the others go on.")
        elif scores:
            text = _tr("{0} diverged at step {1}; the others went on.")
        return text.format(name, step)
    if not scores:
        if not any(result.running for result in fresh.values()):
            return _tr("The race was stopped before its first validation.")
        return _tr("The race is on; the first validation is still to come.")
    if len(scores) == 1:
        only = scores[0]
        text = _tr("{0} is at a height of {1}.") if known.walked else _tr("{0} has a validation loss of {1}; {2}: {3}.")
        return text.format(only.name, short(only.loss), saying.catalog(known.title), known.write(only.metric))
    measure = _tr("a height") if known.walked else _tr("a validation loss")
    running = any(result.running for result in fresh.values())
    if not running and (said := _against(fresh, scores, baseline, measure)):
        return said
    if not running and (said := _branched(experiment, scores, measure)):
        return said
    return _compared(scores, measure, running=running)


def _against(fresh: Mapping[str, Raced], scores: list[Score], baseline: str, measure: str) -> str:
    """Say what the lowest of the others has more or less than the baseline; empty where there is none of both.

    How sure that is is said where several seeds ran: their paired differences, or that they don't tell the two apart.
    """
    base = next((score for score in scores if score.name == baseline), None)
    others = [score for score in scores if score.name != baseline]
    if base is None or not others:
        return ""
    best = min(others, key=lambda score: score.loss)
    ends = [
        (own.metrics["val_loss"][-1], other.metrics["val_loss"][-1])
        for own, other in pairs(fresh[best.name], fresh[baseline])
        if own.diverged_at is None and other.diverged_at is None
    ]
    found = difference(*np.array(ends, dtype=np.float64).reshape(-1, 2).T)
    if not found.pairs:
        return ""
    values = best.name, baseline, measure, short(best.loss), short(base.loss)
    if found.sure is False:
        return _tr("{5} seeds don’t tell {0} from {1}: {3} and {4} of {2}.").format(*values, found.pairs)
    if not found.mean:
        return _tr("{0} ends where {1} does, at {3} of {2}.").format(*values)
    apart = short(abs(found.mean)) if found.sure is None else give_or_take(abs(found.mean), found.error)
    text = (
        _tr("{0} ends {5} below {1}, at {3} of {2}.")
        if found.mean < 0
        else _tr("{0} ends {5} above {1}, at {3} of {2}.")
    )
    return text.format(*values, apart)


def _branched(experiment: Experiment, scores: list[Score], measure: str) -> str:
    """Say what became of the branch that ends furthest from the run it leaves; empty where none has both ends."""
    ends = {score.name: score for score in scores}
    pairs = [
        (ends[run.name], ends[run.branch.run], run.branch.step)
        for run in visible(experiment)
        if run.branch is not None and {run.name, run.branch.run} <= ends.keys()
    ]
    if not pairs:
        return ""
    own, left, step = max(pairs, key=lambda pair: abs(pair[0].loss - pair[1].loss))
    if abs(own.loss - left.loss) <= LEVEL * min(abs(own.loss), abs(left.loss)):
        text = _tr("{0} leaves {1} at step {2} and ends level with it, at {3} of {4}.")
        return text.format(own.name, left.name, whole(step), measure, short(own.loss))
    text = _tr("{0} leaves {1} at step {2} and ends {3} lower, at {4} of {5}.")
    if own.loss > left.loss:
        text = _tr("{0} leaves {1} at step {2} and ends {3} higher, at {4} of {5}.")
    apart = short(abs(own.loss - left.loss))
    return text.format(own.name, left.name, whole(step), apart, measure, short(own.loss))


def _compared(scores: list[Score], measure: str, *, running: bool) -> str:
    """Compare the lowest of what is measured, as "a validation loss", with the highest."""
    best, *_, worst = sorted(scores, key=lambda score: score.loss)
    if worst.loss - best.loss <= LEVEL * abs(best.loss):
        one = short(best.loss) == short(worst.loss)
        losses = short(best.loss) if one else _tr("{0} to {1}").format(short(best.loss), short(worst.loss))
        return (
            _tr("All runs are level so far, at {0} of {1}.").format(measure, losses)
            if running
            else _tr("All runs end level, at {0} of {1}.").format(measure, losses)
        )
    level = [score.name for score in scores if score.loss - best.loss <= LEVEL * abs(best.loss)]
    names = _tr(" and ").join(level) if len(level) <= 2 else best.name
    if running:
        text = _tr("{0} is ahead with {4} of {1}; {2} has {3}.")
        if len(level) == 2:
            text = _tr("{0} are level at {4} of about {1}; {2} has {3}.")
    else:
        text = _tr("{0} ends lowest, at {4} of {1}; {2} ends at {3}.")
        if len(level) == 2:
            text = _tr("{0} end level at {4} of about {1}; {2} ends at {3}.")
    return text.format(names, short(best.loss), worst.name, short(worst.loss), measure)


def _basis(experiment: Experiment, raced: Mapping[str, Raced], fresh: Mapping[str, Raced]) -> str:
    plan = plan_behind(experiment, raced.values())
    stale = [name for name, result in raced.items() if result.stale and name not in fresh]
    changed = " " + _tr("{0} changed since this race.").format(", ".join(stale)) if stale else ""
    known = known_by(experiment)
    scores = _scores(fresh, known)
    if not scores:
        return (changed + _refused(fresh)).strip() or saying.said(experiment.problem.title())
    best = (max if known.high else min)(scores, key=lambda score: score.metric)
    device = next((result.device for result in fresh.values() if result.device), "")
    text = (
        _tr("After {0} of {1} updates{2}, down {6}.")
        if known.walked
        else _tr("After {0} of {1} updates{2}; best {3} {4} ({5}).")
    )
    text = text.format(
        whole(best.steps),
        whole(plan.training.steps),
        _tr(" on {0}").format(device) if device else "",
        saying.catalog(known.title),
        known.write(best.metric),
        best.name,
        experiment.problem.title(),
    )
    seeds = max(len(result.traces) for result in fresh.values())
    if seeds > 1:
        text += " " + _tr("Means over {0} seeds, with their range.").format(seeds)
    if plan.training.steps != experiment.training.steps:
        text += " " + _tr("A {0}-step miniature of the {1}-step plan.").format(
            whole(plan.training.steps), whole(experiment.training.steps)
        )
    return text + changed + _refused(fresh) + _stopped(experiment, fresh)


def _stopped(experiment: Experiment, fresh: Mapping[str, Raced]) -> str:
    """Say which runs were stopped early, and where they were best."""
    said = {name: stops.said(result, experiment.training.steps) for name, result in fresh.items() if result.stopped}
    return "".join(f" {name} {words}." for name, words in said.items())


def _refused(fresh: Mapping[str, Raced]) -> str:
    """Say which runs could not go on, and why."""
    stopped = {name: result.mean.halted for name, result in fresh.items() if result.mean.halted is not None}
    return "".join(" " + _tr("{0} stopped: {1}.").format(name, said) for name, said in stopped.items())


@dataclass(frozen=True)
class Known:
    """The metric a task is known by, and how it is written."""

    key: str
    title: str
    high: bool
    share: bool

    @property
    def walked(self) -> bool:
        """Whether it is the height of a surface, which is the loss itself."""
        return self.key == "val_loss"

    def write(self, value: float) -> str:
        """Write a value of it."""
        return percent(value) if self.share else short(value)


def known_by(experiment: Experiment) -> Known:
    """Give the metric that people ask for first of such a problem."""
    key = KNOWN_BY[experiment.problem.task]
    metric = next((metric for metric in metrics_of(experiment.problem.task) if metric.key == key), None)
    if metric is None:
        return Known(key, _tr("height"), high=False, share=False)
    title = saying.catalog(metric.title)
    title = title if title[1:2].isupper() else title.lower()
    return Known(key, title, metric.best == "high", metric.share)


def _scores(raced: Mapping[str, Raced], known: Known) -> list[Score]:
    return [score for name, result in raced.items() if (score := _score(name, result.mean, known)) is not None]


def _score(name: str, trace: Trace, known: Known) -> Score | None:
    losses, metrics = trace.metrics.get("val_loss"), trace.metrics.get(known.key)
    if losses is None or metrics is None or not len(losses) or not len(metrics):
        return None
    return Score(name, float(losses[-1]), float(metrics[-1]), int(trace.metric_steps[len(losses) - 1]))
