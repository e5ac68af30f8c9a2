"""LR finders in the window: one runs in the worker, those before are kept under what made them."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from lrviz.catalog.models.own_model import foreign
from lrviz.events import Event, Find
from lrviz.experiment import Experiment
from lrviz.finding import Search, reading
from lrviz.results import LRFinder
from lrviz.run import Run
from lrviz.ui import keymap
from lrviz.ui.choices.agreement import trusted
from lrviz.ui.racing.errand import Errand
from lrviz.ui.racing.raced import raced_plan
from lrviz.ui.racing.races import Races
from lrviz.ui.sweep import Sweep
from lrviz.ui.views.suggested import Searched

SLOT = "finder"
MEMORY = 32 * 2**20
"""Bytes of searches kept; beyond it the oldest that no run shows is let go."""
BYTES = 64
"""What a loss of a seed takes: it is kept as it came, smoothed, and both once more as they are drawn."""
QUICK = 2e9
"""Parameters times examples that are trained with at most, where a search begins by itself: a second or so."""

Key = tuple[str, Sweep]
State = Literal["running", "done", "stopped"]


@dataclass(eq=False)
class Kept:
    """A search, how it stands, and how many seconds it took; `found` is what it came to, once that is read off it."""

    search: Search
    state: State = "running"
    seconds: float = 0.0
    found: LRFinder | None = None
    drawn: LRFinder | None = None

    @property
    def known(self) -> LRFinder:
        """What it has come to until now, the same value while nothing comes in."""
        if self.found is not None:
            return self.found
        if self.drawn is None or len(self.drawn.lrs) != self.search.updates:
            self.drawn = self.search.so_far()
        return self.drawn

    def seen(self, *, stale: bool) -> Searched:
        """Give it as views take it."""
        job = self.search.job
        running, stopped = self.found is None, self.state == "stopped"
        return Searched(self.known, job.low, job.high, job.updates, running, stopped, stale)

    @property
    def nbytes(self) -> int:
        """About what it takes of memory."""
        return BYTES * self.search.updates * self.search.job.seeds


class Searches(QObject):
    """The search under way and those before, by what is trained in them and how far its rate is raised."""

    changed = Signal()
    """Something came in."""
    agreement_wanted = Signal(object)
    """This experiment's model is a file that a person has to agree to first."""

    def __init__(self, races: Races) -> None:
        super().__init__(races)
        self._races = races
        self._errand = Errand(races, SLOT, races)
        self._errand.heard.connect(self._hear)
        self._errand.ended.connect(self._ended)
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self._latest: dict[str, Key] = {}
        self._key: Key | None = None
        self._refused: dict[Key, str] = {}
        self._fatal: set[Key] = set()
        self._begun = 0.0
        self._reading: Iterator[LRFinder] = iter(())
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._read_on)

    @property
    def active(self) -> bool:
        """Whether a search is under way."""
        return self._errand.active

    def start(self, experiment: Experiment, at: int, sweep: Sweep) -> None:
        """Search for a rate of a run, in place of a search under way; of one that is known too, for it is wanted anew.

        A model of a person's own is trained only after they agreed to its file: `agreement_wanted` says so.
        """
        plan, run = raced_plan(experiment), experiment.runs[at]
        consent = trusted(plan.problem)
        if consent is None:
            self.agreement_wanted.emit(experiment)
            return
        self._let_go()
        key = key_of(experiment, run, sweep)
        job = Find(
            plan,
            at,
            seeds=sweep.seeds,
            on=sweep.on,
            low=sweep.low,
            high=sweep.high,
            updates=sweep.updates,
            group=sweep.of(len(run.rates())).group,
            device=self._races.device,
            trusted=consent,
        )
        self._refused.pop(key, None)
        self._kept.pop(key, None)
        self._kept[key] = Kept(Search(job))
        self._latest[run.name], self._key = key, key
        self._errand.start(job)
        self._begun = time.monotonic()
        self._make_room()
        self.changed.emit()

    def of(self, experiment: Experiment, run: Run, sweep: Sweep) -> Searched | None:
        """Give what is known of a run: the search as it is asked for, else the last one of it, which is stale then."""
        kept, stale = self._find(experiment, run, sweep)
        return None if kept is None else kept.seen(stale=stale)

    def seconds(self, experiment: Experiment, run: Run, sweep: Sweep) -> float:
        """Give how long that search took, or takes until now."""
        kept, _ = self._find(experiment, run, sweep)
        if kept is None:
            return 0.0
        return time.monotonic() - self._begun if kept.state == "running" else kept.seconds

    def refused(self, experiment: Experiment, run: Run, sweep: Sweep) -> str:
        """Give why that search can't be; empty where it can."""
        return self._refused.get(key_of(experiment, run, sweep), "")

    def stop(self) -> None:
        """Search no further; what is known stays."""
        if not self.active or self._key is None:
            return
        self._errand.stop()
        if self._kept[self._key].search.updates:
            self._end("stopped")
        else:
            self._refuse(
                self.tr("it was stopped before the first update ({0} starts it again)").format(keymap.by("again"))
            )
        self.changed.emit()

    def rename(self, before: str, now: str) -> None:
        """Follow a run to its new name with the last search of it."""
        if before in self._latest:
            self._latest[now] = self._latest.pop(before)

    def forget(self) -> None:
        """Tell the runs of another session from those of the last, though they may have the same names."""
        self._let_go()
        self._latest.clear()

    def _find(self, experiment: Experiment, run: Run, sweep: Sweep) -> tuple[Kept | None, bool]:
        key = key_of(experiment, run, sweep)
        if key in self._kept:
            self._latest[run.name] = key
            return self._kept[key], False
        return self._kept.get(self._latest.get(run.name, ("", sweep))), True

    def _let_go(self) -> None:
        """Leave the search under way, for another one; what it has come to is of no use."""
        if self.active and self._key is not None:
            self._errand.stop()
            self._kept.pop(self._key, None)
        while self._turn.isActive():
            self._read_on()

    def _end(self, state: State) -> None:
        kept = self._kept.get(self._key) if self._key is not None else None
        if kept is not None and self._key is not None:
            kept.state, kept.seconds = state, time.monotonic() - self._begun
            self._reading = reading(kept.search.so_far())
            self._turn.start()

    def _read_on(self) -> None:
        """Read the suggestions off one seed of the search that has ended; the next turn of the event loop goes on."""
        kept = self._kept.get(self._key) if self._key is not None else None
        read = next(self._reading, None)
        if kept is None or read is None:
            self._turn.stop()
        elif read.suggestions:
            kept.found = read
            self._turn.stop()
            self.changed.emit()

    def _make_room(self) -> None:
        shown = set(self._latest.values())
        for key in list(self._kept):
            if sum(kept.nbytes for kept in self._kept.values()) <= MEMORY:
                return
            if key not in shown:
                del self._kept[key]

    def _hear(self, events: tuple[Event, ...]) -> None:
        if self._key is None:
            return
        search = self._kept[self._key].search
        if not search.updates:  # what came before was the wait for a worker
            self._begun = time.monotonic()
        for event in events:
            search.add(event)
        self.changed.emit()

    def _ended(self, why: str) -> None:
        if self._key is None:
            return
        died, key = self._errand.died, self._key
        if not why:
            self._end("done")
        elif died and key not in self._fatal and self._kept[key].search.updates:
            self._end("stopped")
        else:
            self._refuse(why)
        if died:
            self._fatal.add(key)
        self.changed.emit()

    def _refuse(self, message: str) -> None:
        """Note why a search can't be; what it has come to is of no use."""
        if self._key is not None:
            self._refused[self._key] = message
            self._kept.pop(self._key, None)


