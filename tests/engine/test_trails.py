"""What a race leaves behind are the very weights it had, as many of them as memory allows."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Sequence
from itertools import chain, pairwise

import numpy as np
import pytest
import torch
from msgspec.structs import replace
from torch import Tensor, nn

from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.engine import trails as module
from lrviz.engine.member import Member
from lrviz.engine.race import race
from lrviz.engine.states import States
from lrviz.engine.trails import Trail, Trails, Walk, keys
from lrviz.events import Race, Update
from lrviz.experiment import Experiment
from lrviz.run import Branch, Group, Run

SIZE = 64 * 64 + 64 + 64 * 10 + 10


def raced(experiment: Experiment, trails: Trails | None = None) -> list[Trail | None]:
    """Race to the end, and give what is known of each run."""
    trails = Trails() if trails is None else trails
    for _ in race(Race(experiment, "cpu"), trails):
        pass
    return [trails.of(key) for key in keys(experiment, experiment.runs)]


def by_hand(steps: int, seed: int = 3) -> list[Tensor]:
    """Train as anyone would, and give the weights at the start and after each update."""
    inputs, targets, *_ = (torch.from_numpy(part) for part in Digits().data())
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=steps)
    order = torch.randperm(1437, generator=torch.Generator().manual_seed(1000 + seed))
    kept = [nn.utils.parameters_to_vector(model.parameters()).detach().clone()]
    for update in range(steps):
        part = order[32 * update : 32 * update + 32]
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(inputs[part]), targets[part]).backward()
        optimizer.step()
        scheduler.step()
        kept.append(nn.utils.parameters_to_vector(model.parameters()).detach().clone())
    return kept


def test_a_trail_is_every_weight_that_a_plain_loop_has_bit_for_bit() -> None:
    run = Run("cosine", CosineAnnealingLR(T_max=40), SGD(lr=0.2, momentum=0.9))
    [trail] = raced(Experiment.of(run, steps=40, seeds=(3,)))
    assert trail is not None
    assert trail.steps.tolist() == list(range(41))
    assert torch.equal(trail.weights, torch.stack(by_hand(40)))
    assert torch.equal(trail.at(7), trail.weights[7])


def test_of_runs_that_train_as_one_each_has_its_own_trail_whatever_their_order() -> None:
    cosine = Run("cosine", CosineAnnealingLR(T_max=40), SGD(lr=0.2, momentum=0.9))
    runs = (Run("adam", optimizer=AdamW(lr=0.01)), cosine, Run("step", StepLR(20), SGD(lr=0.2, momentum=0.9)))
    adam, found, step = raced(Experiment.of(*runs, steps=40, seeds=(3, 8)))
    assert adam is not None
    assert found is not None
    assert step is not None
    torch.testing.assert_close(found.weights, torch.stack(by_hand(40)), rtol=1e-4, atol=1e-5)
    [alone] = raced(Experiment.of(runs[0], steps=40, seeds=(3,)))
    assert alone is not None
    torch.testing.assert_close(adam.weights, alone.weights, rtol=1e-3, atol=1e-4)
    assert torch.equal(adam.weights[0], step.weights[0])
    assert not torch.equal(adam.weights[-1], step.weights[-1])


def test_the_way_walked_is_the_sum_of_its_steps() -> None:
    [trail] = raced(Experiment.of(Run("a", optimizer=SGD(lr=0.5)), steps=150))
    assert trail is not None
    parts = [0.0, *(float((after - before).double().norm()) for before, after in pairwise(trail.weights))]
    np.testing.assert_allclose(trail.walked, np.cumsum(parts), rtol=1e-5)


def test_frozen_parameters_are_there_too_and_stay() -> None:
    [trail] = raced(Experiment.of(Run("a", groups=(Group("0.*", frozen=True),)), steps=5))
    assert trail is not None
    assert trail.weights.shape == (6, SIZE)
    assert torch.equal(trail.weights[0, : 64 * 65], trail.weights[-1, : 64 * 65])
    assert not torch.equal(trail.weights[0], trail.weights[-1])


def test_a_trail_is_the_first_seeds_and_known_by_it() -> None:
    run = Run("a", optimizer=SGD(lr=0.3))
    several, one = Experiment.of(run, steps=6, seeds=(8, 3)), Experiment.of(run, steps=6, seeds=(8,))
    assert keys(several, several.runs) == keys(one, one.runs)
    [among], [alone] = raced(several), raced(one)
    assert among is not None
    assert alone is not None
    torch.testing.assert_close(among.weights, alone.weights, rtol=1e-4, atol=1e-5)
    other = Experiment.of(run, steps=6, seeds=(3, 8))
    assert keys(several, several.runs) != keys(other, other.runs)


def test_little_memory_keeps_evenly_spaced_moments_with_the_first_and_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BYTES_OF_RACE", 4 * 2 * SIZE * 14)
    for trail in raced(Experiment.of(Run("a"), Run("b", StepLR(5)), steps=47)):
        assert trail is not None
        assert trail.steps.tolist() == [*range(0, 47, 5), 47]
    monkeypatch.setattr(module, "BYTES_OF_RACE", 1)
    [trail] = raced(Experiment.of(Run("a"), steps=47))
    assert trail is not None
    assert trail.steps.tolist() == [0, 47]


def test_a_long_race_keeps_few_moments_though_there_is_memory() -> None:
    [trail] = raced(Experiment.of(Run("a"), steps=500))
    assert trail is not None
    assert trail.steps.tolist() == list(range(0, 501, 2))


def test_a_race_that_was_stopped_leaves_no_trail_and_one_that_was_not_does() -> None:
    experiment, trails = Experiment.of(Run("a"), steps=5), Trails()
    [key] = keys(experiment, experiment.runs)
    turns = race(Race(experiment, "cpu"), trails)
    for events in turns:
        if any(isinstance(event, Update) and event.step == 3 for event in events):
            turns.close()
    assert trails.of(key) is None
    turns = race(Race(experiment, "cpu"), trails)
    while not any(isinstance(event, Update) and event.step == 4 for event in next(turns)):
        assert trails.of(key) is None
    assert trails.of(key) is not None  # at once, with the last update


def test_the_oldest_races_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BYTES", 4 * SIZE * 25)
    trails = Trails()
    experiments = [Experiment.of(Run("a", optimizer=SGD(lr=lr)), steps=6) for lr in (0.1, 0.2, 0.3)]
    for experiment in experiments:
        raced(experiment, trails)
    known = [trails.of(keys(experiment, experiment.runs)[0]) is not None for experiment in experiments]
    assert known == [False, True, True]
    monkeypatch.setattr(module, "BYTES", 1)
    [latest] = raced(experiments[0], trails)
    assert latest is not None  # the latest stays, however large it is
    assert trails.of(keys(experiments[2], experiments[2].runs)[0]) is None


def test_a_run_that_diverges_ends_with_its_last_numbers_and_one_that_is_refused_has_none() -> None:
    runs = (
        Run("calm", optimizer=SGD(lr=0.05)),
        Run("wild", optimizer=SGD(lr=1e25)),
        Run("ended", OneCycleLR(max_lr=0.1, total_steps=4)),
        Run("frozen", groups=(Group("*", frozen=True),)),
    )
    calm, wild, ended, frozen = raced(Experiment.of(*runs, steps=9))
    assert calm is not None
    assert wild is not None
    assert ended is not None
    assert frozen is not None
    assert calm.steps[-1] == 9
    assert (calm.diverged, wild.diverged, ended.diverged) == (False, True, False)
    assert 0 < len(wild.steps) < 10
    assert wild.weights.isfinite().all()
    assert ended.steps.tolist() == [0, 1, 2, 3, 4, 5]
    assert len(frozen.steps) == len(frozen.weights) == len(frozen.walked) == 0


def test_where_few_moments_are_kept_a_run_that_ends_in_between_keeps_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    going, ended = raced(Experiment.of(Run("going"), Run("ended", OneCycleLR(max_lr=0.1, total_steps=5)), steps=9))
    assert going is not None
    assert ended is not None
    assert going.steps.tolist() == [0, 5, 6, 9]
    assert ended.steps.tolist() == [0, 5, 6]


def test_a_trail_keeps_no_model_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    parameters: list[weakref.ref[nn.Parameter]] = []
    begin = Walk.begin

    def noted(walk: Walk, members: Sequence[Member], updates: int) -> None:
        parameters.extend(weakref.ref(each) for member in members for each in member.model.parameters())
        begin(walk, members, updates)

    monkeypatch.setattr(Walk, "begin", noted)
    trails = Trails()
    raced(Experiment.of(Run("a"), Run("b"), steps=3), trails)
    raced(Experiment.of(Run("a"), steps=3), trails)
    gc.collect()
    assert len(parameters) == 3 * 4
    assert not any(each() is not None for each in parameters)


def test_a_race_is_the_same_whether_its_weights_are_kept_or_not() -> None:
    experiment = Experiment.of(Run("a"), Run("b", StepLR(5), AdamW()), steps=12)
    kept, plain = (race(Race(experiment, "cpu"), trails) for trails in (Trails(), None))
    assert list(chain.from_iterable(kept)) == list(chain.from_iterable(plain))


def test_a_branch_has_walked_its_parents_way_until_it_left_it() -> None:
    run = Run("run", None, SGD(lr=0.1, momentum=0.9))
    same, other = replace(run, name="same"), replace(run, name="other", optimizer=SGD(lr=0.01))
    leaving = Branch("run", 7)
    plan = Experiment.of(run, replace(same, branch=leaving), replace(other, branch=leaving), steps=20)
    parent, child, away = raced(plan)
    assert parent is not None
    assert child is not None
    assert away is not None
    assert child.steps.tolist() == away.steps.tolist() == parent.steps.tolist() == list(range(21))
    assert torch.equal(child.weights, parent.weights)
    assert torch.equal(away.weights[:8], parent.weights[:8])
    assert not torch.equal(away.weights[8], parent.weights[8])


@pytest.mark.parametrize("known", [True, False])
def test_a_branch_trained_alone_has_the_way_of_its_parent_where_that_is_known(known: bool) -> None:
    run = Run("run", None, SGD(lr=0.1, momentum=0.9))
    plan = Experiment.of(run, replace(run, name="child", branch=Branch("run", 7)), steps=20)
    trails, states = Trails(), States()
    _, child = keys(plan, plan.runs)
    for _ in race(Race(replace(plan, runs=(run,)), "cpu"), trails if known else None, states):
        pass
    for _ in race(Race(plan, "cpu", runs=("child",)), trails, states):
        pass
    if not known:
        assert trails.of(child) is None
        return
    [whole] = raced(Experiment.of(run, steps=20))
    found = trails.of(child)
    assert found is not None
    assert whole is not None
    assert found.steps.tolist() == whole.steps.tolist()
    assert torch.equal(found.weights, whole.weights)
