"""Races in the window: one runs in the worker, those that ran are kept under what made them."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, cast

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from lrviz.catalog.models.own_model import foreign
from lrviz.events import (
    Device,
    DeviceInfo,
    Died,
    Event,
    Failed,
    Finished,
    Happened,
    Inspect,
    Inspected,
    Job,
    Looked,
    Race,
    Ready,
    Reply,
)
from lrviz.experiment import Experiment
from lrviz.jobs.client import Client
from lrviz.recording import Recording
from lrviz.results import Result, Trace
from lrviz.ui.agreement import agreed
from lrviz.ui.numbers import whole

LONGEST_RACE = 5000
"""A longer plan is raced as a miniature."""
MINIATURE = 600
"""Updates of a miniature."""
MEMORY = 256 * 2**20
"""Bytes of results kept; beyond it the oldest that no run shows is let go."""

PATIENCE = 5000
"""Milliseconds that a race is given to stop."""

State = Literal["idle", "running", "paused", "done"]


@dataclass(frozen=True, eq=False)
class Raced:
    """What a race has given so far for one run: a trace for each seed, of `steps` updates in all.

    `stale` traces belong to an earlier version of the run; `device` is where it ran, in words.
    """

    traces: tuple[Trace, ...]
    steps: int
    stale: bool = False
    running: bool = False
    device: str = ""

    @cached_property
    def mean(self) -> Trace:
        """The mean over the seeds, as far as the slowest has come; it diverged where the first of them did."""
        if len(self.traces) == 1:
            return self.traces[0]
        first, steps = self.traces[0], min(len(trace.losses) for trace in self.traces)
        checks = min(len(trace.metric_steps) for trace in self.traces)
        means = {
            name: np.mean([trace.metrics[name][:checks] for trace in self.traces], axis=0)
            for name in first.metrics
            if all(name in trace.metrics for trace in self.traces)
        }
        diverged = [trace.diverged_at for trace in self.traces if trace.diverged_at is not None]
        return Trace(
            losses=np.mean([trace.losses[:steps] for trace in self.traces], axis=0),
            lrs=first.lrs[:steps],
            metrics=means,
            metric_steps=first.metric_steps[:checks],
            diverged_at=min(diverged, default=None),
            halted=next((trace.halted for trace in self.traces if trace.halted is not None), None),
        )


def shrinks(experiment: Experiment) -> bool:
    """Say whether a race of this experiment trains a miniature of it."""
    return experiment.training.steps > LONGEST_RACE


@lru_cache(maxsize=8)  # asked for by every part of the window that shows a step
def raced_plan(experiment: Experiment) -> Experiment:
    """Give what a race of this experiment trains: the plan itself, or a miniature of a long one or of other data."""
    return experiment.miniature(MINIATURE if shrinks(experiment) else experiment.training.steps)


def stand_in(experiment: Experiment) -> str:
    """Say what a race trains on in place of the planned examples; empty where none are planned."""
    planned, raced = experiment.training, raced_plan(experiment).training
    if planned.examples is None:
        return ""
    there = experiment.problem.train_size
    if raced.examples_per_update == planned.examples_per_update:
        text = QCoreApplication.translate("Races", "A race sees {0} examples in place of the {1} planned.")
    else:
        text = QCoreApplication.translate(
            "Races", "A race sees {0} examples in place of the {1} planned, and {2} an update in place of {3}."
        )
    return text.format(
        whole(there),
        whole(planned.examples),
        whole(raced.examples_per_update),
        whole(planned.examples_per_update),
    )


def plan_behind(experiment: Experiment, raced: Iterable[Raced]) -> Experiment:
    """Give the plan that was raced, or would be: the experiment at the length of its fresh results."""
    steps = next((result.steps for result in raced if not result.stale), raced_plan(experiment).training.steps)
    return experiment.miniature(steps)


def of_result(experiment: Experiment, result: Result) -> dict[str, Raced]:
    """Give a finished result as the views take it, by the names of the runs."""
    return {
        run.name: Raced(tuple(run.by_seed.values()), experiment.training.steps, device=result.card or result.device)
        for run in result.runs
    }


class Races(QObject):
    """The race that runs now and the results of those before, by fingerprint."""

    progressed = Signal()
    """Something came in; at most once a frame."""
    state_changed = Signal()
    ready_changed = Signal()
    said = Signal(str, str, str)
    """Kind ("info" or "error"), title and text of a notice."""
    agreement_wanted = Signal(object, bool)
    """This experiment's model is a file that a person has to agree to first; whether its race was to start paused."""
    looked = Signal(float)
    """A share of a data file was looked through."""
    inspected = Signal(object)
    """What a data file holds (an Inspection), or in a sentence why it can't be used."""
    heard = Signal(object)
    """A reply of the worker's to a job that is no race: one of `ask`, or that it died."""
    _woken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._client = Client(self._woken.emit)
        self._woken.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._ticket = self._inspecting = 0
        self._recording: Recording | None = None
        self._state: State = "idle"
        self._kept: dict[str, tuple[Recording, int]] = {}
        self._latest: dict[str, str] = {}
        self._clock: list[tuple[float, int]] = []
        self._impatient = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._lose_patience)
        self.device: Device = "auto"
        self.devices: tuple[DeviceInfo, ...] = ()

    @property
    def state(self) -> State:
        """Whether a race runs, is paused, has ended, or none was started."""
        return self._state

    @property
    def active(self) -> bool:
        """Whether a race is under way."""
        return self._state in ("running", "paused")

    @property
    def ready(self) -> bool:
        """Whether the worker has loaded torch."""
        return bool(self.devices)

    @property
    def recording(self) -> Recording | None:
        """The race that runs, or ran last."""
        return self._recording

    @property
    def worker(self) -> int | None:
        """The worker's process id."""
        return self._client.pid

    def open(self) -> None:
        """Start the worker in the background; the window doesn't wait for it."""
        self._client.start()

    def close(self) -> None:
        """Stop the worker and with it a race; no process is left."""
        if self.active:
            self._enter("done")
        self._client.close()

    def choose(self, device: DeviceInfo) -> None:
        """Run the next races on another device."""
        self.device = cast("Device", device.name)

    def start(self, experiment: Experiment, *, paused: bool = False) -> None:
        """Race the visible runs of an experiment, in place of a race under way.

        A model of a person's own is raced only after they agreed to its file: `agreement_wanted` says so.
        """
        plan = raced_plan(experiment)
        self._patience.stop()
        own = foreign(plan.problem.model)
        if own is not None and not agreed(own.consent):
            self.agreement_wanted.emit(experiment, paused)
            return
        visible = Experiment(plan.problem, plan.training, tuple(run for run in plan.runs if run.visible))
        if not visible.runs:
            self.said.emit("info", self.tr("No run to race"), self.tr("Show a run, or add one."))
            return
        self._recording = Recording(visible)
        self._ticket = self._client.run("race", Race(visible, self.device, own.consent if own is not None else ""))
        for index, run in enumerate(visible.runs):
            self._keep(visible.fingerprint(run), self._recording, index)
            self._latest[run.name] = visible.fingerprint(run)
        self._clock = [(time.monotonic(), 0)]
        if paused:
            self._client.steer("race", "pause")
        self._enter("paused" if paused else "running")

    def steer(self, order: Literal["pause", "step", "resume", "stop"]) -> None:
        """Pause the race, advance it by one update, resume or stop it."""
        if self.active:
            self._client.steer("race", order)
            self._clock = []
            if order == "stop":
                self._patience.start()
            if order in ("pause", "step"):
                self._enter("paused")
            elif order == "resume":
                self._enter("running")

    def inspect(self, path: Path) -> None:
        """Look through a data file in the worker, in place of one before; `inspected` says what was found."""
        self._inspecting = self._client.run("data", Inspect(str(path)))

    def stop_inspecting(self) -> None:
        """Look no further; nothing more is said of the file."""
        self._client.steer("data", "stop")
        self._inspecting = 0

    def ask(self, slot: str, job: Job) -> int:
        """Have the worker do a job beside the race, in place of one before in its slot, and give its ticket."""
        return self._client.run(slot, job)

    def quit(self, slot: str) -> None:
        """Have the worker stop what it does in a slot."""
        self._client.steer(slot, "stop")

    def seconds_left(self) -> float | None:
        """Give how long the race still needs at its recent pace; None while that isn't known."""
        if self._recording is None or self._state != "running" or len(self._clock) < 2:
            return None
        (then, before), (now, step) = self._clock[0], self._clock[-1]
        pace = (step - before) / max(now - then, 1e-3)
        return (self._recording.experiment.training.steps - step) / pace if pace > 0 else None

    def of(self, experiment: Experiment) -> Mapping[str, Raced]:
        """Give what has been raced of each run, by name; the last earlier version's where the run has changed since."""
        found: dict[str, Raced] = {}
        if not self._kept:  # a drag before the first race needs no miniature of what it moves
            return found
        plan = raced_plan(experiment)
        for run, small in zip(experiment.runs, plan.runs, strict=True):
            mark = plan.fingerprint(small)
            stale = mark not in self._kept
            if not stale:
                self._latest[run.name] = mark
            kept = self._kept.get(self._latest.get(run.name, ""))
            if kept is not None:
                found[run.name] = self._shown(*kept, stale=stale)
        return found

    def result(self) -> Result | None:
        """Give the race that ran last, as far as it has come."""
        return self._recording.result() if self._recording is not None and self._recording.step else None

    def forget(self) -> None:
        """Tell the runs of another session from those of the last, though they may have the same names."""
        self._latest.clear()

    def _shown(self, recording: Recording, index: int, *, stale: bool) -> Raced:
        training = recording.experiment.training
        traces = tuple(recording.trace(index, seed) for seed in range(len(training.seeds)))
        running = self.active and recording is self._recording
        return Raced(traces, training.steps, stale, running, recording.card)

    def _keep(self, mark: str, recording: Recording, index: int) -> None:
        self._kept.pop(mark, None)
        self._kept[mark] = (recording, index)
        shown = {*self._latest.values(), mark}
        for old in list(self._kept):
            held = {id(kept): kept for kept, _ in self._kept.values()}
            if sum(kept.nbytes for kept in held.values()) <= MEMORY:
                return
            if old not in shown:
                del self._kept[old]

    def _lose_patience(self) -> None:
        """End the worker of a race that was told to stop and doesn't: a person's own model may never return."""
        if self.active:
            self._impatient = True
            self._client.end()

    def _enter(self, state: State) -> None:
        self._state = state
        if not self.active:
            self._patience.stop()
        self.state_changed.emit()
        self.progressed.emit()

    def _take(self) -> None:
        replies = self._client.take()
        for reply in replies:
            self._receive(reply)
        if not any(isinstance(reply, (Ready, Died)) or reply.ticket == self._ticket for reply in replies):
            return  # a survey's news are no race's
        if self._recording is not None and self._state == "running":
            self._clock = [*self._clock[-60:], (time.monotonic(), self._recording.step)]
        self.progressed.emit()

    def _receive(self, reply: Reply) -> None:
        match reply:
            case Ready(devices=devices):
                self.devices = devices
                self.ready_changed.emit()
            case Happened(ticket=ticket, events=events) if ticket == self._ticket and self._recording:
                for event in events:
                    self._recording.add(event)
            case Happened(ticket=ticket, events=events) if ticket == self._inspecting:
                self._hear_of_data(events[-1])
            case Failed(ticket=ticket, message=message) if ticket == self._inspecting:
                self.inspected.emit(message)
            case Finished(ticket=ticket) if ticket == self._ticket:
                self._enter("done")
            case Failed(ticket=ticket, message=message) if ticket == self._ticket:
                self._enter("done")
                self.said.emit("error", self.tr("The race stopped"), message)
            case Died():
                self._died(reply)
                self.heard.emit(reply)
            case _:
                self.heard.emit(reply)

    def _hear_of_data(self, event: Event) -> None:
        match event:
            case Looked(done=done):
                self.looked.emit(done)
            case Inspected(found=found):
                self.inspected.emit(found)

    def _died(self, died: Died) -> None:
        lost = self.active and (died.final or self._ticket in died.tickets)
        kept = self._recording.step if self._recording is not None else 0
        if lost:
            self._enter("done")
        if self._inspecting in died.tickets:
            self.inspected.emit(died.message)
        self.devices = ()
        self.ready_changed.emit()
        if lost and self._impatient:
            words = self.tr("It didn’t stop within {0} seconds, so its process was replaced. All {1} steps are kept.")
            self.said.emit("info", self.tr("The race was ended"), words.format(PATIENCE // 1000, kept))
        elif died.final:
            self.said.emit("error", self.tr("Training can’t start"), died.message)
        else:
            rest = self.tr("No race was running.") if not lost else self.tr("All {0} steps are kept.").format(kept)
            why = f"{died.message[:1].upper()}{died.message[1:].rstrip('.')}."
            self.said.emit("error", self.tr("Training restarted after a crash"), f"{why} {rest}")
        self._impatient = False
