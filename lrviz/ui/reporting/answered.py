"""What the runs answer at their ends, as a view of a report: curves of all, and a table of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.export.report import Matrix, View
from lrviz.ui.numbers import whole
from lrviz.ui.racing.raced import Raced
from lrviz.ui.reporting.plots import matrix, pane
from lrviz.ui.views.answers import Answered, confusion, picture
from lrviz.ui.views.looks import look_at
from lrviz.ui.views.panes import choices
from lrviz.ui.views.sight import visible

ALONE = ("confusion", "per_class")
"""Pictures of one run each."""


def answered(experiment: Experiment, raced: Mapping[str, Raced]) -> Iterator[View]:
    """Give the view of what was answered after the last update, where the task has such answers."""
    known = [
        Answered(run, look)
        for run in visible(experiment)
        if (look := look_at(experiment, raced, run.name, None)) is not None
    ]
    keys = [choice.key for choice in choices(experiment) if choice.kind == "picture"]
    if not known or not keys:
        return
    problem = experiment.problem
    plots = [picture(key, known, problem, "") for key in keys if key not in ALONE]
    tables = tuple(_tables(experiment, known, [key for key in ALONE if key in keys]))
    panes = tuple(pane(experiment, plot) for plot in plots if plot.lines or plot.paths)
    headline = _headline(known, experiment) if tables else _tr("What each run makes of its one input.")
    words = " ".join(f"{plot.title}: {plot.note}." for plot in plots)
    under = _tr("Validation examples after the last update.")
    yield View(_tr("Answers"), headline, under, panes, two=True, summary=words, matrices=tables)


def _tables(experiment: Experiment, known: list[Answered], keys: list[str]) -> Iterator[Matrix]:
    names = [run.name for run in experiment.runs]
    for key in keys:
        for one in known:
            plot = picture(key, [one], experiment.problem, one.run.name)
            if plot.cells is not None:
                yield matrix(plot, plot.cells, names.index(one.run.name))


def _headline(known: list[Answered], experiment: Experiment) -> str:
    """Say how many the best run gets right, and what it takes for something else most often."""
    task, classes = experiment.problem.task, experiment.problem.class_names
    counts = [confusion(one, task) for one in known]
    right = [int(np.trace(one)) for one in counts]
    best = int(np.argmax(right))
    wrong = counts[best] - np.diag(np.diag(counts[best]))
    name, total = known[best].run.name, int(counts[best].sum())
    if not wrong.any():
        return _tr("{0} gets all {1} right.").format(name, whole(total))
    true, taken = (int(i) for i in np.unravel_index(int(wrong.argmax()), wrong.shape))
    kinds = [classes[i] if classes else str(i) for i in (true, taken)]
    words = _tr("{0} gets {1} of {2} right; its most frequent mistake is to take {3} for {4}, {5} of {6}.")
    often = whole(int(wrong.max())), whole(int(counts[best][true].sum()))
    return words.format(name, whole(right[best]), whole(total), *kinds, *often)


def _tr(text: str) -> str:
    return QCoreApplication.translate("View", text)
