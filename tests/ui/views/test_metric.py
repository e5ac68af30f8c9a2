"""Schedules that listen in the Schedule and Training views: supposed cuts, and those of a real race."""

from __future__ import annotations

from dataclasses import replace as changed
from typing import Any

import numpy as np
import pytest
import torch
from msgspec.structs import replace

from lrviz import SGD, CosineAnnealingLR, Drawn, Experiment, LearningCurve, OneCycleLR, ReduceLROnPlateau, Run, StepLR
from lrviz.engine.build import build
from lrviz.engine.race import race
from lrviz.events import Race
from lrviz.recording import Recording
from lrviz.results import Trace
from lrviz.ui.figure import Line, Plot, Seams
from lrviz.ui.racing.raced import Raced
from lrviz.ui.views import schedule, schedule_table, training
from lrviz.ui.views.sight import Sight

SGD_M = SGD(lr=0.2, momentum=0.9)
FLAT = Drawn((2.0, 1.0, 1.0, 1.0, 1.0))
"""Nothing gets better after a quarter of the plan."""
PLAN = Experiment.of(
    Run("step", StepLR(220), SGD_M),
    Run("patient", ReduceLROnPlateau(factor=0.5, patience=39), SGD_M),
    Run("hasty", ReduceLROnPlateau(factor=0.5, patience=9), SGD_M),
    steps=400, metric=FLAT,
)  # fmt: skip
RACED = Experiment.of(
    Run("epoch", ReduceLROnPlateau(patience=0, threshold=0.2), SGD(lr=0.2), stepped="epoch"),
    Run("batch", ReduceLROnPlateau(factor=0.5, patience=1, cooldown=2), SGD(lr=0.2)),
    Run("cosine", CosineAnnealingLR(66), SGD_M),
    steps=66, batch_size=128, validate_every=25, seeds=(0, 1),
)  # fmt: skip


def sight(experiment: Experiment, **fields: Any) -> Sight:
    last = max(1, experiment.training.steps - 1)
    return Sight(**{"first": 0, "last": last, "width": 800, "selected": "cosine", **fields})


def recorded(updates: int) -> dict[str, Raced]:
    """Race RACED for some updates."""
    recording = Recording(RACED)
    for events in race(Race(RACED, "cpu")):
        for event in events:
            recording.add(event)
        if recording.step >= updates < RACED.training.steps:
            break
    running = updates < RACED.training.steps
    return {
        run.name: Raced((recording.trace(i), recording.trace(i, 1)), 66, running=running)
        for i, run in enumerate(RACED.runs)
    }


HALF, WHOLE = recorded(40), recorded(66)


def panes(experiment: Experiment, raced: dict[str, Raced], **fields: Any) -> dict[str, Plot]:
    plots = schedule.figure(experiment, raced, sight(experiment, **fields)).plots
    return {plot.key: plot for plot in plots}


def seams(plot: Plot) -> dict[str, Seams]:
    return {one.name: one for one in plot.seams}


def line(plot: Plot, name: str) -> Line:
    return next(one for one in plot.lines if one.name == name and one.style not in ("raw", "ceiling"))


def test_a_metric_pane_is_there_as_long_as_a_visible_schedule_listens() -> None:
    assert list(panes(PLAN, {})) == ["lr", "metric"]
    hidden = replace(PLAN, runs=(PLAN.runs[0], *(replace(run, visible=False) for run in PLAN.runs[1:])))
    (lr,) = schedule.figure(hidden, {}, sight(hidden)).plots
    assert lr.seams == ()
    cycle = Run("cycle", OneCycleLR(0.3, 400), SGD_M)
    assert list(panes(replace(PLAN, runs=(*PLAN.runs, cycle)), {})) == ["lr", "momentum", "metric"]


