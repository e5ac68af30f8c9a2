"""The page of the Gradients view: the chain of layers under the hand, its headline, and what a lock does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from PySide6.QtCore import QSizeF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lrviz.dissection import Dissection
from lrviz.experiment import Experiment
from lrviz.freezing import freeze, thaw
from lrviz.run import Run
from lrviz.ui import keymap, metrics
from lrviz.ui.choices.agreement import trusted
from lrviz.ui.compared.stale import changed_since
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.stale_chip import StaleChip
from lrviz.ui.controls.wrapped import Wrapped
from lrviz.ui.figure import Figure
from lrviz.ui.pages.chain import Spot
from lrviz.ui.pages.chain_canvas import ChainCanvas
from lrviz.ui.pages.heading import Heading
from lrviz.ui.pages.redraw import Redraw
from lrviz.ui.palette import theme
from lrviz.ui.racing.dissections import Dissections
from lrviz.ui.racing.raced import Raced, plan_behind
from lrviz.ui.racing.races import Races
from lrviz.ui.showing.stage import Stage
from lrviz.ui.store import Store
from lrviz.ui.table import Table
from lrviz.ui.views import gradients, gradients_table
from lrviz.ui.views.folding import Fold
from lrviz.ui.views.gradients_headline import called
from lrviz.ui.views.layers import Layer
from lrviz.ui.views.study import Study

REST = 150
"""Milliseconds after the last move of the cursor until the update there is taken apart."""


@dataclass(frozen=True, eq=False)
class Now:
    """The experiment and its selected run, what was raced of it in which plan, and the update that is looked at.

    Of the run as it is now `done` updates were raced; before a race the first update is looked at.
    """

    experiment: Experiment
    run: Run | None
    raced: Mapping[str, Raced]
    plan: Experiment
    done: int
    step: int


class GradientsPage(QWidget):
    """Draws the gradients of the selected run at the cursor, and has the update there taken apart."""

    key = "gradients"
    along: Literal["steps"] = "steps"
    cursor_wanted = Signal(float)
    known = Signal()
    """More is known of the update at the cursor."""

    def __init__(self, store: Store, races: Races, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._races = store, races
        self.dissections = Dissections(races)
        self._layer = self._opened = ""
        self._spot: Spot | None = None
        self._resting = QTimer(self, singleShot=True, interval=REST)
        self._resting.timeout.connect(self._take_apart)
        self.headline = Wrapped("headline", "text", self)
        self.subline = ElidedLabel("body", "text2", self)
        self.canvas = ChainCanvas(self)
        self._redraw = Redraw(self, self.canvas, self.draw)
        self.chip = StaleChip(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._heading = Heading(self.headline, self.subline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, metrics.S1)
        column.setSpacing(0)
        column.addLayout(self._heading)
        column.addWidget(self.canvas, 1)

    def _connect(self) -> None:
        store, canvas = self._store, self.canvas
        self.chip.race_wanted.connect(lambda names: self._races.rerun(store.experiment, names))
        canvas.chosen.connect(self.choose)
        canvas.locked.connect(self.toggle_lock)
        canvas.pointed.connect(self._point)
        canvas.cursor_moved.connect(lambda x: self.cursor_wanted.emit(x * store.per_unit))
        canvas.resized.connect(self._changed)
        for signal in (store.changed, store.cursor_changed, store.selected_changed, store.unit_changed):
            signal.connect(self._move)
        self._races.progressed.connect(self._move)
        self._races.ready_changed.connect(self._move)
        self.dissections.changed.connect(self._changed)
        self.dissections.changed.connect(self.known)

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
        now = self._now()
        study = replace(self._study(now), room=(room.width(), room.height()))
        return gradients.figure(now.experiment, now.raced, study)

    def table(self) -> Table:
        """Give the norms of each parameter at the cursor, in numbers."""
        now = self._now()
        return gradients_table.table(now.experiment, now.raced, self._study(now))

    def _study(self, now: Now) -> Study:
        """Give what is looked at."""
        apart = self._apart(now)
        return Study(
            cursor=now.step,
            selected=now.run.name if now.run is not None else "",
            room=(self.canvas.width(), self.canvas.height()),
            layer=self._layer,
            opened=self._opened,
            apart=apart,
            note=self._note(now),
            spot=self._spot,
            unit=self._store.unit,
        )

    def choose(self, key: str) -> None:
        """Look at a layer's update; of several layers that are shown as one, at each of them."""
        fold = next((fold for fold in self._folds() if fold.key == key), None)
        if fold is None:
            return
        if fold.layer.layers > 1:
            self._opened = key
        elif not fold.within:
            self._opened = ""
        within = (one.key for one in self._folds() if one.within == key and one.layer.parameters)
        self._layer, self._spot = next(within, key), None
        self._changed()

    def toggle_lock(self, key: str) -> None:
        """Freeze a layer of the selected run, or let it be trained again."""
        fold = next((fold for fold in self._folds() if fold.key == key), None)
        run = self._store.run
        if fold is None or run is None:
            return
        changed, words = self._locked(run, fold.layer)
        if changed == run:
            why = self.tr("{0} takes only {1}.").format(type(run.optimizer).__name__, run.optimizer.only)
            self._races.said.emit("info", self.tr("{0} stays frozen").format(called(fold.layer)), why)
            return
        self._store.edit_run(self._store.selected, changed, words)

    def _locked(self, run: Run, layer: Layer) -> tuple[Run, str]:
        names = [parameter.name for parameter in layer.parameters]
        model = [one.name for fold in self._folds() for one in fold.layer.parameters]
        if layer.frozen:
            shapes = {one.name: one.shape for one in layer.parameters}
            taken = [name for name in names if run.optimizer.takes(shapes[name])]
            return thaw(run, taken, model), self.tr("train {0}").format(layer.name)
        return freeze(run, names, model), self.tr("freeze {0}").format(layer.name)

    def look_at_all(self) -> None:
        """Fold what was opened."""
        self._opened = ""
        self._changed()

    def again(self) -> None:
        """Take the update apart anew where that was refused."""
        self.dissections.again()
        self._take_apart()

    def preview(self, run: Run | None) -> None:
        """Show nothing of a run as it would be: what its gradients are is known only after it is trained."""

    def draw(self) -> None:
        """Draw what is known."""
        self._redraw.settle()
        now = self._now()
        shown = gradients.figure(now.experiment, now.raced, self._study(now))
        self.headline.setText(shown.headline)
        self.subline.setText(shown.subline)
        own = (
            one for one in changed_since(now.experiment, now.raced) if now.run is not None and one.name == now.run.name
        )
        self.chip.show_changes(() if self.canvas.stage.bare else tuple(own))
        self.chip.stand_beside(self.subline, self.width() - metrics.S4)
        self.canvas.come()
        self.canvas.show_figure(shown)

    def _now(self) -> Now:
        """Give what is known now."""
        experiment, run = self._store.experiment, self._store.run
        raced = self._races.of(experiment)
        result = raced.get(run.name) if run is not None else None
        fresh = result is not None and not result.stale
        plan = plan_behind(experiment, [result] if result is not None and fresh else [])
        done = len(result.traces[0].losses) if result is not None and fresh else 0
        at = int(self._store.cursor * plan.training.steps / experiment.training.steps)
        return Now(experiment, run, raced, plan, done, max(0, min(at, done - 1)))

    def _folds(self) -> tuple[Fold, ...]:
        now = self._now()
        return () if now.run is None else gradients.folds_of(now.experiment, now.raced, self._study(now))

    def _apart(self, now: Now) -> Dissection | None:
        """Give the update at the cursor taken apart, or the last one that was while another is under way."""
        if now.run is None:
            return None
        run = self._store.selected
        return self.dissections.of(now.plan, run, now.step) or self.dissections.last(now.plan, run)

    def _take_apart(self) -> None:
        """Have the update at the cursor taken apart, unless the race runs on."""
        now = self._now()
        if now.run is None or not self.isVisible() or not self._races.ready or self._races.state == "running":
            return
        if not now.run.misfit(now.plan.problem):
            self.dissections.want(now.plan, self._store.selected, now.step)

    def _note(self, now: Now) -> str:
        """Say what is still to come, or why there is nothing to see."""
        run, plan = now.run, now.plan
        if run is None:
            return ""
        if why := run.misfit(plan.problem):
            return f"{why[:1].upper()}{why[1:].rstrip('.')}."
        if trusted(plan.problem) is None:
            return self.tr("Race it to see its layers: its model is a program, which you are asked about first.")
        if why := self.dissections.refused(plan, self._store.selected, now.step):
            words = self.tr("This update can’t be taken apart: {0}. {1} tries again.")
            return words.format(why.rstrip("."), keymap.by("again"))
        if self.dissections.active and self.dissections.of(plan, self._store.selected, now.step) is None:
            done = self.dissections.replayed
            if done is not None:
                return self.tr("Training up to there again: {0}.").format(f"{done:.0%}")
            return self.tr("Update {0} is being taken apart.").format(now.step)
        if not now.done:
            changed = self.tr("It changed since its race.") + " " if run.name in now.raced else ""
            return changed + self.tr("This is its first update: race, or step on with one update ({0}).").format(
                keymap.by("one")
            )
        if now.experiment.training.steps != plan.training.steps:
            return self.tr("Of a miniature of {0} update{0:|s}.").format(plan.training.steps)
        return ""

    def _point(self, spot: Spot | None) -> None:
        self._spot = spot
        self._changed()

    def _move(self, *_: Any) -> None:
        """Draw the cursor where it is now; what is there is taken apart once it rests."""
        if self.isVisible():
            self._resting.start()
        self._changed()

    def _changed(self, *_: Any) -> None:
        self._redraw.want()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.canvas.come()
        self._redraw.want()
        self._resting.start()

    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        self._redraw.rest()
        self._resting.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._heading.fit(self.height(), bare=self.canvas.stage.bare)
        self._changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().surface)
