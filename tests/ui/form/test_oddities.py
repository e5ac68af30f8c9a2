"""What torch does oddly with a composed schedule is said under its parts, in numbers."""

from __future__ import annotations

import pytest

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.form.oddities import oddities

WARMUP, CYCLE = LinearLR(0.01, total_iters=44), CyclicLR(0.01, 0.1, 50)


def said(schedule: Schedule, steps: int = 440, stepped: str = "batch") -> list[str]:
    run = Run("composed", schedule, SGD(lr=0.1, momentum=0.9), stepped=stepped)  # type: ignore[arg-type]
    plan = Experiment.of(run, steps=steps)
    return oddities(plan, run)


def test_a_jump_at_a_seam_is_said_in_numbers() -> None:
    cliff = SequentialLR((ConstantLR(0.1, 5), ExponentialLR(0.9)), (5,))
    assert said(cliff) == ["At step 5 the learning rate jumps from 0.01 to 0.1."]


def test_a_jump_is_counted_in_the_scheduler_s_own_steps() -> None:
    cliff = SequentialLR((ConstantLR(0.1, 5), ConstantLR(1.0, 5)), (5,))
    assert said(cliff, stepped="epoch") == ["At step 5 the learning rate jumps from 0.01 to 0.1."]


def test_a_warm_up_that_goes_over_into_a_decay_is_not_odd() -> None:
    assert said(SequentialLR((WARMUP, CosineAnnealingLR(396)), (44,))) == []
    assert said(SequentialLR((LinearLR(0.2, total_iters=4), CosineAnnealingLR(436)), (4,))) == []
    assert said(CosineAnnealingLR(10)) == []


def test_a_restart_of_a_decayed_rate_is_a_jump() -> None:
    twice = SequentialLR((CosineAnnealingLR(220), StepLR(30)), (220,))
    assert [line.partition(" from ")[0] for line in said(twice)] == ["At step 220 the learning rate jumps"]


def test_parts_that_never_run_are_named() -> None:
    beyond = SequentialLR((WARMUP, CosineAnnealingLR(396)), (500,))
    assert said(beyond) == ["CosineAnnealingLR never runs: it begins at step 500 of 440."]
    crossed = SequentialLR((WARMUP, ConstantLR(1.0), CosineAnnealingLR(396)), (100, 44))
    assert said(crossed) == ["The milestones 100, 44 are out of order, which leaves parts out."]
    early = SequentialLR((WARMUP, CosineAnnealingLR(440)), (0,))
    assert said(early) == ["LinearLR never runs: it begins at step 0 and ends at 0."]


def test_what_torch_raises_is_said_with_its_step(monkeypatch: pytest.MonkeyPatch) -> None:
    schedule = SequentialLR((WARMUP, CosineAnnealingLR(396)), (44,))
    monkeypatch.setattr(SequentialLR, "ends", lambda *_: 44)
    monkeypatch.setattr(SequentialLR, "message", lambda *_: "no such step")
    assert said(schedule)[0] == "At step 44 torch raises: no such step."


def test_a_composed_part_that_torch_can_t_begin_is_said_in_words() -> None:
    nested = SequentialLR((WARMUP, SequentialLR((CosineAnnealingLR(396),), ())), (44,))
    assert said(nested)[0] == "At step 44 torch raises: only the first part of a sequence may be composed itself."


def test_a_part_that_sets_the_rate_erases_what_came_before_it_in_a_chain() -> None:
    assert said(ChainedScheduler((WARMUP, CYCLE))) == [
        "CyclicLR sets the rate itself: LinearLR before it has no effect."
    ]
    assert said(ChainedScheduler((ConstantLR(1.0), CYCLE))) == [], "there was nothing to erase"


def test_a_chain_of_factors_is_not_odd() -> None:
    assert said(ChainedScheduler((WARMUP, ExponentialLR(0.99)))) == []
