"""What a forecast rests on, in a pop-up: the law, its source, what training had to say of it, and each best peak."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from lrviz.laws import FOUND
from lrviz.laws.law import Law
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.popup import PopUp
from lrviz.ui.numbers import short
from lrviz.ui.speech.saying import said
from lrviz.ui.store import Store
from lrviz.ui.views import forecast_words, law_words
from lrviz.ui.views.carried import Carried, carried
from lrviz.ui.views.foreseen import Foreseen
from lrviz.ui.views.sight import visible

WIDTH = 560


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForecastCard", text)


class ForecastCard(PopUp):
    """A pop-up about the forecast in sight; its buttons change a run."""

    def __init__(self, store: Store, foreseen: Foreseen, parent: QWidget) -> None:
        title = _tr("Forecast · {0}").format(forecast_words.titled(foreseen.law, earlier=foreseen.earlier))
        super().__init__(title, WIDTH, parent)
        self._store, self._foreseen = store, foreseen
        self.uses: dict[str, Button] = {}
        self._tell(foreseen.law)
        self._list_peaks()
        self.words.addStretch(1)

    def _tell(self, law: Law) -> None:
        """Say what the law is, what it assumes, where it is from and what training had to say of it."""
        self.say(law_words.formula(law))
        self.say(law_words.assumes(law))
        if self._foreseen.earlier:
            self.say(_tr("A run has been changed since that race: race again, then fit anew."))
        source = law_words.source(law)
        self.source = self.link(source, re.sub(r"<[^>]*>", "", source))
        if law.name in FOUND:
            self.section(_tr("Against training"))
            self.say(QCoreApplication.translate("Law", FOUND[law.name]))
        for run, why in self._foreseen.outside(visible(self._store.experiment)):
            self.say(_tr("No forecast of {0}: {1}.").format(run.name, QCoreApplication.translate("Forecast", why)))
        for run, one in self._foreseen.there(visible(self._store.experiment)):
            if one.notes:
                self.say(f"{run.name}: {'; '.join(said(note) for note in one.notes)}.", "secondary")

    def _list_peaks(self) -> None:
        """List by how much to change the selected run's peak for the shape of each other."""
        store, chosen = self._store, self._store.run
        if chosen is None:
            return
        rows = carried(store.experiment, chosen, self._foreseen)
        self.section(_tr("Best peak"))
        if not rows:
            self.say(_tr("This needs a forecast of {0} that knows its best peak.").format(chosen.name))
            return
        self.say(
            _tr("A peak learning rate that is tuned for {0} is carried to another shape by a factor.").format(
                chosen.name
            )
        )
        self._grid(rows)

    def _grid(self, rows: Sequence[Carried]) -> None:
        table = QGridLayout()
        table.setHorizontalSpacing(metrics.S4)
        table.setVerticalSpacing(metrics.S1)
        table.setColumnStretch(2, 1)
        for place, row in enumerate(rows):
            name = ElidedLabel("name", "text", self.body)
            name.setText(row.name)
            name.setMaximumWidth(px(180))
            table.addWidget(name, place, 0)
            table.addWidget(_label(law_words.times(row.factor), self.body, "value"), place, 1)
            table.addWidget(_label(law_words.peaks(row), self.body, "secondary"), place, 2)
            if row.run is not None:
                use = Button(
                    _tr("Use {0} on {1}").format(law_words.times(row.factor), row.name),
                    small=True,
                    parent=self.body,
                )
                use.setToolTip(_tr("Set its learning rate so that it peaks at {0}").format(short(row.wanted)))
                use.clicked.connect(lambda _=False, row=row: self._use(row))
                self.uses[row.name] = use
                table.addWidget(use, place, 3)
        self.words.addLayout(table)

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


def _label(text: str, parent: QWidget, role: metrics.Role) -> QLabel:
    label = QLabel(parent)
    label.setText(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(metrics.font(role))
    label.setWordWrap(role in {"body", "secondary"})
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
