"""The page of the Landscape view: the plane under the hand, its headline, and how far to trust it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, Literal

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lrviz.catalog.surface import Surface
from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.results import Landscape
from lrviz.run import Run
from lrviz.survey import Survey
from lrviz.ui import keymap, metrics
from lrviz.ui.compared import kept_columns
from lrviz.ui.compared.stale import changed_since
from lrviz.ui.controls.button import IconButton
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.stale_chip import StaleChip
from lrviz.ui.figure import Figure, Turn
from lrviz.ui.pages.ground_tools import GroundTools
from lrviz.ui.pages.heading import Heading
from lrviz.ui.pages.redraw import Redraw
from lrviz.ui.pages.replay import Replay
from lrviz.ui.pages.start_grip import StartGrip
from lrviz.ui.pages.terrain_canvas import Area, TerrainCanvas
from lrviz.ui.paint.captions import note_box
from lrviz.ui.palette import theme
from lrviz.ui.panels.trust_panel import TrustPanel
from lrviz.ui.racing.raced import Raced
from lrviz.ui.racing.races import Races
from lrviz.ui.racing.settling import Settling
from lrviz.ui.racing.surveys import Surveys, fuller
from lrviz.ui.racing.walked import outdated, survey_in_sight, walked_by
from lrviz.ui.showing.film import Walk
from lrviz.ui.showing.stage import Stage
from lrviz.ui.store import Store
from lrviz.ui.table import Table
from lrviz.ui.views import against, training_table, trust_words
from lrviz.ui.views.cropping import cropped
from lrviz.ui.views.ground import in_shape
from lrviz.ui.views.panorama import Panorama, Viewpoint, of_surface, of_survey
from lrviz.ui.views.sight import Sight, visible
from lrviz.ui.views.unsurveyed import under_way, unopened, unsurveyed

REST = 150
"""Milliseconds after the last move until the plane is surveyed anew for what is in sight."""
SOON = 50
"""Milliseconds after a change until runs walk on a surface anew."""


class GroundPage(QWidget):
    """Asks for the landscape of what has been raced, and draws it as far as it is known."""

    key = "landscape"
    along: Literal["steps"] = "steps"
    cursor_wanted = Signal(float)
    ended = Signal(object)
    """Where each run ends, in a few words by its name."""

    def __init__(self, store: Store, races: Races, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._races = store, races
        self.surveys = Surveys(races)
        self.settling = Settling(races)
        self.replay = Replay(store, self)
        self._area: Area | None = None
        self._last: tuple[Experiment, Landscape] | None = None
        self.panorama = Panorama(Figure())
        self._walking = QTimer(self, singleShot=True, interval=SOON)
        self._walking.timeout.connect(self._walk_again)
        self._surveyed_shape = 1.0
        self._reshaping = QTimer(self, singleShot=True, interval=REST)
        self._reshaping.timeout.connect(self._changed)
        self._resting = QTimer(self, singleShot=True, interval=REST)
        self._resting.timeout.connect(self._survey_area)
        self.headline = ElidedLabel("headline", "text", self, least=7 / 9)
        self.subline = ElidedLabel("body", "text2", self)
        self.trusted = ElidedLabel("body", "text2", self)
        self.canvas = TerrainCanvas(self)
        self._redraw = Redraw(self, self.canvas, self.draw)
        self.panel = TrustPanel(self)
        self.tools = GroundTools(self.replay, self.canvas)
        self.halt = IconButton("x", self.tr("Stop the survey"), parent=self.canvas)
        self.start = StartGrip(store, self.canvas)
        self.chip = StaleChip(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._heading = Heading(self.headline, self.subline)
        self._heading.addWidget(self.trusted)
        self.trusted.hide()  # until it says something: it would take height from the first survey
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._heading)
        column.addSpacing(metrics.S2)
        column.addWidget(self.canvas, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self.panel)

    def _connect(self) -> None:
        store, canvas = self._store, self.canvas
        self.tools.seen.chosen.connect(lambda key: self._look(turned=Turn() if key == "space" else None))
        self.tools.ruler.toggled.connect(self._take_ruler)
        self.halt.clicked.connect(self.surveys.stop)
        self.chip.race_wanted.connect(lambda names: self._races.rerun(store.experiment, names))
        canvas.moved.connect(self._move)
        canvas.turned.connect(lambda turn: self._look(turned=turn))
        for start in (canvas.start_moved, self.start.moved):
            start.connect(self._put_start)
        self.start.rested.connect(store.end_gesture)
        canvas.lined.connect(lambda line: self._look(line=line))
        canvas.reset_requested.connect(self.look_at_all)
        canvas.resized.connect(self._reshape)
        store.survey_changed.connect(self._leave_area)
        for selection in (store.selected_changed, store.baseline_changed):
            selection.connect(self._changed)
        for signal in (store.changed, store.cursor_changed, store.survey_changed, store.outlook_changed):
            signal.connect(self._changed)
        store.opened.connect(self._forget)
        self._races.progressed.connect(self._changed)
        self.surveys.changed.connect(self._changed)
        self.settling.changed.connect(self._changed)

    def set_stage(self, stage: Stage) -> None:
        """Stand in another size, or with one part alone, or without controls."""
        self._heading.set_stage(stage)
        self.canvas.set_stage(stage)
        self._heading.fit(self.height(), bare=self.canvas.stage.bare)
        self._redraw.want()

    @property
    def figure(self) -> Figure:
        """What is shown, brought up to date first."""
        if self._redraw.wanted:
            self.draw()
        return self.canvas.figure

    def pictured(self, experiment: Experiment, room: QSizeF, ratio: float = 1.0) -> Figure:
        """Give what it shows of an experiment in so much room, of what is known: nothing is begun for it.

        `ratio` pixels make one of the room's; its words are left out of that.
        """
        raced, surface, view = self._races.of(experiment), experiment.problem.model, self._viewpoint()
        if isinstance(surface, Surface):
            view = dataclasses.replace(view, aspect=max(0.02, room.width() / max(1.0, room.height())))
            return of_surface(experiment, surface, raced, view, self.settling.of).figure
        walked = walked_by(experiment, raced)
        begun = self._last is not None or self.surveys.progress() is not None
        if walked is not None and not begun and not self.surveys.refused(walked, self._survey()):
            return unopened()
        shown = self._panorama(experiment, walked, raced).figure
        return cropped(shown, QRectF(QPointF(), room))

    def table(self) -> Table:
        """Give what the race reached, in numbers."""
        experiment = self._store.experiment
        sight = dataclasses.replace(Sight.whole(experiment), cursor=self._store.cursor, unit=self._store.unit)
        columns = kept_columns.columns(f"training/{experiment.problem.task}")
        sight = dataclasses.replace(sight, baseline=self._store.baseline, columns=columns)
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

    def again(self) -> None:
        """Survey the landscape anew, also where it was stopped or refused."""
        walked = walked_by(self._store.experiment, self._races.of(self._store.experiment))
        if walked is not None:
            self.surveys.again(walked, self._survey())

    def toggle_space(self) -> None:
        """See the landscape in space, or from above."""
        self._look(turned=Turn() if self._store.outlook.turned is None else None)

    def toggle_ruler(self) -> None:
        """Take the ruler for a profile along a line, or put it and the line away."""
        self.tools.ruler.toggle()

    def toggle_replay(self) -> None:
        """Replay the walk, or stop it."""
        self.replay.toggle()

    def preview(self, run: Run | None) -> None:
        """Show nothing of a run as it would be: where it would walk is known only after a race."""

    def draw(self) -> None:
        """Draw what is known, and have the worker find out what isn't."""
        self._redraw.settle()
        experiment = self._store.experiment
        raced = self._races.of(experiment)
        surface = experiment.problem.model
        self.canvas.start_moves = isinstance(surface, Surface)
        walks = isinstance(surface, Surface)  # they walk on it anew by themselves
        self.chip.show_changes(() if walks or self.canvas.stage.bare else changed_since(experiment, raced))
        self.chip.stand_beside(self.subline, self.canvas.geometry().right() - metrics.S4)
        if isinstance(surface, Surface):
            panorama = of_surface(experiment, surface, raced, self._viewpoint(), self.settling.of)
            self._put_up(panel=panorama.trust is not None)
            self._show(panorama)
            if outdated(experiment, raced) and not self._races.active and not self._walking.isActive():
                self._walking.start()
            return
        walked = walked_by(experiment, raced)
        landscape: Landscape | None = None
        if walked is not None:
            self._put_up(panel=True)  # before a survey: without it the terrain would have another shape
            survey = self._survey()
            self.surveys.want(walked, survey)
            landscape = fuller(self._last, walked, survey, self.surveys.of(walked, survey))
        if walked is not None and landscape is not None:
            self._last = walked, landscape
        panorama = self._panorama(experiment, walked, raced)
        self._put_up(panel=walked is not None or panorama.trust is not None)
        self._show(panorama)

    def _put_up(self, *, panel: bool) -> None:
        """Show the panel where there is room for it, or put it away; the terrain has its new shape at once."""
        self.panel.setVisible(panel and not self.canvas.stage.bare and self.window().width() >= px(metrics.NARROW))
        row = self.layout()
        if row is not None:
            row.activate()

    def _walk_again(self) -> None:
        """Walk on a surface anew: it takes a moment, so that paths follow a slider."""
        experiment = self._store.experiment
        idle = self.isVisible() and not self._races.active
        if idle and outdated(experiment, self._races.of(experiment)):
            self._races.start(experiment)

    def _panorama(self, experiment: Experiment, walked: Experiment | None, raced: Mapping[str, Raced]) -> Panorama:
        why = "" if walked is None else self.surveys.refused(walked, self._survey())
        if self._last is None or why or not set(self._last[1].names) & {run.name for run in visible(experiment)}:
            return Panorama(
                unsurveyed(experiment, walked, why, racing=self._races.active, progress=self.surveys.progress())
            )
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
                moved = surface
            problem = replace(experiment.problem, model=moved)
            self._store.edit(self.tr("start"), replace(experiment, problem=problem), gesture="start")
            if not dragging:
                self._store.end_gesture()

    def _show(self, panorama: Panorama) -> None:
        self.panorama, shown, standing = panorama, panorama.figure, panorama.trust
        self.headline.setText(shown.headline)
        progress = self.surveys.progress()
        note = under_way(progress) if progress is not None else ""
        lines = shown.terrain is None and panorama.landscape is not None
        self.subline.setText(f"{shown.subline} ({note})" if lines and note else shown.subline)
        treks = shown.terrain.treks if shown.terrain is not None else ()
        heights = shown.terrain.heights if shown.terrain is not None else None
        ends = against.ends(treks, self._store.baseline, "number" if heights is None else heights.form)
        self.ended.emit({name: self.tr("ends at {0}").format(end) for name, end in ends.items()})
        self.panel.show_trust(standing, panorama.hollows)
        run = self._store.run
        bare = self.canvas.stage.bare
        narrow = self.window().width() < px(metrics.NARROW) and not bare
        folded = trust_words.folded(standing, run.name if run is not None else "") if standing else ""
        self.trusted.setText(folded)
        self.trusted.setVisible(narrow and bool(folded) and self.height() >= metrics.HEADLINE_LEAST)
        there = shown.terrain is not None
        if shown.terrain is not None:
            turns = shown.terrain.turned is not None and not bare
            hint = self.tr("drag to turn · scroll to zoom · 0 to reset") if turns else ""
            if panorama.landscape is not None and panorama.landscape.done < 1:
                hint = self.tr("stopped at {0} · {1} surveys again")
                hint = hint.format(f"{panorama.landscape.done:.0%}", keymap.by("again"))
            aside = (0.0, 0.0) if bare else self.tools.room
            indent = 0.0 if bare or progress is None else float(self.halt.sizeHint().width() + metrics.S1)
            terrain = dataclasses.replace(shown.terrain, note=note or hint, indent=indent, aside=aside)
            shown = dataclasses.replace(shown, terrain=terrain)
        self.canvas.come()
        self.canvas.show_figure(shown)
        self.start.place()
        self.tools.seen.show_choice("map" if self._store.outlook.turned is None else "space")
        self.halt.setVisible(progress is not None and not bare)
        self.tools.setVisible(there and not bare)
        self._place()

    def _survey(self) -> Survey:
        """Give what is looked at, in the shape it is seen in."""
        run, task = self._store.run, self._store.experiment.problem.task
        return survey_in_sight(
            self._store.survey, task, self._shape(), run.name if run is not None and run.visible else ""
        )

    def _shape(self) -> float:
        """Give the shape to survey: while the window is resized, still the one before."""
        if not self._reshaping.isActive():
            self._surveyed_shape = self._aspect()
        return self._surveyed_shape

    def _aspect(self) -> float:
        """Give the width of the room for the terrain against its height, in steps of a fiftieth."""
        room = self.canvas.room
        return max(0.02, round(50 * room.width() / max(1.0, room.height())) / 50)

    def _move(self, area: Area) -> None:
        self._area = area
        self._resting.start()
        self._changed()

    def _reshape(self) -> None:
        """Have what is in sight surveyed as far as the room for it goes now, once that rests."""
        if self._last is not None:
            self._reshaping.start()
        if self._store.survey.area is not None and self.canvas.figure.terrain is not None:
            self._resting.start()
        self._changed()

    def _leave_area(self) -> None:
        """Forget a zoom that hasn't come to rest, where another plane is looked at whole."""
        if self._store.survey.area is None:
            self._resting.stop()

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

    def _changed(self, *_: Any) -> None:
        if self._store.survey.area is None and not self._resting.isActive():
            self._area = None
        self._redraw.want()

    def _place(self) -> None:
        """Put the controls that lie over the plane into its upper corners."""
        self.tools.place(self.canvas.width())
        chart, size = self.canvas.sheet.map, self.halt.sizeHint()
        note = note_box(chart) if chart is not None else None
        middle = note.center().y() if note is not None else self.canvas.height() - size.height()
        self.halt.setGeometry(px(metrics.S2), round(middle - size.height() / 2), size.width(), size.height())

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.canvas.come()
        self._redraw.want()

    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        self.replay.stop()
        self._redraw.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.setFixedWidth(
            px(metrics.TRUST_PANEL_WIDE if self.window().width() >= px(metrics.WIDE) else metrics.TRUST_PANEL)
        )
        self._heading.fit(self.height(), bare=self.canvas.stage.bare)
        self._changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().surface)
