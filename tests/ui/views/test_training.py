"""The Training view on a real race: live, finished, stale and diverged."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz.catalog.optimizers.adagrad import Adagrad
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.engine.race import race
from lrviz.events import Race
from lrviz.experiment import Experiment
from lrviz.recording import Recording
from lrviz.results import Trace
from lrviz.run import Run
from lrviz.ui.numbers import short
from lrviz.ui.racing.raced import Raced
from lrviz.ui.views import training, training_headline, training_table
from lrviz.ui.views.sight import Sight

SGD_M = SGD(lr=0.2, momentum=0.9)
PLAN = Experiment.of(
    Run("constant", None, SGD_M), Run("cosine", CosineAnnealingLR(66), SGD_M), Run("hot", None, SGD(lr=1e9)), steps=66
)


def recorded(updates: int) -> Recording:
    """Give a race of PLAN as it stands after some updates."""
    recording = Recording(PLAN)
    for events in race(Race(PLAN, "cpu")):
        for event in events:
            recording.add(event)
        if recording.step >= updates < PLAN.training.steps:
            break
    return recording


def raced(recording: Recording, **fields: Any) -> dict[str, Raced]:
    return {run.name: Raced((recording.trace(i),), 66, **fields) for i, run in enumerate(PLAN.runs)}


HALF, WHOLE = raced(recorded(40), running=True), raced(recorded(66))


def sight(**fields: Any) -> Sight:
    return Sight(**{"first": 0, "last": 65, "width": 400, "selected": "cosine", **fields})


def test_four_panes_count_the_same_steps() -> None:
    figure = training.figure(PLAN, WHOLE, sight(cursor=65))
    assert [plot.key for plot in figure.plots] == ["lr", "loss", "val_loss", "accuracy"]
    assert {(plot.x.low, plot.x.high) for plot in figure.plots} == {(0, 65)}
    assert {plot.cursor for plot in figure.plots} == {65}


def test_a_running_race_has_a_head_and_pale_rates_beyond_it() -> None:
    lr, loss, *_ = training.figure(PLAN, HALF, sight(cursor=39)).plots
    assert lr.head == loss.head == 40
    styles = {(line.name, line.style) for line in lr.lines}
    assert ("cosine", "planned") in styles
    assert ("cosine", "solid") in styles
    solid = next(line for line in lr.lines if (line.name, line.style) == ("cosine", "solid"))
    assert solid.x.max() == 40


def test_a_finished_race_has_no_head() -> None:
    assert {plot.head for plot in training.figure(PLAN, WHOLE, sight()).plots} == {None}


def test_the_losses_are_smoothed_and_only_the_selected_run_shows_every_batch() -> None:
    loss = training.figure(PLAN, WHOLE, sight()).plots[1]
    raw = [line for line in loss.lines if line.style == "raw"]
    assert [line.name for line in raw] == ["cosine"]
    trace = WHOLE["cosine"].traces[0]
    np.testing.assert_array_equal(raw[0].low, trace.losses)
    smooth = next(line for line in loss.lines if (line.name, line.style) == ("cosine", "solid"))
    assert smooth.low[-1] == pytest.approx(np.mean(trace.losses[-20:]))
    assert smooth.low[4] == pytest.approx(np.mean(trace.losses[:5]))
    assert loss.note == "smoothed; every batch for cosine"


def test_the_cursor_reads_what_was_measured_last() -> None:
    _, _, val_loss, accuracy = training.figure(PLAN, WHOLE, sight(cursor=50)).plots
    trace = WHOLE["cosine"].traces[0]
    at = int(np.flatnonzero(trace.metric_steps <= 51)[-1])
    readings = {reading.name: reading.value for reading in val_loss.readings}
    assert readings["cosine"] == trace.metrics["val_loss"][at]
    assert {r.name: r.value for r in accuracy.readings}["cosine"] == trace.metrics["accuracy"][at]


def test_between_two_validations_the_last_one_is_still_read() -> None:
    _, _, val_loss, accuracy = training.figure(PLAN, HALF, sight(cursor=39)).plots
    measured = HALF["cosine"].traces[0].metrics
    assert {r.name: r.value for r in val_loss.readings}["cosine"] == measured["val_loss"][-1]
    assert {r.name: r.value for r in accuracy.readings}["cosine"] == measured["accuracy"][-1]


def test_where_the_race_has_not_been_nothing_is_read() -> None:
    assert [plot.readings for plot in training.figure(PLAN, HALF, sight(cursor=50)).plots[1:]] == [(), (), ()]


def test_a_diverged_run_ends_in_a_cross_at_the_top_and_stretches_no_axis() -> None:
    figure = training.figure(PLAN, WHOLE, sight())
    step = WHOLE["hot"].traces[0].diverged_at
    loss = figure.plots[1]
    hot = next(line for line in loss.lines if line.name == "hot")
    assert hot.cross == f"diverged at step {step}"
    assert hot.low[-1] == loss.y.high
    assert loss.y.high < 10
    assert figure.headline == f"hot diverged at step {step}; the others went on."


def test_a_changed_run_is_stale_and_isnt_read_or_ranked() -> None:
    mixed = {**WHOLE, "constant": replace_stale(WHOLE["constant"])}
    figure = training.figure(PLAN, mixed, sight(cursor=50))
    val_loss = figure.plots[2]
    assert {line.name: line.style for line in val_loss.lines}["constant"] == "stale"
    assert "constant" not in {reading.name for reading in val_loss.readings}
    assert "constant changed since this race." in figure.subline


def replace_stale(result: Raced) -> Raced:
    return Raced(result.traces, result.steps, stale=True)


def test_before_a_race_the_view_says_what_it_would_do() -> None:
    figure = training.figure(PLAN, {}, sight())
    assert not figure.plots
    assert figure.headline == "Nothing is trained yet."
    assert figure.subline == "Race trains 3 runs for 66 updates each: digits, 18 % of labels wrong."


def test_the_headline_names_the_lowest_and_the_highest_loss() -> None:
    two = {name: result for name, result in WHOLE.items() if name != "hot"}
    plan = replace(PLAN, runs=PLAN.runs[:2])
    losses = {name: float(result.traces[0].metrics["val_loss"][-1]) for name, result in two.items()}
    best, worst = sorted(losses, key=lambda name: losses[name])
    headline = training.figure(plan, two, sight()).headline
    if losses[worst] - losses[best] > 0.02 * losses[best]:
        assert headline.startswith(f"{best} ends lowest")
        assert worst in headline
    else:
        assert headline.startswith("All runs end level")


def test_the_table_marks_the_best_of_each_column() -> None:
    table = training_table.table(PLAN, WHOLE, sight(cursor=65))
    assert [row.name for row in table.rows] == ["constant", "cosine", "hot"]
    for column in (1, 2, 3, 4):
        best = [row.name for row in table.rows if row.cells[column].best]
        values = {row.name: row.cells[column].value for row in table.rows if np.isfinite(row.cells[column].value)}
        wanted = min(values.values()) if column in (1, 2) else max(values.values())
        assert best == [name for name, value in values.items() if value == wanted]
    assert not any(row.cells[0].best for row in table.rows)


def test_seeds_are_drawn_as_their_mean_in_a_band_from_the_lowest_to_the_highest() -> None:
    first, other = WHOLE["constant"].traces[0], WHOLE["cosine"].traces[0]
    both = {"constant": Raced((first, other), 66)}
    plan = replace(PLAN, runs=PLAN.runs[:1])
    _, loss, val_loss, _ = training.figure(plan, both, sight()).plots
    values = np.stack([trace.metrics["val_loss"] for trace in (first, other)])
    band, mean = val_loss.lines
    assert (band.style, mean.style) == ("band", "solid")
    np.testing.assert_array_equal((band.low, band.high), (values.min(axis=0), values.max(axis=0)))
    np.testing.assert_allclose(mean.low, values.mean(axis=0))
    assert [line.style for line in loss.lines] == ["band", "solid"]


def test_headline_and_table_give_the_seeds_mean_too() -> None:
    first, other = WHOLE["constant"].traces[0], WHOLE["cosine"].traces[0]
    both = {"constant": Raced((first, other), 66)}
    plan = replace(PLAN, runs=PLAN.runs[:1])
    mean = (first.metrics["val_loss"][-1] + other.metrics["val_loss"][-1]) / 2
    headline, basis = training_headline.of(plan, both)
    assert short(mean) in headline
    assert "Means over 2 seeds" in basis
    table = training_table.table(plan, both, sight(cursor=65, selected=""))
    assert table.rows[0].cells[2].value == pytest.approx(mean)


def test_a_run_whose_seed_diverged_has_diverged() -> None:
    good, lost = WHOLE["constant"].traces[0], WHOLE["hot"].traces[0]
    mean = Raced((good, lost), 66).mean
    assert mean.diverged_at == lost.diverged_at
    assert len(mean.losses) == len(lost.losses)


def test_a_run_that_torch_refused_is_named_with_torchs_words() -> None:
    plan = Experiment.of(Run("cycle", OneCycleLR(0.1, total_steps=6), Adagrad()), Run("calm"), steps=6)
    recording = Recording(plan)
    for events in race(Race(plan, "cpu")):
        for event in events:
            recording.add(event)
    both = {run.name: Raced((recording.trace(i),), 6) for i, run in enumerate(plan.runs)}
    subline = training.figure(plan, both, Sight.whole(plan)).subline
    assert "cycle stopped: " in subline
    assert plan.runs[0].unfit in subline


def test_no_validation_is_left_out_of_a_narrow_pane_though_most_batches_are() -> None:
    plan = Experiment.of(Run("a"), steps=900, validate_every=30)
    losses = np.linspace(2, 1, 900)
    steps = np.arange(30, 901, 30)
    trace = Trace(losses, np.full(900, 0.1), {"val_loss": 1 / steps}, steps)
    narrow = Sight(first=0, last=899, width=200, selected="a")
    figure = training.figure(plan, {"a": Raced((trace,), 900)}, narrow)
    drawn = {plot.key: plot.lines[-1] for plot in figure.plots}
    assert drawn["val_loss"].x.tolist() == steps.tolist()
    assert len(drawn["loss"].x) <= 300
