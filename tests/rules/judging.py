"""What a rule says of a run in a plan, for the tests of each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import lrviz
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.schedule import Schedule
from lrviz.errors import Finding
from lrviz.experiment import Experiment
from lrviz.rules.linter import judged, lint, rules
from lrviz.rules.rule import Case
from lrviz.run import Run

STEPS = 1000
MOMENTUM = lrviz.SGD(lr=0.1, momentum=0.9)


def case_of(schedule: Schedule | None, optimizer: Optimizer = MOMENTUM, *, epoch: int = 50, **given: Any) -> Case:
    """Put a schedule into a plan whose epochs have `epoch` updates; `steps` and `stepped` are given."""
    steps, stepped = given.pop("steps", STEPS), given.pop("stepped", "batch")
    run = Run("it", schedule, optimizer, stepped=stepped)
    updates = steps * epoch if stepped == "epoch" else steps
    experiment = Experiment.of(run, steps=updates, batch_size=1, examples=epoch, **given)
    return Case(experiment, run, steps, epoch)


def found(rule: str, schedule: Schedule | None, optimizer: Optimizer = MOMENTUM, **given: Any) -> list[Finding]:
    """Give what the rules of an id find, whatever others do; every fix of theirs is no longer found."""
    case = case_of(schedule, optimizer, **given)
    all_found = of_case(rule, case)
    for one in all_found:
        assert one.run == "it"
        if one.fix is not None:
            again = of_case(rule, replace(case, run=one.fix))
            assert not any(other.field == one.field for other in again), (one, again)
    return all_found


def of_case(rule: str, case: Case) -> list[Finding]:
    """Give what the rules of an id find in a case."""
    return judged(case, [each for each in rules() if each.id == rule])


def said(rule: str, schedule: Schedule | None, optimizer: Optimizer = MOMENTUM, **given: Any) -> list[str]:
    """Give only the messages."""
    return [one.message for one in found(rule, schedule, optimizer, **given)]


def found_in_all(schedule: Schedule | None, optimizer: Optimizer = MOMENTUM, **given: Any) -> list[str]:
    """Give which rules find something in the end, in order."""
    return [one.rule for one in lint(case_of(schedule, optimizer, **given).experiment)]
