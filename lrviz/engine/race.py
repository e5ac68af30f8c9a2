"""A race: every run of an experiment with every seed, all one update at a time, as ensembles where that is faster."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence

import torch
from torch import Tensor

from lrviz.engine.ahead import Ahead
from lrviz.engine.batches import Order
from lrviz.engine.chain import outlined
from lrviz.engine.consent import agreed
from lrviz.engine.devices import captures, card, resolve
from lrviz.engine.dynamics import flat, trained
from lrviz.engine.early import stopping
from lrviz.engine.ensemble import Ensemble, gathered
from lrviz.engine.examination import Before, Examination, Examining
from lrviz.engine.failure import full, said
from lrviz.engine.forks import Entrant, Queue, entries, gone_on, heard
from lrviz.engine.gauge import APART, Gauge
from lrviz.engine.member import REFUSALS, Batch, Member, member
from lrviz.engine.states import Kept, Names, State, States
from lrviz.engine.trails import Trails, Walk
from lrviz.engine.units import Drawn, Moved, Unit, copied, crew, footings, halted
from lrviz.errors import RefusedError
from lrviz.events import (
    Diverged,
    Event,
    Halted,
    Outlined,
    Predicted,
    Race,
    Started,
    Stopped,
    Told,
    Update,
)
from lrviz.experiment import Experiment

LONGEST_TURN = 0.02
"""Seconds of work after which a race gives its turn back, also amid an update."""

Events = tuple[Event, ...]
Turns = Generator[Events, None, None]
Examiner = Callable[[Experiment, Sequence[Tensor]], Examining]


def race(
    job: Race, trails: Trails | None = None, states: States | None = None, *, examiner: Examiner = Examination
) -> Turns:
    """Train a race: each `next()` is one update of all members still alive, and gives its events in order.

    Where an update of many members takes long, `next()` gives () in between. Runs of one seed share their initial
    weights and the order of their batches, both drawn on the CPU whatever the device. On a CPU, with one thread, a
    race gives bitwise the same each time. torch's global random state is left as it was. The weights along the way are
    added to `trails` once the race is through, and where its members stood now and then to `states`. What is measured
    of the members is for the `examiner` to say.

    A branch takes part from where it leaves its parent, which trains by itself. Where runs are named, what they come
    from is trained without a word but `Replayed`, from the nearest of the `states` on.

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
    field = _Field(job, trails, states, examiner)
    events = yield from field.gather()
    for step in range(field.entries.first, steps):
        if not field.busy:
            break
        events += yield from field.update(step)
        if trails is not None and field.walk is not None and (step + 1 == steps or not field.busy):
            trails.add(field.walk)
        yield field.entries.said(events)
        events = []
    if events:
        yield field.entries.said(events)
    if states is not None:
        states.settle()


