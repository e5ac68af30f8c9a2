"""What runs reached, in numbers: what no number is isn't written as one, and what seeds don't tell apart is level."""

from __future__ import annotations

import numpy as np

from lrviz import Experiment, Run
from lrviz.cli.reached import sheet
from lrviz.results import Result, RunResult, Trace

PLAN = Experiment.of(Run("a"), Run("b"), Run("c"), steps=1, seeds=(0, 1, 2))


def ended(name: str, *val_losses: float, loss: float = 1.0) -> RunResult:
    finals = ({"val_loss": np.array([value]), "accuracy": np.array([0.5])} for value in val_losses)
    return RunResult(name, {seed: Trace(np.array([loss]), np.ones(1), final) for seed, final in enumerate(finals)})


def best(*runs: RunResult) -> list[str]:
    return [row[0].text for row in sheet(PLAN, Result("cpu", runs)).rows if row[2].best]


def test_what_is_best_is_told_from_the_rest_by_its_seeds() -> None:
    assert best(ended("a", 0.3, 0.3, 0.3), ended("b", 0.5, 0.5, 0.5), ended("c", 0.1, 0.1, 0.1)) == ["c"]
    assert best(ended("a", 0.2, 0.5, 0.35), ended("b", 0.3, 0.3, 0.4), ended("c", 0.8, 0.9, 0.8)) == ["a", "b"]


def test_a_run_whose_loss_is_no_number_takes_the_mark_from_none() -> None:
    runs = ended("a", np.nan, 0.3, 0.3, loss=np.nan), ended("b", 0.5, 0.5, 0.5), ended("c", 0.1, 0.1, 0.1)
    assert best(*runs) == ["c"]
    row = sheet(PLAN, Result("cpu", runs)).rows[0]
    assert [entry.text for entry in row[1:3]] == ["–", "–"]
