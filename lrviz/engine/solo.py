"""A training by itself: one run with one seed, step by step as a race that it is alone in trains it."""

from __future__ import annotations

import time
from collections.abc import Generator

import torch

from lrviz.engine.batches import batches
from lrviz.engine.devices import resolve
from lrviz.engine.examination import Examination
from lrviz.engine.failure import full, said
from lrviz.engine.forks import Entrant, gone_on, wants_told
from lrviz.engine.member import REFUSALS, Batch, member
from lrviz.engine.race import agreed
from lrviz.engine.states import State
from lrviz.errors import RefusedError
from lrviz.events import Device
from lrviz.experiment import Experiment

LONGEST_TURN = 0.02
"""Seconds of work after which it gives its turn back."""


class Solo:
    """A training of a run of an experiment with one of its seeds, that nothing is said of.

    On a CPU its losses are bit for bit those of a race that has no other run or seed. A branch is what it comes from
    until it leaves that: `run` is whose rules hold.

    Raises
    ------
    RefusedError
        The run can't be trained as it is planned, or torch refuses what it is made of.
    ResourceError
        The device is absent, or the model is a person's own and nobody agreed to have it executed.
    """

    def __init__(self, experiment: Experiment, run: int, seed: int, device: Device = "auto", trusted: str = "") -> None:
        if experiment.unfit:
            raise RefusedError(experiment.unfit)
        agreed(experiment, trusted)
        root, *self._later = experiment.stretches(experiment.runs[run])
        self.experiment, self.run, self.updates, self._seed = experiment, root.run, 0, seed
        self.device = resolve(device)
        self.data = tuple(torch.from_numpy(part).to(self.device) for part in experiment.problem.data())
        self.member = member(0, self.run, seed, experiment.problem, self.data[1])
        self._order = batches(experiment, seed, self.device)
        self._examination = Examination(experiment, self.data)
        self._ended, self._lost = "", False

    def until(self, updates: int) -> Generator[float, None, None]:
        """Train on until so many updates are done; each `next()` is a turn's work, and gives the share that is done.

        Raises
        ------
        RefusedError
            It ends before.
        """
        turn = time.perf_counter()
        while self.updates < updates:
            self.update()
            if time.perf_counter() - turn > LONGEST_TURN:
                yield self.updates / updates
                turn = time.perf_counter()
        self._leave()

    def update(self) -> float:
        """Do the next update and what follows it, and give its loss.

        Raises
        ------
        RefusedError
            It ended before.
        """
        self._leave()
        if self._ended:
            raise RefusedError(f"{self.run.name} has no update {self.updates}: {self._ended}")
        try:
            loss = float(self.member.update(self.drawn()))
        except REFUSALS as error:
            if full(error):
                raise
            words = self.run.optimizer.explained(said(error))
            raise RefusedError(f"{self.run.name} has no update {self.updates}: {words}") from None
        self.updates += 1
        self.member.history.losses.append(loss)
        if self.member.diverges(loss):
            self._lost = True
            self._ended = f"its loss left all bounds at update {self.updates - 1}"
        elif self.updates == self.experiment.training.steps:
            self._ended = "its plan ends there"
        else:
            self._ended = self._advance(loss)
        return loss

    def _advance(self, loss: float) -> str:
        """Step the scheduler where it is due, and say why if it can't go on; remember what branches will ask for."""
        per_epoch, history = self.experiment.updates_per_epoch, self.member.history
        if self.updates % per_epoch == 0 and wants_told(self.run, (each.run for each in self._later), self.experiment):
            history.told.append(self._examination.val_loss(self.member))
        return self.member.advance(self.updates, per_epoch, lambda: self._heard(loss)) or ""

    def _leave(self) -> None:
        """Go on as a run that leaves this one now; one whose schedule ends just now can be left."""
        while self._later and self._later[0].first == self.updates and not self._lost:
            self.run = self._later.pop(0).run
            entrant, state = Entrant(0, self.run, self._seed), State.of(self.member, self.updates)
            turns = gone_on(entrant, state, self.experiment, self.data[1])
            while True:
                try:
                    next(turns)
                except StopIteration as end:
                    self.member, self._ended = end.value, ""
                    break

    def drawn(self) -> list[Batch]:
        """Draw the batches of the next update."""
        return [(self.data[0][part], part) for part in next(self._order)]

    def _heard(self, loss: float) -> float:
        """Give what a scheduler that listens is told after an update with this loss."""
        return loss if self.run.stepped == "batch" else self.member.history.told[-1]
