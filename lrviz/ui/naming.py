"""Naming: names for runs that no other has."""

from __future__ import annotations

from lrviz.run import Run


def free_name(wanted: str, runs: tuple[Run, ...]) -> str:
    """Give the name, with a number behind it when a run is already called so."""
    names = {run.name for run in runs}
    numbered = (f"{wanted} {number}" for number in range(2, len(runs) + 3))
    free = wanted if wanted not in names else next(name for name in numbered if name not in names)
    return str(free)  # a word of the window's remembers its language; a run's name is the person's own
