"""The problem card: which data, model and plan the runs are raced on; a click opens its form."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px, write
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.icons import paint_icon
from lrviz.ui.numbers import whole
from lrviz.ui.palette import theme
from lrviz.ui.racing.raced import MINIATURE, raced_plan, shrinks, stand_in
from lrviz.ui.speech import counts, language
from lrviz.ui.speech.saying import said
from lrviz.ui.speech.spoken import joined
from lrviz.ui.store import Store


class ProblemCard(QAbstractButton):
    """Two lines and a chevron; a real button underneath."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.setFixedHeight(px(metrics.PROBLEM_CARD - metrics.S3))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._shown = (store.experiment.problem, store.experiment.training)
        store.changed.connect(self._follow)
        language.changes.spoken.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._show()

    def lines(self) -> tuple[str, str]:
        """Give what the card says."""
        experiment = self._store.experiment
        problem, training = experiment.problem, experiment.training
        if shrinks(experiment):
            detail = self.tr("{0}-step miniature of {1} step{1:|s}").format(MINIATURE, whole(training.steps))
        else:
            outline = problem.model.outline(problem.inputs, problem.outputs)
            batch = raced_plan(experiment).training.batch_size
            detail = self.tr("{0} · batch {1} · {2}").format(outline, batch, counts.steps(training.steps))
        return said(problem.title()), detail

    def _follow(self) -> None:
        """Say another problem or plan; what is raced on it doesn't matter here."""
        now = (self._store.experiment.problem, self._store.experiment.training)
        if now != self._shown:
            self._shown = now
            self._show()

    def _show(self) -> None:
        text = joined(", ", self.lines())
        told = joined("\n", (text, stand_in(self._store.experiment)))
        self.setToolTip(self.tr("{0}\nClick to change the data, the model and the plan.").format(told))
        if text == self.text():
            return
        self.setText(text)
        self.setAccessibleName(self.tr("Problem: {0}").format(text))
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, metrics.CARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def sizeHint(self) -> QSize:
        return QSize(metrics.SIDEBAR, px(metrics.PROBLEM_CARD - metrics.S3))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics.S12, px(metrics.PROBLEM_CARD - metrics.S3))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tokens.border)
        painter.setBrush(tokens.hover if self.underMouse() else tokens.surface)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, metrics.CARD, metrics.CARD)
        left, width = metrics.S3, self.width() - 2 * metrics.S3 - px(metrics.ICON) - metrics.S1
        middle = self.height() / 2
        title, detail = self.lines()
        write(painter, QRectF(left, middle - px(20), width, px(20)), title, metrics.font("name"), tokens.text)
        write(painter, QRectF(left, middle, width, px(20)), detail, metrics.font("secondary"), tokens.text2)
        side = px(metrics.ICON)
        chevron = QRectF(self.width() - metrics.S3 - side, middle - side / 2, side, side)
        paint_icon(painter, chevron, "chevron-right", tokens.text2)
