"""The chip that says which runs have changed since their race, and races them again with one click."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.compared.stale import Change
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px, rounded
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.icons import paint_icon
from lrviz.ui.palette import theme
from lrviz.ui.speech.spoken import joined, together

HIGH = 28
BELOW = 4
"""Beside a line of text it stands so much lower, clear of the headline above."""


class StaleChip(QWidget):
    """Hidden while nothing is stale. What changed, field by field, is its tooltip."""

    race_wanted = Signal(object)
    """The runs of these names are to be raced again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._changes: tuple[Change, ...] = ()
        self.words = ElidedLabel("secondary", "text2", self)
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.race = Button("", kind="ghost", small=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(metrics.S2 + metrics.ICON + 6), 0, 1, 0)
        row.setSpacing(metrics.S1)
        row.addWidget(self.words, 1)
        row.addWidget(self.race)
        self.race.clicked.connect(self._want)
        self.hide()

    def show_changes(self, changes: tuple[Change, ...]) -> None:
        """Say which runs have changed; of none nothing is shown."""
        if changes != self._changes:
            self._changes = changes
            self._say()
        self.setVisible(bool(changes))

    def _want(self) -> None:
        self.race_wanted.emit(tuple(change.name for change in self._changes))

    def _say(self) -> None:
        changes = self._changes
        many = len(changes)
        words = (
            self.tr("{0} changed since this race").format(changes[0].name)
            if many == 1
            else self.tr("{0} runs changed since their race").format(many)
        )
        self.words.setText(words)
        self.race.setText(self.tr("Race it") if many == 1 else self.tr("Race them"))
        fields = joined(
            "\n", (together("{0}: {1}", one.name, joined(", ", one.fields)) for one in changes if one.fields)
        )
        for widget in (self, self.words, self.race):
            widget.setToolTip(fields or words)
        self.race.setAccessibleDescription(joined(". ", (words, fields)))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(HIGH))

    def stand_beside(self, label: QWidget, right: float) -> None:
        """Stand at the end of a line of text, left of a place, so that the text gives way."""
        if self.isHidden():
            label.setMaximumWidth(metrics.UNBOUND)
            return
        room = right - label.x()
        self.stand(right, label.geometry().center().y() + BELOW, room / 2)
        label.setMaximumWidth(max(0, self.x() - label.x() - metrics.S2))

    def stand(self, right: float, middle: float, room: float) -> None:
        """Stand left of a place, centred on a row, at most so wide."""
        size = self.sizeHint()
        wide = min(size.width(), max(0, int(room)))
        self.setGeometry(round(right) - wide, round(middle - size.height() / 2), wide, size.height())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        rounded(painter, box, metrics.FIELD, fill=now.surface, border=now.strong)
        size = px(metrics.ICON - 2)
        at = QPointF(px(metrics.S2 + 1), box.center().y() - size / 2)
        paint_icon(painter, QRectF(at.x(), at.y(), size, size), "rotate-ccw", now.text2)
