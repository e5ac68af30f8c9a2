"""States: where trainings stood at evenly spaced updates, kept so that branches needn't wait for all before them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

import torch
from msgspec.structs import replace
from torch import Tensor

from lrviz.engine.ahead import Ahead
from lrviz.engine.ensemble import Copies, Ensemble
from lrviz.engine.history import History
from lrviz.engine.member import Member
from lrviz.experiment import Experiment
from lrviz.run import Run

MOST = 64
"""Evenly spaced moments of a race that are kept, at most."""
BYTES_OF_RACE = 64 * 2**20
"""Memory that one race's states may take; where they would take more, every other moment is let go."""
BYTES = 256 * 2**20
"""Memory that all races' states may take together; the oldest race's are let go first."""

COUNTS = ("step", "mu_product")
"""What torch's optimizers keep on the CPU, wherever the parameters are."""

Memory = Mapping[str, Mapping[str, Any]]
"""What an optimizer keeps of each parameter, by the parameter's name and torch's names."""


@dataclass(frozen=True, eq=False)
class State:
    """Where a training stood after `steps` updates: all that one of the same run needs to go on as if nothing had been.

    `weights` are all parameters and buffers by name; `memory` is that of its torch optimizer, an `optimizer`. `streams`
    are the states of a person's own model's random numbers. `history` may have grown since then.
    """

    steps: int
    weights: Mapping[str, Tensor]
    optimizer: type[torch.optim.Optimizer]
    memory: Memory
    streams: tuple[Tensor, ...]
    bound: float
    history: History

    @classmethod
    def of(cls, member: Member, steps: int) -> State:
        """Take down where a member stands that trains by itself."""
        state = member.optimizer.state
        trained = ((name, one) for name, one in member.model.named_parameters() if one.requires_grad and one in state)
        return cls(
            steps,
            {name: tensor.detach().to("cpu", copy=True) for name, tensor in tensors(member)},
            type(member.optimizer),
            {name: {key: _copied(value, "cpu") for key, value in state[one].items()} for name, one in trained},
            () if member.guest is None else member.guest.stream.states,
            member.bound,
            member.history,
        )

    @property
    def nbytes(self) -> int:
        """Bytes of memory that its tensors take."""
        kept = (value for own in self.memory.values() for value in own.values() if isinstance(value, Tensor))
        return sum(each.numel() * each.element_size() for each in (*self.weights.values(), *kept))


class Seat(NamedTuple):
    """A member's place in an ensemble, and what its parameters are: name, shape, and whether it trains them."""

    row: int
    parameters: Sequence[tuple[str, torch.Size, bool]]
    optimizer: type[torch.optim.Optimizer]
    bound: float
    history: History

    @classmethod
    def of(cls, row: int, member: Member) -> Seat:
        """Take down where a member sits."""
        parameters = [(name, one.shape, one.requires_grad) for name, one in member.model.named_parameters()]
        return cls(row, parameters, type(member.optimizer), member.bound, member.history)

    def state(self, copies: Copies, steps: int) -> State:
        """Give where the member stood when an ensemble was copied, after so many updates."""
        sizes = [shape.numel() for _, shape, _ in self.parameters]
        named = {
            key: torch.split(value, sizes) if value.dim() else [value] * len(sizes)
            for key, value in copies.memory(self.row, steps).items()
        }
        weights = {
            name: part.view(shape)
            for (name, shape, _), part in zip(
                self.parameters, torch.split(copies.weights[self.row], sizes), strict=True
            )
        }
        memory = {
            name: {key: parts[i].view(shape) if parts[i].dim() else parts[i] for key, parts in named.items()}
            for i, (name, shape, trained) in enumerate(self.parameters)
            if trained
        }
        buffers = {name: buffer[self.row] for name, buffer in copies.buffers.items()}
        return State(steps, weights | buffers, self.optimizer, memory, (), self.bound, self.history)


def tensors(member: Member) -> Iterable[tuple[str, Tensor]]:
    """Give a member's parameters and buffers by name."""
    yield from member.model.named_parameters()
    yield from member.model.named_buffers()


