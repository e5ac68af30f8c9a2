"""The rates an LR finder suggests, one a row: what was measured about each, and a button that takes it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QWidget

from lrviz.finding import BASIS
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px, rounded
from lrviz.ui.controls.few_lines import FewLines
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.scrolled import scroll
from lrviz.ui.palette import theme
from lrviz.ui.speech import counts, saying
from lrviz.ui.speech.spoken import together, turned
from lrviz.ui.views.suggested import Suggested, rate

ROW, HEAD = 40, 30
NAME, RATE, RANGE = 124, 56, 150
ROOMY, RANGED = 640, 860
"""From these widths on there is room for more than a suggestion, its rate and its button: for what was measured of it,
and for its spread too."""
USE_LEAST, USE = 112, 168
"""Widths of the columns beside what was measured: the last, that of the buttons, may be wider."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("SuggestionTable", text)


@dataclass(frozen=True)
class Offer:
    """What taking a suggestion does: the words on its button, what exactly in its tooltip, and whether it can be."""

    words: str
    about: str
    possible: bool


class SuggestionTable(QScrollArea):
    """Rows of 36 under a head; where there is too little room for all it scrolls."""

    chosen = Signal(str)
    """A person looks at this suggestion."""
    used = Signal(str)
    """A person takes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = _Sheet(self)
        scroll(self, self.sheet)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Suggested rates"))

    @property
    def rows(self) -> dict[str, _Row]:
        """The rows by the names of their suggestions."""
        return self.sheet.rows

    def show_suggestions(self, every: tuple[Suggested, ...], offers: dict[str, Offer], chosen: str, seeds: int) -> None:
        """Show the suggestions, what taking each does, and which one is looked at; nothing is offered under way."""
        if tuple(self.sheet.rows) != tuple(one.name for one in every):
            self.sheet.make_rows(every)
            for name, row in self.sheet.rows.items():
                row.use.clicked.connect(lambda _=False, name=name: self.used.emit(name))
                row.use.focused.connect(lambda name=name: self.chosen.emit(name))
            self.updateGeometry()
        self.sheet.show_rows(every, offers, chosen, seeds)

    def sizeHint(self) -> QSize:
        return QSize(px(metrics.SIDEBAR_MIN), px(HEAD + ROW * max(1, len(self.sheet.rows)) + metrics.S2))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(metrics.SIDEBAR_MIN), px(HEAD + ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().surface)


class _Use(Button):
    """A button that says when it gets the focus."""

    focused = Signal()

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]  # what Qt gives is what it takes
        self.focused.emit()


class _Row:
    """What a row consists of."""

    def __init__(self, sheet: QWidget) -> None:
        self.name = ElidedLabel("name", "text", sheet)
        self.rate = ElidedLabel("value", "text", sheet)
        self.range = ElidedLabel("body", "text2", sheet)
        self.measured = FewLines("secondary", "text2", most=2, parent=sheet)
        self.use = _Use("", small=True, parent=sheet)
        self.trap = ElidedLabel("secondary", "text3", sheet)
        for label in (self.rate, self.trap):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show(self, one: Suggested, offer: Offer | None, seeds: int) -> None:
        """Show a suggestion."""
        self.name.setText(one.title)
        self.name.setToolTip(together("{0}\n{1}", one.about, one.measured))
        self.rate.setText(rate(one.rate) if one.there else "–")
        self.range.setText("" if offer is None else _range(one, seeds))
        self.range.setToolTip(_spread(one, seeds))
        self.measured.setText(one.measured)
        self.use.setVisible(offer is not None and one.there and not one.trap)
        if offer is not None:
            self.use.setText(offer.words)
            self.use.setToolTip(offer.about)
            self.use.setAccessibleName(together("{0}: {1} {2}", offer.words, one.title, self.rate.text()))
            self.use.setAccessibleDescription(offer.about)
            self.use.setEnabled(offer.possible)
        self.trap.setVisible(one.trap)
        self.trap.setText(_tr("a trap"))
        for label in (self.name, self.rate):
            label.set_tone("text3" if one.trap or not one.there else "text")


class _Sheet(QWidget):
    """The rows below each other, and the ground of the one that is looked at."""

    def __init__(self, table: SuggestionTable) -> None:
        super().__init__(table)
        self._table = table
        self.rows: dict[str, _Row] = {}
        self._chosen = ""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(metrics.S4), 0, px(metrics.S4), px(metrics.S2))
        self._grid.setHorizontalSpacing(px(metrics.S4))
        self._grid.setVerticalSpacing(0)
        for column, wide in enumerate((NAME, RATE, RANGE)):
            self._grid.setColumnMinimumWidth(column, px(wide))
        self._grid.setColumnStretch(3, 1)
        self._grid.setColumnMinimumWidth(4, px(USE_LEAST))
        self._heads = [ElidedLabel("secondary", "text3", self) for _ in range(4)]
        for column, head in enumerate(self._heads):
            head.setFixedHeight(px(HEAD))
            self._grid.addWidget(head, 0, column)
        self._heads[1].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def make_rows(self, every: tuple[Suggested, ...]) -> None:
        """Make a row for each suggestion, in place of those before."""
        for row in self.rows.values():
            for widget in vars(row).values():
                widget.hide()
                widget.deleteLater()
        self.rows = {one.name: _Row(self) for one in every}
        for at, row in enumerate(self.rows.values(), start=1):
            self._grid.setRowMinimumHeight(at, px(ROW))
            for column, widget in enumerate((row.name, row.rate, row.range, row.measured)):
                self._grid.addWidget(widget, at, column)
            self._grid.addWidget(row.use, at, 4, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(row.trap, at, 4, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.use.setMaximumWidth(px(USE))
        self.make_room()

    def show_rows(self, every: tuple[Suggested, ...], offers: dict[str, Offer], chosen: str, seeds: int) -> None:
        """Show what the rows stand for."""
        over = self.tr("over {0}").format(counts.seeds(seeds))
        words = (self.tr("Suggestion"), "lr", over, self.tr("what was measured of it"))
        basis = saying.said(BASIS)
        for head, text in zip(self._heads, words, strict=True):
            head.setText(text)
        self._heads[3].setToolTip(turned(basis, lambda text: f"{text[:1].upper()}{text[1:]}."))
        for one in every:
            self.rows[one.name].show(one, offers.get(one.name), seeds)
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()

    def make_room(self) -> None:
        """Leave out how far a rate spreads and what was measured where there is no room: the name’s tooltip has it."""
        measured, ranged = (self._table.width() >= px(least) for least in (ROOMY, RANGED))
        self._grid.setColumnMinimumWidth(2, px(RANGE) if ranged else 0)
        for head, shown in zip(self._heads[2:], (ranged, measured), strict=True):
            head.setVisible(shown)
        for row in self.rows.values():
            row.range.setVisible(ranged)
            row.measured.setVisible(measured)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        for name, row in self.rows.items():
            if abs(row.name.geometry().center().y() - at.y()) <= px(ROW) // 2:
                self._table.chosen.emit(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), theme()
        painter.fillRect(self.rect(), tokens.surface)
        inside = self.rect().adjusted(px(metrics.S4), 0, -px(metrics.S4), 0)
        painter.fillRect(inside.left(), px(HEAD), inside.width(), 1, tokens.border)
        row = self.rows.get(self._chosen)
        if row is not None:
            middle = row.name.geometry().center().y()
            box = QRectF(px(metrics.S2), middle - px(ROW) / 2 + 2, self.width() - 2 * px(metrics.S2), px(ROW) - 3)
            rounded(painter, box, metrics.CARD, fill=tokens.selected)


def _range(one: Suggested, seeds: int) -> str:
    if not one.there:
        return _tr("none")
    if one.low == one.high:
        return "" if seeds == 1 else rate(one.low)
    return _tr("{0} to {1}").format(rate(one.low), rate(one.high))


def _spread(one: Suggested, seeds: int) -> str:
    if one.many < 2:
        return ""
    text = _tr("Of {0} seed{0:|s} {1} {1:has|have} one; their standard deviation is {2} decade{2:|s}.")
    return text.format(seeds, one.many, f"{one.spread:.2f}")
