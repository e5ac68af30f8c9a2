"""Small multiples: a pane for each run on common axes, the others pale behind it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.figure import Figure
from lrviz.ui.numbers import short
from lrviz.ui.paint.layout import Sheet
from lrviz.ui.views import schedule
from lrviz.ui.views.multiples import columns, split, splits
from lrviz.ui.views.sight import Sight

PLAN = Experiment.of(*(Run(f"step {n}", StepLR(n), SGD(lr=0.2)) for n in range(20, 36)), steps=100)


def seen(many: int = 3, **fields: object) -> tuple[Figure, tuple[Run, ...]]:
    runs = PLAN.runs[:many]
    plan = Experiment(PLAN.problem, PLAN.training, runs)
    sight = replace(Sight.whole(plan, 400), **{"cursor": 50, "split": True, **fields})  # type: ignore[arg-type]
    return schedule.figure(plan, {}, sight), runs


def test_each_run_has_a_pane_with_the_others_behind_it() -> None:
    whole, runs = seen()
    figure = split(whole, "lr", runs)
    assert [(plot.title, plot.colour) for plot in figure.plots] == [(run.name, run.colour) for run in runs]
    for plot, run in zip(figure.plots, runs, strict=True):
        own = [line for line in plot.lines if line.name == run.name]
        behind = {line.name for line in plot.lines if line.style == "behind"}
        assert [line.style for line in own] == ["solid"]
        assert behind == {other.name for other in runs} - {run.name}
        assert [reading.name for reading in plot.readings] == [run.name]
        assert not any(line.named for line in plot.lines)
    assert {(plot.x, plot.y, plot.cursor, plot.group) for plot in figure.plots} == {
        (whole.plots[0].x, whole.plots[0].y, 50, "lr/")
    }


def test_the_last_value_stands_at_the_end_and_what_is_drawn_in_the_first_title() -> None:
    whole, runs = seen()
    first, *others = split(whole, "lr", runs).plots
    assert first.note == "Learning rate"
    assert {plot.note for plot in others} == {""}
    ends = [line.end for plot in (first, *others) for line in plot.lines if line.end]
    assert ends == [short(float(PLAN.curve(run, [99]).lr[0])) for run in runs]


def test_the_last_value_is_said_once_where_the_cursor_is_at_the_end() -> None:
    for cursor in (99, 98):  # what is measured after the last update ends one behind the cursor there
        whole, runs = seen(cursor=cursor)
        for plot in split(whole, "lr", runs).plots:
            assert len(plot.readings) == 1
            assert not any(line.end for line in plot.lines)
    whole, runs = seen(cursor=90)
    for plot in split(whole, "lr", runs).plots:
        assert [line.end for line in plot.lines if line.end] == [plot.readings[0].text], "further off it is said twice"


def test_nothing_is_split_where_there_is_one_run_or_no_such_plot() -> None:
    whole, runs = seen(1)
    assert split(whole, "lr", runs) is whole
    whole, runs = seen(2)
    assert split(whole, "nothing", runs) is whole
    assert splits(whole) == (("lr", "Learning rate"),)


@pytest.mark.parametrize("many", range(2, 17))
@pytest.mark.parametrize("size", [(990, 460), (1180, 900)])
def test_panes_are_equal_and_apart_for_up_to_sixteen_runs(many: int, size: tuple[int, int]) -> None:
    whole, runs = seen(many)
    sheet = Sheet(split(whole, "lr", runs), QRectF(0, 0, *size))
    areas = [pane.area for pane in sheet.panes]
    assert len(areas) == many
    assert np.ptp([area.height() for area in areas]) <= 1
    assert min(area.height() for area in areas) > 50
    assert min(area.width() for area in areas) > 100
    for at, area in enumerate(areas):
        assert not any(area.intersects(other) for other in areas[at + 1 :])
        assert sheet.rect.contains(area)


def test_a_baseline_is_still_read_against() -> None:
    whole, runs = seen(baseline="step 20")
    base, other, _ = split(whole, "lr", runs).plots
    assert base.readings[0].apart == ""
    assert other.readings[0].apart.startswith("(")
    assert {line.end for line in base.lines if line.style == "reference"} != {"baseline"}


def test_rows_are_filled() -> None:
    assert [-(-n // columns(n)) for n in range(1, 17)] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4]
