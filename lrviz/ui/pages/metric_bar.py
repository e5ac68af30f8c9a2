"""The controls of the Metric pane: which metric is shown, and a pencil to draw the supposed one by hand."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import cast

from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lrviz.catalog.signals.drawn import PLACES, Drawn
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.figure import Figure
from lrviz.ui.pages.canvas import Canvas
from lrviz.ui.palette import theme
from lrviz.ui.racing.raced import Raced
from lrviz.ui.speech.spoken import together
from lrviz.ui.store import Heard, Store
from lrviz.ui.views.metric import KEY, raced_parts
from lrviz.ui.views.sight import visible

GESTURE = "draw the metric"


class MetricBar(QWidget):
    """Stands in the title row of the Metric pane, while there is one.

    While the pencil is taken, a drag in the pane draws: the whole of it is one undo step. Esc puts the pencil away.
    """

    def __init__(self, store: Store, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._canvas = store, canvas
        self._before = 0.0  # pixels at the right of its title row that other controls have taken
        self.heard = Segmented(
            [("supposed", self.tr("Supposed")), ("raced", self.tr("Raced"))],
            name=self.tr("Metric that schedulers are told"),
            small=True,
            parent=self,
        )
        self.heard.setToolTip(
            self.tr(
                "Supposed: one metric for all runs, before a race. Raced: what each scheduler was told in its race."
            )
        )
        self.pencil = Button("", icon="pencil", kind="ghost", small=True, parent=self)
        self.pencil.setCheckable(True)
        self._leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.put_away)
        self._leave.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(metrics.S1))
        row.addWidget(self.pencil)
        row.addWidget(self.heard)
        self.heard.chosen.connect(lambda key: store.hear(cast("Heard", key)))
        self.pencil.toggled.connect(self._take)
        canvas.stroked.connect(self._stroke)
        canvas.stroke_ended.connect(store.end_gesture)
        self._name()
        self.hide()

    def show_for(self, raced: Mapping[str, Raced]) -> None:
        """Stand where the figure has its Metric pane; nothing where it has none."""
        row = self._canvas.title_row(KEY)
        if row is None:
            self.put_away()
            self.hide()
            return
        ran = raced_parts(visible(self._store.experiment), raced)
        self.heard.set_enabled("raced", bool(ran), self.tr("Race a run whose scheduler listens first"))
        shown = "raced" if ran and self._store.heard == "raced" else "supposed"
        self.heard.show_choice(shown)
        self.pencil.setVisible(shown == "supposed")
        if shown == "raced":
            self.put_away()
        self._place(row)
        self.show()

    def beside(self, figure: Figure) -> Figure:
        """Leave room for it in the title row of the Metric pane."""
        own = self.sizeHint().width() + metrics.S4 + metrics.S2
        self._before = next((plot.aside for plot in figure.plots if plot.key == KEY), 0)
        plots = (
            dataclasses.replace(plot, aside=plot.aside + own) if plot.key == KEY else plot for plot in figure.plots
        )
        return dataclasses.replace(figure, plots=tuple(plots))

    def toggle(self) -> None:
        """Take the pencil, or put it away."""
        if self.isVisible() and self.pencil.isVisible():
            self.pencil.toggle()

    def put_away(self) -> None:
        """Put the pencil away: a drag pans again."""
        self.pencil.setChecked(False)

    def _take(self, taken: bool) -> None:
        self._leave.setEnabled(taken)
        self._canvas.take_pencil(KEY if taken else "")
        self._name()

    def _name(self) -> None:
        drawing = self.pencil.isChecked()
        self.pencil.setText(self.tr("Done") if drawing else self.tr("Draw"))
        self.pencil.setIconName("check" if drawing else "pencil")
        self.pencil.setAccessibleName(self.tr("Draw the metric by hand"))
        way = self.tr("Values can be typed too: in the run’s form, under “Metric it is told”.")
        tip = self.tr("Drag in the pane to draw. Esc ends it.") if drawing else self.tr("Draw the metric by hand  D")
        self.pencil.setToolTip(together("{0}\n{1}", tip, way))
        self.pencil.setAccessibleDescription(way)
        self.resize(self.sizeHint())

    def _stroke(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draw a line from one (x, value) to another over the metric."""
        experiment = self._store.experiment
        per, steps = self._store.per_unit, experiment.training.steps
        before = experiment.metric
        if not (isinstance(before, Drawn) and len(before.values) >= PLACES):
            before = Drawn.after(before)
        drawn = before.stroked((start[0] * per / steps, start[1]), (end[0] * per / steps, end[1]))
        self._store.edit(self.tr("draw the metric"), replace(experiment, metric=drawn), gesture=GESTURE)

    def _place(self, row: QRectF) -> None:
        size = self.sizeHint()
        right = self._canvas.x() + row.right() - self._before - metrics.S4
        top = self._canvas.y() + row.top() + (row.height() - size.height()) / 2
        self.setGeometry(round(right - size.width()), round(top), size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().surface)
