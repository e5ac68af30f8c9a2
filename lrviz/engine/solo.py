"""A training by itself: one run with one seed, step by step as a race that it is alone in trains it."""

from __future__ import annotations

import time
from collections.abc import Generator

import torch

from lrviz.engine.batches import Order
from lrviz.engine.consent import agreed
from lrviz.engine.devices import resolve
from lrviz.engine.examination import Examination
from lrviz.engine.failure import full, said
from lrviz.engine.forks import Entrant, gone_on, wants_told
from lrviz.engine.member import REFUSALS, Batch, member
from lrviz.engine.states import Names, State, States
from lrviz.errors import RefusedError
from lrviz.events import Device
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.sentences import say

LONGEST_TURN = 0.02
"""Seconds of work after which it gives its turn back."""


class Solo:
    """A training of a run of an experiment with one of its seeds, that nothing is said of.

    On a CPU its losses are bit for bit those of a race that has no other run or seed. A branch is trained from the
    start of the run that it comes from in the end. Where a race has left some of the `states` along that way, it goes
    on from the latest that helps, which is the race's within rounding.

    Raises
    ------
    RefusedError
        The run can't be trained as it is planned, or torch refuses what it is made of.
    ResourceError
        The device is absent, or the model is a person's own and nobody agreed to have it executed.
    """

    def __init__(
        self,
        experiment: Experiment,
        run: int,
        seed: int,
        device: Device = "auto",
        trusted: str = "",
        *,
        states: States | None = None,
    ) -> None:
        if experiment.unfit:
            raise RefusedError(experiment.unfit)
        agreed(experiment, trusted)
        self.experiment, self.run, self.seed, self.updates = experiment, experiment.runs[run], seed, 0
        self.device = resolve(device)
        self.data = tuple(torch.from_numpy(part).to(self.device) for part in experiment.problem.data())
        self._line, self._states = experiment.lineage(self.run), states
        self._to_leave = list(self._line[1:])
        self.member = member(0, self._line[0], seed, experiment.problem, self.data[1])
        self._order = Order(experiment, seed, self.device)
        self._examination = Examination(experiment, self.data)
        self._ended, self._diverged = "", False

    def until(self, updates: int) -> Generator[float, None, None]:
        """Train on until so many updates are done; each `next()` is a turn's work, and gives the share that is done.

        Raises
        ------
        RefusedError
            It ends before.
        """
        begun = self.updates
        if begun == 0:
            yield from self._resume(updates)
            begun = self.updates
        turn = time.perf_counter()
        while True:
            yield from self._leave()
            if self.updates >= updates:
                return
            self.update()
            if time.perf_counter() - turn > LONGEST_TURN:
                yield (self.updates - begun) / (updates - begun)
                turn = time.perf_counter()

    def update(self) -> float:
        """Do the next update and what follows it, and give its loss.

        Raises
        ------
        RefusedError
            It ended before.
        """
        for _ in self._leave():
            pass
        each = self.member
        if self._ended:
            raise self._over(self._ended)
        try:
            loss = float(each.update(self._drawn()))
        except REFUSALS as error:
            if full(error):
                raise
            raise self._over(each.run.optimizer.explained(said(error))) from None
        self.updates += 1
        each.history.losses.append(loss)
        if each.diverges(loss):
            self._ended, self._diverged = (
                say("its loss left all bounds at update {updates}", updates=self.updates - 1),
                True,
            )
        elif self.updates == self.experiment.training.steps:
            self._ended = say("its plan ends there")
        else:
            self._ended = self._advance(loss) or self._stopped()
        return loss

    def _advance(self, loss: float) -> str:
        """Step the scheduler where it is due; where it can't go on, say why."""
        each, per_epoch = self.member, self.experiment.updates_per_epoch
        if self.updates % per_epoch == 0 and wants_told(each.run, self._line, self.experiment):
            each.history.told.append(self._examination.val_loss(each))
        heard = each.history.told if each.run.stepped == "epoch" else [loss]
        return each.advance(self.updates, per_epoch, lambda: heard[-1]) or ""

    def _stopped(self) -> str:
        """Validate where it is due and somebody may stop early by it; where this run does, say so."""
        due = self.updates % self.experiment.training.validate_every == 0
        if not (due and any(one.early_stopping is not None for one in self._line)):
            return ""
        each = self.member
        each.history.validations.append((self.updates, self._examination.val_loss(each)))
        early = each.run.early_stopping
        stops = early is not None and early.stops([seen for _, seen in each.history.validations])
        return say("it stopped early after {updates} update{updates:|s}", updates=self.updates) if stops else ""

    def _leave(self) -> Generator[float, None, None]:
        """Let the next branch go on from here if this is where it leaves: a run that ends here may still be left."""
        while self._to_leave and not self._diverged and _leaves(self._to_leave[0]) == self.updates:
            yield from self._go_on(self._to_leave.pop(0), State.of(self.member, self.updates))

    def _resume(self, updates: int) -> Generator[float, None, None]:
        """Go on from the latest state along the way that a race has kept, if it has any."""
        if self._states is None:
            return
        ends = [*(_leaves(child) for child in self._line[1:]), updates]
        names = Names.of(self.experiment, self.device)
        listens = any(one.listens and one.stepped == "epoch" for one in self._line)
        for place in reversed(range(len(self._line))):
            run = self._line[place]
            name = names(run, self.seed)
            told = self.experiment.updates_per_epoch if listens else 0
            state = self._states.nearest(name, min(ends[place], updates), told)
            if state is not None:
                self._to_leave = list(self._line[place + 1 :])
                yield from self._go_on(run, state)
                return

    def _go_on(self, run: Run, state: State) -> Generator[float, None, None]:
        turns = gone_on(Entrant(0, run, self.seed), state, self.experiment, self.data[1])
        while True:
            try:
                next(turns)
            except StopIteration as end:
                self.member, self.updates, self._ended = end.value, state.steps, ""
                return
            yield 0.0

    def _drawn(self) -> list[Batch]:
        """Draw the batches of the next update."""
        return [(self.data[0][part], part) for part in self._order.at(self.updates)]

    def _over(self, why: str) -> RefusedError:
        own = self.member.run
        where = "" if own.name == self.run.name else say(" in {name}, which it comes from", name=own.name)
        return RefusedError(
            say(
                "{name} has no update {updates}{where}: {why}",
                name=self.run.name,
                updates=self.updates,
                where=where,
                why=why,
            )
        )


def _leaves(run: Run) -> int:
    """Give after how many updates a branch leaves another run."""
    assert run.branch is not None  # noqa: S101 - only the first of a lineage has none
    return run.branch.step
