"""A race: every run of an experiment with every seed, all one update at a time, as ensembles where that is faster."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from itertools import islice, product
from typing import NamedTuple

import torch
from torch import Tensor

from lrviz.catalog.models.own_model import foreign
from lrviz.engine.ahead import Ahead
from lrviz.engine.batches import batches
from lrviz.engine.chain import outlined
from lrviz.engine.devices import captures, card, resolve
from lrviz.engine.dynamics import flat, trained
from lrviz.engine.ensemble import Ensemble, gathered
from lrviz.engine.examination import Before, Examination, Examining
from lrviz.engine.failure import full, said
from lrviz.engine.gauge import Gauge
from lrviz.engine.member import REFUSALS, Batch, Member, member
from lrviz.engine.trails import Trails, Walk
from lrviz.errors import RefusedError, ResourceError
from lrviz.events import Diverged, Event, Halted, Norms, Race, Started, Told, Update
from lrviz.experiment import Experiment

LONGEST_TURN = 0.02
"""Seconds of work after which a race gives its turn back, also amid an update."""

Events = tuple[Event, ...]
Turns = Generator[Events, None, None]
Unit = Ensemble | Ahead | Member
Footing = tuple[float, float, float, float]
Examiner = Callable[[Experiment, Sequence[Tensor]], Examining]


def race(job: Race, trails: Trails | None = None, examiner: Examiner = Examination) -> Turns:
    """Train a race: each `next()` is one update of all members still alive, and gives its events in order.

    Where an update of many members takes long, `next()` gives () in between. Runs of one seed share their initial
    weights and the order of their batches, both drawn on the CPU whatever the device. On a CPU, with one thread, a
    race gives bitwise the same each time. torch's global random state is left as it was. The weights along the way are
    added to `trails` once the race is through. What is measured of the members is for the `examiner` to say.

    Raises
    ------
    ResourceError
        The device is absent, or the model is a person's own and nobody agreed to have it executed.
    RefusedError
        The plan's updates are larger than the data.
    """
    steps = job.experiment.training.steps
    if job.experiment.unfit:
        raise RefusedError(job.experiment.unfit)
    agreed(job.experiment, job.trusted)
    field = _Field(job, Walk(job.experiment) if trails is not None else None, examiner)
    events = yield from field.gather()
    for step in range(steps):
        if not field.units:
            break
        events += yield from field.update(step)
        if trails is not None and field.walk is not None and (step + 1 == steps or not field.units):
            trails.add(field.walk)
        yield tuple(events)
        events = []
    if events:
        yield tuple(events)


def agreed(experiment: Experiment, trusted: str) -> None:
    """Refuse to execute a model of a person's own that nobody has agreed to have executed.

    Raises
    ------
    ResourceError
        `trusted` isn't that model's consent.
    """
    own = foreign(experiment.problem.model)
    if own is not None and own.consent != trusted:
        raise ResourceError(f"{own.name} is a program, and nobody has agreed to execute it (trust=True, or --trust)")


class _Field:
    """The members of a race and what they share: the examples, and the order each seed draws them in.

    Its units are ensembles of members that train as one, ahead of the race where that is faster, and members that train
    by themselves.
    """

    def __init__(self, job: Race, walk: Walk | None, examiner: Examiner) -> None:
        self.experiment, self.walk = job.experiment, walk
        self.device = resolve(job.device)
        self.data = tuple(torch.from_numpy(part).to(self.device) for part in job.experiment.problem.data())
        self.order = {seed: batches(job.experiment, seed, self.device) for seed in job.experiment.training.seeds}
        self.examination = examiner(job.experiment, self.data)
        self.gauge = Gauge(job.experiment, self.device)
        self.walks = job.experiment.problem.task == "surface"
        self.units: list[Unit] = []
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
        if members:
            outline = outlined(members[0].model, self.data[0][:2], members[0].guest)
            self.gauge.fit(outline.shapes)
            events.append(outline)
        if self.walk is not None:
            self.walk.begin(members)
        ahead = captures(self.device) and not self.walks  # whose every place is told
        self.units = [
            Ahead(unit, self.data[0], self.experiment) if isinstance(unit, Ensemble) and ahead else unit
            for unit in gathered(members, self.experiment)
        ]
        return events

    def update(self, step: int) -> Generator[Events, None, list[Event]]:
        """Do update `step` in every living member; the losses are copied from the device once, together."""
        self._turn = time.perf_counter()
        members = len(self.experiment.runs) * len(self.order)
        losses, lrs = [math.nan] * members, [math.nan] * members
        drawn = Drawn(self._drawn)
        moved: list[Moved] = []
        stuck: list[Event] = []
        for unit in self.units:
            made, refused = self._move(unit, step, drawn)
            moved += made
            stuck += refused
            yield from self._pause()
        befores: dict[Member, Before] = {}
        for one, own in zip(moved, copied([each.losses for each in moved]), strict=True):
            befores |= one.befores
            for each, lr, loss in zip(one.members, one.lrs, own, strict=True):
                lrs[each.index], losses[each.index] = lr, loss
        places = footings(moved, members) if self.walks else ()
        self.units = [one.unit for one in moved]
        after = yield from self._after(step, losses, befores)
        done: list[Event] = [Update(step, tuple(losses), tuple(lrs), places)] if moved else []
        return [*done, *(event for one in moved for event in one.norms), *stuck, *after]

    def _move(self, unit: Unit, step: int, drawn: Mapping[int, list[Batch]]) -> tuple[list[Moved], list[Event]]:
        """Do an update of a unit; give what it did, and the members that torch refuses it to."""
        refused = {} if isinstance(unit, Member) else unit.stuck(step)
        stuck: list[Event] = [halted(each, step, why) for each, why in refused.items()]
        if not isinstance(unit, Member) and refused:
            unit.drop(refused)
        members = crew(unit)
        if not members:
            return [], stuck
        lrs = [unit.lr] if isinstance(unit, Member) else unit.rates(step).tolist()
        due = members if self._due(step + 1) else ()
        befores = {each: Before(lr, flat(trained(each.model))) for each, lr in zip(due, lrs, strict=False)}
        weights = self.gauge.weights(unit) if self.gauge.due(step + 1) else None
        try:
            losses = self._learn(unit, step, drawn)
        except REFUSALS as error:  # a rate beyond what the weights' type holds, one example for a BatchNorm, …
            if full(error):
                raise
            if not isinstance(unit, Member) and step == 0:
                made, alone = self._part_ways(unit, drawn)
                return made, [*stuck, *alone]
            return [], [*stuck, *(halted(each, step, said(error)) for each in members)]
        norms = [] if weights is None else self.gauge.norms(unit, step + 1, weights)
        return [Moved(unit, members, tuple(lrs), losses, befores, norms)], stuck

    def _part_ways(self, unit: Ensemble | Ahead, drawn: Mapping[int, list[Batch]]) -> tuple[list[Moved], list[Event]]:
        """Let each member of an ensemble that can't do its first update try by itself: nothing has moved yet."""
        members = crew(unit)
        unit.drop(members)
        tried = [self._move(each, 0, drawn) for each in members]
        return [moved for made, _ in tried for moved in made], [event for _, stuck in tried for event in stuck]

    def _learn(self, unit: Unit, step: int, drawn: Mapping[int, list[Batch]]) -> Tensor | list[float]:
        if isinstance(unit, Member):
            return unit.update(drawn[unit.seed]).reshape(1)
        return unit.update(step, self._until(step)) if isinstance(unit, Ahead) else unit.update(step, drawn)

    def _until(self, step: int) -> int:
        """Give the first update that waits until `step` is told, since what is measured comes between them."""
        training = self.experiment.training
        due = min(step - step % training.validate_every + training.validate_every, training.steps)
        return due if step == due - 1 else due - 1

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
        told: list[Told] = []
        ends: list[Event] = []
        for unit in self.units:
            lost = {each for each in crew(unit) if each.diverges(losses[each.index])}
            # nothing uses the rate after the last update, and torch may refuse to give one
            ended, heard = ({}, []) if last else self._advance(unit, updates, losses, lost)
            told += heard
            ends += [Diverged(each.index, step) for each in crew(unit) if each in lost]
            ends += [Halted(each.index, updates, why) for each, why in ended.items()]
            halted += ended
            going += [each for each in crew(unit) if each not in lost and each not in ended]
            if self.walk is not None:
                self.walk.lose(lost)
            yield from self._pause()
        self._remember(updates, ending=bool(ends))
        self._keep(going)
        measured: list[Event] = []
        for each in sorted([*going, *halted] if self._due(updates) else halted, key=lambda each: each.index):
            show = last or each in halted or self.examination.shows(updates)
            try:
                measured += self.examination.of(each, updates, befores.get(each), show=show)
            except REFUSALS as error:  # a person's own model may fail where it isn't trained
                if full(error):
                    raise
                if each in going:
                    going.remove(each)
                    ends.append(Halted(each.index, updates, said(error)))
            yield from self._pause()
        self._keep(going)
        return [*told, *measured, *ends]

    def _remember(self, updates: int, *, ending: bool) -> None:
        """Keep the weights of all members where it is due; those that are ahead are where they were told only then."""
        ahead = any(isinstance(unit, Ahead) for unit in self.units) and not self._due(updates)
        if self.walk is None or ahead or not self.walk.due(updates, ending=ending):
            return
        for unit in self.units:
            self.walk.take(updates, crew(unit), self.walk.row(unit)[None] if isinstance(unit, Member) else unit.matrix)

    def _keep(self, going: Collection[Member]) -> None:
        """Part with all members but these."""
        going = set(going)
        for unit in self.units:
            leaving = [each for each in crew(unit) if each not in going]
            if not isinstance(unit, Member) and 0 < len(leaving) < len(unit.members):
                unit.drop(leaving)
        self.units = [unit for unit in self.units if any(each in going for each in crew(unit))]

    def _advance(
        self, unit: Unit, updates: int, losses: Sequence[float], lost: set[Member]
    ) -> tuple[dict[Member, str], list[Told]]:
        """Step the schedulers of a unit where it is due; give the members that can't go on and why, and what was told.

        Of an ensemble only those that listen are stepped.
        """
        stepped = [unit] if isinstance(unit, Member) else [each for each in unit.members if each.run.listens]
        ends = {} if isinstance(unit, Member) else unit.ends(updates)
        ended = {each: why for each, why in ends.items() if each not in lost}
        told: list[Told] = []
        for each in stepped:
            if each not in lost:
                why, heard = self._step(each, updates, losses[each.index])
                told += heard
                ended |= {} if why is None else {each: why}
        if stepped and not isinstance(unit, Member):
            unit.retune(updates)
        return ended, told

    def _step(self, each: Member, updates: int, loss: float) -> tuple[str | None, list[Told]]:
        """Step a member's own scheduler where it is due; one that listens is told the validation or the batch loss."""
        told: list[Told] = []

        def metric() -> float:
            if each.run.stepped == "batch":
                return loss
            told.append(Told(each.index, updates, self.examination.val_loss(each)))
            return told[-1].value

        return each.advance(updates, self.experiment.updates_per_epoch, metric), told

    def _pause(self) -> Iterator[Events]:
        """Give the turn back when it has lasted long enough."""
        now = time.perf_counter()
        if now - self._turn > LONGEST_TURN:
            yield ()
            self._turn = time.perf_counter()