@lru_cache(maxsize=64)  # asked for with every picture
def key_of(experiment: Experiment, run: Run, sweep: Sweep) -> Key:
    """Name what is searched: what trains, without what has no say in it, such as the schedule and the plan's length.

    A rate that is raised has no say either, but for its proportion to those of other groups.
    """
    sweep = sweep.of(len(run.rates()))
    training = replace(experiment.training, steps=1, validate_every=1, seeds=experiment.training.seeds[:1])
    plan = replace(experiment, training=training, runs=(_bare(run, sweep.group),))
    return plan.fingerprint(plan.runs[0]), sweep


def _bare(run: Run, group: int | None) -> Run:
    """Give a run with what a search takes of it."""
    own = run.optimizer.rate
    rates = iter(range(1, len(run.rates())))
    places = [None if one.frozen else next(rates) for one in run.groups]

    def rate(lr: float | None, at: int) -> float:
        if group is None:
            return float(f"{(own if lr is None else lr) / (own or 1.0):.6g}")
        return 1.0 if at == group else own if lr is None else lr

    return replace(
        run,
        schedule=None,
        stepped="batch",
        branch=None,
        early_stopping=None,
        listing=None,
        optimizer=run.optimizer.with_rate(rate(None, 0)),
        groups=tuple(
            one if at is None else replace(one, lr=rate(one.lr, at)) for one, at in zip(run.groups, places, strict=True)
        ),
    )


def quick(experiment: Experiment, run: Run, sweep: Sweep) -> bool:
    """Say whether a search takes so little that nobody has to ask for it; a person's own model is never begun alone."""
    plan = raced_plan(experiment)
    problem = plan.problem
    if foreign(problem.model) is not None or run.misfit(problem):
        return False
    weights = sum(_size(shape) for shape in problem.shapes.values())
    examples = plan.training.examples_per_update * sweep.updates * sweep.seeds
    return weights > 0 and weights * examples <= QUICK


def _size(shape: tuple[int, ...]) -> int:
    size = 1
    for side in shape:
        size *= side
    return size
