"""A race trains as a plain torch loop does, reads its rates back, and loses no run to another's misfortune."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
import pytest
import torch
from msgspec.structs import replace
from torch import nn

from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.multiplicative_lr import MultiplicativeLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.catalog.schedules.swalr import SWALR
from lrviz.engine import race as racing
from lrviz.engine.build import build
from lrviz.engine.race import race
from lrviz.events import (
    Diverged,
    Event,
    Examined,
    Halted,
    Measured,
    Norms,
    Outlined,
    Predicted,
    Race,
    Started,
    Told,
    Update,
)
from lrviz.experiment import Experiment
from lrviz.recording import Recording
from lrviz.results import Result
from lrviz.run import Group, Run


def events_of(experiment: Experiment) -> list[Event]:
    return [event for events in race(Race(experiment, "cpu")) for event in events]


def raced(experiment: Experiment) -> Result:
    recording = Recording(experiment)
    for event in events_of(experiment):
        recording.add(event)
    return recording.result()


def by_hand(seed: int, steps: int, micro: int = 1, batch: int = 32) -> tuple[list[float], list[float], float, float]:
    """Train the first-open session's cosine run as anyone would: losses, rates, validation loss and accuracy."""
    data = [torch.from_numpy(part) for part in Digits().data()]
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=steps)
    generator = torch.Generator().manual_seed(1000 + seed)
    losses: list[float] = []
    lrs: list[float] = []
    while len(losses) < steps:
        order = torch.randperm(1437, generator=generator)
        batches = [order[i : i + batch] for i in range(0, 1437 - batch + 1, batch)]
        updates = [batches[i : i + micro] for i in range(0, len(batches) - micro + 1, micro)]
        for parts in updates[: steps - len(losses)]:
            lrs.append(optimizer.param_groups[0]["lr"])
            optimizer.zero_grad()
            total = torch.zeros(())
            for part in parts:
                loss = nn.functional.cross_entropy(model(data[0][part]), data[1][part]) / micro
                loss.backward()
                total = total + loss.detach()
            optimizer.step()
            scheduler.step()
            losses.append(float(total))
    with torch.no_grad():
        output = model(data[2])
    accuracy = (output.argmax(1) == data[3]).double().mean()
    return losses, lrs, float(nn.functional.cross_entropy(output, data[3])), float(accuracy)


@pytest.mark.parametrize(("accumulation", "world_size", "steps"), [(1, 1, 100), (3, 1, 40), (3, 2, 40)])
def test_losses_are_those_of_a_plain_loop_bit_for_bit(accumulation: int, world_size: int, steps: int) -> None:
    run = Run("cosine", CosineAnnealingLR(T_max=steps), SGD(lr=0.2, momentum=0.9))
    for seed in (3, 8):
        experiment = Experiment.of(run, steps=steps, accumulation=accumulation, world_size=world_size, seeds=(seed,))
        [result] = raced(experiment).runs
        losses, lrs, val_loss, accuracy = by_hand(seed, steps, accumulation * world_size)
        trace = result.by_seed[seed]
        assert trace.losses.tolist() == losses
        assert trace.lrs.tolist() == lrs
        assert trace.metrics["val_loss"][-1] == val_loss
        assert trace.metrics["accuracy"][-1] == pytest.approx(accuracy, rel=1e-12)


def test_a_race_gives_the_same_each_time_and_leaves_the_random_state_alone() -> None:
    experiment = Experiment.of(Run("a"), Run("b", StepLR(5), AdamW()), steps=20)
    torch.manual_seed(5)
    state = torch.get_rng_state()
    once = raced(experiment)
    assert torch.equal(torch.get_rng_state(), state)
    again = raced(experiment)
    for one, two in zip(once.runs, again.runs, strict=True):
        assert one.losses.tolist() == two.losses.tolist()
        assert one.metrics["val_loss"].tolist() == two.metrics["val_loss"].tolist()


def test_runs_of_one_seed_are_paired_and_seeds_differ() -> None:
    sgd = SGD(lr=0.2, momentum=0.9)
    experiment = Experiment.of(Run("constant", optimizer=sgd), Run("step", StepLR(15), sgd), steps=30, seeds=(0, 1))
    constant, step = raced(experiment).runs
    for seed in (0, 1):
        assert constant.by_seed[seed].losses[:16].tolist() == step.by_seed[seed].losses[:16].tolist()
        assert constant.by_seed[seed].losses[16:].tolist() != step.by_seed[seed].losses[16:].tolist()
    assert constant.by_seed[0].losses[0] != constant.by_seed[1].losses[0]


def test_a_run_trains_alike_alone_and_among_others() -> None:
    runs = [Run("a", optimizer=AdamW(lr=0.01)), Run("b", StepLR(7)), Run("c", optimizer=SGD(lr=1e6))]
    together = raced(Experiment.of(*runs, steps=15))
    for index, run in enumerate(runs):
        [alone] = raced(Experiment.of(run, steps=15)).runs
        np.testing.assert_allclose(together.runs[index].losses, alone.losses, rtol=1e-5)


