"""A whole update of an ensemble can be captured as a CUDA graph, as far as a machine without one can tell.

Tensors on torch's "meta" device have no numbers: what asks for one, or for a shape that hangs on them, raises there, as
it does in a capture. What a capture wouldn't do as it is told raises by `Strict`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from lrviz.catalog.losses import LOSSES
from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.losses.custom_loss import CustomLoss
from lrviz.catalog.losses.mse_loss import MSELoss
from lrviz.catalog.model import Model
from lrviz.catalog.models import MODELS
from lrviz.catalog.models.cnn import CNN
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.models.own_model import OwnModel
from lrviz.catalog.models.transformer import Transformer
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problem import Problem
from lrviz.catalog.problems import PROBLEMS
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.problems.own_data import OwnData
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.engine import ensemble, graph
from lrviz.engine.ahead import Ahead
from lrviz.engine.ensemble import Ensemble, gathered
from lrviz.engine.graph import WARM, Graph, arriving
from lrviz.engine.member import member
from lrviz.engine.rules import RULES
from lrviz.experiment import Experiment
from lrviz.run import Group, Run
from lrviz.vocabulary import FUNCTIONS

CARD = torch.device("meta")
SMALL = Digits(model=MLP(hidden=(6,)))
WITHOUT_META = {torch.ops.aten.multi_margin_loss_backward.default}
"""What torch has for a GPU, but can't do without numbers; it gives as much as its second argument holds."""


class Completed(TorchDispatchMode):
    """Does what torch's "meta" device doesn't know."""

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        return torch.empty_like(args[1]) if func in WITHOUT_META else func(*args, **kwargs or {})


