"""Parameter groups: each is looked at as if it were a run of its own, where its curve isn't the first one's."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from lrviz.catalog.schedule import Rates, Schedule
from lrviz.errors import Finding
from lrviz.rules.outline import ROUNDING, courses
from lrviz.rules.rule import Case, line_of
from lrviz.run import Group, Run
from lrviz.sentences import say

OWN = ("lr", "weight_decay")
"""What a group may have of its own."""


class Alone(NamedTuple):
    """A parameter group as a run of its own, put into a `case`, and its `number` among the rates."""

    case: Case
    number: int

    def told(self, found: Finding, whole: Case) -> Finding:
        """Give what is found in it as a finding of the whole run."""
        field = self._field(found.field, whole.run)
        return dataclasses.replace(
            found,
            message=say("{where}: {message}", where=_name(whole.run, self.number), message=found.message),
            field=field,
            line=found.line if field == found.field else line_of(whole.reading, field),
            fix=None if found.fix is None else self._fix(found.fix, whole.run),
        )

    def _field(self, field: str, run: Run) -> str:
        k = _place(run, self.number)
        name = field.removeprefix("optimizer.")
        own = k is not None and field != name and getattr(run.groups[k], name, None) is not None
        return f"groups[{k}].{name}" if own else field

    def _fix(self, fixed: Run, run: Run) -> Run | None:
        """Give the whole run changed as it is changed alone; None where that isn't the group's to change."""
        alone, k = self.case.run, _place(run, self.number)
        given = {name: getattr(fixed.optimizer, name) for name in OWN if hasattr(fixed.optimizer, name)}
        own = {name: value for name, value in given.items() if value != getattr(alone.optimizer, name)}
        shared = alone.schedule == run.schedule  # else it has a value for each group
        if k is None or fixed.optimizer != replace(alone.optimizer, **own) or not (shared or own):
            return None
        groups = (*run.groups[:k], replace(run.groups[k], **own), *run.groups[k + 1 :])
        return replace(run, groups=groups, schedule=fixed.schedule if shared else run.schedule)


def of_first(found: Finding, run: Run) -> Finding:
    """Give what is found in the first group only, and in none of the others."""
    return dataclasses.replace(found, message=say("{where}: {message}", where=_name(run, 0), message=found.message))


def others(case: Case) -> Iterator[Alone]:
    """Give the groups whose curves aren't multiples of the first one's, and so may have mistakes of their own.

    Of those on one schedule they are the ones with the lowest and the highest rate.
    """
    run, schedule = case.run, case.run.schedule
    rates, curves = run.rates(), courses(case)
    if len(rates) == 1 or schedule is None or run.unfit or (curves is None and not run.listens):
        return
    multiple = None if curves is None else _multiples(curves)
    apart: dict[Schedule, list[int]] = {}
    for i in range(1, len(rates)):
        own = schedule.for_group(i)
        like = rates[i] == rates[0] or (multiple is not None and bool(multiple[i]))
        if rates[i] > 0 and not (like and own == schedule.for_group(0) and not _decays_otherwise(run, i)):
            apart.setdefault(own, []).append(i)
    chosen = {end(group, key=rates.__getitem__) for group in apart.values() for end in (min, max)}
    for i in sorted(chosen):
        measured = None
        if case.ceiling is not None and curves is not None and curves[0].max() > 0:  # it is in the first group's rate
            measured = case.ceiling._replace(rate=case.ceiling.rate * float(curves[i].max() / curves[0].max()))
        yield Alone(dataclasses.replace(case, run=_alone(run, i), ceiling=measured), i)


def _decays_otherwise(run: Run, index: int) -> bool:
    """Whether a group has a weight decay of its own, and any at all."""
    group = _group(run, index)
    return group is not None and group.weight_decay not in (None, 0, getattr(run.optimizer, "weight_decay", None))


def _multiples(curves: Rates) -> NDArray[np.bool_]:
    """Say of each curve, (groups, n), whether it is a multiple of the first."""
    peaks = curves.max(axis=1, keepdims=True)
    meant = (peaks / peaks[0] if peaks[0] > 0 else np.zeros_like(peaks)) * curves[0]
    return np.asarray((np.abs(curves - meant) <= ROUNDING * (peaks + np.abs(meant))).all(axis=1))


def _alone(run: Run, index: int) -> Run:
    """Give the run as it is for one of its groups; those that train nothing stay."""
    group, schedule = _group(run, index), run.schedule
    optimizer = run.optimizer.with_rate(run.rates()[index])
    if group is not None and group.weight_decay is not None and hasattr(optimizer, "weight_decay"):
        optimizer = replace(optimizer, weight_decay=group.weight_decay)
    frozen = tuple(one for one in run.groups if one.frozen)
    own = None if schedule is None else schedule.for_group(index)
    return replace(run, optimizer=optimizer, groups=frozen, schedule=own)


def _name(run: Run, index: int) -> str:
    """Give what the parameter group of a rate is called, by its index among torch's and its pattern."""
    group = _group(run, index)
    if group is None:
        return say("group {index} (all other parameters)", index=index)
    return say("group {index} ({pattern})", index=index, pattern=group.pattern)


def _group(run: Run, index: int) -> Group | None:
    """Give the group that a rate is of; None for the first, which holds what no pattern matches."""
    k = _place(run, index)
    return None if k is None else run.groups[k]


def _place(run: Run, index: int) -> int | None:
    """Give where the group of a rate stands among the run's; None for the first."""
    trained = [k for k, group in enumerate(run.groups) if not group.frozen]
    return trained[index - 1] if index else None
