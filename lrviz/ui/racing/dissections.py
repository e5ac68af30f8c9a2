"""Updates taken apart in the window: one is asked for at a time, those before are kept while they may be wanted."""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache

from PySide6.QtCore import QObject, Signal

from lrviz.dissection import Dissection, Picture
from lrviz.events import Dissect, Dissected, Event, Replayed
from lrviz.experiment import Experiment
from lrviz.ui.choices.agreement import trusted
from lrviz.ui.racing.errand import Errand
from lrviz.ui.racing.races import Races

SLOT = "dissect"
MEMORY = 64 * 2**20
"""Bytes of pictures kept."""

Key = tuple[str, int]
"""What a run trains, and the update."""


class Dissections(QObject):
    """The update under way and those known, by what is trained and how far."""

    changed = Signal()
    """Something came in."""

    def __init__(self, races: Races) -> None:
        super().__init__(races)
        self._races = races
        self._errand = Errand(races, SLOT, races)
        self._errand.heard.connect(self._hear)
        self._errand.ended.connect(self._ended)
        self._kept: OrderedDict[Key, Dissection] = OrderedDict()
        self._refused: dict[Key, str] = {}
        self._key: Key | None = None
        self._name = ""
        self._done: float | None = None

    @property
    def active(self) -> bool:
        """Whether an update is being taken apart."""
        return self._errand.active

    @property
    def replayed(self) -> float | None:
        """The share that is done of what is trained again for it; None while nothing is."""
        return self._done if self.active else None

    def want(self, experiment: Experiment, run: int, step: int) -> None:
        """See to it that this update is taken apart, in place of another under way."""
        key = key_of(experiment, run, step)
        if key in self._kept:
            self._kept.move_to_end(key)
        if key in self._kept or key in self._refused or (key == self._key and self.active):
            return
        consent = trusted(experiment.problem)
        if consent is None:
            return
        self._key, self._name, self._done = key, experiment.runs[run].name, None
        self._errand.start(Dissect(experiment, run, step, device=self._races.device, trusted=consent))
        self.changed.emit()

    def of(self, experiment: Experiment, run: int, step: int) -> Dissection | None:
        """Give an update taken apart; None while it isn't."""
        return self._kept.get(key_of(experiment, run, step))

    def last(self, experiment: Experiment, run: int) -> Dissection | None:
        """Give the update of a run that was taken apart last, at whatever step."""
        mark = key_of(experiment, run, 0)[0]
        return next((apart for (of, _), apart in reversed(self._kept.items()) if of == mark), None)

    def refused(self, experiment: Experiment, run: int, step: int) -> str:
        """Give why an update can't be taken apart; empty where it can."""
        return self._refused.get(key_of(experiment, run, step), "")

    def again(self) -> None:
        """Forget what was refused, so that it is tried anew."""
        self._refused.clear()
        self.changed.emit()

    def _hear(self, events: tuple[Event, ...]) -> None:
        for event in events:
            if isinstance(event, Replayed):
                self._done = event.done
            elif isinstance(event, Dissected) and self._key is not None:
                self._keep(self._key, Dissection.of(self._name, 0, event))
        self.changed.emit()

    def _ended(self, why: str) -> None:
        if why and self._key is not None:
            self._refused[self._key] = why
        self.changed.emit()

    def _keep(self, key: Key, apart: Dissection) -> None:
        self._kept[key] = apart
        while len(self._kept) > 1 and sum(map(_size, self._kept.values())) > MEMORY:
            self._kept.popitem(last=False)


def key_of(experiment: Experiment, run: int, step: int) -> Key:
    """Name an update by what its run trains, whatever its colour is."""
    return _mark(experiment, run), step


@lru_cache(maxsize=64)  # asked for with every picture
def _mark(experiment: Experiment, run: int) -> str:
    return experiment.fingerprint(experiment.runs[run])


def _size(apart: Dissection) -> int:
    """Give how many bytes an update's pictures take."""
    kinds = ("weight", "update", "gradient", "momentum", "root_v", "decay")
    pictures: list[Picture | None] = [getattr(part, kind) for part in apart.parts.values() for kind in kinds]
    return sum(picture.nbytes for picture in pictures if picture is not None)
