"""What lrviz itself shows and writes is nothing to complain of: a false alarm is worse than silence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import lrviz
from lrviz import SGD, Experiment, Finding, RefusedError, Run, lint
from lrviz.catalog.carried import horizon
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.source.write import code, script

TRUE = {  # what is to be said of what is shown for that
    "super-convergence": {"LR113"},  # the long training's milestones, in the plan of the short one
    "Resumed": {"LR121"},  # its example is of a horizon that is lost
    "Muon": {"LR118"},  # the first problem's model has biases
}
README = Path(__file__).parents[2] / "README.md"


def alarms(experiment: Experiment, name: str = "") -> list[str]:
    """Give what is found in an experiment, in its runs as code, and in its scripts in miniature."""
    found = lint(experiment)
    small = experiment.miniature(200)
    for i, run in enumerate(experiment.runs):
        found += lint(code(run), steps=-(-experiment.training.steps // experiment.updates_per_step(run)))
        try:
            found += lint(script(small, i))
        except RefusedError:
            continue
    return [f"{one.run} {one.rule} line {one.line}: {one.message}" for one in found if _counts(one, name)]


def _counts(finding: Finding, name: str) -> bool:
    return finding.severity != "info" and finding.rule not in TRUE.get(name, ())


@pytest.mark.parametrize("name", lrviz.lessons())
def test_lessons(name: str) -> None:
    assert alarms(lrviz.load(name)) == []


@pytest.mark.parametrize("name", lrviz.presets())
def test_presets(name: str) -> None:
    assert alarms(lrviz.preset(name), name) == []


@pytest.mark.parametrize("cls", SCHEDULES)
def test_examples_of_schedules(cls: type[Schedule]) -> None:
    optimizer = SGD(momentum=0.9)
    assert alarms(Experiment.of(Run("it", cls.fitted(100, optimizer.lr), optimizer), steps=100), cls.__name__) == []


@pytest.mark.parametrize("cls", OPTIMIZERS)
def test_examples_of_optimizers(cls: type[Optimizer]) -> None:
    assert alarms(Experiment.of(Run("it", None, cls()), steps=100), cls.__name__) == []


def test_the_readme_s_schedules() -> None:
    text = README.read_text(encoding="utf-8")
    calls = re.findall(r"lrviz\.((?:StepLR|CosineAnnealingLR|ReduceLROnPlateau|WSDSchedule)\([^()]*\))", text)
    assert len(calls) > 3
    for call in calls:
        schedule = eval(call, {cls.__name__: cls for cls in SCHEDULES})  # noqa: S307 - our own text
        assert alarms(Experiment.of(Run("it", schedule), steps=horizon(schedule) or 90)) == []
