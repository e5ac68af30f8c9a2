"""Measuring again: a lesson's claims are weighed here, on trainings with other seeds than it was written with."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from lrviz.errors import LrvizError
from lrviz.events import Died, Failed, Finished, Happened, Race, Reply
from lrviz.experiment import Experiment
from lrviz.recording import Recording
from lrviz.teaching.claims import Claim, Verdict
from lrviz.teaching.evidence import Evidence
from lrviz.teaching.lesson import Lesson, Measured
from lrviz.ui.races import Races, raced_plan

SLOT = "lesson"
FIRST_SEED, APART = 300, 100
"""The seeds of the first time, and how far on those of the next time begin."""


class Measuring(QObject):
    """Trains one scene after another in the worker, beside whatever else it does; `changed` says that more is known."""

    changed = Signal()

    def __init__(self, races: Races, parent: QObject) -> None:
        super().__init__(parent)
        self._races = races
        self._lesson: Lesson | None = None
        self._waiting: list[str] = []
        self._known: dict[str, Evidence] = {}
        self._recording: Recording | None = None
        self._ticket = 0
        self._times = 0
        self.seeds: tuple[int, ...] = ()
        self.verdicts: tuple[Verdict | None, ...] = ()
        """What was found of each claim; None of one that isn't weighed yet, or needs more than trainings."""
        self.why = ""
        races.heard.connect(self._receive)

    @property
    def active(self) -> bool:
        """Whether trainings are under way."""
        return bool(self._ticket)

    @property
    def done(self) -> float:
        """The share of the updates that is done."""
        if self._lesson is None:
            return 0.0
        steps = {scene.name: raced_plan(scene.experiment).training.steps for scene in self._lesson.scenes}
        whole = sum(steps[name] for name in (*self._known, *self._waiting, *self._current()))
        done = sum(steps[name] for name in self._known) + (self._recording.step if self._recording else 0)
        return done / whole if whole else 0.0

    def take(self, lesson: Lesson | None) -> None:
        """Be about another lesson; what is known of one that stays the same is kept."""
        if lesson != self._lesson:
            self.stop()
            self._lesson, self._known, self.seeds, self.why = lesson, {}, (), ""
            self.verdicts = (None,) * len(lesson.measured) if lesson is not None else ()

    def start(self) -> None:
        """Train with the next seeds."""
        lesson = self._lesson
        if lesson is None:
            return
        many = max(one.of for one in lesson.measured)
        first = FIRST_SEED + APART * self._times
        self._times += 1
        self.seeds, self.why, self._known = tuple(range(first, first + many)), "", {}
        self.verdicts = (None,) * len(lesson.measured)
        self._waiting = [scene.name for scene in lesson.scenes if scene.name in _trained(lesson)]
        self._next()

    def stop(self) -> None:
        """Train no further."""
        if self._ticket:
            self._races.quit(SLOT)
        self._ticket, self._recording, self._waiting = 0, None, []
        self.changed.emit()

    def _current(self) -> tuple[str, ...]:
        if self._lesson is None or self._recording is None:
            return ()
        plan = self._recording.experiment
        return tuple(scene.name for scene in self._lesson.scenes if self._seeded(scene.experiment) == plan)[:1]

    def _seeded(self, experiment: Experiment) -> Experiment:
        plan = raced_plan(experiment)
        return replace(plan, training=replace(plan.training, seeds=self.seeds))

    def _next(self) -> None:
        lesson = self._lesson
        if lesson is None or not self._waiting:
            self._ticket, self._recording = 0, None
            self.changed.emit()
            return
        scene = next(scene for scene in lesson.scenes if scene.name == self._waiting[0])
        plan = self._seeded(scene.experiment)
        self._recording = Recording(plan)
        self._ticket = self._races.ask(SLOT, Race(plan))
        self.changed.emit()

    def _receive(self, reply: Reply) -> None:
        if not self._ticket:
            return
        match reply:
            case Happened(ticket=ticket, events=events) if ticket == self._ticket and self._recording is not None:
                for event in events:
                    self._recording.add(event)
                self.changed.emit()
            case Finished(ticket=ticket) if ticket == self._ticket and self._recording is not None:
                self._known[self._waiting.pop(0)] = Evidence.of(self._recording.experiment, self._recording.result())
                self._weigh()
                self._next()
            case Failed(ticket=ticket, message=message) if ticket == self._ticket:
                self._fail(message)
            case Died(message=message):
                self._fail(message)

    def _fail(self, why: str) -> None:
        self.why = why
        self._ticket, self._recording, self._waiting = 0, None, []
        self.changed.emit()

    def _weigh(self) -> None:
        """Weigh the claims that all is known for by now."""
        if self._lesson is not None:
            lesson = self._lesson
            self.verdicts = tuple(
                verdict if verdict is not None else weighed(lesson, one, self._known)
                for verdict, one in zip(self.verdicts, lesson.measured, strict=True)
            )


def weighed(lesson: Lesson, measured: Measured, known: Mapping[str, Evidence]) -> Verdict | None:
    """Give whether a claim holds, or None where it needs a scene that isn't trained yet, or more than trainings."""
    scenes = {scene.name: scene.experiment for scene in lesson.scenes}
    scene = measured.scene or lesson.scenes[0].name
    try:
        claim = Claim.parse(measured.holds)
        needs = claim.needs(scenes, scene)
        if any(need.what != "training" or need.scene not in known for need in needs):
            return None
        evidence = {name: seen.first(measured.of) for name, seen in known.items()}
        return claim.holds({**{name: Evidence(given) for name, given in scenes.items()}, **evidence}, scene)
    except LrvizError:
        return None


def _trained(lesson: Lesson) -> set[str]:
    """Give the scenes that the claims need trained."""
    scenes = {scene.name: scene.experiment for scene in lesson.scenes}
    found: set[str] = set()
    for one in lesson.measured:
        try:
            needs = Claim.parse(one.holds).needs(scenes, one.scene or lesson.scenes[0].name)
        except LrvizError:
            continue
        if all(need.what == "training" for need in needs):
            found |= {need.scene for need in needs}
    return found
