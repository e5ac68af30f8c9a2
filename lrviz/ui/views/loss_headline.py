"""What the Loss view says above its panes, every number worked out or measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.quantity import BY_TASK, Name, shapes
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.loss_words import at, things
from lrviz.ui.numbers import short, whole
from lrviz.ui.views.loss_sample import WRONG, Sample, blame
from lrviz.ui.views.sight import Sight, percent, visible

if TYPE_CHECKING:
    from lrviz.catalog.loss import Loss

SPOKEN = 3
"""Of more runs than this only the selected one's push is named."""
APART = 0.05
"""Two shares of a gradient closer than this are not told apart."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Loss", text)


def right(which: int, outputs: int) -> str:
    """Name a true class."""
    if outputs == 1:
        return _tr("yes") if which else _tr("no")
    return _tr("class {0}").format(which)


def empty(experiment: Experiment) -> tuple[str, str]:
    """Say why no loss is drawn."""
    runs = visible(experiment)
    if not experiment.runs:
        return _tr("No run yet."), _tr("Add one to draw its loss.")
    if not runs:
        return _tr("No run is visible."), _tr("Open the eye of a run to draw its loss.")
    if not BY_TASK[experiment.problem.task]:
        text = _tr("Every run walks down {0}: there are no answers that a loss could judge.")
        return _tr("On a surface, the loss is the height itself."), text.format(experiment.problem.title())
    return _tr("No run’s loss fits this problem."), " ".join(_misfits(experiment))


def of(experiment: Experiment, runs: Sequence[Run], sample: Sample | None, sight: Sight) -> tuple[str, str]:
    """Give the headline and the line of what it rests on."""
    blamed = _blamed(runs, sample)
    others = (*_left(experiment, runs), *_misfits(experiment))
    if blamed:
        return blamed, " ".join((_shared(sample), *others)).strip()
    return _pushed(experiment, runs, sight), " ".join((_basis(sample), *others)).strip()


def _left(experiment: Experiment, runs: Sequence[Run]) -> list[str]:
    """Say from where on branches train with another loss than the run they leave."""
    parents = ((run, experiment.parent(run)) for run in runs)
    return [
        _tr("{0} trains with its loss from step {1} on, where it leaves {2}.").format(
            run.name, whole(run.branch.step), left.name
        )
        for run, left in parents
        if run.branch is not None and left is not None and left.loss != run.loss
    ]


def summary(experiment: Experiment, runs: Sequence[Run], sample: Sample | None, sight: Sight) -> str:
    """Give the whole view in words, for those who can't see it."""
    headline, basis = of(experiment, runs, sample, sight)
    name = sight.quantity_of(experiment.problem.task)
    where = at(name, sight.at)
    said = [f"{run.name}: {short(_loss(run.loss, name, where, experiment))}." for run in runs]
    losses = _tr("Loss at {0} = {1}:").format(name, short(where))
    return " ".join((headline, basis, losses, *said))


def _blamed(runs: Sequence[Run], sample: Sample | None) -> str:
    """Say whose gradient comes from the few examples that are got most wrong, where that tells two runs apart."""
    if sample is None or not 0 < sample.wrong < 1:
        return ""
    shares = {run.name: share for run in runs if (share := blame(sample, run.loss)) is not None}
    if not shares or (len(shares) > 1 and max(shares.values()) - min(shares.values()) < APART):
        return ""
    most = max(shares, key=lambda name: shares[name])
    text = _tr("{0} takes {1} of its gradient from the {2} it gets most wrong ({3}).").format(
        most, percent(shares[most]), percent(sample.wrong), WRONG[sample.name][0]
    )
    least = min(shares, key=lambda name: shares[name])
    return text if most == least else text[:-1] + _tr("; {0} takes {1}.").format(least, percent(shares[least]))


def _shared(sample: Sample | None) -> str:
    if sample is None:
        return ""
    return _tr("Counted on {0} {1}, as {2} sees them after {3} update{3:|s}.").format(
        whole(len(sample.values)), things(sample.name), sample.run, whole(sample.steps)
    )


def _pushed(experiment: Experiment, runs: Sequence[Run], sight: Sight) -> str:
    """Say how hard each loss pushes at the cursor."""
    name = sight.quantity_of(experiment.problem.task)
    where = at(name, sight.at)
    pushed = {run.name: short(_push(run.loss, name, where, experiment)) for run in runs}
    place = f"{name} = {short(where)}"
    if len({run.loss for run in runs}) == 1:
        only = runs[0]
        text = (
            _tr("At {0}, {1} is {2} and pushes with {3}.")
            if len(runs) == 1
            else _tr("At {0}, {1} is {2} and pushes with {3}, the same for all {4} run{4:|s}.")
        )
        value = short(_loss(only.loss, name, where, experiment))
        return text.format(place, type(only.loss).__name__, value, pushed[only.name], len(runs))
    spoken = [run for run in runs if len(runs) <= SPOKEN or run.name == sight.selected] or list(runs[:1])
    clauses = ", ".join(_tr("{0} pushes with {1}").format(run.name, pushed[run.name]) for run in spoken)
    return _tr("At {0}, {1}.").format(place, clauses)


def _basis(sample: Sample | None) -> str:
    if sample is None:
        return _tr("Race the runs to see where the training examples sit.")
    return _shared(sample)


def _misfits(experiment: Experiment) -> list[str]:
    problem = experiment.problem
    reasons = ((run.name, run.loss.unfit(problem.task, problem.outputs)) for run in visible(experiment))
    return [_tr("{0} is not drawn: {1}.").format(name, why) for name, why in reasons if why]


def _loss(loss: Loss, name: Name, where: float, experiment: Experiment) -> float:
    return float(shapes(loss, name, np.array([where]), experiment.problem.outputs)[0].loss[0])


def _push(loss: Loss, name: Name, where: float, experiment: Experiment) -> float:
    return float(shapes(loss, name, np.array([where]), experiment.problem.outputs)[0].push[0])
