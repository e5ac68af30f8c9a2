"""What lies over the plots of schedules: the grips on a curve, and the bars of its metric and of the forecast."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from lrviz.ui.figure import Figure
from lrviz.ui.pages.canvas import Canvas
from lrviz.ui.pages.forecast_bar import ForecastBar
from lrviz.ui.pages.foresight import Foresight
from lrviz.ui.pages.markers import Markers
from lrviz.ui.pages.metric_bar import MetricBar
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store
from lrviz.ui.views import forecast_words
from lrviz.ui.views.foreseen import Foreseen
from lrviz.ui.views.sight import visible


class Overlays(QObject):
    """Lets a person change a schedule on its plot, and ask about its forecast."""

    changed = Signal()
    """The page is to be drawn anew."""

    def __init__(self, store: Store, races: Races, canvas: Canvas, page: QWidget) -> None:
        super().__init__(page)
        self._store, self._races, self._canvas, self._page = store, races, canvas, page
        self.metric_bar = MetricBar(store, canvas, page)
        self.markers = Markers(store, canvas)
        self.foresight = Foresight(page)
        self.forecast_bar = ForecastBar(canvas, self.foresight, store, races, page)
        self.forecast_bar.improvement_wanted.connect(self.improve)
        for signal in (self.markers.settled, self.foresight.changed, self.forecast_bar.fits.changed):
            signal.connect(self.changed)

    def beside(self, figure: Figure) -> Figure:
        """Leave room for the bars in the figure's title rows; on a bare stage there are none."""
        if self._canvas.stage.bare:
            self.metric_bar.hide()
            self.forecast_bar.hide()
            return figure
        return self.forecast_bar.beside(self.metric_bar.beside(figure))

    def place(self) -> None:
        """Stand where the figure has its Forecast pane."""
        if not self._canvas.stage.bare:
            self.forecast_bar.place()

    def say_why_none(self, foreseen: Foreseen | None) -> None:
        """Say why there is no forecast, where one is wanted."""
        why = "" if foreseen is None else forecast_words.nothing(visible(self._store.experiment), foreseen)
        if why:
            self._races.said.emit("info", _tr("Nothing can be forecast yet"), why)

    def explain(self, foreseen: Foreseen | None, beside: QRect) -> None:
        """Open what the forecast rests on."""
        if foreseen is not None:
            from lrviz.ui.panels.forecast_card import ForecastCard

            ForecastCard(self._store, foreseen, self._page).open_at(beside)

    def improve(self) -> None:
        """Look for the selected run's best schedule by the law of the forecast."""
        from lrviz.ui.panels.improve_dialog import open_dialog

        open_dialog(self._store, self._races, self.foresight, self._page)

    def add_knot(self) -> None:
        """Put a knot on the selected run's curve at the cursor, or say which schedules take one."""
        if not self.markers.add_at_cursor():
            why = _tr("A schedule of drawn knots takes one at the cursor’s step.")
            self._races.said.emit("info", _tr("There is no knot to add here"), why)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Page", text)
