"""A trial: what a step asks a person to do, looked at while they do it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

from lrviz.errors import LrvizError
from lrviz.teaching.claims import Claim
from lrviz.teaching.showing import shown_by
from lrviz.ui.lesson.racing import all_raced, raced_whole
from lrviz.ui.paced import Paced
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store

Next = Literal["set", "race", ""]


class Trial(QObject):
    """Says whether the claim of a step holds of the experiment as it is and of its race."""

    changed = Signal()

    def __init__(self, store: Store, races: Races, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._races = store, races
        self.until = ""
        self.done = False
        self._told = Paced(self)
        self._told.due.connect(self._look)
        store.changed.connect(self._want)
        races.state_changed.connect(self._want)

    def watch(self, until: str) -> None:
        """Look from now on whether this claim holds; nothing is looked at where there is none."""
        self.until, self.done = until, False
        self._look()

    @property
    def next(self) -> Next:
        """What is to be done next that the window can do: set what is to be set, or race it; "" where it can't tell."""
        if not self.until or self.done:
            return ""
        experiment = self._store.experiment
        shown = shown_by(self.until, experiment)
        if shown != experiment:
            return "" if shown is None else "set"
        return "" if all_raced(experiment, self._races) else "race"

    def show(self) -> None:
        """Do what is asked for: set what is to be set in one undo step, and race it."""
        changed = shown_by(self.until, self._store.experiment)
        if changed is not None:
            self._store.edit(self.tr("what the lesson asks for"), changed)
        self._look()
        if self.next == "race":
            self._races.start(self._store.experiment)

    def _want(self) -> None:
        if self.until:
            self._told.want()

    def _look(self) -> None:
        if self.until:
            experiment = self._store.experiment
            try:
                held = Claim.parse(self.until).done(experiment, raced_whole(experiment, self._races))
            except LrvizError:
                held = False
            self.done = self.done or held
        self.changed.emit()
