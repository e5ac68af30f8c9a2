"""A search raises the rate as a loop by hand would, and leaves everything else in the process as it was."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
import torch
from msgspec.structs import replace
from torch import nn

import lrviz
from lrviz import (
    CNN,
    MLP,
    SGD,
    Adam,
    CosineAnnealingLR,
    Digits,
    Experiment,
    FocalLoss,
    Group,
    LRFinder,
    OneCycleLR,
    OwnModel,
    Ranking,
    ReduceLROnPlateau,
    RefusedError,
    ResourceError,
    Run,
    SpecError,
    Transformer,
    Walk,
    find_lr,
    train,
)
from lrviz.catalog.models.own_model import foreign
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.problem import Problem
from lrviz.engine import service
from lrviz.engine.finding import find
from lrviz.engine.race import race
from lrviz.events import Event, Find, Race, Raised, Started
from lrviz.finding import Search, rates
from lrviz.run import Branch

SMALL = Digits(model=MLP(hidden=(16,), activation="Tanh"))
CLEAN = Digits(label_noise=0.0)


def plan(*runs: Run, problem: Problem = SMALL, **training: Any) -> Experiment:
    return Experiment.of(*(runs or (Run("run", None, SGD(0.1, momentum=0.9)),)), problem=problem, **training)


def job(*runs: Run, problem: Problem = SMALL, first: int = 0, **more: Any) -> Find:
    return Find(plan(*runs, problem=problem, seeds=(first,)), **{"device": "cpu", "updates": 40, "seeds": 1, **more})


def told(asked: Find) -> list[Event]:
    return [event for events in find(asked) for event in events]


def losses(asked: Find) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Give the losses (seeds, n) that a search tells of."""
    return np.array([event.losses for event in told(asked) if isinstance(event, Raised)]).T


