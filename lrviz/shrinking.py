"""Shrinking: a run as it is in a miniature of its plan, and what rounding takes from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from msgspec.structs import replace

from lrviz.catalog.schedule import Schedule
from lrviz.lineage import lineage
from lrviz.run import Run
from lrviz.spec import fields


def shrunk(runs: Sequence[Run], ratio: float, steps: int, epoch: int, small: int) -> tuple[Run, ...]:
    """Give the runs in a miniature of so many updates, whose epochs have `small` of them where the plan's have `epoch`.

    They leave each other earlier; in a miniature of a single update a branch is still the run it comes from.
    """
    found = {run.name: _shrunk(run, ratio, epoch, small) for run in runs}
    roots = {run.name: found[lineage(runs, run)[0].name] for run in runs}
    return tuple(_left_earlier(roots[run.name], run, ratio, steps) for run in found.values())


def lost(run: Run, small: Run, ratio: float, of_scheduler: float) -> Iterator[str]:
    """Give the fields of a run whose step counts are more than 5 % off in a miniature.

    There are `ratio` times as many updates in that, and `of_scheduler` times as many steps of its scheduler.
    """
    if run.branch is not None and not (small.branch and _kept(run.branch.step, ratio, small.branch.step)):
        yield "branch.step"
    if run.schedule is None or small.schedule is None:
        return
    kept = _step_counts(small.schedule)
    for path, counts in _step_counts(run.schedule).items():
        if path not in kept or not _kept(counts, of_scheduler, kept[path]):
            yield path


@lru_cache(maxsize=256)  # a drag changes one run of many
def _shrunk(run: Run, ratio: float, epoch: int, small: int) -> Run:
    """Give a run in a miniature, whose epochs have `small` updates where the plan's have `epoch`."""
    if run.schedule is None:
        return run
    if run.listens and run.stepped == "epoch":  # what is told once an epoch is so in a miniature too
        return replace(run, schedule=run.schedule.scaled(ratio * epoch / max(1, small)))
    if run.stepped == "epoch":  # a miniature has too few epochs to draw the shape in: count it in updates
        ratio *= epoch
    elif ratio == 1:
        return run
    return replace(run, schedule=run.schedule.scaled(ratio), stepped="batch")


def _left_earlier(root: Run, run: Run, ratio: float, steps: int) -> Run:
    if run.branch is None:
        return run
    if steps == 1:
        return replace(root, name=run.name, colour=run.colour, visible=run.visible)
    step = min(max(1, round(run.branch.step * ratio)), steps - 1)
    return replace(run, branch=replace(run.branch, step=step))


def _kept(counts: float | tuple[float, ...], ratio: float, small: float | tuple[float, ...]) -> bool:
    """Whether rounding has moved no step count by more than 5 %."""
    return bool(np.allclose(np.multiply(counts, ratio), small, rtol=0.05, atol=0))


def _step_counts(schedule: Schedule) -> dict[str, tuple[float, ...]]:
    """Give the step counts of a schedule and of the parts it is made of, by field: `schedulers[0].total_iters`."""
    found: dict[str, tuple[float, ...]] = {}
    for field in fields(type(schedule)):
        value = getattr(schedule, field.name)
        each = value if isinstance(value, tuple) else (value,)
        if field.unit == "steps" and value is not None:
            found[field.name] = each
        for i, part in enumerate(each):
            if isinstance(part, Schedule):
                place = field.name if part is value else f"{field.name}[{i}]"
                found |= {f"{place}.{path}": counts for path, counts in _step_counts(part).items()}
    return found
