"""The bar under the Loss view: where the cursor stands along a loss, a slider for it, and along which quantity."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lrviz.catalog.quantity import BY_TASK, Name
from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.controls.track import Track
from lrviz.ui.loss_words import at, meaning
from lrviz.ui.numbers import short
from lrviz.ui.palette import theme
from lrviz.ui.store import Store

FINE = 1000
"""Positions of the slider."""
LEAST = 200
"""Pixels of usual text that the slider keeps before it is said what the quantity is."""
TENTHS = [tick / 10 for tick in range(11)]


class QuantityBar(QWidget):
    """In the Loss view it stands where the transport is in the others."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._offered: tuple[Name, ...] = ()
        self.setFixedHeight(round(metrics.TRANSPORT * max(1.0, metrics.scale())))
        self.where = ElidedLabel("name", "text", self)
        self.meaning = ElidedLabel("secondary", "text2", self)
        self.slider = Track(
            self.tr("Place along the loss"), self.tr("← → move it by a hundredth, with Shift by a tenth"), self
        )
        self.quantity: Segmented | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(metrics.S4, 0, metrics.S4, 0)
        self._row.setSpacing(metrics.S3)
        for label in (self.where, self.meaning):
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            self._row.addWidget(label)
        self._row.addWidget(self.slider, 1)
        self.slider.valueChanged.connect(lambda value: store.look(value / FINE))
        store.looked.connect(self._show)
        store.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        store = self._store
        known = BY_TASK[store.experiment.problem.task]
        self._offer(known)
        self.where.setVisible(bool(known))
        self.slider.setVisible(bool(known))
        name = store.quantity
        if self.quantity is not None:
            self.quantity.show_choice(name)
        self.where.setText(f"{name} = {short(at(name, store.at))}")
        self.meaning.setText(meaning(name))
        self.where.setFixedWidth(self.where.fontMetrics().horizontalAdvance(f"{name} = −0.0001") + metrics.S2)
        self.meaning.setFixedWidth(self.meaning.fontMetrics().horizontalAdvance(meaning(name)) + metrics.S2)
        self._show_meaning()
        self.slider.show_place(round(store.at * FINE), FINE, TENTHS)

    def _offer(self, names: tuple[Name, ...]) -> None:
        """Offer the quantities of the problem's task, where there is a choice."""
        if names == self._offered:
            return
        self._offered = names
        if self.quantity is not None:
            self._row.removeWidget(self.quantity)
            self.quantity.hide()  # it stays until the event loop has time
            self.quantity.deleteLater()
            self.quantity = None
        if len(names) > 1:
            self.quantity = Segmented([(name, name) for name in names], name=self.tr("Looked at along"), parent=self)
            self.quantity.chosen.connect(lambda name: self._store.look_along(cast("Name", name)))
            self._row.addWidget(self.quantity)

    def _show_meaning(self) -> None:
        """Say what the quantity is where the slider keeps its room."""
        choice = self.quantity.sizeHint().width() if self.quantity is not None else 0
        left = self.width() - self.where.width() - self.meaning.width() - choice - 2 * metrics.S4 - 3 * metrics.S3
        self.meaning.setVisible(left >= px(LEAST) and bool(BY_TASK[self._store.experiment.problem.task]))

    def resizeEvent(self, event: object) -> None:
        self._show_meaning()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().surface)
        painter.fillRect(0, 0, self.width(), 1, theme().border)
