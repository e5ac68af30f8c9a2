"""The rate a run begins from or climbs to, wherever it says it, and the run with another one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from lrviz.catalog.composite import Composite
from lrviz.catalog.schedule import Schedule, of_group
from lrviz.run import Group, Run
from lrviz.spec import fields


@dataclass(frozen=True)
class Peak:
    """A rate and what it is called: `lr` of the optimizer or of a group, or a schedule's own such as `max_lr`.

    `holder` is the class that holds it.
    """

    name: str
    rate: float
    holder: str


def peak(run: Run, group: int | None = None) -> Peak:
    """Give the rate that a schedule shapes, of a parameter group (an index into `Run.rates()`) or of the first one.

    That is the group's own, or the highest that its schedule sets whatever that is, as OneCycleLR does.
    """
    own = [part for part in _parts(run.schedule) if part.peak]
    if not own:
        holder = "Group" if group else type(run.optimizer).__name__
        return Peak("lr", run.rates()[group or 0], holder)
    highest = max(own, key=lambda part: _height(part, group or 0))
    return Peak(highest.peak, _height(highest, group or 0), type(highest).__name__)


def with_peak(run: Run, rate: float, group: int | None = None) -> Run:
    """Give the run with another such rate; without a `group` all groups keep their proportions.

    A schedule that sets its own is moved as a whole: its other rates keep their proportions too.

    Raises
    ------
    SpecError
        A field doesn't take what it would have to be.
    """
    now = peak(run, group).rate
    times = rate / now if now else 1.0
    if run.schedule is not None and any(part.peak for part in _parts(run.schedule)):
        raised = _raised(run.schedule, times, group, len(run.rates()))
        changed = replace(run, schedule=raised)
        return changed if raised.peak else _with_own(changed, run.rates()[group or 0] * times, group)
    return _with_own(run, rate, group)


def _with_own(run: Run, rate: float, group: int | None) -> Run:
    """Give the run with another rate of its optimizer, or of one of its groups."""
    own = run.optimizer.rate
    if group is None:
        times = rate / own if own else 1.0
        groups = tuple(_with_lr(one, _short(one.lr * times)) if one.lr else one for one in run.groups)
        return replace(run, optimizer=run.optimizer.with_rate(_short(rate)), groups=groups)
    if group == 0:  # groups that follow the optimizer stay where they are
        groups = tuple(one if one.frozen or one.lr is not None else _with_lr(one, own) for one in run.groups)
        return replace(run, optimizer=run.optimizer.with_rate(_short(rate)), groups=groups)
    trained = [i for i, one in enumerate(run.groups) if not one.frozen]
    at = trained[group - 1]
    return replace(run, groups=(*run.groups[:at], _with_lr(run.groups[at], _short(rate)), *run.groups[at + 1 :]))


def _with_lr(group: Group, lr: float) -> Group:
    return replace(group, lr=lr)


def _parts(schedule: Schedule | None) -> list[Schedule]:
    """Give a schedule and all that it is made of."""
    if schedule is None:
        return []
    inner = schedule.parts if isinstance(schedule, Composite) else ()
    return [schedule, *(part for one in inner for part in _parts(one))]


def _height(part: Schedule, group: int) -> float:
    return float(of_group(getattr(part, part.peak), group))


def _raised(schedule: Schedule, times: float, group: int | None, groups: int) -> Schedule:
    """Give a schedule whose own rates, and those of the parts that set theirs, are so many times as high."""
    changes: dict[str, Any] = {}
    if isinstance(schedule, Composite):
        changes["schedulers"] = tuple(_raised(part, times, group, groups) for part in schedule.parts)
    for field in fields(type(schedule)) if schedule.peak else ():
        if field.unit == "lr":
            changes[field.name] = _times(getattr(schedule, field.name), times, group, groups)
    return replace(schedule, **changes)


def _times(value: Any, times: float, group: int | None, groups: int) -> Any:
    """Give a rate, or one for each group, that is so many times as high, in one group only where one is named."""
    if group is None or groups == 1:
        return tuple(_short(one * times) for one in value) if isinstance(value, tuple) else _short(value * times)
    each = [of_group(value, i) for i in range(groups)]
    return tuple(_short(one * times) if i == group else one for i, one in enumerate(each))


def _short(rate: float) -> float:
    """Leave out the digits that are how a rate was rounded on its way."""
    return float(f"{rate:.6g}")
