"""The baseline: the run that others are compared with, followed through what happens to it."""

from __future__ import annotations

from collections.abc import Sequence

from lrviz.run import Run
from lrviz.ui.past.changes import alike


def followed(name: str, before: Sequence[Run], after: Sequence[Run]) -> str:
    """Give what a run is called after a change: a name that is gone may stand in its place under another.

    One that was deleted keeps its name: undo brings it back.
    """
    if not name or len(before) != len(after) or any(run.name == name for run in after):
        return name
    known = {run.name for run in before}
    there = (new for old, new in zip(before, after, strict=True) if old.name == name and alike(old, new))
    return next((new.name for new in there if new.name not in known), name)
