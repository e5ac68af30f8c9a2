"""Branches in races: born of their parent's state, live or kept, and bitwise what one long training would be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz import SGD, AdamW, CosineAnnealingLR, Experiment, OneCycleLR, ReduceLROnPlateau, Run, StepLR, Walk
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.optimizers.rmsprop import RMSprop
from lrviz.catalog.surfaces.quadratic import Quadratic
from lrviz.engine.race import race
from lrviz.engine.solo import Solo
from lrviz.engine.states import States
from lrviz.events import Diverged, Event, Halted, Measured, Race, Replayed, Update
from lrviz.recording import Recording
from lrviz.results import Trace
from lrviz.run import Branch, Group

STEPS = 60


def experiment(*runs: Run, **training: Any) -> Experiment:
    return Experiment.of(*runs, **{"steps": STEPS, "validate_every": 10, **training})


def events_of(job: Race, states: States | None = None) -> list[Event]:
    return [event for events in race(job, None, states) for event in events]


def recorded(
    plan: Experiment, events: Iterable[Event], roots: Mapping[str, tuple[Trace, ...]] | None = None
) -> Recording:
    recording = Recording(plan, roots or {})
    for event in events:
        recording.add(event)
    return recording


def raced(plan: Experiment) -> list[Trace]:
    recording = recorded(plan, events_of(Race(plan, "cpu")))
    return [recording.trace(i) for i in range(len(plan.runs))]


def alike(one: Trace, other: Trace) -> None:
    np.testing.assert_array_equal(one.losses, other.losses)
    np.testing.assert_array_equal(one.lrs, other.lrs)
    np.testing.assert_array_equal(one.metric_steps, other.metric_steps)
    assert one.metrics.keys() == other.metrics.keys()
    for name, values in one.metrics.items():
        np.testing.assert_array_equal(values, other.metrics[name])


RUNS = [
    Run("momentum", CosineAnnealingLR(STEPS), SGD(lr=0.1, momentum=0.9)),
    Run("adam", StepLR(25), AdamW(lr=0.01, amsgrad=True)),
    Run("cycle", OneCycleLR(0.3, STEPS), SGD(lr=0.1, momentum=0.5)),
    Run("groups", StepLR(20), SGD(lr=0.1, momentum=0.9), groups=(Group("*.bias", lr=0.3), Group("0.*", frozen=True))),
    Run("told", ReduceLROnPlateau(factor=0.5, patience=0), SGD(lr=0.1)),
    Run("told by epoch", ReduceLROnPlateau(factor=0.5, patience=0, threshold=0.5), SGD(lr=0.1), stepped="epoch"),
    Run("clipped", None, SGD(lr=0.5), clip=0.1),
]


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.name)
@pytest.mark.parametrize("step", [1, 27, STEPS - 1])
def test_a_branch_that_changes_nothing_does_bit_for_bit_what_its_parent_does(run: Run, step: int) -> None:
    plan = experiment(run, replace(run, name="child", branch=Branch(run.name, step)), batch_size=100)
    parent, child = raced(plan)
    assert len(child.losses) == STEPS
    alike(parent, child)
    np.testing.assert_array_equal(parent.told, child.told)
    np.testing.assert_array_equal(parent.told_steps, child.told_steps)


@pytest.mark.parametrize("way", ["continues", "starts"])
def test_the_rates_of_a_branch_are_those_of_its_curve(way: Any) -> None:
    groups = (Group("*.bias", lr=0.3),)
    plan = experiment(
        Run("parent", CosineAnnealingLR(STEPS), SGD(lr=0.1, momentum=0.9)),
        Run("child", StepLR(9, 0.5), AdamW(lr=0.01), groups=groups, branch=Branch("parent", 20, way)),
        Run("epochs", StepLR(1, 0.5), SGD(lr=0.01), stepped="epoch", branch=Branch("child", 31, way)),
        batch_size=100,
    )
    for index, trace in enumerate(raced(plan)):
        np.testing.assert_allclose(trace.lrs, plan.curve(index, range(STEPS)).lr, rtol=1e-12)


def test_a_branch_of_a_branch_leaves_it_where_it_says() -> None:
    root = Run("root", None, SGD(lr=0.1, momentum=0.9))
    plan = experiment(
        Run("grandchild", None, SGD(lr=0.03, momentum=0.9), branch=Branch("child", 40)),
        Run("child", None, SGD(lr=0.3, momentum=0.9), branch=Branch("root", 20)),
        root,
    )
    grandchild, child, parent = raced(plan)
    np.testing.assert_array_equal(grandchild.losses[:41], child.losses[:41])  # the loss is taken before the update
    np.testing.assert_array_equal(child.losses[:21], parent.losses[:21])
    assert (grandchild.losses[42:] != child.losses[42:]).all()
    assert grandchild.lrs.tolist() == [0.1] * 20 + [0.3] * 20 + [0.03] * 20


TURNED_ON: list[tuple[Optimizer, Optimizer]] = [
    (Adam(lr=0.01), Adam(lr=0.01, amsgrad=True)),
    (AdamW(lr=0.01), AdamW(lr=0.01, amsgrad=True)),
    (RMSprop(lr=0.01), RMSprop(lr=0.01, momentum=0.9, centered=True)),
    (SGD(lr=0.1), SGD(lr=0.1, momentum=0.9, nesterov=True)),
    (SGD(lr=0.1, momentum=0.9), AdamW(lr=0.01)),
    (AdamW(lr=0.01), SGD(lr=0.1, momentum=0.9)),
]


@pytest.mark.parametrize(("before", "after"), TURNED_ON)
def test_an_optimizer_takes_over_what_it_can_use_of_its_parents(before: Optimizer, after: Optimizer) -> None:
    plan = experiment(Run("parent", None, before), Run("child", None, after, branch=Branch("parent", 20)))
    parent, child = raced(plan)
    assert child.halted is None
    assert len(child.losses) == STEPS
    assert child.losses[20] == parent.losses[20]
    assert np.isfinite(child.losses).all()


def test_a_layer_may_be_frozen_and_thawed_by_branches() -> None:
    frozen = (Group("0.*", frozen=True),)
    plan = experiment(
        Run("parent", None, AdamW(lr=0.01)),
        Run("frozen", None, AdamW(lr=0.01), groups=frozen, branch=Branch("parent", 20)),
        Run("thawed", None, AdamW(lr=0.01), branch=Branch("frozen", 40)),
    )
    parent, held, thawed = raced(plan)
    assert held.losses[20] == parent.losses[20]
    assert thawed.losses[40] == held.losses[40]
    assert (thawed.losses[41:] != held.losses[41:]).any()


def test_seeds_branch_each_from_their_own() -> None:
    run = Run("run", StepLR(10), SGD(lr=0.1, momentum=0.9))
    plan = experiment(run, replace(run, name="child", branch=Branch("run", 30)), seeds=(3, 5))
    recording = recorded(plan, events_of(Race(plan, "cpu")))
    for seed in range(2):
        alike(recording.trace(0, seed), recording.trace(1, seed))
    assert recording.trace(0, 0).losses[0] != recording.trace(0, 1).losses[0]


def test_a_branch_says_nothing_before_it_leaves() -> None:
    run = Run("run", None, SGD(lr=0.1))
    plan = experiment(run, replace(run, name="child", branch=Branch("run", 30)))
    events = events_of(Race(plan, "cpu"))
    losses = [event.losses[1] for event in events if isinstance(event, Update)]
    assert np.isnan(losses[:30]).all()
    assert np.isfinite(losses[30:]).all()
    assert min(event.steps for event in events if isinstance(event, Measured) and event.member == 1) == 40
    early = recorded(plan, [event for event in events if not isinstance(event, Update) or event.step < 12])
    assert len(early.trace(1).losses) == 12


def test_a_parent_that_ends_before_takes_its_branches_along() -> None:
    plan = experiment(
        Run("wild", None, SGD(lr=1e30)),
        Run("child", None, SGD(lr=0.1), branch=Branch("wild", 20)),
        Run("grandchild", None, SGD(lr=0.1), branch=Branch("child", 40)),
        Run("calm", None, SGD(lr=0.1)),
    )
    events = events_of(Race(plan, "cpu"))
    [diverged] = [event for event in events if isinstance(event, Diverged)]
    halted = {event.member: event for event in events if isinstance(event, Halted)}
    assert halted.keys() == {1, 2}
    assert halted[1].message == f"'wild', which it leaves after 20 updates, diverged at step {diverged.step}"
    recording = recorded(plan, events)
    assert recording.trace(1).halted == halted[1].message
    np.testing.assert_array_equal(recording.trace(1).losses, recording.trace(0).losses)
    assert len(recording.trace(3).losses) == STEPS


def test_a_branch_may_leave_where_its_parents_schedule_ends() -> None:
    cycle = Run("cycle", OneCycleLR(0.3, 20), SGD(lr=0.1))
    plan = experiment(cycle, Run("child", None, SGD(lr=0.1), branch=Branch("cycle", 21)))
    parent, child = raced(plan)
    assert len(parent.losses) == 21
    assert parent.halted is not None
    assert len(child.losses) == STEPS
    late = experiment(cycle, Run("child", None, SGD(lr=0.1), branch=Branch("cycle", 22)))
    assert len(raced(late)[1].losses) == 21


def test_a_schedule_that_has_ended_by_then_halts_its_branch() -> None:
    run = Run("run", None, SGD(lr=0.1))
    plan = experiment(run, Run("child", OneCycleLR(0.3, 20), SGD(lr=0.1), branch=Branch("run", 30)))
    child = raced(plan)[1]
    assert len(child.losses) == 30
    assert child.halted == plan.curve(1, [40]).error


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.name)
def test_a_branch_trained_alone_is_bitwise_what_it_is_beside_its_parent(run: Run) -> None:
    child = replace(run, name="child", optimizer=run.optimizer.with_rate(0.02), branch=Branch(run.name, 33))
    plan = experiment(run, child, batch_size=100)
    states = States()
    together = recorded(plan, events_of(Race(plan, "cpu"), states))
    for kept in (states, None, States()):
        alone = events_of(Race(plan, "cpu", runs=("child",)), kept)
        assert {event.member for event in alone if isinstance(event, Measured)} == {1}
        shares = [event.done for event in alone if isinstance(event, Replayed)]
        assert len(shares) == (0 if kept is states else 33)
        assert shares == sorted(shares)
        roots = {run.name: (together.trace(0),)}
        alike(recorded(plan, alone, roots).trace(1), together.trace(1))


def test_states_are_thinned_to_what_is_affordable(monkeypatch: pytest.MonkeyPatch) -> None:
    run = Run("run", None, SGD(lr=0.1, momentum=0.9))
    plan = experiment(run, replace(run, name="child", branch=Branch("run", 33)))
    size = 4 * 2 * 4810
    monkeypatch.setattr("lrviz.engine.states.BYTES_OF_RACE", 10 * size)
    states = States()
    together = recorded(plan, events_of(Race(plan, "cpu"), states))
    assert 0 < states.nbytes <= 10 * size
    alone = events_of(Race(plan, "cpu", runs=("child",)), states)
    assert 0 < len([event for event in alone if isinstance(event, Replayed)]) < 33
    alike(recorded(plan, alone, {"run": (together.trace(0),)}).trace(1), together.trace(1))


def test_the_oldest_races_states_are_let_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lrviz.engine.states.BYTES", 1)
    states, plans = States(), [experiment(Run("run", None, SGD(lr=lr)), steps=3) for lr in (0.1, 0.2)]
    for plan in plans:
        events_of(Race(plan, "cpu"), states)
    for plan, there in ((plans[1], True), (plans[0], False)):
        child = replace(plan.runs[0], name="child", branch=Branch("run", 2))
        events = events_of(Race(replace(plan, runs=(*plan.runs, child)), "cpu", runs=("child",)), states)
        assert any(isinstance(event, Replayed) for event in events) != there


@pytest.mark.parametrize(
    "optimizer", [run.optimizer for run in RUNS[:2]] + [RMSprop(lr=0.01, momentum=0.5), Adam(lr=0.01)]
)
def test_a_state_from_an_ensemble_goes_on_within_its_rounding(optimizer: Optimizer) -> None:
    run = Run("run", StepLR(20), optimizer)
    first = experiment(run, replace(run, name="other", optimizer=optimizer.with_rate(0.02)), Run("third"))
    states = States()
    ensemble = recorded(first, events_of(Race(first, "cpu"), states))
    plan = experiment(*first.runs, replace(run, name="child", branch=Branch("run", 33)))
    alone = events_of(Race(plan, "cpu", runs=("child",)), states)
    assert not any(isinstance(event, Replayed) for event in alone)
    child = recorded(plan, alone, {each.name: (ensemble.trace(i),) for i, each in enumerate(first.runs)}).trace(3)
    parent = ensemble.trace(0)
    np.testing.assert_array_equal(child.losses[:33], parent.losses[:33])
    np.testing.assert_allclose(child.losses[33:], parent.losses[33:], rtol=2e-3)
    np.testing.assert_allclose(child.losses[33:36], parent.losses[33:36], rtol=1e-5)


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.name)
def test_a_training_by_itself_goes_the_way_of_its_lineage(run: Run) -> None:
    child = replace(run, name="child", optimizer=run.optimizer.with_rate(0.02), branch=Branch(run.name, 33))
    plan = experiment(run, child, batch_size=100)
    solo = Solo(plan, 1, 0, "cpu")
    losses = raced(plan)[1].losses
    assert [solo.update() for _ in range(STEPS)] == losses.tolist()
    again = Solo(plan, 1, 0, "cpu")
    for _ in again.until(33):
        pass
    assert again.run == plan.runs[1]  # it has left already
    assert again.update() == losses[33]


def test_what_was_before_a_branch_trained_alone_is_not_known_without_its_parents_trace() -> None:
    run = Run("run", None, SGD(lr=0.1))
    plan = experiment(run, replace(run, name="child", branch=Branch("run", 30)))
    alone = recorded(plan, events_of(Race(plan, "cpu", runs=("child",))))
    assert len(alone.trace(0).losses) == 0
    trace = alone.trace(1)
    assert np.isnan(trace.losses[:30]).all()
    assert np.isfinite(trace.losses[30:]).all()
    assert len(trace.losses) == STEPS


def test_a_walk_of_a_branch_begins_where_its_parents_does() -> None:
    run = Run("run", None, SGD(lr=0.02, momentum=0.9))
    plan = experiment(
        run, replace(run, name="child", branch=Branch("run", 9)), problem=Walk(model=Quadratic()), batch_size=1
    )
    parent, child = raced(plan)
    np.testing.assert_array_equal(child.places, parent.places)
    np.testing.assert_array_equal(child.slopes, parent.slopes)
    assert child.places.shape == (STEPS + 1, 2)
