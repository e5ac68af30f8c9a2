"""The form of the metric that is supposed for schedulers that listen: its kind, and what it depends on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lrviz.catalog.carried import kept
from lrviz.catalog.signal import Signal as Metric
from lrviz.catalog.signals import SIGNALS
from lrviz.catalog.signals.drawn import Drawn
from lrviz.catalog.signals.learning_curve import LearningCurve
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.controls.choice_list import Choice
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.wrapped import Paragraph
from lrviz.ui.form.choices import choice_of
from lrviz.ui.form.spec_form import SpecForm
from lrviz.ui.form.thumbnails import MetricThumbnail
from lrviz.ui.palette import NEUTRAL


class MetricForm(QWidget):
    """Shows a supposed metric and sends the one it would be with one change: `edited(metric, what, dragging)`."""

    edited = Signal(object, str, bool)
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._metric: Metric = LearningCurve()
        self.kind = ChoiceBox(self._kinds, name=self.tr("Metric it is told"), parent=self)
        self.kind.set_colour(NEUTRAL)
        self.values = SpecForm(self)
        self.clear = Button(self.tr("Clear drawing"), icon="trash-2", kind="ghost", small=True, parent=self)
        self.about = Paragraph("secondary", "text2", self)
        self.about.setText(
            self.tr(
                "Supposed, the same for all runs. A race tells the validation loss once an epoch, "
                "or the training loss once a batch."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(metrics.S1))
        for widget in (self.kind, self.values):
            column.addWidget(widget)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.about)
        self.kind.chosen.connect(lambda key: self._send(self._of_kind(key)))
        self.clear.clicked.connect(lambda: self._send(LearningCurve()))
        self.values.edited.connect(self.edited)
        self.values.rebuilt.connect(self.rebuilt)

    def show_metric(self, metric: Metric) -> None:
        """Show a metric; nothing is sent."""
        self._metric = metric
        self.kind.show_choice(choice_of(type(metric), MetricThumbnail(metric)))
        self.values.show_spec(metric, NEUTRAL)
        self.clear.setVisible(isinstance(metric, Drawn))

    def stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, from top to bottom."""
        return [self.kind, *self.values.stops(), self.clear]

    def _kinds(self) -> Sequence[Choice]:
        """Offer every kind of metric with the curve it would be."""
        return [choice_of(cls, MetricThumbnail(self._of_kind(cls.__name__))) for cls in SIGNALS]

    def _of_kind(self, key: str) -> Metric:
        """Give a metric of another kind: what a hand would begin to draw on, or with the values that mean the same."""
        cls = next(cls for cls in SIGNALS if cls.__name__ == key)
        if isinstance(self._metric, cls):
            return self._metric
        return Drawn.after(self._metric) if cls is Drawn else kept(self._metric, cls.example())

    def _send(self, metric: Metric) -> None:
        what = QCoreApplication.translate("MetricForm", "metric")
        self.edited.emit(metric, what, False)
