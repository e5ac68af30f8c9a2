"""Trails: the weights that runs had on their way through a race, kept as far as memory allows."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import torch
from msgspec.structs import replace
from numpy.typing import NDArray
from torch import Tensor, nn

from lrviz.engine.dynamics import flat
from lrviz.engine.member import Member
from lrviz.experiment import Experiment
from lrviz.run import Run

MOST = 448
"""Evenly spaced moments of a race that are kept, at most."""
BYTES_OF_RACE = 64 * 2**20
"""Memory that one race's weights may take; a start and an end are kept whatever they take."""
BYTES = 192 * 2**20
"""Memory that all races' weights may take together."""


PLANES, FACTS = 8, 4096
"""Planes and curves that are remembered, and small things about runs."""
MEASURES = 2
"""Sets of data kept ready to measure on."""
TOGETHER = 64
"""Rows of weights that are compared at a time: more fall out of a CPU's cache."""


@dataclass(frozen=True, eq=False)
class Trail:
    """Where one run walked: its `weights` (n, P) after `steps` (n,) updates, all finite; float32 on the CPU.

    P are all parameters in the order of `model.parameters()`, frozen ones too. There are none of a run that torch
    refused to build. `diverged` says that its loss left all bounds, so that its end is none to compare.
    """

    steps: NDArray[np.int64]
    weights: Tensor
    diverged: bool = False

    def at(self, step: int) -> Tensor:
        """Give the weights after so many updates, one of `steps`."""
        return self.weights[int(np.searchsorted(self.steps, step))]

    def until(self, step: int) -> Trail:
        """Give the trail up to so many updates."""
        length = int(np.searchsorted(self.steps, step, side="right"))
        return Trail(self.steps[:length], self.weights[:length])

    def joined(self, later: Trail) -> Trail:
        """Give the trail with what comes after it."""
        if not len(later.steps):
            return Trail(self.steps, self.weights, later.diverged)
        return Trail(
            np.concatenate([self.steps, later.steps]), torch.cat([self.weights, later.weights]), later.diverged
        )

    @cached_property
    def walked(self) -> NDArray[np.float64]:
        """The way gone since the start, (n,): the sum of the distances from each kept moment to the next.

        That is exact where every update is kept, and too short by the bends in between where not.
        """
        parts = [
            torch.linalg.vector_norm(self.weights[at + 1 : at + 1 + TOGETHER] - before, dim=1).double()
            for at, before in zip(
                range(0, len(self.steps), TOGETHER), torch.split(self.weights[:-1], TOGETHER), strict=False
            )
        ]
        return torch.cat([torch.zeros(1, dtype=torch.float64), *parts]).cumsum(0)[: len(self.steps)].numpy()