def by_hand(
    asked: Find, seed: int, groups: tuple[tuple[str, ...], ...] = ((),), before: tuple[float, ...] = ()
) -> list[float]:
    """Raise a rate in a loop of plain torch, and give each batch's loss before its update or the other one after it.

    `groups` names the parameters of each group, those of the first being what is left. Updates with the rates `before`
    come first.
    """
    data, run = asked.experiment.problem.data(), asked.experiment.runs[asked.run]
    x, y, val_x, val_y = (torch.from_numpy(part) for part in (data.train_x, data.train_y, data.val_x, data.val_y))
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        model = nn.Sequential(nn.Linear(64, 16), nn.Tanh(), nn.Linear(16, 10))
    named = [name for group in groups[1:] for name in group]
    parts = [[p for name, p in model.named_parameters() if name not in named]]
    parts += [[p for name, p in model.named_parameters() if name in group] for group in groups[1:]]
    start = list(run.rates())
    optimizer = torch.optim.SGD([{"params": part} for part in parts], lr=1.0, momentum=0.9)
    generator = torch.Generator().manual_seed(1000 + seed)
    order = torch.cat([torch.randperm(len(x), generator=generator)[: len(x) // 32 * 32] for _ in range(3)])
    found: list[float] = []
    climb = [asked.low * (asked.high / asked.low) ** (step / (asked.updates - 1)) for step in range(asked.updates)]
    for raised, batch in zip([*before, *climb], order.split(32), strict=False):
        for i, group in enumerate(optimizer.param_groups):
            proportion = start[i] / start[0] * raised
            group["lr"] = proportion if asked.group is None else raised if i == asked.group else start[i]
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(x[batch]), y[batch])
        loss.backward()
        if run.clip is not None:
            nn.utils.clip_grad_norm_(model.parameters(), run.clip)
        optimizer.step()
        with torch.no_grad():
            after = nn.functional.cross_entropy(model(val_x), val_y)
        found.append(float(loss.detach() if asked.on == "train" else after))
    return found[len(before) :]


MOMENTUM = SGD(0.1, momentum=0.9)
BIASES = (Group("*.bias", lr=0.3), Group("0.weight", lr=0.02))
PARTS = ((), ("0.bias", "2.bias"), ("0.weight",))


@pytest.mark.parametrize("on", ["train", "val"])
def test_the_losses_are_those_of_a_loop_by_hand(on: Literal["train", "val"]) -> None:
    asked = job(Run("run", CosineAnnealingLR(7), MOMENTUM), first=3, on=on, high=1.0)
    np.testing.assert_allclose(losses(asked)[0], by_hand(asked, 3), rtol=1e-6)


@pytest.mark.parametrize("on", ["train", "val"])
def test_seeds_together_are_each_alone(on: Literal["train", "val"]) -> None:
    asked = job(first=3, on=on, high=1.0)
    together = losses(replace(asked, seeds=4))
    assert together.shape == (4, 40)
    for row, seed in zip(together, (3, 4, 5, 6), strict=True):
        np.testing.assert_allclose(row, by_hand(asked, seed), rtol=1e-5)
        alone = job(first=seed, on=on, high=1.0)
        np.testing.assert_allclose(row, losses(alone)[0], rtol=1e-5)


@pytest.mark.parametrize("group", [None, 0, 1, 2])
@pytest.mark.parametrize("seeds", [1, 2])
def test_the_rate_of_one_group_is_raised_or_those_of_all_in_proportion(group: int | None, seeds: int) -> None:
    asked = job(Run("run", None, MOMENTUM, groups=BIASES), group=group, seeds=seeds, high=0.5)
    for seed, row in enumerate(losses(asked)):
        np.testing.assert_allclose(row, by_hand(asked, seed, PARTS), rtol=1e-5)


def test_gradients_are_cut_as_in_the_run() -> None:
    asked = job(Run("run", None, MOMENTUM, clip=0.1))
    np.testing.assert_allclose(losses(asked)[0], by_hand(asked, 0), rtol=1e-6)


@pytest.mark.parametrize("on", ["train", "val"])
def test_a_branch_is_searched_from_where_it_leaves_its_parent(on: Literal["train", "val"]) -> None:
    parent = Run("run", CosineAnnealingLR(20), MOMENTUM)
    runs = (parent, Run("other"), Run("branch", None, MOMENTUM, branch=Branch("run", 12)))
    asked = job(*runs, run=2, seeds=2, on=on, high=0.5, first=3)
    before = tuple(Experiment.of(parent).curve(0, range(12)).lr.tolist())
    for seed, row in zip((3, 4), losses(asked), strict=True):
        np.testing.assert_allclose(row, by_hand(asked, seed, before=before), rtol=1e-4)


def test_frozen_parameters_stay_and_are_no_group() -> None:
    run = Run("run", None, MOMENTUM, groups=(Group("0.*", frozen=True), Group("*.bias", lr=0.01)))
    lowest = job(run, group=1, seeds=2)
    assert len(run.rates()) == 2
    assert losses(lowest).shape == (2, 40)
    with pytest.raises(SpecError, match=r"find_lr\(group=2\)"):
        told(replace(lowest, group=2))


SCHEDULES = (CosineAnnealingLR(3), OneCycleLR(1.0, 5), ReduceLROnPlateau(patience=0, factor=0.1))


@pytest.mark.parametrize("schedule", SCHEDULES, ids=lambda schedule: type(schedule).__name__)
@pytest.mark.parametrize("seeds", [1, 2])
def test_the_schedule_of_the_run_has_no_say(schedule: Any, seeds: int) -> None:
    own = losses(job(Run("run", schedule, MOMENTUM, stepped="epoch"), seeds=seeds))
    np.testing.assert_array_equal(own, losses(job(Run("run", None, MOMENTUM), seeds=seeds)))


PROBLEMS: dict[str, tuple[Problem, Run]] = {
    "a convolution": (Digits(model=CNN(channels=(4,))), Run("run", None, SGD(0.1, momentum=0.9))),
    "a transformer": (Digits(model=Transformer(width=8, heads=2, blocks=1)), Run("run", None, Adam(0.01))),
    "another loss": (SMALL, Run("run", None, SGD(0.1), FocalLoss())),
    "a ranking": (Ranking(), Run("run", None, Adam(0.01), lrviz.RankNetLoss())),
    "a surface": (Walk(noise=0.5), Run("run", None, SGD(0.001), lrviz.Height())),
}


@pytest.mark.parametrize("kind", PROBLEMS)
@pytest.mark.parametrize("on", ["train", "val"])
def test_any_problem_can_be_searched(kind: str, on: Literal["train", "val"]) -> None:
    problem, run = PROBLEMS[kind]
    search = find_lr(plan(run, problem=problem), seeds=2, on=on, device="cpu", updates=60)
    assert np.isfinite(search.losses[:, :20]).all()
    assert not math.isnan(search.suggestions["valley"][0])


def test_it_ends_where_every_seed_is_cut() -> None:
    asked = job(high=1e6, updates=100, seeds=3)
    search = Search(asked)
    for event in told(asked):
        assert not search.done
        search.add(event)
    assert search.done
    assert 20 < search.updates < 100


def test_a_rate_that_torch_refuses_ends_a_seed_and_is_no_error() -> None:
    search = find_lr(plan(Run("run", None, SGD(1.0), clip=1e-30)), device="cpu", high=1e300, updates=50, seeds=2)
    assert np.isfinite(search.losses).all()
    assert 5 < len(search.lrs) < 50
    assert search.lrs[-1] <= torch.finfo(torch.float32).max


def test_the_rates_told_are_those_that_were_used() -> None:
    asked = job(low=1e-3, high=0.1)
    raised = [event for event in told(asked) if isinstance(event, Raised)]
    np.testing.assert_array_equal([event.lr for event in raised], rates(asked))
    assert isinstance(told(asked)[0], Started)


def test_all_rates_at_0_are_raised_alike_and_a_proportion_to_0_is_refused() -> None:
    still = job(Run("run", None, SGD(0.0, momentum=0.9)))
    np.testing.assert_array_equal(losses(still), losses(job()))
    with pytest.raises(SpecError, match=r"find_lr\(group=None\): group must be an index"):
        told(job(Run("run", None, SGD(0.0), groups=(Group("*.bias", lr=0.1),))))


# ------------------------------------------------------------------ refusals


def test_what_a_race_refuses_a_search_refuses_in_the_same_words() -> None:
    wrong = Run("run", None, SGD(0.1), lrviz.FocalLoss())
    with pytest.raises(RefusedError) as said:
        told(job(wrong, problem=Ranking()))
    halted = train(plan(wrong, problem=Ranking(), steps=2), device="cpu").runs[0].halted
    assert str(said.value) == halted
    with pytest.raises(RefusedError, match="an update of 4096 examples is planned"):
        told(Find(plan(examples=10**6, batch_size=4096), device="cpu"))
    with pytest.raises(ResourceError, match="device must be one of"):
        find_lr(plan(), device="tpu")  # type: ignore[arg-type]


# ------------------------------------------------------------------ what is left as it was

OWN = """
import torch
from torch import nn

def net(inputs, outputs):
    return nn.Sequential(nn.Linear(inputs, 8), nn.Dropout(0.5), nn.Linear(8, outputs))
"""


@pytest.fixture
def own(tmp_path: Path) -> Digits:
    """Give a problem whose model is a person's own, and draws random numbers as it trains."""
    (tmp_path / "net.py").write_text(OWN)
    return Digits(model=OwnModel.of(tmp_path / "net.py", "net"))


def test_a_model_of_ones_own_is_executed_only_where_that_was_agreed_to(own: Digits) -> None:
    with pytest.raises(ResourceError, match=r"net.py is a program, and nobody has agreed to execute it"):
        find_lr(plan(problem=own), device="cpu")
    assert np.isfinite(find_lr(plan(problem=own), device="cpu", seeds=1, trust=True).losses[0, :5]).all()


RACED = (Run("one", CosineAnnealingLR(12), MOMENTUM), Run("two", ReduceLROnPlateau(patience=1), Adam(0.01)))


@pytest.mark.parametrize("problem", ["lrviz's", "own"])
@pytest.mark.parametrize("on", ["train", "val"])
def test_a_race_before_beside_and_after_a_search_has_the_same_bits(
    problem: str, on: Literal["train", "val"], own: Digits
) -> None:
    chosen: Problem = SMALL if problem == "lrviz's" else own
    raced = plan(*RACED, problem=chosen, steps=12, validate_every=4, seeds=(0, 1))
    model = foreign(chosen.model)
    consent = "" if model is None else model.consent
    asked, again = Find(raced, 0, 3, on, device="cpu", trusted=consent), Race(raced, "cpu", consent)
    torch.manual_seed(5)
    state = torch.get_rng_state()
    before = [event for events in race(again) for event in events]
    alone = told(asked)
    searching = service.run(asked)
    beside: list[Event] = []
    found: list[Event] = []
    for events in service.run(again):  # two slots of one worker, a turn each
        beside += events
        found += next(searching, ())
    found += [event for events in searching for event in events]
    after = [event for events in race(again) for event in events]
    assert torch.equal(torch.get_rng_state(), state)
    assert before == beside == after
    assert found == alone


def test_an_experiment_that_is_searched_is_what_it_was() -> None:
    experiment = plan(*RACED)
    before = lrviz.Experiment.of(*RACED, problem=SMALL)
    threads = torch.get_num_threads()
    find_lr(experiment, "two", seeds=2, device="cpu", updates=10)
    assert experiment == before
    assert torch.get_num_threads() == threads


def test_a_search_that_is_left_alone_leaves_nothing() -> None:
    state = torch.get_rng_state()
    turns = find(job(updates=100, seeds=3))
    for _ in range(5):
        next(turns)
    turns.close()
    assert torch.equal(torch.get_rng_state(), state)


# ------------------------------------------------------------------ from Python


def test_runs_and_groups_are_given_by_name_or_index() -> None:
    experiment = plan(Run("one", None, SGD(0.1)), Run("two", None, MOMENTUM, groups=BIASES))

    def searched(run: str | int, group: str | int | None) -> LRFinder:
        return find_lr(experiment, run, group=group, seeds=1, updates=10, device="cpu")

    by_name, by_index = searched("two", "0.weight"), searched(-1, 2)
    np.testing.assert_array_equal(by_name.losses, by_index.losses)
    assert (by_name.run, by_name.group, by_name.device) == ("two", 2, "cpu")
    with pytest.raises(SpecError, match=r"find_lr\(run='tow'\): .*; the nearest is two"):
        searched("tow", None)
    with pytest.raises(SpecError, match=r"find_lr\(group='\*.bia'\): .*; the nearest is \*.bias"):
        searched("two", "*.bia")


def test_numpy_numbers_are_numbers_and_events_are_told() -> None:
    events: list[Event] = []
    numbers: dict[str, Any] = {"seeds": np.int64(2), "low": np.float32(0.5), "high": 1, "updates": np.int32(10)}
    search = find_lr(plan(), **numbers, device="cpu", on_event=events.append)
    assert search.lrs[[0, -1]].tolist() == pytest.approx([0.5, 1.0])
    assert [event.step for event in events if isinstance(event, Raised)] == list(range(10))


# ------------------------------------------------------------------ what was measured (PROBLEMS, 16) on other seeds

FRESH = tuple(range(100, 110))


def searched(optimizer: Optimizer, problem: Problem) -> LRFinder:
    experiment = Experiment.of(Run("run", None, optimizer), problem=problem, seeds=FRESH[:1])
    search = find_lr(experiment, seeds=len(FRESH), device="cpu")
    assert search.seeds == FRESH
    return search


RANGES = {
    "D, SGD": (SGD(0.1), CLEAN, (0.066, 0.12), (0.09, 0.25)),
    "D, SGD m.9": (MOMENTUM, CLEAN, (0.012, 0.05), (0.06, 0.16)),
    "D, Adam": (Adam(0.01), CLEAN, (0.0023, 0.0093), (0.013, 0.04)),
    "DN, SGD m.9": (MOMENTUM, Digits(), (0.016, 0.057), (0.05, 0.16)),
}


@pytest.mark.parametrize("row", RANGES)
def test_suggestions_are_where_they_were_measured(row: str) -> None:
    optimizer, problem, valley, tenth = RANGES[row]
    search = searched(optimizer, problem)
    assert valley[0] <= search.suggestions["valley"][0] <= valley[1]
    assert tenth[0] <= search.suggestions["min/10"][0] <= tenth[1]
    assert search.suggestions["valley"][1] < 0.3
    assert (search.by_seed["steepest linear"] < 1e-3).all()
    if row == "D, SGD":
        assert (search.by_seed["valley"] < 1.0).all()  # the best constant rate
