"""What torch does oddly with a composed schedule, in numbers: it jumps at a seam, or a part of it has no effect."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lrviz.catalog.composite import Composite
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.experiment import Experiment
from lrviz.rules.rule import Case
from lrviz.run import Run
from lrviz.ui.speech.saying import said

SAID = ("LR103", "LR107", "LR108", "LR109", "LR115", "LR121")
"""The rules that look at how parts are put together, and at whether torch takes every step."""


def oddities(experiment: Experiment, run: Run) -> list[str]:
    """Say what a person might not expect of a run's composed schedule."""
    if not isinstance(run.schedule, Composite):
        return []
    from lrviz.rules.linter import rules, tried  # the window opens sooner

    steps = -(-experiment.training.steps // experiment.updates_per_step(run))
    case = Case(experiment, run, steps, experiment.updates_per_epoch)
    found = [said(one.message) for one in tried(case, tuple(rule for rule in rules() if rule.id in SAID))]
    alike = isinstance(run.schedule, Resumed) and run.schedule.then == run.schedule.schedule
    return [
        *([_tr("Both schedulers are the same: give the new one another horizon.")] if alike else []),
        *(f"{message[:1].upper()}{message[1:]}." for message in found),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Form", text)
