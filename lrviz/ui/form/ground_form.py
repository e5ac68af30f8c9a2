"""The form of a landscape: which plane, what is measured on it, how finely, and what is drawn."""

from __future__ import annotations

import dataclasses
from typing import Any, cast, get_args

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lrviz.catalog.problems.walk import Walk
from lrviz.catalog.task import Task
from lrviz.errors import SpecError
from lrviz.spec import fields
from lrviz.survey import Method, Survey, What
from lrviz.ui import metrics
from lrviz.ui.controls.check import CheckBox
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.controls.choice_list import Choice
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.controls.scales import limits_of
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.controls.words import out_of_bounds, said
from lrviz.ui.form.section import stops_of
from lrviz.ui.outlook import Outlook
from lrviz.ui.palette import NEUTRAL
from lrviz.ui.store import Store

ROWS: dict[str, tuple[Method, ...]] = {
    "span": ("ends", "random", "pca", "hessian"),
    "grid": ("ends", "random", "pca", "hessian", "line"),
    "seed": ("random",),
}
"""The numbers there are for each kind of plane."""
HIDDEN_BENEATH = ("rings", "shaded")
"""What a surface has none of: nothing is off its plane, and what is true is what is seen."""
COUNTED: tuple[Task, ...] = ("classes", "binary")
"""Tasks whose answers are right or wrong."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("GroundForm", text)


def planes() -> dict[str, tuple[str, str]]:
    """Give each kind of plane by its key: its name, and a line on what it is."""
    return {
        "ends": (_tr("Through the runs’ ends"), _tr("Three ends lie in it exactly; everything else is a projection.")),
        "pca": (_tr("Where the paths vary most"), _tr("Two principal components of all paths about one run’s end.")),
        "random": (_tr("Random directions"), _tr("A slice through one end, filter by filter as long as its weights.")),
        "hessian": (_tr("Sharpest directions"), _tr("The Hessian’s top two eigenvectors at one run’s end.")),
        "line": (_tr("Straight lines"), _tr("From end to end, and the curve that joins them with a low loss.")),
    }


class GroundForm(QWidget):
    """Shows what the store looks at of the landscape, and changes it there."""

    rebuilt = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.title = ElidedLabel("form_title", "text", self)
        self.method = ChoiceBox(self._planes, name=self.tr("Plane"), parent=self)
        self.method.set_colour(NEUTRAL)
        self.colour = ElidedLabel("section", "text2", self)
        self.colour.setText(self.tr("Colour"))
        whats = [("train_loss", self.tr("Train")), ("val_loss", self.tr("Val loss")), ("accuracy", self.tr("Accuracy"))]
        self.what = Segmented(whats, name=self.tr("What is measured"), small=True, parent=self)
        self.rows = {
            field.name: NumberRow(field, colour=NEUTRAL, parent=self) for field in fields(Survey) if field.name in ROWS
        }
        noise = next(field for field in fields(Walk) if field.name == "noise")
        self.noise = NumberRow(noise, colour=NEUTRAL, parent=self)
        self.noise.edited.connect(self._shake)
        words = {
            "paths": self.tr("Paths"),
            "rings": self.tr("Off-plane rings"),
            "values": self.tr("Contour values"),
            "shaded": self.tr("True loss on the paths"),
            "arrows": self.tr("Arrows at the cursor"),
        }
        tips = {
            "paths": self.tr("Where each run walked, projected onto the plane."),
            "rings": self.tr("A ring whose radius is how far a run is from the plane at the cursor."),
            "values": self.tr("Write what contours stand for."),
            "shaded": self.tr("Fill the paths with the colour of what is measured at the weights themselves."),
            "arrows": self.tr("What an update is made of: the gradient’s part, the momentum’s, and both."),
        }
        self.checks = {key: CheckBox(text, colour=NEUTRAL, parent=self) for key, text in words.items()}
        self.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(metrics.S4), px(metrics.S3), px(metrics.S4), px(metrics.S3))
        column.setSpacing(px(metrics.S2))
        for widget in (
            self.title,
            self.method,
            self.colour,
            self.what,
            self.noise,
            *self.rows.values(),
            *self.checks.values(),
        ):
            column.addWidget(widget)
        for key, check in self.checks.items():
            check.setFont(metrics.font("body"))
            check.setToolTip(tips[key])
            check.clicked.connect(lambda on, key=key: self._look(**{key: on}))
        for name, row in self.rows.items():
            row.edited.connect(lambda value, _dragging, name=name: self._take(name, value))
        self.method.chosen.connect(lambda key: self._ask(method=key, area=None))
        self.what.chosen.connect(lambda key: self._ask(what=key))
        for signal in (store.survey_changed, store.outlook_changed, store.changed):
            signal.connect(self._show)
        self._show()

    def stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, from top to bottom."""
        numbers = [stop for row in self.rows.values() for stop in stops_of(cast("QWidget", row))]
        noise = stops_of(cast("QWidget", self.noise))
        return [self.method, *stops_of(self.what), *noise, *numbers, *self.checks.values()]

    def _planes(self) -> list[Choice]:
        return [Choice(key, *planes()[key]) for key in get_args(Method)]

    def _show(self) -> None:
        survey, outlook, task = self._store.survey, self._store.outlook, self._store.experiment.problem.task
        on_surface = task == "surface"
        self.title.setText(self.tr("Surface") if on_surface else self.tr("Plane"))
        for widget in (self.method, self.colour, self.what):
            widget.setVisible(not on_surface)
        self.method.show_choice(Choice(survey.method, *planes()[survey.method]))
        self.what.set_enabled("accuracy", task in COUNTED, self.tr("Only classes are right or wrong"))
        self.what.show_choice(measured(survey, task))
        problem = self._store.experiment.problem
        self.noise.setVisible(isinstance(problem, Walk))
        if isinstance(problem, Walk):
            self.noise.show_value(problem.noise)
        for name, row in self.rows.items():
            row.setVisible(survey.method in ROWS[name] and not on_surface)
            row.show_value(getattr(survey, name))
        for key, check in self.checks.items():
            there = key not in HIDDEN_BENEATH if on_surface else key != "arrows" and survey.method != "line"
            check.setVisible(there)
            check.setChecked(getattr(outlook, key))

    def _take(self, name: str, value: Any) -> None:
        row = self.rows[name]
        try:
            survey = replace(self._store.survey, **{name: value}, **({"area": None} if name == "span" else {}))
        except SpecError as error:
            still = said(getattr(self._store.survey, name), row.field.none)
            row.show_error(out_of_bounds(error, still, limits_of(row.field)))
            return
        row.show_error("")
        self._store.look_over(survey)

    def _shake(self, noise: float, dragging: bool) -> None:
        """Walk with another noise in the gradient; a drag is one undo step."""
        experiment, row = self._store.experiment, self.noise
        if not isinstance(experiment.problem, Walk):
            return
        try:
            problem = replace(experiment.problem, noise=noise)
        except SpecError as error:
            row.show_error(out_of_bounds(error, said(experiment.problem.noise, row.field.none), limits_of(row.field)))
            return
        row.show_error("")
        self._store.edit(self.tr("noise"), replace(experiment, problem=problem), gesture="noise")
        if not dragging:
            self._store.end_gesture()

    def _ask(self, **changed: Any) -> None:
        self._store.look_over(replace(self._store.survey, **changed))

    def _look(self, **changed: bool) -> None:
        outlook: Outlook = dataclasses.replace(self._store.outlook, **changed)  # type: ignore[arg-type]
        self._store.look_from(outlook)


def measured(survey: Survey, task: Task) -> What:
    """Give what can be measured for a task: the training loss where nothing is right or wrong."""
    return "train_loss" if survey.what == "accuracy" and task not in COUNTED else survey.what
