"""The row on top of the lessons page: the mark, what finds everything, and the language."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.button import IconButton
from lrviz.ui.controls.drawing import px, write
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.find.field import FindField
from lrviz.ui.icons import paint_icon
from lrviz.ui.palette import theme
from lrviz.ui.speech.language import LANGUAGES, language


class HomeBar(QWidget):
    """As high as the top bar, in its place."""

    language_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(round(metrics.TOP_BAR * max(1.0, metrics.scale())))
        self.find_field = FindField(self)
        self.settings = IconButton("settings", self.tr("Settings"), action="settings", parent=self)
        self.language = Segmented(LANGUAGES, name=self.tr("Language"), small=True, parent=self)
        self.language.show_choice(language())
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.S12 + metrics.S12 + metrics.S6, 0, metrics.S4, 0)
        row.setSpacing(metrics.S3)
        row.addStretch(1)
        row.addWidget(self.find_field)
        row.addWidget(self.language)
        row.addWidget(self.settings)
        self.language.chosen.connect(self.language_chosen)

    def say(self) -> None:
        """Say in the language in force what the buttons do."""
        self.find_field.say()
        self.settings.set_icon("settings", self.tr("Settings"))
        self.language.show_choice(language())

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme(), QPainter(self)
        painter.fillRect(self.rect(), now.bg)
        painter.fillRect(0, self.height() - 1, self.width(), 1, now.border)
        side = px(metrics.ICON_BIG)
        paint_icon(painter, QRectF(metrics.S4, (self.height() - side) / 2, side, side), "chart-spline", now.text)
        left = metrics.S4 + side + metrics.S3
        write(painter, QRectF(left, 0, metrics.S12 * 2, self.height()), "lrviz", metrics.font("form_title"), now.text)
