"""What the LR finder's view says before there is a search of a run."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lrviz.catalog.models.own_model import foreign
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.choices.agreement import trusted
from lrviz.ui.figure import Figure
from lrviz.ui.speech import counts
from lrviz.ui.sweep import Sweep
from lrviz.ui.views.suggested import rate


def _tr(text: str) -> str:
    return QCoreApplication.translate("Unsearched", text)


def unsearched(experiment: Experiment, run: Run | None, sweep: Sweep, why: str) -> Figure:
    """Say what there is to do before there is a curve, or `why` there will be none."""
    if run is None:
        return Figure(_tr("No run yet."), _tr("Add one to find its learning rate."))
    why = why or run.misfit(experiment.problem)
    if why:
        title = _tr("No rate can be searched for {0}.").format(run.name)
        return Figure(title, f"{why[:1].upper()}{why[1:].rstrip('.')}.")
    own = foreign(experiment.problem.model)
    words = _tr("Its rate climbs from {0} to {1} in {2}, while the loss of {3} is watched.")
    told = words.format(rate(sweep.low), rate(sweep.high), counts.updates(sweep.updates), counts.seeds(sweep.seeds))
    if own is not None and trusted(experiment.problem) is None:
        told = _tr("{0} {1} is executed for it, once you agree.").format(told, own.name)
    return Figure(_tr("Which learning rate can {0} bear?").format(run.name), told)