def test_cuts_are_marked_on_the_rates_and_on_the_metric_that_caused_them() -> None:
    lr, metric = panes(PLAN, {}).values()
    assert list(seams(lr)) == list(seams(metric)) == ["patient", "hasty"]
    patient = seams(lr)["patient"]
    assert patient.x.tolist() == [140, 180, 220, 260, 300, 340, 380]  # 100 + 40, and every 40 on
    assert patient.y[:2].tolist() == [0.1, 0.05]
    assert seams(metric)["patient"].x.tolist() == patient.x.tolist()
    assert set(seams(metric)["patient"].y) == {1.0}
    assert seams(lr)["hasty"].x[:3].tolist() == [110, 120, 130]
    drawn = line(lr, "patient")
    assert drawn.low[drawn.x == 140].tolist() == [0.2, 0.1]


def test_what_a_run_waited_for_is_drawn_from_the_best_value_to_the_cut() -> None:
    metric = panes(PLAN, {})["metric"]
    wait = next(one for one in metric.lines if (one.name, one.style) == ("patient", "ceiling"))
    assert wait.x[:2].tolist() == [100, 140]
    assert wait.low[:2].tolist() == [1.0, 1.0]
    assert np.isnan(wait.low[2])


def test_the_metric_is_read_at_the_cursor_in_no_runs_colour() -> None:
    (reading,) = panes(PLAN, {}, cursor=50)["metric"].readings
    assert (reading.value, reading.colour) == (1.5, -1)


def test_once_an_epoch_cuts_fall_on_epochs_and_dots_show_what_is_told() -> None:
    hasty = Run("hasty", ReduceLROnPlateau(factor=0.5, patience=0), SGD_M, stepped="epoch")
    metric = panes(replace(PLAN, runs=(PLAN.runs[0], hasty)), {})["metric"]
    assert metric.points is not None
    assert metric.points.x.tolist() == list(range(44, 400, 44))
    assert seams(metric)["hasty"].x.tolist() == [176, 220, 264, 308, 352, 396]  # the best was told at 132


def test_epochs_count_the_seams_too() -> None:
    lr = panes(PLAN, {}, unit="epoch")["lr"]
    assert seams(lr)["patient"].x[0] == pytest.approx(140 / 44)


def test_a_long_metric_is_drawn_in_pixels_and_says_where_cuts_are_guessed() -> None:
    long = replace(PLAN, training=replace(PLAN.training, steps=10**9))
    runs = (Run("slow", ReduceLROnPlateau(patience=10**8), SGD_M),)
    long = replace(long, runs=runs, metric=LearningCurve())
    lr, metric = panes(long, {}).values()
    assert "sampled" in metric.note
    assert "sampled" in lr.note
    assert len(metric.lines[-1].x) == 800
    assert (metric.lines[-1].low <= metric.lines[-1].high).all()
    assert schedule.figure(long, {}, sight(long)).headline.startswith("slow is cut once, to 0.02 at step ≈ ")


@pytest.mark.parametrize(
    ("schedule_", "said"),
    [
        (ReduceLROnPlateau(factor=0.5, patience=39), "a is cut 7 times, first at step 140"),
        (ReduceLROnPlateau(factor=0.1, patience=199), "a is cut once, to 0.02 at step 300"),
        (ReduceLROnPlateau(patience=400), "a stays at 0.2, never cut"),
    ],
)
def test_the_headline_counts_the_cuts_and_says_that_they_are_supposed(schedule_: ReduceLROnPlateau, said: str) -> None:
    plan = replace(PLAN, runs=(Run("a", schedule_, SGD_M),))
    figure = schedule.figure(plan, {}, sight(plan))
    assert figure.headline == f"{said}, on the metric supposed here."
    assert figure.subline.startswith("What waits for a plateau is told the metric below")
    assert "the metric that is supposed" in figure.describe()
    only = replace(PLAN, runs=PLAN.runs[:1])
    assert "metric" not in schedule.figure(only, {}, sight(only)).describe()


def test_another_supposed_metric_moves_no_line_that_doesnt_listen() -> None:
    before, after = (panes(plan, {})["lr"] for plan in (PLAN, replace(PLAN, metric=LearningCurve())))
    assert line(before, "step") is line(after, "step")
    assert line(before, "hasty") is not line(after, "hasty")


# a race --------------------------------------------------------------------------------------------------------------


def drops(result: Raced) -> list[int]:
    lrs = result.traces[0].lrs
    return [update for update in range(1, len(lrs)) if lrs[update] < lrs[update - 1]]


