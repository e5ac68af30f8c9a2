"""The row of a plan's length: typed in any unit, and shown in all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lrviz.experiment import Experiment
from lrviz.ui import metrics, numbers, units
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.words import drawn_with
from lrviz.ui.controls.wrapped import Paragraph
from lrviz.ui.form.section import labelled
from lrviz.ui.speech import counts
from lrviz.ui.speech.spoken import joined, together


class LengthRow(QWidget):
    """Shows how long a plan is, in epochs; 90 epochs, 300 B tokens or 1e6 steps set its steps: `edited(steps)`."""

    edited = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment = Experiment()
        self.entry = EntryField(
            name=self.tr("Length of the plan"), read=self._steps_of, show=self._said, role="name", parent=self
        )
        self.entry.setToolTip(self.tr("Type it in any unit: 90 epochs, 300 B tokens or 1e6 steps"))
        self.entry.setFixedWidth(px(metrics.LENGTH_FIELD))
        self.counted = Paragraph("secondary", "text2", self)
        self.error = ErrorLine(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(metrics.S1), 0, px(metrics.S2))
        column.setSpacing(px(metrics.S1))
        column.addLayout(labelled(self.tr("Length"), self.entry))
        column.addWidget(self.counted)
        column.addWidget(self.error)
        self.entry.edited.connect(self._edit)
        self.entry.refused.connect(self.refuse)
        self.entry.restored.connect(lambda: self.refuse(""))

    def show_plan(self, experiment: Experiment) -> None:
        """Show how long a plan is; nothing is sent."""
        if experiment.training != self._experiment.training:
            self.refuse("")
        self._experiment = experiment
        self.entry.show_value(experiment.training.steps)
        said = [units.length(experiment, unit) for unit in units.UNITS if unit != "epoch"]
        if not units.known(experiment, "tokens"):
            said.pop()
        self.counted.setText(together("= {0}", joined(" · ", said)))

    def refuse(self, why: str) -> None:
        """Mark the entry and say what is wrong with it; "" takes the mark away."""
        self.entry.mark_error(bool(why))
        self.error.say(drawn_with(why, self._said(self._experiment.training.steps)) if why else "")

    def _edit(self, steps: int) -> None:
        self.refuse("")
        self.edited.emit(steps)

    def _said(self, steps: int) -> str:
        epochs = units.count(self._experiment, "epoch", steps)
        return counts.epochs(epochs, numbers.full(epochs))

    def _steps_of(self, text: str) -> int:
        """Read a length; a plan has at least one step."""
        steps = units.step_of(text, self._experiment, "epoch")
        if steps < 1:
            raise ValueError(self.tr("{0} is less than one step").format(text.strip()))
        return steps
