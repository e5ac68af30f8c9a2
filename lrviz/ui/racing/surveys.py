"""Landscapes in the window: one is surveyed in the worker, those before are kept for as long as they may be wanted."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from PySide6.QtCore import QObject, Signal

from lrviz.events import Chart, Event, Preparing
from lrviz.experiment import Experiment
from lrviz.results import Landscape
from lrviz.sketch import Sketch
from lrviz.survey import Survey
from lrviz.ui import keymap
from lrviz.ui.choices.agreement import trusted
from lrviz.ui.racing.errand import Errand
from lrviz.ui.racing.races import Races

FLEETING = 0.12
"""Share of its grid below which a landscape shows no more than the one before."""
KEPT = 24
"""Landscapes kept, each some hundred kilobytes."""
SLOT = "landscape"
LEAST_DONE, LEAST_SPENT = 0.02, 0.5
"""The share and the seconds after which it is said how long the rest will take."""

Key = tuple[tuple[tuple[str, str], ...], Survey]


@dataclass(frozen=True)
class Progress:
    """How far a survey has come, and the seconds it still needs; None while that isn't known."""

    words: str
    """Of `Preparing`; empty while heights are measured."""
    done: float
    seconds: float | None


class Surveys(QObject):
    """The survey under way and the landscapes known, by what was walked and what was looked at."""

    changed = Signal()
    """Something came in."""

    def __init__(self, races: Races) -> None:
        super().__init__(races)
        self._races = races
        self._errand = Errand(races, SLOT, races)
        self._errand.heard.connect(self._hear)
        self._errand.ended.connect(self._ended)
        self._kept: OrderedDict[Key, Sketch] = OrderedDict()
        self._key: Key | None = None
        self._refused: dict[Key, str] = {}
        self._fatal: set[Key] = set()
        self._phase = ""
        self._begun = 0.0

    @property
    def active(self) -> bool:
        """Whether a survey is under way."""
        return self._errand.active

    def want(self, experiment: Experiment, survey: Survey) -> None:
        """See to it that this landscape is surveyed, in place of another; one that is known isn't again."""
        key = key_of(experiment, survey)
        if key == self._key:
            return
        self._let_go()
        if key in self._kept:
            self._kept.move_to_end(key)
        if key in self._refused or key in self._kept:
            return
        self._key = key
        self._kept[key] = Sketch(experiment, survey)
        self._errand.start(Chart(experiment, survey, self._races.device, trusted(experiment.problem) or ""))
        self._phase, self._begun = "", time.monotonic()
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def of(self, experiment: Experiment, survey: Survey) -> Landscape | None:
        """Give a landscape as far as it is known."""
        sketch = self._kept.get(key_of(experiment, survey))
        return None if sketch is None else sketch.landscape

    def refused(self, experiment: Experiment, survey: Survey) -> str:
        """Give why a landscape can't be surveyed; empty where it can."""
        return self._refused.get(key_of(experiment, survey), "")

    def progress(self) -> Progress | None:
        """Give how far the survey under way has come; None without one."""
        sketch = self._kept.get(cast("Key", self._key)) if self.active else None
        if sketch is None:
            return None
        preparing: Preparing | None = sketch.preparing
        landscape = sketch.landscape
        words, done = ("", landscape.done) if landscape is not None else ("", 0.0)
        if preparing is not None:
            words, done = preparing.words, preparing.done
        spent = time.monotonic() - self._begun
        return Progress(words, done, spent * (1 - done) / done if done > LEAST_DONE and spent > LEAST_SPENT else None)

    def stop(self) -> None:
        """Survey no further, since a person wants it so; what is known stays as it is until it is wanted `again`."""
        if not self.active or self._key is None:
            return
        self._errand.stop()
        if self._kept[self._key].landscape is None:
            self._refused[self._key] = self.tr(
                "it was stopped before there was a picture ({0} starts it again)"
            ).format(keymap.by("again"))
            self._forget_unfinished()
        self.changed.emit()

    def again(self, experiment: Experiment, survey: Survey) -> None:
        """Forget what is known of a landscape, so that it is surveyed anew."""
        key = key_of(experiment, survey)
        if key == self._key:
            self._let_go()
            self._key = None
        self._kept.pop(key, None)
        self._refused.pop(key, None)
        self.changed.emit()

    def _let_go(self) -> None:
        """Leave the survey under way, for another one."""
        if self.active:
            self._errand.stop()
            self._forget_unfinished()

    def _forget_unfinished(self) -> None:
        """Let go of a landscape that will get no finer: it is surveyed again when it is wanted."""
        if self._key is not None:
            self._kept.pop(self._key, None)
        self._key = None

    def _enter(self, phase: str) -> None:
        """Take note of what is under way now: the time it takes tells nothing of what comes after it."""
        if phase != self._phase:
            self._phase, self._begun = phase, time.monotonic()

    def _hear(self, events: tuple[Event, ...]) -> None:
        if self._key is None:
            return
        sketch = self._kept[self._key]
        for event in events:
            sketch.add(event)
        self._enter(sketch.preparing.words if sketch.preparing is not None else "")
        self.changed.emit()

    def _ended(self, why: str) -> None:
        if why and self._key is not None:
            died = self._errand.died
            if not died or self._key in self._fatal:  # it would end the next worker too, and the one after that
                self._refused[self._key] = why
            if died:
                self._fatal.add(self._key)
            self._forget_unfinished()
        self.changed.emit()


@lru_cache(maxsize=64)  # asked for with every picture
def key_of(experiment: Experiment, survey: Survey) -> Key:
    """Name what is surveyed: the runs by what they train, whatever their colours are."""
    return tuple((run.name, experiment.fingerprint(run)) for run in experiment.runs), survey


def fuller(
    last: tuple[Experiment, Landscape] | None, walked: Experiment, survey: Survey, landscape: Landscape | None
) -> Landscape | None:
    """Give the landscape asked for, or the last one while that shows more of the same."""
    if last is None:
        return landscape
    before = last[1]
    same = key_of(last[0], Survey()) == key_of(walked, Survey())
    same = same and (before.method, before.what) == (survey.method, survey.what)
    fresh = landscape is not None and landscape.values.size and landscape.done >= min(FLEETING, before.done)
    return landscape if fresh or not same or before.done < FLEETING else before
