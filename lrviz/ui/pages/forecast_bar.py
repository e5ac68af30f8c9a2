"""The controls of the Forecast pane: what it rests on, and the law it follows."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QPoint, QRect, QRectF, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from lrviz.laws import LAWS
from lrviz.laws.fitting import FITTABLE
from lrviz.laws.law import Law
from lrviz.ui import metrics
from lrviz.ui.controls.below import below
from lrviz.ui.controls.button import Button, IconButton
from lrviz.ui.controls.menu import open_menu
from lrviz.ui.figure import Figure
from lrviz.ui.numbers import short
from lrviz.ui.pages.canvas import Canvas
from lrviz.ui.pages.fits import Fits
from lrviz.ui.pages.foresight import Foresight
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store
from lrviz.ui.views.forecast import KEY
from lrviz.ui.views.forecast_words import fitting, title, titled


class ForecastBar(QWidget):
    """Stands in the title row of the Forecast pane, while there is one."""

    explained = Signal(QRect)
    """A person asks what the forecast rests on; beside this place on the screen."""
    improvement_wanted = Signal()
    """A person wants the selected run's best schedule by the law."""

    def __init__(self, canvas: Canvas, foresight: Foresight, store: Store, races: Races, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas, self._foresight = canvas, foresight
        self._before = 0.0  # pixels at the right of its title row that other controls have taken
        self.fits = Fits(store, races, self)
        self.fits.fitted.connect(foresight.take)
        store.opened.connect(foresight.forget)
        store.cursor_changed.connect(lambda: foresight.look_at(store.cursor))
        foresight.look_at(store.cursor)
        self.about = IconButton("info", self.tr("What the forecast rests on, and each run’s best peak"), parent=self)
        self.improve = IconButton(
            "trending-down", self.tr("Improve the selected run’s schedule"), action="improve", parent=self
        )
        self.law = Button(titled(foresight.law), icon="chevron-down", kind="ghost", small=True, parent=self)
        self.stop = IconButton("x", self.tr("Stop fitting"), shortcut="Esc", parent=self)
        self.stop.hide()
        self.law.setAccessibleDescription(self.tr("The law that the loss is forecast by"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self.about, self.improve, self.law, self.stop):
            row.addWidget(widget)
        self.improve.clicked.connect(self.improvement_wanted)
        self.stop.clicked.connect(self.fits.stop)
        self.law.clicked.connect(lambda: open_menu(self.menu(), below(self.law)))
        self.about.clicked.connect(
            lambda: self.explained.emit(QRect(self.about.mapToGlobal(QPoint()), self.about.size()))
        )
        self.hide()

    def menu(self) -> QMenu:
        """Give the menu of all laws with their sets of coefficients, the chosen one checked, and what else there is."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        group = QActionGroup(menu)
        for name, sets in LAWS.items():
            for of, law in sets.items():
                action = self._choice(menu, group, law, title(name, of))
                action.triggered.connect(lambda _=False, name=name, of=of: self._foresight.choose(name, of))
        self._offer_fits(menu, group)
        menu.addSeparator()
        menu.addAction(self.tr("Improve the selected run…")).triggered.connect(self.improvement_wanted)
        menu.addAction(self.tr("Hide the forecast")).triggered.connect(self._foresight.toggle)
        return menu

    def _offer_fits(self, menu: QMenu, group: QActionGroup) -> None:
        """Add the laws that were fitted to a race, and that one may be; else why not."""
        menu.addSeparator()
        experiment, why = self.fits.experiment, self.fits.why_not()
        for fit in self._foresight.fits.values():
            action = self._choice(menu, group, fit.law, titled(fit.law, earlier=fit.earlier(experiment)))
            action.triggered.connect(lambda _=False, fit=fit: self._foresight.take(fit))
        for name in FITTABLE:
            action = menu.addAction(fitting(name))
            action.setEnabled(not why)
            action.setToolTip(why or self.tr("Takes its coefficients from the raced losses, in a second or two"))
            action.triggered.connect(lambda _=False, name=name: self.fits.fit(name))

    def _choice(self, menu: QMenu, group: QActionGroup, law: Law, text: str) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(law == self._foresight.law)
        group.addAction(action)
        return action

    def beside(self, figure: Figure) -> Figure:
        """Leave room for it in the title row of the Forecast pane."""
        self.law.setText(self._text())
        self.stop.setVisible(self.fits.active)
        own = self.sizeHint().width() + metrics.S3
        self._before = next((plot.aside for plot in figure.plots if plot.key == KEY), 0)
        plots = (
            dataclasses.replace(plot, aside=plot.aside + own) if plot.key == KEY else plot for plot in figure.plots
        )
        return dataclasses.replace(figure, plots=tuple(plots))

    def _text(self) -> str:
        """Say which law it is, or how far the fit of one has come."""
        if self.fits.active:
            done = short(self.fits.done, "percent")
            return self.tr("{0}: fitting … {1}").format(title(self.fits.law), done)
        foresight = self._foresight
        return titled(foresight.law, earlier=foresight.earlier(self.fits.experiment))

    def place(self) -> None:
        """Stand where the figure has its Forecast pane; nowhere where it has none."""
        row = self._canvas.title_row(KEY)
        self.setVisible(row is not None)
        if row is not None:
            self._stand_in(row)

    def _stand_in(self, row: QRectF) -> None:
        size, corner = self.sizeHint(), self._canvas.pos()
        x = corner.x() + row.right() - self._before - size.width() - metrics.S2
        y = corner.y() + row.center().y() - size.height() / 2
        self.setGeometry(round(x), round(y), size.width(), size.height())
        self.raise_()
