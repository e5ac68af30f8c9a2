"""A finding in the dock: a row of 40 with a button that says what it does, or a card with its tint."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lrviz.errors import Finding
from lrviz.run import Run
from lrviz.ui import listed, metrics
from lrviz.ui.controls.button import Button, IconButton
from lrviz.ui.controls.drawing import px, rounded
from lrviz.ui.controls.few_lines import FewLines
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.icons import paint_icon
from lrviz.ui.marks import paint_swatch
from lrviz.ui.palette import theme
from lrviz.ui.past.changes import fixed
from lrviz.ui.speech.saying import said
from lrviz.ui.speech.spoken import together, turned

ICONS = {"error": "circle-x", "warning": "triangle-alert", "info": "info"}
SWATCH = (18, 12)
SHORT = 24
"""A change of at most this many characters stands on the button itself."""


class FindingRow(QAbstractButton):
    """One finding of a run. A click or Enter goes to its place; its button applies the fix.

    `pointed(True)` is sent while the mouse or the focus is on it, so that the fix can be seen before it is applied.
    """

    applied = Signal()
    explained = Signal()
    pointed = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, card: bool = False) -> None:
        super().__init__(parent)
        self._card = card
        self._finding: Finding | None = None
        self._run: Run | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.icon_place = QWidget(self)
        self.icon_place.setFixedSize(px(metrics.ICON), px(metrics.ICON))
        self.icon_place.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.rule = ElidedLabel("code_small", "text2", self)
        self.rule.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.swatch = QWidget(self)
        self.swatch.setFixedSize(px(SWATCH[0]), px(SWATCH[1]))
        self.name = ElidedLabel("secondary", "text2", self)
        self.sentence = FewLines("secondary", most=8 if card else 2, parent=self)
        self.fix = Button("", small=True, parent=self)
        self.fix.setFixedHeight(px(metrics.FINDING_BUTTON))
        self.fix.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.change = ElidedLabel("code", "text2", self)
        self.why = IconButton("book-open", "", parent=self)
        self.why.setFixedSize(px(metrics.HIT), px(metrics.HIT))
        (self._lay_out_card if card else self._lay_out_row)()
        self.fix.clicked.connect(self.applied)
        self.fix.installEventFilter(self)
        self.why.clicked.connect(self.explained)

    def _lay_out_row(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(px(metrics.S2), 0, px(metrics.S1), 0)
        line.setSpacing(px(metrics.S2))
        for widget in (self.icon_place, self.rule, self.swatch):
            line.addWidget(widget)
        line.addWidget(self.sentence, 1)
        line.addWidget(self.fix)
        line.addWidget(self.why)
        self.name.hide()
        self.change.hide()

    def _lay_out_card(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(metrics.S2))
        head.addWidget(self.rule)
        head.addWidget(self.swatch)
        head.addWidget(self.name, 1)
        head.addWidget(self.why)
        act = QHBoxLayout()
        act.setSpacing(px(metrics.S3))
        act.addWidget(self.fix)
        act.addWidget(self.change, 1)
        words = QVBoxLayout()
        words.setSpacing(px(metrics.S1))
        words.addLayout(head)
        words.addWidget(self.sentence)
        words.addLayout(act)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(metrics.S3), px(metrics.S2), px(metrics.S2), px(metrics.S3))
        line.setSpacing(px(metrics.S3))
        line.addWidget(self.icon_place, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)

    @property
    def finding(self) -> Finding | None:
        """The finding it shows."""
        return self._finding

    @property
    def run(self) -> Run | None:
        """The run it was found in, as it was then."""
        return self._run

    def show_finding(self, finding: Finding, run: Run, *, several: bool) -> None:
        """Show a finding of a run; `several` says that those of other runs stand beside it."""
        if (finding, run) == (self._finding, self._run) and several == self.swatch.isVisibleTo(self):
            return
        self._finding, self._run = finding, run
        self.setChecked(False)
        unread = finding.line is not None and finding.rule >= "LR200"
        message = listed.told(finding)
        if unread:
            message = together("{0}{1}", self.tr("line {0}: ").format(finding.line), message)
        self.rule.setText(finding.rule)
        self.sentence.setText(turned(message, _sentence))
        self.name.setText(run.name)
        self.swatch.setVisible(several)
        self.name.setVisible(self._card and several)
        self._show_fix(finding, run)
        self.why.set_icon("book-open", self.tr("Why {0}").format(finding.rule))
        severity = {"error": self.tr("error"), "warning": self.tr("warning"), "info": self.tr("note")}[finding.severity]
        self.setAccessibleName(together("{0} {1}, {2}: {3}", severity, finding.rule, run.name, said(finding.message)))
        self._fit()
        self.update()

    def _show_fix(self, finding: Finding, run: Run) -> None:
        possible = finding.fix is not None or (bool(finding.patches) and run.listing is not None)
        change = fixed(finding, run) if possible else ""
        on_it = not self._card and 0 < len(change) <= SHORT
        self.fix.setText(self.tr("Set {0}").format(change) if on_it and "=" in change else self.tr("Apply fix"))
        self.fix.setToolTip(self.tr("Apply: {0}").format(change) if change else "")
        self.fix.setVisible(possible)
        self.change.setText(change)
        self.change.setVisible(self._card and bool(change))

    def heightForWidth(self, width: int) -> int:
        if not self._card:
            return px(metrics.FINDING)
        layout = self.layout()
        act = 0 if self.fix.isHidden() else px(metrics.FINDING_BUTTON) + px(metrics.S1)
        margins = layout.contentsMargins() if layout is not None else self.contentsMargins()
        words = px(metrics.HIT) + px(metrics.S1) + self.sentence.heightForWidth(self._inner(width)) + act
        return words + margins.top() + margins.bottom()

    @staticmethod
    def _inner(width: int) -> int:
        """Give the width of a card's words."""
        return width - px(metrics.S3) - px(metrics.S2) - px(metrics.ICON) - px(metrics.S3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take the height that the width asks for: layouts inside of layouts hand down none."""
        if self._card:
            self.sentence.setFixedHeight(self.sentence.heightForWidth(self._inner(self.width())))
        self.setFixedHeight(self.heightForWidth(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
            case _:
                super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        parent = self.parentWidget()
        rows = [row for row in parent.findChildren(FindingRow) if not row.isHidden()] if parent is not None else []
        rows.sort(key=lambda row: row.y())
        at = rows.index(self) + by if self in rows else -1
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):  # of its button
            self.pointed.emit(event.type() == QEvent.Type.FocusIn or self.underMouse())
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(self.hasFocus() or self.fix.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, metrics.CARD)
        self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)
        self.pointed.emit(self.underMouse())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._finding is None or self._run is None:
            return
        painter, tokens = QPainter(self), theme()
        ink: QColor = getattr(tokens, self._finding.severity)
        over = self.underMouse() or self.isDown()
        if self._card:
            tint: QColor = getattr(tokens, f"{self._finding.severity}_tint")
            border = ink if self.isChecked() else tokens.border if tint == tokens.surface else None
            rounded(painter, QRectF(self.rect()), metrics.CARD, fill=tint, border=border)
        elif self.isChecked() or over:
            fill = tokens.selected if self.isChecked() else tokens.hover
            rounded(painter, QRectF(self.rect()), metrics.CARD, fill=fill)
        paint_icon(painter, QRectF(self.icon_place.geometry()), ICONS[self._finding.severity], ink)
        if not self.swatch.isHidden():
            paint_swatch(painter, QRectF(self.swatch.geometry()), self._run.colour, tokens)


def _sentence(message: str) -> str:
    """Write a message as a sentence; a name of code stays as it is at the start, too."""
    first = message.partition(" ")[0].rstrip(",:;")
    start = message[:1].upper() if first.isalpha() else message[:1]
    return start + message[1:] + ("" if message.endswith(".") else ".")
