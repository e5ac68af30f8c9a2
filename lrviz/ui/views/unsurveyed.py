"""What the Landscape view says before there is a landscape, and while one is surveyed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.ui.figure import Figure
from lrviz.ui.racing.surveys import Progress
from lrviz.ui.views.sight import visible


def _tr(text: str) -> str:
    return QCoreApplication.translate("Unsurveyed", text)


def unsurveyed(
    experiment: Experiment, walked: Experiment | None, why: str, *, racing: bool, progress: Progress | None
) -> Figure:
    """Say what there is to do before there is a landscape, or `why` there will be none."""
    if not experiment.runs:
        return Figure(_tr("No run yet."), _tr("Add one to see where it walks."))
    if not visible(experiment):
        return Figure(_tr("No run is visible."), _tr("Open the eye of a run to see where it walks."))
    if why:
        return Figure(_tr("This landscape can’t be surveyed."), f"{why[:1].upper()}{why[1:].rstrip('.')}.")
    if walked is None and racing:
        return Figure(_tr("The runs are on their way."), _tr("The landscape follows when the race ends."))
    if walked is None:
        words = _tr("Race the runs: the landscape is surveyed around the paths they take.")
        return Figure(_tr("Nobody has walked here yet."), words)
    first = _tr("A first picture comes in a moment.")
    if progress is not None and progress.words:
        first = f"{first} ({under_way(progress)})"
    return Figure(_tr("The plane is being laid."), first)


def unopened() -> Figure:
    """Say that the landscape of a race isn't surveyed before someone looks at it."""
    return Figure(_tr("Not surveyed yet."), _tr("It is surveyed when the Landscape view is opened."))


def under_way(progress: Progress) -> str:
    """Say what the worker does, how far it is, and how long it still takes where that is worth telling."""
    phases = {
        "training the runs": _tr("training the runs"),
        "joining the ends": _tr("joining the ends"),
        "looking along the paths": _tr("looking along the paths"),
    }
    parts = [phases.get(progress.words, _tr("surveying")), f"{progress.done:.0%}"]
    if progress.seconds is not None and progress.seconds >= 1:
        parts.append(_tr("{0} s left").format(round(progress.seconds)))
    return " · ".join(parts)
