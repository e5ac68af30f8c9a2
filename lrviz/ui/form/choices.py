"""Catalog classes as choices, and what a value keeps when its class is changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.yardsticks import YARDSTICKS
from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.spec import Spec, fields
from lrviz.ui.controls.choice_list import Choice, Thumbnail
from lrviz.ui.form.room import Room
from lrviz.ui.form.thumbnails import Thumbnail as Curve

S = TypeVar("S", bound=Spec)

CONSTANT = "constant"


def choice_of(cls: type[Spec], thumbnail: Thumbnail | None = None, unfit: str = "") -> Choice:
    """Give a catalog class as a choice, with the first sentence of its docstring, or why it can't be taken."""
    own = cls.target.startswith("lrviz.")
    group = QCoreApplication.translate("Form", "beyond torch") if own else cls.target.partition(".")[0]
    return Choice(cls.__name__, cls.__name__, _said(cls.summary()), group, thumbnail, unfit)


def constant_choice(thumbnail: Thumbnail) -> Choice:
    """Give the choice of no scheduler."""
    help_text = QCoreApplication.translate("Form", "No scheduler: the optimizer's own rate at every step.")
    return Choice(CONSTANT, QCoreApplication.translate("Form", "constant"), help_text, "", thumbnail)


def offered_parts(of_class: Callable[[str], Schedule], room: Room) -> list[Choice]:
    """Offer every schedule as a part of another, with the curve of the one `of_class` gives for its name.

    What torch refuses inside another says so.
    """
    refused = QCoreApplication.translate("Form", "torch takes none that is told a metric into another")
    return [
        choice_of(cls, unfit=refused)
        if cls.listens
        else choice_of(cls, Curve(of_class(cls.__name__), room.lr, room.steps))
        for cls in SCHEDULES
    ]


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
