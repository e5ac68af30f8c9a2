"""Walkers: the runs whose way through a landscape is looked at, with what they left behind."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import torch
from torch import Tensor

from lrviz.catalog.loss import Loss
from lrviz.catalog.yardsticks import YARDSTICKS
from lrviz.engine.consent import agreed
from lrviz.engine.devices import resolve
from lrviz.engine.measure import Measure
from lrviz.engine.member import parameter_groups
from lrviz.engine.race import Events, race
from lrviz.engine.trails import Trail, Trails, keys, only_first_seed
from lrviz.errors import RefusedError, nearest
from lrviz.events import Chart, Halted, Preparing, Race, Update
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.sentences import say
from lrviz.survey import What

SAID_EVERY = 0.05
"""Seconds from one word on the training to the next."""
NOWHERE = Trail(np.zeros(0, np.int64), torch.empty(0, 0))


@dataclass(frozen=True, eq=False)
class Walkers:
    """The visible runs of an experiment, in order, each with the trail of its first seed; some may have none.

    `keys` name what makes each trail. The plane starts at the end of the run `origin`.
    """

    experiment: Experiment
    runs: tuple[Run, ...]
    keys: tuple[str, ...]
    trails: tuple[Trail, ...]
    origin: int
    device: torch.device

    @property
    def seed(self) -> int:
        """The first seed, which all trails are of."""
        return self.experiment.training.seeds[0]

    @cached_property
    def steady(self) -> tuple[Trail, ...]:
        """The trails that planes are laid by: of the runs that diverged, only the origin's, unless all did."""
        if all(trail.diverged or not len(trail.steps) for trail in self.trails):
            return self.trails
        return tuple(
            NOWHERE if trail.diverged and run != self.origin else trail for run, trail in enumerate(self.trails)
        )

    @cached_property
    def loss(self) -> Loss:
        """The training loss that the runs are looked at with: their own where it is one, else the task's yardstick."""
        own = {run.loss for run in self.runs}
        return own.pop() if len(own) == 1 else YARDSTICKS[self.experiment.problem.task]

    def end(self, run: int) -> Tensor:
        """Give the last weights of a run that has any, (P,)."""
        return self.trails[run].weights[-1]

    @cached_property
    def ended(self) -> tuple[int, ...]:
        """The runs that have an end."""
        return tuple(run for run, trail in enumerate(self.trails) if len(trail.steps))

    def measure(self, what: What) -> Measure:
        """Get ready to measure any weights of these runs.

        Raises
        ------
        RefusedError
            There is no such thing to measure here.
        """
        return Measure.of(self.experiment.problem, self.loss, what, self.device, seed=self.seed)

    def own(self, run: int) -> Measure:
        """Get ready to measure a run's own training loss, and to differentiate it by what the run trains."""
        problem, walker = self.experiment.problem, self.runs[run]
        measure = Measure.of(problem, walker.loss, "train_loss", self.device, seed=self.seed)
        parameter_groups(walker, measure.model)  # which freezes those that the run does
        return measure


def walkers(job: Chart, trails: Trails) -> Generator[Events, None, Walkers]:
    """Find the runs of a survey with their trails; those whose trail isn't known are trained once more.

    Raises
    ------
    RefusedError
        There is no run to look at: none is visible, or torch refuses all of them.
    ResourceError
        The device is absent, or the model is a person's own and nobody agreed to have it executed.
    SpecError
        The survey's origin is none of the runs.
    """
    experiment = job.experiment
    agreed(experiment, job.trusted)
    runs = tuple(run for run in experiment.runs if run.visible)
    names = [run.name for run in runs]
    if not runs:
        raise RefusedError(say("no run is visible: there is no path to lay a plane by"))
    if job.survey.origin and job.survey.origin not in names:
        close = nearest(job.survey.origin, names)
        raise job.survey.refuse(
            "origin", say("a visible run; the nearest is {close}", close=close) if close else say("a visible run")
        )
    own = keys(experiment, runs)
    missing = [run for run, key in zip(runs, own, strict=True) if trails.of(key) is None]
    refused = (yield from _trained(job, missing, trails)) if missing else ""
    found = tuple(trails.of(key) or NOWHERE for key in own)
    if not any(len(trail.steps) for trail in found):
        raise RefusedError(refused or say("no run has weights that are numbers: there is no path to lay a plane by"))
    chosen = names.index(job.survey.origin) if job.survey.origin else None
    return Walkers(experiment, runs, own, found, _origin(found, chosen), resolve(job.device))


def _origin(trails: Sequence[Trail], chosen: int | None) -> int:
    """Give the run that was chosen if it has an end; else the last one that has, of those that haven't diverged."""
    if chosen is not None and len(trails[chosen].steps):
        return chosen
    ended = [run for run, trail in enumerate(trails) if len(trail.steps)]
    return ([run for run in ended if not trails[run].diverged] or ended)[-1]


def _trained(job: Chart, runs: Sequence[Run], trails: Trails) -> Generator[Events, None, str]:
    """Train runs with the first seed, which leaves their trails; give why torch refused one, if it did."""
    lean = only_first_seed(job.experiment)
    said, refused = 0.0, ""
    for events in race(Race(lean, job.device, job.trusted, tuple(run.name for run in runs)), trails):
        done = next((event.step + 1 for event in events if isinstance(event, Update)), None)
        refused = next((event.message for event in events if isinstance(event, Halted)), refused)
        now = time.monotonic()
        if done is None or now - said < SAID_EVERY:
            yield ()
        else:
            said = now
            yield (Preparing("training the runs", done / lean.training.steps),)
    return refused
