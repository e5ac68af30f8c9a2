"""The page of the Landscape view: the plane under the hand, its headline, and how far to trust it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, Literal

from msgspec.structs import replace
from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lrviz.catalog.surface import Surface
from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.results import Landscape
from lrviz.run import Run
from lrviz.survey import Survey
from lrviz.ui import metrics
from lrviz.ui.controls.button import IconButton
from lrviz.ui.controls.drawing import px, rounded
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.figure import Figure, Turn
from lrviz.ui.film import Walk
from lrviz.ui.form.ground_form import measured
from lrviz.ui.palette import theme
from lrviz.ui.panels.trust_panel import TrustPanel
from lrviz.ui.races import Raced, Races, raced_plan
from lrviz.ui.replay import Replay
from lrviz.ui.store import Store
from lrviz.ui.surveys import Surveys, key_of
from lrviz.ui.table import Table
from lrviz.ui.terrain_canvas import Area, TerrainCanvas
from lrviz.ui.views import training_table, trust_words
from lrviz.ui.views.ground import in_shape
from lrviz.ui.views.panorama import Panorama, Viewpoint, of_surface, of_survey
from lrviz.ui.views.sight import Sight, visible

REST = 150
"""Milliseconds after the last move until the plane is surveyed anew for what is in sight."""
HIGH = 360
"""Below this height there is no headline."""
FLEETING = 0.12
"""Share of its grid below which a landscape shows no more than the one before."""


class GroundPage(QWidget):
    """Asks for the landscape of what has been raced, and draws it as far as it is known."""

    key = "landscape"
    along: Literal["steps"] = "steps"
    cursor_wanted = Signal(float)

    def __init__(self, store: Store, races: Races, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._races = store, races
        self.surveys = Surveys(races)
        self.replay = Replay(store, self)
        self._area: Area | None = None
        self._last: tuple[Experiment, Landscape] | None = None
        self.panorama = Panorama(Figure())
        self._wanted = False
        self._due = QTimer(self, singleShot=True, interval=0)  # what changes in one turn of the loop is drawn once
        self._due.timeout.connect(self.draw)
        self._resting = QTimer(self, singleShot=True, interval=REST)
        self._resting.timeout.connect(self._survey_area)
        self.headline = ElidedLabel("headline", "text", self)
        self.subline = ElidedLabel("body", "text2", self)
        self.trusted = ElidedLabel("body", "text2", self)
        self.canvas = TerrainCanvas(self)
        self.panel = TrustPanel(self)
        views = [("map", self.tr("Map")), ("space", self.tr("3-D"))]
        self.tools = Tools(self.canvas)
        self.seen = Segmented(views, name=self.tr("Seen"), parent=self.tools)
        self.ruler = IconButton("ruler", self.tr("Profile along a line"), shortcut="P", parent=self.tools)
        self.player = IconButton("play", self.tr("Replay the walk"), shortcut="R", parent=self.tools)
        self.halt = IconButton("x", self.tr("Stop the survey"), parent=self.canvas)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(metrics.S4, metrics.S3, metrics.S4, metrics.S2)
        words.setSpacing(0)
        words.addWidget(self.headline)
        words.addWidget(self.subline)
        words.addWidget(self.trusted)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(words)
        column.addWidget(self.canvas, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self.panel)
        self.ruler.setCheckable(True)
        self.tools.hold(self.player, self.ruler, self.seen)

    def _connect(self) -> None:
        store, canvas = self._store, self.canvas
        self.seen.chosen.connect(lambda key: self._look(turned=Turn() if key == "space" else None))
        self.ruler.toggled.connect(self._take_ruler)
        self.player.clicked.connect(self.replay.toggle)
        self.halt.clicked.connect(self.surveys.stop)
        canvas.moved.connect(self._move)
        canvas.turned.connect(lambda turn: self._look(turned=turn))
        canvas.start_moved.connect(self._put_start)
        canvas.lined.connect(lambda line: self._look(line=line))
        canvas.reset_requested.connect(self.look_at_all)
        canvas.drawn.connect(self._draw_soon)
        canvas.resized.connect(self._fill)
        self.replay.changed.connect(self._show_player)
        for signal in (store.changed, store.cursor_changed, store.survey_changed, store.outlook_changed):
            signal.connect(self._changed)
        store.opened.connect(self._forget)
        self._races.progressed.connect(self._changed)
        self.surveys.changed.connect(self._changed)

    @property
    def figure(self) -> Figure:
        """What is shown, brought up to date first."""
        if self._wanted:
            self.draw()
        return self.canvas.figure

    def table(self) -> Table:
        """Give what the race reached, in numbers."""
        experiment = self._store.experiment
        sight = dataclasses.replace(Sight.whole(experiment), cursor=self._store.cursor, unit=self._store.unit)
        return training_table.table(experiment, self._races.of(experiment), sight)

    def walk(self) -> Walk | None:
        """Give what a film of it shows; None while there is nothing to film."""
        landscape, plan = self.panorama.landscape, self.panorama.plan
        if landscape is None or plan is None or not landscape.routes or self.panorama.figure.terrain is None:
            return None
        shown = self.panorama.figure
        raced = {name: race for name, race in self._races.of(self._store.experiment).items() if not race.stale}
        outlook = dataclasses.replace(self._store.outlook, line=None)
        return Walk(plan, landscape, outlook, raced, shown.headline, shown.subline)

    def look_at_all(self) -> None:
        """Show the whole plane, and a surface in space as at first."""
        self._area = None
        if self._store.outlook.turned is not None:
            self._look(turned=Turn())
        self._store.look_over(replace(self._store.survey, area=None))
        self._changed()

    def survey_again(self) -> None:
        """Survey the landscape anew, also where it was stopped or refused."""
        walked = _walked(self._store.experiment, self._races.of(self._store.experiment))
        if walked is not None:
            self.surveys.again(walked, self._survey())

    def toggle_space(self) -> None:
        """See the landscape in space, or from above."""
        self._look(turned=Turn() if self._store.outlook.turned is None else None)

    def toggle_ruler(self) -> None:
        """Take the ruler for a profile along a line, or put it and the line away."""
        self.ruler.toggle()

    def toggle_replay(self) -> None:
        """Replay the walk, or stop it."""
        self.replay.toggle()

    def preview(self, run: Run | None) -> None:
        """Show nothing of a run as it would be: where it would walk is known only after a race."""

    def draw(self) -> None:
        """Draw what is known, and have the worker find out what isn't."""
        self._due.stop()
        self._wanted = False
        experiment = self._store.experiment
        raced = self._races.of(experiment)
        surface = experiment.problem.model
        self.canvas.start_moves = isinstance(surface, Surface)
        if isinstance(surface, Surface):
            self._show(of_surface(experiment, surface, raced, self._viewpoint()))
            return
        walked = _walked(experiment, raced)
        landscape: Landscape | None = None
        if walked is not None:
            survey = self._survey()
            self.surveys.want(walked, survey)
            landscape = self._best(walked, self.surveys.of(walked, survey))
        if walked is not None and landscape is not None:
            self._last = walked, landscape
        self._show(self._panorama(experiment, walked, raced))

    def _panorama(self, experiment: Experiment, walked: Experiment | None, raced: Mapping[str, Raced]) -> Panorama:
        why = "" if walked is None else self.surveys.refused(walked, self._survey())
        if self._last is None or why or not set(self._last[1].names) & {run.name for run in visible(experiment)}:
            return Panorama(self._empty(experiment, walked, why))
        return of_survey(experiment, *self._last, raced, self._viewpoint())

    def _viewpoint(self) -> Viewpoint:
        return Viewpoint(self._store.cursor, self._aspect(), self._store.outlook, self._area)

    def _put_start(self, x: float, y: float, dragging: bool) -> None:
        """Let every run start somewhere else; a drag is one undo step."""
        experiment = self._store.experiment
        surface = experiment.problem.model
        if isinstance(surface, Surface):
            try:
                moved = replace(surface, start=(x, y))
            except SpecError:  # beyond what a start may be
                return
            problem = replace(experiment.problem, model=moved)
            self._store.edit(self.tr("start"), replace(experiment, problem=problem), gesture="start")
            if not dragging:
                self._store.end_gesture()

    def _empty(self, experiment: Experiment, walked: Experiment | None, why: str) -> Figure:
        """Say what there is to do before there is a landscape."""
        if not visible(experiment):
            return Figure(self.tr("No run is visible."), self.tr("Open the eye of a run to see where it walks."))
        if why:
            return Figure(self.tr("This landscape can’t be surveyed."), f"{why[:1].upper()}{why[1:].rstrip('.')}.")
        if walked is None and self._races.active:
            return Figure(self.tr("The runs are on their way."), self.tr("The landscape follows when the race ends."))
        if walked is None:
            return Figure(
                self.tr("Nobody has walked here yet."),
                self.tr("Race the runs: the landscape is surveyed around the paths they take."),
            )
        progress = self.surveys.progress()
        done = f" {progress.words}: {progress.done:.0%}" if progress is not None and progress.words else ""
        return Figure(self.tr("The plane is being laid."), self.tr("A first picture comes in a moment.") + done)

    def _show(self, panorama: Panorama) -> None:
        self.panorama, shown, standing = panorama, panorama.figure, panorama.trust
        self.headline.setText(shown.headline)
        self.subline.setText(shown.subline)
        self.panel.show_trust(standing)
        run = self._store.run
        narrow = self.window().width() < metrics.NARROW
        folded = trust_words.folded(standing, run.name if run is not None else "") if standing else ""
        self.trusted.setText(folded)
        self.trusted.setVisible(narrow and bool(folded) and self.height() >= HIGH)
        self.panel.setVisible(standing is not None and not narrow)
        there = shown.terrain is not None
        progress = self.surveys.progress()
        if there and shown.terrain is not None and progress is not None:
            note = self._refining(progress.done, progress.seconds)
            shown = dataclasses.replace(shown, terrain=dataclasses.replace(shown.terrain, note=note))
        if not there and shown.plots and progress is not None:
            words = self._refining(progress.done, progress.seconds)
            self.subline.setText(f"{words[:1].upper()}{words[1:]}. {shown.subline}")
        self.canvas.show_figure(shown)
        self.seen.show_choice("map" if self._store.outlook.turned is None else "space")
        self.halt.setVisible(progress is not None)
        self.tools.setVisible(there)
        self._place()

    def _refining(self, done: float, seconds: float | None) -> str:
        if seconds is not None and seconds >= 1:
            return self.tr("surveying · {0} · {1} s left").format(f"{done:.0%}", round(seconds))
        return self.tr("surveying · {0}").format(f"{done:.0%}")

    def _best(self, walked: Experiment, landscape: Landscape | None) -> Landscape | None:
        """Give the landscape asked for, or the one before while that shows more of the same."""
        if self._last is None:
            return landscape
        before = self._last[1]
        survey = self._survey()
        same = key_of(self._last[0], Survey()) == key_of(walked, Survey()) and (before.method, before.what) == (
            survey.method,
            survey.what,
        )
        fresh = landscape is not None and landscape.values.size and landscape.done >= min(FLEETING, before.done)
        return landscape if fresh or not same or before.done < FLEETING else before

    def _survey(self) -> Survey:
        """Give what is looked at, in the shape it is seen in."""
        survey = self._store.survey
        survey = replace(survey, what=measured(survey, self._store.experiment.problem.task))
        return survey if survey.area is not None else replace(survey, aspect=self._aspect())

    def _aspect(self) -> float:
        """Give the width of the room for the terrain against its height, in steps of a fiftieth."""
        room = self.canvas.room
        return max(0.02, round(50 * room.width() / max(1.0, room.height())) / 50)

    def _move(self, area: Area) -> None:
        self._area = area
        self._resting.start()
        self._changed()

    def _fill(self) -> None:
        """Have a part that is in sight surveyed as far as the room for it goes now."""
        if self._store.survey.area is not None and self.canvas.figure.terrain is not None:
            self._resting.start()
        self._changed()

    def _forget(self) -> None:
        """Show nothing of the session before: runs of the same name are others."""
        self._last = None

    def _survey_area(self) -> None:
        area = self._area or self._store.survey.area
        if area is not None:
            self._store.look_over(replace(self._store.survey, area=in_shape(area, self._aspect())))

    def _look(self, **changed: Any) -> None:
        self._store.look_from(dataclasses.replace(self._store.outlook, **changed))

    def _take_ruler(self, taken: bool) -> None:
        self.canvas.ruler = taken
        self._look(**({"turned": None} if taken else {"line": None}))

    def _show_player(self) -> None:
        playing = self.replay.active
        self.player.set_icon(
            "pause" if playing else "play", self.tr("Pause") if playing else self.tr("Replay the walk")
        )

    def _changed(self, *_: Any) -> None:
        if self._store.survey.area is None and not self._resting.isActive():
            self._area = None
        if self.isVisible():
            self._wanted = True
            self._draw_soon()

    def _draw_soon(self) -> None:
        """Draw at the next turn of the event loop, but not while the last figure is being painted."""
        if self._wanted and not self.canvas.busy:
            self._due.start()

    def _place(self) -> None:
        """Put the controls that lie over the plane into its upper corners."""
        size = self.tools.sizeHint()
        self.tools.setGeometry(self.canvas.width() - size.width() - metrics.S4, metrics.S4, size.width(), size.height())
        size = self.halt.sizeHint()
        self.halt.setGeometry(
            metrics.S2, self.canvas.height() - size.height() - px(metrics.S8), size.width(), size.height()
        )

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.draw()

    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        self.replay.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tall = self.height() >= HIGH
        self.panel.setFixedWidth(
            px(metrics.TRUST_PANEL_WIDE if self.window().width() >= metrics.WIDE else metrics.TRUST_PANEL)
        )
        self.headline.setVisible(tall)
        self.subline.setVisible(tall)
        self._changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().surface)


class Tools(QWidget):
    """Controls that lie over a picture, on a ground of their own."""

    def hold(self, *controls: QWidget) -> None:
        """Take in controls, from left to right."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(metrics.S1))
        for control in controls:
            row.addWidget(control)

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), metrics.BUTTON, fill=theme().sunken)


def _walked(experiment: Experiment, raced: Mapping[str, Raced]) -> Experiment | None:
    """Give what was raced of the visible runs, as it was trained; None while one of them isn't at its end."""
    plan = raced_plan(experiment)
    runs = tuple(run for run in plan.runs if run.visible)
    for run in runs:
        result = raced.get(run.name)
        if result is None or result.stale or result.running or not _ended(result):
            return None
    return Experiment(plan.problem, plan.training, runs) if runs else None


def _ended(result: Raced) -> bool:
    """Whether every seed has done its last update, or can do no more."""
    return all(
        len(trace.losses) == result.steps or trace.diverged_at is not None or trace.halted is not None
        for trace in result.traces
    )
