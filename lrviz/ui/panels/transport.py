"""The transport under every view: play, one update, stop, the scrubber of the step cursor, and the unit."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QActionGroup, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from lrviz.recording import Recording
from lrviz.ui import keymap, metrics, units
from lrviz.ui.controls.button import Button, IconButton
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.menu import open_menu
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.controls.track import Track
from lrviz.ui.numbers import exact, short, whole
from lrviz.ui.palette import theme
from lrviz.ui.racing.races import Races
from lrviz.ui.speech import language
from lrviz.ui.speech.spoken import joined
from lrviz.ui.store import Store
from lrviz.ui.units import Unit
from lrviz.ui.views import seen

MOST = 2**30
"""Positions a slider can have."""
NARROW, SCRUBBER = 760, 120
"""Below this width the words beside the cursor are hidden; the rate is, and one button stands for all units, where
the scrubber would be left less than that."""
REST, BUTTONS = 300, 196
"""The most room that those words take, and what the buttons take with their gaps."""
SHORT_RATE, LONGEST_RATE = "0.000000", "0.00000000000×10⁻⁰⁰"
"""The room that a rate has: that of a plan whose rates are round, and what none is written longer than."""
LOOKED_AT = (0.13, 0.31, 0.5, 0.71, 0.89)
"""Shares of a plan at which its rates are looked at for how long they are written."""


class Transport(QWidget):
    """Same place, same keys, in all views."""

    branch_wanted = Signal()

    def __init__(self, store: Store, races: Races, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._races = store, races
        self._following = True
        self._left: Recording | None = None
        self._room = ""
        self.setFixedHeight(round(metrics.TRANSPORT * max(1.0, metrics.scale())))
        self.play = IconButton("play", self.tr("Race"), action="play", parent=self)
        self.one = IconButton("step-forward", self.tr("One update"), action="one", parent=self)
        self.stop = IconButton("square", self.tr("Stop the race"), parent=self)
        self.branch = IconButton(
            "git-branch", self.tr("Branch the selected run at the cursor"), action="branch", parent=self
        )
        self.where = EntryField(
            name=self.tr("Step cursor"), read=self._step_of, show=self._counted, role="name", parent=self
        )
        self.where.setToolTip(self.tr("Type any place: 1e9, 50 epochs, 1.2 B tokens or 80 %"))
        self.rest = ElidedLabel("secondary", "text2", self)
        self.rate = ElidedLabel("secondary", "text2", self)
        tip = self.tr("Step cursor: ← → move it by one, with Shift by ten, with {0} by an epoch")
        tip = tip.format(keymap.held("Ctrl"))
        self.scrubber = Track(self.tr("Step cursor"), tip, self)
        self._words = {
            "step": self.tr("step"),
            "epoch": self.tr("epoch"),
            "samples": self.tr("samples"),
            "tokens": self.tr("tokens"),
        }
        self._fitted = ""
        self.unit = Segmented(list(self._words.items()), name=self.tr("Unit of steps"), parent=self)
        self.one_unit = Button("", icon="chevron-down", parent=self)
        self._lay_out()
        self.play.clicked.connect(self.play_or_pause)
        self.one.clicked.connect(self.one_update)
        self.stop.clicked.connect(lambda: self._races.steer("stop"))
        self.branch.clicked.connect(self.branch_wanted)
        self.one_unit.clicked.connect(self._open_units)
        self.unit.chosen.connect(lambda unit: store.set_unit(cast("Unit", unit)))
        self.where.edited.connect(self._go)
        self.where.refused.connect(self._refuse)
        self.where.restored.connect(self._accept)
        self.scrubber.valueChanged.connect(self._scrubbed)
        store.changed.connect(self._show, Qt.ConnectionType.QueuedConnection)  # in a turn of its own
        store.opened.connect(self._leave)
        for signal in (store.cursor_changed, store.unit_changed, store.selected_changed):
            signal.connect(self._show)
        races.progressed.connect(self._follow)
        races.state_changed.connect(self._show)
        language.changes.spoken.connect(self._fit)
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # what doesn't fit is hidden
        row.setContentsMargins(metrics.S3, 0, metrics.S4, 0)
        row.setSpacing(0)
        for button in (self.play, self.one, self.stop, self.branch):
            row.addWidget(button)
        row.addSpacing(metrics.S2)
        for part in (self.where, self.rest, self.rate):
            part.setSizePolicy(QSizePolicy.Policy.Fixed, part.sizePolicy().verticalPolicy())
        row.addWidget(self.where)
        row.addSpacing(metrics.S2)
        row.addWidget(self.rest)
        row.addWidget(self.rate)
        row.addWidget(self.scrubber, 1)
        row.addSpacing(metrics.S4)
        row.addWidget(self.unit)
        row.addWidget(self.one_unit)

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

    def type_place(self) -> None:
        """Let a person type where the cursor goes."""
        self.where.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.where.selectAll()

    def next_unit(self) -> None:
        """Count in the next unit that the plan can be counted in."""
        known = [unit for unit in units.UNITS if units.known(self._store.experiment, unit)]
        self._store.set_unit(known[(known.index(self._store.unit) + 1) % len(known)])

    def unit_menu(self) -> QMenu:
        """Give the units as a menu, for a bar too narrow to hold them side by side."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for key, word in self._words.items():
            action = menu.addAction(word)
            action.setCheckable(True)
            action.setChecked(key == self._store.unit)
            action.setEnabled(units.known(self._store.experiment, cast("Unit", key)))
            action.triggered.connect(lambda _=False, key=key: self.unit.chosen.emit(key))
            group.addAction(action)
        return menu

    def _open_units(self) -> None:
        menu = self.unit_menu()
        open_menu(menu, self.one_unit.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _scrubbed(self, value: int) -> None:
        last = self._store.experiment.training.steps - 1
        self.take_cursor(round(value * last / max(1, self.scrubber.maximum())))

    def _leave(self) -> None:
        """Let the race there is be another session's: what comes of it moves no cursor here."""
        self._left = self._races.recording

    def _follow(self) -> None:
        recording = self._races.recording
        if self._following and recording is not None and recording.step and recording is not self._left:
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
        self.branch.setEnabled(self._store.run is not None and self._store.experiment.training.steps > 1)
        counted = units.known(self._store.experiment, "tokens")
        self.unit.set_enabled("tokens", counted, tr("Give the plan a sequence_length to count tokens"))
        self.unit.show_choice(self._store.unit)
        word = self._words[self._store.unit]
        self.one_unit.setText(word)
        self.one_unit.setAccessibleName(tr("Unit of steps: {0}").format(word))
        self._show_place()
        self._scrub()  # last: who shows the same place elsewhere reads all of it
        rest = self._rest()
        if (rest, self._rate_room()) != (self._fitted, self._room) and not self.where.has_error:
            self.rest.setText(rest)
            self._fit()

    def _show_place(self) -> None:
        """Show the cursor and the rate there, but leave alone what a person types meanwhile."""
        run, step = self._store.run, self._store.cursor
        if not (self.where.hasFocus() and self.where.text() != self.where.shown):
            self.where.mark_error(self.where.has_error and step == self.where.value)
            self.where.show_value(step)
        rate = None if run is None else seen.rate(seen.unheard(seen.plan(self._store.experiment), run), run, step)
        self.rate.setText("" if run is None or rate is None else self.tr("lr {0}").format(exact(rate)))
        self.rate.setToolTip("" if run is None else self.tr("The rate of {0} at this step, in full").format(run.name))

    def _step_of(self, text: str) -> int:
        """Read a place of this plan; its very end is the last update."""
        experiment = self._store.experiment
        step, steps = units.step_of(text, experiment, self._store.unit), experiment.training.steps
        if step > steps:
            raise ValueError(self.tr("The plan ends at {0}").format(units.counted(experiment, self._store.unit, steps)))
        return min(step, steps - 1)

    def _counted(self, step: int) -> str:
        return units.counted(self._store.experiment, self._store.unit, step)

    def _go(self, step: int) -> None:
        self.where.mark_error(False)
        self.take_cursor(step)
        self.where.show_value(self._store.cursor)
        self._show()

    def _refuse(self, why: str) -> None:
        """Say why what was typed is no place of the plan, where the rest stands else."""
        self.where.mark_error(True)
        self.rest.setText(why)
        QAccessible.updateAccessibility(QAccessibleEvent(self.where, QAccessible.Event.Alert))
        self.where.setAccessibleDescription(why)
        self._fit()

    def _accept(self) -> None:
        self.where.mark_error(False)
        self.where.setAccessibleDescription("")
        self._show()

    def _rest(self) -> str:
        experiment, tr, unit = self._store.experiment, self.tr, self._store.unit
        if unit == "step":
            epoch = self._store.cursor / experiment.updates_per_epoch
            counted = f"{epoch:.1f}" if epoch < 1000 else whole(round(epoch))
            text = tr("of {0} · epoch {1}").format(whole(experiment.training.steps), counted)
        else:
            text = tr("of {0}").format(units.length(experiment, unit))
        left = self._races.seconds_left()
        replayed, more = self._races.replayed, ""
        if replayed < 1:
            more = tr("trained again to where a branch leaves: {0}").format(short(replayed, "percent"))
        elif self._races.state == "paused":
            more = tr("paused")
        elif left is not None:
            more = tr("{0} s left").format(short(max(left, 0.1)) if left < 10 else whole(round(left)))
        return joined(" · ", (text, more))

    def _fit(self) -> None:
        """Give the words a width that holds still while numbers run."""
        experiment = self._store.experiment
        longest = self._counted(experiment.training.steps)
        if self._store.unit == "epoch":  # in the middle of an epoch it has most digits
            longest = max(longest, self._counted(experiment.training.steps - 1), key=len)
        self.where.setFixedWidth(self.where.fontMetrics().horizontalAdvance(longest) + px(metrics.S4 + metrics.S1))
        rest = self.rest.text() if self.where.has_error else self._rest()
        self._fitted = str(rest)  # the letters alone: what stands here is said again in another language, unmeasured
        self.rest.setFixedWidth(min(px(REST), self.rest.fontMetrics().horizontalAdvance(rest) + metrics.S4))
        self._room = self._rate_room()
        self.rate.setFixedWidth(self.rate.fontMetrics().horizontalAdvance(self.tr("lr {0}").format(self._room)))
        told = self.where.has_error or self.width() >= px(NARROW)
        self.rest.setVisible(told)
        taken = self.where.width() + (self.rest.width() if told else 0) + self.unit.sizeHint().width() + px(BUTTONS)
        left = self.width() - taken - px(SCRUBBER)
        self.rate.setVisible(not self.where.has_error and left >= self.rate.width())
        self.unit.setVisible(left >= 0)
        self.one_unit.setVisible(left < 0)
        self.branch.setVisible(left >= 0)  # it has a key, and stands in the run's menu

    def _rate_room(self) -> str:
        """Give the longest that a rate of the selected run may be written: the scrubber has what it doesn't need."""
        run, last = self._store.run, self._store.experiment.training.steps - 1
        if run is None:
            return SHORT_RATE
        plan = seen.unheard(seen.plan(self._store.experiment), run)
        places = (self._store.cursor, *(int(share * last) for share in LOOKED_AT))
        rates = [rate for place in places if (rate := seen.rate(plan, run, place)) is not None]
        return LONGEST_RATE if any(len(exact(rate)) > len(SHORT_RATE) for rate in rates) else SHORT_RATE

    def minimumSizeHint(self) -> QSize:
        return QSize(px(BUTTONS) + self.where.width() + self.one_unit.sizeHint().width(), self.height())

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
