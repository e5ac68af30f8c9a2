"""An ensemble that is ahead of its race is told of exactly as one that isn't, bit for bit.

Here it trains on a CPU, with a stand-in for the graph that does each update anew and holds it to what the captured one
would have done: the same operations with the same numbers, on the same memory.
"""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.losses.custom_loss import CustomLoss
from lrviz.catalog.losses.focal_loss import FocalLoss
from lrviz.catalog.losses.mse_loss import MSELoss
from lrviz.catalog.model import Model
from lrviz.catalog.models.cnn import CNN
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.models.transformer import Transformer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.radam import RAdam
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.problems.moons import Moons
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.crossing import encoder
from lrviz.engine import ahead, course, graph
from lrviz.engine import race as racing
from lrviz.engine.ahead import Ahead
from lrviz.engine.ensemble import Ensemble
from lrviz.engine.failure import said
from lrviz.engine.graph import Graph
from lrviz.engine.inline import train
from lrviz.engine.race import race
from lrviz.errors import ResourceError
from lrviz.events import Diverged, Event, Halted, Measured, Norms, Race, Update
from lrviz.experiment import Experiment
from lrviz.run import Group, Run

SMALL = Digits(model=MLP(hidden=(12,)))
MOVING = SGD(lr=0.1, momentum=0.9)
PLATEAU = ReduceLROnPlateau(patience=1, threshold=0.05)


class Trace(TorchDispatchMode):
    """Writes down every operation with its numbers, and where in memory what it doesn't make itself lies."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[Any, ...]] = []
        self._made: dict[int, int] = {}

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        given = tree_leaves((args, kwargs))
        words = [self._named(each) if isinstance(each, Tensor) else repr(each) for each in given]
        memory = {each.untyped_storage().data_ptr() for each in given if isinstance(each, Tensor)}
        result = func(*args, **kwargs or {})
        for each in tree_leaves(result):
            if isinstance(each, Tensor) and each.untyped_storage().data_ptr() not in memory:
                self._made[each.untyped_storage().data_ptr()] = len(self.lines)
        self.lines.append((str(func), *words))
        return result

    def _named(self, tensor: Tensor) -> tuple[Any, ...]:
        memory = tensor.untyped_storage().data_ptr()
        place = ("made", self._made[memory]) if memory in self._made else ("kept", memory)
        return (*place, tensor.storage_offset(), *tensor.shape, *tensor.stride())


class Replayed:
    """Stands for a graph: its first call is captured, and no other may differ from it."""

    captured: int = 0

    def __init__(self) -> None:
        self._lines: list[tuple[Any, ...]] = []

    def __call__(self, work: Callable[[], None]) -> None:
        with Trace() as trace:
            work()
        if not self._lines:
            Replayed.captured += 1
            self._lines = trace.lines
        for captured, line in zip(self._lines, trace.lines, strict=True):
            assert captured == line


class Plain:
    """Stands for a graph, and only does what it is to do."""

    def __call__(self, work: Callable[[], None]) -> None:
        work()


def told(experiment: Experiment) -> list[Event]:
    return [event for events in race(Race(experiment, "cpu")) for event in events]


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> Callable[[Experiment], list[Event]]:
    """Give what races an experiment as on a graphics card, in flights as long as they may get."""
    monkeypatch.setattr(ahead, "LONGEST_WAIT", 1e9)
    monkeypatch.setattr(Replayed, "captured", 0)

    def raced(experiment: Experiment, stand_in: Callable[[], Any] = Replayed) -> list[Event]:
        with monkeypatch.context() as patch:
            patch.setattr(racing, "captures", lambda _: True)
            patch.setattr(ahead, "Graph", stand_in)
            return told(experiment)

    return raced


AtOnce = Callable[..., list[Event]]


def measured_then(expected: list[Event], events: list[Event]) -> list[Event]:
    """Leave out the norms of moments that weren't measured: those that are ahead are where they validate."""
    measured = {(event.member, event.steps) for event in events if isinstance(event, Norms)}
    assert measured
    return [each for each in expected if not isinstance(each, Norms) or (each.member, each.steps) in measured]


def assert_told_alike(experiment: Experiment, at_once: AtOnce) -> list[Event]:
    events = at_once(experiment)
    for one, other in zip(events, measured_then(told(experiment), events), strict=True):
        assert type(one) is type(other)
        assert encoder.encode(one) == encoder.encode(other), f"{type(one).__name__}s differ"
    return events


