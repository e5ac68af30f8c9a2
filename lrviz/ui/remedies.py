"""Remedies: what can be done about a finding: go to its place, see its fix, apply it, read why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QRect

from lrviz.errors import Finding
from lrviz.listing import Listing
from lrviz.run import Run
from lrviz.source.text.spots import patched
from lrviz.ui import listed
from lrviz.ui.changes import fixed

if TYPE_CHECKING:
    from lrviz.ui.window import Window

PARTS = ("schedule", "optimizer", "loss", "groups", "clip", "stepped")
"""What a fix may change of a run."""


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
            update = finding.step * experiment.updates_per_step(experiment.runs[place])
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
        changed = remedied(run, judged, finding)
        if changed is None:
            return
        change = fixed(finding, run)
        what = self.tr("Apply: {0}").format(change) if change else self.tr("Apply the fix of {0}").format(finding.rule)
        self.propose(None, None)
        self._store.edit_run(place, changed, what)

    def propose(self, run: Run | None, finding: Finding | None) -> None:
        """Draw what a fix would make of a run beside its curve; nothing where both are None."""
        self._window.propose(None if run is None or finding is None else remedied(run, run, finding))

    def explain(self, rule: str, beside: QRect) -> None:
        """Open a rule's manual."""
        from lrviz.ui.panels.rule_card import RuleCard

        RuleCard(rule, self._window).open_at(beside)

    def _place(self, name: str) -> int | None:
        names = [run.name for run in self._store.experiment.runs]
        return names.index(name) if name in names else None


def remedied(run: Run, judged: Run, finding: Finding) -> Run | None:
    """Give a run with the fix of a finding applied that was found when it was `judged`.

    The fix changes what it is about and nothing else; None where there is none, or where that is another by now.
    """
    if finding.fix is not None:
        changes = {
            name: getattr(finding.fix, name) for name in PARTS if getattr(finding.fix, name) != getattr(judged, name)
        }
        fits = all(getattr(run, name) == getattr(judged, name) for name in changes)
        return replace(run, **changes) if fits else None
    text = listed.shown(run)
    if not finding.patches or text != listed.shown(judged):
        return None
    text = patched(text, finding.patches)
    listing = Listing(text) if run.listing is None else replace(run.listing, text=text)
    return listed.typed(run, listing)
