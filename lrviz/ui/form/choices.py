"""Catalog classes as choices, and what a value keeps when its class is changed."""

from __future__ import annotations

from typing import TypeVar

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.families import ALSO_KNOWN, family
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.yardsticks import YARDSTICKS
from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.spec import Spec, fields
from lrviz.ui.controls.choice_list import Choice, Thumbnail

S = TypeVar("S", bound=Spec)

CONSTANT = "constant"


def choice_of(cls: type[Spec], thumbnail: Thumbnail | None = None, unfit: str = "") -> Choice:
    """Give a catalog class as a choice, with the first sentence of its docstring, or why it can't be taken."""
    own = cls.target.startswith("lrviz.")
    group = QCoreApplication.translate("Form", "beyond torch") if own else cls.target.partition(".")[0]
    return Choice(cls.__name__, cls.__name__, _said(cls.summary()), group, thumbnail, unfit)


def schedule_choice(cls: type[Schedule], thumbnail: Thumbnail | None = None) -> Choice:
    """Give a schedule as a choice under the family it comes from, found by all that is said of it."""
    group = family(cls)
    origin = cls.origin if issubclass(cls, Recipe) else ""
    words = f"{cls.about()} {origin} {ALSO_KNOWN.get(group, '')}"
    return Choice(
        cls.__name__,
        cls.__name__,
        _said(cls.summary()),
        QCoreApplication.translate("Family", group),
        thumbnail,
        words=words,
    )


def constant_choice(thumbnail: Thumbnail) -> Choice:
    """Give the choice of no scheduler."""
    help_text = QCoreApplication.translate("Form", "No scheduler: the optimizer's own rate at every step.")
    return Choice(CONSTANT, QCoreApplication.translate("Form", "constant"), help_text, "", thumbnail)


def kept(old: Spec | None, new: S) -> S:
    """Give `new` with the values of `old` that mean the same in both: same name and kind, required in both or neither.

    What makes no valid value together is left as it is in `new`.
    """
    if old is None:
        return new
    before = {field.name: field for field in fields(type(old))}
    for field in fields(type(new)):
        was = before.get(field.name)
        if was is None or (was.kind, was.required) != (field.kind, field.required):
            continue
        try:
            new = msgspec.structs.replace(new, **{field.name: getattr(old, field.name)})
        except SpecError:
            continue
    return new


def with_fitting_losses(experiment: Experiment) -> Experiment:
    """Give an experiment whose runs all train with a loss that fits its problem: the task's own in place of others."""
    problem = experiment.problem
    runs = tuple(
        replace(run, loss=YARDSTICKS[problem.task]) if run.loss.unfit(problem.task, problem.outputs) else run
        for run in experiment.runs
    )
    return replace(experiment, runs=runs)


def fitted(cls: type[Schedule], old: Schedule | None, steps: int, lr: float) -> Schedule:
    """Give a schedule of another class for the same plan: sized for it, and keeping what carries over."""
    return kept(old, cls.fitted(steps, lr))


def _said(text: str) -> str:
    return QCoreApplication.translate("Catalog", text) if text else ""