class _Field:
    """The members of a race and what they share: the examples, and the order each seed draws them in.

    Its units are ensembles of members that train as one, ahead of the race where that is faster, and members that train
    by themselves.
    """

    def __init__(self, job: Race, trails: Trails | None, states: States | None, examiner: Examiner) -> None:
        self.experiment = job.experiment
        self.device = resolve(job.device)
        self.names = Names.of(job.experiment, self.device)
        self.entries = entries(job, states, self.names)
        self.walk = None if trails is None else Walk(job.experiment, self.entries.asked, trails)
        self.data = tuple(torch.from_numpy(part).to(self.device) for part in job.experiment.problem.data())
        self.order = {seed: Order(job.experiment, seed, self.device) for seed in job.experiment.training.seeds}
        self.examination = examiner(job.experiment, self.data)
        self.walks = job.experiment.problem.task == "surface"
        self.ahead = captures(self.device) and not self.walks  # whose every place is told
        # what is ahead can only be looked at where it validates, and of a walk every slope is told
        self.gauge = Gauge(job.experiment, job.experiment.training.steps if self.ahead or self.walks else APART)
        self.kept = None if states is None else states.begin(job.experiment.training.steps)
        self.queue = Queue(job.experiment, self.entries)
        self.units: list[Unit] = []
        self._turn = time.perf_counter()

    @property
    def busy(self) -> bool:
        """Whether a member is alive, or one is yet to come."""
        return bool(self.units or self.queue)

    def gather(self) -> Generator[Events, None, list[Event]]:
        """Build the members that start anew; those that torch refuses are halted before their first update."""
        events: list[Event] = [Started(str(self.device), card(str(self.device))), self.examination.examined]
        members: list[Member] = []
        for index, run, seed in self.entries.fresh:
            try:
                members.append(member(index, run, seed, self.experiment.problem, self.data[1]))
            except RefusedError as error:
                events.append(Halted(index, 0, error.sentence))
            yield from self._pause()
        if members:
            events.append(self._outlined(members[0]))
        if self.walk is not None:
            self.walk.begin(members, self.entries.first)
        # what others leave trains by itself: as it does where it is trained again for them
        alone = [each for each in members if each.index in self.entries.parents]
        self.units = [
            *(
                Ahead(unit, self.data[0], self.experiment) if isinstance(unit, Ensemble) and self.ahead else unit
                for unit in gathered([each for each in members if each not in alone], self.experiment)
            ),
            *alone,
        ]
        return [*events, *self.queue.orphans(events)]

    def _outlined(self, member: Member) -> Outlined:
        """Give what the model of all members is made of, and get ready to measure it."""
        outline = outlined(member.model, self.data[0][:2], member.guest)
        self.gauge.fit(outline.shapes)
        return outline

    def update(self, step: int) -> Generator[Events, None, list[Event]]:
        """Do update `step` in every living member; the losses are copied from the device once, together."""
        self._turn = time.perf_counter()
        begun = yield from self._begin(step)
        members = len(self.experiment.runs) * len(self.order)
        losses, lrs = [math.nan] * members, [math.nan] * members
        drawn = Drawn(lambda seed: [(self.data[0][part], part) for part in self.order[seed].at(step)])
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
                each.history.losses.append(loss)
        places = footings(moved, members) if self.walks else ()
        self.units = [one.unit for one in moved]
        after = yield from self._after(step, losses, befores)
        done = [self.entries.told(Update(step, tuple(losses), tuple(lrs), places))] if moved else []
        norms = [event for one in moved for event in one.norms]
        found = [*begun, *done, *norms, *stuck, *after]
        return [*found, *self.queue.orphans(found)]

    def _begin(self, step: int) -> Generator[Events, None, list[Event]]:
        """Let those take part whose time has come, and part with those that were there only for others to leave."""
        events: list[Event] = []
        for entrant, kept in self.queue.resuming(step):
            events += yield from self._enter(entrant, kept, step)
            made = next((each for each in self._alone if each.index == entrant.member), None)
            if self.walk is not None and made is not None:
                self.walk.resume(made, step)
        for fork in self.queue.leaving(step):
            state = self.queue.left(fork, self._alone)
            if state is not None:  # else its parent is one that could not go on just now
                events += yield from self._enter(fork.entrant, state, step)
                if self.walk is not None:
                    self.walk.leave(fork.entrant.member, fork.parent, step)
        last = self.entries.last
        self.units = [unit for unit in self.units if last.get(crew(unit)[0].index, math.inf) > step]
        return events

    @property
    def _alone(self) -> list[Member]:
        """The members that train by themselves."""
        return [unit for unit in self.units if isinstance(unit, Member)]

    def _enter(self, entrant: Entrant, state: State, step: int) -> Generator[Events, None, list[Event]]:
        """Let one go on from a state; give its end where it can't."""
        try:
            turns = gone_on(entrant, state, self.experiment, self.data[1])
            while True:
                try:
                    next(turns)
                except StopIteration as end:
                    made: Member = end.value
                    outline = [] if self.gauge.fitted else [self._outlined(made)]
                    self.units.append(made)
                    return [*outline, *heard(made, self.experiment.updates_per_epoch)]
                yield from self._pause()
        except RefusedError as error:
            return [Halted(entrant.member, step, error.sentence)]

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
        refused: list[Member] = []
        told: list[Told] = []
        ends: list[Event] = []
        for unit in self.units:
            lost = {each for each in crew(unit) if each.diverges(losses[each.index])}
            # nothing uses the rate after the last update, and torch may refuse to give one
            ended, heard = ({}, []) if last else self._advance(unit, updates, losses, lost)
            told += heard
            ends += [Diverged(each.index, step) for each in crew(unit) if each in lost]
            ends += [Halted(each.index, updates, why) for each, why in ended.items()]
            refused += ended
            going += [each for each in crew(unit) if each not in lost and each not in ended]
            if self.walk is not None:
                self.walk.lose(lost)
            yield from self._pause()
        self._remember(updates, ending=bool(ends) or self.queue.due(updates))
        self.queue.part(refused, updates)
        self._keep(going)
        measured: list[Event] = []
        for each in sorted([*going, *refused] if self._due(updates) else refused, key=lambda each: each.index):
            show = last or each in refused or self.examination.shows(updates)
            try:
                measured += self.examination.of(each, updates, befores.get(each), show=show)
            except REFUSALS as error:  # a person's own model may fail where it isn't trained
                if full(error):
                    raise
                if each in going:
                    self.queue.part([each], updates)
                    going.remove(each)
                    ends.append(Halted(each.index, updates, said(error)))
            yield from self._pause()
        stopped = self._stopped(going, updates, measured) if self._due(updates) and not last else []
        ends += stopped
        if stopped:
            self._remember(updates, ending=True)
        gone = {event.member for event in stopped}
        self._keep([each for each in going if each.index not in gone])
        if self.kept is not None:
            yield from self._keep_states(self.kept, updates)
        return [*told, *measured, *ends]

    def _stopped(self, going: Sequence[Member], updates: int, measured: list[Event]) -> list[Stopped]:
        """Give the members that stop early now, and add their outputs to what was measured."""
        found = list(stopping(going, updates, measured))
        for each, _ in found:
            self.queue.part([each], updates)
            if not self.examination.shows(updates):
                shown = self.examination.of(each, updates, None, show=True)
                measured += [event for event in shown if isinstance(event, Predicted)]
        return [stopped for _, stopped in found]

    def _keep_states(self, kept: Kept, updates: int) -> Iterator[Events]:
        """Keep where the members stand, for later races; those that are ahead only when they are measured."""
        ahead = any(isinstance(unit, Ahead) for unit in self.units) and not self._due(updates)
        if ahead or not kept.due(updates):
            return
        for unit in self.units:
            kept.keep(unit, updates, self.names)
            yield from self._pause()
        kept.thin()

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
            each.history.told.append(told[-1].value)
            return told[-1].value

        per_epoch = self.experiment.updates_per_epoch
        epoch_ends = updates % per_epoch == 0 and not (each.run.listens and each.run.stepped == "epoch")
        if epoch_ends and self.queue.hears(each.run):
            each.history.told.append(self.examination.val_loss(each))
        return each.advance(updates, per_epoch, metric), told

    def _pause(self) -> Iterator[Events]:
        """Give the turn back when it has lasted long enough."""
        now = time.perf_counter()
        if now - self._turn > LONGEST_TURN:
            yield ()
            self._turn = time.perf_counter()
