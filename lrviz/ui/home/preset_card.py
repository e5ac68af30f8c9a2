"""A preset to start from: the curve of its rate, its title and what it trains with."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lrviz.scenarios import Preset
from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px, rounded, write
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.form.thumbnails import of_run
from lrviz.ui.palette import theme
from lrviz.ui.speech import counts, saying
from lrviz.ui.speech.spoken import joined

PICTURE = (44, 26)


class PresetCard(QAbstractButton):
    """Opens a preset with its own plan."""

    def __init__(self, preset: Preset, parent: QWidget) -> None:
        super().__init__(parent)
        self.preset = preset
        self._picture = of_run(preset.experiment, preset.experiment.runs[0])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say()

    def say(self) -> None:
        """Say in the language in force what it trains with."""
        run = self.preset.experiment.runs[0]
        updates = counts.updates(self.preset.experiment.training.steps)
        self._detail = joined(" · ", (type(run.optimizer).__name__, updates))
        self.setText(saying.catalog(self.preset.title))
        self.setAccessibleName(joined(", ", (saying.catalog(self.preset.title), self._detail)))
        self.setToolTip(saying.catalog(self.preset.about))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(metrics.LESSON_CARD[0]), px(metrics.PRESET_CARD))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(metrics.SIDEBAR_MIN) // 2, px(metrics.PRESET_CARD))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, metrics.CARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        over = self.underMouse() or self.isDown()
        fill, border = (now.hover, now.strong) if over else (now.surface, now.border)
        rounded(painter, box, metrics.CARD, fill=fill, border=border)
        wide, high = px(PICTURE[0]), px(PICTURE[1])
        place = QRectF(px(metrics.S3), box.center().y() - high / 2, wide, high)
        self._picture(painter, place, now.text)
        x, middle = place.right() + px(metrics.S4 - metrics.S1), box.center().y()
        room = box.width() - x - px(metrics.S3)
        write(painter, QRectF(x, middle - px(19), room, px(19)), self.text(), metrics.font("plot_title"), now.text)
        write(painter, QRectF(x, middle, room, px(18)), self._detail, metrics.font("secondary"), now.text2)
