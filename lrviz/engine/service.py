"""What the worker asks of the engine; importing it loads all that a first race would otherwise wait for."""

from __future__ import annotations

import contextlib
from collections.abc import Generator
from pathlib import Path

import numpy as np
import torch

from lrviz.basins import Basins, descent
from lrviz.datafile import inspect
from lrviz.engine import failure
from lrviz.engine.chart import chart
from lrviz.engine.devices import devices
from lrviz.engine.dissecting import dissect
from lrviz.engine.finding import find
from lrviz.engine.race import Events, Turns, race
from lrviz.engine.states import States
from lrviz.engine.trails import Trails
from lrviz.events import (
    Block,
    Chart,
    Dissect,
    Find,
    Fit,
    Fitted,
    Fitting,
    Improve,
    Improved,
    Inspect,
    Inspected,
    Job,
    Looked,
    Race,
    Ready,
    Settle,
    Settled,
)
from lrviz.experiment import Experiment
from lrviz.forecasts import logged
from lrviz.improving import improvements
from lrviz.laws.fitting import fit

# torch loads some 800 modules, over a second's worth, with the first optimizer
torch.optim.SGD([torch.nn.Parameter(torch.zeros(()))])

said = failure.said

trails = Trails()
"""What the races in this process have left, for charts to find."""
states = States()
"""Where their trainings stood now and then, for branches to leave them."""


def ready() -> Ready:
    """Prepare this process to run jobs, and say what they can run on."""
    torch.set_num_threads(1)  # a second thread slows tiny operations 4–5×
    with contextlib.suppress(RuntimeError):  # a graphics card that is full: the race that wants it will say so
        next(race(Race(Experiment.first_open())))  # a device's first work loads its libraries
    return Ready(devices(), str(torch.__version__))


def run(job: Job) -> Turns:
    """Give the turns of a job: each `next()` does a small piece of work and gives its events."""
    match job:
        case Race():
            return race(job, trails, states)
        case Chart():
            return chart(job, trails)
        case Inspect():
            return _inspected(job)
        case Settle():
            return _settled(job)
        case Improve():
            return _improved(job)
        case Fit():
            return _fitted(job)
        case Find():
            return find(job)
        case Dissect():
            return dissect(job, states)


def _inspected(job: Inspect) -> Turns:
    turns = inspect(Path(job.path))
    while True:
        try:
            done = next(turns)
        except StopIteration as end:
            yield (Inspected(end.value),)
            return
        yield (Looked(done),)


def _settled(job: Settle) -> Turns:
    found = yield from _silent(descent(job.surface, job.ends.array))
    minima = np.array([(*basin.place, basin.height) for basin in found.minima]).reshape(-1, 3)
    yield (Settled(Block.of(minima), Block.of(found.of.astype(np.int64))),)


def _improved(job: Improve) -> Turns:
    run = job.experiment.runs[job.run]
    for found in improvements(job.experiment, run, job.law, warmup=job.warmup, floor=job.floor):
        yield (Improved(found.iteration, found.value, found.steps, found.factors),)


def _fitted(job: Fit) -> Turns:
    turns = fit(job.law, [logged(log.rates.array, log.losses.array) for log in job.logs], job.adaptive)
    while True:
        try:
            done = next(turns)
        except StopIteration as end:
            yield (Fitted(end.value),)
            return
        yield (Fitting(done),)


def _silent(strides: Generator[None, None, Basins]) -> Generator[Events, None, Basins]:
    """Give the turns of work that says nothing until its end."""
    while True:
        try:
            next(strides)
        except StopIteration as end:
            found: Basins = end.value
            return found
        yield ()


def release() -> None:
    """Give memory back to the device after a job has failed.

    Raises
    ------
    RuntimeError
        The graphics card's context is beyond repair; only a new process gets another.
    """
    if torch.cuda.is_initialized():  # type: ignore[no-untyped-call]  # torch leaves it untyped
        torch.cuda.synchronize()
        torch.cuda.empty_cache()
