"""A race: every run of an experiment with every seed, all one update at a time, as ensembles where that is faster."""

from __future__ import annotations

import math
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from functools import partial
from itertools import product
from typing import NamedTuple

import torch
from torch import Tensor

from lrviz.engine.batches import batches
from lrviz.engine.devices import card, resolve
from lrviz.engine.dynamics import flat, trained
from lrviz.engine.ensemble import Ensemble, gathered
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
        if not field.units:
            break
        events += yield from field.update(step)
        yield tuple(events)
        events = []
    if events:
        yield tuple(events)


class _Field:
    """The members of a race and what they share: the examples, and the order each seed draws them in.

    Its units are ensembles of members that train as one, and members that train by themselves.
    """

    def __init__(self, job: Race) -> None:
        self.experiment = job.experiment
        self.device = resolve(job.device)
        self.data = tuple(torch.from_numpy(part).to(self.device) for part in job.experiment.problem.data())
        self.order = {seed: batches(job.experiment, seed, self.device) for seed in job.experiment.training.seeds}
        self.examination = Examination(job.experiment, self.data)
        self.units: list[Ensemble | Member] = []
        self._turn = time.perf_counter()

    def gather(self) -> Generator[Events, None, list[Event]]:
        """Build the members; those that torch refuses are halted before their first update."""
        events: list[Event] = [Started(str(self.device), card(str(self.device))), self.examination.examined]
        members: list[Member] = []
        entrants = product(self.experiment.runs, self.experiment.training.seeds)
        for index, (run, seed) in enumerate(entrants):
            try:
                members.append(member(index, run, seed, self.experiment.problem, self.data[1]))
            except RefusedError as error:
                events.append(Halted(index, 0, str(error)))
            yield from self._pause()
        self.units = gathered(members, self.experiment)
        return events

    def update(self, step: int) -> Generator[Events, None, list[Event]]:
        """Do update `step` in every living member; the losses are copied from the device once, together."""
        self._turn = time.perf_counter()
        members = len(self.experiment.runs) * len(self.order)
        losses, lrs = [math.nan] * members, [math.nan] * members
        drawn = {seed: self._drawn(seed) for seed in {each.seed for unit in self.units for each in crew(unit)}}
        moved: list[Moved] = []
        stuck: list[Event] = []
        for unit in self.units:
            made, refused = self._move(unit, step, drawn)
            moved += made
            stuck += refused
            yield from self._pause()
        copied = torch.cat([each.losses for each in moved]).tolist() if moved else []
        for each, loss in zip((each for one in moved for each in one.members), copied, strict=True):
            losses[each.index] = loss
        befores: dict[Member, Before] = {}
        for one in moved:
            befores |= one.befores
            for each, lr in zip(one.members, one.lrs, strict=True):
                lrs[each.index] = lr
        self.units = [one.unit for one in moved]
        after = yield from self._after(step, losses, befores)
        done: list[Event] = [Update(step, tuple(losses), tuple(lrs))] if moved else []
        return [*done, *stuck, *after]

    def _move(
        self, unit: Ensemble | Member, step: int, drawn: Mapping[int, list[Batch]]
    ) -> tuple[list[Moved], list[Event]]:
        """Do an update of a unit; give what it did, and the members that torch refuses it to."""
        try:
            refused = unit.stuck(step) if isinstance(unit, Ensemble) else {}
            stuck: list[Event] = [Halted(each.index, step, why) for each, why in refused.items()]
            if isinstance(unit, Ensemble) and refused:
                unit.drop(refused)
            members = crew(unit)
            if not members:
                return [], stuck
            lrs = unit.rates(step).tolist() if isinstance(unit, Ensemble) else [unit.lr]
            due = members if self._due(step + 1) else ()
            befores = {each: Before(lr, flat(trained(each.model))) for each, lr in zip(due, lrs, strict=False)}
            losses = (
                unit.update(step, drawn) if isinstance(unit, Ensemble) else unit.update(drawn[unit.seed]).reshape(1)
            )
        except RuntimeError as error:  # a rate beyond what the weights' type holds, or a loss without a gradient
            if full(error):
                raise
            return [], [Halted(each.index, step, said(error)) for each in crew(unit)]
        return [Moved(unit, members, tuple(lrs), losses, befores)], stuck

    def _drawn(self, seed: int) -> list[Batch]:
        return [(self.data[0][part], part) for part in next(self.order[seed])]

    def _due(self, updates: int) -> bool:
        """Whether every member is validated after so many updates."""
        training = self.experiment.training
        return updates == training.steps or updates % training.validate_every == 0

    def _after(
        self, step: int, losses: Sequence[float], befores: Mapping[Member, Before]
    ) -> Generator[Events, None, list[Event]]:
        """Step the schedulers, part with those that can't go on, and validate where it is due."""
        updates = step + 1
        last = updates == self.experiment.training.steps
        going: list[Member] = []
        halted: list[Member] = []
        ends: list[Event] = []
        for unit in self.units:
            lost = {each for each in crew(unit) if each.diverges(losses[each.index])}
            # nothing uses the rate after the last update, and torch may refuse to give one
            ended = {} if last else self._advance(unit, updates, losses, lost)
            ends += [Diverged(each.index, step) for each in lost]
            ends += [Halted(each.index, updates, why) for each, why in ended.items()]
            halted += ended
            going += [each for each in crew(unit) if each not in lost and each not in ended]
            self._part(unit, {*lost, *ended})
            yield from self._pause()
        self.units = [unit for unit in self.units if any(each in going for each in crew(unit))]
        measured: list[Event] = []
        for each in sorted([*going, *halted] if self._due(updates) else halted, key=lambda each: each.index):
            show = last or each in halted or self.examination.shows(updates)
            measured += self.examination.of(each, updates, befores.get(each), show=show)
            yield from self._pause()
        return [*measured, *ends]

    def _part(self, unit: Ensemble | Member, leaving: set[Member]) -> None:
        if isinstance(unit, Ensemble) and leaving and len(leaving) < len(unit.members):
            unit.drop(leaving)

    def _advance(
        self, unit: Ensemble | Member, updates: int, losses: Sequence[float], lost: set[Member]
    ) -> dict[Member, str]:
        """Step the schedulers of a unit where it is due; give the members that can't go on, and why."""
        if isinstance(unit, Member):
            why = None if unit in lost else self._step(unit, updates, losses[unit.index])
            return {} if why is None else {unit: why}
        ended = {each: why for each, why in unit.ends(updates).items() if each not in lost}
        listening = [each for each in unit.members if each.run.listens]
        for each in listening:
            if each not in lost and (why := self._step(each, updates, losses[each.index])):
                ended[each] = why
        if listening:
            unit.retune(updates)
        return ended

    def _step(self, each: Member, updates: int, loss: float) -> str | None:
        """Step a member's own scheduler where it is due; one that listens is told the validation or the batch loss."""
        by_epoch = each.run.stepped == "epoch"
        metric = partial(self.examination.val_loss, each) if by_epoch else partial(float, loss)
        return each.advance(updates, self.experiment.updates_per_epoch, metric)

    def _pause(self) -> Iterator[Events]:
        """Give the turn back when it has lasted long enough."""
        now = time.perf_counter()
        if now - self._turn > LONGEST_TURN:
            yield ()
            self._turn = time.perf_counter()


class Moved(NamedTuple):
    """An update that a unit has done: what its members used and lost, and of those to be measured, what was before."""

    unit: Ensemble | Member
    members: tuple[Member, ...]
    lrs: tuple[float, ...]
    losses: Tensor
    befores: dict[Member, Before]


def crew(unit: Ensemble | Member) -> tuple[Member, ...]:
    """Give the members of a unit."""
    return tuple(unit.members) if isinstance(unit, Ensemble) else (unit,)
