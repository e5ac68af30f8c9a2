"""The transport under every view: play, one update, stop, the scrubber of the step cursor, and the unit."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.button import IconButton
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.controls.track import Track
from lrviz.ui.numbers import short, whole
from lrviz.ui.palette import theme
from lrviz.ui.races import Races
from lrviz.ui.store import Store, Unit

MOST = 2**30
"""Positions a slider can have."""


class Transport(QWidget):
    """Same place, same keys, in all views."""

    def __init__(self, store: Store, races: Races, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._races = store, races
        self._following = True
        self.setFixedHeight(round(metrics.TRANSPORT * max(1.0, metrics.scale())))
        self.play = IconButton("play", self.tr("Race"), shortcut="Space", parent=self)
        self.one = IconButton("step-forward", self.tr("One update"), shortcut=".", parent=self)
        self.stop = IconButton("square", self.tr("Stop the race"), parent=self)
        self.where = ElidedLabel("name", "text", self)
        self.rest = ElidedLabel("secondary", "text2", self)
        tip = self.tr("Step cursor: ← → move it by one, with Shift by ten, with Ctrl by an epoch")
        self.scrubber = Track(self.tr("Step cursor"), tip, self)
        units = [("step", self.tr("step")), ("epoch", self.tr("epoch")), ("samples", self.tr("samples"))]
        self.unit = Segmented(units, name=self.tr("Unit of steps"), parent=self)
        self._lay_out()
        self.play.clicked.connect(self.play_or_pause)
        self.one.clicked.connect(self.one_update)
        self.stop.clicked.connect(lambda: self._races.steer("stop"))
        self.unit.chosen.connect(lambda unit: store.set_unit(cast("Unit", unit)))
        self.scrubber.valueChanged.connect(self._scrubbed)
        for signal in (store.changed, store.cursor_changed, store.unit_changed):
            signal.connect(self._show)
        races.progressed.connect(self._follow)
        races.state_changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.S3, 0, metrics.S4, 0)
        row.setSpacing(0)
        for button in (self.play, self.one, self.stop):
            row.addWidget(button)
        row.addSpacing(metrics.S2)
        for label in (self.where, self.rest):
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            row.addWidget(label)
        row.addWidget(self.scrubber, 1)
        row.addSpacing(metrics.S4)
        row.addWidget(self.unit)

    def play_or_pause(self) -> None:
        """Start a race, or pause or resume the one under way."""
        if self._races.state == "running":
            self._races.steer("pause")
        elif self._races.state == "paused":
            self._following = True
            self._races.steer("resume")
        else:
            self._following = True
            self._races.start(self._store.experiment)

    def one_update(self) -> None:
        """Advance the race by one update; without a race, start one that waits."""
        self._following = True
        if not self._races.active:
            self._races.start(self._store.experiment, paused=True)
        self._races.steer("step")

    def take_cursor(self, step: float) -> None:
        """Put the cursor where a person wants it; it no longer runs along with the race."""
        self._following = False
        self._store.set_cursor(step)

    def next_unit(self) -> None:
        """Count in the next unit."""
        units = self.unit.keys()
        self._store.set_unit(cast("Unit", units[(units.index(self._store.unit) + 1) % len(units)]))

    def _scrubbed(self, value: int) -> None:
        last = self._store.experiment.training.steps - 1
        self.take_cursor(round(value * last / max(1, self.scrubber.maximum())))

    def _follow(self) -> None:
        recording = self._races.recording
        if self._following and recording is not None and recording.step:
            ratio = self._store.experiment.training.steps / recording.experiment.training.steps
            before = self._store.cursor
            self._store.set_cursor((recording.step - 1) * ratio)
            if self._store.cursor != before:
                return  # it has been shown
        self._show()

    def _show(self) -> None:
        state, tr = self._races.state, self.tr
        running = state == "running"
        names = {"running": tr("Pause"), "paused": tr("Resume"), "done": tr("Race again")}
        self.play.set_icon("pause" if running else "play", names.get(state, tr("Race")))
        self.stop.setEnabled(self._races.active)
        self.unit.show_choice(self._store.unit)
        self._scrub()
        self.where.setText(tr("step {0}").format(whole(self._store.cursor)))
        rest = self._rest()
        if rest != self.rest.text():
            self.rest.setText(rest)
            self._fit()

    def _rest(self) -> str:
        experiment, tr = self._store.experiment, self.tr
        epoch = self._store.cursor / experiment.updates_per_epoch
        counted = f"{epoch:.1f}" if epoch < 1000 else whole(round(epoch))
        text = tr("of {0} · epoch {1}").format(whole(experiment.training.steps), counted)
        if self._store.unit == "samples":
            seen = self._store.cursor * experiment.training.examples_per_update
            text = tr("of {0} · {1} samples").format(whole(experiment.training.steps), whole(seen))
        left = self._races.seconds_left()
        if self._races.state == "paused":
            text += " · " + tr("paused")
        elif left is not None:
            text += " · " + tr("{0} s left").format(short(max(left, 0.1)) if left < 10 else whole(round(left)))
        return text

    def _fit(self) -> None:
        """Give the words a width that holds still while numbers run."""
        narrow = self.width() < 760
        self.rest.setVisible(not narrow)
        longest = whole(self._store.experiment.training.steps)
        metric = self.where.fontMetrics()
        self.where.setFixedWidth(metric.horizontalAdvance(self.tr("step {0}").format(longest)) + metrics.S3)
        self.rest.setFixedWidth(min(300, self.rest.fontMetrics().horizontalAdvance(self._rest()) + metrics.S4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().surface)
        painter.fillRect(0, 0, self.width(), 1, theme().border)

    def _scrub(self) -> None:
        """Show the cursor, a tick for each epoch (or a tenth of the plan), and how far the race has come."""
        last = self._store.experiment.training.steps - 1
        most = min(last, MOST)
        recording = self._races.recording
        under_way = recording is not None and self._races.active
        done = recording.step / recording.experiment.training.steps if recording is not None and under_way else 0.0
        self.scrubber.show_place(round(self._store.cursor * most / max(1, last)), most, self._ticks(), done)

    def _ticks(self) -> list[float]:
        epochs = self._store.experiment.training.steps / self._store.experiment.updates_per_epoch
        count = epochs if 2 <= epochs <= 24 else 10.0
        return [tick / count for tick in range(int(count) + 1)]
