"""The bar under the LR finder's plot: search again or stop, what the search was made of, and what the cursor reads."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lrviz.catalog.optimizer import Optimizer
from lrviz.run import Run
from lrviz.spec import fields
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button, IconButton
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.words import said
from lrviz.ui.numbers import short, whole
from lrviz.ui.palette import theme
from lrviz.ui.speech import counts
from lrviz.ui.speech.spoken import joined
from lrviz.ui.views.finder import seeds_at
from lrviz.ui.views.suggested import Searched, rate, suggested


class FinderBar(QWidget):
    """Stands where the transport does in views that run along the steps."""

    wanted = Signal()
    """A search is wanted."""
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(round(metrics.TRANSPORT * max(1.0, metrics.scale())))
        self._running = False
        self.search = IconButton("rotate-ccw", self.tr("Search again"), action="again", parent=self)
        self.seeds = ElidedLabel("name", "text", self)
        self.about = ElidedLabel("secondary", "text2", self)
        self.reading = ElidedLabel("secondary", "text2", self)
        self.again = Button(self.tr("Search again"), small=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.S3, 0, metrics.S4, 0)
        row.setSpacing(metrics.S2)
        row.addWidget(self.search)
        self.seeds.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(self.seeds)
        row.addWidget(self.about)
        row.addWidget(self.again)
        row.addStretch(1)
        row.addWidget(self.reading)
        self.search.clicked.connect(self._search_or_stop)
        self.again.clicked.connect(self.wanted)

    def show_search(self, run: Run, searched: Searched | None, seconds: float, cursor: float | None) -> None:
        """Show what is known of a run, and what is read off at the cursor's rate."""
        self._running = searched is not None and searched.running
        if self._running:
            self.search.set_icon("square", self.tr("Stop the search"))
        else:
            self.search.set_icon("rotate-ccw", self.tr("Search") if searched is None else self.tr("Search again"))
        stale = searched is not None and searched.stale
        self.again.setVisible(stale)
        self.seeds.setText(_progress(searched))
        parts = [optimizer_words(run.optimizer)]
        if stale:
            parts = [self.tr("of an earlier version of {0}, or of other settings").format(run.name)]
        elif searched is not None:
            parts = [self.tr("{0} s").format(f"{seconds:.1f}"), *parts, searched.found.device]
        self.about.setText(joined(" · ", parts))
        self.seeds.setToolTip("" if searched is None or searched.running else _each(searched))
        self.reading.setText("" if searched is None or cursor is None else _read(searched, cursor))

    def _search_or_stop(self) -> None:
        (self.stopped if self._running else self.wanted).emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().surface)
        painter.fillRect(0, 0, self.width(), 1, theme().border)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FinderBar", text)


def _progress(searched: Searched | None) -> str:
    """Say how far a search is, and at its end how many of its seeds suggest a rate."""
    if searched is None:
        return _tr("Not searched yet")
    found = searched.found
    if searched.running:
        return _tr("{0} of {1}").format(whole(len(found.lrs)), counts.updates(searched.updates))
    if len(found.losses) == 1:
        return counts.seeds(1)
    most = max((one.many for one in suggested(found) if not one.trap), default=0)
    return _tr("{0} of {1}").format(most, counts.seeds(len(found.losses)))


def _each(searched: Searched) -> str:
    """Say of each suggestion how many seeds have it."""
    text = _tr("{0}: {1} of {2} seed{2:|s} {1:has|have} one")
    every = suggested(searched.found)
    return joined("\n", (text.format(one.title, one.many, len(searched.found.losses)) for one in every))


def _read(searched: Searched, cursor: float) -> str:
    if not len(searched.found.lrs):
        return ""
    read = seeds_at(searched.found, cursor)
    at, many = rate(read["lr"]), int(read["seeds"])
    if not many:
        return _tr("lr {0}: every seed was cut before").format(at)
    if len(searched.found.losses) == 1:
        return _tr("lr {0}: loss {1}").format(at, short(read["mean"]))
    text = _tr("lr {0}: loss {1}, of {2} seed{2:|s} from {3} to {4}")
    return text.format(at, short(read["mean"]), many, short(read["low"]), short(read["high"]))


def optimizer_words(optimizer: Optimizer) -> str:
    """Name an optimizer, with what is set apart from torch's defaults; its rate is what is searched for."""
    values = [(field, getattr(optimizer, field.name)) for field in fields(type(optimizer)) if field.unit != "lr"]
    apart = [f"{field.name} {said(value, field.none)}" for field, value in values if value != field.default]
    return ", ".join([type(optimizer).__name__, *apart])
