"""An ensemble that is ahead of its race: updates done without a word from it, and told one by one when asked for.

All that an update takes lies on the device, in tables with a row for each update: the examples, the coefficients of
each rule, the losses. The rows an update is at are numbers on the device too, which it raises by 1 itself. So nothing
has to be said in between, and the whole update is captured as a CUDA graph.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from lrviz.engine.batches import epochs
from lrviz.engine.course import LENGTH
from lrviz.engine.ensemble import Copies, Ensemble
from lrviz.engine.graph import Graph, arriving
from lrviz.engine.member import Batch, Member
from lrviz.experiment import Experiment

UPDATES = 32
"""Updates of a flight, at most."""
FLIGHTS = 2
"""Flights under way: while one is told of, the device does the next."""
LONGEST_WAIT = 0.02
"""Seconds that a flight may keep the race waiting; the next ones are shorter then."""
INDICES = 2**22
"""Examples drawn ahead, if that is more than an epoch."""

Coefficients = Sequence[Mapping[str, Tensor]]
"""The coefficients of each rule by name."""


class Flight(NamedTuple):
    """Updates under way, and what waits for their losses (updates, members)."""

    updates: int
    losses: Callable[[], Tensor]


class Ahead:
    """An ensemble as the race sees it after the update it has asked for last, wherever it is by now.

    A member that diverges is dropped when it is told; updates it has done since then are forgotten.
    """

    def __init__(self, ensemble: Ensemble, inputs: Tensor, experiment: Experiment) -> None:
        self._ensemble, self._inputs, self._per_pass = ensemble, inputs, experiment.updates_per_pass
        self._seeds = list(dict.fromkeys(member.seed for member in ensemble.members))
        self._epochs = [epochs(experiment, seed) for seed in self._seeds]
        drawn = len(self._seeds) * self._per_pass * experiment.training.examples_per_update
        self._drawn_at_once = max(1, min(INDICES // drawn, -(-LENGTH // self._per_pass)))
        self._order = torch.empty(0)
        self._drawn = self._started = self._settled = 0  # updates whose examples are drawn, started, and may be started
        self._rows = torch.zeros(2, dtype=torch.int64, device=inputs.device)  # of coefficients and losses; of examples
        self._taken: Coefficients = ()
        self._shapes: list[list[tuple[str, torch.Size]]] = []
        self._flights: deque[Flight] = deque()
        self._told: deque[list[float]] = deque()
        self._updates = 1

    @property
    def members(self) -> list[Member]:
        """The ensemble's members."""
        return self._ensemble.members

    @property
    def captured(self) -> bool:
        """Whether an update is one graph by now."""
        return self._graph.captured

    def update(self, step: int, until: int) -> list[float]:
        """Give the losses of update `step`; those before `until` may be done with it, and are told when asked for."""
        begun = time.perf_counter()
        if step == self._started:  # torch may refuse the first update: none is started behind it
            self._settled = min(until, self._ensemble.horizon(step)) if step else 1
        while len(self._flights) < FLIGHTS and self._started < self._settled:
            self._start()
        if not self._told:
            landed = self._land()
            self._adapt(landed, time.perf_counter() - begun)
        return self._told.popleft()

    @property
    def matrix(self) -> Tensor:
        """All parameters of all members, (members, parameters), wherever the device is by now."""
        return self._ensemble.matrix

    @property
    def slopes(self) -> Tensor:
        """The gradient that each member's last update used, wherever the device is by now."""
        return self._ensemble.slopes

    def rates(self, step: int) -> NDArray[np.float64]:
        """Give the first group's rate of each member in update `step`."""
        return self._ensemble.rates(step)

    def ends(self, step: int) -> dict[Member, str]:
        """Give the members whose rate has ended by update `step`, and what torch says of it."""
        return self._ensemble.ends(step)

    def stuck(self, step: int) -> dict[Member, str]:
        """Give the members that torch refuses update `step`, and its words."""
        return self._ensemble.stuck(step)

    def retune(self, step: int) -> None:
        """Take over the rates that listening schedulers have set in their optimizers, from update `step` on."""
        self._ensemble.retune(step)

    def copied(self) -> Copies:
        """Copy what the members are once the device has done what it has begun."""
        return self._ensemble.copied()

    def drop(self, members: Collection[Member]) -> None:
        """Part with some members, which keep what is theirs; the others go on as before."""
        while self._flights:
            self._land()
        kept = [row for row, member in enumerate(self.members) if member not in members]
        self._told = deque([losses[row] for row in kept] for losses in self._told)
        self._ensemble.drop(members)

    def _start(self) -> None:
        """Start as many updates as make a flight."""
        if self._started == self._drawn:
            self._draw()
        if self._taken is not self._ensemble.coefficients:
            self._take(self._ensemble.coefficients)
        updates = min(self._updates, self._settled - self._started, self._drawn - self._started)
        row = self._started - self._ensemble.course.first
        self._rows[0].fill_(row)
        self._rows[1].fill_(self._started - self._drawn + len(self._order))
        for _ in range(updates):
            self._graph(self._update)
        self._started += updates
        self._flights.append(Flight(updates, arriving(self._losses[row : row + updates])))

    def _land(self) -> int:
        """Wait for a flight, and give how many updates it had."""
        flight = self._flights.popleft()
        self._told += flight.losses().tolist()
        return flight.updates

    def _adapt(self, updates: int, seconds: float) -> None:
        """Make flights shorter that last too long, and longer those that could be."""
        if seconds > LONGEST_WAIT:
            self._updates = max(updates // 2, 1)
        elif seconds < LONGEST_WAIT / 4 and updates == self._updates:
            self._updates = min(2 * updates, UPDATES)

    def _draw(self) -> None:
        """Draw the examples of the next epochs: (updates, batches, seeds, batch size)."""
        drawn = [torch.cat([next(each) for _ in range(self._drawn_at_once)]) for each in self._epochs]
        order = torch.stack(drawn, dim=2)
        if self._drawn:
            self._order.copy_(order)
        else:
            self._order = order.to(self._inputs.device)
        self._drawn += len(order)

    def _take(self, coefficients: Coefficients) -> None:
        """Take the coefficients of a course; where they aren't as many as before, another update is captured."""
        numbers = torch.cat([values.flatten(1) for each in coefficients for values in each.values()], dim=1)
        shapes = [[(name, values.shape[1:]) for name, values in each.items()] for each in coefficients]
        if shapes != self._shapes:
            self._shapes, members = shapes, self._ensemble.members
            self._coefficients = numbers.new_empty(LENGTH, numbers.shape[1])
            self._losses = numbers.new_empty(LENGTH, len(members))
            seats = [self._seeds.index(member.seed) for member in members]
            self._seats = torch.tensor(seats, device=numbers.device)
            self._shared = seats[0] if len(set(seats)) == 1 else None
            self._graph = Graph()
        self._coefficients[: len(numbers)] = numbers
        self._taken = coefficients

    def _update(self) -> None:
        """Do the update of the rows it is at, and go on to the next."""
        row = self._rows[:1]
        losses = self._ensemble.learn(self._batches(), self._split(self._coefficients.index_select(0, row)))
        self._losses.index_copy_(0, row, losses.unsqueeze(0))
        self._rows.add_(1)

    def _batches(self) -> Iterator[Batch]:
        """Give the inputs and examples (members, n, …) of each batch."""
        for part in self._order.index_select(0, self._rows[1:])[0]:
            if self._shared is None:
                examples = part[self._seats]
                yield self._inputs[examples], examples
            else:  # all see the same: no need to copy it
                examples = part[self._shared]
                inputs = self._inputs[examples]
                yield inputs.expand(len(self.members), *inputs.shape), examples.expand(len(self.members), -1)

    def _split(self, numbers: Tensor) -> Coefficients:
        """Give a row of the table as the coefficients it is made of."""
        parts = iter(torch.split(numbers[0], [shape.numel() for each in self._shapes for _, shape in each]))
        return [{name: next(parts).view(shape) for name, shape in each} for each in self._shapes]
