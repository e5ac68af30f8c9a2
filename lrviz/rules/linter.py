"""The linter: what all rules find in a text, or in an experiment's runs."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any

import lrviz.rules
from lrviz.errors import Finding, expect
from lrviz.experiment import Experiment
from lrviz.rules.rule import Case, Rule
from lrviz.run import Run
from lrviz.source.read import study
from lrviz.source.reading import Reading


@cache
def rules() -> tuple[Rule, ...]:
    """Give every rule in the order of their ids, of which two may share one, found by walking the package."""
    modules = (importlib.import_module(f"lrviz.rules.{one.name}") for one in pkgutil.iter_modules(lrviz.rules.__path__))
    found = dict.fromkeys(one for module in modules for one in vars(module).values() if isinstance(one, Rule))
    return tuple(sorted(found, key=lambda rule: rule.id))


def lint(
    source_or_experiment: str | Experiment,
    *,
    steps: int | None = None,
    steps_per_epoch: int | None = None,
    names: Mapping[str, Any] | None = None,
) -> list[Finding]:
    """Give what is wrong with a text of PyTorch code, or with the runs of an experiment. Nothing is executed.

    Parameters
    ----------
    source_or_experiment
        A text as `lrviz.parse` reads it, or an experiment, whose own plan counts.
    steps
        How often the text's scheduler is stepped, where the text doesn't say: without it, what depends on the length
        of the plan is not looked for.
    steps_per_epoch
        Updates in one epoch, where the text doesn't say.
    names
        Answers to what a text doesn't say, as in `lrviz.parse`.

    Raises
    ------
    SpecError
        An argument is out of bounds. Whatever the text holds, it raises nothing.
    """
    expect(source_or_experiment, (str, Experiment), "lint.source_or_experiment", "a text or an Experiment")
    if isinstance(source_or_experiment, Experiment):
        return [one for run in source_or_experiment.runs for one in findings(source_or_experiment, run)]
    reading = study(source_or_experiment, names=names)
    return [*reading.findings, *_of_text(reading, steps, steps_per_epoch)]


def findings(experiment: Experiment, run: Run) -> list[Finding]:
    """Give what is wrong with a run in an experiment's plan; in the text it comes from, too, where it has one."""
    steps = -(-experiment.training.steps // experiment.updates_per_step(run))
    case = Case(experiment, run, steps, experiment.updates_per_epoch)
    return judged(case)


def _of_text(reading: Reading, steps: int | None, steps_per_epoch: int | None) -> list[Finding]:
    if reading.run is None:
        return []
    case = Case(Experiment.of(reading.run), reading.run, steps, steps_per_epoch, reading)
    return judged(case)


def judged(case: Case) -> list[Finding]:
    """Give what all rules find in a case, without what another finding is the cause of."""
    found = [(rule, [*rule(case)]) for rule in rules()]
    covers = [(rule.covers, min(map(_badness, theirs))) for rule, theirs in found if theirs]
    return [
        one
        for _, theirs in found
        for one in theirs
        if not any(one.rule in covered and badness <= _badness(one) for covered, badness in covers)
    ]


def _badness(finding: Finding) -> int:
    return ("error", "warning", "info").index(finding.severity)
