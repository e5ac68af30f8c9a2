"""Detour: what is changed of a run while it is raced can count from there on, in a branch of what is raced."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QObject

from lrviz.run import Run
from lrviz.ui import branching
from lrviz.ui.controls.notice import Notice
from lrviz.ui.notices import Notices
from lrviz.ui.numbers import whole
from lrviz.ui.panels.sidebar import free_colour
from lrviz.ui.past.changes import alike
from lrviz.ui.racing.raced import raced_plan
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store


class Detour(QObject):
    """Offers a branch as soon as the selected run is another one than the race under way trains.

    A branch that was made by hand while a race is under way can join it too, once it changes something.
    """

    def __init__(self, store: Store, races: Races, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._races, self._notices = store, races, notices
        self._offered: Notice | None = None
        self._said: tuple[str, str, int] = ("", "", 0)
        for signal in (store.changed, store.selected_changed, races.state_changed):
            signal.connect(self._look)

    @property
    def step(self) -> int:
        """How many updates of the plan the race under way has done; 0 without one, or at its end."""
        recording, planned = self._races.recording, self._races.planned
        if not self._races.active or recording is None or planned is None:
            return 0
        done, steps = recording.step, recording.experiment.training.steps
        return int(done * planned.training.steps / steps) if done < steps else 0

    @property
    def raced(self) -> Run | None:
        """The selected run as the race under way trains it; None where it does so as it is, or not at all."""
        run, planned, recording = self._store.run, self._races.planned, self._races.recording
        if run is None or planned is None or recording is None or not self.step:
            return None
        if planned.training != self._store.experiment.training or planned.problem != self._store.experiment.problem:
            return None  # nothing of the race holds any more
        entered = {one.name for one in recording.experiment.runs}
        before = next((one for one in planned.runs if one.name == run.name and run.name in entered), None)
        if before is None or before.branch != run.branch or alike(before, run):
            return None
        born = 0 if before.branch is None else before.branch.step
        return before if self.step > born else None

    def take(self) -> None:
        """Let what was changed be a branch from here on, put the run back to what is raced, and race the branch."""
        run, before, step = self._store.run, self.raced, self.step
        if run is None or before is None:
            return
        experiment, at = self._store.experiment, self._store.selected
        made = branching.departed(experiment.runs, before, run, step, self.tr("{0} from {1}"))
        made = replace(made, colour=free_colour(experiment.runs))
        restored = replace(before, colour=run.colour, visible=run.visible)
        runs = (*experiment.runs[:at], restored, *experiment.runs[at + 1 :])
        forked = branching.added(replace(experiment, runs=runs), made)
        self._store.edit(self.tr("branch {0} at step {1}").format(run.name, whole(step)), forked)
        self._store.select(forked.runs.index(made))
        self._races.join(forked, made.name)

    @property
    def waiting(self) -> Run | None:
        """The selected run where it is a changed branch of what is raced, and isn't raced itself."""
        run, experiment = self._store.run, self._store.experiment
        left = experiment.parent(run) if run is not None else None
        if run is None or left is None or alike(left, run) or not self._races.active:
            return None
        plan, known = raced_plan(experiment), self._races.of(experiment)
        small = plan.runs[self._store.selected]
        above = known.get(left.name)
        if small.branch is None or above is None or above.stale or (run.name in known and not known[run.name].stale):
            return None
        return run if above.steps_done >= small.branch.step else None

    def join(self) -> None:
        """Race the selected branch beside what is raced."""
        run = self.waiting
        if run is not None:
            self._races.join(self._store.experiment, run.name)
            self._look()

    def _look(self) -> None:
        paused, run = self._races.state == "paused", self._store.run
        kind = "changed" if self.raced is not None else "waits" if self.waiting is not None else ""
        if not kind or run is None:
            self._withdraw()
            return
        said = (kind, run.name, self.step if paused and kind == "changed" else 0)
        if said != self._said:  # else it stands there, or a person has closed it
            self._withdraw()
            self._said = said
            (self._offer_branch if kind == "changed" else self._offer_race)(run.name)

    def _offer_branch(self, name: str) -> None:
        title = self.tr("{0} is raced on as it was").format(name)
        text = self.tr("The change is drawn as a plan. From here on it can count in a branch, without a new race.")
        paused = self._races.state == "paused"
        here = self.tr("Branch at step {0}").format(whole(self.step)) if paused else self.tr("Branch here")
        self._offered = self._notices.say("info", title, text, here, self.take)

    def _offer_race(self, name: str) -> None:
        title = self.tr("{0} isn’t raced yet").format(name)
        text = self.tr("It can be raced beside the race under way, from where it leaves.")
        self._offered = self._notices.say("info", title, text, self.tr("Race it too"), self.join)

    def _withdraw(self) -> None:
        """Take the offer back: there is nothing to branch, or no race to do it in."""
        if self._offered is not None:
            self._notices.drop(self._offered)
        self._offered, self._said = None, ("", "", 0)
