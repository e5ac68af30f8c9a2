"""Naming: what a composed schedule is made of, in torch's order, each part called by what it does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lrviz.catalog.composite import Composite
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedule import EXAMPLE_STEPS, Schedule
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.spec import fields

PARTS = "schedulers"
"""The field that holds what a composed schedule is made of."""

MAKERS = ("before", "after")
"""The functions that make what a resumed schedule is made of."""

_LOOKS = 33
"""Steps of a part that are looked at to see what it does."""
_FAR = 10**4
"""How far a curve is looked at that has to be stepped through."""


@dataclass(frozen=True)
class Made:
    """A schedule to be made, its name and those of its parts, and that of its `function` where it is a recipe."""

    schedule: Schedule
    name: str
    parts: tuple[str, ...]
    function: str


def parts_of(schedule: Schedule | None) -> tuple[Schedule, ...]:
    """Give the schedules that one is made of."""
    return schedule.parts if isinstance(schedule, Composite) else ()


def construction(schedule: Schedule, name: str) -> list[Made]:
    """Give all that is made for a schedule of that name, in the order torch's seams depend on: parts first."""
    order = list(_ordered(schedule, name, None))
    wanted = [word for one, role, _ in order for word in (role, _function(one))]
    free = _numbered(wanted)
    named = [(one, free[2 * i], free[2 * i + 1], many) for i, (one, _, many) in enumerate(order)]
    made: list[Made] = []
    waiting: list[str] = []
    for one, own, function, many in named:
        parts = tuple(waiting[len(waiting) - many :])
        del waiting[len(waiting) - many :]
        waiting.append(own)
        made.append(Made(one, own, parts, function))
    return made


def nests(schedule: Schedule | None) -> bool:
    """Whether a schedule is made of composed ones, of which torch says wrongly that they step before the optimizer."""
    if isinstance(schedule, Resumed):
        return any(map(nests, schedule.parts))
    return any(map(parts_of, parts_of(schedule)))


def _ordered(schedule: Schedule, role: str, steps: int | None) -> Iterator[tuple[Schedule, str, int]]:
    """Give a schedule after its parts, each with what it does and of how many it is made."""
    parts = parts_of(schedule)
    firsts = [0, *getattr(schedule, "milestones", ())] if parts else []
    if isinstance(schedule, Resumed):
        yield from (each for part, named in zip(parts, MAKERS, strict=True) for each in _ordered(part, named, steps))
        parts, firsts = (), []
    for i, part in enumerate(parts):
        until = firsts[i + 1] - firsts[i] if len(firsts) > i + 1 else steps and steps - firsts[min(i, len(firsts) - 1)]
        yield from _ordered(part, _role(part, until), until)
    yield schedule, role, len(parts_of(schedule))


def _numbered(words: list[str]) -> list[str]:
    """Give every word a number of its own where it comes more than once; empty ones stay."""
    count, seen = Counter(words), Counter[str]()
    numbered = []
    for word in words:
        seen[word] += 1
        numbered.append(f"{word}_{seen[word]}" if word and count[word] > 1 else word)
    return numbered


def _role(schedule: Schedule, steps: int | None) -> str:
    """Say in a word what a schedule does over so many steps, or over its own length."""
    name = type(schedule).__name__
    if "Restart" in name:
        return "restarts"
    if "Cycl" in name:
        return "cycle" if "One" in name else "cycles"
    last = _length(schedule) if steps is None or steps <= 0 else steps
    last = min(last, _FAR) if schedule.scans else last
    steps_looked_at = np.unique(np.linspace(0, last, _LOOKS).astype(np.int64))
    with np.errstate(all="ignore"):
        change = np.diff(schedule.at(steps_looked_at, 1.0))
    if (change == 0).all():
        return "hold"
    return "warmup" if (change >= 0).all() else "decay" if (change <= 0).all() else "curve"


def _length(schedule: Schedule) -> int:
    """Give how many steps a schedule takes to show what it does."""
    own: list[Schedule] = [schedule, *parts_of(schedule)]
    counts = [getattr(one, field.name) for one in own for field in fields(type(one)) if field.unit == "steps"]
    return max((int(np.max(count)) for count in counts if count), default=0) or EXAMPLE_STEPS


def _function(schedule: Schedule) -> str:
    """Give the name of the function that a recipe is written as; nothing for torch's own schedules."""
    if not isinstance(schedule, Recipe):
        return ""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", type(schedule).__name__).lower()
