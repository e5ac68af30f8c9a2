"""The form of early stopping: off, or after how many validations without a lower loss."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lrviz.run import EarlyStopping
from lrviz.spec import fields
from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.form.section import labelled, stops_of
from lrviz.ui.form.spec_form import SpecForm

PATIENCE = next(field.default for field in fields(EarlyStopping) if field.name == "patience")
"""What is offered first: the example of the field."""


class StoppingForm(QWidget):
    """Shows when a run stops early and sends what is chosen instead: `edited(early stopping or None, what, dragging)`.

    What was chosen before it was switched off is there again when it is switched on.
    """

    edited = Signal(object, str, bool)
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = EarlyStopping(PATIENCE)
        self.choice = Segmented(
            [("off", self.tr("off")), ("on", self.tr("on"))], name=self.tr("Early stopping"), small=True, parent=self
        )
        self.values = SpecForm(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(metrics.S1))
        column.addLayout(labelled(self.tr("Stop the run early"), self.choice))
        column.addWidget(self.values)
        self.choice.chosen.connect(
            lambda key: self.edited.emit(self._last if key == "on" else None, self.tr("early stopping"), False)
        )
        self.values.edited.connect(self.edited)
        self.values.rebuilt.connect(self.rebuilt)

    def show_stopping(self, stopping: EarlyStopping | None, colour: int) -> None:
        """Show when a run stops early; nothing is sent."""
        self._last = stopping or self._last
        self.choice.show_choice("off" if stopping is None else "on")
        self.values.show_spec(stopping, colour)
        self.values.setVisible(stopping is not None)

    def stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, from top to bottom."""
        return [*stops_of(self.choice), *self.values.stops()]