class Strict(TorchDispatchMode):
    """Refuses what mixes the card with the host, and keeps a list of what is done."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        self.done.append(str(func))
        given = func(*args, **kwargs or {})
        for each in tree_leaves((args, kwargs, given)):
            if isinstance(each, Tensor) and each.device != CARD:
                raise AssertionError(f"{func} has a tensor on the {each.device.type}")
        return given


def parties(experiment: Experiment) -> list[Ahead]:
    """Give the ensembles of an experiment on a card without numbers, each about to do its first update."""
    inputs, target, _, _ = (torch.from_numpy(part).to(CARD) for part in experiment.problem.data())
    entrants = [(run, seed) for run in experiment.runs for seed in experiment.training.seeds]
    made = [member(i, run, seed, experiment.problem, target) for i, (run, seed) in enumerate(entrants)]
    with Completed():
        found = gathered(made, experiment)
    ready = []
    for party in found:
        assert isinstance(party, Ensemble), f"{party.run.name} trains alone"  # else nothing is tested
        ready.append(Ahead(party, inputs, experiment))
        ready[-1]._draw()
        ready[-1]._take(party.coefficients)
    return ready


def assert_captures(*runs: Run, problem: Problem = SMALL, **training: Any) -> list[str]:
    """Check an update of some runs; give what it does."""
    done: list[str] = []
    for party in parties(Experiment.of(*runs, problem=problem, batch_size=8, **training)):
        with Completed(), Strict() as strict:
            party._update()
        done += strict.done
    assert done
    return done


def flagged(cls: type[Optimizer]) -> Optimizer:
    """Give an optimizer with every flag set."""
    flags = {"amsgrad", "centered", "decoupled_weight_decay", "nesterov"}
    own: dict[str, Any] = dict.fromkeys(flags, True) | {"weight_decay": 0.05, "momentum": 0.7}
    return cls(**{"lr": 0.01} | {name: value for name, value in own.items() if name in cls.__struct_fields__})


def test_every_optimizer_with_every_flag_is_captured() -> None:
    groups = (Group("0.bias", lr=0.02, weight_decay=0.3), Group("2.weight", frozen=True))
    batched = [cls for cls in OPTIMIZERS if cls.__name__ in {kind.__name__ for kind in RULES}]
    for cls in batched:
        assert_captures(Run("a", None, cls.example()), Run("b", None, flagged(cls)), seeds=(0, 1))
        assert_captures(Run("a", None, cls.example()), Run("b", None, flagged(cls), groups=groups))
    assert_captures(*(Run(cls.__name__, None, cls.example()) for cls in batched), accumulation=3)
    assert_captures(*(Run(str(i), OneCycleLR(0.1, total_steps=99), SGD(momentum=0.9)) for i in range(2)))


@pytest.mark.parametrize("problem", [cls for cls in PROBLEMS if cls is not OwnData], ids=lambda cls: cls.__name__)
def test_every_loss_is_captured_with_every_problem(problem: Any) -> None:
    losses = [cls.fitted(problem.task) for cls in LOSSES if problem.task in cls.uses]
    for loss in losses:
        assert_captures(Run("a", loss=loss), Run("b", None, Adam(), loss), problem=problem.example())
    assert_captures(*(Run(str(i), loss=loss) for i, loss in enumerate(losses)), problem=problem.example(), seeds=(0, 1))


@pytest.mark.parametrize("cls", [cls for cls in MODELS if cls is not OwnModel], ids=lambda cls: cls.__name__)
def test_every_model_is_captured(cls: type[Model]) -> None:
    norms = [MLP(hidden=(6, 6), norm=norm, skip=True) for norm in ("LayerNorm", "BatchNorm1d")]
    others = [*norms, CNN(pooling="AvgPool2d"), Transformer(width=32, heads=2, norm="pre")]
    for model in [cls.example(), *(other for other in others if type(other) is cls)]:
        for loss in (CrossEntropyLoss(), MSELoss()):
            runs = Run("a", loss=loss), Run("b", None, Adam(), loss)
            assert_captures(*runs, problem=Digits(model=model))
            assert_captures(*runs, problem=Digits(model=model), seeds=(0, 1), accumulation=2)


FORMULAS = [
    *(f"m**2 + {name}({', '.join(['p + 0.1'] * word.least)})" for name, word in FUNCTIONS.items()),
    *(f"m**2 + {name}(m, 2, {name}(3, p))" for name in ("max", "min")),
    "-log(p) if m < 1 and not p > 0.5 else 0.1 * m % 3 // 2 + (1 if m > 0 else 2) * m",
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_every_word_of_a_formula_is_captured(formula: str) -> None:
    assert_captures(Run("a", loss=CustomLoss(formula)), Run("b", None, Adam(), CustomLoss(formula)))


def waiting(losses: Tensor) -> Tensor:
    return losses * losses.sum().item()


def masked(losses: Tensor) -> Tensor:
    return losses[losses > 0]


def brought(losses: Tensor) -> Tensor:
    return losses * torch.tensor([2.0, 1.0]).to(losses)


@pytest.mark.parametrize("wrong", [waiting, masked, brought])
def test_what_a_capture_would_not_do_is_found(
    wrong: Callable[[Tensor], Tensor], monkeypatch: pytest.MonkeyPatch
) -> None:
    [party] = parties(Experiment.of(Run("a"), Run("b"), problem=SMALL))
    learn = party._ensemble.learn
    monkeypatch.setattr(party._ensemble, "learn", lambda *given: wrong(learn(*given)))
    with pytest.raises((RuntimeError, AssertionError)), Strict():
        party._update()


def test_an_update_of_the_digits_is_few_kernels() -> None:
    runs = [Run(str(i), None, SGD(momentum=0.9)) for i in range(2)]
    done = [name.split(".")[1] for name in assert_captures(*runs)]
    free = {"view", "_unsafe_view", "expand", "slice", "select", "split", "split_with_sizes", "unbind", "transpose",
            "unsqueeze", "squeeze", "detach", "empty", "empty_like", "t", "alias", "empty_strided"}  # fmt: skip
    assert len([name for name in done if name not in free]) <= 31


def test_a_graph_is_captured_once_after_its_first_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def aside(work: Callable[[], None]) -> None:
        done.append("aside")
        work()

    def capture(work: Callable[[], None]) -> Callable[[], None]:
        done.append("capture")
        return lambda: done.append("replay")

    monkeypatch.setattr(graph, "aside", aside)
    monkeypatch.setattr(graph, "capture", capture)
    captured = Graph()
    for _ in range(WARM + 3):
        captured(lambda: done.append("work"))
    assert done == [*["aside", "work"] * WARM, "capture", *["replay"] * 3]


def test_what_arrives_is_a_copy() -> None:
    losses = torch.ones(3)
    arrived = arriving(losses)
    losses += 1
    assert arrived().tolist() == [1, 1, 1]


def test_a_card_that_is_small_or_busy_takes_fewer_members_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = Digits(model=MLP(hidden=(1024, 512)))
    work = 596_490 * 64
    runs = [Run(str(i)) for i in range(8)]

    def sizes() -> list[int]:
        return [len(party.members) for party in parties(Experiment.of(*runs, problem=wide, batch_size=64))]

    assert sizes() == [8]
    monkeypatch.setattr(ensemble, "room", lambda _: 4 * work * ensemble.BYTES)
    assert sizes() == [4, 4]
    monkeypatch.setattr(ensemble, "room", lambda _: 0)
    assert sizes() == [2, 2, 2, 2]
    monkeypatch.setattr(ensemble, "room", lambda _: 1e15)
    monkeypatch.setattr(ensemble, "WORK_OF_CARD", 3 * work)
    assert sizes() == [3, 3, 2]


class Card:
    """Stands for torch.cuda, and writes down what it is asked for; a graph is what was done while it was captured."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.on: str = "main"
        self.mode: int | str = 0

    def fake(self, patch: pytest.MonkeyPatch) -> None:
        graph.stream.cache_clear()
        for name in ("Stream", "CUDAGraph", "stream", "graph", "current_stream"):
            patch.setattr(torch.cuda, name, getattr(self, name))
        patch.setattr(torch.cuda, "get_sync_debug_mode", lambda: self.mode)
        patch.setattr(torch.cuda, "set_sync_debug_mode", lambda mode: setattr(self, "mode", mode))

    def do(self, what: str) -> None:
        self.log.append(f"{what} on {self.on}, mode {self.mode}")

    def Stream(self) -> SimpleNamespace:  # noqa: N802 - torch's name
        return self._named("side")

    def current_stream(self) -> SimpleNamespace:
        return self._named(self.on)

    def _named(self, name: str) -> SimpleNamespace:
        return SimpleNamespace(name=name, wait_stream=lambda other: self.log.append(f"{name} waits for {other.name}"))

    def CUDAGraph(self) -> FakeGraph:  # noqa: N802 - torch's name
        return FakeGraph(self)

    @contextmanager
    def stream(self, stream: SimpleNamespace) -> Iterator[None]:
        before, self.on = self.on, stream.name
        try:
            yield
        finally:
            self.on = before

    @contextmanager
    def graph(self, _: FakeGraph, pool: int | None, stream: SimpleNamespace) -> Iterator[None]:
        self.log.append(f"capture on {stream.name} in {pool}")
        try:
            yield
        finally:
            self.log.append("end of capture")


