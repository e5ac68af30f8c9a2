"""What a schedule offers: to be resumed, and where it isn't composed, a warm-up, one after it or chained with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from lrviz.catalog.composing import chained, extended, with_warmup
from lrviz.catalog.composite import Composite
from lrviz.catalog.resuming import resumed
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.choice_list import ChoiceList, corner_of
from lrviz.ui.controls.drawing import px
from lrviz.ui.form.choices import offered_parts
from lrviz.ui.form.room import Room


class ComposeBar(QWidget):
    """Sends the composite that a schedule would be a part of: `edited(schedule, what, place)` of the part added.

    `previewed` is sent with the chain a highlighted choice would make, and with None when the list is closed.
    """

    edited = Signal(object, str, int)
    previewed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schedule: Schedule | None = None
        self._colour = 0
        self._room = Room.of(1, 0.0, "")
        self._cursor: int | None = None
        self.list: ChoiceList | None = None
        self.warmup = Button(self.tr("Add warm-up"), icon="plus", kind="ghost", small=True, parent=self)
        self.after = Button(self.tr("Add part"), icon="plus", kind="ghost", small=True, parent=self)
        self.chain = Button(self.tr("Chain with…"), icon="plus", kind="ghost", small=True, parent=self)
        self.resume = Button(self.tr("Resume with a new horizon"), icon="plus", kind="ghost", small=True, parent=self)
        self.warmup.setToolTip(self.tr("A linear climb first; the rest keeps within the plan."))
        self.after.setToolTip(self.tr("Another schedule after it, from a milestone on."))
        self.chain.setToolTip(self.tr("Another schedule at the same time: their factors multiply."))
        self.resume.setToolTip(self.tr("Stop where the cursor is, and go on with a scheduler that ends with the plan."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(px(metrics.S1))
        for button in (self.warmup, self.after):
            self._pair.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._pair.addStretch(1)
        column.addLayout(self._pair)
        column.addWidget(self.chain, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.resume, 0, Qt.AlignmentFlag.AlignLeft)
        self.warmup.clicked.connect(self._warm_up)
        self.after.clicked.connect(self._extend)
        self.chain.clicked.connect(self._open)
        self.resume.clicked.connect(self._resume)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put two buttons side by side where both fit."""
        super().resizeEvent(event)
        wide = self.warmup.sizeHint().width() + self.after.sizeHint().width() + self._pair.spacing()
        way = QBoxLayout.Direction
        self._pair.setDirection(way.LeftToRight if wide <= self.width() else way.TopToBottom)

    def show_schedule(self, schedule: Schedule | None, colour: int, room: Room) -> None:
        """Offer what can be made of a schedule; nothing of one that is composed, or that torch composes with none."""
        self._schedule, self._colour, self._room = schedule, colour, room
        self.setVisible(schedule is None or not schedule.apart)
        composed = isinstance(schedule, Composite)
        self.warmup.setVisible(not composed)
        self.after.setVisible(not composed)
        self.chain.setVisible(schedule is not None and not composed)
        self.resume.setVisible(schedule is not None)

    def point_at(self, step: int) -> None:
        """Say at which scheduler step the cursor is, where a person would stop and resume."""
        self._cursor = step

    def stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, from top to bottom."""
        return [self.warmup, self.after, self.chain, self.resume]

    def _warm_up(self) -> None:
        self.edited.emit(with_warmup(self._schedule, self._room.steps), self.tr("add warm-up"), 0)

    def _extend(self) -> None:
        self.edited.emit(extended(self._schedule, self._room.steps), self.tr("add part"), 1)

    def _resume(self) -> None:
        """Resume where the cursor is, or half-way where that is no place in the plan to do so."""
        steps, cursor = self._room.steps, self._cursor or 0
        seam = cursor if 0 < cursor < steps - 1 else steps // 2
        self.edited.emit(resumed(self._schedule, seam, steps), self.tr("resume"), 1)

    def _open(self) -> None:
        """Open the list of what to chain with."""
        self.list = ChoiceList(offered_parts(self._other, self._room), self)
        self.list.highlighted.connect(lambda key: self.previewed.emit(self._chained(key)))
        self.list.taken.connect(lambda key: self.edited.emit(self._chained(key), self.tr("chain"), 1))
        self.list.closed.connect(self._gone)
        self.list.open_at(corner_of(self.chain), "ExponentialLR", self._colour)

    def _gone(self) -> None:
        if self.list is not None:
            self.list.deleteLater()
            self.list = None
            self.previewed.emit(None)

    def _other(self, key: str) -> Schedule:
        cls = next(cls for cls in SCHEDULES if cls.__name__ == key)
        return cls.fitted(self._room.steps, self._room.lr)

    def _chained(self, key: str) -> Schedule | None:
        return chained(self._schedule, self._other(key)) if self._schedule is not None else None
