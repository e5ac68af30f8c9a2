"""The code of the selected run: plain torch, coloured, to copy or to save as a whole script."""

from __future__ import annotations

import keyword
import re
from typing import Literal

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QColor, QGuiApplication, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from lrviz.source.write import code, loss_code
from lrviz.ui import metrics
from lrviz.ui.controls.button import IconButton
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.paced import Paced
from lrviz.ui.palette import Theme, theme
from lrviz.ui.store import Store


class CodePanel(QWidget):
    """The selected run's optimizer and scheduler lines, or those of its loss, as the form has them."""

    script_wanted = Signal()
    copied = Signal(str)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._part: Literal["schedule", "loss"] = "schedule"
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setFrameShape(self.text.Shape.NoFrame)
        self.text.setFont(metrics.font("code"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(self.tr("Code of the selected run"))
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(0)
        self._colours = Highlighter(self.text.document())
        self._run = ElidedLabel("secondary", "text3", self)
        self._copy = IconButton("copy", self.tr("Copy code"), parent=self)
        self._save = IconButton("download", self.tr("Save the training script"), shortcut="Ctrl+Shift+E", parent=self)
        self.title = ElidedLabel("section", "text2", self)
        self.title.setText(self.tr("Code"))
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.setSpacing(metrics.S2)
        head.addWidget(self.title)
        head.addWidget(self._run, 1)
        head.addWidget(self._copy)
        head.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.S4, 0, metrics.S2, metrics.S1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        self._copy.clicked.connect(self.copy)
        self._save.clicked.connect(self.script_wanted)
        self._shown = Paced(self)
        self._shown.due.connect(self._show)
        store.changed.connect(self._shown.want)
        store.selected_changed.connect(self._shown.now)
        self._shown.now()

    def lead(self, part: Literal["schedule", "loss"]) -> None:
        """Show the lines of the schedule or of the loss: what the view in sight is about."""
        self._part = part
        self._shown.now()

    def copy(self) -> None:
        """Put the code on the clipboard."""
        self._shown.now()
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        run = self._store.run
        self.copied.emit(run.name if run else "")

    def _show(self) -> None:
        run = self._store.run
        self._run.setText(run.name if run else "")
        self._copy.setEnabled(run is not None)
        self._save.setEnabled(run is not None)
        write = loss_code if self._part == "loss" else code
        text = write(run) if run is not None else ""
        if text != self.text.toPlainText():
            place = self.text.verticalScrollBar().value()
            self.text.setPlainText(text)
            self.text.verticalScrollBar().setValue(place)

    def recolour(self) -> None:
        """Take the theme in force."""
        self._colours.rehighlight()


class Highlighter(QSyntaxHighlighter):
    """Colours Python by the palette's four code tokens."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        words = "|".join(map(re.escape, keyword.kwlist))
        self._rules = (
            (QRegularExpression(rf"\b({words})\b"), "code_keyword"),
            (QRegularExpression(r"\b[A-Za-z_][A-Za-z0-9_]*(?=\()"), "code_call"),
            (QRegularExpression(r"(?<![A-Za-z_])-?\d[\d_]*(\.\d+)?([eE][-+]?\d+)?"), "code_number"),
            (QRegularExpression(r"#.*$"), "code_comment"),
        )

    def highlightBlock(self, text: str) -> None:
        tokens = theme()
        for pattern, token in self._rules:
            matches = pattern.globalMatch(text)
            while matches.hasNext():
                match = matches.next()
                self.setFormat(match.capturedStart(), match.capturedLength(), _format(tokens, token))


def _format(tokens: Theme, token: str) -> QTextCharFormat:
    made = QTextCharFormat()
    colour: QColor = getattr(tokens, token)
    made.setForeground(colour)
    return made
