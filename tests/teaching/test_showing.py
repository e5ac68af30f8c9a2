"""What a step asks for is done where its claim says it by itself."""

from __future__ import annotations

import pytest

from lrviz import lessons
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.experiment import Experiment
from lrviz.results import RunResult
from lrviz.run import Run
from lrviz.teaching.claims import Claim
from lrviz.teaching.shelf import lesson
from lrviz.teaching.showing import shown_by

PLAN = Experiment.of(Run("cosine", CosineAnnealingLR(20)), Run("other"), steps=100)


@pytest.mark.parametrize(
    "until",
    [
        'setting("cosine", "schedule.T_max") == 100',
        'setting("cosine", "schedule.T_max") > 30',
        '30 <= setting("cosine", "schedule.T_max")',
        'setting("cosine", "optimizer.lr") < 0.001',
        'setting("cosine", "schedule.T_max") == 100 and setting("other", "optimizer.lr") == 0.3',
        'plan("steps") == 50',
        'kind("cosine", "schedule") == "StepLR"',
        'kind("cosine", "schedule") == "NoneType"',
        'setting("any run", "clip") == 1.0',
    ],
)
def test_what_is_shown_makes_the_claim_hold(until: str) -> None:
    claim = Claim.parse(until)
    assert not claim.done(PLAN, {})
    shown = shown_by(until, PLAN)
    assert shown is not None
    assert claim.done(shown, {})


def test_a_place_inside_a_composite_is_found() -> None:
    whole = SequentialLR((CosineAnnealingLR(5), CosineAnnealingLR(9)), milestones=(10,))
    plan = Experiment.of(Run("both", whole), steps=30)
    shown = shown_by('setting("both", "schedule.schedulers[1].T_max") == 20', plan)
    assert shown is not None
    assert shown.runs[0].schedule == SequentialLR((CosineAnnealingLR(5), CosineAnnealingLR(20)), milestones=(10,))


@pytest.mark.parametrize(
    "until",
    [
        'setting("cosine", "schedule.T_max") == 100 and end("cosine", "accuracy") > 0.9',
        "runs() == 3",
        'not raced("cosine")',
        'end("cosine", "accuracy") > 0.9',
        'setting("nobody", "schedule.T_max") == 3',
        'setting("other", "schedule.T_max") == 3',
        'setting("cosine", "schedule.T_max") == -3',
        'setting("cosine", "schedule.T_max") != 20',
        "no claim at all",
        "",
    ],
)
def test_nothing_is_shown_where_the_claim_doesnt_say_it(until: str) -> None:
    assert shown_by(until, PLAN) is None


def test_what_is_only_to_be_raced_is_shown_as_it_is() -> None:
    assert shown_by('raced("cosine")', PLAN) is PLAN


def test_a_class_that_is_there_keeps_what_it_is_set_to() -> None:
    assert shown_by('kind("cosine", "schedule") == "CosineAnnealingLR"', PLAN) == PLAN


@pytest.mark.parametrize("name", lessons())
def test_what_lrvizs_own_lessons_ask_for_is_done_where_it_can_be_shown(name: str) -> None:
    one = lesson(name)
    scene = one.scenes[0]
    for step in one.steps:
        scene = next((found for found in one.scenes if found.name == step.scene), scene)
        shown = shown_by(step.until, scene.experiment) if step.until else None
        if shown is not None:
            raced = {run.name: RunResult(run.name, {}) for run in shown.runs}
            assert Claim.parse(step.until).done(shown, raced)
