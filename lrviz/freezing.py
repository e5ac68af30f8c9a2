"""Freezing: which groups leave some of a model's parameters as they are, and which let them be trained again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from fnmatch import fnmatchcase

from msgspec.structs import replace

from lrviz.run import Group, Run


def is_frozen(run: Run, name: str) -> bool:
    """Whether a run leaves a parameter as it is."""
    place = run.group(name)
    return place is not None and run.groups[place].frozen


def freeze(run: Run, names: Collection[str], model: Collection[str]) -> Run:
    """Give the run with some of a `model`'s parameters frozen, by frozen groups ahead of its own.

    Groups behind them are as they were, so that a rate of its own is there again once a parameter thaws.
    """
    wanted = [name for name in names if not is_frozen(run, name)]
    return replace(run, groups=(*_frozen(wanted, names, model), *run.groups))


def thaw(run: Run, names: Collection[str], model: Collection[str]) -> Run:
    """Give the run with some of a `model`'s parameters trained, as the groups behind the frozen ones have them.

    A frozen group that holds other parameters too gives way to narrower ones that hold only those.
    """
    for name in names:
        while (place := run.group(name)) is not None and run.groups[place].frozen:
            others = [each for each in model if run.group(each) == place and each not in names]
            narrower = _frozen(others, others, model)
            run = replace(run, groups=(*run.groups[:place], *narrower, *run.groups[place + 1 :]))
    return run


def _frozen(wanted: Collection[str], free: Collection[str], model: Collection[str]) -> tuple[Group, ...]:
    """Give frozen groups for the parameters `wanted`, few and in words; they may hold any of the `free` ones too."""
    left, found = list(wanted), []
    while left:
        patterns = (pattern for pattern in _patterns(left[0]) if _holds_only(pattern, free, model))
        pattern = max(patterns, key=lambda one: sum(fnmatchcase(name, one) for name in left), default=left[0])
        found.append(Group(pattern, frozen=True))
        left = [name for name in left if not fnmatchcase(name, pattern)]
    return tuple(found)


def _patterns(name: str) -> Iterable[str]:
    """Give the patterns that a parameter may be frozen by: its name, its module's and those around it."""
    parts = name.split(".")
    yield name
    for many in range(len(parts) - 1, 0, -1):
        yield f"{'.'.join(parts[:many])}.*"


def _holds_only(pattern: str, names: Collection[str], model: Collection[str]) -> bool:
    return all(each in names for each in model if fnmatchcase(each, pattern))
