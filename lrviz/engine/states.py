"""States: where trainings stood at evenly spaced updates, kept so that branches needn't wait for all before them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import torch
from msgspec.structs import replace
from torch import Tensor

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
    def of(cls, member: Member, steps: int, memory: Memory | None = None) -> State:
        """Take down where a member stands; `memory` is its optimizer's where that isn't its own."""
        return cls(
            steps,
            {name: tensor.detach().to("cpu", copy=True) for name, tensor in tensors(member)},
            type(member.optimizer),
            memory_of(member) if memory is None else memory,
            () if member.guest is None else member.guest.stream.states,
            member.bound,
            member.history,
        )

    @property
    def nbytes(self) -> int:
        """Bytes of memory that its tensors take."""
        kept = (value for own in self.memory.values() for value in own.values() if isinstance(value, Tensor))
        return sum(each.numel() * each.element_size() for each in (*self.weights.values(), *kept))


def tensors(member: Member) -> Iterable[tuple[str, Tensor]]:
    """Give a member's parameters and buffers by name."""
    yield from member.model.named_parameters()
    yield from member.model.named_buffers()


def memory_of(member: Member) -> Memory:
    """Copy what a member's optimizer keeps of each parameter that it trains."""
    state = member.optimizer.state
    trained = (
        (name, state[one]) for name, one in member.model.named_parameters() if one.requires_grad and one in state
    )
    return {name: {key: _copied(value, "cpu") for key, value in own.items()} for name, own in trained}


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


def key(experiment: Experiment, run: Run, seed: int, device: torch.device) -> str:
    """Name what makes a training: its run's fingerprint, were there only its seed, and the kind of device."""
    lean = replace(experiment, training=replace(experiment.training, seeds=(seed,)))
    return f"{lean.fingerprint(run)} on {device.type}"


@dataclass(eq=False)
class Kept:
    """The states of one race, by the trainings' keys, each in order; `every` so many updates."""

    every: int
    states: dict[str, dict[int, State]] = field(default_factory=dict)
    nbytes: int = 0

    def due(self, updates: int) -> bool:
        """Whether states are to be kept after so many updates."""
        return updates % self.every == 0

    def keep(self, name: str, state: State) -> None:
        """Keep a state."""
        self.states.setdefault(name, {})[state.steps] = state
        self.nbytes += state.nbytes

    def thin(self) -> None:
        """Let every other moment go until the rest fits."""
        while self.nbytes > BYTES_OF_RACE and self.states:
            self.every *= 2
            kept = {
                name: {s: each for s, each in own.items() if s % self.every == 0} for name, own in self.states.items()
            }
            self.states = {name: own for name, own in kept.items() if own}
            self.nbytes = sum(each.nbytes for own in self.states.values() for each in own.values())


class States:
    """The states of the latest races; the oldest are let go where they take too much memory."""

    def __init__(self) -> None:
        self._races: list[Kept] = []

    def begin(self, updates: int) -> Kept:
        """Make room for a race of so many updates."""
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

    def nearest(self, name: str, most: int, fits: Callable[[State], bool] = bool) -> State | None:
        """Give the latest state of a training that `fits`, after at most so many updates; None where none is kept."""
        own = (state for race in self._races for state in race.states.get(name, {}).values())
        return max(
            (each for each in own if each.steps <= most and fits(each)), key=lambda each: each.steps, default=None
        )
