"""The Gradients view in numbers: each parameter's gradient, weight and update at the cursor."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.ui.numbers import short
from lrviz.ui.racing.raced import Raced
from lrviz.ui.table import Cell, Row, Table
from lrviz.ui.views.gradients import at_cursor, norms_of
from lrviz.ui.views.gradients_headline import share
from lrviz.ui.views.layers import Parameter, layers_at
from lrviz.ui.views.study import Study


def table(experiment: Experiment, raced: Mapping[str, Raced], study: Study) -> Table:
    """Give the norms of the selected run's parameters, in torch's order."""

    def translate(text: str) -> str:
        return QCoreApplication.translate("GradientsTable", text)

    heads = ("‖g‖", "‖w‖", "‖Δw‖", translate("Δw ÷ w"))
    title = translate("Parameters")
    run = next((run for run in experiment.runs if run.name == study.selected), None)
    if run is None:
        return Table(title, heads, ())
    norms = norms_of(raced, run.name)
    layers = layers_at(run, experiment.problem.shapes, norms=norms, at=at_cursor(norms, study), apart=study.apart)
    rows = [_row(parameter, run.colour, translate("None")) for layer in layers for parameter in layer.parameters]
    return Table(title, heads, tuple(rows), first=translate("Parameter"), key="gradients")


def _row(parameter: Parameter, colour: int, none: str) -> Row:
    gradient = Cell(none) if parameter.gradient is None else _number(parameter.gradient)
    moved = parameter.update / parameter.weight if parameter.weight else math.nan
    cells = (gradient, _number(parameter.weight), _number(parameter.update), Cell(share(moved), moved))
    return Row(parameter.name, colour, cells, faint=parameter.frozen)


def _number(value: float) -> Cell:
    return Cell("–" if math.isnan(value) else short(value), value)