def told_of(result: Raced) -> dict[int, float]:
    """Give what the first seed's scheduler was told, by the updates done then."""
    trace = result.traces[0]
    return dict(zip(trace.told_steps.tolist(), trace.told.tolist(), strict=True))


def test_what_was_told_is_drawn_where_it_was_told() -> None:
    metric = panes(RACED, WHOLE, heard="raced")["metric"]
    told = told_of(WHOLE["epoch"])
    assert list(told) == [11, 22, 33, 44, 55]
    assert metric.points is not None
    assert (metric.points.x.tolist(), metric.points.y.tolist()) == (list(told), list(told.values()))
    assert len(line(metric, "batch").x) == 65
    early = panes(RACED, recorded(5), heard="raced")["metric"]
    assert len(line(early, "epoch").x) == 0
    assert early.points is None


def bests(run: Run, result: Raced) -> dict[int, float]:
    """Give what torch holds for the best, by the updates done when it cuts the rate."""
    assert run.schedule is not None
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(()))], lr=run.rates()[0])
    scheduler = build(run.schedule, optimizer)
    found: dict[int, float] = {}
    for update, value in told_of(result).items():
        before = optimizer.param_groups[0]["lr"]
        scheduler.step(value)
        if optimizer.param_groups[0]["lr"] < before:
            found[update] = scheduler.best
    return found


def test_the_best_value_before_each_cut_was_told_too() -> None:
    metric = panes(RACED, WHOLE, heard="raced")["metric"]
    for run in RACED.runs[:2]:
        wait = next(one for one in metric.lines if (one.name, one.style) == (run.name, "ceiling"))
        assert len(wait.x) > 3
        assert dict(zip(wait.x[1::3].tolist(), wait.low[::3].tolist(), strict=True)) == bests(run, WHOLE[run.name])
        assert run.listener is not None
        cuts = run.listener.given(told_of(WHOLE[run.name]).values(), run.rates()[0])
        each = RACED.updates_per_step(run)
        assert wait.x[::3].tolist() == (cuts.since[1:] * each).tolist()
    stale = {name: changed(result, stale=True) for name, result in WHOLE.items()}
    assert {one.style for one in panes(RACED, stale, heard="raced")["metric"].lines} == {"stale"}


def test_raced_runs_show_the_rates_they_had_and_what_they_were_told() -> None:
    lr, metric = panes(RACED, WHOLE, heard="raced", cursor=65).values()
    for name in ("epoch", "batch"):
        trace = WHOLE[name].traces[0]
        assert len(drops(WHOLE[name])) > 1
        assert seams(lr)[name].x.tolist() == seams(metric)[name].x.tolist() == drops(WHOLE[name])
        assert seams(lr)[name].y.tolist() == [trace.lrs[update] for update in drops(WHOLE[name])]
        rates = line(lr, name)
        for update in (0, *drops(WHOLE[name]), 65):
            assert schedule.rate_on(rates, update) == trace.lrs[update]
        assert {reading.name: reading.value for reading in lr.readings}[name] == trace.lrs[65]
    told = told_of(WHOLE["epoch"])
    assert line(metric, "epoch").x.tolist() == list(told)
    assert line(metric, "epoch").low.tolist() == list(told.values())
    assert seams(metric)["epoch"].y.tolist() == [told[update] for update in drops(WHOLE["epoch"])]
    batch = WHOLE["batch"].traces[0]
    assert seams(metric)["batch"].y.tolist() == [batch.losses[update - 1] for update in drops(WHOLE["batch"])]
    figure = schedule.figure(RACED, WHOLE, sight(RACED, heard="raced"))
    cut = drops(WHOLE["batch"])
    assert f"batch was cut {len(cut)} times in its race, first at step {cut[0]}" in figure.headline
    assert "supposed" not in figure.headline + figure.subline


def test_what_hasnt_raced_stays_supposed_and_pale() -> None:
    only = {"batch": WHOLE["batch"]}
    lr, metric = panes(RACED, only, heard="raced").values()
    assert line(lr, "epoch").style == "planned"
    assert line(lr, "cosine").style == "solid"
    assert {one.name for one in metric.lines} == {"batch"}
    assert [one.name for one in lr.seams] == ["batch"]
    assert panes(RACED, {}, heard="raced")["metric"].note.startswith("supposed")