class Drawn(dict[int, list[Batch]]):
    """The batches of an update by seed, each drawn when it is first asked for."""

    def __init__(self, draw: Callable[[int], list[Batch]]) -> None:
        super().__init__()
        self._draw = draw

    def __missing__(self, seed: int) -> list[Batch]:
        self[seed] = self._draw(seed)
        return self[seed]


class Moved(NamedTuple):
    """An update that a unit has done: what its members used and lost, and what is measured of it or to be measured."""

    unit: Unit
    members: tuple[Member, ...]
    lrs: tuple[float, ...]
    losses: Tensor | list[float]
    befores: dict[Member, Before]
    norms: list[Norms]


def halted(each: Member, steps: int, words: str) -> Halted:
    """Say that a member can't do its next update, in torch's words and what they mean."""
    return Halted(each.index, steps, each.run.optimizer.explained(words))


def crew(unit: Unit) -> tuple[Member, ...]:
    """Give the members of a unit."""
    return (unit,) if isinstance(unit, Member) else tuple(unit.members)


def footings(moved: Sequence[Moved], members: int) -> tuple[Footing, ...]:
    """Give where each of so many members stands on a surface, and the slope that it used; NaN of those that ended."""
    found: list[Footing] = [(math.nan,) * 4] * members
    for one in moved:
        if isinstance(one.unit, Ahead):
            raise TypeError("a walk is told update by update, and is never ahead")
        for each, footing in zip(one.members, one.unit.footing().tolist(), strict=True):
            found[each.index] = tuple(footing)
    return tuple(found)


def copied(losses: Sequence[Tensor | list[float]]) -> list[list[float]]:
    """Give losses as numbers; those that are still on the device come from it at once."""
    there = [each for each in losses if isinstance(each, Tensor)]
    numbers = iter(torch.cat(there).tolist() if there else ())
    return [list(islice(numbers, len(each))) if isinstance(each, Tensor) else each for each in losses]
