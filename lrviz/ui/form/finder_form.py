"""The form of an LR finder: how far the rate is raised, in how many updates, with how many seeds, whose loss counts."""

from __future__ import annotations

import dataclasses
from typing import Any, cast

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lrviz.errors import SpecError
from lrviz.run import Run
from lrviz.spec import Field, fields
from lrviz.ui import metrics
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.controls.choice_list import Choice
from lrviz.ui.controls.drawing import px, write
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.controls.scales import limits_of
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.controls.words import out_of_bounds, said
from lrviz.ui.form.section import stops_of
from lrviz.ui.icons import paint_icon
from lrviz.ui.numbers import short
from lrviz.ui.palette import theme
from lrviz.ui.store import Store
from lrviz.ui.sweep import Sweep

NAMES = {"low": "from", "high": "to", "updates": "updates", "seeds": "seeds"}
"""What the numbers of a sweep are called in the form."""
ALL = "all"


class FinderForm(QWidget):
    """Shows what the store asks an LR finder for, and changes it there."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.title = ElidedLabel("form_title", "text", self)
        self.title.setText(self.tr("LR finder"))
        self.rows = {
            field.name: NumberRow(_named(field), parent=self) for field in fields(Sweep) if field.name in NAMES
        }
        self.loss_of = _head(self.tr("Loss of"), self)
        sets = [("train", self.tr("Training batch")), ("val", self.tr("Validation"))]
        self.on = Segmented(sets, name=self.tr("Loss of"), small=True, parent=self)
        self.on.button("train").setToolTip(self.tr("Of each batch, right before it is trained with."))
        self.on.button("val").setToolTip(self.tr("Of the validation set, after each update: slower, and less noisy."))
        self.group_head = _head(self.tr("Raised in"), self)
        self.group = ChoiceBox(self._groups, name=self.tr("Parameter group"), parent=self)
        self.restored = _Restored(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(metrics.S4), px(metrics.S3), px(metrics.S4), px(metrics.S3))
        column.setSpacing(px(metrics.S1))
        parts = (self.title, *self.rows.values(), self.group_head, self.group, self.loss_of, self.on, self.restored)
        for widget in parts:
            column.addWidget(widget)
        for name, row in self.rows.items():
            row.edited.connect(lambda value, _dragging, name=name: self._take(name, value))
        self.on.chosen.connect(lambda key: store.sweep_over(replace(store.sweep, on=cast("Any", key))))
        self.group.chosen.connect(
            lambda key: store.sweep_over(replace(store.sweep, group=None if key == ALL else int(key)))
        )
        for signal in (store.sweep_changed, store.selected_changed, store.changed):
            signal.connect(self._show)
        self._show()

    def stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, from top to bottom."""
        numbers = [stop for row in self.rows.values() for stop in stops_of(cast("QWidget", row))]
        return [*numbers, self.group, *stops_of(self.on)]

    def _show(self) -> None:
        sweep, run = self._store.sweep, self._store.run
        for name, row in self.rows.items():
            row.show_value(getattr(sweep, name))
            if run is not None:
                row.set_colour(run.colour)
        self.on.show_choice(sweep.on)
        several = run is not None and len(run.rates()) > 1
        for widget in (self.group_head, self.group):
            widget.setVisible(several)
        if run is not None and several:
            chosen = sweep.of(len(run.rates())).group
            self.group.show_choice(self._groups()[0 if chosen is None else chosen + 1])

    def _groups(self) -> list[Choice]:
        run = self._store.run
        return [] if run is None else _choices(run)

    def _take(self, name: str, value: Any) -> None:
        row = self.rows[name]
        try:
            sweep = replace(self._store.sweep, **{name: value})
        except SpecError as error:
            still = said(getattr(self._store.sweep, name), row.field.none)
            told = SpecError(f"Sweep.{NAMES[error.path.rpartition('.')[2]]}", error.value, error.bound)
            row.show_error(out_of_bounds(told, still, limits_of(row.field)))
            return
        for other in self.rows.values():
            other.show_error("")
        self._store.sweep_over(sweep)


class _Restored(QWidget):
    """A line that says what a search leaves as it was."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = self.tr("Weights and random state restored")
        self.setAccessibleName(self._text)
        about = self.tr(
            "A search trains copies: the weights, the optimizer’s state and all random numbers are, bit for bit, "
            "what they were before it. A race after it gives what it would have given without."
        )
        self.setToolTip(about)
        self.setAccessibleDescription(about)
        self.setFixedHeight(px(metrics.CHOICE))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, size = QPainter(self), px(metrics.ICON)
        middle = self.height() / 2
        paint_icon(painter, QRectF(0, middle - size / 2, size, size), "check", theme().best)
        words = QRectF(size + px(6), 0, self.width() - size - px(6), self.height())
        write(painter, words, self._text, metrics.font("secondary"), theme().text2)


def _named(field: Field) -> Field:
    """Give a field of a sweep as the form calls it."""
    return dataclasses.replace(field, name=NAMES[field.name])


def _head(text: str, parent: QWidget) -> ElidedLabel:
    label = ElidedLabel("section", "text2", parent)
    label.setText(text)
    label.setContentsMargins(0, px(metrics.S1), 0, 0)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return label


def _choices(run: Run) -> list[Choice]:
    """Give what can be raised of a run of several groups: all of them, or one."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("FinderForm", text)

    rates = run.rates()
    patterns = [one.pattern for one in run.groups if not one.frozen]
    names = [tr("All other parameters"), *patterns]
    now = tr("Now {0}; the other groups keep theirs.")
    single = [Choice(str(at), name, now.format(short(rates[at]))) for at, name in enumerate(names)]
    return [Choice(ALL, tr("All groups"), tr("Each in its proportion to the first.")), *single]
