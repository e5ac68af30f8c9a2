"""The Schedule view: what it draws, says and lists."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz.catalog.optimizers.adagrad import Adagrad
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.numbers import whole
from lrviz.ui.views import schedule, schedule_table
from lrviz.ui.views.schedule_headline import clause
from lrviz.ui.views.sight import Sight

FIRST = Experiment.first_open()


def sight(experiment: Experiment, **fields: Any) -> Sight:
    last = max(1, experiment.training.steps - 1)
    return Sight(**{"first": 0, "last": last, "width": 800, "selected": "step", **fields})


def test_every_visible_run_is_a_line_with_its_value_at_the_cursor() -> None:
    figure = schedule.figure(FIRST, {}, sight(FIRST, cursor=264))
    (plot,) = figure.plots
    assert [line.name for line in plot.lines] == ["constant", "step", "cosine"]
    values = {reading.name: reading.value for reading in plot.readings}
    assert values == {
        "constant": 0.2,
        "step": pytest.approx(0.02),
        "cosine": pytest.approx(0.1 * (1 + np.cos(np.pi * 264 / 440))),
    }


def test_a_hidden_run_is_not_drawn() -> None:
    hidden = replace(FIRST, runs=(*FIRST.runs[:2], replace(FIRST.runs[2], visible=False)))
    (plot,) = schedule.figure(hidden, {}, sight(hidden)).plots
    assert [line.name for line in plot.lines] == ["constant", "step"]


def test_without_a_visible_run_the_view_says_what_to_do() -> None:
    empty = schedule.figure(Experiment.of(), {}, sight(Experiment.of()))
    assert not empty.plots
    assert empty.headline == "No run yet."
    hidden = replace(FIRST, runs=tuple(replace(run, visible=False) for run in FIRST.runs))
    assert schedule.figure(hidden, {}, sight(hidden)).headline == "No run is visible."


def test_the_cliff_of_a_step_stands_upright() -> None:
    (plot,) = schedule.figure(FIRST, {}, sight(FIRST)).plots
    step = plot.lines[1]
    at_cliff = step.low[step.x == 220]
    assert at_cliff.tolist() == [pytest.approx(0.2), pytest.approx(0.02)]


def test_epochs_are_counted_on_the_axis_and_by_the_cursor() -> None:
    (plot,) = schedule.figure(FIRST, {}, sight(FIRST, cursor=220, unit="epoch")).plots
    assert plot.x.title == "epoch"
    assert plot.x.high == pytest.approx(439 / 44)
    assert plot.cursor == pytest.approx(5.0)
    assert plot.lines[0].x.max() == pytest.approx(439 / 44)


def test_momentum_has_a_pane_only_where_it_moves() -> None:
    cycle = Experiment.of(
        Run("cycle", OneCycleLR(max_lr=0.3, total_steps=100), SGD(lr=0.1, momentum=0.9)),
        Run("adam", None, AdamW()),
        Run("bare", None, SGD(lr=0.1)),
        steps=100,
    )
    lr, momentum = schedule.figure(cycle, {}, sight(cycle)).plots
    assert momentum.key == "momentum"
    assert [line.name for line in momentum.lines] == ["cycle", "adam"]
    assert momentum.y.low <= 0.85
    assert momentum.y.high >= 0.95
    assert len(lr.lines) == 3
    assert len(schedule.figure(cycle, {}, sight(cycle, momentum=False)).plots) == 1
    assert len(schedule.figure(FIRST, {}, sight(FIRST)).plots) == 1


def test_a_log_axis_stays_above_zero() -> None:
    (plot,) = schedule.figure(FIRST, {}, sight(FIRST, log=True)).plots
    assert plot.y.log
    assert 0 < plot.y.low < 1e-5
    assert plot.y.high > 0.2


@pytest.mark.parametrize(
    ("run", "said"),
    [
        (Run("a", None, SGD(lr=0.2)), "a stays at 0.2"),
        (Run("a", StepLR(220), SGD(lr=0.2)), "a drops to 0.02 at step 220"),
        (Run("a", StepLR(100), SGD(lr=0.2)), "a falls from 0.2 to 2×10⁻⁵"),
        (FIRST.runs[2], "cosine falls from 0.2 to almost 0"),
        (
            Run("a", CosineAnnealingWarmRestarts(110), SGD(lr=0.2)),
            "a falls from 0.2 to 4.08×10⁻⁵, rising in between",
        ),
        (Run("a", LinearLR(0.1, 1.0, 440), SGD(lr=1.0)), "a rises from 0.1 to 0.998"),
        (Run("a", OneCycleLR(max_lr=0.3, total_steps=440), SGD()), "a peaks at 0.3 and ends at almost 0"),
        (Run("a", OneCycleLR(max_lr=0.3, total_steps=100), SGD()), "a stops at step 101: torch raises there"),
        (Run("a", LambdaLR("1 / (t - 50)"), SGD()), "a stops at step 50: torch raises there"),
        (Run("a", StepLR(5), SGD(lr=0.2), stepped="epoch"), "a drops to 0.02 at step 220"),
    ],
)
def test_a_clause_says_where_a_rate_goes(run: Run, said: str) -> None:
    assert clause(Experiment.of(run), run) == said


def test_a_resumed_run_says_its_seam_and_what_torch_makes_of_it() -> None:
    old, new = CosineAnnealingLR(500), CosineAnnealingLR(1000)
    lost = Experiment.of(Run("a", Resumed(old, 400, new)), steps=1000)
    shown = schedule.figure(lost, {}, sight(lost, selected="a"))
    assert shown.headline == "a is resumed at step 400 and ends at 0.1."
    assert "step 999 has the learning rate 0.1, and 2.47e-07 was meant" in shown.subline
    (plot,) = shown.plots
    assert plot.strip is not None
    assert [name for *_, name in plot.strip.parts] == ["CosineAnnealingLR", "resumed: CosineAnnealingLR"]
    jumps = Run("a", Resumed(old, 400, new, "stepped"))
    assert clause(lost, jumps).startswith("a jumps from 0.00973 to 0.0655, resumed at step 400, and ends at ")


def test_many_runs_are_summed_up_by_their_ends() -> None:
    runs = tuple(Run(f"r{i}", StepLR(100 + i, gamma=0.1 * (i + 1)), SGD(lr=0.1)) for i in range(5))
    headline = schedule.figure(Experiment.of(*runs), {}, sight(FIRST)).headline
    assert headline.startswith("5 runs end between 10⁻⁵ (r0) and")


def test_of_many_runs_those_that_stop_are_named_with_where() -> None:
    late = [Run(f"late{i}", OneCycleLR(max_lr=0.1, total_steps=100 + i), SGD(lr=0.1)) for i in range(4)]

    def headline(*runs: Run) -> str:
        return schedule.figure(Experiment.of(*FIRST.runs, *runs, steps=440), {}, sight(FIRST)).headline

    rest = "3 runs end between 2.55×10⁻⁶ (cosine) and 0.2 (constant)."
    assert headline(late[0]) == f"late0 stops at step 101: torch raises there; {rest}"
    assert headline(*late) == f"4 runs have no rate at the end; {rest}"


def test_of_many_runs_the_values_of_three_stand_at_the_cursor() -> None:
    runs = tuple(Run(f"r{i}", None, SGD(lr=0.1 + i)) for i in range(14))
    (plot,) = schedule.figure(Experiment.of(*runs), {}, sight(FIRST, cursor=5, selected="r4")).plots
    assert [reading.name for reading in plot.readings] == ["r0", "r4", "r13"]


def test_a_long_plan_says_that_a_miniature_is_raced_and_what_it_loses() -> None:
    long = Experiment.of(Run("a", StepLR(30)), steps=100_000)
    subline = schedule.figure(long, {}, sight(long)).subline
    assert f"600-step miniature of the {whole(100_000)}-step plan" in subline
    assert "step_size of a" in subline


def test_the_table_has_the_same_numbers() -> None:
    table = schedule_table.table(FIRST, {}, sight(FIRST, cursor=264))
    assert table.heads[0] == "At cursor"
    assert [row.name for row in table.rows] == ["constant", "step", "cosine"]
    assert [cell.text for cell in table.rows[1].cells] == ["0.02", "0.2", "0.02", "0.11"]
    assert table.rows[1].selected


def test_an_equal_experiment_made_anew_is_no_miniature_of_itself() -> None:
    plan = Experiment.of(Run("step", StepLR(30)), steps=100)
    again = Experiment.of(Run("step", StepLR(30)), steps=100)
    for experiment in (plan, again):
        assert "miniature" not in schedule.figure(experiment, {}, Sight.whole(experiment)).subline


def test_a_scheduler_its_optimizer_refuses_is_said() -> None:
    plan = Experiment.of(Run("cycle", OneCycleLR(0.1, total_steps=20), Adagrad()), steps=20)
    assert schedule.figure(plan, {}, Sight.whole(plan)).headline == (
        "cycle has no rate: OneCycleLR cycles the momentum and Adagrad has none."
    )
