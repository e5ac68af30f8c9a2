"""A schedule that warms up before it listens, in the Schedule and Training views: supposed, and in a real race."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz import SGD, Drawn, Experiment, PlateauLRScheduler, Run
from lrviz.engine.race import race
from lrviz.events import Race
from lrviz.recording import Recording
from lrviz.ui.figure import Line, Plot
from lrviz.ui.racing.raced import Raced
from lrviz.ui.views import parts, schedule, schedule_table, seen, told, training
from lrviz.ui.views.sight import Sight

WARM = PlateauLRScheduler(0.5, 19, warmup_t=50, mode="min")
PLAN = Experiment.of(Run("warm", WARM, SGD(lr=0.2)), steps=400, metric=Drawn((2.0, 1.0, 1.0, 1.0, 1.0)))
FALLING = PlateauLRScheduler(0.5, 1, 0.05, warmup_t=9, warmup_lr_init=0.4, mode="min")
RACED = Experiment.of(
    Run("batch", FALLING, SGD(lr=0.2)),
    Run("epoch", PlateauLRScheduler(0.5, 0, 0.3, warmup_t=2, mode="min"), SGD(lr=0.2), stepped="epoch"),
    steps=66, batch_size=128,
)  # fmt: skip


def recorded() -> dict[str, Raced]:
    recording = Recording(RACED)
    for events in race(Race(RACED, "cpu")):
        for event in events:
            recording.add(event)
    return {run.name: Raced((recording.trace(i),), 66) for i, run in enumerate(RACED.runs)}


WHOLE = recorded()


def sight(experiment: Experiment, **fields: Any) -> Sight:
    return Sight(**{"first": 0, "last": experiment.training.steps - 1, "width": 800, "selected": "warm", **fields})


def panes(experiment: Experiment, raced: dict[str, Raced], **fields: Any) -> dict[str, Plot]:
    return {plot.key: plot for plot in schedule.figure(experiment, raced, sight(experiment, **fields)).plots}


def wait(plot: Plot, name: str) -> Line:
    return next(one for one in plot.lines if (one.name, one.style) == (name, "ceiling"))


def test_the_warm_up_is_drawn_its_end_can_be_moved_and_cuts_come_after_it() -> None:
    lr, metric = panes(PLAN, {}).values()
    handle, cuts = lr.seams
    assert handle.x.tolist() == [50]
    assert cuts.x[:2].tolist() == [120, 140]
    line = lr.lines[0]
    assert line.low[:51].tolist() == pytest.approx([0.004 * t for t in range(51)])
    assert (np.diff(line.x[:51]) == 1).all()  # it leans, with no corners
    assert wait(metric, "warm").x[:2].tolist() == [100, 120]
    (moved,) = parts.handles(seen.plan(PLAN), PLAN.runs[0])
    assert parts.moved(PLAN.runs[0], moved, 200).schedule == replace(WARM, warmup_t=200)


def test_nothing_is_waited_for_during_the_warm_up() -> None:
    late = replace(PLAN, runs=(replace(PLAN.runs[0], schedule=replace(WARM, warmup_t=200)),))
    assert wait(panes(late, {})["metric"], "warm").x[:2].tolist() == [201, 221]  # its first metric is its best
    rising = replace(PLAN, runs=(replace(PLAN.runs[0], schedule=replace(WARM, mode="max", threshold=5.0)),))
    assert wait(panes(rising, {})["metric"], "warm").x[0] >= 50


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "warm is cut 14 times, first at step 120"),
        ({"patience_t": 400}, "warm warms up to 0.2 by step 50, never cut"),
        ({"patience_t": 400, "warmup_t": 0}, "warm stays at 0.2, never cut"),
        ({"warmup_t": 798}, "warm is still warming up at the end, at 0.1"),
    ],
)
def test_the_headline_says_what_the_warm_up_does(changes: dict[str, Any], said: str) -> None:
    plan = replace(PLAN, runs=(replace(PLAN.runs[0], schedule=replace(WARM, **changes)),))
    assert schedule.figure(plan, {}, sight(plan)).headline == f"{said}, on the metric supposed here."


def test_the_table_has_the_top_of_the_warm_up_for_its_peak() -> None:
    row = schedule_table.table(PLAN, {}, sight(PLAN, cursor=25)).rows[0]
    assert [cell.value for cell in row.cells[:2]] == [0.1, 0.2]


def test_a_warm_up_that_falls_is_no_cut_of_a_race() -> None:
    trace = WHOLE["batch"].traces[0]
    cuts = FALLING.given(trace.told, 0.2)
    assert (np.diff(trace.lrs[:10]) < 0).all()
    assert len(cuts.steps) > 1
    assert told.cuts(trace).tolist() == cuts.steps[1:].tolist()
    lr = panes(RACED, WHOLE, heard="raced")["lr"]
    assert next(one for one in lr.seams if one.name == "batch" and len(one.x) > 1).x.tolist() == cuts.steps[1:].tolist()
    figure = training.figure(RACED, WHOLE, sight(RACED))
    assert figure.plots[0].seams[0].x.tolist() == cuts.steps[1:].tolist()


def test_a_race_waits_only_for_what_was_heard() -> None:
    metric = panes(RACED, WHOLE, heard="raced")["metric"]
    for run in RACED.runs:
        trace, each = WHOLE[run.name].traces[0], RACED.updates_per_step(run)
        assert run.listener is not None
        cuts = run.listener.given(trace.told, 0.2)
        assert len(cuts.steps) > 1
        drawn = wait(metric, run.name)
        assert drawn.x[::3].tolist() == (cuts.since[1:] * each).tolist()
        assert drawn.x[1::3].tolist() == (cuts.steps[1:] * each).tolist()
        assert drawn.low[::3].tolist() == trace.told[cuts.best[1:] - 1].tolist()


def test_told_values_are_drawn_from_the_first_epoch_on() -> None:
    metric = panes(RACED, WHOLE, heard="raced")["metric"]
    line = next(one for one in metric.lines if (one.name, one.style) == ("epoch", "solid"))
    assert line.x.tolist() == [11, 22, 33, 44, 55]


def test_a_raced_warm_up_leans_update_by_update_and_steps_epoch_by_epoch() -> None:
    lr = panes(RACED, WHOLE, heard="raced")["lr"]
    batch, epoch = (next(one for one in lr.lines if one.name == name) for name in ("batch", "epoch"))
    assert batch.x[:10].tolist() == list(range(10))
    assert epoch.x[:6].tolist() == [0, 10, 11, 11, 21, 22]
    for name, line in (("batch", batch), ("epoch", epoch)):
        for update in range(66):
            assert schedule.rate_on(line, update) == WHOLE[name].traces[0].lrs[update]


def test_a_race_in_its_warm_up_was_not_cut() -> None:
    early = {name: raced.traces[0] for name, raced in WHOLE.items()}
    cut = {name: Raced((_until(trace, 5),), 66, running=True) for name, trace in early.items()}
    assert told.cuts(cut["batch"].traces[0]).tolist() == []
    figure = schedule.figure(RACED, cut, sight(RACED, heard="raced"))
    assert "batch has not been cut so far" in figure.headline


def _until(trace: Any, updates: int) -> Any:
    heard = int((trace.told_steps <= updates).sum())
    return type(trace)(
        trace.losses[:updates], trace.lrs[:updates], told=trace.told[:heard], told_steps=trace.told_steps[:heard],
        unheard=trace.unheard,
    )  # fmt: skip
