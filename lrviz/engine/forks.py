"""Forks: who takes part in a race and from when on, and how a member goes on from where another one stood."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from torch import Tensor

from lrviz.engine.member import Member
from lrviz.engine.member import member as build_member
from lrviz.engine.states import Names, State, States, put
from lrviz.errors import RefusedError, SpecError, nearest, shown
from lrviz.events import Diverged, Event, Halted, Race, Replayed, Stopped, Told, Update
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.sentences import say

TOGETHER = 64
"""Steps of a scheduler that are caught up with at a time."""


class Entrant(NamedTuple):
    """The training of a run with a seed, which is that `member` of its race."""

    member: int
    run: Run
    seed: int


class Fork(NamedTuple):
    """A branch that is to leave the member `parent` after `step` updates."""

    entrant: Entrant
    parent: int
    step: int


@dataclass(frozen=True)
class Entries:
    """Who starts anew, who goes on from a state that was kept, and who is to leave whom.

    Those not `asked` for are trained for others to leave, each until `last` so many updates.
    """

    fresh: list[Entrant] = field(default_factory=list)
    resumed: list[tuple[Entrant, State]] = field(default_factory=list)
    forks: list[Fork] = field(default_factory=list)
    asked: set[int] = field(default_factory=set)
    last: dict[int, int] = field(default_factory=dict)

    @property
    def parents(self) -> set[int]:
        """The members that others are to leave."""
        return {fork.parent for fork in self.forks}

    @property
    def first(self) -> int:
        """The race's first update."""
        return 0 if self.fresh else min((state.steps for _, state in self.resumed), default=0)

    @property
    def replayed(self) -> int:
        """The first update of one that is asked for."""
        if any(each.member in self.asked for each in self.fresh):
            return 0
        return min((fork.step for fork in self.forks if fork.entrant.member in self.asked), default=0)

    def said(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Give events without those of members that nobody asked for."""
        return tuple(each for each in events if getattr(each, "member", None) in (None, *self.asked))

    def told(self, update: Update) -> Update | Replayed:
        """Give what is said of an update: nothing of members that nobody asked for but that they are under way."""
        if update.step < self.replayed:
            return Replayed((update.step + 1 - self.first) / (self.replayed - self.first))
        if len(self.asked) == len(update.losses):
            return update
        return Update(
            update.step,
            tuple(loss if i in self.asked else math.nan for i, loss in enumerate(update.losses)),
            tuple(lr if i in self.asked else math.nan for i, lr in enumerate(update.lrs)),
            tuple(place if i in self.asked else (math.nan,) * 4 for i, place in enumerate(update.places)),
        )


def entries(job: Race, states: States | None, called: Names) -> Entries:
    """Find who has to train so that the runs of a job are trained.

    Raises
    ------
    SpecError
        The job names a run that isn't in its experiment.
    """
    experiment, seeds = job.experiment, job.experiment.training.seeds
    names = [run.name for run in experiment.runs]
    for name in job.runs:
        if name not in names:
            close = nearest(name, names)
            raise SpecError(
                "Race.runs",
                name,
                say("names of runs; the nearest is {close}", close=close) if close else say("names of runs"),
            )
    found = Entries()
    youngest_first = sorted(experiment.runs, key=lambda run: -len(experiment.lineage(run)))
    for place, seed in enumerate(seeds):
        for run in youngest_first:
            entrant = Entrant(names.index(run.name) * len(seeds) + place, run, seed)
            if not job.runs or run.name in job.runs:
                found.asked.add(entrant.member)
            _enter(found, entrant, experiment, states, called)
    found.fresh.sort()
    return found


def _enter(found: Entries, entrant: Entrant, experiment: Experiment, states: States | None, names: Names) -> None:
    """Let one take part if it is asked for, or if others are to leave it."""
    index, run, seed = entrant
    leaving = [fork for fork in found.forks if fork.parent == index]
    if index not in found.asked:
        if not leaving:
            return
        found.last[index] = max(fork.step for fork in leaving)
        told = wants_told(run, (fork.entrant.run for fork in found.forks), experiment)
        name, first = names(run, seed), min(fork.step for fork in leaving)
        state = None if states is None else states.nearest(name, first, experiment.updates_per_epoch if told else 0)
        if state is not None:
            found.resumed.append((entrant, state))
            return
    if run.branch is None:
        found.fresh.append(entrant)
    else:
        parent = next(i for i, one in enumerate(experiment.runs) if one.name == run.branch.run)
        place = experiment.training.seeds.index(seed)
        found.forks.append(Fork(entrant, parent * len(experiment.training.seeds) + place, run.branch.step))


def wants_told(run: Run, others: Iterable[Run], experiment: Experiment) -> bool:
    """Whether a run's validation losses after each epoch are to be remembered, for its own scheduler or others'."""
    return any(
        one.listens and one.stepped == "epoch" and run.name in {each.name for each in experiment.lineage(one)}
        for one in (run, *others)
    )


def gone_on(entrant: Entrant, state: State, experiment: Experiment, target: Tensor) -> Generator[None, None, Member]:
    """Build a member that goes on from where one stood: itself, or the run it leaves. Yields after a little work.

    Raises
    ------
    RefusedError
        As `member`, or its scheduler can't come so far.
    """
    index, run, seed = entrant
    made = build_member(index, run, seed, experiment.problem, target)
    put(state, made)
    per_epoch = experiment.updates_per_epoch
    made.history = state.history.until(state.steps, per_epoch)
    yield
    made.optimizer._opt_called = True  # type: ignore[attr-defined]  # noqa: SLF001 - else torch warns of an order
    for count, updates in enumerate(_steps(run, state.steps, per_epoch)):
        if why := made.advance(updates, per_epoch, partial(_heard, made, updates, per_epoch)):
            raise RefusedError(why)
        if count % TOGETHER == 0:
            yield
    return made


def _steps(run: Run, updates: int, per_epoch: int) -> Iterator[int]:
    """Give after how many updates the scheduler of a run was stepped, of the first so many."""
    each = per_epoch if run.stepped == "epoch" else 1
    return iter(range(run.began // each * each + each, updates + 1, each))


def _heard(made: Member, updates: int, per_epoch: int) -> float:
    """Give what a scheduler that listens was told after so many updates, or would have been."""
    history = made.history
    return history.told[updates // per_epoch - 1] if made.run.stepped == "epoch" else history.losses[updates - 1]


def heard(made: Member, per_epoch: int) -> list[Event]:
    """Say what the scheduler of a member that goes on has heard of the epochs before."""
    if not (made.run.listens and made.run.stepped == "epoch") or made.run.began:
        return []
    return [Told(made.index, (epoch + 1) * per_epoch, value) for epoch, value in enumerate(made.history.told)]


class Queue:
    """Those that are yet to take part in a race, and the states that runs had which ended just as others leave them."""

    def __init__(self, experiment: Experiment, found: Entries) -> None:
        self._experiment = experiment
        self._forks = sorted(found.forks, key=lambda fork: len(experiment.lineage(fork.entrant.run)))
        self._resumed = list(found.resumed)
        self._left: dict[int, State] = {}

    def __bool__(self) -> bool:
        return bool(self._forks or self._resumed)

    def resuming(self, step: int) -> list[tuple[Entrant, State]]:
        """Give those that go on from states after so many updates; they leave the queue."""
        found = [each for each in self._resumed if each[1].steps == step]
        self._resumed = [each for each in self._resumed if each[1].steps != step]
        return found

    def leaving(self, step: int) -> Iterator[Fork]:
        """Give the branches that leave after so many updates, parents before their own; each leaves the queue."""
        for fork in [each for each in self._forks if each.step == step]:
            yield fork
            if fork in self._forks:
                self._forks.remove(fork)

    def left(self, fork: Fork, alive: Iterable[Member]) -> State | None:
        """Give the state that a branch leaves its parent in; None where there is no such parent."""
        parent = next((each for each in alive if each.index == fork.parent), None)
        return self._left.get(fork.parent) if parent is None else State.of(parent, fork.step)

    def due(self, updates: int) -> bool:
        """Whether a branch leaves after so many updates."""
        return any(fork.step == updates for fork in self._forks)

    def part(self, ended: Sequence[Member], updates: int) -> None:
        """Take down where members stand that end just where others are to leave them."""
        due = {fork.parent for fork in self._forks if fork.step == updates}
        self._left |= {each.index: State.of(each, updates) for each in ended if each.index in due}

    def hears(self, run: Run) -> bool:
        """Whether the validation losses of a run after each epoch are for a branch's scheduler to know."""
        return wants_told(run, (fork.entrant.run for fork in self._forks), self._experiment)

    def orphans(self, events: Sequence[Event]) -> list[Halted]:
        """Give the end of branches whose parents have come to theirs before they could leave them."""
        ended = fates(events)
        lost = [fork for fork in self._forks if fork.parent in ended and not self._just(fork, ended[fork.parent][0])]
        found: list[Halted] = []
        for fork in lost:
            steps, why = ended[fork.parent]
            parent = self._experiment.runs[fork.parent // len(self._experiment.training.seeds)].name
            words = say(
                "{parent}, which it leaves after {step} update{step:|s}, {why}",
                parent=shown(parent),
                step=fork.step,
                why=why,
            )
            found.append(Halted(fork.entrant.member, steps, words))
            self._forks.remove(fork)
        return found + (self.orphans(found) if found else [])

    def _just(self, fork: Fork, steps: int) -> bool:
        """Whether a branch leaves its parent just as that ends, in a state that is known."""
        return fork.parent in self._left and fork.step == steps


def fates(events: Iterable[Event]) -> dict[int, tuple[int, str]]:
    """Give the members that come to their end in some events, after how many updates, and why."""
    found: dict[int, tuple[int, str]] = {}
    for event in events:
        match event:
            case Diverged(member=index, step=step):
                found[index] = step + 1, say("diverged at step {step}", step=step)
            case Halted(member=index, steps=steps, message=message):
                found[index] = (
                    steps,
                    say("went no further than {steps} update{steps:|s}: {message}", steps=steps, message=message),
                )
            case Stopped(member=index, steps=steps):
                found[index] = steps, say("stopped early after {steps} update{steps:|s}", steps=steps)
    return found
