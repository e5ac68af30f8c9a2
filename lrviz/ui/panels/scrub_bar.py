"""The scrubber under a presented view: a line with the cursor's place, in sight while the pointer moves."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.track import Track
from lrviz.ui.palette import theme
from lrviz.ui.panels.quantity_bar import QuantityBar
from lrviz.ui.panels.transport import Transport
from lrviz.ui.showing.stage import Stage

FOREMOST = 12
"""The most digits of a place, which the label has room for."""


class ScrubBar(QWidget):
    """Shows and moves what the view's own bar does. Its room stays where it is hidden, so that no plot jumps."""

    def __init__(self, transport: Transport, quantity_bar: QuantityBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._bars: dict[Track, QLineEdit | QLabel] = {
            transport.scrubber: transport.where,
            quantity_bar.slider: quantity_bar.where,
        }
        self._source = transport.scrubber
        self.track = Track(transport.scrubber.accessibleName(), self.tr("← → move the cursor; Esc leaves"), self)
        self.where = ElidedLabel("value", "text", self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.track, 1)
        self._row.addWidget(self.where)
        self.track.valueChanged.connect(self._move)
        for source in self._bars:
            source.shown.connect(self._copy)

    def follow(self, source: Track, stage: Stage, ends: tuple[float, float]) -> None:
        """Follow another bar's scrubber, as wide as the plots above it: they end so far from left and right."""
        self._source = source
        self.track.setAccessibleName(source.accessibleName())
        self.where.enlarge(stage.times)
        gap = round(metrics.S4 * stage.times)
        wide = self.where.fontMetrics().horizontalAdvance("0" * FOREMOST)
        self.where.setFixedWidth(min(wide, max(round(ends[1]) - gap, wide // 2)))
        self._row.setContentsMargins(round(ends[0]) - 3, 0, max(0, round(ends[1]) - gap - self.where.width()), 0)
        self._row.setSpacing(gap)
        self.setFixedHeight(round(metrics.SCRUBBER * stage.times / metrics.PRESENTED))
        self._copy()

    def reveal(self, shown: bool) -> None:
        """Come into sight, or go out of it."""
        self.track.setVisible(shown)
        self.where.setVisible(shown)

    def _move(self, value: int) -> None:
        self._source.setValue(value)

    def _copy(self) -> None:
        self.track.copy(self._source)
        self.where.setText(self._bars[self._source].text())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().surface)
