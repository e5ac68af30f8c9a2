"""Branching: what becomes of an experiment's runs when one is branched, renamed, moved, copied or deleted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from lrviz.experiment import Experiment
from lrviz.run import Branch, Run
from lrviz.ui.naming import free_name


def depth(runs: tuple[Run, ...], run: Run) -> int:
    """Give how many runs there are from a run to the one that leaves none."""
    return len(ancestors(runs, run))


def ancestors(runs: tuple[Run, ...], run: Run) -> tuple[Run, ...]:
    """Give the run that a run leaves, the one that leaves, and so on."""
    by_name = {one.name: one for one in runs}
    found: list[Run] = []
    while run.branch is not None and run.branch.run in by_name:
        run = by_name[run.branch.run]
        found.append(run)
    return tuple(found)


def left(runs: tuple[Run, ...], run: Run, step: int) -> Run:
    """Give the run whose updates a run has around a step: itself, or of what it shares the one it shares it with."""
    chain = (run, *ancestors(runs, run))
    return next((one for one in chain if one.branch is None or step > one.branch.step), chain[-1])


def branch_of(runs: tuple[Run, ...], run: Run, step: int, words: str, colour: int) -> Run:
    """Give a branch that changes nothing yet, named by `words` ("{0} from {1}").

    Where the run is still another one at that step, the branch leaves that one.
    """
    origin, step = left(runs, run, max(1, step)), max(1, step)
    name = free_name(_name(origin, step, words), runs)
    return replace(origin, name=name, branch=Branch(origin.name, step), colour=colour, visible=True)


def departed(runs: tuple[Run, ...], before: Run, now: Run, step: int, words: str) -> Run:
    """Give a branch that goes on from a run as it was `before` by what it is `now`, from a step on.

    Where its scheduler is of another class, it starts there.
    """
    going: Literal["continues", "starts"] = "continues" if type(before.schedule) is type(now.schedule) else "starts"
    name = free_name(_name(before, step, words), runs)
    return replace(now, name=name, branch=Branch(before.name, step, going), visible=True)


def added(experiment: Experiment, run: Run) -> Experiment:
    """Give an experiment with a run more: a branch stands below the run it leaves and its other branches."""
    runs = (*experiment.runs, run)
    return replace(experiment, runs=in_order(runs))


def moved(runs: tuple[Run, ...], source: int, before: int) -> tuple[Run, ...]:
    """Give the runs with one of them, and its branches, moved among those that leave the same run.

    It stands before the first of them that is not above the row `before`.
    """
    run = runs[source]
    beside = [one for one in runs if _leaves(runs, one) == _leaves(runs, run) and one is not run]
    above = [one for one in beside if runs.index(one) < before]
    wanted = [*above, run, *beside[len(above) :]]
    places = iter(wanted)
    return in_order(tuple(next(places) if one is run or one in beside else one for one in runs))


def shifted(runs: tuple[Run, ...], source: int, by: int) -> tuple[Run, ...]:
    """Give the runs with one of them, and its branches, moved by so many of those that leave the same run."""
    run = runs[source]
    beside = [at for at, one in enumerate(runs) if _leaves(runs, one) == _leaves(runs, run)]
    place = beside.index(source) + by
    if not 0 <= place < len(beside):
        return runs
    return moved(runs, source, beside[place] + (by > 0))


def in_order(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Give the runs with every branch below the run it leaves, all else as it was."""

    def below(leaves: str | None) -> Iterator[Run]:
        for run in runs:
            if _leaves(runs, run) == leaves:
                yield run
                yield from below(run.name)

    return tuple(below(None))


def _name(origin: Run, step: int, words: str) -> str:
    return f"{origin.name}, {step}" if origin.branch is not None else words.format(origin.name, step)


def _leaves(runs: tuple[Run, ...], run: Run) -> str | None:
    """Give the name of the run that a run leaves; None where that is none of these."""
    above = ancestors(runs, run)[:1]
    return above[0].name if above else None
