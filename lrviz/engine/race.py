"""A race: every run of an experiment with every seed, trained by the plain loop, all one update at a time."""

from __future__ import annotations

import math
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from functools import partial
from itertools import product

import torch
from torch import Tensor

from lrviz.engine.batches import batches
from lrviz.engine.devices import card, resolve
from lrviz.engine.dynamics import flat, trained
from lrviz.engine.examination import Before, Examination
from lrviz.engine.failure import full, said
from lrviz.engine.member import Batch, Member, RefusedError, member
from lrviz.events import Diverged, Event, Halted, Race, Started, Update

LONGEST_TURN = 0.02
"""Seconds of work after which a race gives its turn back, also amid an update."""

Events = tuple[Event, ...]
Turns = Generator[Events, None, None]


def race(job: Race) -> Turns:
    """Train a race: each `next()` is one update of all members still alive, and gives its events in order.

    Where an update of many members takes long, `next()` gives () in between. Runs of one seed share their initial
    weights and the order of their batches, both drawn on the CPU whatever the device. On a CPU, with one thread, a
    race gives bitwise the same each time. torch's global random state is left as it was.

    Raises
    ------
    ResourceError
        The device is absent.
    """
    training = job.experiment.training
    field = _Field(job)
    events = yield from field.gather()
    for step in range(training.steps):
        if not field.living:
            break
        events += yield from field.update(step)
        yield tuple(events)
        events = []
    if events:
        yield tuple(events)


class _Field:
    """The members of a race and what they share: the examples, and the order each seed draws them in."""

    def __init__(self, job: Race) -> None:
        self.experiment = job.experiment
        self.device = resolve(job.device)
        self.data = tuple(torch.from_numpy(part).to(self.device) for part in job.experiment.problem.data())
        self.order = {seed: batches(job.experiment, seed, self.device) for seed in job.experiment.training.seeds}
        self.examination = Examination(job.experiment, self.data)
        self.living: list[Member] = []
        self._turn = time.perf_counter()

    def gather(self) -> Generator[Events, None, list[Event]]:
        """Build the members; those that torch refuses are halted before their first update."""
        events: list[Event] = [Started(str(self.device), card(str(self.device))), self.examination.examined]
        entrants = product(self.experiment.runs, self.experiment.training.seeds)
        for index, (run, seed) in enumerate(entrants):
            try:
                self.living.append(member(index, run, seed, self.experiment.problem, self.data[1]))
            except RefusedError as error:
                events.append(Halted(index, 0, str(error)))
            yield from self._pause()
        return events

    def update(self, step: int) -> Generator[Events, None, list[Event]]:
        """Do update `step` in every living member; the losses are copied from the device once, together."""
        self._turn = time.perf_counter()
        members = len(self.experiment.runs) * len(self.order)
        losses, lrs = [math.nan] * members, [math.nan] * members
        drawn = {seed: self._drawn(seed) for seed in {each.seed for each in self.living}}
        found: dict[Member, Tensor] = {}
        stuck: list[Event] = []
        due = self._due(step + 1)
        befores: dict[Member, Before] = {}
        for each in self.living:
            lr = each.lr
            try:
                if due:
                    befores[each] = Before(lr, flat(trained(each.model)))
                found[each] = each.update(drawn[each.seed])
                lrs[each.index] = lr
            except RuntimeError as error:  # a rate beyond what the weights' type holds
                if full(error):
                    raise
                stuck.append(Halted(each.index, step, said(error)))
            yield from self._pause()
        self.living = list(found)
        copied = torch.stack(list(found.values())).tolist() if found else []
        for each, loss in zip(found, copied, strict=True):
            losses[each.index] = loss
        after = yield from self._after(step, losses, befores)
        done: list[Event] = [Update(step, tuple(losses), tuple(lrs))] if found else []
        return [*done, *stuck, *after]

    def _drawn(self, seed: int) -> list[Batch]:
        return [(self.data[0][part], part) for part in next(self.order[seed])]

    def _advance(self, each: Member, updates: int, loss: float) -> str | None:
        """Step a member's scheduler where it is due; one that listens is told the validation or the batch's loss."""
        by_epoch = each.run.stepped == "epoch"
        metric = partial(self.examination.val_loss, each) if by_epoch else partial(float, loss)
        return each.advance(updates, self.experiment.updates_per_epoch, metric)

    def _due(self, updates: int) -> bool:
        """Whether every member is validated after so many updates."""
        training = self.experiment.training
        return updates == training.steps or updates % training.validate_every == 0

    def _after(
        self, step: int, losses: Sequence[float], befores: Mapping[Member, Before]
    ) -> Generator[Events, None, list[Event]]:
        """Step the schedulers, part with those that can't go on, and validate where it is due."""
        training, updates = self.experiment.training, step + 1
        last = updates == training.steps
        going: list[Member] = []
        halted: list[Member] = []
        ends: list[Event] = []
        for each in self.living:
            if each.diverges(losses[each.index]):
                ends.append(Diverged(each.index, step))
            # nothing uses the rate after the last update, and torch may refuse to give one
            elif not last and (why := self._advance(each, updates, losses[each.index])):
                ends.append(Halted(each.index, updates, why))
                halted.append(each)
            else:
                going.append(each)
        self.living = going
        measured: list[Event] = []
        for each in [*going, *halted] if self._due(updates) else halted:
            show = last or each in halted or self.examination.shows(updates)
            measured += self.examination.of(each, updates, befores.get(each), show=show)
            yield from self._pause()
        return [*measured, *ends]

    def _pause(self) -> Iterator[Events]:
        """Give the turn back when it has lasted long enough."""
        now = time.perf_counter()
        if now - self._turn > LONGEST_TURN:
            yield ()
            self._turn = time.perf_counter()
