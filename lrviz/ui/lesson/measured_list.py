"""What a lesson measured: each sentence with how often it holds, measured again here when a person wants it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lrviz.teaching.lesson import Lesson, Measured
from lrviz.teaching.verdicts import Weighed
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.progress import Progress
from lrviz.ui.controls.wrapped import Paragraph
from lrviz.ui.icons import paint_icon
from lrviz.ui.lesson.measuring import Measuring
from lrviz.ui.lesson.prose import Prose
from lrviz.ui.lesson.tinted import Tinted
from lrviz.ui.palette import theme
from lrviz.ui.speech.language import language


class MeasuredList(QWidget):
    """The last page of a lesson."""

    def __init__(self, measuring: Measuring, parent: QWidget) -> None:
        super().__init__(parent)
        self.measuring = measuring
        self._lesson: Lesson | None = None
        self.rows: list[MeasuredRow] = []
        self.caveat_head = ElidedLabel("section", "text", self)
        self.caveat = Prose("body", "text", self)
        box = Tinted("warning", self)
        box.column.addWidget(self.caveat_head)
        box.column.addWidget(self.caveat)
        self.again = Button("", icon="refresh-cw", small=True, parent=self)
        self.state = Paragraph("secondary", "text2", self)
        self.progress = Progress(self.tr("Measuring again"), self)
        self.progress.setFixedHeight(px(metrics.S1))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(metrics.S3))
        line = QHBoxLayout()
        line.addWidget(self.again)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(metrics.S3))
        column.addLayout(self._rows)
        column.addLayout(line)
        column.addWidget(self.progress)
        column.addWidget(self.state)
        column.addWidget(box)
        self.again.clicked.connect(self._start_or_stop)
        measuring.changed.connect(self._show)

    def show_lesson(self, lesson: Lesson) -> None:
        """Show what a lesson measured."""
        self.measuring.take(lesson)
        self._lesson = lesson
        while len(self.rows) > len(lesson.measured):
            self.rows.pop().deleteLater()
        while len(self.rows) < len(lesson.measured):
            self.rows.append(MeasuredRow(self))
            self._rows.addWidget(self.rows[-1])
        self._show()

    def _start_or_stop(self) -> None:
        (self.measuring.stop if self.measuring.active else self.measuring.start)()

    def _show(self) -> None:
        lesson, measuring = self._lesson, self.measuring
        if lesson is None or len(measuring.found) != len(lesson.measured):
            return
        for row, one, found in zip(self.rows, lesson.measured, measuring.found, strict=True):
            row.show_one(one, found)
        self.caveat_head.setText(self.tr("The caveat"))
        self.caveat.say(lesson.caveat.said(language()))
        self.again.setText(self.tr("Stop") if measuring.active else self.tr("Measure again"))
        self.again.setIconName("square" if measuring.active else "refresh-cw")
        self.again.setToolTip(self.tr("Trains every scene here with seeds it was never measured with"))
        self.progress.setVisible(measuring.active)
        self.progress.setValue(round(1000 * measuring.share))
        self.state.setText(self._state())
        self.state.setVisible(bool(self._state()))

    def _state(self) -> str:
        seeds, measuring = self.measuring.seeds, self.measuring
        if measuring.why:
            return self.tr("It stopped: {0}.").format(measuring.why.rstrip("."))
        if not seeds:
            return ""
        words = (
            self.tr("Training with seeds {0} to {1} …")
            if measuring.active
            else self.tr("Trained here with seeds {0} to {1}.")
        )
        return words.format(seeds[0], seeds[-1])


class MeasuredRow(QWidget):
    """One sentence, and below it with how many seeds it holds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.said = Prose("body", "text", self)
        self.held = Paragraph("secondary", "text2", self)
        self.mark = _Mark(self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.said)
        words.addWidget(self.held)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(metrics.S2))
        row.addWidget(self.mark)
        row.addLayout(words, 1)

    def show_one(self, one: Measured, found: Weighed | None) -> None:
        """Show a sentence, and what was found of it here."""
        self.said.say(one.text.said(language()))
        if found is None:
            self.mark.show_icon("info")
            words = self.tr("holds in at least {0} of {1} seed{1:|s}").format(one.at_least, one.of)
        else:
            many = len(found.verdict.holds)
            self.mark.show_icon("check" if found.holds else "x")
            words = self.tr("held here in {0} of {1} seed{1:|s}").format(found.verdict.count, many)
            if many == 1:
                words = self.tr("held here") if found.holds else self.tr("did not hold here")
            if found.verdict.compared:
                words = f"{words}\n{found.verdict.compared[0].summed()}"
        self.held.setText(words)


class _Mark(QWidget):
    """The icon of how a claim fared."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = "info"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(metrics.ICON), px(metrics.ICON))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, side = theme(), px(metrics.ICON)
        inks = {"check": now.best, "x": now.error}
        paint_icon(QPainter(self), QRectF(0, px(2), side, side), self._icon, inks.get(self._icon, now.text3))
