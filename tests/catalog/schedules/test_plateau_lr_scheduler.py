"""timm's plateau: its own rates, written down; a warm-up and a plateau of torch's stepped by hand; and in every use."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lrviz import SGD, Drawn, Experiment, Group, PlateauLRScheduler, ReduceLROnPlateau, Run, StepLR, curve, train
from lrviz.catalog.carried import fitted
from lrviz.catalog.families import family
from lrviz.catalog.schedules.cosine_lr_scheduler import CosineLRScheduler
from lrviz.catalog.supposed import LONGEST, supposed
from lrviz.engine.build import build
from tests.strategies import specs

GOLDEN = json.loads(Path(__file__).with_name("golden_plateau.json").read_text(encoding="utf-8"))
"""What timm gives, written down by benchmarks/golden_plateau.py."""
VALUES = st.floats(-1, 3) | st.sampled_from([0.0, 1.0, math.nan, math.inf])
WARM = PlateauLRScheduler(0.5, patience_t=1, warmup_t=6, mode="min")


def built(schedule: PlateauLRScheduler, rates: list[float]) -> tuple[torch.optim.Optimizer, Any]:
    groups = [{"params": [torch.nn.Parameter(torch.zeros(1))], "lr": lr} for lr in rates]
    optimizer = torch.optim.SGD(groups)
    return optimizer, build(schedule, optimizer)


def stepped(schedule: PlateauLRScheduler, rates: list[float], metric: list[float]) -> list[list[float]]:
    """Warm groups up by hand, then step torch's plateau: each group's rates before every step and after the last."""
    own = schedule
    groups = [{"params": [torch.nn.Parameter(torch.zeros(1))], "lr": lr} for lr in rates]
    optimizer = torch.optim.SGD(groups)
    plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(
        optimizer, own.mode, own.decay_rate, own.patience_t, own.threshold, cooldown=own.cooldown_t, min_lr=own.lr_min
    )
    found: list[list[float]] = []
    for t in range(len(metric) + 1):
        if own.warmup_t and t <= own.warmup_t:
            for group, lr in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = own.warmup_lr_init + t * ((lr - own.warmup_lr_init) / own.warmup_t)
        elif t:
            plateau.step(metric[t - 1])
        found.append([float(group["lr"]) for group in optimizer.param_groups])
    return [list(each) for each in zip(*found, strict=True)]


def name(case: dict[str, Any]) -> str:
    return ", ".join(f"{key}={value}" for key, value in case["given"].items()) or "as it is"


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=name)
def test_its_rates_are_timms(case: dict[str, Any]) -> None:
    schedule = PlateauLRScheduler(**case["given"])
    told = [math.nan if value is None else value for value in case["told"]]
    optimizer, scheduler = built(schedule, case["rates"])
    for i, (lr, expected) in enumerate(zip(case["rates"], case["lrs"], strict=True)):
        assert schedule.for_group(i).given(told, lr).at(np.arange(len(told) + 1)).tolist() == expected
    for t, value in enumerate(told, start=1):  # and so are those of the class that scripts take along
        scheduler.step(value)
        assert [group["lr"] for group in optimizer.param_groups] == [rates[t] for rates in case["lrs"]]


def test_the_values_written_down_hold_what_they_are_for() -> None:
    cuts = [
        len(PlateauLRScheduler(**case["given"]).given([value or math.nan for value in case["told"]], 0.1).steps)
        for case in GOLDEN["cases"]
    ]
    assert sum(count > 2 for count in cuts) > len(cuts) / 2


@settings(max_examples=200)
@given(
    schedule=specs(PlateauLRScheduler) | st.builds(
        PlateauLRScheduler, st.sampled_from([0.0, 0.5, 0.99]), patience_t=st.integers(0, 3),
        cooldown_t=st.integers(0, 3), warmup_t=st.integers(0, 30), warmup_lr_init=st.sampled_from([0.0, 1e-3, 2.0]),
        lr_min=st.sampled_from([0.0, 1e-3]), mode=st.sampled_from(["min", "max"]),
    ),
    rates=st.lists(st.floats(0, 10), min_size=1, max_size=3), metric=st.lists(VALUES, max_size=80),
)  # fmt: skip
def test_rates_are_those_of_a_warm_up_and_torchs_plateau(
    schedule: PlateauLRScheduler, rates: list[float], metric: list[float]
) -> None:
    groups = tuple(Group(f"{i}*", lr=lr) for i, lr in enumerate(rates[1:]))
    run = Run("run", schedule, SGD(lr=rates[0]), groups=groups)
    assert curve(run, steps=len(metric) + 1, metric=metric).lrs.tolist() == stepped(schedule, rates, metric)
    last = len(metric)
    assert curve(run, at=[last], metric=metric).lrs[:, 0].tolist() == [
        lrs[-1] for lrs in stepped(schedule, rates, metric)
    ]


@settings(max_examples=60)
@given(
    st.integers(1, 400), st.integers(1, 30), st.integers(0, 12), st.sampled_from([0.0, 0.2, 2.0]),
    st.sampled_from([Drawn((1.0, 0.5, 0.5)), Drawn((0.0, 1.0)), Drawn((1.0, 0.0))]), st.integers(0, 3),
)  # fmt: skip
def test_supposed_cuts_are_those_of_the_loop(  # noqa: PLR0917 - all drawn
    updates: int, each: int, warmup: int, start: float, signal: Drawn, cooldown: int
) -> None:
    schedule = replace(WARM, warmup_t=warmup, warmup_lr_init=start, cooldown_t=cooldown)
    metric = [float(signal.at(np.array([done / updates]))[0]) for done in range(each, updates, each)]
    cuts = supposed(schedule, signal, each, updates, 0.3)
    assert cuts.at(np.arange(len(metric) + 1)).tolist() == stepped(schedule, [0.3], metric)[0]


def test_of_a_long_plan_the_warm_up_is_exact_and_late_cuts_are_sampled() -> None:
    updates = 100 * LONGEST
    schedule = replace(WARM, warmup_t=updates // 4, patience_t=updates // 8)
    cuts = supposed(schedule, Drawn((1.0, 0.0, 0.0, 0.0, 0.0)), 1, updates, 0.1)
    assert cuts.sampled
    assert cuts.at(np.array([0, updates // 8, updates // 4])).tolist() == [0.0, 0.05, 0.1]
    assert abs(cuts.steps[1] - updates * (1 / 4 + 1 / 8)) < 200
    assert cuts.since[1] >= updates // 4


def test_what_is_best_and_since_when_counts_from_the_warm_up_on() -> None:
    cuts = WARM.given([0.1] * 6 + [1.0] * 9, 1.0)
    assert (cuts.steps.tolist(), cuts.best.tolist(), cuts.since.tolist()) == ([0, 9, 11, 13, 15], [6, 7, 7, 7, 7], [
        6, 7, 9, 11, 13,
    ])  # fmt: skip
    never = WARM.given([math.nan] * 12, 1.0)
    assert (never.steps[1], never.since[1]) == (8, 6)


def test_untold_it_warms_up_and_is_never_cut() -> None:
    found = curve(WARM, lr=0.3, at=[0, 3, 6, 7, 10**15]).lr
    assert found.tolist() == [0.0, 0.15, pytest.approx(0.3), pytest.approx(0.3), pytest.approx(0.3)]
    assert not supposed(WARM.untold(), Drawn(), 1, 10**12, 0.1).sampled
    run = Run("run", WARM, SGD(lr=0.3))
    assert run.untold().listens
    assert run.listens
    assert not Run("run", StepLR(3)).listens


def test_a_warm_up_of_one_step_is_a_first_rate_and_of_none_nothing() -> None:
    assert curve(replace(WARM, warmup_t=1), lr=0.4, steps=3).lr.tolist() == [0.0, 0.4, 0.4]
    assert curve(replace(WARM, warmup_t=0, warmup_lr_init=0.2), lr=0.4, steps=3).lr.tolist() == [0.4] * 3
    assert replace(WARM, warmup_t=0).handles(100)[0].step == 0
    assert replace(WARM, warmup_t=0).turns(100) == ()


def test_the_end_of_its_warm_up_can_be_moved() -> None:
    (handle,) = WARM.handles(100)
    assert (handle.name, handle.step) == ("warmup_t", 6)
    assert handle.moved(40, 0.0) == replace(WARM, warmup_t=40)


def test_a_new_form_warms_up_for_a_share_of_the_plan_and_expects_a_loss() -> None:
    assert family(PlateauLRScheduler) == "timm"
    new = fitted(PlateauLRScheduler, None, 440, 0.1)
    assert new == PlateauLRScheduler(warmup_t=22, mode="min")
    assert fitted(PlateauLRScheduler, CosineLRScheduler(440, warmup_t=30), 440, 0.1).warmup_t == 30
    assert fitted(PlateauLRScheduler, ReduceLROnPlateau("max"), 440, 0.1).mode == "max"


def test_a_race_is_told_from_the_first_epoch_on_and_hears_after_the_warm_up() -> None:
    schedule = PlateauLRScheduler(0.5, 0, 0.2, warmup_t=2, warmup_lr_init=0.5, mode="min")
    run = Run("run", schedule, SGD(lr=0.2), stepped="epoch")
    experiment = Experiment.of(run, steps=88, batch_size=128, validate_every=11)  # 11 updates an epoch
    trace = train(experiment, device="cpu").runs[0].first
    assert trace.told_steps.tolist() == [11 * epoch for epoch in range(1, 8)]
    assert trace.unheard == 2
    cuts = schedule.given(trace.told, 0.2)
    assert len(cuts.steps) > 1
    assert trace.lrs.tolist() == cuts.at(np.arange(88) // 11).tolist()


@pytest.mark.parametrize("stepped_", ["batch", "epoch"])
def test_an_ensemble_warms_up_as_one_alone_does(stepped_: str) -> None:
    schedule = replace(WARM, warmup_t=3, patience_t=0, threshold=0.6)
    runs = (Run("told", schedule, SGD(lr=0.2), stepped=stepped_), Run("constant", None, SGD(lr=0.2)))  # type: ignore[arg-type]
    alone = train(Experiment.of(runs[0], steps=66, batch_size=128), device="cpu").runs[0].first
    beside = train(Experiment.of(*runs, steps=66, batch_size=128), device="cpu").runs[0].first
    assert len(np.unique(alone.lrs)) > 4
    assert beside.lrs.tolist() == alone.lrs.tolist()
    np.testing.assert_allclose(beside.losses, alone.losses, rtol=1e-4)


def test_a_miniature_keeps_the_warm_ups_share_and_the_patience() -> None:
    by_batch = Run("batch", replace(WARM, warmup_t=10**5))
    by_epoch = Run("epoch", replace(WARM, warmup_t=2000), stepped="epoch")
    experiment = Experiment.of(by_batch, by_epoch, steps=10**6)
    small = experiment.miniature(600)
    assert [run.schedule for run in small.runs] == [replace(WARM, warmup_t=60), replace(WARM, warmup_t=1)]
    assert [run.stepped for run in small.runs] == ["batch", "epoch"]
    assert experiment.rounded(600) == [("epoch", "warmup_t")]
    planned = Experiment.of(by_epoch, steps=10**6, examples=64_000)  # epochs of 2000 updates, raced in such of 44
    assert planned.miniature(600).runs[0].schedule == replace(WARM, warmup_t=round(2000 * 6e-4 * 2000 / 44))
    assert planned.rounded(600) == []


def test_a_plan_may_end_with_the_first_call_that_is_too_much() -> None:
    never = replace(WARM, threshold=5.0, patience_t=3)  # nothing is ever better than that
    for updates, steps in ((11, [0, 10]), (10, [0])):  # 6 calls go by, and the fourth after them cuts
        assert supposed(never, Drawn(), 1, updates, 0.3).steps.tolist() == steps
