"""The bar under the Loss view: where the cursor stands along a loss, a slider for it, and along which quantity."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from lrviz.catalog.quantity import BY_TASK, Name
from lrviz.ui import metrics
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.loss_words import at, meaning
from lrviz.ui.numbers import short
from lrviz.ui.palette import theme
from lrviz.ui.store import Store

FINE = 1000
"""Positions of the slider."""


class QuantityBar(QWidget):
    """In the Loss view it stands where the transport is in the others."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._offered: tuple[Name, ...] = ()
        self.setFixedHeight(round(metrics.TRANSPORT * max(1.0, metrics.scale())))
        self.where = ElidedLabel("name", "text", self)
        self.meaning = ElidedLabel("secondary", "text2", self)
        self.slider = Along(store, self)
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
        self._offer(BY_TASK[store.experiment.problem.task])
        name = store.quantity
        if self.quantity is not None:
            self.quantity.show_choice(name)
        self.where.setText(f"{name} = {short(at(name, store.at))}")
        self.meaning.setText(meaning(name))
        self.where.setFixedWidth(self.where.fontMetrics().horizontalAdvance(f"{name} = −0.0001") + metrics.S2)
        self.meaning.setFixedWidth(self.meaning.fontMetrics().horizontalAdvance(meaning(name)) + metrics.S2)
        self.slider.show_share(store.at)

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

    def resizeEvent(self, event: object) -> None:
        self.meaning.setVisible(self.width() >= 620)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().surface)
        painter.fillRect(0, 0, self.width(), 1, theme().border)


class Along(QSlider):
    """The cursor's place on a line."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._store = store
        self.setRange(0, FINE)
        self.setAccessibleName(self.tr("Place along the loss"))
        self.setToolTip(self.tr("← → move it by a hundredth, with Shift by a tenth"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(80)
        self.setFixedHeight(32)

    def show_share(self, share: float) -> None:
        """Show the place without saying that someone moved it."""
        blocked = self.blockSignals(True)
        self.setValue(round(share * FINE))
        self.blockSignals(blocked)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 32)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the window moves the cursor

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._take(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._take(event)

    def _take(self, event: QMouseEvent) -> None:
        share = (event.position().x() - 3) / max(1, self.width() - 6)
        self.setValue(round(min(1.0, max(0.0, share)) * FINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left, width, middle = 3.0, self.width() - 6.0, self.height() / 2
        painter.setBrush(tokens.sunken)
        painter.drawRoundedRect(QRectF(left, middle - 2, width, 4), 2, 2)
        for tick in range(11):
            painter.fillRect(QRectF(round(left + tick / 10 * width), middle + 7, 1, 4), tokens.strong)
        place = left + width * self._store.at
        painter.setBrush(tokens.text)
        painter.drawRoundedRect(QRectF(place - 2.5, middle - 9, 5, 18), 2, 2)