class Walk:
    """The weights of one race: those of every run's first seed, at moments that all runs share.

    What a branch has walked before it left its parent is that one's: of this race, or as it is known from before.
    """

    def __init__(self, experiment: Experiment, asked: Iterable[int], trails: Trails) -> None:
        self._keys, self._others = keys(experiment, experiment.runs), trails
        self._asked = {member // len(experiment.training.seeds) for member in asked}
        self._seeds, self._updates = len(experiment.training.seeds), experiment.training.steps
        self._steps: list[int] = []
        self._firsts, self._lengths = [0] * len(self._keys), [0] * len(self._keys)
        self._heads: dict[int, Trail] = {}
        leaving = sum(run.branch is not None for run in experiment.runs)
        self._further = len(self._keys) + leaving + 2  # moments in which one ends or leaves, besides the even ones
        self._diverged: set[int] = set()
        self._trails: dict[int, Trail] = {}
        self._parameters: dict[int, list[nn.Parameter]] = {}
        self._seats: dict[tuple[int, ...], tuple[Tensor, Tensor | None]] = {}
        self._table = torch.empty(0, len(self._keys), 0)
        self._every = 1

    def begin(self, members: Sequence[Member], updates: int) -> None:
        """Keep the weights that members start from after so many updates, each by itself yet."""
        rows = [self.row(member) for member in members]
        if not rows:
            return
        runs, size = len(self._keys), len(rows[0])
        fit = max(1, BYTES_OF_RACE // (4 * runs * size) - self._further)
        self._every = max(1, math.ceil(self._updates / min(MOST, fit)))
        self._table = torch.empty(self._updates // self._every + self._further, runs, size)
        for member, own in zip(members, rows, strict=True):
            if len(own) == size:
                self.take(updates, [member], own[None])

    @property
    def begun(self) -> bool:
        """Whether weights are kept by now."""
        return bool(self._steps)

    def resume(self, member: Member, updates: int) -> None:
        """Keep the weights of a member that goes on from a race before; how it came there isn't of this one."""
        run, is_first = divmod(member.index, self._seeds)
        if is_first == 0:
            self._asked.discard(run)
        if not self.begun:
            self.begin([member], updates)
        elif self._steps[-1] == updates:
            self.take(updates, [member], self.row(member)[None])

    def leave(self, child: int, parent: int, updates: int) -> None:
        """Give a member that leaves another one after so many updates the way of that one until then."""
        if child % self._seeds:
            return
        run, origin, moments = child // self._seeds, parent // self._seeds, len(self._steps)
        if self._steps[:1] == [0] and self._firsts[origin] == 0 and self._lengths[origin] == moments:
            self._table[:moments, run] = self._table[:moments, origin]
            self._lengths[run] = moments
            return
        known = self._heads.get(origin) or self._others.of(self._keys[origin])
        if known is None:
            self._asked.discard(run)
        else:
            whole = known.joined(self._own(origin)) if origin in self._heads else known
            self._heads[run], self._firsts[run] = whole.until(updates), moments

    def due(self, updates: int, *, ending: bool) -> bool:
        """Whether weights are to be kept after so many updates; `ending` where a run ends with them."""
        if not self._steps or len(self._steps) == len(self._table):
            return False
        return ending or updates == self._updates or updates - self._steps[-1] >= self._every

    def take(self, updates: int, members: Sequence[Member], weights: Tensor) -> None:
        """Keep the weights (members, P) of some members after so many updates."""
        if not self._steps or self._steps[-1] != updates:
            self._steps.append(updates)
        at = len(self._steps) - 1
        runs, own = self._seat(tuple(member.index for member in members))
        if len(runs):
            kept = weights if own is None else weights[own.to(weights.device)]
            self._table[at].index_copy_(0, runs, kept.detach().to("cpu", torch.float32))
            for run in runs.tolist():
                self._lengths[run] = at + 1

    def _seat(self, indices: tuple[int, ...]) -> tuple[Tensor, Tensor | None]:
        """Give the runs whose first seeds are among members, and which of these they are; None where all are."""
        if indices not in self._seats:
            own = [place for place, index in enumerate(indices) if index % self._seeds == 0]
            runs = torch.tensor([indices[place] // self._seeds for place in own], dtype=torch.int64)
            self._seats[indices] = runs, None if len(own) == len(indices) else torch.tensor(own, dtype=torch.int64)
        return self._seats[indices]

    def row(self, member: Member) -> Tensor:
        """Give a copy of all of a member's parameters as one row, frozen ones too."""
        if member.index not in self._parameters:  # to look them up takes longer than to copy them
            self._parameters[member.index] = list(member.model.parameters())
        return flat(self._parameters[member.index])

    def settle(self) -> None:
        """Let go of the models, whose race is through."""
        self._parameters.clear()

    def lose(self, members: Iterable[Member]) -> None:
        """Take note of members that diverged."""
        self._diverged |= {member.index // self._seeds for member in members if member.index % self._seeds == 0}

    @property
    def nbytes(self) -> int:
        """Bytes of memory that the weights take."""
        return self._table.numel() * self._table.element_size()

    def trail(self, key: str) -> Trail | None:
        """Give where the run of that key went, once the race is through; None if it isn't of this race."""
        run = self._keys.index(key) if key in self._keys else -1
        if run not in self._asked:
            return None
        if run not in self._trails:
            own = self._own(run)
            self._trails[run] = self._heads[run].joined(own) if run in self._heads else own
        return self._trails[run]

    def _own(self, run: int) -> Trail:
        """Give what this race has of a run's way."""
        weights = self._table[self._firsts[run] : self._lengths[run], run]
        finite = torch.isfinite(weights.sum(dim=1))
        length = len(weights) if finite.all() else int(finite.int().argmin())
        steps = np.array(self._steps[self._firsts[run] :][:length], np.int64)
        return Trail(steps, weights[:length], run in self._diverged)


class Known:
    """What surveys have found out, by name; what hasn't been asked for longest is forgotten."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, name: Hashable) -> Any:
        """Give what is known; None where nothing is."""
        if name in self._found:
            self._found.move_to_end(name)
        return self._found.get(name)

    def put(self, name: Hashable, found: Any) -> None:
        """Remember what was found."""
        self._found[name] = found
        while len(self._found) > self._most:
            self._found.popitem(last=False)


class Trails:
    """The walks of the latest races; the oldest are let go where they take too much memory.

    What was found out about them is here too: `planes` (and curves) are as long as some rows of weights, `facts` small.
    `measures` hold the data they were measured on, which take a third of a first picture's time to read.
    """

    def __init__(self) -> None:
        self._walks: list[Walk] = []
        self.planes, self.facts, self.measures = Known(PLANES), Known(FACTS), Known(MEASURES)

    def add(self, walk: Walk) -> None:
        """Keep the walk of a race that has come to its end."""
        walk.settle()
        self._walks.append(walk)
        while len(self._walks) > 1 and sum(each.nbytes for each in self._walks) > BYTES:
            del self._walks[0]

    def of(self, key: str) -> Trail | None:
        """Give where the run of that key walked; None if that isn't known (any more)."""
        return next((found for walk in reversed(self._walks) if (found := walk.trail(key)) is not None), None)


def keys(experiment: Experiment, runs: Iterable[Run]) -> tuple[str, ...]:
    """Name what makes the trail of each run: its fingerprint, were there only the first seed."""
    lean = only_first_seed(experiment)
    return tuple(lean.fingerprint(run) for run in runs)


def only_first_seed(experiment: Experiment) -> Experiment:
    """Give an experiment with the first of its seeds."""
    training = experiment.training
    return replace(experiment, training=replace(training, seeds=training.seeds[:1]))
