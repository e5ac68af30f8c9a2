"""Entering: which runs a race trains, and which it has from races before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from lrviz.experiment import Experiment
from lrviz.results import Trace
from lrviz.run import Run

Traces = tuple[Trace, ...]
"""What was raced of a run: a trace for each seed."""


@dataclass(frozen=True)
class Entry:
    """What a race trains: of an experiment's runs those that are `trained`; the others are what they come from.

    Of those that aren't trained the `roots` are there already.
    """

    experiment: Experiment
    trained: tuple[str, ...]
    roots: Mapping[str, Traces]

    @property
    def named(self) -> tuple[str, ...]:
        """The runs to train as a job names them: none where it is all."""
        return () if len(self.trained) == len(self.experiment.runs) else self.trained


def wanted(plan: Experiment, fresh: Collection[str]) -> tuple[str, ...]:
    """Give the visible runs that a race is to train, by name.

    A branch without a fresh result is trained alone, with others that have none: what it leaves has been raced. Without
    such a branch all are raced together.
    """
    visible = [run for run in plan.runs if run.visible]
    lacking = [run for run in visible if run.name not in fresh]
    chosen = lacking if any(run.branch is not None for run in lacking) else visible
    return tuple(run.name for run in chosen)


def entry(plan: Experiment, names: Iterable[str], fresh: Mapping[str, Traces]) -> Entry:
    """Give what is trained where these runs of a plan are to be: also what they come from, as far as that is unknown.

    `fresh` are the results of its runs as they are.
    """
    trained, members = set(names), set(names)
    for run in [run for run in plan.runs if run.name in trained]:
        line = plan.lineage(run)
        for parent, child in reversed(list(pairwise(line))):
            members.add(parent.name)
            if child.name in trained and not _reaches(fresh.get(parent.name, ()), child):
                trained.add(parent.name)
    runs = tuple(run for run in plan.runs if run.name in members)
    return Entry(
        Experiment(plan.problem, plan.training, runs),
        tuple(run.name for run in runs if run.name in trained),
        {name: traces for name, traces in fresh.items() if name in members and name not in trained},
    )


def _reaches(traces: Traces, child: Run) -> bool:
    """Say whether traces of its parent reach to where a branch leaves it, or to their end."""
    step = 0 if child.branch is None else child.branch.step
    return bool(traces) and all(len(trace.losses) >= step or trace.ended for trace in traces)
