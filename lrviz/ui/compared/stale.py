"""Stale: which runs have changed since they were raced, and what of them has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import msgspec

from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.controls.words import said
from lrviz.ui.racing.raced import Raced
from lrviz.ui.views.sight import visible

LOOKS = ("name", "colour", "visible", "listing")
"""Fields of a run that change nothing of how it trains."""
MOST = 6
"""Changes of one run that are told."""


@dataclass(frozen=True)
class Change:
    """A run that isn't what was raced of it, by name, and field by field what it was and is."""

    name: str
    fields: tuple[str, ...]


def changed_since(experiment: Experiment, raced: Mapping[str, Raced]) -> tuple[Change, ...]:
    """Give the visible runs whose results belong to an earlier version of them, unless that one is still raced."""
    stale = ((run, raced[run.name]) for run in visible(experiment) if run.name in raced and raced[run.name].stale)
    return tuple(
        Change(run.name, _fields(experiment, run, one.planned, one.name)) for run, one in stale if not one.running
    )


@lru_cache(maxsize=64)
def _fields(experiment: Experiment, run: Run, planned: Experiment | None, name: str) -> tuple[str, ...]:
    before = next((one for one in planned.runs if one.name == name), None) if planned is not None else None
    if planned is None or before is None:
        return ()
    found = list(_moves(before, run))
    for old, new in zip(planned.lineage(before)[:-1], experiment.lineage(run)[:-1], strict=False):
        found += [f"{new.name}: {move}" for move in _moves(old, new)]
    found += [*_moves(planned.training, experiment.training), *_moves(planned.problem, experiment.problem)]
    return tuple(found[:MOST])


def _moves(before: Any, after: Any) -> Iterator[str]:
    """Say of two values of one kind which fields differ, those of their parts too."""
    if type(before) is not type(after):
        yield f"{_called(before)} → {_called(after)}"
        return
    for field in before.__struct_fields__:
        old, new = getattr(before, field), getattr(after, field)
        if old == new or (field in LOOKS and isinstance(before, Run)):
            continue
        if isinstance(old, msgspec.Struct) or isinstance(new, msgspec.Struct):
            yield from _moves(old, new)
        elif _alike(old, new):
            for one, other in zip(old, new, strict=True):
                yield from _moves(one, other)
        else:
            yield f"{field} {_written(old)} → {_written(new)}"


def _alike(old: Any, new: Any) -> bool:
    """Whether both are as many parts."""
    both = isinstance(old, tuple) and isinstance(new, tuple) and len(old) == len(new)
    return both and all(isinstance(one, msgspec.Struct) for one in (*old, *new))


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    return _called(value) if isinstance(value, msgspec.Struct) else said(value)


def _called(value: Any) -> str:
    return said(None) if value is None else type(value).__name__
