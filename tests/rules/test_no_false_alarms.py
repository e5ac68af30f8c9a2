"""What lrviz itself shows and writes is nothing to complain of: a false alarm is worse than silence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

import lrviz
from lrviz import SGD, Experiment, RefusedError, Run, lint
from lrviz.catalog.carried import horizon
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.source.write import code, script
from lrviz.teaching.shelf import known

ON_PURPOSE = {
    "super-convergence": "LR113",  # its steps come behind the short plan, to show what the cycle saves
    "Resumed": "LR121",  # a new form's horizon is lost, to show what becomes of it
}
"""What is really found in what lrviz shows, because it is what is shown."""
README = Path(__file__).parents[2] / "README.md"


def alarms(experiment: Experiment, on_purpose: str = "") -> list[str]:
    """Give what is found in an experiment, in its runs as code, and in its scripts in miniature."""
    found = lint(experiment)
    small = experiment.miniature(200)
    for i, run in enumerate(experiment.runs):
        found += lint(code(run), steps=-(-experiment.training.steps // experiment.updates_per_step(run)))
        try:
            found += lint(script(small, i))
        except RefusedError:
            continue
    alarming = [one for one in found if one.severity != "info" and one.rule != on_purpose]
    return [f"{one.run} {one.rule} line {one.line}: {one.message}" for one in alarming]


ABOUT: Mapping[str, set[str]] = {
    "epochs-or-steps": {"LR101", "LR113"},
    "plateau": {"LR110"},
    "restarts": {"LR113"},
    "the-rate-comes-back": {"LR102"},
}
"""The mistakes that lessons are about."""


@pytest.mark.parametrize("name", known())
def test_lessons_have_no_alarms_but_what_they_are_about(name: str) -> None:
    found = [alarm for scene in lrviz.lesson(name).scenes for alarm in alarms(scene.experiment)]
    assert {rule for alarm in found for rule in re.findall(r"LR\d+", alarm)[:1]} == ABOUT.get(name, set()), found


@pytest.mark.parametrize("name", lrviz.presets())
def test_presets(name: str) -> None:
    assert alarms(lrviz.preset(name), ON_PURPOSE.get(name, "")) == []


@pytest.mark.parametrize("cls", SCHEDULES)
def test_examples_of_schedules(cls: type[Schedule]) -> None:
    optimizer = SGD(momentum=0.9)
    shown = Experiment.of(Run("it", cls.fitted(100, optimizer.lr), optimizer), steps=100)
    assert alarms(shown, ON_PURPOSE.get(cls.__name__, "")) == []


@pytest.mark.parametrize("cls", OPTIMIZERS)
def test_examples_of_optimizers(cls: type[Optimizer]) -> None:
    experiment = Experiment.of(steps=100)
    run = Run("it").with_optimizer(cls(), experiment.problem)  # as the window takes it
    assert alarms(replace(experiment, runs=(run,))) == []


def test_the_readme_s_schedules() -> None:
    text = README.read_text(encoding="utf-8")
    calls = re.findall(r"lrviz\.((?:StepLR|CosineAnnealingLR|ReduceLROnPlateau|WSDSchedule)\([^()]*\))", text)
    assert len(calls) > 3
    for call in calls:
        schedule = eval(call, {cls.__name__: cls for cls in SCHEDULES})  # noqa: S307 - our own text
        assert alarms(Experiment.of(Run("it", schedule), steps=max(90, horizon(schedule) or 0))) == []
