"""A plateau's cuts are torch's, for any metric; a race tells it the validation loss once an epoch."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz import SGD, Experiment, ReduceLROnPlateau, Run, SpecError, StepLR, curve, train
from lrviz.spec import fields
from tests.strategies import specs

VALUES = st.floats(-3, 3) | st.sampled_from([0.0, 1.0, math.nan, math.inf, -math.inf])


def stepped(schedule: ReduceLROnPlateau, metric: list[float], lr: float) -> list[float]:
    """Give the rate before each of torch's steps, and after the last."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=lr)
    own = {field.name: getattr(schedule, field.name) for field in fields(ReduceLROnPlateau)}
    scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, **own)
    rates = [lr]
    for value in metric:
        scheduler.step(value)
        rates.append(float(optimizer.param_groups[0]["lr"]))
    return rates


@given(schedule=specs(ReduceLROnPlateau), metric=st.lists(VALUES, max_size=60), lr=st.floats(0, 10))
def test_cuts_are_torchs(schedule: ReduceLROnPlateau, metric: list[float], lr: float) -> None:
    assert schedule.given(metric, lr).at(np.arange(len(metric) + 1)).tolist() == stepped(schedule, metric, lr)


@given(
    patience=st.integers(0, 3), cooldown=st.integers(0, 3), mode=st.sampled_from(["min", "max"]),
    kind=st.sampled_from(["rel", "abs"]), metric=st.lists(st.integers(0, 4).map(float), min_size=20, max_size=60),
)  # fmt: skip
def test_cuts_are_torchs_where_there_are_many(
    patience: int, cooldown: int, mode: str, kind: str, metric: list[float]
) -> None:
    schedule = ReduceLROnPlateau(mode=mode, patience=patience, cooldown=cooldown, threshold_mode=kind, min_lr=1e-4)
    found = curve(schedule, lr=0.5, steps=len(metric) + 1, metric=metric)
    assert found.lr.tolist() == stepped(schedule, metric, 0.5)


def folded(schedule: ReduceLROnPlateau, metric: list[float], lr: float) -> tuple[list[int], list[float]]:
    """Fold call by call, as torch's own code reads: the calls after which the rate is another one, and those rates."""
    steps, rates = [0], [lr]
    best = math.inf if schedule.mode == "min" else -math.inf
    bad = cooling = 0
    for call, value in enumerate(metric, start=1):
        share = 1 - schedule.threshold if schedule.mode == "min" else 1 + schedule.threshold
        margin = -schedule.threshold if schedule.mode == "min" else schedule.threshold
        bar = best * share if schedule.threshold_mode == "rel" else best + margin
        if value < bar if schedule.mode == "min" else value > bar:
            best, bad = value, 0
        else:
            bad += 1
        if cooling:
            cooling, bad = cooling - 1, 0
        if bad > schedule.patience:
            cut = max(rates[-1] * schedule.factor, schedule.min_lr)
            if rates[-1] - cut > schedule.eps:
                steps.append(call)
                rates.append(cut)
            cooling, bad = schedule.cooldown, 0
    return steps, rates


@settings(max_examples=300)
@given(
    schedule=st.builds(
        ReduceLROnPlateau, mode=st.sampled_from(["min", "max"]), factor=st.sampled_from([0.0, 0.5, 0.99]),
        patience=st.integers(0, 4), threshold=st.sampled_from([0.0, 1e-4, 0.1, 1.0, 2.0]),
        threshold_mode=st.sampled_from(["rel", "abs"]), cooldown=st.integers(0, 4),
        min_lr=st.sampled_from([0.0, 0.01, 1.0]), eps=st.sampled_from([0.0, 1e-8, 1e-3]),
    ),
    metric=st.lists(st.floats(-1, 3) | st.sampled_from([0.0, 1.0, math.nan, math.inf, -math.inf]), max_size=120),
    falling=st.booleans(),
)  # fmt: skip
def test_the_fold_is_exactly_the_simple_loop(schedule: ReduceLROnPlateau, metric: list[float], falling: bool) -> None:
    told = sorted(metric, key=lambda value: -math.inf if math.isnan(value) else -value) if falling else metric
    cuts = schedule.given(told, 0.5)
    assert (cuts.steps.tolist(), cuts.rates.tolist()) == folded(schedule, told, 0.5)


def test_a_curve_without_a_metric_is_never_cut_and_one_with_too_few_is_refused() -> None:
    schedule = ReduceLROnPlateau(patience=0)
    assert curve(schedule, lr=0.3, steps=5).lr.tolist() == [0.3] * 5
    with pytest.raises(SpecError, match="metric must be at least 4 numbers"):
        curve(schedule, steps=5, metric=[1.0, 1.0])
    with pytest.raises(SpecError, match="metric must be at least 4 numbers"):
        curve(schedule, steps=5, metric="falling")
    with pytest.raises(SpecError, match="takes none"):
        curve(StepLR(3), steps=5, metric=[1.0] * 9)


def test_text_is_read_as_one_too() -> None:
    text = "scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience=1, factor=0.5)"
    assert curve(text, lr=1.0, steps=4, metric=[1.0, 1.0, 1.0]).lr.tolist() == [1.0, 1.0, 1.0, 0.5]


def test_a_race_is_cut_by_its_own_validation_loss() -> None:
    run = Run("run", ReduceLROnPlateau(patience=0, threshold=0.2), SGD(lr=0.2), stepped="epoch")
    experiment = Experiment.of(run, steps=66, batch_size=128, validate_every=11)  # 11 updates an epoch
    trace = train(experiment, device="cpu").runs[0].first
    told = trace.metrics["val_loss"]
    cuts = ReduceLROnPlateau(patience=0, threshold=0.2).given(told[:-1].tolist(), 0.2)
    assert len(cuts.steps) > 1
    assert trace.lrs.tolist() == cuts.at(np.arange(66) // 11).tolist()


def test_a_plateau_patient_enough_is_the_constant_rate_bit_for_bit() -> None:
    runs = (Run("patient", ReduceLROnPlateau(patience=20), stepped="epoch"), Run("constant"))
    patient, constant = train(Experiment.of(*runs, steps=100), device="cpu").runs
    assert patient.losses.tolist() == constant.losses.tolist()


def test_a_miniature_keeps_a_plateau_as_it_is() -> None:
    run = Run("run", ReduceLROnPlateau(patience=3), stepped="epoch")
    assert Experiment.of(run, steps=10**6).miniature(600).runs == (run,)