def test_one_turn_is_one_update_and_its_events_come_in_order() -> None:
    experiment = Experiment.of(Run("a"), Run("b"), steps=9, validate_every=4, seeds=(0, 1))
    turns = [events for events in race(Race(experiment, "cpu")) if events]
    measuring, norms = [kind for _ in range(4) for kind in (Measured, Predicted)], [Norms] * 4
    assert [[type(event) for event in events] for events in turns] == [
        [Started, Examined, Outlined, Update, *norms],
        *[[Update]] * 2,
        [Update, *norms, *measuring],
        *[[Update]] * 3,
        [Update, *norms, *measuring],
        [Update, *norms, *measuring],
    ]
    assert [event.step for events in turns for event in events if isinstance(event, Update)] == list(range(9))
    measured = [event for events in turns for event in events if isinstance(event, Measured)]
    assert [(event.member, event.steps) for event in measured] == [(m, s) for s in (4, 8, 9) for m in range(4)]
    assert turns[0][0] == Started("cpu", "CPU")


def test_a_long_update_gives_its_turn_back_in_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(racing, "LONGEST_TURN", 0.0)
    turns = [*race(Race(Experiment.of(Run("a"), Run("b"), steps=1, seeds=(0, 1)), "cpu"))]
    assert turns[-1]
    assert not any(turns[:-1])
    assert len(turns) > 2 * 4  # members are built and take their updates one by one


def test_a_diverging_run_ends_there_and_the_others_go_on() -> None:
    runs = (Run("calm", optimizer=SGD(lr=0.05)), Run("wild", optimizer=SGD(lr=1e4)), Run("late", optimizer=AdamW()))
    events = events_of(Experiment.of(*runs, steps=30, validate_every=10))
    [diverged] = [event for event in events if isinstance(event, Diverged)]
    assert diverged.member == 1
    updates = [event for event in events if isinstance(event, Update)]
    assert len(updates) == 30
    last = updates[diverged.step].losses[1]
    assert not last <= 1e4 * updates[0].losses[1]
    assert all(event.losses[1] <= 1e4 * updates[0].losses[1] for event in updates[: diverged.step])
    assert all(math.isnan(event.losses[1]) and math.isnan(event.lrs[1]) for event in updates[diverged.step + 1 :])
    assert all(math.isfinite(loss) for event in updates for loss in (event.losses[0], event.losses[2]))
    assert {event.member for event in events if isinstance(event, Predicted) and event.steps == 30} == {0, 2}


def test_a_race_ends_with_its_last_run() -> None:
    events = events_of(Experiment.of(Run("wild", optimizer=SGD(lr=1e5)), steps=10**6))
    assert isinstance(events[-1], Diverged)
    assert len(events) < 20


@pytest.mark.parametrize(
    ("schedule", "updates", "validated"),
    [
        (OneCycleLR(max_lr=0.1, total_steps=10), 11, [7, 11]),
        (LambdaLR("1 / (t - 5)"), 5, [5]),
        (LambdaLR("log(7.5 - t)"), 8, [7, 8]),
        (LambdaLR("(6.5 - t) ** 0.5"), 7, [7]),
        (LambdaLR("1e300 ** t"), 1, []),
        (LambdaLR("1 / t"), 0, []),
    ],
)
def test_a_run_whose_rate_ends_is_halted_there_in_the_words_of_its_curve(
    schedule: OneCycleLR | LambdaLR, updates: int, validated: list[int]
) -> None:
    run = Run("short", schedule)
    experiment = Experiment.of(run, Run("long"), steps=20, validate_every=7)
    short, long = raced(experiment).runs
    curve = experiment.curve(run, np.arange(20))
    assert len(short.losses) == updates
    assert short.lrs.tolist() == curve.lr[:updates].tolist()
    assert short.metric_steps.tolist() == validated
    assert len(long.losses) == 20
    assert long.halted is None
    if len(curve) == updates:
        assert short.halted == curve.error
    else:  # the rate is a number, but too large for the weights' type
        assert short.halted == "RuntimeError: value cannot be converted to type float without overflow"


def test_a_schedule_that_ends_with_the_race_is_not_stepped_beyond() -> None:
    [result] = raced(Experiment.of(Run("one cycle", OneCycleLR(max_lr=0.1, total_steps=10)), steps=11)).runs
    assert len(result.losses) == 11
    assert result.halted is None


def test_a_run_that_torch_refuses_is_halted_before_its_first_update() -> None:
    frozen = Run("frozen", groups=(Group("*", frozen=True),))
    events = events_of(Experiment.of(frozen, Run("free"), steps=2))
    assert [events[0], events[2]] == [
        Started("cpu", "CPU"),
        Halted(0, 0, "all parameters are frozen: there is nothing to train"),
    ]
    assert [event.losses[0] for event in events if isinstance(event, Update)] == pytest.approx(
        [math.nan] * 2, nan_ok=True
    )


