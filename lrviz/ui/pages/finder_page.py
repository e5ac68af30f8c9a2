"""The page of the LR finder: searches for the selected run's rate, draws what comes, and takes what it suggests."""

from __future__ import annotations

import dataclasses
from typing import Any, Literal

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.peaks import peak, with_peak
from lrviz.results import LRFinder
from lrviz.run import Run
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.wrapped import Wrapped
from lrviz.ui.figure import Figure
from lrviz.ui.numbers import short
from lrviz.ui.pages.canvas import Canvas
from lrviz.ui.pages.finder_bar import FinderBar
from lrviz.ui.pages.heading import Heading
from lrviz.ui.pages.redraw import Redraw
from lrviz.ui.palette import theme
from lrviz.ui.panels.suggestion_table import Offer, SuggestionTable
from lrviz.ui.racing.races import Races
from lrviz.ui.racing.searches import Searches, quick
from lrviz.ui.showing.stage import Stage
from lrviz.ui.speech.saying import reason
from lrviz.ui.store import Store
from lrviz.ui.sweep import Sweep
from lrviz.ui.table import Cell, Row, Table
from lrviz.ui.views import finder
from lrviz.ui.views.suggested import Searched, Suggested, falls, named, rate, suggested
from lrviz.ui.views.unsearched import unsearched

PLOT_LEAST = 150
"""The plot is at least so high, in pixels of usual text: the table of suggestions scrolls before it is squeezed."""