def put(state: State, member: Member) -> None:
    """Set a member to where another one of its model stood: the optimizer's memory only goes to one of its class."""
    with torch.no_grad():
        for name, tensor in tensors(member):
            tensor.copy_(state.weights[name])
    member.bound = state.bound
    if member.guest is not None:
        member.guest.stream.resume(state.streams)
    if type(member.optimizer) is state.optimizer:
        for name, parameter in member.model.named_parameters():
            if parameter.requires_grad and name in state.memory:
                own = {
                    key: _copied(value, "cpu" if key in COUNTS else parameter.device)
                    for key, value in state.memory[name].items()
                }
                begun = {key: torch.zeros_like(parameter) for key in member.run.optimizer.begun if key not in own}
                member.optimizer.state[parameter] = own | begun


def _copied(value: Any, device: torch.device | str) -> Any:
    return value.detach().to(device, copy=True) if isinstance(value, Tensor) else value


@dataclass(frozen=True)
class Names:
    """What trainings are called: a run's fingerprint, were there only one seed, and the kind of device."""

    lean: Mapping[int, Experiment]
    device: torch.device

    @classmethod
    def of(cls, experiment: Experiment, device: torch.device) -> Names:
        """Get ready to name the trainings of an experiment."""
        training = experiment.training
        seeds = training.seeds
        return cls({seed: replace(experiment, training=replace(training, seeds=(seed,))) for seed in seeds}, device)

    def __call__(self, run: Run, seed: int) -> str:
        return f"{self.lean[seed].fingerprint(run)} on {self.device.type}"


class Moment(NamedTuple):
    """A state that is kept: after how many updates, its training's history, its size, and what gives it."""

    steps: int
    history: History
    nbytes: int
    state: Callable[[], State]


@dataclass(eq=False)
class Kept:
    """The states of one race, by the trainings' names, each in order; `every` so many updates."""

    every: int
    moments: dict[str, dict[int, Moment]] = field(default_factory=dict)
    nbytes: int = 0

    def due(self, updates: int) -> bool:
        """Whether states are to be kept after so many updates."""
        return updates % self.every == 0

    def keep(self, unit: Ensemble | Ahead | Member, updates: int, names: Names) -> None:
        """Keep where the members of a unit stand, by what their trainings are called."""
        if isinstance(unit, Member):
            now = State.of(unit, updates)
            self._add(names(unit.run, unit.seed), Moment(updates, unit.history, now.nbytes, lambda: now))
            return
        copies = unit.copied()
        size = copies.nbytes // len(unit.members)
        for row, each in enumerate(unit.members):
            state = partial(Seat.of(row, each).state, copies, updates)
            self._add(names(each.run, each.seed), Moment(updates, each.history, size, state))

    def _add(self, name: str, moment: Moment) -> None:
        self.moments.setdefault(name, {})[moment.steps] = moment
        self.nbytes += moment.nbytes

    def thin(self) -> None:
        """Let every other moment go until the rest fits."""
        while self.nbytes > BYTES_OF_RACE and self.moments:
            self.every *= 2
            for name, own in list(self.moments.items()):
                self.moments[name] = {steps: each for steps, each in own.items() if steps % self.every == 0}
                if not self.moments[name]:
                    del self.moments[name]
            self.nbytes = sum(each.nbytes for own in self.moments.values() for each in own.values())


class States:
    """The states of the latest races; the oldest are let go where they take too much memory."""

    def __init__(self) -> None:
        self._races: list[Kept] = []

    def begin(self, updates: int) -> Kept:
        """Make room for a race of so many updates."""
        self.settle()
        self._races.append(kept := Kept(max(1, -(-updates // MOST))))
        return kept

    def settle(self) -> None:
        """Let go of what is too much."""
        while len(self._races) > 1 and self.nbytes > BYTES:
            del self._races[0]

    @property
    def nbytes(self) -> int:
        """Bytes of memory that all states take."""
        return sum(each.nbytes for each in self._races)

    def nearest(self, name: str, most: int, told: int = 0) -> State | None:
        """Give the latest state of a training, of its first `most` updates; None where none is kept.

        Where its scheduler or a branch's is told validation losses, it has to know one of each `told` updates.
        """
        own = (each for race in self._races for each in race.moments.get(name, {}).values() if each.steps <= most)
        fitting = (each for each in own if not told or len(each.history.told) >= each.steps // told)
        found = max(fitting, key=lambda each: each.steps, default=None)
        return None if found is None else found.state()
