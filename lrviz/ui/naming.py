"""Naming: names for runs that no other has."""

from __future__ import annotations

from lrviz.run import Run

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
