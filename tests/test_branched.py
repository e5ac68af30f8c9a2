"""What is said of a branch: its forecast, its findings, its session file, and why it can't be improved."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

import lrviz
from lrviz import (
    SGD,
    AdamW,
    Branch,
    CosineAnnealingLR,
    EarlyStopping,
    Experiment,
    MultiStepLR,
    OneCycleLR,
    RefusedError,
    Run,
    SessionError,
    StepLR,
    forecast,
    lint,
    timescale,
)
from lrviz.export.tables import csv_of_curves
from lrviz.improving import improvements
from lrviz.laws.bound import Bound

STEPS = 400


def branched(parent: Run, child: Run, step: int = 100, way: Any = "continues") -> Experiment:
    return Experiment.of(parent, replace(child, branch=Branch(parent.name, step, way)), steps=STEPS)


COSINE = Run("cosine", CosineAnnealingLR(STEPS), SGD(lr=0.1))


def test_the_bound_of_a_branch_is_that_of_its_composite_rates() -> None:
    plan = branched(Run("cosine", None, SGD(lr=0.1)), Run("halved", None, SGD(lr=0.05)))
    found = forecast(plan, run=1)
    whole = Experiment.of(Run("steps", MultiStepLR((100,), gamma=0.5), SGD(lr=0.1)), steps=STEPS)
    assert found.final == pytest.approx(forecast(whole).final, rel=1e-12)
    np.testing.assert_allclose(found.loss, forecast(whole).loss, rtol=1e-12)
    assert "its rates up to update 100 are those of cosine" in found.notes


def test_no_law_holds_where_the_optimizer_changes_its_kind() -> None:
    plan = branched(COSINE, Run("adam", None, AdamW(lr=0.01)))
    assert forecast(plan, run=1).outside.startswith("it goes from SGD to AdamW where it branches off")
    assert not forecast(plan, run=0).outside


def test_a_timescale_is_only_given_of_one_decay() -> None:
    decaying = Run("a", None, AdamW(lr=0.01, weight_decay=0.1))
    other = Run("b", None, AdamW(lr=0.01, weight_decay=0.2))
    assert timescale(branched(decaying, other), run=1).outside == "it decays its weights otherwise than a did"
    assert not timescale(branched(decaying, replace(decaying, name="b")), run=1).outside


def test_a_branch_is_not_improved() -> None:
    plan = branched(COSINE, Run("b", None, SGD(lr=0.1)))
    words = "b can’t be improved: it is a branch, whose first 100 updates are those of cosine"
    with pytest.raises(RefusedError, match=words):
        next(improvements(plan, plan.runs[1], Bound(), warmup=0))


def rules(plan: Experiment) -> set[str]:
    return {finding.rule for finding in lint(plan) if finding.run == plan.runs[1].name}


def test_a_scheduler_that_starts_anew_is_judged_by_the_steps_that_are_left() -> None:
    assert "LR102" not in rules(branched(COSINE, Run("b", CosineAnnealingLR(300), SGD(lr=0.1)), way="starts"))
    assert "LR102" in rules(branched(COSINE, Run("b", CosineAnnealingLR(300), SGD(lr=0.1)), way="continues"))
    assert "LR102" in rules(branched(COSINE, Run("b", CosineAnnealingLR(200), SGD(lr=0.1)), way="starts"))
    [fixed] = [one.fix for one in lint(branched(COSINE, Run("b", CosineAnnealingLR(200)), way="starts")) if one.fix]
    assert fixed.schedule == CosineAnnealingLR(300)
    assert fixed.branch == Branch("cosine", 100, "starts")


def test_what_is_wrong_before_a_branch_leaves_is_not_its_own() -> None:
    dipped = Run("b", StepLR(50, 0.5), SGD(lr=0.1))
    early = [one.step for one in lint(branched(COSINE, dipped)) if one.run == "b" and one.step is not None]
    assert all(step >= 100 for step in early)


def test_a_session_holds_branches_and_early_stopping(tmp_path: Path) -> None:
    plan = branched(COSINE, Run("b", None, SGD(lr=0.1), early_stopping=EarlyStopping(3, 0.01)), way="starts")
    lrviz.save(plan, tmp_path / "a.lrviz")
    assert lrviz.load(tmp_path / "a.lrviz") == plan


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"run": "cosin"}, "runs[1].branch.run must be the name of another run; the nearest is cosine"),
        ({"run": "b"}, "runs[1].branch.run must be another run"),
        ({"step": 400}, "runs[1].branch.step must be less than 400, the updates of the plan"),
        ({"step": 0}, "runs[1].branch.step is 0; it must be a whole number between 1 and 10**12"),
        ({"scheduler": "begins"}, "runs[1].branch.scheduler is \"begins\"; it must be one of 'continues', 'starts'"),
        ({"stap": 4}, "runs[1].branch.stap is unknown: Branch has no such field; the nearest is step"),
    ],
)
def test_a_session_with_an_impossible_branch_is_refused_in_words(
    tmp_path: Path, change: dict[str, Any], words: str
) -> None:
    path = tmp_path / "a.lrviz"
    lrviz.save(branched(COSINE, Run("b")), path)
    document = json.loads(path.read_text())
    document["runs"][1]["branch"] |= change
    path.write_text(json.dumps(document))
    with pytest.raises(SessionError) as refused:
        lrviz.load(path)
    assert words in str(refused.value)


def test_a_session_of_before_there_were_branches_loads(tmp_path: Path) -> None:
    path = tmp_path / "a.lrviz"
    lrviz.save(Experiment.of(COSINE), path)
    document = json.loads(path.read_text())
    for name in ("branch", "early_stopping"):
        document["runs"][0].pop(name, None)
    path.write_text(json.dumps(document))
    assert lrviz.load(path) == Experiment.of(COSINE)


def test_a_table_of_curves_holds_the_composite_rates() -> None:
    plan = branched(COSINE, Run("b", OneCycleLR(0.1, 150), SGD(lr=0.1)), way="starts")
    rows = [line.split(",") for line in csv_of_curves(plan).splitlines()]
    column = rows[0].index("b lr")
    written = [row[column] for row in rows[1:]]
    curve = plan.curve(1, range(STEPS))
    np.testing.assert_allclose([float(each) for each in written if each], curve.lr)
    assert written.count("") == STEPS - len(curve) > 0
