"""Foresight: which law the window forecasts by, and the forecasts of the visible runs, found one at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from lrviz.experiment import Experiment
from lrviz.laws import LAWS, AnyLaw
from lrviz.laws.law import Law
from lrviz.results import Forecast
from lrviz.run import Run
from lrviz.ui.pages.fits import FittedLaw
from lrviz.ui.views import forecast, seen
from lrviz.ui.views.foreseen import Foreseen
from lrviz.ui.views.sight import visible

KEPT = 128
"""Forecasts that are kept for an undo, or for a run whose eye is opened again."""

RESTED = 150
"""Milliseconds that the cursor rests until what it reads is found exactly."""

Wanted = tuple[Run, int, tuple[Experiment, Run, Law, int]]
"""A run, an update, and what the loss after it is kept under."""
Stretch = tuple[int, int]
"""The first and last update in sight."""


class Foresight(QObject):
    """Holds what was found, and what was chosen: the law, and whether it is shown, both remembered with the window.

    A law that was fitted to a race is one of `fits`, by its name, until the session is closed.

    A forecast takes milliseconds, so each is found in a turn of its own; until then a run has the one it had before.
    """

    changed = Signal()
    """Another law, or whether there is a forecast."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: OrderedDict[tuple[Experiment, Run, Law, Stretch], Forecast] = OrderedDict()
        self._last: dict[tuple[str, Law], Forecast] = {}
        self._exactly: OrderedDict[tuple[Experiment, Run, Law, int], float] = OrderedDict()
        self._cursor: int | None = None
        self._rest = QTimer(self, singleShot=True, interval=RESTED)
        self._rest.timeout.connect(self.changed)
        self.fits: dict[str, FittedLaw] = {}
        self.shown = str(QSettings().value("forecast/shown", "yes")) != "no"
        self.law = _remembered()

    def look_at(self, cursor: int) -> None:
        """Find each run's loss exactly at the cursor once it rests there."""
        if cursor != self._cursor:
            self._cursor = cursor
            self._rest.start()

    def choose(self, name: str, of: str) -> None:
        """Forecast by a law with one of its sets of coefficients."""
        QSettings().setValue("forecast/law", f"{name}/{of}")
        self.law = LAWS[name][of]
        self.changed.emit()

    def take(self, fit: FittedLaw) -> None:
        """Forecast by a law that was fitted to a race."""
        self.fits[fit.law.name] = fit
        self.law = fit.law
        self.changed.emit()

    def forget(self) -> None:
        """Let go of the laws that were fitted to the races of another session."""
        if self.fits:
            self.fits.clear()
            self.law = _remembered()
            self.changed.emit()

    def earlier(self, experiment: Experiment) -> bool:
        """Whether the law was fitted to a race whose runs have been changed since."""
        return any(fit.law == self.law and fit.earlier(experiment) for fit in self.fits.values())

    def toggle(self) -> None:
        """Show or hide the forecast."""
        self.shown = not self.shown
        QSettings().setValue("forecast/shown", "yes" if self.shown else "no")
        self.changed.emit()

    def foreseen(self, experiment: Experiment, stretch: Stretch) -> Foreseen | None:
        """Give what is known of the visible runs; of one that changed, the last that was; None while it is hidden."""
        if not self.shown:
            return None
        unknown = forecast.unknown(experiment)
        runs = (run for run in visible(experiment) if run.name not in unknown)
        known = {run.name: self._known(experiment, run, stretch) for run in runs}
        there = {name: one for name, one in known.items() if one is not None}
        exactly = {
            (run.name, update): self._exactly[key]
            for run, update, key in self._wanted(experiment, there)
            if key in self._exactly
        }
        return Foreseen(self.law, there, unknown, self.earlier(experiment), exactly)

    def find(self, experiment: Experiment, stretch: Stretch) -> bool:
        """Find the next forecast that isn't known yet; say whether there was one."""
        run = self._missing(experiment, stretch)
        if run is None:
            return self._sharpen(experiment, stretch)
        one = forecast.find(experiment, run, self.law, *stretch)
        self._found[self._key(experiment, run, stretch)] = one
        while len(self._found) > KEPT:
            self._found.popitem(last=False)
        return True

    def lacks(self, experiment: Experiment, stretch: Stretch) -> bool:
        """Whether a forecast is still to be found."""
        return self._missing(experiment, stretch) is not None or self._vague(experiment, stretch) is not None

    def _sharpen(self, experiment: Experiment, stretch: Stretch) -> bool:
        """Find the next loss that is wanted more exactly than its curve; say whether there was one."""
        vague = self._vague(experiment, stretch)
        if vague is None:
            return False
        run, update, key = vague
        self._exactly[key] = forecast.exactly(experiment, run, self.law, update)
        while len(self._exactly) > 4 * KEPT:
            self._exactly.popitem(last=False)
        return True

    def _vague(self, experiment: Experiment, stretch: Stretch) -> Wanted | None:
        """Give a loss that is wanted more exactly and isn't known so, of runs that have a forecast."""
        foreseen = self.foreseen(experiment, stretch)
        wanted = () if foreseen is None else self._wanted(experiment, foreseen.of)
        return next((one for one in wanted if one[2] not in self._exactly), None)

    def _wanted(self, experiment: Experiment, there: Mapping[str, Forecast]) -> Iterator[Wanted]:
        """Give what is wanted more exactly of long runs: their ends, and where the cursor rests."""
        end = experiment.training.steps - 1
        if end < forecast.EACH:
            return
        cursor = end if self._cursor is None or self._rest.isActive() else min(self._cursor, end)
        for run in visible(experiment):
            if run.name in there and not there[run.name].outside:
                plan = seen.unheard(seen.plan(experiment), run)
                yield from ((run, update, (plan, run, self.law, update)) for update in dict.fromkeys((end, cursor)))

    def _missing(self, experiment: Experiment, stretch: Stretch) -> Run | None:
        if not self.shown:
            return None
        unknown = forecast.unknown(experiment)
        runs = (run for run in visible(experiment) if run.name not in unknown)
        return next((run for run in runs if self._key(experiment, run, stretch) not in self._found), None)

    def _known(self, experiment: Experiment, run: Run, stretch: Stretch) -> Forecast | None:
        key = self._key(experiment, run, stretch)
        if key in self._found:
            self._found.move_to_end(key)
            self._last[run.name, self.law] = self._found[key]
        return self._last.get((run.name, self.law))

    def _key(self, experiment: Experiment, run: Run, stretch: Stretch) -> tuple[Experiment, Run, Law, Stretch]:
        return seen.unheard(seen.plan(experiment), run), run, self.law, stretch


def _remembered() -> AnyLaw:
    """Give the law that was chosen last, the first there is where it is gone."""
    name, _, of = str(QSettings().value("forecast/law", "")).partition("/")
    sets = LAWS.get(name) or next(iter(LAWS.values()))
    return sets.get(of) or next(iter(sets.values()))
