"""The page a view is shown on: its headline, its figure under the hand, and what is in sight."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator
from math import ceil
from typing import Any, Literal

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from lrviz.catalog.quantity import QUANTITIES
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui import metrics
from lrviz.ui.canvas import Canvas
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.wrapped import Wrapped
from lrviz.ui.figure import Figure
from lrviz.ui.forecast_bar import ForecastBar
from lrviz.ui.foresight import Foresight
from lrviz.ui.markers import Markers
from lrviz.ui.metric_bar import MetricBar
from lrviz.ui.palette import theme
from lrviz.ui.races import Races
from lrviz.ui.scanning import Scanning
from lrviz.ui.store import Store
from lrviz.ui.table import Table
from lrviz.ui.views import View, forecast_words, panes, parts, weights
from lrviz.ui.views.sight import Sight, visible

LATE = 0.1
"""Seconds after which what is known is drawn, though of several forecasts some are still to be found."""
SLICE = 0.003
"""Seconds for which curves are worked out in one turn of the event loop; one that has begun is ended."""
QUICK = 0.001
"""Seconds: what took no longer leaves the turn to what comes next."""
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
        self.view = view
        self._store, self._races = store, races
        self._first: float | None = None
        self._last = 0.0
        self._log = False
        self._momentum = True
        self._weights = False
        self._insisted: tuple[str, ...] = ()
        self._preview: Run | None = None
        self._proposed: Run | None = None
        self._wanted = False
        self._due = QTimer(self)  # all that changes in one turn of the event loop is drawn once
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._take_a_turn)
        self._begun: tuple[Experiment, Sight] | None = None
        self._preparing: Iterator[None] = iter(())
        self._rest = QTimer(self, singleShot=True, interval=RESTED)
        self._rest.timeout.connect(self._changed)
        self._asked = 0.0
        self._found, self._foreseen = False, 0.0
        self.headline = Wrapped("headline", "text", self)
        self.subline = ElidedLabel("body", "text2", self)
        self.canvas = Canvas(self)
        self.scale_button = Button("", icon="chevron-down", kind="ghost", small=True, parent=self)
        self.metric_bar = MetricBar(store, self.canvas, self) if view.key == "schedule" else None
        self.markers = Markers(store, self.canvas) if view.key == "schedule" else None
        self.foresight = Foresight(self) if view.key == "schedule" else None
        self.forecast_bar = ForecastBar(self.canvas, self.foresight, store, races, self) if self.foresight else None
        self.scanning = scanning
        self.scan_button = Button("", kind="ghost", small=True, parent=self)
        self.scan_button.hide()
        self._lay_out()
        self.canvas.drawn.connect(self._draw_soon)
        self.canvas.laid_out.connect(self._place)  # the headline may have another number of lines
        self.canvas.x_range_changed.connect(self._look_at)
        self.canvas.reset_requested.connect(self.look_at_all)
        self.canvas.cursor_moved.connect(self._put_cursor)
        self.scale_button.clicked.connect(self.toggle_log if view.key == "schedule" else self._offer_panes)
        moves = store.looked if view.along == "quantity" else store.unit_changed
        for signal in (store.changed, store.cursor_changed, moves, store.selected_changed, store.heard_changed):
            signal.connect(self._changed)
        races.progressed.connect(self._changed)
        if self.markers is not None:
            self.markers.settled.connect(self._changed)
        if self.foresight is not None and self.forecast_bar is not None:
            self.foresight.changed.connect(self._changed)
            self.forecast_bar.fits.changed.connect(self._changed)
            self.forecast_bar.explained.connect(self.explain_forecast)
            self.forecast_bar.improvement_wanted.connect(self.improve)
        scanning.progressed.connect(self._changed)
        self.scan_button.clicked.connect(self.stop_or_go_on)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(metrics.S4, metrics.S3, metrics.S4, 0)
        words.setSpacing(0)
        words.addWidget(self.headline)
        words.addWidget(self.subline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, metrics.S1)
        column.setSpacing(0)
        column.addLayout(words)
        column.addWidget(self.canvas, 1)

    @property
    def figure(self) -> Figure:
        """What is shown, brought up to date first."""
        self._foresee()
        if self._wanted:
            self.draw()
        return self.canvas.figure

    @property
    def key(self) -> str:
        """What its view is called where it isn't read."""
        return self.view.key

    @property
    def along(self) -> Literal["steps", "quantity"]:
        """What its cursor moves along."""
        return self.view.along

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
        return dataclasses.replace(sight, foreseen=self.foresight.foreseen(experiment, self._stretch()))

    def _plain_sight(self) -> Sight:
        """Give what is in sight but for what is foreseen."""
        first, last = self._in_sight()
        run = self._store.run
        return Sight(
            first,
            last,
            self._columns(),
            self._store.cursor,
            self._store.unit,
            self._log,
            self._momentum,
            run.name if run is not None else "",
            self._store.quantity,
            self._store.at,
            self._along(),
            self._store.heard,
            self.panes,
            self.window().width() >= metrics.WIDE,
            self._proposed,
            weights=self._weights,
        )

    def _in_sight(self) -> tuple[float, float]:
        """Give the first and last update in sight."""
        last = max(1, self._store.experiment.training.steps - 1)
        first, end = (0.0, float(last)) if self._first is None else (self._first, self._last)
        return max(0.0, min(first, last - 1)), max(1.0, min(end, last))

    def _stretch(self) -> tuple[int, int]:
        first, last = self._in_sight()
        return int(first), ceil(last)

    def _columns(self) -> int:
        """Give how many device pixels one pane is wide."""
        width = self.canvas.width() / self.view.columns - metrics.GUTTER_LEFT - metrics.GUTTER_RIGHT
        return max(64, int(width * self.devicePixelRatioF()))

    def draw(self) -> None:
        """Draw the view anew."""
        self._draw(self._previewed(), self._plain_sight())

    def _draw(self, experiment: Experiment, sight: Sight) -> None:
        self._due.stop()
        self._begun, self._found = None, False
        self._wanted, self._asked = False, time.monotonic()
        raced = self._races.of(self._store.experiment)
        sight = self._foreseeing(experiment, sight)
        figure = self.view.figure(experiment, raced, sight)
        self._offer_scanning()
        self.headline.setText(figure.headline)
        self.subline.setText(figure.subline)
        self.scale_button.setText(self._button_text())
        self.scale_button.setVisible(self.view.key in ("schedule", "training") and bool(figure.plots))
        self.canvas.limits(*self._limits())
        if self.markers is not None:
            chosen = parts.chosen(experiment, sight)
            self.markers.look_at(chosen if self._preview is None else None)
        figure = self._beside(figure)
        for bar in (self.metric_bar, self.forecast_bar):
            figure = figure if bar is None else bar.beside(figure)
        self.canvas.show_figure(figure)
        self._place()
        if self.metric_bar is not None:
            self.metric_bar.show_for(raced)
        resting = self.foresight is not None and not self._rest.isActive()
        if self.foresight is not None and resting and self.foresight.lacks(experiment, self._stretch()):
            self._wanted = True
            self._draw_soon()

    def _foresee(self) -> None:
        """Find all forecasts that are to be drawn."""
        while self.foresight is not None and self.foresight.find(self._previewed(), self._stretch()):
            self._wanted = True

    def _take_a_turn(self) -> None:
        """Prepare some of what is to be drawn, or find one forecast; when all are there, or it is late, draw.

        What was begun is drawn, though there is something newer by then: while a person drags there always is, and the
        forecast may lag.
        """
        free, now = not self.canvas.busy, (self._previewed(), self._plain_sight())
        begun = self._begun if free and self._begun is not None else now
        if self._prepare(begun) or (not self._may_lag(newer=begun != now) and self._find_forecast(begun[0])):
            self._due.start()
        elif free:
            self._draw(*begun)
            self._wanted |= begun != now

    def _may_lag(self, *, newer: bool) -> bool:
        """Say whether to draw what is known: some was found, and a person has waited, or drags and saw one just now."""
        if newer:
            return time.monotonic() - self._foreseen < LATE
        return self._found and not self.canvas.busy and time.monotonic() - self._asked >= LATE

    def _prepare(self, wanted: tuple[Experiment, Sight]) -> bool:
        """Prepare what is to be drawn for a part of a turn; say whether that was as much as a turn may do."""
        if wanted != self._begun:
            self._begun, self._preparing = wanted, self.view.prepare(*wanted)
        began = time.perf_counter()
        for _ in self._preparing:
            if time.perf_counter() > began + SLICE:
                return True
        return time.perf_counter() > began + QUICK

    def _find_forecast(self, experiment: Experiment) -> bool:
        """Find one forecast that is to be drawn; say whether there was one, and none while a person pans and zooms."""
        if self.foresight is None or self._rest.isActive():
            return False
        self._found = self.foresight.find(experiment, self._stretch())
        self._foreseen = time.monotonic()
        return self._found

    def _offer_scanning(self) -> None:
        """Show the button that stops what is being scanned, or takes up what was stopped."""
        running = self.scanning.running
        self.scan_button.setText(self.tr("Stop scanning") if running else self.tr("Go on scanning"))
        self.scan_button.setVisible(self.view.key == "schedule" and (running or self.scanning.stopped))

    def _beside(self, figure: Figure) -> Figure:
        """Leave room for the button in the title row at the top right."""
        if not figure.plots or self.scale_button.isHidden():
            return figure
        plots, corner = list(figure.plots), min(figure.columns, len(figure.plots)) - 1
        room = sum(
            button.sizeHint().width() for button in (self.scale_button, self.scan_button) if not button.isHidden()
        )
        plots[corner] = dataclasses.replace(plots[corner], aside=room + metrics.S3)
        return dataclasses.replace(figure, plots=tuple(plots))

    def preview(self, run: Run | None) -> None:
        """Show the selected run as it would be, without changing the experiment."""
        self._preview = run
        self._changed()

    def propose(self, run: Run | None) -> None:
        """Draw over the curves what a fix would make of a run; None takes it away."""
        if run != self._proposed:
            self._proposed = run
            self._wanted = True
            self._draw_soon()

    def bring_into_sight(self, update: int) -> None:
        """Show the whole plan where an update of it isn't in sight."""
        if self._first is not None and not self._first <= update <= self._last:
            self.look_at_all()

    def look_at_all(self) -> None:
        """Show the whole plan."""
        self._first = None
        self.draw()

    def toggle_log(self) -> None:
        """Change between a linear and a log axis of the learning rate."""
        self._log = not self._log
        self.draw()

    def stop_or_go_on(self) -> None:
        """Stop scanning, or take it up again."""
        (self.scanning.stop if self.scanning.running else self.scanning.go_on)()

    def toggle_momentum(self) -> None:
        """Show or hide the momentum pane."""
        self._momentum = not self._momentum
        self.draw()

    def toggle_forecast(self) -> None:
        """Show or hide the forecast, or say why there is none."""
        if self.foresight is not None:
            self.foresight.toggle()
            foreseen = self.sight().foreseen
            why = "" if foreseen is None else forecast_words.nothing(visible(self._store.experiment), foreseen)
            if why:
                self._races.said.emit("info", self.tr("Nothing can be forecast yet"), why)

    def explain_forecast(self, beside: QRect) -> None:
        """Open what the forecast rests on."""
        self._foresee()
        foreseen = self.sight().foreseen
        if foreseen is not None:
            from lrviz.ui.panels.forecast_card import ForecastCard

            ForecastCard(self._store, foreseen, self).open_at(beside)

    def toggle_weights(self) -> None:
        """Show or hide what each update leaves in the final weights, or say what that needs."""
        why = weights.nothing(visible(self._store.experiment))
        self._weights = bool(why) or not self._weights
        if why:
            self._races.said.emit("info", self.tr("No update weights to show yet"), why)
        self.draw()

    def improve(self) -> None:
        """Look for the selected run's best schedule by the law of the forecast."""
        if self.foresight is not None:
            from lrviz.ui.panels.improve_dialog import open_dialog

            open_dialog(self._store, self._races, self.foresight, self)

    def toggle_pencil(self) -> None:
        """Take the pencil to draw the metric by hand, or put it away."""
        if self.metric_bar is not None:
            self.metric_bar.toggle()

    @property
    def panes(self) -> tuple[str, ...]:
        """The panes a person chose for problems like this one; none until then."""
        kept = QSettings().value(self._panes_key())
        chosen = tuple(kept.split(",")) if isinstance(kept, str) and kept else ()
        if not self._insisted or self._insisted[0] in chosen:
            return chosen
        shown = chosen or panes.first(self._store.experiment, 6 if self.window().width() >= metrics.WIDE else 4)
        return shown if self._insisted[0] in shown else (*shown[:-1], *self._insisted)

    def insist_on(self, titles: tuple[str, ...]) -> None:
        """Show the pane of one of these titles, though it wasn't chosen, until others are; nothing is kept of it."""
        experiment = self._store.experiment
        wanted = tuple(choice.key for choice in panes.choices(experiment) if choice.title in titles)
        if self.view.key == "schedule" and weights.TITLE in titles and not self._weights:
            self.toggle_weights()
        elif self.view.key == "training" and wanted and wanted != self._insisted:
            self._insisted = wanted
            self._changed()

    def choose_panes(self, keys: tuple[str, ...]) -> None:
        """Show these panes, now and for other problems that ask for the same; none stands for those shown at first."""
        QSettings().setValue(self._panes_key(), ",".join(keys))
        self._insisted = ()
        self.draw()

    def pane_menu(self) -> QMenu:
        """Give the menu of all panes, those shown checked."""
        menu = QMenu(self)
        experiment = self._store.experiment
        sight = self.sight()
        shown = {
            choice.key
            for choice in panes.shown(experiment, sight.panes or panes.first(experiment, 6 if sight.wide else 4))
        }
        for choice in panes.choices(experiment):
            action = menu.addAction(choice.title)
            action.setCheckable(True)
            action.setChecked(choice.key in shown)
            changed = tuple(sorted(shown ^ {choice.key}))
            action.setEnabled(bool(changed))  # the last one stays
            action.triggered.connect(lambda _=False, keys=changed: self.choose_panes(keys))
        menu.addSeparator()
        menu.addAction(self.tr("As at first")).triggered.connect(lambda: self.choose_panes(()))
        return menu

    def _offer_panes(self) -> None:
        self.pane_menu().exec(self.scale_button.mapToGlobal(QPoint(0, self.scale_button.height())))

    def _panes_key(self) -> str:
        return f"panes/{self._store.experiment.problem.task}"

    def _button_text(self) -> str:
        if self.view.key == "training":
            return self.tr("Panes")
        return self.tr("Log") if self._log else self.tr("Linear")

    def _previewed(self) -> Experiment:
        experiment, at = self._store.experiment, self._store.selected
        if self._preview is None or not experiment.runs:
            return experiment
        return replace(experiment, runs=(*experiment.runs[:at], self._preview, *experiment.runs[at + 1 :]))

    def _look_at(self, first: float, last: float) -> None:
        unit = self._per_unit()
        self._first, self._last = first * unit, last * unit
        self._rest.start()
        self._changed()

    def _changed(self, *_: Any) -> None:
        if self.isVisible():
            self._asked = self._asked if self._wanted else time.monotonic()
            self._wanted = True
            self._draw_soon()

    def _draw_soon(self) -> None:
        """Draw at the next turn of the event loop, or when the last figure is painted."""
        if self._wanted:
            self._due.start()

    def _put_cursor(self, x: float) -> None:
        low, high = self._limits()
        along_steps = self.view.along == "steps"
        self.cursor_wanted.emit(x * self._per_unit() if along_steps else (x - low) / (high - low))

    def _along(self) -> tuple[float, float] | None:
        """Give the stretch of a loss that was zoomed to; None where the quantity is another one since."""
        low, high = self._limits()
        inside = self._first is not None and low <= self._first < self._last <= high
        return (self._first or 0.0, self._last) if inside else None

    def _limits(self) -> tuple[float, float]:
        """Give the ends of what runs across."""
        if self.view.along == "quantity":
            quantity = QUANTITIES[self._store.quantity]
            return quantity.low, quantity.high
        return 0.0, max(1, self._store.experiment.training.steps - 1) / self._per_unit()

    def _per_unit(self) -> float:
        return self._store.per_unit if self.view.along == "steps" else 1.0

    def _place(self) -> None:
        size = self.scale_button.sizeHint()
        self.scale_button.setGeometry(
            self.width() - size.width() - metrics.S2, self.canvas.y() + 2, size.width(), size.height()
        )
        self.scale_button.raise_()
        before = self.scan_button.sizeHint()
        self.scan_button.setGeometry(
            self.scale_button.x() - before.width(), self.scale_button.y(), before.width(), before.height()
        )
        self.scan_button.raise_()
        if self.forecast_bar is not None:
            self.forecast_bar.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.view.key == "schedule" and self.scanning.running:
            self.scanning.stop()
        elif event.key() == Qt.Key.Key_Escape and self.forecast_bar is not None and self.forecast_bar.fits.active:
            self.forecast_bar.fits.stop()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tall = self.height() >= 360
        self.headline.setVisible(tall)
        self.subline.setVisible(tall)
        self._place()
        self._changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().surface)
