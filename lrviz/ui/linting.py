"""Linting in the window: what is wrong with the runs in sight, looked for aside and kept by value."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from lrviz.errors import Finding
from lrviz.experiment import Experiment
from lrviz.rules.ceiling import Ceiling, ceiling
from lrviz.run import Run
from lrviz.ui.aside import Aside
from lrviz.ui.judging import Judged, find
from lrviz.ui.racing.raced import shrinks
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store

LAG = 100
"""Milliseconds in which changes are gathered."""
KEPT = 128
"""Runs in plans whose findings are kept."""

Key = tuple[object, ...]


class Linting(QObject):
    """Looks at every run in sight whenever something changed, one after another.

    While a run is being looked at, what was found in it before stands.
    """

    changed = Signal()

    def __init__(self, store: Store, races: Races, aside: Aside, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._races, self._aside = store, races, aside
        self._kept: OrderedDict[Key, tuple[Finding, ...]] = OrderedDict()
        self._last: dict[str, Judged] = {}
        self._shown: tuple[Judged, ...] = ()
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(LAG)
        self._due.timeout.connect(self._look)
        store.opened.connect(self._last.clear)
        for signal in (store.changed, store.selected_changed, races.state_changed):
            signal.connect(self.want)
        self.want()

    @property
    def judged(self) -> tuple[Judged, ...]:
        """The runs in sight with what is wrong with them, the selected one first."""
        return self._shown

    @property
    def steps(self) -> int:
        """How many updates they are looked at over."""
        return self._store.experiment.training.steps

    def want(self) -> None:
        """Look again soon."""
        if not self._due.isActive():
            self._due.start()

    def _look(self, *, goes_on: bool = False) -> None:
        """Look at the first run that wasn't looked at as it is; say what is known where that changed."""
        experiment = self._store.experiment
        runs = self._in_sight()
        measured = ceilings(experiment, self._races)
        keys = {run.name: _key(experiment, run, measured.get(run.name)) for run in runs}
        missing = next((run for run in runs if keys[run.name] not in self._kept), None)
        for run in runs:
            found = self._kept.get(keys[run.name])
            if found is not None:
                self._last[run.name] = Judged(run, found)
        shown = tuple(self._last[run.name] for run in runs if run.name in self._last)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()
        if missing is not None:
            ask = self._aside.ask if goes_on else self._aside.follow
            ceiling, key = measured.get(missing.name), keys[missing.name]
            act = partial(find, experiment, missing, ceiling)
            ask("findings", act, lambda found: self._keep(experiment, key, found))

    def _keep(self, experiment: Experiment, key: Key, found: Judged) -> None:
        self._kept[key] = found.findings
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self._last[found.run.name] = found
        self._look(goes_on=experiment == self._store.experiment)

    def _in_sight(self) -> list[Run]:
        """Give the selected run, then the others whose eye is open."""
        selected = self._store.run
        others = [run for run in self._store.experiment.runs if run.visible and run is not selected]
        taken = selected is not None and (selected.visible or selected.listing is not None)
        return [selected, *others] if taken and selected is not None else others


def ceilings(experiment: Experiment, races: Races) -> dict[str, Ceiling]:
    """Give the ceilings of the rates that races measured, by the names of their runs.

    Only a race that is over counts, of the plan itself: neither of a miniature nor of other data than those planned.
    """
    training = experiment.training
    if races.active or not training.probe or training.examples is not None or shrinks(experiment):
        return {}
    found = {name: ceiling(raced.traces) for name, raced in races.of(experiment).items() if not raced.stale}
    return {name: one for name, one in found.items() if one is not None}


def _key(experiment: Experiment, run: Run, measured: Ceiling | None) -> Key:
    return experiment.problem, experiment.training, experiment.metric, experiment.lineage(run), measured