class FakeGraph:
    def __init__(self, card: Card) -> None:
        self._card = card

    def pool(self) -> int:
        return 7

    def replay(self) -> None:
        self._card.do("replay")


def test_a_graph_is_captured_beside_the_main_stream_and_replayed_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    card = Card()
    card.fake(monkeypatch)
    one, other = Graph(), Graph()
    for _ in range(WARM + 2):
        one(lambda: card.do("work"))
    kernel_by_kernel = ["side waits for main", "work on side, mode 0", "main waits for side"]
    assert card.log == [
        *kernel_by_kernel * WARM,
        *["capture on side in None", "work on side, mode error", "end of capture"],
        *["replay on main, mode 0"] * 2,
    ]
    for _ in range(WARM + 1):
        other(lambda: None)
    assert "capture on side in 7" in card.log  # the memory of the one that is alive
    del one, other
    assert not graph.alive
    graph.stream.cache_clear()


def test_a_capture_that_fails_leaves_the_card_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    card = Card()
    card.fake(monkeypatch)

    def waits() -> None:
        if card.mode == "error":
            raise RuntimeError("called a synchronizing CUDA operation")
        card.do("work")

    each = Graph()
    for _ in range(WARM + 2):
        each(waits)
    assert card.log[-4:] == ["capture on side in None", "end of capture", *["work on main, mode 0"] * 2]
    assert not each.captured
    assert not graph.alive
    graph.stream.cache_clear()
