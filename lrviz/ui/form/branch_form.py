"""The form of a branch: which run it leaves and when, and how its scheduler goes on."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lrviz.run import Branch
from lrviz.spec import fields
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.controls.scale import Scale
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.controls.words import drawn_with
from lrviz.ui.controls.wrapped import Paragraph
from lrviz.ui.form.section import labelled, stops_of
from lrviz.ui.numbers import whole

Going = Literal["continues", "starts"]
STEP = next(field for field in fields(Branch) if field.name == "step")


class BranchForm(QWidget):
    """Shows a branch and sends the one it would be with one change: `edited(branch, what, dragging)`.

    `parted` is sent where it is to be a run of its own.
    """

    edited = Signal(object, str, bool)
    parted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._branch: Branch | None = None
        self._bounds = (1, 1)
        self.leaves = Paragraph("body", "text2", self)
        self.step = NumberRow(STEP, parent=self)
        self.scheduler = Segmented(
            [("continues", self.tr("continues")), ("starts", self.tr("starts"))],
            name=self.tr("Its scheduler"),
            small=True,
            parent=self,
        )
        self.meant = Paragraph("secondary", "text2", self)
        self.part = Button(self.tr("Make it a run of its own"), icon="x", kind="ghost", small=True, parent=self)
        self.part.setToolTip(self.tr("Train it by itself from the start, with the settings it has now."))
        self._scheduling = QWidget(self)
        self.scheduler.setParent(self._scheduling)
        self._lay_out()
        self.step.edited.connect(self._put_step)
        self.scheduler.chosen.connect(lambda key: self._send(replace(self.branch, scheduler=key), self.tr("scheduler")))
        self.part.clicked.connect(self.parted)

    def _lay_out(self) -> None:
        row = QVBoxLayout(self._scheduling)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(labelled(self.tr("Its scheduler"), self.scheduler))
        end = QHBoxLayout()
        end.addWidget(self.part)
        end.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(metrics.S1))
        column.addWidget(self.leaves)
        column.addWidget(self.step)
        column.addWidget(self._scheduling)
        column.addWidget(self.meant)
        column.addLayout(end)

    @property
    def branch(self) -> Branch:
        """The branch it shows."""
        if self._branch is None:
            raise RuntimeError("no branch was shown yet")
        return self._branch

    def show_branch(self, branch: Branch, colour: int, bounds: tuple[int, int], *, scheduled: bool) -> None:
        """Show where a run leaves another, and between which updates it can; nothing is sent.

        Without a scheduler there is nothing to go on or to start.
        """
        self._branch, self._bounds = branch, bounds
        leaves = self.tr("Leaves {0} after {1} step{1:|s}, with its weights and its optimizer’s state.")
        self.leaves.setText(leaves.format(branch.run, whole(branch.step)))
        self.step.set_colour(colour)
        self.step.set_scale(Scale(bounds[0], max(bounds[1], bounds[0] + 1), whole=True), self.tr("steps"))
        self.step.show_value(branch.step)
        self.scheduler.show_choice(branch.scheduler)
        self._scheduling.setVisible(scheduled)
        self.meant.setVisible(scheduled)
        going: dict[Going, str] = {
            "continues": self.tr("It counts on, as if it had been stepped from the start."),
            "starts": self.tr("It begins there, at its own step 0."),
        }
        self.meant.setText(going[branch.scheduler])

    def stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, from top to bottom."""
        return [*stops_of(self.step), *stops_of(self.scheduler), self.part]

    def _put_step(self, step: int, dragging: bool) -> None:
        low, high = self._bounds
        if not low <= step <= high:
            bound = self.tr("step must be a whole number from {0} to {1}").format(whole(low), whole(high))
            self.step.show_error(drawn_with(bound, whole(self.branch.step)))
            self.step.show_value(self.branch.step)
            return
        self.step.show_error("")
        self._send(replace(self.branch, step=step), self.tr("where it leaves"), dragging)

    def _send(self, branch: Branch, what: str, dragging: bool = False) -> None:
        self.edited.emit(branch, what, dragging)
