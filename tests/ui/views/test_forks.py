"""Where branches are drawn from, and where runs were stopped early."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.experiment import Experiment
from lrviz.laws import LAWS
from lrviz.results import Stopped, Trace
from lrviz.run import Branch, Run
from lrviz.ui.figure import Line, Plot
from lrviz.ui.racing.raced import Raced
from lrviz.ui.views import forecast, schedule, stops, training, training_headline
from lrviz.ui.views.forks import Fork, fork
from lrviz.ui.views.schedule_headline import clause
from lrviz.ui.views.sight import Sight
from lrviz.ui.views.training_table import table

STEPS = 100
ROOT = Run("root", CosineAnnealingLR(STEPS), SGD(lr=0.2))
CHILD = replace(ROOT, name="child", optimizer=SGD(lr=0.05), branch=Branch("root", 40))
GRANDCHILD = replace(CHILD, name="grandchild", branch=Branch("child", 60))
PLAN = Experiment.of(ROOT, CHILD, GRANDCHILD, steps=STEPS, validate_every=10)
SIGHT = Sight.whole(PLAN)


def hidden(plan: Experiment, *names: str) -> Experiment:
    return replace(plan, runs=tuple(replace(run, visible=run.name not in names) for run in plan.runs))


def raced(plan: Experiment, *, child: float = 0.0, **stopped: Stopped) -> Mapping[str, Raced]:
    """Give a race whose losses are those of the root, shifted by `child` where a branch has left it."""
    found: dict[str, Raced] = {}
    for run in plan.runs:
        end = stopped[run.name].steps if run.name in stopped else STEPS
        at, checks = np.arange(end), np.arange(10, end + 1, 10)
        own = STEPS if run.branch is None else plan.lineage(run)[1].branch.step  # type: ignore[union-attr]
        losses = 1 + np.exp(-at / 20) + child * (at >= own)
        metrics = {"val_loss": 1 + np.exp(-checks / 20) + child * (checks > own), "accuracy": 1 - np.exp(-checks / 20)}
        trace = Trace(losses, plan.curve(run, at).lr, MappingProxyType(metrics), checks, stopped=stopped.get(run.name))
        found[run.name] = Raced((trace,), STEPS)
    return found


def line(plot: Plot, name: str) -> Line:
    return next(line for line in plot.lines if line.name == name and line.style == "solid")


def test_a_branch_leaves_the_nearest_run_that_is_drawn() -> None:
    assert fork(PLAN, PLAN.runs[2], {"root", "child"}) == Fork(PLAN.runs[1], 60)
    assert fork(PLAN, PLAN.runs[2], {"root"}) == Fork(PLAN.runs[0], 40)
    assert fork(PLAN, PLAN.runs[2], set()) is None
    assert fork(PLAN, PLAN.runs[0], {"child"}) is None


def test_what_runs_share_is_drawn_once_and_a_ring_stands_where_they_part() -> None:
    plot = schedule.figure(PLAN, {}, SIGHT).plots[0]
    assert [line(plot, name).x[0] for name in ("root", "child", "grandchild")] == [0, 39, 59]
    assert line(plot, "child").x[-1] == line(plot, "root").x[-1] == STEPS - 1
    assert [(spot.kind, spot.x) for spot in plot.spots] == [("fork", 39), ("fork", 59)]
    assert plot.spots[0].y == pytest.approx(PLAN.curve(0, [39]).lr[0])


def test_a_branch_of_a_hidden_run_is_drawn_from_the_start_in_its_own_colour() -> None:
    plot = schedule.figure(hidden(PLAN, "root"), {}, SIGHT).plots[0]
    assert line(plot, "child").x[0] == 0
    assert line(plot, "child").low[10] == PLAN.curve(0, [10]).lr[0]
    assert line(plot, "grandchild").x[0] == 59
    middle = schedule.figure(hidden(PLAN, "child"), {}, SIGHT).plots[0]
    assert line(middle, "grandchild").x[0] == 39


def test_before_it_leaves_a_branch_has_no_reading_of_its_own() -> None:
    for cursor, names in ((39, ["root"]), (40, ["root", "child"]), (60, ["root", "child", "grandchild"])):
        plot = schedule.figure(PLAN, {}, Sight(0, STEPS - 1, 1000, cursor=cursor)).plots[0]
        assert [reading.name for reading in plot.readings] == names


def test_a_race_is_drawn_with_its_forks() -> None:
    figure = training.figure(PLAN, raced(PLAN, child=0.1), SIGHT)
    panes = {plot.key: plot for plot in figure.plots}
    assert line(panes["val_loss"], "child").x[0] == 40  # validated after 40 updates, they are still one
    assert line(panes["loss"], "child").x[0] == 39
    assert [spot.kind for spot in panes["accuracy"].spots] == ["fork", "fork"]


def test_of_another_version_a_branch_is_drawn_whole() -> None:
    results = {name: Raced(one.traces, STEPS, stale=name == "child") for name, one in raced(PLAN).items()}
    panes = {plot.key: plot for plot in training.figure(PLAN, results, SIGHT).plots}
    assert next(line for line in panes["loss"].lines if line.name == "child").x[0] == 0


def test_a_run_that_was_stopped_says_where_and_is_over() -> None:
    alone = Experiment.of(ROOT, steps=STEPS, validate_every=10)
    results = raced(alone, root=Stopped(70, 50))
    figure = training.figure(alone, results, SIGHT)
    panes = {plot.key: plot for plot in figure.plots}
    assert [(spot.kind, spot.x, spot.text) for spot in panes["val_loss"].spots] == [
        ("stop", 70, "stopped at 70, best at 50"),
        ("best", 50, ""),
    ]
    assert [(spot.kind, spot.x, spot.text) for spot in panes["loss"].spots] == [("stop", 69, "")]
    assert {plot.head for plot in figure.plots} == {None}
    assert [(one.style, one.x[-1]) for one in panes["lr"].lines] == [("planned", 99), ("solid", 70)]
    assert "root stopped at 70, best at 50." in figure.subline
    shown = table(alone, results, SIGHT)
    assert (shown.heads[-1], shown.rows[0].cells[-1].text) == ("Stopped (best)", "70 (50)")


def test_while_one_is_still_running_the_others_are_to_come() -> None:
    results = dict(raced(PLAN, root=Stopped(70, 50)))
    half = results["child"].traces[0]
    results["child"] = Raced((Trace(half.losses[:80], half.lrs[:80], half.metrics, half.metric_steps),), STEPS)
    results["grandchild"] = results["child"]
    assert {plot.head for plot in training.figure(PLAN, results, SIGHT).plots} == {80}


def test_seeds_that_were_stopped_are_counted() -> None:
    one = raced(PLAN, root=Stopped(70, 50))["root"].traces[0]
    other = raced(PLAN)["root"].traces[0]
    assert stops.said(Raced((one, other), STEPS), STEPS) == "1 of 2 seeds stopped, first at 70"
    assert stops.said(Raced((other,), STEPS), STEPS) == ""
    assert stops.said(Raced((one,), STEPS), 100 * STEPS) == "stopped at 7000, best at 5000"  # of a miniature


@pytest.mark.parametrize(
    ("child", "words"),
    [(-0.2, "ends 0.2 lower"), (0.2, "ends 0.2 higher"), (0.001, "ends level with it")],
)
def test_the_headline_says_what_became_of_a_branch(child: float, words: str) -> None:
    two = Experiment.of(ROOT, CHILD, steps=STEPS, validate_every=10)
    headline, _ = training_headline.of(two, raced(two, child=child))
    assert headline.startswith(f"child leaves root at step 40 and {words}, at a validation loss of ")


def test_no_branch_is_compared_with_what_is_hidden() -> None:
    two = hidden(Experiment.of(ROOT, CHILD, steps=STEPS, validate_every=10), "root")
    headline, _ = training_headline.of(two, raced(two, child=0.2))
    assert "leaves" not in headline


def test_the_schedule_says_where_a_branch_leaves_and_by_how_much_its_rate_jumps() -> None:
    assert clause(PLAN, PLAN.runs[1]) == "child leaves root at step 40, from 0.134 to 0.0327, and ends at 1.23×10⁻⁵"
    same = replace(CHILD, optimizer=ROOT.optimizer)
    plan = Experiment.of(ROOT, same, steps=STEPS)
    assert clause(plan, plan.runs[1]) == "child leaves root at step 40 and ends at 4.93×10⁻⁵"


def test_a_ring_stands_on_what_is_left_where_a_pixel_holds_a_jump() -> None:
    root = replace(ROOT, schedule=CosineAnnealingLR(10_000))
    child = replace(root, name="child", optimizer=SGD(lr=0.01), branch=Branch("root", 5050))
    plan = Experiment.of(root, child, steps=10_000)
    plot = schedule.figure(plan, {}, Sight(0, 9_999, 100)).plots[0]
    assert line(plot, "child").high[0] - line(plot, "child").low[0] > 0.05
    assert plot.spots[0].y == pytest.approx(plan.curve(0, [5049]).lr[0], rel=0.05)


def test_a_forecast_that_depends_on_what_comes_is_drawn_whole() -> None:
    law = next(iter(LAWS["bound"].values()))
    pane = forecast.pane(PLAN, PLAN.runs, SIGHT, forecast.all_of(PLAN, law, 0, STEPS - 1), {})
    assert line(pane, "child").x[0] == line(pane, "root").x[0]


def test_a_forecast_of_what_was_is_drawn_once() -> None:
    adam = replace(ROOT, schedule=CosineAnnealingLR(4400), optimizer=AdamW(lr=3e-4, weight_decay=0.1))
    low = replace(adam, name="child", optimizer=AdamW(lr=1e-4, weight_decay=0.1), branch=Branch("root", 2200))
    plan = Experiment.of(adam, low, steps=4400)
    law = next(iter(LAWS["multi-power"].values()))
    pane = forecast.pane(plan, plan.runs, Sight.whole(plan), forecast.all_of(plan, law, 0, 4399), {})
    assert line(pane, "root").x[0] < 2000
    assert line(pane, "child").x[0] == pytest.approx(2200, abs=50)
    assert len(pane.spots) == 1
