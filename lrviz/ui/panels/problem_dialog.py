"""The dialog that the problem card opens: the form of problem, model and plan."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lrviz.catalog.problems.own_data import OwnData
from lrviz.experiment import Experiment
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.dialog_size import open_as
from lrviz.ui.form.choices import with_fitting_losses
from lrviz.ui.form.problem_form import ProblemForm
from lrviz.ui.panels.data_dialog import DataDialog, ask_for_file
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store


class ProblemDialog(QDialog):
    """The form of problem, model and plan; every edit is at once in the window behind it, and can be undone."""

    def __init__(self, store: Store, races: Races, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._races = store, races
        self._before = store.experiment
        self.setWindowTitle(self.tr("Problem and plan"))
        self.form = ProblemForm(self)
        scroll = QScrollArea(self)
        scroll.setWidget(self.form)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        done = Button(self.tr("Done"), kind="primary", parent=self)
        revert = Button(self.tr("Revert"), kind="secondary", parent=self)
        row = QHBoxLayout()
        row.setContentsMargins(metrics.S4, metrics.S2, metrics.S4, metrics.S4)
        row.addStretch(1)
        row.addWidget(revert)
        row.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, metrics.S2, 0, 0)
        column.addWidget(scroll, 1)
        column.addLayout(row)
        open_as(self, metrics.PROBLEM_DIALOG)
        done.clicked.connect(self.accept)
        revert.clicked.connect(self._revert)
        self.form.edited.connect(self._edited)
        self.form.source.file_wanted.connect(self.choose_file)
        self.form.source.columns_wanted.connect(self.choose_columns)
        store.changed.connect(self._show)
        self._show()

    def choose_file(self) -> None:
        """Ask for a data file, and then what to take of it."""
        path = ask_for_file(self)
        if path is not None:
            self.look_into(path)

    def choose_columns(self) -> None:
        """Ask what else to take of the file there is."""
        problem = self._store.experiment.problem
        if isinstance(problem, OwnData):
            self.look_into(problem.source.file)

    def look_into(self, path: Path) -> None:
        """Look through a data file, and let a person choose what to take of it."""
        problem = self._store.experiment.problem
        before = problem.source if isinstance(problem, OwnData) else None
        dialog = DataDialog(self._races, path, before, self)
        dialog.taken.connect(self.form.take)
        dialog.open()

    def _edited(self, experiment: Experiment, what: str, dragging: bool) -> None:
        kept = with_fitting_losses(replace(experiment, runs=self._store.experiment.runs))
        self._store.edit(what, kept, gesture=f"problem {what}")
        if not dragging:
            self._store.end_gesture()

    def _revert(self) -> None:
        before = with_fitting_losses(replace(self._before, runs=self._store.experiment.runs))
        self._store.edit(self.tr("revert the problem"), before)
        self.reject()

    def _show(self) -> None:
        self.form.show_experiment(self._store.experiment)
