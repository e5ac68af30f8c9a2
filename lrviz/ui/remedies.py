"""Remedies: what can be done about a finding: go to its place, see its fix, apply it, read why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QRect

from lrviz.errors import Finding, Patch
from lrviz.listing import Listing
from lrviz.run import Run
from lrviz.ui import listed
from lrviz.ui.changes import fixed

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

    def go_to(self, name: str, finding: Finding) -> None:
        """Select a finding's run, and show its place in the curve, in the code and in the form."""
        place = self._place(name)
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

    def apply(self, name: str, finding: Finding) -> None:
        """Put right what a finding is about, in one undo step."""
        self._window.dock.code.finish()
        place = self._place(name)
        if place is None:
            return
        run = self._store.experiment.runs[place]
        changed = remedied(run, finding)
        if changed is None:
            return
        change = fixed(finding, run)
        what = self.tr("Apply: {0}").format(change) if change else self.tr("Apply the fix of {0}").format(finding.rule)
        self.propose(None, None)
        self._store.edit_run(place, changed, what)

    def propose(self, run: Run | None, finding: Finding | None) -> None:
        """Draw what a fix would make of a run beside its curve; nothing where both are None."""
        self._window.propose(None if run is None or finding is None else remedied(run, finding))

    def explain(self, rule: str, beside: QRect) -> None:
        """Open a rule's manual."""
        from lrviz.ui.panels.rule_card import RuleCard

        RuleCard(rule, self._window).open_at(beside)

    def _place(self, name: str) -> int | None:
        names = [run.name for run in self._store.experiment.runs]
        return names.index(name) if name in names else None


def remedied(run: Run, finding: Finding) -> Run | None:
    """Give a run with a finding's fix applied; None where it has none that fits the run as it is.

    The fix changes what it is about and nothing else: name, colour and eye stay as they are now.
    """
    if finding.fix is not None:
        return replace(finding.fix, name=run.name, colour=run.colour, visible=run.visible, listing=run.listing)
    if not finding.patches:
        return None
    text = patched(listed.shown(run), finding.patches)
    answers, optimizer = (run.listing.answers, run.listing.optimizer) if run.listing is not None else ((), None)
    return listed.typed(run, Listing(text, answers, optimizer)) if listed.fits(text) else None


def patched(text: str, patches: tuple[Patch, ...]) -> str:
    """Give a text with changes made that don't overlap."""
    for start, end, new in sorted(patches, reverse=True):
        text = text[:start] + new + text[end:]
    return text
