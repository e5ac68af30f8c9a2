"""Recording: what a race has done so far, folded from its events as they come."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lrviz import results
from lrviz.catalog.surface import Surface
from lrviz.events import (
    Diverged,
    Event,
    Examined,
    Halted,
    Measured,
    Norms,
    Outlined,
    Predicted,
    Started,
    Stopped,
    Told,
    Update,
)
from lrviz.experiment import Experiment
from lrviz.results import Floats, Look, Plane, Predictions, Result, RunResult, Trace
from lrviz.splicing import joined, padded, until


class Recording:
    """The traces of a race under way, cheap to look at after every event.

    Traces are views of arrays that grow; what was handed out keeps its values. That of a branch begins with what its
    parent has done, which `roots` holds, a trace for each seed by the run's name, where it isn't trained in this race.
    """

    def __init__(self, experiment: Experiment, roots: Mapping[str, tuple[Trace, ...]] = MappingProxyType({})) -> None:
        self.experiment, self._roots = experiment, roots
        self.device = ""
        self.card = ""
        self.step = 0
        self._seeds = len(experiment.training.seeds)
        self._members = len(experiment.runs) * self._seeds
        self._names = [run.name for run in experiment.runs]
        self._updates = _Rows(2 * self._members)
        model = experiment.problem.model
        self._start = np.array([model.start]) if isinstance(model, Surface) else None
        self._walked = _Rows(0 if self._start is None else 4 * self._members)
        self._metrics: list[dict[str, _Rows]] = [{} for _ in range(self._members)]
        self._measured = [_Rows(1, np.int64) for _ in range(self._members)]
        self._told = [_Rows(1) for _ in range(self._members)]
        self._told_steps = [_Rows(1, np.int64) for _ in range(self._members)]
        self._ended: dict[int, int] = {}
        self._diverged: dict[int, int] = {}
        self._halted: dict[int, str] = {}
        self._stopped: dict[int, results.Stopped] = {}
        self._silent = set(range(self._members))
        self._examined: Examined | None = None
        self._looks: list[tuple[Look, ...]] = [()] * self._members
        self._outlined: Outlined | None = None
        self._norms: list[_Rows] = []
        self._normed: list[_Rows] = []
        self._made: dict[tuple[int, int], Trace] = {}

    def add(self, event: Event) -> None:
        """Take in the next event of the race."""
        self._made.clear()
        match event:
            case Update():
                self._update(event)
            case Measured(member=member, steps=steps, metrics=metrics):
                self._measured[member].append((steps,))
                for name, value in metrics.items():
                    self._metrics[member].setdefault(name, _Rows(1)).append((value,))
            case Told(member=member, steps=steps, value=value):
                self._told[member].append((value,))
                self._told_steps[member].append((steps,))
            case Diverged(member=member, step=step):
                self._ended[member], self._diverged[member] = step + 1, step
                self._silent.discard(member)
            case Halted(member=member, steps=steps, message=message):
                self._ended[member], self._halted[member] = steps, message
            case Stopped(member=member, steps=steps, best=best):
                self._ended[member], self._stopped[member] = steps, results.Stopped(steps, best)
            case _:
                self._add_look(event)

    def _add_look(self, event: Event) -> None:
        match event:
            case Examined():
                self._examined = event
            case Predicted(member=member) if self._examined is not None:
                self._looks[member] = (*self._looks[member], _look(self._examined, event))
            case Outlined(names=names):
                self._outlined = event
                self._norms = [_Rows(3 * len(names), np.float32) for _ in range(self._members)]
                self._normed = [_Rows(1, np.int64) for _ in range(self._members)]
            case Norms(member=member, steps=steps, values=values) if self._outlined is not None:
                self._norms[member].append(values.array.ravel())
                self._normed[member].append((steps,))
            case Started(device=device, card=card):
                self.device, self.card = device, card

    def _update(self, update: Update) -> None:
        for rows, column in (
            (self._updates, (*update.losses, *update.lrs)),
            (self._walked, tuple(chain.from_iterable(update.places))),
        ):
            rows.skip(update.step)
            rows.append(column)
        self.step = update.step + 1
        self._silent -= {member for member in self._silent if not math.isnan(update.losses[member])}

    @property
    def done(self) -> bool:
        """Whether every member has done its last update."""
        others = sum(len(traces) for name, traces in self._roots.items() if name in self._names)
        return self.step == self.experiment.training.steps or len(self._ended) + others == self._members

    @property
    def nbytes(self) -> int:
        """Bytes of memory that the arrays take."""
        told = (*self._told, *self._told_steps)
        grown = (
            self._updates,
            self._walked,
            *told,
            *self._measured,
            *self._norms,
            *self._normed,
            *(rows for each in self._metrics for rows in each.values()),
        )
        looks = [look for each in self._looks for look in each]
        answers = (look.train.output.nbytes + look.validation.output.nbytes for look in looks)
        planes = (look.plane.output.nbytes for look in looks if look.plane is not None)
        return sum(rows.nbytes for rows in grown) + sum(answers) + sum(planes)

    def trace(self, run: int, seed_index: int = 0) -> Trace:
        """Give what a run has done with one of its seeds until now: the same value again until the next event."""
        made = self._made.get((run, seed_index))
        if made is None:
            made = self._made[run, seed_index] = self._trace(run, seed_index)
        return made

    def _trace(self, run: int, seed_index: int) -> Trace:
        one, member = self.experiment.runs[run], run * self._seeds + seed_index
        if one.name in self._roots:
            return self._roots[one.name][seed_index]
        if one.branch is None:
            return self._with_told(self._own(member, 0), member)
        before = until(self.trace(self._names.index(one.branch.run), seed_index), one.branch.step)
        own = self._own(member, one.branch.step)
        return self._with_told(joined(padded(before, one.branch.step) if len(own.losses) else before, own), member)

    def _own(self, member: int, first: int) -> Trace:
        """Give what a member has done from update `first` on; before that it hadn't left its parent."""
        length = 0 if member in self._silent else max(self._ended.get(member, self.step), first)
        listener = self.experiment.runs[member // self._seeds].listener
        places, slopes = self._walk(member, first, length)
        return Trace(
            losses=self._updates.row(member)[first:length],
            lrs=self._updates.row(self._members + member)[first:length],
            metrics=MappingProxyType({name: rows.row(0) for name, rows in self._metrics[member].items()}),
            metric_steps=self._measured[member].row(0),
            diverged_at=self._diverged.get(member),
            halted=self._halted.get(member),
            stopped=self._stopped.get(member),
            norms=self._sizes(member),
            looks=self._looks[member],
            unheard=0 if listener is None else listener.warmup,
            places=places,
            slopes=slopes,
        )

    def _sizes(self, member: int) -> results.Norms | None:
        """Give the norms of a member's parameters; None before any came."""
        if self._outlined is None or not len(self._normed[member]):
            return None
        layers = tuple((layer.name, layer.kind, layer.parameters) for layer in self._outlined.layers)
        gradients, weights, updates = np.split(self._norms[member].rows, 3)
        steps = self._normed[member].row(0)
        return results.Norms(self._outlined.names, layers, steps, gradients.T, weights.T, updates.T)

    def _walk(self, member: int, first: int, length: int) -> tuple[Floats, Floats]:
        """Give where a member was on a surface from update `first` on, the start too if that is 0, and its slopes."""
        if self._start is None:
            return np.zeros((0, 2)), np.zeros((0, 2))
        columns = np.stack([self._walked.row(4 * member + i)[first:length] for i in range(4)], axis=1)
        return np.concatenate((self._start[: first == 0], columns[:, :2])), columns[:, 2:]

    def _with_told(self, trace: Trace, member: int) -> Trace:
        """Add after how many updates its scheduler was told something, and what: losses of its parent's too."""
        run = self.experiment.runs[member // self._seeds]
        if not run.listens or run.stepped == "epoch":
            return replace(trace, told_steps=self._told_steps[member].row(0), told=self._told[member].row(0))
        # neither the plan's last loss is told, nor one that left all bounds
        last = min(len(trace.losses) - (trace.diverged_at is not None), self.experiment.training.steps - 1)
        told_steps = np.arange(run.began + 1, last + 1)
        return replace(trace, told_steps=told_steps, told=trace.losses[run.began : last])

    def result(self) -> Result:
        """Give the race as far as it has come."""
        training = self.experiment.training
        runs = tuple(
            RunResult(run.name, MappingProxyType({s: self.trace(index, i) for i, s in enumerate(training.seeds)}))
            for index, run in enumerate(self.experiment.runs)
        )
        return Result(self.device, runs, self.card)


def _look(asked: Examined, answered: Predicted) -> Look:
    """Put answers beside what was asked."""
    plane = None
    if asked.inputs is not None and asked.grid is not None and answered.grid is not None:
        plane = Plane(asked.inputs.array, asked.grid.array, answered.grid.array)
    train = Predictions(asked.train.array, answered.train.array)
    return Look(answered.steps, train, Predictions(asked.validation.array, answered.validation.array), plane)


class _Rows:
    """Rows that grow by a column at a time, at the end."""

    def __init__(self, rows: int, dtype: type[np.generic] = np.float64) -> None:
        self._table: NDArray[Any] = np.empty((rows, 16), dtype)
        self._length = 0

    @property
    def nbytes(self) -> int:
        return self._table.nbytes

    def skip(self, length: int) -> None:
        """Fill up to a length with NaN, where there is less."""
        while self._length < length:
            self.append((np.nan,) * len(self._table))

    def __len__(self) -> int:
        return self._length

    def append(self, column: Sequence[float] | NDArray[Any]) -> None:
        if self._length == self._table.shape[1]:
            self._table = np.concatenate((self._table, np.empty_like(self._table)), axis=1)
        self._table[:, self._length] = column
        self._length += 1

    @property
    def rows(self) -> NDArray[Any]:
        view = self._table[:, : self._length]
        view.flags.writeable = False
        return view

    def row(self, index: int) -> NDArray[Any]:
        found: NDArray[Any] = self.rows[index]
        return found
