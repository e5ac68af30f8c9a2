"""The form of what all runs share: the problem, its model and the training plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lrviz.catalog.carried import kept
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.models.own_model import ModelFile, OwnModel
from lrviz.catalog.problem import Problem
from lrviz.catalog.problems import PROBLEMS
from lrviz.catalog.problems.own_data import OwnData
from lrviz.catalog.source import Source
from lrviz.catalog.surface import Surface
from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.spec import Value
from lrviz.ui import metrics
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.controls.choice_list import Choice
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.words import drawn_with
from lrviz.ui.controls.wrapped import Paragraph
from lrviz.ui.form.choices import choice_of, told
from lrviz.ui.form.length_row import LengthRow
from lrviz.ui.form.model_file_row import ModelFileRow
from lrviz.ui.form.section import card_button, column, head, order_tabs, stops_of
from lrviz.ui.form.source_row import SourceRow
from lrviz.ui.form.spec_form import SpecForm
from lrviz.ui.numbers import whole
from lrviz.ui.palette import NEUTRAL
from lrviz.ui.racing.raced import stand_in
from lrviz.ui.speech.saying import reason, said


class ProblemForm(QWidget):
    """Shows an experiment and sends the one it would be with one change: `edited(experiment, what, dragging)`.

    What the whole experiment refuses, such as a batch larger than the data, is said at the field that was edited.
    """

    edited = Signal(object, str, bool)
    card_wanted = Signal(QWidget)
    """The card of what a widget shows is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self.problem = ChoiceBox(lambda: [choice_of(cls) for cls in PROBLEMS], name=self.tr("Problem"), parent=self)
        self.about = Paragraph("secondary", "text2", self)
        self.source = SourceRow(self)
        self.problem_form = SpecForm(self)
        self.model = ChoiceBox(self._models, name=self.tr("Model"), parent=self)
        self.unfit = ErrorLine(self)
        self.model_file = ModelFileRow(self)
        self.model_form = SpecForm(self)
        self.length = LengthRow(self)
        self.training_form = SpecForm(self)
        self.raced = Paragraph("secondary", "text2", self)
        form = column(self)
        for title, widgets in (
            (self.tr("Problem"), (self.problem, self.about, self.source, self.problem_form)),
            (self.tr("Model"), (self.model, self.unfit, self.model_file, self.model_form)),
            (self.tr("Plan"), (self.length, self.training_form, self.raced)),
        ):
            line = QHBoxLayout()
            line.addWidget(head(title, self), 1)
            if widgets[0] in (self.problem, self.model):
                line.addWidget(card_button(self, partial(self.card_wanted.emit, widgets[0]), title))
            form.addLayout(line)
            for widget in widgets:
                form.addWidget(widget)
            form.addSpacing(px(metrics.S2))
        form.addStretch(1)
        self.problem.chosen.connect(self._choose_problem)
        self.model.chosen.connect(self._choose_model)
        self.model_file.chosen.connect(self._take_model)
        for part in (self.problem_form, self.model_form, self.training_form):
            part.rebuilt.connect(self._order)
        self.problem_form.edited.connect(
            lambda value, name, dragging: self._edit(
                self.problem_form, name, lambda: self._with_problem(value), dragging
            )
        )
        self.model_form.edited.connect(
            lambda value, name, dragging: self._edit(self.model_form, name, lambda: self._with_model(value), dragging)
        )
        self.training_form.edited.connect(
            lambda value, name, dragging: self._edit(
                self.training_form, name, lambda: replace(self.experiment, training=value), dragging
            )
        )
        self.length.edited.connect(self._take_length)

    @property
    def experiment(self) -> Experiment:
        """The experiment it shows."""
        if self._experiment is None:
            raise RuntimeError("no experiment was shown yet")
        return self._experiment

    def show_experiment(self, experiment: Experiment) -> None:
        """Show an experiment; nothing is sent."""
        self._experiment = experiment
        problem = experiment.problem
        self.problem.show_choice(choice_of(type(problem)))
        self.about.setText(told(type(problem)))
        self.model.show_choice(choice_of(type(problem.model)))
        self.unfit.say(said(problem.unfit))
        self.source.setVisible(isinstance(problem, OwnData))
        if isinstance(problem, OwnData):
            self.source.show_source(problem.source)
        self.problem_form.show_spec(problem, NEUTRAL)
        self.model_file.setVisible(isinstance(problem.model, OwnModel))
        if isinstance(problem.model, OwnModel):
            self.model_file.show_source(problem.model.source)
        self.model_form.show_spec(problem.model, NEUTRAL)
        self.length.show_plan(experiment)
        self.training_form.show_spec(experiment.training, NEUTRAL)
        self.raced.setText(stand_in(experiment))
        self.raced.setVisible(bool(self.raced.text()))

    def _order(self) -> None:
        problem = (*stops_of(self.problem), *stops_of(self.source), *self.problem_form.stops())
        model = (*stops_of(self.model), *stops_of(self.model_file), *self.model_form.stops())
        order_tabs((*problem, *model, *stops_of(self.length), *self.training_form.stops()))

    def _with_problem(self, problem: Value) -> Experiment:
        return replace(self.experiment, problem=problem)

    def _with_model(self, model: Value) -> Experiment:
        return self._with_problem(replace(self.experiment.problem, model=model))

    def take(self, source: Source) -> None:
        """Learn from a data file; the model is one that fits it."""
        own = self.experiment.problem
        own = own if isinstance(own, OwnData) else OwnData.example()
        changed = replace(own, source=source)
        self._change(replace(changed, model=MLP()) if changed.unfit else changed)

    def _take_length(self, steps: int) -> None:
        training = replace(self.experiment.training, steps=steps)
        try:
            changed = replace(self.experiment, training=training)
        except SpecError as error:
            self.length.refuse(self._too_short(error) or reason(error))
            return
        self.edited.emit(changed, "steps", False)

    def _too_short(self, error: SpecError) -> str:
        """Say which branch a plan would be too short for; nothing where that isn't what is wrong."""
        branches = [(run.branch.step, run.name) for run in self.experiment.runs if run.branch is not None]
        if "branch" not in error.path or not branches:
            return ""
        step, name = max(branches)
        return self.tr("{0} leaves after {1} step{1:|s}: the plan must be longer").format(name, whole(step))

    def _choose_problem(self, key: str) -> None:
        self._change(next(cls for cls in PROBLEMS if cls.__name__ == key).example())

    def _change(self, problem: Problem) -> None:
        try:
            changed = self._with_problem(problem)
        except SpecError:  # batches larger than these data: as large as they allow
            training = self.experiment.training
            small = replace(training, batch_size=problem.train_size, accumulation=1, world_size=1)
            changed = replace(self.experiment, problem=problem, training=small)
        self.edited.emit(changed, "problem", False)

    def _choose_model(self, key: str) -> None:
        problem = self.experiment.problem
        chosen = next(cls for cls in problem.solvers() if cls.__name__ == key).example()
        if not isinstance(chosen, Surface):  # a place on one surface means nothing on another
            chosen = kept(problem.model, chosen)
        self.edited.emit(self._with_model(chosen), "model", False)

    def _take_model(self, source: ModelFile) -> None:
        self.edited.emit(self._with_model(OwnModel(source)), "model", False)

    def _models(self) -> Sequence[Choice]:
        """Offer every model there is for such problems, those that can't take these data with the reason, and last."""
        problem = self.experiment.problem
        choices = [choice_of(cls, unfit=cls.example().unfit(problem.task, problem.image)) for cls in problem.solvers()]
        return sorted(choices, key=lambda choice: bool(choice.unfit))

    def _edit(self, form: SpecForm, name: str, make: Callable[[], Experiment], dragging: bool) -> None:
        try:
            changed = make()
        except SpecError as error:
            if said := self._too_short(error):
                form.rows[name].show_error(drawn_with(said, whole(self.experiment.training.steps)))
                form.rows[name].show_value(getattr(form.spec, name))
            else:
                form.refuse(name, error)
            return
        self.edited.emit(changed, name, dragging)
