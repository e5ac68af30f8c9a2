"""What becomes of the runs when one is branched, moved or copied."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.experiment import Experiment
from lrviz.run import Branch, Run
from lrviz.ui.branching import added, ancestors, branch_of, departed, depth, in_order, left, moved, shifted

WORDS = "{0} from {1}"
ROOT = Run("cosine", CosineAnnealingLR(440), SGD(lr=0.2))
CHILD = replace(ROOT, name="low", branch=Branch("cosine", 220))
GRANDCHILD = replace(CHILD, name="lower", branch=Branch("low", 300))
RUNS = (Run("constant"), ROOT, CHILD, GRANDCHILD, Run("step"))


def test_a_branch_changes_nothing_but_its_name_and_where_it_comes_from() -> None:
    made = branch_of(RUNS, ROOT, 100, WORDS, 7)
    assert made == replace(ROOT, name="cosine from 100", branch=Branch("cosine", 100), colour=7)
    assert branch_of((*RUNS, made), ROOT, 100, WORDS, 7).name == "cosine from 100 2"
    assert branch_of(RUNS, CHILD, 300, WORDS, 7).name == "low, 300"


def test_no_branch_leaves_before_the_first_update() -> None:
    assert branch_of(RUNS, ROOT, 0, WORDS, 7).branch == Branch("cosine", 1)


@pytest.mark.parametrize(
    ("step", "origin"), [(219, "cosine"), (220, "cosine"), (221, "low"), (300, "low"), (301, "lower")]
)
def test_a_branch_leaves_the_run_whose_updates_are_done_there(step: int, origin: str) -> None:
    assert left(RUNS, GRANDCHILD, step).name == origin
    made = branch_of(RUNS, GRANDCHILD, step, WORDS, 7)
    assert made.branch == Branch(origin, step)
    Experiment.of(*RUNS, made, steps=440)  # it is one that an experiment takes


def test_a_branch_stands_below_what_it_leaves_and_its_other_branches() -> None:
    new = replace(ROOT, name="new", branch=Branch("cosine", 10))
    runs = added(Experiment.of(*RUNS, steps=440), new).runs
    assert [run.name for run in runs] == ["constant", "cosine", "low", "lower", "new", "step"]


def test_a_change_of_the_scheduler_starts_there_and_any_other_goes_on() -> None:
    lower = replace(ROOT, optimizer=SGD(lr=0.01))
    assert departed(RUNS, ROOT, lower, 50, WORDS).branch == Branch("cosine", 50, "continues")
    other = replace(ROOT, schedule=None)
    made = departed(RUNS, ROOT, other, 50, WORDS)
    assert (made.branch, made.schedule, made.name) == (Branch("cosine", 50, "starts"), None, "cosine from 50")


def test_a_run_takes_its_branches_along_and_a_branch_stays_with_its_run() -> None:
    def names(runs: tuple[Run, ...]) -> str:
        return " ".join(run.name for run in runs)

    assert names(moved(RUNS, 1, 5)) == "constant step cosine low lower"
    assert names(moved(RUNS, 4, 0)) == "step constant cosine low lower"
    assert names(moved(RUNS, 4, 2)) == names(RUNS)  # not into another run's branches
    assert names(moved(RUNS, 2, 0)) == names(RUNS)
    assert names(shifted(RUNS, 4, -1)) == "constant step cosine low lower"
    assert names(shifted(RUNS, 0, 1)) == "cosine low lower constant step"
    assert shifted(RUNS, 4, 1) == shifted(RUNS, 2, 1) == RUNS


@given(st.data())
def test_moving_keeps_every_run_and_every_family_together(data: st.DataObject) -> None:
    runs: tuple[Run, ...] = ()
    for index in range(data.draw(st.integers(1, 7))):
        leaves = data.draw(st.sampled_from([None, *runs]))
        branch = None if leaves is None else Branch(leaves.name, 10 + depth(runs, leaves))
        runs = (*runs, Run(str(index), branch=branch))
    runs = in_order(runs)
    source, before = data.draw(st.integers(0, len(runs) - 1)), data.draw(st.integers(0, len(runs)))
    after = moved(runs, source, before)
    assert sorted(run.name for run in after) == sorted(run.name for run in runs)
    assert in_order(after) == after
    for run in runs:
        others = [
            one
            for one in runs
            if one.name != runs[source].name and ancestors(runs, one)[:1] == ancestors(runs, run)[:1]
        ]
        assert sorted(others, key=runs.index) == sorted(others, key=after.index)
