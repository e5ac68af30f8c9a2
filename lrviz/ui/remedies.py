"""Remedies: what can be done about a finding: go to its place, see its fix, apply it, read why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect

from lrviz.errors import Finding
from lrviz.run import Run
from lrviz.ui.judging import is_instant, remedied
from lrviz.ui.past.changes import fixed

if TYPE_CHECKING:
    from lrviz.ui.window import Window


class Remedies(QObject):
    """Does for the window what a person asks for on a finding."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._store = window, window.store
        found = window.dock.findings
        found.chosen.connect(self.go_to)
        found.applied.connect(self.apply)
        found.pointed.connect(self.propose)
        found.explained.connect(self.explain)

    def go_to(self, judged: Run, finding: Finding) -> None:
        """Select a finding's run, and show its place in the curve, in the code and in the form."""
        place = self._place(judged.name)
        if place is None:
            return
        window, experiment = self._window, self._store.experiment
        self._store.select(place)
        if finding.step is not None:
            if window.page is None or window.page.along != "steps":
                window.show_view("schedule")
            update = experiment.update_at(experiment.runs[place], finding.step)
            window.transport.take_cursor(update)
            window.bring_into_sight(self._store.cursor)
        window.dock.reveal("code")
        window.dock.code.mark(finding)
        window.sidebar.point_out(finding.field)

    def apply(self, judged: Run, finding: Finding) -> None:
        """Put right what a finding in a run is about, in one undo step; nothing where the run is another by now."""
        self._window.dock.code.finish()
        place = self._place(judged.name)
        if place is None:
            return
        run = self._store.experiment.runs[place]
        if is_instant(run, finding):
            self._apply(run, finding, remedied(run, judged, finding))
        else:
            act = partial(remedied, run, judged, finding)
            self._window.aside.ask("applied", act, lambda changed: self._apply(run, finding, changed))

    def _apply(self, run: Run, finding: Finding, changed: Run | None) -> None:
        if changed is None or run not in self._store.experiment.runs:
            return
        change = fixed(finding, run)
        what = self.tr("Apply: {0}").format(change) if change else self.tr("Apply the fix of {0}").format(finding.rule)
        self.propose(None, None)
        self._store.edit_run(self._store.experiment.runs.index(run), changed, what)

    def propose(self, run: Run | None, finding: Finding | None) -> None:
        """Draw what a fix would make of a run beside its curve; nothing where both are None."""
        aside = self._window.aside
        aside.forget("proposed")
        if run is None or finding is None:
            self._window.propose(None)
        elif is_instant(run, finding):
            self._window.propose(remedied(run, run, finding))
        else:
            aside.ask("proposed", partial(remedied, run, run, finding), self._window.propose)

    def explain(self, rule: str, beside: QRect) -> None:
        """Open a rule's manual."""
        from lrviz.ui.panels.rule_card import rule_card

        rule_card(rule, self._window).open_at(beside)

    def _place(self, name: str) -> int | None:
        names = [run.name for run in self._store.experiment.runs]
        return names.index(name) if name in names else None
