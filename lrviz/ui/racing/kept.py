"""Kept: what was raced, under what made it, for as long as there is room."""

from __future__ import annotations

from dataclasses import dataclass, field

from lrviz.experiment import Experiment
from lrviz.recording import Recording
from lrviz.results import Trace
from lrviz.ui.racing.pace import Pace

MEMORY = 256 * 2**20
"""Bytes of results kept; beyond it the oldest that no run shows is let go."""


@dataclass(frozen=True, eq=False)
class Place:
    """Where the result of a run is: in a recording, the run of that index; it was raced for `planned` at a pace."""

    recording: Recording
    index: int
    planned: Experiment
    pace: Pace = field(default_factory=Pace)

    @property
    def name(self) -> str:
        """What the run was called then."""
        return self.recording.experiment.runs[self.index].name

    @property
    def traces(self) -> tuple[Trace, ...]:
        """What there is of it, a trace for each seed."""
        seeds = len(self.recording.experiment.training.seeds)
        return tuple(self.recording.trace(self.index, seed) for seed in range(seeds))


class Kept:
    """Results by fingerprint, and by a run's name the last that it had."""

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}
        self._latest: dict[str, str] = {}

    def __bool__(self) -> bool:
        return bool(self._places)

    def fresh(self, mark: str) -> Place | None:
        """Give the result of what has this fingerprint."""
        return self._places.get(mark)

    def shown(self, name: str, mark: str) -> Place | None:
        """Give the result of a run of this name and fingerprint, or else the last it had."""
        if mark in self._places:
            self._latest[name] = mark
        return self._places.get(self._latest.get(name, ""))

    def keep(self, name: str, mark: str, place: Place) -> None:
        """Keep a result in place of one before of the same fingerprint."""
        self._places.pop(mark, None)
        self._places[mark] = place
        self._latest[name] = mark
        there = {run.name for run in place.planned.runs}
        shown = {mark, *(last for run, last in self._latest.items() if run in there)}
        for old in list(self._places):
            held = {id(kept.recording): kept.recording for kept in self._places.values()}
            if sum(kept.nbytes for kept in held.values()) <= MEMORY:
                return
            if old not in shown:
                del self._places[old]

    def rename(self, before: str, now: str) -> None:
        """Keep the last result of a run under its new name."""
        if before in self._latest:
            self._latest[now] = self._latest.pop(before)

    def forget_names(self) -> None:
        """Tell the runs of another session from those of the last, though they may have the same names."""
        self._latest.clear()
