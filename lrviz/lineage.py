"""Lineage: which run a branch leaves, and which one that leaves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from lrviz.errors import SpecError, nearest, shown
from lrviz.run import Run
from lrviz.sentences import say


class Stretch(NamedTuple):
    """The updates from `first` up to `end` (excluded; None: to the plan's end), which a run does by its own rules."""

    run: Run
    first: int
    end: int | None


def lineage(runs: Sequence[Run], run: Run) -> tuple[Run, ...]:
    """Give a run behind those it comes from, the first of which branches off none."""
    named = {one.name: one for one in runs}
    found = [run]
    while (branch := found[0].branch) is not None:
        found.insert(0, named[branch.run])
    return tuple(found)


def stretches(line: Sequence[Run]) -> tuple[Stretch, ...]:
    """Give what each run of a lineage does of the last one's updates."""
    firsts = [0 if run.branch is None else run.branch.step for run in line]
    return tuple(map(Stretch, line, firsts, (*firsts[1:], None)))


def check(runs: Sequence[Run], steps: int) -> None:
    """Refuse branches that leave no other run, themselves, or one at an update that isn't theirs.

    Raises
    ------
    SpecError
        Names the branch, what it holds and what it must be.
    """
    for index, run in enumerate(runs):
        if run.branch is not None:
            _check_run(runs, index)
    for index, run in enumerate(runs):
        if run.branch is not None:
            _check_step(runs, index, steps)


def _check_run(runs: Sequence[Run], index: int) -> None:
    run, named = runs[index], {one.name: one for one in runs}
    line = [run]
    while (branch := line[-1].branch) is not None:
        path = f"Experiment.runs[{index}].branch.run"
        if branch.run not in named:
            close = nearest(branch.run, named.keys() - {run.name})
            raise SpecError(
                path,
                branch.run,
                say("the name of another run; the nearest is {close}", close=close)
                if close
                else say("the name of another run"),
            )
        line.append(named[branch.run])
        if line[-1].name == run.name:
            bound = (
                say("a run that doesn’t branch off {name} itself", name=shown(run.name))
                if len(line) > 2
                else say("another run")
            )
            raise SpecError(path, line[1].name, bound)
        if len(line) > len(runs):
            return  # a circle behind it, which is said of the runs in it


def _check_step(runs: Sequence[Run], index: int, steps: int) -> None:
    branch = runs[index].branch
    assert branch is not None  # noqa: S101 - asked for with one
    path = f"Experiment.runs[{index}].branch.step"
    parent = next(one for one in runs if one.name == branch.run).branch
    if branch.step >= steps:
        raise SpecError(path, branch.step, say("less than {steps}, the updates of the plan", steps=steps))
    if parent is not None and branch.step < parent.step:
        raise SpecError(
            path,
            branch.step,
            say(
                "at least {step}, where {run} leaves {parent!r}",
                step=parent.step,
                run=shown(branch.run),
                parent=parent.run,
            ),
        )


def renamed(runs: Sequence[Run], before: str, after: str) -> tuple[Run, ...]:
    """Give runs of which one is called otherwise, which its branches follow."""
    return tuple(_following(replace(run, name=after) if run.name == before else run, before, after) for run in runs)


def _following(run: Run, before: str, after: str) -> Run:
    if run.branch is None or run.branch.run != before:
        return run
    return replace(run, branch=replace(run.branch, run=after))


def branches(runs: Sequence[Run], name: str) -> tuple[Run, ...]:
    """Give the runs that branch off a run, or off one that does, in order."""
    return tuple(run for run in runs if name in {one.name for one in lineage(runs, run)[:-1]})


def without(runs: Sequence[Run], name: str) -> tuple[Run, ...]:
    """Give runs without one, and without its branches: what they begin with is gone."""
    gone = {name, *(run.name for run in branches(runs, name))}
    return tuple(run for run in runs if run.name not in gone)
