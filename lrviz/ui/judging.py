"""Judging: what is wrong with a run in its plan, and the run with that put right. It knows nothing of Qt."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from lrviz.errors import Finding
from lrviz.experiment import Experiment
from lrviz.listing import Listing
from lrviz.rules.ceiling import Ceiling
from lrviz.run import Run
from lrviz.source.amending.moved import moved
from lrviz.source.text.spots import patched
from lrviz.ui import listed

PARTS = ("schedule", "optimizer", "loss", "groups", "clip", "stepped")
"""What a fix may change of a run."""


class Judged(NamedTuple):
    """A run, and what is wrong with it."""

    run: Run
    findings: tuple[Finding, ...]


def find(experiment: Experiment, run: Run, measured: Ceiling | None = None) -> Judged:
    """Give what is wrong with a run in its plan, and why its text can't be read where it can't."""
    from lrviz.rules.linter import findings  # here, for the window opens sooner without it

    unread: tuple[Finding, ...] = ()
    if run.listing is not None and (said := listed.reading(run.listing)).run is None:
        unread = said.findings
    own = findings(experiment, run, measured) if run.visible else []
    known = {(one.rule, one.line, one.message) for one in unread}
    return Judged(run, (*unread, *(one for one in own if (one.rule, one.line, one.message) not in known)))


def is_instant(run: Run, finding: Finding) -> bool:
    """Say whether a finding's fix is worked out within a frame: no long text is read for it."""
    return finding.fix is not None or listed.is_quick(run.listing)


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
    listing = Listing(text) if run.listing is None else moved(run.listing, text)
    return listed.typed(run, listing)
