"""Naming: names for runs that no other has, and which runs a change has given another name."""

from __future__ import annotations

from collections.abc import Sequence

from lrviz.run import Run
from lrviz.ui.past.changes import alike

LONGEST = 200
"""Characters that the name of a run has at most."""


def free_name(wanted: str, runs: tuple[Run, ...]) -> str:
    """Give the name, with a number behind it when a run is already called so; a long one is cut."""
    names = {run.name for run in runs}
    free, number = wanted[:LONGEST], 1
    while free in names:
        number += 1
        free = f"{wanted[: LONGEST - len(f' {number}')]} {number}"
    return str(free)  # a word of the window's remembers its language; a run's name is the person's own


def renamed(before: Sequence[Run], after: Sequence[Run]) -> dict[str, str]:
    """Give what the runs are called now that stand in their places under other names, by those they had.

    One that was deleted is none of them: undo brings it back.
    """
    if len(before) != len(after):
        return {}
    had, have = {run.name for run in before}, {run.name for run in after}
    places = zip(before, after, strict=True)
    return {o.name: n.name for o, n in places if o.name not in have and n.name not in had and alike(o, n)}