class FinderPage(QWidget):
    """Shows the search of the selected run; the first one of a small problem begins by itself."""

    key = "finder"
    along: Literal["rates"] = "rates"

    def __init__(self, store: Store, races: Races, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._races = store, races
        self.searches = Searches(races)
        self.look = finder.Look()
        self.headline = Wrapped("headline", "text", self)
        self.subline = ElidedLabel("body", "text2", self)
        self.canvas = Canvas(self)
        self._redraw = Redraw(self, self.canvas, self.draw)
        self.bar = FinderBar(self)
        self.table_view = SuggestionTable(self)
        self.search_button = Button(self.tr("Search"), icon="search", parent=self.canvas)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._heading = Heading(self.headline, self.subline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._heading)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.bar)
        column.addWidget(self.table_view)

    def _connect(self) -> None:
        store, canvas = self._store, self.canvas
        canvas.x_range_changed.connect(lambda low, high: self._look(stretch=(low, high)))
        canvas.reset_requested.connect(self.look_at_all)
        canvas.cursor_moved.connect(lambda at: self._look(cursor=at))
        self.bar.wanted.connect(self.again)
        self.bar.stopped.connect(self.searches.stop)
        self.search_button.clicked.connect(self.again)
        self.table_view.chosen.connect(lambda name: self._look(chosen=name))
        self.table_view.used.connect(self.use)
        store.opened.connect(self._forget)
        store.renamed.connect(self.searches.rename)
        store.selected_changed.connect(lambda: self._look(cursor=None, stretch=None))
        store.sweep_changed.connect(lambda: self._look(stretch=None))
        for signal in (store.changed, self.searches.changed):
            signal.connect(self._changed)

    def set_stage(self, stage: Stage) -> None:
        """Stand in another size, or with one part alone, or without controls."""
        self._heading.set_stage(stage)
        self.canvas.set_stage(stage)
        self.draw()

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
        run, searched = self._store.run, self.searched
        if run is None or searched is None:
            return unsearched(experiment, run, self._store.sweep, "")
        return self.canvas.zoomed(finder.figure(experiment, run, searched, self.look))

    @property
    def searched(self) -> Searched | None:
        """What is known of the selected run."""
        run = self._store.run
        return None if run is None else self.searches.of(self._store.experiment, run, self._sweep(run))

    def table(self) -> Table:
        """Give the suggestions as the dock takes them."""
        run, searched = self._store.run, self.searched
        if run is None or searched is None:
            return Table(self.tr("Suggested rates"), (), ())
        rows = tuple(
            Row(one.title, run.colour, (Cell(rate(one.rate), one.rate), Cell(f"{one.spread:.2f}", one.spread)))
            for one in suggested(searched.found)
        )
        return Table(self.tr("Suggested rates"), ("lr", self.tr("spread")), rows)

    def draw(self) -> None:
        """Draw what is known; a first search of a small problem is begun."""
        self._redraw.settle()
        experiment, run = self._store.experiment, self._store.run
        self._begin_alone()
        searched = self.searched
        if run is None or searched is None:
            sweep = self._store.sweep
            why = "" if run is None else self.searches.refused(experiment, run, self._sweep(run))
            shown = unsearched(experiment, run, sweep, why)
            searchable = run is not None and not run.misfit(experiment.problem)
        else:
            shown, searchable = finder.figure(experiment, run, searched, self.look), False
        self._show(shown, run, searched, searchable=searchable)

    def again(self) -> None:
        """Search for the selected run's rate, also where that is known."""
        run = self._store.run
        if run is not None and not run.misfit(self._store.experiment.problem):
            self.searches.start(self._store.experiment, self._store.selected, self._sweep(run))

    def use(self, name: str) -> None:
        """Give the selected run the rate of a suggestion, in one undo step."""
        run, searched = self._store.run, self.searched
        if run is None or searched is None:
            return
        one = named(searched.found, name)
        try:
            changed = with_peak(run, one.rate, searched.found.group)
        except SpecError as error:
            title = self.tr("{0} can’t take {1}").format(run.name, rate(one.rate))
            self._races.said.emit("error", title, f"{reason(error)}.")
            return
        what = peak(run, searched.found.group).name
        self._store.edit_run(self._store.selected, changed, self.tr("{0} of {1}").format(what, run.name))

    def look_at_all(self) -> None:
        """Show all rates of the search."""
        self._look(stretch=None)

    def move_cursor(self, updates: float, _share: float) -> None:
        """Move the cursor by so many updates of the search; without one it appears at what is looked at."""
        searched = self.searched
        if searched is None or not len(searched.found.lrs):
            return
        found, cursor = searched.found, self.look.cursor
        if cursor is None:
            one = named(found, self.look.chosen)
            cursor = one.rate if one.there else float(found.lrs[len(found.lrs) // 2])
        last = len(found.lrs) - 1
        at = max(0.0, min(finder.reading_at(found, cursor) + updates, last))
        self._look(cursor=float(found.lrs[int(at)]))

    def preview(self, run: Run | None) -> None:
        """Show nothing of a run as it would be: what it would suggest is known only after a search."""

    def _begin_alone(self) -> None:
        experiment, run = self._store.experiment, self._store.run
        if run is None or self.searches.active or not self.isVisible():
            return
        sweep = self._sweep(run)
        known = self.searched is not None or self.searches.refused(experiment, run, sweep)
        if not known and quick(experiment, run, sweep):
            self.searches.start(experiment, self._store.selected, sweep)

    def _sweep(self, run: Run) -> Sweep:
        return self._store.sweep.of(len(run.rates()))

    def _show(self, shown: Figure, run: Run | None, searched: Searched | None, *, searchable: bool) -> None:
        self.headline.setText(shown.headline if shown.plots else "")
        self.subline.setText(shown.subline if shown.plots else "")
        height = self.height() if shown.plots else 0  # without plots the figure says its words itself
        self._heading.fit(height, bare=self.canvas.stage.bare)
        sweep = self._store.sweep if searched is None else searched
        self.canvas.limits(sweep.low, sweep.high)
        self.canvas.come()
        self.canvas.show_figure(shown)
        self.canvas.setMinimumHeight(px(PLOT_LEAST) if shown.plots else 0)
        bare = self.canvas.stage.bare
        self.search_button.setVisible(searchable and not bare)
        self.bar.setVisible(run is not None and not bare)
        self.table_view.setVisible(run is not None and searched is not None and not bare)
        if run is not None:
            seconds = self.searches.seconds(self._store.experiment, run, self._sweep(run))
            self.bar.show_search(run, searched, seconds, self.look.cursor)
        if run is not None and searched is not None:
            every = suggested(searched.found)
            known = () if searched.running else every
            offers = {one.name: self._offer(run, one, searched.found) for one in known}
            self.table_view.show_suggestions(every, offers, self.look.chosen, len(searched.found.losses))
        self._place()

    def _offer(self, run: Run, one: Suggested, found: LRFinder) -> Offer:
        """Say what taking a suggestion does."""
        own, group = peak(run, found.group), found.group
        if not falls(found):
            why = self.tr("The loss never falls: what is read off it is noise.")
            return Offer(self.tr("Noise"), why, False)
        if own.rate == one.rate:
            return Offer(self.tr("In use"), self.tr("{0} is {1} already.").format(own.name, short(own.rate)), False)
        now = self.tr("{0} of {1} becomes {2}; it is {3} now.").format(
            own.name, own.holder, rate(one.rate), short(own.rate)
        )
        if own.name != "lr":
            why = self.tr("The schedule sets its rates itself: its others keep their proportion, and lr has no say.")
            return Offer(self.tr("Use as {0}").format(own.name), f"{now}\n{why}", True)
        if len(run.rates()) > 1 and group is None:
            now = f"{now}\n{self.tr('Groups with a rate of their own keep their proportion to it.')}"
        patterns = [each.pattern for each in run.groups if not each.frozen]
        return Offer(self.tr("Use for {0}").format(patterns[group - 1] if group else run.name), now, True)

    def _look(self, **changed: Any) -> None:
        self.look = dataclasses.replace(self.look, **changed)
        self._changed()

    def _changed(self, *_: Any) -> None:
        self._redraw.want()

    def _forget(self) -> None:
        """Show nothing of the session before: runs of the same name are others."""
        self.searches.forget()
        self.look = finder.Look()

    def _place(self) -> None:
        """Put the button below the words of a figure without plots."""
        size = self.search_button.sizeHint()
        x = (self.canvas.width() + metrics.GUTTER_LEFT - 40) // 2 - size.width() // 2
        y = (self.canvas.height() + metrics.PLOT_TITLE - 36) // 2 + 12
        self.search_button.setGeometry(x, y, size.width(), size.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.searches.active:
            self.searches.stop()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.canvas.come()
        self._redraw.want()

    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        self._redraw.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._changed()
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().surface)
