"""Races in the window: one runs in the worker, those that ran are kept under what made them."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from lrviz.events import (
    Device,
    DeviceInfo,
    Died,
    Event,
    Failed,
    Finished,
    Happened,
    Job,
    Race,
    Ready,
    Replayed,
    Reply,
)
from lrviz.experiment import Experiment
from lrviz.jobs.client import Client
from lrviz.recording import Recording
from lrviz.results import Trace
from lrviz.ui.choices import settings
from lrviz.ui.choices.agreement import trusted
from lrviz.ui.racing import mishaps
from lrviz.ui.racing.entering import Entry, entry, wanted
from lrviz.ui.racing.kept import Kept, Place
from lrviz.ui.racing.pace import Pace, Recent
from lrviz.ui.racing.raced import Raced, raced_plan
from lrviz.ui.speech import saying

PATIENCE = 5000
"""Milliseconds that a race is given to stop."""

State = Literal["idle", "running", "paused", "done"]


@dataclass(eq=False)
class _Lane:
    """A race under way in a slot of the worker; a share of what it has to train again first is `replayed`."""

    slot: str
    recording: Recording
    replayed: float = 1.0
    pace: Pace = field(default_factory=Pace)


class Races(QObject):
    """The race that runs now and the results of those before, by fingerprint."""

    progressed = Signal()
    """Something came in; at most once a frame."""
    state_changed = Signal()
    ready_changed = Signal()
    said = Signal(str, object, object)
    """Kind ("info" or "error"), title and text of a notice."""
    agreement_wanted = Signal(object, bool)
    """This experiment's model is a file that a person has to agree to first; whether its race was to start paused."""
    heard = Signal(object)
    """A reply of the worker's to a job that is no race: one of `ask`, or that it died."""
    entered = Signal(int, object)
    """The worker is to train this (an Entry), by this ticket."""
    came = Signal(int, object)
    """Of the race of this ticket these events came."""
    _woken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._client = Client(self._woken.emit)
        self._woken.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._ticket = 0
        self._recording: Recording | None = None
        self._state: State = "idle"
        self._kept = Kept()
        self._under_way: dict[int, _Lane] = {}
        self._plan: Experiment | None = None
        self._lanes = 0
        self._recent = Recent()
        self._impatient = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._lose_patience)
        self.device = cast("Device", settings.DEVICE.value)
        self.torch = ""
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
    def tickets(self) -> frozenset[int]:
        """Those of the races under way."""
        return frozenset(self._under_way)

    @property
    def planned(self) -> Experiment | None:
        """The experiment that the race under way, or the last one, was started with."""
        return self._plan

    def trained_by(self, experiment: Experiment) -> tuple[str, ...]:
        """Give the names of the runs that a race of an experiment would train now."""
        plan = raced_plan(experiment)
        return wanted(plan, self._fresh(plan))

    def why_not(self, experiment: Experiment) -> str:
        """Say why there is nothing to race, or to go on with; nothing where there is."""
        if self.active or any(run.visible for run in experiment.runs):
            return ""
        return f"{self.tr('No run to race')}: {self.tr('Show a run, or add one.')}"

    @property
    def replayed(self) -> float:
        """The share that is done of what a branch has to train again before it leaves; 1 where nothing is."""
        return min((lane.replayed for lane in self._under_way.values()), default=1.0)

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
            self._under_way.clear()
            self._enter("done")
        self._client.close()

    def choose(self, device: DeviceInfo) -> None:
        """Run the next races on another device, from now on."""
        self.device = cast("Device", device.name)
        settings.DEVICE.keep(device.name)

    def start(self, experiment: Experiment, *, paused: bool = False) -> None:
        """Race the visible runs of an experiment, in place of a race under way.

        A model of a person's own is raced only after they agreed to its file: `agreement_wanted` says so.
        """
        plan = raced_plan(experiment)
        if trusted(plan.problem) is None:
            self.agreement_wanted.emit(experiment, paused)
            return
        fresh = self._fresh(plan)
        names = wanted(plan, fresh)
        if not names:
            self.said.emit("info", self.tr("No run to race"), self.tr("Show a run, or add one."))
            return
        self._begin(experiment, entry(plan, names, fresh), paused=paused)

    def rerun(self, experiment: Experiment, names: Iterable[str]) -> None:
        """Race only these runs of an experiment: beside a race under way, or else as one of their own."""
        plan = raced_plan(experiment)
        if trusted(plan.problem) is None:
            self.agreement_wanted.emit(experiment, False)
        elif self.active:
            for name in names:
                self.join(experiment, name)
        else:
            self._begin(experiment, entry(plan, names, self._fresh(plan)))

    def _begin(self, experiment: Experiment, entered: Entry, *, paused: bool = False) -> None:
        """Let a race take the place of one under way."""
        self._patience.stop()
        for lane in self._under_way.values():
            self._client.steer(lane.slot, "stop")
        self._under_way.clear()
        self._plan = experiment
        self._ticket = self._enter_race("race", entered, experiment, paused=paused)
        self._recording = self._under_way[self._ticket].recording
        self._recent.forget()
        self._recent.note(0, time.monotonic())
        self._enter("paused" if paused else "running")

    def join(self, experiment: Experiment, name: str) -> None:
        """Race a branch beside the race under way, which goes on: a run of an experiment that leaves one of the race.

        Where the race is paused it is resumed.
        """
        plan = raced_plan(experiment)
        self._lanes += 1
        self._enter_race(f"race {self._lanes}", entry(plan, (name,), self._fresh(plan)), experiment)
        if self._state == "paused":
            self.steer("resume")
        self.progressed.emit()

    def _enter_race(self, slot: str, entered: Entry, planned: Experiment, *, paused: bool = False) -> int:
        """Have the worker train what was entered in a slot, keep what comes of it, and give its ticket."""
        experiment = entered.experiment
        recording = Recording(experiment, entered.roots) if entered.roots else Recording(experiment)
        job = Race(experiment, self.device, trusted(experiment.problem) or "", entered.named)
        ticket = self._client.run(slot, job, paused=paused)
        lane = self._under_way[ticket] = _Lane(slot, recording)
        for index, run in enumerate(experiment.runs):
            if run.name in entered.trained:
                self._kept.keep(run.name, experiment.fingerprint(run), Place(recording, index, planned, lane.pace))
        self.entered.emit(ticket, entered)
        return ticket

    def put_back(self, recording: Recording, trained: tuple[str, ...]) -> None:
        """Keep a race of another time, of which these runs were trained; it is the last where none was before."""
        experiment = recording.experiment
        for index, run in enumerate(experiment.runs):
            mark = experiment.fingerprint(run)
            if run.name in trained and self._kept.fresh(mark) is None:
                self._kept.keep(run.name, mark, Place(recording, index, experiment))
        if not self.active:
            self._recording = recording
            self._enter("done")

    def _fresh(self, plan: Experiment) -> dict[str, tuple[Trace, ...]]:
        """Give the results of a plan's runs as they are, by name."""
        found = ((run.name, self._kept.fresh(plan.fingerprint(run))) for run in plan.runs)
        return {name: place.traces for name, place in found if place is not None and place.recording.step}

    def steer(self, order: Literal["pause", "step", "resume", "stop"]) -> None:
        """Pause the race, advance it by one update, resume or stop it."""
        if self.active:
            for lane in self._under_way.values():
                self._client.steer(lane.slot, order)
                lane.pace.hold()
            self._recent.forget()
            if order == "stop":
                self._patience.start()
            if order in ("pause", "step"):
                self._enter("paused")
            elif order == "resume":
                self._enter("running")

    def ask(self, slot: str, job: Job) -> int:
        """Have the worker do a job beside the race, in place of one before in its slot, and give its ticket."""
        return self._client.run(slot, job)

    def quit(self, slot: str) -> None:
        """Have the worker stop what it does in a slot."""
        self._client.steer(slot, "stop")

    def seconds_left(self) -> float | None:
        """Give how long the race still needs at its recent pace; None while that isn't known."""
        if self._recording is None or self._state != "running":
            return None
        return self._recent.seconds_until(self._recording.experiment.training.steps)

    def of(self, experiment: Experiment) -> Mapping[str, Raced]:
        """Give what has been raced of each run, by name; the last earlier version's where the run has changed since."""
        found: dict[str, Raced] = {}
        if not self._kept:  # a drag before the first race needs no miniature of what it moves
            return found
        plan = raced_plan(experiment)
        for run, small in zip(experiment.runs, plan.runs, strict=True):
            mark = plan.fingerprint(small)
            place = self._kept.shown(run.name, mark)
            if place is not None:
                found[run.name] = self._shown(place, stale=self._kept.fresh(mark) is None)
        return found

    def rename(self, before: str, now: str) -> None:
        """Follow a run to its new name with what it was raced to before it changed."""
        self._kept.rename(before, now)

    def forget(self) -> None:
        """Tell the runs of another session from those of the last, though they may have the same names."""
        self._kept.forget_names()

    def _shown(self, place: Place, *, stale: bool) -> Raced:
        recording, steps = place.recording, place.recording.experiment.training.steps
        running = any(lane.recording is recording for lane in self._under_way.values())
        seeds = recording.experiment.training.seeds
        shown = Raced(
            place.traces, steps, stale, running, recording.card, seeds, place.name, place.planned, place.pace.seconds
        )
        return replace(shown, running=False) if running and shown.ended else shown

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
        replies, racing = self._client.take(), set(self._under_way)
        for reply in replies:
            self._receive(reply)
        if not any(isinstance(reply, (Ready, Died)) or reply.ticket in racing for reply in replies):
            return  # a survey's news are no race's
        if self._recording is not None and self._state == "running":
            self._recent.note(self._recording.step, time.monotonic())
        self.progressed.emit()

    def _receive(self, reply: Reply) -> None:
        match reply:
            case Ready(devices=devices, torch=version):
                self.devices, self.torch = devices, version
                if any(info.name == self.device and info.missing for info in devices):
                    self.device = "auto"  # chosen on another day, or with another card
                self.ready_changed.emit()
            case Happened(ticket=ticket, events=events) if ticket in self._under_way:
                self._hear(self._under_way[ticket], events)
                self.came.emit(ticket, events)
            case Finished(ticket=ticket) if ticket in self._under_way:
                self._leave(ticket)
            case Failed(ticket=ticket, message=message) if ticket in self._under_way:
                self._leave(ticket)
                self.said.emit("error", self.tr("The race stopped"), saying.said(message))
            case Died():
                self._died(reply)
                self.heard.emit(reply)
            case _:
                self.heard.emit(reply)

    def _hear(self, lane: _Lane, events: tuple[Event, ...]) -> None:
        for event in events:
            if isinstance(event, Replayed):
                lane.replayed = event.done
            else:
                lane.recording.add(event)
        if self._state == "running":
            lane.pace.note(lane.recording.step, time.monotonic())

    def _leave(self, ticket: int) -> None:
        """Note that one of the races under way is over; with the last of them the race is."""
        del self._under_way[ticket]
        if not self._under_way:
            self._enter("done")

    def _died(self, died: Died) -> None:
        lost = self.active and (died.final or any(ticket in died.tickets for ticket in self._under_way))
        kept = self._recording.step if self._recording is not None else 0
        if lost:
            self._under_way.clear()
            self._enter("done")
        self.devices = ()
        self.ready_changed.emit()
        if lost and self._impatient:
            self.said.emit(*mishaps.ended(PATIENCE // 1000, kept))
        else:
            self.said.emit(*mishaps.crashed(died, kept if lost else None))
        self._impatient = False
