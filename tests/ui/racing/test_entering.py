"""What a race trains, and what it has from races before."""

from __future__ import annotations

import numpy as np
from msgspec.structs import replace

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.experiment import Experiment
from lrviz.results import Trace
from lrviz.run import Branch, Run
from lrviz.ui.racing.entering import entry, wanted

ROOT = Run("root")
CHILD = replace(ROOT, name="child", optimizer=SGD(lr=0.01), branch=Branch("root", 5))
GRANDCHILD = replace(CHILD, name="grandchild", branch=Branch("child", 8))
PLAN = Experiment.of(ROOT, CHILD, GRANDCHILD, Run("other"), steps=10)
ALL = tuple(run.name for run in PLAN.runs)


def trace(steps: int, diverged_at: int | None = None) -> tuple[Trace, ...]:
    return (Trace(np.zeros(steps), np.zeros(steps), diverged_at=diverged_at),)


def test_a_branch_without_a_result_is_trained_alone() -> None:
    assert wanted(PLAN, ["root", "child", "other"]) == ("grandchild",)
    assert wanted(PLAN, ["other"]) == ("root", "child", "grandchild")


def test_all_are_raced_where_all_are_known_or_no_branch_is_missing() -> None:
    assert wanted(PLAN, ALL) == ALL
    assert wanted(PLAN, ["child", "grandchild", "root"]) == ALL


def test_what_is_hidden_is_not_raced() -> None:
    hidden = replace(PLAN, runs=(*PLAN.runs[:3], replace(PLAN.runs[3], visible=False)))
    assert wanted(hidden, ()) == ALL[:3]


def test_what_a_branch_comes_from_is_taken_from_its_race() -> None:
    known = {"root": trace(10), "child": trace(10), "other": trace(10)}
    entered = entry(PLAN, ["grandchild"], known)
    assert [run.name for run in entered.experiment.runs] == ["root", "child", "grandchild"]
    assert entered.trained == entered.named == ("grandchild",)
    assert sorted(entered.roots) == ["child", "root"]


def test_what_was_stopped_before_a_branch_leaves_it_is_trained_again() -> None:
    entered = entry(PLAN, ["grandchild"], {"root": trace(10), "child": trace(7)})
    assert entered.trained == ("child", "grandchild")
    assert sorted(entered.roots) == ["root"]
    assert entry(PLAN, ["grandchild"], {"root": trace(4), "child": trace(7)}).trained == ("root", "child", "grandchild")


def test_what_diverged_before_a_branch_leaves_it_is_not_trained_again() -> None:
    entered = entry(PLAN, ["grandchild"], {"root": trace(10), "child": trace(7, diverged_at=6)})
    assert entered.trained == ("grandchild",)


def test_a_race_of_all_names_none() -> None:
    entered = entry(PLAN, ALL, {name: trace(10) for name in ALL})
    assert (entered.named, entered.roots) == ((), {})