def test_a_race_under_way_shows_what_it_was_told_so_far() -> None:
    lr, metric = panes(RACED, HALF, heard="raced", cursor=60).values()
    assert line(lr, "batch").x[-1] == 39
    assert "batch" not in {reading.name for reading in lr.readings}
    assert line(metric, "batch").x[-1] == 40
    assert "so far" in schedule.figure(RACED, HALF, sight(RACED, heard="raced")).headline


def test_stale_races_are_drawn_as_stale_and_not_counted() -> None:
    stale = {name: changed(result, stale=True) for name, result in WHOLE.items()}
    lr, metric = panes(RACED, stale, heard="raced", cursor=30).values()
    assert line(lr, "batch").style == line(metric, "batch").style == "stale"
    assert seams(lr)["batch"].stale
    assert [reading.name for reading in lr.readings] == ["cosine"]
    assert "batch changed since its race" in schedule.figure(RACED, stale, sight(RACED, heard="raced")).headline


def test_of_a_miniature_cuts_stand_at_the_plans_steps() -> None:
    long = replace(RACED, training=replace(RACED.training, steps=6600))
    lr = panes(long, WHOLE, heard="raced")["lr"]
    assert seams(lr)["batch"].x.tolist() == [100 * update for update in drops(WHOLE["batch"])]
    assert f"step {100 * drops(WHOLE['batch'])[0]}" in schedule.figure(long, WHOLE, sight(long, heard="raced")).headline


def test_the_table_follows_what_is_shown() -> None:
    supposed = schedule_table.table(RACED, WHOLE, sight(RACED, cursor=65))
    raced = schedule_table.table(RACED, WHOLE, sight(RACED, cursor=65, heard="raced"))
    lrs = WHOLE["batch"].traces[0].lrs
    assert [cell.value for cell in raced.rows[1].cells[:3]] == [lrs[65], lrs.max(), lrs[-1]]
    assert raced.rows[1].cells != supposed.rows[1].cells
    assert raced.rows[2].cells == supposed.rows[2].cells


def test_the_training_view_marks_cuts_where_they_were_caused() -> None:
    figure = training.figure(RACED, WHOLE, sight(RACED, panes=("lr", "loss", "val_loss", "accuracy")))
    plots = {plot.key: plot for plot in figure.plots}
    assert seams(plots["lr"])["epoch"].x.tolist() == drops(WHOLE["epoch"])
    assert list(seams(plots["loss"])) == ["batch"]
    assert list(seams(plots["val_loss"])) == ["epoch"]
    assert plots["accuracy"].seams == ()
    assert seams(plots["val_loss"])["epoch"].x.tolist() == drops(WHOLE["epoch"])


def test_the_training_view_supposes_nothing() -> None:
    lr = training.figure(RACED, HALF, sight(RACED, cursor=60)).plots[0]
    assert [one.x.max() for one in lr.lines if one.name == "batch"] == [39]
    assert {one.name for one in lr.lines if one.style == "planned"} == {"cosine"}
    assert [reading.name for reading in lr.readings] == ["cosine"]
    nothing = Trace(np.zeros(0), np.zeros(0))
    begun = {name: Raced((nothing,), 66) for name in HALF}
    assert {one.name for one in training.figure(RACED, begun, sight(RACED)).plots[0].lines} == {"cosine"}
    low = min(float(result.traces[0].lrs.min()) for result in WHOLE.values())
    lone = replace(RACED, runs=RACED.runs[:2])
    axis = training.figure(lone, WHOLE, sight(lone)).plots[0].y
    assert axis.low <= low


def test_a_fresh_run_beside_a_stale_one_is_drawn_to_its_end() -> None:
    mixed = {**WHOLE, "batch": changed(WHOLE["batch"], stale=True)}
    lr = training.figure(RACED, mixed, sight(RACED)).plots[0]
    solid = next(one for one in lr.lines if (one.name, one.style) == ("cosine", "solid"))
    assert solid.x.max() == 65
    assert line(lr, "batch").style == "stale"
