"""Catalog classes as choices."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.families import ALSO_KNOWN, family, in_families
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.yardsticks import YARDSTICKS
from lrviz.experiment import Experiment
from lrviz.spec import Spec
from lrviz.ui.controls.choice_list import Choice, Thumbnail
from lrviz.ui.form.room import Room
from lrviz.ui.form.thumbnails import Late
from lrviz.ui.form.thumbnails import Thumbnail as Curve
from lrviz.ui.speech.saying import said
from lrviz.ui.speech.spoken import joined

CONSTANT = "constant"


def choice_of(cls: type[Spec], thumbnail: Thumbnail | None = None, unfit: str = "") -> Choice:
    """Give a catalog class as a choice, with the first sentence of its docstring, or why it can't be taken."""
    own = cls.target.startswith("lrviz.")
    group = QCoreApplication.translate("Form", "beyond torch") if own else cls.target.partition(".")[0]
    return Choice(cls.__name__, cls.__name__, _said(cls.summary()), group, thumbnail, said(unfit))


def schedule_choice(cls: type[Schedule], thumbnail: Thumbnail | None = None, unfit: str = "") -> Choice:
    """Give a schedule as a choice under the family it comes from, found by all that is said of it."""
    group = family(cls)
    words = f"{cls.about()} {cls.origin} {ALSO_KNOWN.get(group, '')}"
    return Choice(
        cls.__name__,
        cls.__name__,
        _said(cls.summary()),
        QCoreApplication.translate("Catalog", group),
        thumbnail,
        said(unfit),
        words,
    )


def told(cls: type[Spec]) -> str:
    """Say what a catalog class is, in all its docstring's words."""
    return joined("\n", map(_said, (cls.manual().summary, *cls.manual().more)))


def constant_choice(thumbnail: Thumbnail) -> Choice:
    """Give the choice of no scheduler."""
    help_text = QCoreApplication.translate("Form", "No scheduler: the optimizer's own rate at every step.")
    return Choice(CONSTANT, QCoreApplication.translate("Form", "constant"), help_text, "", thumbnail)


def offered_parts(of_class: Callable[[str], Schedule], room: Room) -> list[Choice]:
    """Offer every schedule as a part of another, with the curve of the one `of_class` gives for its name.

    What torch refuses inside another says so.
    """
    told = QCoreApplication.translate("Form", "torch takes none that is told a metric into another")
    whole = QCoreApplication.translate("Form", "a whole run is resumed, not a part of its schedule")

    def picture(name: str) -> Late:
        return Late(lambda: Curve(of_class(name), room.lr, room.steps))

    return [
        schedule_choice(cls, unfit=told if cls.listens else whole)
        if cls.apart
        else schedule_choice(cls, picture(cls.__name__))
        for cls in in_families(SCHEDULES)
    ]


def with_fitting_losses(experiment: Experiment) -> Experiment:
    """Give an experiment whose runs all train with a loss that fits its problem: the task's own in place of others."""
    problem = experiment.problem
    runs = tuple(
        replace(run, loss=YARDSTICKS[problem.task]) if run.loss.unfit(problem.task, problem.outputs) else run
        for run in experiment.runs
    )
    return replace(experiment, runs=runs)


def _said(text: str) -> str:
    return QCoreApplication.translate("Catalog", text) if text else ""
