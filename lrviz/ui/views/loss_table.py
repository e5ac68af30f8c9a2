"""The Loss view in numbers: each run's loss and push at the cursor, and what its training examples make of it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.quantity import BY_TASK, shapes
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.loss_words import at
from lrviz.ui.numbers import short
from lrviz.ui.racing.raced import Raced
from lrviz.ui.table import Cell, Row, Table
from lrviz.ui.views.looks import look_at
from lrviz.ui.views.loss_sample import WRONG, blame, sample
from lrviz.ui.views.sight import Sight, percent, visible

MISSING = Cell("–")


def table(experiment: Experiment, raced: Mapping[str, Raced], sight: Sight) -> Table:
    """Give the numbers of all visible runs."""

    def translate(text: str) -> str:
        return QCoreApplication.translate("LossTable", text)

    if not BY_TASK[experiment.problem.task]:  # the height itself, which the Training view has
        own = (Cell(translate("the height")),)
        rows = tuple(Row(run.name, run.colour, own, selected=run.name == sight.selected) for run in visible(experiment))
        return Table(translate("Losses"), (translate("Loss"),), rows)
    name = sight.quantity_of(experiment.problem.task)
    place = f"{name} = {short(at(name, sight.at))}"
    heads = (
        translate("Loss at {0}").format(place),
        translate("Gradient"),
        translate("Median {0}").format(name),
        WRONG[name][0],
        translate("Share of gradient"),
    )
    rows = tuple(_row(experiment, raced, run, sight) for run in visible(experiment))
    return Table(translate("Losses"), heads, rows, key="loss", keys=("loss", "push", "median", "wrong", "share"))


def _row(experiment: Experiment, raced: Mapping[str, Raced], run: Run, sight: Sight) -> Row:
    problem = experiment.problem
    name = sight.quantity_of(problem.task)
    selected = run.name == sight.selected
    if run.loss.unfit(problem.task, problem.outputs):
        return Row(run.name, run.colour, (MISSING,) * 5, faint=True, selected=selected)
    shape = shapes(run.loss, name, np.array([at(name, sight.at)]), problem.outputs)[0]
    own = (_number(float(shape.loss[0])), _number(float(shape.push[0])))
    look = look_at(experiment, raced, run.name, sight.cursor)
    if look is None:
        return Row(run.name, run.colour, (*own, *(MISSING,) * 3), selected=selected)
    answered = sample(run.name, look, name)
    share = blame(answered, run.loss)
    seen = (
        _number(answered.median),
        Cell(percent(answered.wrong), answered.wrong),
        MISSING if share is None else Cell(percent(share), share),
    )
    return Row(run.name, run.colour, (*own, *seen), selected=selected)


def _number(value: float) -> Cell:
    return Cell(short(value), value)