def test_validation_is_plain_cross_entropy_whatever_the_loss() -> None:
    runs = (Run("plain"), Run("smooth", loss=CrossEntropyLoss(label_smoothing=0.5)))
    plain, smooth = raced(Experiment.of(*runs, steps=1)).runs
    assert smooth.losses[0] != plain.losses[0]
    predictions = smooth.first.predictions
    assert predictions is not None
    logits = predictions.output.astype(np.float64)
    logits -= logits.max(axis=1, keepdims=True)
    log_p = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    expected = -log_p[np.arange(len(log_p)), predictions.target].mean()
    assert smooth.metrics["val_loss"][0] == pytest.approx(expected, rel=1e-6)


def test_the_first_open_session_shows_what_it_promises_on_fresh_seeds() -> None:
    first = Experiment.first_open()
    seeds = (200, 201, 202, 203)
    constant, step, cosine = raced(Experiment.of(*first.runs, steps=440, seeds=seeds)).runs

    def final(run: object, metric: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return np.array([trace.metrics[metric][-1] for trace in run.by_seed.values()])  # type: ignore[attr-defined]

    for decayed in (step, cosine):
        assert (final(decayed, "accuracy") > final(constant, "accuracy")).sum() >= 3
        assert (final(decayed, "val_loss") < final(constant, "val_loss")).sum() >= 3
        assert final(decayed, "accuracy").mean() > 0.93
    falls = [trace.metrics["val_loss"][10] < trace.metrics["val_loss"][9] for trace in step.by_seed.values()]
    assert step.metric_steps[9] == 220
    assert sum(falls) >= 3


@pytest.mark.parametrize("stepped", ["epoch", "batch"])
def test_a_trace_holds_what_each_scheduler_was_told(
    monkeypatch: pytest.MonkeyPatch, stepped: Literal["epoch", "batch"]
) -> None:
    heard: dict[torch.optim.lr_scheduler.ReduceLROnPlateau, list[float]] = {}
    step = torch.optim.lr_scheduler.ReduceLROnPlateau.step

    def listen(self: torch.optim.lr_scheduler.ReduceLROnPlateau, metrics: float) -> None:
        heard.setdefault(self, []).append(metrics)
        step(self, metrics)

    monkeypatch.setattr(torch.optim.lr_scheduler.ReduceLROnPlateau, "step", listen)
    schedule = ReduceLROnPlateau(patience=0, threshold=0.1)
    runs = [Run(str(lr), schedule, SGD(lr=lr), stepped=stepped) for lr in (0.1, 0.02, 1e4)]
    plan = Experiment.of(*runs, Run("deaf"), steps=66, batch_size=128, validate_every=25, seeds=(0, 1))
    result = raced(plan)
    traces = [trace for run in result.runs for trace in run.by_seed.values()]
    told = [trace.told.tolist() for trace in traces if len(trace.told)]
    assert told == list(heard.values())
    steps = np.arange(11, 66, 11) if stepped == "epoch" else np.arange(1, 66)
    for trace in traces[:4]:
        assert trace.told_steps.tolist() == steps.tolist()
    for trace in traces[4:6]:
        assert trace.diverged_at is not None
        assert trace.told_steps.tolist() == steps[steps <= trace.diverged_at].tolist()
    assert not any(len(trace.told) for trace in traces[6:])
    told_events = [event for event in events_of(plan) if isinstance(event, Told)]
    assert len(told_events) == (20 if stepped == "epoch" else 0)


@pytest.mark.parametrize(
    "schedule",
    [
        LambdaLR(("0.9 ** t", "1.0")),
        MultiplicativeLR(("0.9", "1 - 0.01 * (t % 3)")),
        MultiplicativeLR("1 - 0.01 * (t % 3)"),
        CyclicLR((0.01, 0.02), (0.1, 0.2), 5, scale_fn="0.9 ** x", base_momentum=(0.5, 0.6)),
        SWALR((0.05, 0.01), 20),
    ],
    ids=repr,
)
def test_rates_of_groups_are_those_of_the_curve(schedule: Schedule) -> None:
    run = Run("run", schedule, SGD(lr=0.1, momentum=0.9), groups=(Group("*.bias", lr=0.01),))
    experiment = Experiment.of(run, replace(run, name="again"), steps=30)
    for one in raced(experiment).runs:
        np.testing.assert_allclose(one.lrs, experiment.curve(0, np.arange(30)).lr, rtol=1e-9)
    weights = [{"params": [torch.nn.Parameter(torch.zeros(1))], "lr": lr} for lr in run.rates()]
    optimizer = build(run.optimizer, weights)
    scheduler = build(schedule, optimizer)
    optimizer.step()
    for t in range(30):
        lrs = [group["lr"] for group in optimizer.param_groups]
        np.testing.assert_allclose(experiment.curve(0, [t]).lrs[:, 0], lrs, rtol=1e-9)
        scheduler.step()