def test_every_optimizer_over_several_courses(at_once: AtOnce, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(course, "LENGTH", 13)
    groups = (Group("0.bias", lr=0.02, weight_decay=0.3), Group("2.weight", frozen=True))
    runs = [
        *(Run(cls.__name__, CosineAnnealingLR(40), cls.example()) for cls in OPTIMIZERS),
        *(Run(f"{cls.__name__}, groups", StepLR(7), cls.example(), groups=groups) for cls in OPTIMIZERS[:3]),
        Run("cycled", CyclicLR(0.01, 0.1, step_size_up=9), MOVING),
    ]
    assert_told_alike(Experiment.of(*runs, problem=SMALL, steps=45, validate_every=20, batch_size=128), at_once)


def test_seeds_and_accumulated_batches(at_once: AtOnce) -> None:
    runs = [Run("a", None, MOVING), Run("b", StepLR(9), AdamW(lr=0.01))]
    assert_told_alike(Experiment.of(*runs, problem=SMALL, steps=60, seeds=(4, 2), batch_size=256), at_once)
    assert_told_alike(Experiment.of(*runs, problem=SMALL, steps=30, accumulation=3, seeds=(4, 2)), at_once)
    assert_told_alike(Experiment.of(*runs, problem=SMALL, steps=30, accumulation=2, validate_every=1), at_once)


@pytest.mark.parametrize(
    "model",
    [MLP(hidden=(9, 9), norm="BatchNorm1d", skip=True), CNN(channels=(3,)), Transformer(width=8, heads=2, blocks=1)],
    ids=str,
)
def test_models_by_autograd(model: Model, at_once: AtOnce) -> None:
    runs = [Run("a", None, MOVING), Run("b", None, Adam(lr=0.01), MSELoss())]
    assert_told_alike(Experiment.of(*runs, problem=Digits(model=model), steps=14, validate_every=9), at_once)


def test_losses_of_all_kinds(at_once: AtOnce) -> None:
    losses = [CrossEntropyLoss(label_smoothing=0.1), FocalLoss(), MSELoss(), CustomLoss("max(0, 1 - m) - log(p)")]
    runs = [Run(f"{i}", None, SGD(lr=0.01 * (i + 1)), loss) for i, loss in enumerate(2 * losses)]
    assert_told_alike(Experiment.of(*runs, problem=SMALL, steps=30), at_once)


def test_who_diverges_halts_or_listens(at_once: AtOnce) -> None:
    runs = [
        Run("calm", None, SGD(lr=0.05)),
        Run("wild", None, SGD(lr=1e4)),
        Run("wilder", LambdaLR("1e6 if t == 31 else 1"), SGD(lr=0.1)),
        Run("ends", OneCycleLR(0.1, total_steps=20), MOVING),
        Run("too large", LambdaLR("1 if t < 9 else 1e45"), SGD(lr=0.1)),
        Run("told each epoch", PLATEAU, SGD(lr=0.1), stepped="epoch"),
        Run("late", None, Adam(lr=0.01)),
    ]
    events = assert_told_alike(
        Experiment.of(*runs, problem=SMALL, steps=80, validate_every=40, batch_size=256), at_once
    )
    assert {event.member for event in events if isinstance(event, Diverged)} == {1, 2}
    assert Replayed.captured > 4
    runs.append(Run("told each batch", PLATEAU, SGD(lr=0.1)))
    assert_told_alike(Experiment.of(*runs, problem=SMALL, steps=40, validate_every=40, seeds=(0, 3)), at_once)


def test_a_member_that_trains_alone_keeps_step_with_those_ahead(at_once: AtOnce) -> None:
    alone = Run("undamped later", CyclicLR(base_lr=0.1, max_lr=0.2), SGD(momentum=0.5, dampening=0.5))
    runs = [Run("a", None, MOVING), alone, Run("b", None, Adam())]
    assert_told_alike(Experiment.of(*runs, problem=SMALL, steps=40, seeds=(0, 3)), at_once)


def test_an_update_is_captured_again_only_where_it_is_another(at_once: AtOnce, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(course, "LENGTH", 10)
    calm = Experiment.of(Run("a", StepLR(7), MOVING), Run("b", PLATEAU, Adam()), problem=SMALL, steps=45)
    assert_told_alike(calm, at_once)
    assert Replayed.captured == 1
    rectified = Experiment.of(Run("a", None, RAdam()), Run("b", None, RAdam()), problem=SMALL, steps=45)
    assert_told_alike(rectified, at_once)
    assert Replayed.captured == 3


def party(turns: Any) -> Ahead:
    """Give the one ensemble of a race under way."""
    [unit] = turns.gi_frame.f_locals["field"].units
    assert isinstance(unit, Ahead)
    return unit


def test_each_turn_tells_of_one_update_and_no_weights_that_are_measured_are_passed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ahead, "LONGEST_WAIT", 1e9)
    monkeypatch.setattr(racing, "captures", lambda _: True)
    monkeypatch.setattr(ahead, "Graph", Plain)
    experiment = Experiment.of(Run("a"), Run("b"), problem=SMALL, steps=400, validate_every=150)
    turns = race(Race(experiment, "cpu"))
    most = 0
    for step, events in enumerate(filter(None, turns)):
        assert [event.step for event in events if isinstance(event, Update)] == [step]
        if any(isinstance(event, Measured) for event in events):
            assert step in {149, 299, 399}
        if step < 399:
            most = max(most, party(turns)._started - step - 1)
            assert party(turns)._started <= next(last for last in (149, 150, 256, 299, 300, 399, 400) if last > step)
    assert most == 3 * ahead.UPDATES - 2


def test_a_race_that_is_left_amid_a_flight_leaves_no_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(racing, "captures", lambda _: True)
    monkeypatch.setattr(ahead, "Graph", Plain)
    turns = race(Race(Experiment.of(Run("a"), Run("b"), problem=SMALL), "cpu"))
    for _ in range(6):
        next(turns)
    graph = weakref.ref(party(turns)._graph)
    gc.disable()
    try:
        turns.close()
        assert graph() is None  # a card's memory isn't kept until garbage is collected
    finally:
        gc.enable()


def test_flights_get_shorter_when_they_last_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = Experiment.of(Run("a"), Run("b"), problem=SMALL, steps=600, validate_every=600)
    monkeypatch.setattr(racing, "captures", lambda _: True)
    monkeypatch.setattr(ahead, "Graph", Plain)
    turns = race(Race(experiment, "cpu"))
    monkeypatch.setattr(ahead, "LONGEST_WAIT", 1e9)
    for _ in range(100):
        next(turns)
    unit = party(turns)
    assert unit._updates == ahead.UPDATES
    monkeypatch.setattr(ahead, "LONGEST_WAIT", 0)
    while unit._updates > 1:
        next(turns)


@pytest.mark.parametrize("error", [RuntimeError("operation not permitted"), torch.OutOfMemoryError("out of memory")])
def test_what_can_not_be_captured_trains_all_the_same(
    error: Exception, at_once: AtOnce, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[Any] = []

    def capture(work: Callable[[], None]) -> Callable[[], None]:
        tried.append(work)
        raise error

    monkeypatch.setattr(graph, "aside", lambda work: work())
    monkeypatch.setattr(graph, "capture", capture)
    experiment = Experiment.of(Run("a"), Run("wild", None, SGD(lr=1e4)), Run("b"), problem=SMALL, steps=40)
    events = at_once(experiment, Graph)
    expected = measured_then(told(experiment), events)
    assert list(map(encoder.encode, events)) == list(map(encoder.encode, expected))
    assert len(tried) == 2


class Refused:
    """Stands for a graph that torch refuses its `call`-th update."""

    def __init__(self, call: int) -> None:
        self._calls = iter(range(call))

    def __call__(self, work: Callable[[], None]) -> None:
        if next(self._calls, None) is None:
            raise RuntimeError("no")
        work()


def test_who_parts_ways_at_the_first_update_has_not_moved_yet(at_once: AtOnce) -> None:
    experiment = Experiment.of(Run("a", None, MOVING), Run("b"), problem=SMALL, steps=20, validate_every=20)
    expected = [event.losses for event in told(experiment) if isinstance(event, Update)]
    alone = [event.losses for event in at_once(experiment, lambda: Refused(0)) if isinstance(event, Update)]
    np.testing.assert_allclose(alone, expected, rtol=1e-5)


def test_the_first_update_is_told_before_the_second_is_tried(at_once: AtOnce) -> None:
    experiment = Experiment.of(Run("a", None, MOVING), Run("b"), problem=SMALL, steps=20, validate_every=20)
    expected = [event for event in told(experiment) if isinstance(event, Update)]
    events = at_once(experiment, lambda: Refused(1))
    assert [event for event in events if isinstance(event, Update)] == expected[:1]
    assert [(event.member, event.steps) for event in events if isinstance(event, Halted)] == [(0, 1), (1, 1)]


def test_a_full_memory_amid_a_race_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(racing, "captures", lambda _: True)
    monkeypatch.setattr(ahead, "Graph", Plain)
    learn, calls = Ensemble.learn, iter(range(100))

    def greedy(self: Ensemble, *given: Any) -> Tensor:
        if next(calls) == 20:
            torch.empty(2**60, dtype=torch.uint8)
        return learn(self, *given)

    monkeypatch.setattr(Ensemble, "learn", greedy)
    updates: list[Event] = []
    with pytest.raises(ResourceError, match=said(MemoryError())):
        train(Experiment.of(Run("a"), Run("b"), problem=SMALL, steps=40), device="cpu", on_event=updates.append)
    assert any(isinstance(event, Update) for event in updates)


def test_short_epochs_are_drawn_many_at_a_time(at_once: AtOnce, monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = Experiment.of(Run("a"), Run("b"), problem=Moons(), steps=50, seeds=(0, 1), batch_size=64)
    assert_told_alike(experiment, at_once)
    monkeypatch.setattr(ahead, "INDICES", 1)
    assert_told_alike(experiment, at_once)
