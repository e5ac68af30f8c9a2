"""The page a view is shown on: its headline, its figure under the hand, and what is in sight."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator, Iterator
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QRect, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui import keymap, metrics
from lrviz.ui.compared import kept_columns, stale
from lrviz.ui.controls.below import below
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.menu import open_menu
from lrviz.ui.controls.wrapped import Wrapped
from lrviz.ui.figure import Figure
from lrviz.ui.pages.canvas import Canvas
from lrviz.ui.pages.comparing import Comparing
from lrviz.ui.pages.corner import Corner
from lrviz.ui.pages.extent import Extent
from lrviz.ui.pages.heading import Heading
from lrviz.ui.pages.overlays import Overlays
from lrviz.ui.pages.pane_choice import ChosenPanes
from lrviz.ui.pages.schedule_panes import SchedulePanes
from lrviz.ui.pages.turns import Turns, Wanted
from lrviz.ui.palette import theme
from lrviz.ui.racing.races import Races
from lrviz.ui.racing.scanning import Scanning
from lrviz.ui.showing.stage import Stage
from lrviz.ui.slices import finished
from lrviz.ui.store import Store
from lrviz.ui.table import Table
from lrviz.ui.views import parts, weights
from lrviz.ui.views.plotted import View
from lrviz.ui.views.sight import Sight, visible

RESTED = 150
"""Milliseconds after a pan or zoom until forecasts are found for the stretch in sight."""


class Page(QWidget):
    """Draws one view from the store and the races whenever they say that something changed."""

    cursor_wanted = Signal(float)
    """A person put the cursor on this update, or this share of the way along a loss."""

    def __init__(
        self, view: View, store: Store, races: Races, scanning: Scanning, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.view, self.key, self.along = view, view.key, view.along
        self._store, self._races = store, races
        self._extent = Extent(view.along, store)
        self._panes = SchedulePanes()
        self._preview: Run | None = None
        self._proposed: Run | None = None
        self._turns = Turns(self, self)
        self._rest = QTimer(self, singleShot=True, interval=RESTED)
        self._rest.timeout.connect(self._changed)
        self.headline = Wrapped("headline", "text", self)
        self.subline = ElidedLabel("body", "text2", self)
        self.canvas = Canvas(self)
        self.corner = Corner(self, self.canvas, scaled="lr" if view.key == "schedule" else "")
        self.scale_button, self.scan_button = self.corner.scale, self.corner.scan
        self.overlays = over = Overlays(store, races, self.canvas, self) if view.key == "schedule" else None
        self.metric_bar = over.metric_bar if over else None
        self.markers = over.markers if over else None
        self.foresight = over.foresight if over else None
        self.forecast_bar = over.forecast_bar if over else None
        self.chosen_panes = ChosenPanes(store, self)
        self.scanning = scanning
        self.comparing = Comparing(view.key, store, self)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        store, races, view = self._store, self._races, self.view
        self.canvas.drawn.connect(self._turns.soon)
        self.canvas.laid_out.connect(self._place)  # the headline may have another number of lines
        self.canvas.x_range_changed.connect(self._look_at)
        self.canvas.reset_requested.connect(self.look_at_all)
        self.canvas.cursor_moved.connect(self._put_cursor)
        self.scale_button.clicked.connect(
            self.toggle_log if view.key == "schedule" else lambda: open_menu(self.pane_menu(), below(self.scale_button))
        )
        self.chosen_panes.changed.connect(self.draw)
        moves = store.looked if view.along == "quantity" else store.unit_changed
        for signal in (store.changed, store.cursor_changed, moves, store.selected_changed, store.heard_changed):
            signal.connect(self._changed)
        store.baseline_changed.connect(self._changed)
        races.progressed.connect(self._changed)
        if self.overlays is not None:
            self.overlays.changed.connect(self._changed)
            self.overlays.forecast_bar.explained.connect(self.explain_forecast)
        self.comparing.changed.connect(self._changed)
        self.corner.in_room.changed.connect(self.draw)
        self.corner.split.clicked.connect(lambda: open_menu(self.comparing.menu(self), below(self.corner.split)))
        self.corner.chip.race_wanted.connect(lambda names: races.rerun(store.experiment, names))
        self.scanning.progressed.connect(self._changed)
        self.scan_button.clicked.connect(self.scanning.toggle)

    def _lay_out(self) -> None:
        self._heading = Heading(self.headline, self.subline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, metrics.S1)
        column.setSpacing(0)
        column.addLayout(self._heading)
        column.addWidget(self.canvas, 1)

    def set_stage(self, stage: Stage) -> None:
        """Stand in another size, or with one part alone, or without controls."""
        self._heading.set_stage(stage)
        self.canvas.set_stage(stage)
        self._heading.fit(self.height(), bare=self.canvas.stage.bare)
        self.draw()

    @property
    def figure(self) -> Figure:
        """What is shown, brought up to date first."""
        self._foresee()
        if self._turns.wanted:
            self.draw()
        return self.canvas.figure

    def pictured(self, experiment: Experiment, room: QSizeF, ratio: float = 1.0) -> Figure:
        """Give what it shows of an experiment in so much room, of what is known: nothing is begun for it.

        `ratio` pixels make one of the room's; its words are left out of that.
        """
        return finished(self.drawing(experiment, room, ratio))

    def drawing(self, experiment: Experiment, room: QSizeF, ratio: float = 1.0) -> Generator[None, None, Figure]:
        """Make that figure, and yield after each part of the work."""
        width = room.width() - metrics.GUTTER_LEFT - metrics.GUTTER_RIGHT  # one pane may stand alone
        sight = dataclasses.replace(self._plain_sight(), width=max(64, int(width * ratio)))
        yield from self.view.prepare(experiment, sight)
        raced = self._races.of(experiment)
        return self.canvas.zoomed(self.view.figure(experiment, raced, self._foreseeing(experiment, sight)))

    def table(self) -> Table:
        """Give what is shown in numbers."""
        experiment = self._store.experiment
        return self.view.table(experiment, self._races.of(experiment), self.sight())

    def sight(self) -> Sight:
        """Give what is in sight now."""
        return self._foreseeing(self._previewed(), self._plain_sight())

    def _foreseeing(self, experiment: Experiment, sight: Sight) -> Sight:
        """Give a sight with what is foreseen."""
        if self.foresight is None:
            return sight
        return dataclasses.replace(sight, foreseen=self.foresight.foreseen(experiment, self._extent.whole_updates))

    def _plain_sight(self) -> Sight:
        """Give what is in sight but for what is foreseen."""
        first, last = self._extent.updates
        run = self._store.run
        return Sight(
            first,
            last,
            self._columns(),
            self._store.cursor,
            self._store.unit,
            self._panes.log,
            self._panes.momentum,
            run.name if run is not None else "",
            self._store.quantity,
            self._store.at,
            self._extent.of_quantity,
            self._store.heard,
            self.chosen_panes.keys,
            self.window().width() >= px(metrics.WIDE),
            self._proposed,
            weights=self._panes.weights,
            baseline=self._store.baseline,
            split=self.comparing.splits,
            differences=self.comparing.differences and bool(self._store.baseline),
            columns=kept_columns.columns(f"training/{self._store.experiment.problem.task}"),
        )

    def _columns(self) -> int:
        """Give how many device pixels one pane is wide."""
        columns = 1 if self.canvas.stage.alone else self.view.columns
        width = self.canvas.width() / columns - metrics.GUTTER_LEFT - metrics.GUTTER_RIGHT
        return max(64, int(width * self.devicePixelRatioF()))

    def draw(self) -> None:
        """Draw the view anew."""
        self.draw_at_once(*self.now())

    def draw_at_once(self, experiment: Experiment, sight: Sight) -> None:
        """Draw what is known."""
        self._turns.settle()
        raced = self._races.of(self._store.experiment)
        sight = self._foreseeing(experiment, sight)
        figure = self.view.figure(experiment, raced, sight)
        self.headline.setText(figure.headline)
        self.subline.setText(figure.subline)
        self.scale_button.setText(self._button_text())
        bare = self.canvas.stage.bare
        self.corner.offer_scanning(self.scanning, here=self.key == "schedule" and not bare)
        shows_race = self.key == "training" or sight.heard == "raced"
        changes = stale.changed_since(experiment, raced) if shows_race else ()
        here = self.along == "steps" and bool(figure.plots) and not bare
        self.corner.offer(changes if here else (), here=here, several=len(visible(self._store.experiment)) > 1)
        self.comparing.know(figure)
        figure = self.corner.beside(self.comparing.split(figure, visible(experiment)))
        self.canvas.limits(*self._extent.limits)
        if self.markers is not None:
            chosen = parts.chosen(experiment, sight)
            hidden = self._preview is not None or bare or self.comparing.is_split(figure)
            self.markers.look_at(None if hidden else chosen, experiment)
        if self.overlays is not None:
            figure = self.overlays.beside(figure)
        self.canvas.come()
        self.canvas.show_figure(figure)
        self._place()
        if self.metric_bar is not None and not bare:
            self.metric_bar.show_for(raced)
        lacking = self.foresight is not None and self.foresight.lacks(experiment, self._extent.whole_updates)
        if lacking and not self._rest.isActive():
            self._turns.wanted = True
            self._turns.soon()

    def _foresee(self) -> None:
        """Find all forecasts that are to be drawn."""
        while self.foresight is not None and self.foresight.find(self._previewed(), self._extent.whole_updates):
            self._turns.wanted = True

    def now(self) -> Wanted:
        """Give what is to be drawn now."""
        return self._previewed(), self._plain_sight()

    def prepare(self, experiment: Experiment, sight: Sight) -> Iterator[None]:
        """Work out what a drawing needs, piece by piece."""
        return self.view.prepare(experiment, sight)

    def foresee(self, experiment: Experiment) -> bool:
        """Find one forecast that is to be drawn; say whether there was one, and none while a person pans and zooms."""
        if self.foresight is None or self._rest.isActive():
            return False
        return self.foresight.find(experiment, self._extent.whole_updates)

    @property
    def busy(self) -> bool:
        """Whether the last figure is still being painted."""
        return self.canvas.busy

    def preview(self, run: Run | None) -> None:
        """Show the selected run as it would be, without changing the experiment."""
        self._preview = run
        self._changed()

    def propose(self, run: Run | None) -> None:
        """Draw over the curves what a fix would make of a run; None takes it away."""
        if run != self._proposed:
            self._proposed = run
            self._turns.wanted = True
            self._turns.soon()

    def bring_into_sight(self, update: int) -> None:
        """Show the whole plan where an update of it isn't in sight."""
        if self._extent.leaves_out(update):
            self.look_at_all()

    def look_at_all(self) -> None:
        """Show the whole plan."""
        self._extent.zoom_out()
        self.draw()

    def toggle_log(self) -> None:
        """Change between a linear and a log axis of the learning rate."""
        self._panes.toggle_log()
        self.draw()

    def toggle_momentum(self) -> None:
        """Show or hide the momentum pane."""
        self._panes.toggle_momentum()
        self.draw()

    def toggle_forecast(self) -> None:
        """Show or hide the forecast, or say why there is none."""
        if self.overlays is not None:
            self.overlays.foresight.toggle()
            self.overlays.say_why_none(self.sight().foreseen)

    def explain_forecast(self, beside: QRect) -> None:
        """Open what the forecast rests on."""
        self._foresee()
        if self.overlays is not None:
            self.overlays.explain(self.sight().foreseen, beside)

    def toggle_weights(self) -> None:
        """Show or hide what each update leaves in the final weights, or say what that needs."""
        why = weights.nothing(visible(self._store.experiment))
        self._panes.show_weights(on=bool(why) or not self._panes.weights)
        if why:
            self._races.said.emit("info", self.tr("No update weights to show yet"), why)
        self.draw()

    def add_knot(self) -> None:
        """Put a knot on the selected run's curve at the cursor, or say which schedules take one."""
        if self.overlays is not None:
            self.overlays.add_knot()

    def improve(self) -> None:
        """Look for the selected run's best schedule by the law of the forecast."""
        if self.overlays is not None:
            self.overlays.improve()

    def toggle_pencil(self) -> None:
        """Take the pencil to draw the metric by hand, or put it away."""
        if self.metric_bar is not None:
            self.metric_bar.toggle()

    def insist_on(self, titles: tuple[str, ...]) -> None:
        """Show the pane of one of these titles where it is put away, until it is let go; nothing is kept of that."""
        if self.key == "training":
            self.chosen_panes.insist(titles)
        elif self.key == "schedule":
            self._panes.insist(titles)
            self._changed()
        self.corner.in_room.bring(titles)

    def let_go(self) -> None:
        """Show the panes that were chosen again."""
        self.chosen_panes.let_go()

    def pane_menu(self) -> QMenu:
        """Give the menu of all panes, those shown checked."""
        return self.chosen_panes.menu(self.sight(), self)

    def toggle_split(self) -> None:
        """Give each run a pane of its own, or put all together again."""
        self.comparing.toggle_split()

    def toggle_differences(self) -> None:
        """Show what runs have more than the baseline, or what they have; without a baseline, say what that needs."""
        if not self._store.baseline:
            self._races.said.emit(
                "info", self.tr("No baseline yet"), self.tr("{0} pins the selected run.").format(keymap.by("baseline"))
            )
            return
        self.comparing.toggle_differences()

    def _button_text(self) -> str:
        if self.key == "training":
            return self.tr("Panes")
        return self.tr("Log") if self._panes.log else self.tr("Linear")

    def _previewed(self) -> Experiment:
        experiment, at = self._store.experiment, self._store.selected
        if self._preview is None or not experiment.runs:
            return experiment
        return replace(experiment, runs=(*experiment.runs[:at], self._preview, *experiment.runs[at + 1 :]))

    def _look_at(self, first: float, last: float) -> None:
        self._extent.zoom(first, last)
        self._rest.start()
        self._changed()

    def _changed(self, *_: Any) -> None:
        if self.isVisible():
            self._turns.want()

    def _put_cursor(self, x: float) -> None:
        low, high = self._extent.limits
        along_steps = self.along == "steps"
        self.cursor_wanted.emit(x * self._extent.per_unit if along_steps else (x - low) / (high - low))

    def _place(self) -> None:
        self.corner.place()
        if self.overlays is not None:
            self.overlays.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.key == "schedule" and self.scanning.running:
            self.scanning.stop()
        elif event.key() == Qt.Key.Key_Escape and self.forecast_bar is not None and self.forecast_bar.fits.active:
            self.forecast_bar.fits.stop()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.canvas.come()
        self._turns.want()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._heading.fit(self.height(), bare=self.canvas.stage.bare)
        self._place()
        self._changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().surface)
