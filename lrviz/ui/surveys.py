"""Landscapes in the window: one is surveyed in the worker, those before are kept for as long as they may be wanted."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from PySide6.QtCore import QObject, Signal

from lrviz.catalog.models.own_model import foreign
from lrviz.events import Chart, Died, Failed, Finished, Happened, Preparing, Reply
from lrviz.experiment import Experiment
from lrviz.results import Landscape
from lrviz.sketch import Sketch
from lrviz.survey import Survey
from lrviz.ui.agreement import agreed
from lrviz.ui.races import Races

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
    done: float
    seconds: float | None


class Surveys(QObject):
    """The survey under way and the landscapes known, by what was walked and what was looked at."""

    changed = Signal()
    """Something came in."""

    def __init__(self, races: Races) -> None:
        super().__init__(races)
        self._races = races
        self._kept: OrderedDict[Key, Sketch] = OrderedDict()
        self._key: Key | None = None
        self._ticket = 0
        self._refused: dict[Key, str] = {}
        self._begun = 0.0
        races.heard.connect(self._receive)

    @property
    def active(self) -> bool:
        """Whether a survey is under way."""
        return bool(self._ticket)

    def want(self, experiment: Experiment, survey: Survey) -> None:
        """See to it that this landscape is surveyed, in place of another; one that is known isn't again."""
        key = key_of(experiment, survey)
        if key in self._refused or key in self._kept:  # what is kept is whole, or under way
            return
        self._let_go()
        own = foreign(experiment.problem.model)
        trusted = own.consent if own is not None and agreed(own.consent) else ""
        self._key = key
        self._kept[key] = Sketch(experiment, survey)
        self._ticket = self._races.ask(SLOT, Chart(experiment, survey, self._races.device, trusted))
        self._begun = time.monotonic()
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
        sketch = self._kept.get(cast("Key", self._key)) if self._ticket else None
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
        if not self._ticket or self._key is None:
            return
        self._races.quit(SLOT)
        self._ticket = 0
        if self._kept[self._key].landscape is None:
            self._refused[self._key] = self.tr("it was stopped before there was a picture (F5 starts it again)")
            self._forget_unfinished()
        self.changed.emit()

    def again(self, experiment: Experiment, survey: Survey) -> None:
        """Forget what is known of a landscape, so that it is surveyed anew."""
        key = key_of(experiment, survey)
        if key == self._key:
            self._let_go()
        self._kept.pop(key, None)
        self._refused.pop(key, None)
        self.changed.emit()

    def _let_go(self) -> None:
        """Leave the survey under way, for another one."""
        if self._ticket:
            self._races.quit(SLOT)
            self._forget_unfinished()
            self._ticket = 0

    def _forget_unfinished(self) -> None:
        """Let go of a landscape that will get no finer: it is surveyed again when it is wanted."""
        if self._key is not None:
            self._kept.pop(self._key, None)
        self._key = None

    def _receive(self, reply: Reply) -> None:
        match reply:
            case Happened(ticket=ticket, events=events) if ticket == self._ticket and self._key is not None:
                for event in events:
                    self._kept[self._key].add(event)
            case Finished(ticket=ticket) if ticket == self._ticket:
                self._ticket = 0
            case Failed(ticket=ticket, message=message) if ticket == self._ticket and self._key is not None:
                self._refused[self._key] = message
                self._forget_unfinished()
                self._ticket = 0
            case Died(tickets=tickets) if self._ticket in tickets:
                self._ticket = 0
                self._forget_unfinished()
            case _:
                return
        self.changed.emit()


@lru_cache(maxsize=64)  # asked for with every picture
def key_of(experiment: Experiment, survey: Survey) -> Key:
    """Name what is surveyed: the runs by what they train, whatever their colours are."""
    return tuple((run.name, experiment.fingerprint(run)) for run in experiment.runs), survey
