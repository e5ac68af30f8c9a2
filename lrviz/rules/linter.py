"""The linter: what all rules find in a text, or in an experiment's runs."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

import lrviz.rules
from lrviz.errors import Finding, SpecError, expect
from lrviz.experiment import Experiment
from lrviz.results import Result
from lrviz.rules.ceiling import Ceiling, ceiling
from lrviz.rules.fixes import sound
from lrviz.rules.groups import of_first, others
from lrviz.rules.noqa import kept
from lrviz.rules.rule import Case, Rule
from lrviz.run import Run
from lrviz.sentences import say
from lrviz.source.amending.amend import shown
from lrviz.source.amending.moved import moved
from lrviz.source.read import studied, study
from lrviz.source.reading import Reading


@cache
def rules() -> tuple[Rule, ...]:
    """Give every rule in the order of their ids, found by walking the package; several may share an id."""
    modules = (importlib.import_module(f"lrviz.rules.{one.name}") for one in pkgutil.iter_modules(lrviz.rules.__path__))
    found = {one for module in modules for one in vars(module).values() if isinstance(one, Rule)}
    return tuple(sorted(found, key=lambda one: (one.id, one.title)))


def lint(
    source_or_experiment: str | Experiment,
    *,
    steps: int | None = None,
    steps_per_epoch: int | None = None,
    names: Mapping[str, Any] | None = None,
    result: Result | None = None,
) -> list[Finding]:
    """Give what is wrong with a text of PyTorch code, or with the runs of an experiment. Nothing is executed.

    A line of a text that ends in `# noqa: LR102`, or in `# noqa`, is not complained of.

    Parameters
    ----------
    source_or_experiment
        A text as `lrviz.parse` reads it, or an experiment, whose own plan counts.
    steps
        How often the text's scheduler is stepped; left out, what its loops say. Where they don't, what depends on the
        length of the plan is not looked for.
    steps_per_epoch
        Updates in one epoch; left out, what the text's loops say.
    names
        Answers to what a text doesn't say, as in `lrviz.parse`.
    result
        What `lrviz.train` gave for the experiment: its runs are found by their names. Where it was trained with `probe`
        a peak above the measured ceiling is found, too.

    Raises
    ------
    SpecError
        An argument is out of bounds. Whatever the text holds, it raises nothing.
    """
    expect(source_or_experiment, (str, Experiment), "lint.source_or_experiment", say("a text or an Experiment"))
    for name, given in (("steps", steps), ("steps_per_epoch", steps_per_epoch)):
        if given is not None and (isinstance(given, bool) or not isinstance(given, int) or given < 1):
            raise SpecError(f"lint.{name}", given, say("a whole number of at least 1, or None"))
    expect(result, (Result, type(None)), "lint.result", say("a Result of lrviz.train, or None"))
    if isinstance(source_or_experiment, Experiment):
        raced = {one.name: ceiling([*one.by_seed.values()]) for one in (result.runs if result is not None else ())}
        return [
            one for run in source_or_experiment.runs for one in findings(source_or_experiment, run, raced.get(run.name))
        ]
    reading = study(source_or_experiment, names=names)
    found = [*reading.findings, *_of_text(reading), *_of_its_run(reading, steps, steps_per_epoch)]
    return kept(found, reading.text)


def findings(experiment: Experiment, run: Run, measured: Ceiling | None = None) -> list[Finding]:
    """Give what is wrong with a run in an experiment's plan; in the text it comes from, too, where it has one.

    `measured` is the `ceiling` that a race of this plan found.
    """
    steps = experiment.scheduler_steps(run)
    reading = None if run.listing is None else studied(moved(run.listing, shown(run)))
    whole = _of_run(Case(experiment, run, steps, experiment.updates_per_epoch, reading, measured))
    found = [one for one in whole if one.step is None or one.step >= _first_step(experiment, run)]
    if reading is None:
        return found
    return kept([*(replace(one, run=run.name) for one in _of_text(reading)), *found], reading.text)


def _first_step(experiment: Experiment, run: Run) -> int:
    """Give the scheduler step at which a run's own part begins: what comes before is its parent's."""
    return 0 if run.branch is None else int(experiment.scheduler_step(run, np.array(run.branch.step)))


def _of_text(reading: Reading) -> list[Finding]:
    return [one for rule in rules() if rule.at is Reading for one in rule(reading)]


def _of_run(case: Case) -> list[Finding]:
    return judged(case, rules())


def judged(case: Case, by: Iterable[Rule]) -> list[Finding]:
    """Give what rules find in a case, with the fixes that hold."""
    asked = tuple(by)
    found = tried(case, asked)
    known = {one.rule for one in found}

    def judge(run: Run) -> list[Finding]:
        return tried(replace(case, run=run), asked)

    return [one if one.fix is None else replace(one, fix=sound(one, case.run, known, judge)) for one in found]


def tried(case: Case, by: tuple[Rule, ...]) -> list[Finding]:
    """Give what rules find in a case, once for all of its parameter groups that have the same mistake.

    Whether the fixes hold isn't looked at.
    """
    found = _judged(case, by)
    theirs = [(group, _judged(group.case, by)) for group in others(case)]
    if not theirs:
        return found
    shared = {(one.rule, one.field) for _, each in theirs for one in each}
    found = [one if (one.rule, one.field) in shared else of_first(one, case.run) for one in found]
    for group, each in theirs:
        known = {(one.rule, one.field) for one in found}
        told = (group.told(one, case) for one in each)
        found += [one for one in told if (one.rule, one.field) not in known]
    return found


def _judged(case: Case, by: tuple[Rule, ...]) -> list[Finding]:
    """Give what rules find in the first group of a case, without what the finding of another is the cause of."""
    found = [(rule, [*rule(case)]) for rule in by if rule.at is Case]
    covers = [(rule.covers, min(map(_badness, theirs))) for rule, theirs in found if theirs]
    return [
        one
        for _, theirs in found
        for one in theirs
        if not any(one.rule in covered and badness <= _badness(one) for covered, badness in covers)
    ]


def _badness(finding: Finding) -> int:
    return ("error", "warning", "info").index(finding.severity)


def _of_its_run(reading: Reading, steps: int | None, steps_per_epoch: int | None) -> list[Finding]:
    """Give what is wrong with the run that a text is read as, in the plan that is given or that its loops say."""
    if reading.run is None:
        return []
    updates = reading.usage.updates_per_epoch if steps_per_epoch is None else steps_per_epoch
    planned = reading.usage.planned(updates) if steps is None else steps
    return _of_run(Case(Experiment.of(reading.run), reading.run, planned, updates, reading))
