"""Forks: who takes part in a race and from when on, and how a member goes on from where another one stood."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

import torch
from torch import Tensor

from lrviz.engine.member import Member
from lrviz.engine.member import member as build_member
from lrviz.engine.states import State, States, key, put
from lrviz.errors import RefusedError, SpecError, nearest, shown
from lrviz.events import Diverged, Event, Halted, Race, Stopped
from lrviz.experiment import Experiment
from lrviz.run import Run

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


def entries(job: Race, states: States | None, device: torch.device) -> Entries:
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
            raise SpecError("Race.runs", name, f"names of runs{f'; the nearest is {close}' if close else ''}")
    found = Entries()
    youngest_first = sorted(experiment.runs, key=lambda run: -len(experiment.lineage(run)))
    for place, seed in enumerate(seeds):
        for run in youngest_first:
            entrant = Entrant(names.index(run.name) * len(seeds) + place, run, seed)
            if not job.runs or run.name in job.runs:
                found.asked.add(entrant.member)
            _enter(found, entrant, experiment, states, device)
    found.fresh.sort()
    return found


def _enter(
    found: Entries, entrant: Entrant, experiment: Experiment, states: States | None, device: torch.device
) -> None:
    """Let one take part if it is asked for, or if others are to leave it."""
    index, run, seed = entrant
    leaving = [fork for fork in found.forks if fork.parent == index]
    if index not in found.asked:
        if not leaving:
            return
        found.last[index] = max(fork.step for fork in leaving)
        wanted = wants_told(run, (fork.entrant.run for fork in found.forks), experiment)

        def fits(state: State) -> bool:
            told = state.steps // experiment.updates_per_epoch if wanted else 0
            return len(state.history.told) >= told

        name, first = key(experiment, run, seed, device), min(fork.step for fork in leaving)
        state = None if states is None else states.nearest(name, first, fits)
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


def fates(events: Iterable[Event]) -> dict[int, tuple[int, str]]:
    """Give the members that come to their end in some events, after how many updates, and why."""
    found: dict[int, tuple[int, str]] = {}
    for event in events:
        match event:
            case Diverged(member=index, step=step):
                found[index] = step + 1, f"diverged at step {step}"
            case Halted(member=index, steps=steps, message=message):
                found[index] = steps, f"went no further than {steps} updates: {message}"
            case Stopped(member=index, steps=steps):
                found[index] = steps, f"stopped early after {steps} updates"
    return found


def orphaned(forks: Collection[Fork], ended: dict[int, tuple[int, str]], names: dict[int, str]) -> list[Halted]:
    """Give the end of all that were to leave members which have ended, and of those that were to leave them."""
    found: list[Halted] = []
    for fork in forks:
        if fork.parent in ended:
            steps, why = ended[fork.parent]
            words = f"{shown(names[fork.parent])}, which it leaves after {fork.step} updates, {why}"
            found.append(Halted(fork.entrant.member, steps, words))
    return found + (orphaned(forks, fates(found), names) if found else [])
