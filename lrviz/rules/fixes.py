"""Fixes that hold: what is put right makes no other mistake of what it changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from lrviz.errors import Finding
from lrviz.run import Run

Judge = Callable[[Run], list[Finding]]
"""Gives what is wrong with a run."""
ROUNDS = 3
"""So many fixes one after another are tried."""


def sound(finding: Finding, run: Run, known: Iterable[str], judge: Judge) -> Run | None:
    """Give the fix of a finding; with what it makes wrong put right, too, or None where that can't be.

    `known` are the rules that find anything in the run as it is. A mistake that was hidden behind the finding, in what
    the fix leaves as it was, is another one.
    """
    fix = finding.fix
    for _ in range(ROUNDS):
        if fix is None:
            return None
        found = judge(fix)
        if any((one.rule, one.field) == (finding.rule, finding.field) for one in found):
            return None
        made = [one for one in found if one.rule not in known and standing(run, one.field) != standing(fix, one.field)]
        if not made:
            return fix
        fix = next((one.fix for one in made if one.fix is not None), None)
    return None


def standing(run: Run, field: str) -> Any:
    """Give what stands at a field (`schedule.schedulers[1].T_max`), None where there is no such place."""
    value: Any = run
    for name, place in re.findall(r"(\w+)|\[(\d+)\]", field):
        if name:
            value = getattr(value, name, None)
        else:
            value = value[int(place)] if isinstance(value, tuple) and int(place) < len(value) else None
    return value
