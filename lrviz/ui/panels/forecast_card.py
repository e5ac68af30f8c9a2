"""What a forecast rests on, in a pop-up: the law, its source, what training had to say of it, and each best peak."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from lrviz.laws import FOUND
from lrviz.laws.law import Law
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px, rounded
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.shadow import SHADOW, paint_shadow
from lrviz.ui.numbers import short
from lrviz.ui.palette import theme
from lrviz.ui.store import Store
from lrviz.ui.views import forecast_words, law_words
from lrviz.ui.views.carried import Carried, carried
from lrviz.ui.views.foreseen import Foreseen
from lrviz.ui.views.sight import visible

WIDTH = 560
MOST = 0.8
"""Share of the screen's height that it takes at most."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForecastCard", text)


class ForecastCard(QFrame):
    """A pop-up; Escape or a click beside it closes it."""

    def __init__(self, store: Store, foreseen: Foreseen, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._foreseen = store, foreseen
        self.uses: dict[str, Button] = {}
        head = ElidedLabel("plot_title", "text", self)
        head.setText(_tr("Forecast · {0}").format(forecast_words.titled(foreseen.law, earlier=foreseen.earlier)))
        self._body = QWidget(self)
        self._words = QVBoxLayout(self._body)
        self._words.setContentsMargins(0, 0, metrics.S2, 0)
        self._words.setSpacing(metrics.S2)
        self._tell(foreseen.law)
        self._list_peaks()
        self._words.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._body)
        self._scroll.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        inner = SHADOW + metrics.S4
        column.setContentsMargins(inner, inner - metrics.S1, inner, inner)
        column.setSpacing(metrics.S2)
        column.addWidget(head)
        column.addWidget(self._scroll, 1)
        self.setAccessibleName(head.text())
        self.setFixedWidth(px(WIDTH) + 2 * SHADOW)

    def _tell(self, law: Law) -> None:
        """Say what the law is, what it assumes, where it is from and what training had to say of it."""
        self._paragraph(law_words.formula(law), "body")
        self._paragraph(law_words.assumes(law), "body")
        if self._foreseen.earlier:
            self._paragraph(_tr("A run has been changed since that race: race again, then fit anew."), "body")
        self.source = self._paragraph(law_words.source(law), "body")
        self.source.setTextFormat(Qt.TextFormat.RichText)
        self.source.setOpenExternalLinks(True)
        self.source.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        if law.name in FOUND:
            self._paragraph(_tr("Against training"), "section")
            self._paragraph(QCoreApplication.translate("Law", FOUND[law.name]), "body")
        for run, why in self._foreseen.outside(visible(self._store.experiment)):
            self._paragraph(
                _tr("No forecast of {0}: {1}.").format(run.name, QCoreApplication.translate("Forecast", why)), "body"
            )
        for run, one in self._foreseen.there(visible(self._store.experiment)):
            if one.notes:
                self._paragraph(f"{run.name}: {'; '.join(one.notes)}.", "secondary")

    def _list_peaks(self) -> None:
        """List by how much to change the selected run's peak for the shape of each other."""
        store, chosen = self._store, self._store.run
        if chosen is None:
            return
        rows = carried(store.experiment, chosen, self._foreseen)
        self._paragraph(_tr("Best peak"), "section")
        if not rows:
            self._paragraph(_tr("This needs a forecast of {0} that knows its best peak.").format(chosen.name), "body")
            return
        self._paragraph(
            _tr("A peak learning rate that is tuned for {0} is carried to another shape by a factor.").format(
                chosen.name
            ),
            "body",
        )
        self._grid(rows)

    def _grid(self, rows: Sequence[Carried]) -> None:
        table = QGridLayout()
        table.setHorizontalSpacing(metrics.S4)
        table.setVerticalSpacing(metrics.S1)
        table.setColumnStretch(2, 1)
        for place, row in enumerate(rows):
            name = ElidedLabel("name", "text", self._body)
            name.setText(row.name)
            name.setMaximumWidth(px(180))
            table.addWidget(name, place, 0)
            table.addWidget(_label(law_words.times(row.factor), self._body, "value"), place, 1)
            table.addWidget(_label(law_words.peaks(row), self._body, "secondary"), place, 2)
            if row.run is not None:
                use = Button(
                    _tr("Use {0} on {1}").format(law_words.times(row.factor), row.name),
                    small=True,
                    parent=self._body,
                )
                use.setToolTip(_tr("Set its learning rate so that it peaks at {0}").format(short(row.wanted)))
                use.clicked.connect(lambda _=False, row=row: self._use(row))
                self.uses[row.name] = use
                table.addWidget(use, place, 3)
        self._words.addLayout(table)

    def _use(self, row: Carried) -> None:
        """Give a run the peak that is carried over."""
        runs = self._store.experiment.runs
        place = next((at for at, run in enumerate(runs) if run.name == row.name), None)
        if place is not None and row.run is not None:
            self._store.edit_run(
                place,
                replace(row.run, visible=runs[place].visible),
                _tr("carry the peak to {0}").format(row.name),
            )
        self.close()

    def _paragraph(self, text: str, role: metrics.Role) -> QLabel:
        label = _label(text, self._body, role)
        self._words.addWidget(label)
        return label

    def open_at(self, beside: QRect) -> None:
        """Open below a rectangle of the screen, above it where there is no room."""
        screen = QGuiApplication.screenAt(beside.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        height = self._fit(round(MOST * room.height()))
        top = beside.bottom() - SHADOW
        if top + height > room.bottom():
            top = max(room.top(), beside.top() - height + SHADOW)
        left = max(room.left(), min(beside.right() - self.width() + SHADOW, room.right() - self.width()))
        self.move(QPoint(left, top))
        self.show()
        self.source.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self, most: int) -> int:
        """Be as high as the words are, at most so many pixels; give the height."""
        wanted = self._words.totalHeightForWidth(px(WIDTH) - 2 * metrics.S4 - metrics.S4)
        around = 2 * (SHADOW + metrics.S4) + px(metrics.S6) + metrics.S2
        self.setFixedHeight(min(wanted + around, most))
        return self.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), theme()
        paint_shadow(painter, self.rect(), metrics.POPUP, self.devicePixelRatioF())
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        rounded(painter, card, metrics.POPUP, fill=tokens.raised, border=tokens.border)


def _label(text: str, parent: QWidget, role: metrics.Role) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(metrics.font(role))
    label.setWordWrap(role in {"body", "secondary"})
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
