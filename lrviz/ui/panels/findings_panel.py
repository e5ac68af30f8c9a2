"""The findings of the runs in sight, the selected one's first; each can be gone to, explained and put right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.few_lines import FewLines
from lrviz.ui.icons import paint_icon
from lrviz.ui.judging import Judged
from lrviz.ui.numbers import whole
from lrviz.ui.palette import theme
from lrviz.ui.panels.finding_row import FindingRow
from lrviz.ui.speech import counts

MOST = 40
"""Findings shown; of more, the rest is counted."""


class FindingsPanel(QScrollArea):
    """Rows below the view, cards in a right column; one quiet line for the runs in which nothing was found.

    `chosen`, `applied` and `explained` are sent with a run and a finding in it, `pointed` with them or twice None.
    """

    chosen = Signal(object, object)
    applied = Signal(object, object)
    pointed = Signal(object, object)
    explained = Signal(str, QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FindingRow] = []
        self._cards = False
        self._judged: tuple[Judged, ...] = ()
        self._steps = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Findings"))
        inside = QWidget(self)
        self.viewport().setAutoFillBackground(False)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, px(metrics.S2), px(metrics.S2))
        self._column.setSpacing(0)
        self.quiet = _Quiet(inside)
        self.more = FewLines("secondary", "text3", most=1, parent=inside)
        self._column.addWidget(self.more)
        self._column.addWidget(self.quiet)
        self._column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)

    def show_findings(self, judged: Sequence[Judged], steps: int) -> None:
        """Show what was found in these runs over so many updates."""
        self._judged, self._steps = tuple(judged), steps
        found = [(one.run, finding) for one in judged for finding in one.findings]
        several = len(judged) > 1
        for place in range(len(self.rows), min(len(found), MOST)):
            self._add(place)
        for row, (run, finding) in zip(self.rows, found, strict=False):
            row.show_finding(finding, run, several=several)
        for i, row in enumerate(self.rows):
            row.setVisible(i < len(found))
        left = len(found) - MOST
        self.more.setVisible(left > 0)
        self.more.setText(self.tr("{0} more").format(whole(max(0, left))))
        self.quiet.say(self._nothing())

    def stand(self, *, cards: bool) -> None:
        """Show cards, or rows."""
        if cards == self._cards:
            return
        self._cards = cards
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        self._column.setSpacing(px(metrics.S2) if cards else 0)
        self.show_findings(self._judged, self._steps)

    @property
    def count(self) -> int:
        """How many findings there are."""
        return sum(len(one.findings) for one in self._judged)

    @property
    def shown(self) -> list[FindingRow]:
        """The rows or cards that are shown."""
        return [row for row in self.rows if not row.isHidden()]

    def wanted_height(self) -> int:
        """Give the height that shows everything, at the present width."""
        width = max(1, self.viewport().width() - px(metrics.S2))
        rows = [row.heightForWidth(width) for row in self.shown]
        quiet = 0 if self.quiet.isHidden() else self.quiet.heightForWidth(width)
        return sum(rows) + len(rows) * self._column.spacing() + quiet + 2 * px(metrics.S2)

    def _nothing(self) -> str:
        clean = [one.run.name for one in self._judged if not one.findings]
        if not clean:
            return ""
        names = clean[0] if len(clean) == 1 else self.tr("{0} and {1}").format(", ".join(clean[:-1]), clean[-1])
        from lrviz.rules.linter import rules

        words = self.tr("{0}: nothing found by {1} rules over {2}.")
        return words.format(names, whole(len({rule.id for rule in rules()})), counts.steps(self._steps))

    def _add(self, index: int) -> None:
        row = FindingRow(self.widget(), card=self._cards)
        row.clicked.connect(lambda: self._choose(row))
        row.applied.connect(lambda: self._send(self.applied, row))
        row.explained.connect(lambda: self._explain(row))
        row.pointed.connect(lambda on: self._point(row, on))
        self.rows.append(row)
        self._column.insertWidget(index, row)

    def _choose(self, row: FindingRow) -> None:
        for other in self.rows:
            other.setChecked(other is row)
        self._send(self.chosen, row)

    def _send(self, signal: SignalInstance, row: FindingRow) -> None:
        if row.run is not None:
            signal.emit(row.run, row.finding)

    def _point(self, row: FindingRow, on: bool) -> None:
        self.pointed.emit(row.run if on else None, row.finding if on else None)

    def _explain(self, row: FindingRow) -> None:
        if row.finding is not None:
            corner = row.why.mapToGlobal(QPoint(0, 0))
            self.explained.emit(row.finding.rule, QRect(corner, row.why.size()))


class _Quiet(FewLines):
    """A check and what was looked for in vain."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("secondary", "text2", most=2, parent=parent)
        self._indent = px(metrics.S2) + px(metrics.ICON) + px(metrics.S2)
        self.setContentsMargins(self._indent, 0, 0, 0)
        self.setMinimumHeight(px(metrics.FINDING))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        self.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        size = px(metrics.ICON)
        place = QRectF(px(metrics.S2), (self.height() - size) / 2, size, size)
        paint_icon(QPainter(self), place, "check", theme().best)
        super().paintEvent(event)
