"""The controls of the Forecast pane: what it rests on, and the law it follows."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QPoint, QRect, QRectF, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from lrviz.laws import LAWS
from lrviz.ui import metrics
from lrviz.ui.canvas import Canvas
from lrviz.ui.controls.button import Button, IconButton
from lrviz.ui.figure import Figure
from lrviz.ui.foresight import Foresight
from lrviz.ui.views.forecast import KEY
from lrviz.ui.views.forecast_words import title, titled


class ForecastBar(QWidget):
    """Stands in the title row of the Forecast pane, while there is one."""

    explained = Signal(QRect)
    """A person asks what the forecast rests on; beside this place on the screen."""
    improvement_wanted = Signal()
    """A person wants the selected run's best schedule by the law."""

    def __init__(self, canvas: Canvas, foresight: Foresight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas, self._foresight = canvas, foresight
        self.about = IconButton("info", self.tr("What the forecast rests on, and each run’s best peak"), parent=self)
        self.law = Button(titled(foresight.law), icon="chevron-down", kind="ghost", small=True, parent=self)
        self.law.setAccessibleDescription(self.tr("The law that the loss is forecast by"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.about)
        row.addWidget(self.law)
        self.law.clicked.connect(lambda: self.menu().exec(self.law.mapToGlobal(QPoint(0, self.law.height()))))
        self.about.clicked.connect(
            lambda: self.explained.emit(QRect(self.about.mapToGlobal(QPoint()), self.about.size()))
        )
        self.hide()

    def menu(self) -> QMenu:
        """Give the menu of all laws with their sets of coefficients, the chosen one checked, and one that hides all."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for name, sets in LAWS.items():
            for of, law in sets.items():
                action = menu.addAction(title(name, of))
                action.setCheckable(True)
                action.setChecked(law == self._foresight.law)
                action.triggered.connect(lambda _=False, name=name, of=of: self._foresight.choose(name, of))
                group.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Improve the selected run…")).triggered.connect(self.improvement_wanted)
        menu.addAction(self.tr("Hide the forecast")).triggered.connect(self._foresight.toggle)
        return menu

    def beside(self, figure: Figure) -> Figure:
        """Leave room for it in the title row of the Forecast pane."""
        self.law.setText(titled(self._foresight.law))
        aside = self.sizeHint().width() + metrics.S3
        plots = tuple(dataclasses.replace(plot, aside=aside) if plot.key == KEY else plot for plot in figure.plots)
        return dataclasses.replace(figure, plots=plots)

    def place(self) -> None:
        """Stand where the figure has its Forecast pane; nowhere where it has none."""
        row = self._canvas.title_row(KEY)
        self.setVisible(row is not None)
        if row is not None:
            self._stand_in(row)

    def _stand_in(self, row: QRectF) -> None:
        size, corner = self.sizeHint(), self._canvas.pos()
        x = corner.x() + row.right() - size.width() - metrics.S2
        y = corner.y() + row.center().y() - size.height() / 2
        self.setGeometry(round(x), round(y), size.width(), size.height())
        self.raise_()
