"""The editor of code: plain text with line numbers, Python's colours and marks, whose history is the store's."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from lrviz import envelope
from lrviz.errors import Severity
from lrviz.source.text.syntax import LONGEST
from lrviz.ui import metrics
from lrviz.ui.controls.drawing import RIGHT
from lrviz.ui.controls.focus import by_keyboard, hide_ring, show_ring
from lrviz.ui.palette import theme
from lrviz.ui.panels.documents import PARTED, as_lines, place, put, units
from lrviz.ui.panels.highlighter import Highlighter

INDENT = "    "
_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class Doubt(NamedTuple):
    """A line (from 1) with something wrong in it, and how bad it is."""

    line: int
    severity: Severity


class CodeEditor(QPlainTextEdit):
    """A text to be edited; `typed` is sent when a person changes it, never by `show_text`.

    Tab indents while one is typing; it leaves the editor when one came by Tab and hasn't typed, or after Escape.
    Undo and redo are the window's.
    """

    typed = Signal()
    left = Signal()
    """Someone is about to act on what was typed."""
    session_found = Signal(str)
    """This text that was pasted holds a session, no code."""
    refused = Signal(int)
    """What was to be pasted would make a text of so many characters, which is more than is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFont(metrics.font("code"))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTabStopDistance(QFontMetricsF(self.font()).horizontalAdvance(INDENT))
        self.document().setDocumentMargin(0)
        corner = QWidget(self)
        corner.setBackgroundRole(QPalette.ColorRole.Base)
        corner.setAutoFillBackground(True)
        self.setCornerWidget(corner)
        self._colours = Highlighter(self.document())
        self._numbers = _Numbers(self)
        self._shown = self._raw = ""
        self._showing = False
        self._doubts: tuple[Doubt, ...] = ()
        self._marked: tuple[int, int] | None = None
        self.textChanged.connect(self._changed)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scrolled)
        self._make_room()

    @property
    def text(self) -> str:
        """The text, with the line ends it was shown with; what nobody typed is what was shown."""
        raw = self.document().toRawText()  # the plain text would lose no-break spaces
        lines = raw.replace(PARTED, "\n")
        if lines == as_lines(self._shown):
            return self._shown
        return lines.replace("\n", "\r\n") if "\r\n" in self._shown else lines

    def show_text(self, text: str) -> None:
        """Show a text: only what differs is replaced, so that caret, selection and scroll stay."""
        if text == self.text:
            self._shown = text
            return
        self._shown, self._showing = text, True
        try:
            put(self.document(), as_lines(text))
        finally:
            self._showing = False
        self._mark_up()

    def show_doubts(self, doubts: tuple[Doubt, ...]) -> None:
        """Put a wavy line below these lines."""
        if doubts != self._doubts:
            self._doubts = doubts
            self._mark_up()

    def mark(self, start: int, end: int) -> None:
        """Highlight the lines of the shown text's characters from `start` up to `end`, until the next edit."""
        text = self.text
        self._mark(place(text, start), place(text, end))

    def mark_line(self, line: int) -> None:
        """Highlight a line, counted from 1, until the next edit; nothing where there is none."""
        block = self.document().findBlockByNumber(line - 1)
        if block.isValid():
            self._mark(block.position(), block.position() + units(block.text().rstrip()))

    def _mark(self, start: int, end: int) -> None:
        self._marked = start, end
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        self.setTextCursor(cursor)
        self.centerCursor()
        self._mark_up()

    @property
    def marked(self) -> str:
        """The text that is highlighted; empty where none is."""
        if self._marked is None:
            return ""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._marked[0])
        cursor.setPosition(self._marked[1], QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace(PARTED, "\n")

    def recolour(self) -> None:
        """Take the theme in force."""
        self._colours.rehighlight()
        self._mark_up()

    # keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _steps(event):
            event.ignore()  # the history is the window's
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _steps(event):
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            leaves = self.tabChangesFocus()
            self.setTabChangesFocus(True)
            if leaves:
                event.ignore()
        elif self.isReadOnly() or self.tabChangesFocus() or event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._press(event)
        elif event.key() == Qt.Key.Key_Tab:
            self._indent()
        else:
            self._outdent()

    def _press(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            before = self.textCursor().block().text()[: self.textCursor().positionInBlock()]
            margin = before[: len(before) - len(before.lstrip())]
            self.insertPlainText("\n" + margin + (INDENT if before.rstrip().endswith(":") else ""))
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def _indent(self) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            column = cursor.positionInBlock()
            cursor.insertText(" " * (len(INDENT) - column % len(INDENT)))
            return
        self._edit_lines(lambda block, at: at.insertText(INDENT) if block.text().strip() else None)

    def _outdent(self) -> None:
        def pull(block: QTextBlock, at: QTextCursor) -> None:
            margin = len(block.text()) - len(block.text().lstrip(" "))
            for _ in range(min(margin, len(INDENT))):
                at.deleteChar()

        self._edit_lines(pull)

    def _edit_lines(self, edit: Callable[[QTextBlock, QTextCursor], object]) -> None:
        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        cursor.beginEditBlock()
        for number in range(first, last + 1):
            block = document.findBlockByNumber(number)
            at = QTextCursor(block)
            edit(block, at)
        cursor.endEditBlock()

    def insertFromMimeData(self, source: QMimeData) -> None:
        length = len(self.text) - len(self.textCursor().selectedText()) + len(source.text())
        if envelope.holds(source.text()):
            self.session_found.emit(source.text())
        elif length > LONGEST:
            self.refused.emit(length)
        else:
            self.insertPlainText(source.text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()  # files are the window's

    # focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.setTabChangesFocus(by_keyboard(event))
        show_ring(self, event, 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)
        self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.setTabChangesFocus(self.isReadOnly())

    # what is drawn

    def _changed(self) -> None:
        raw = self.document().toRawText()
        if raw == self._raw:
            return  # only its colours
        self._raw, self._marked = raw, None
        if self._showing:
            return
        self.setTabChangesFocus(False)
        self._mark_up()
        self.typed.emit()

    def _mark_up(self) -> None:
        """Draw the highlight and the wavy lines."""
        tokens, found = theme(), []
        if self._marked is not None:
            found += [self._selection(*self._marked, _ground(tokens.selected), whole=True)]
            if self._marked[0] < self._marked[1]:
                found += [self._selection(*self._marked, _ground(tokens.warning_tint), whole=False)]
        for doubt in self._doubts:
            block = self.document().findBlockByNumber(doubt.line - 1)
            if block.isValid():
                text = block.text()
                start = block.position() + len(text) - len(text.lstrip())
                end = block.position() + units(text.rstrip())
                found += [self._selection(start, end, _wave(getattr(tokens, doubt.severity)), whole=False)]
        self.setExtraSelections(found)
        self._numbers.update()

    def _selection(self, start: int, end: int, form: QTextCharFormat, *, whole: bool) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        if whole:
            form.setProperty(QTextCharFormat.Property.FullWidthSelection, True)
        else:
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        made.cursor, made.format = cursor, form
        return made

    def blocks(self) -> list[tuple[QTextBlock, QRectF]]:
        """Give the lines in sight and where they are."""
        found, block = [], self.firstVisibleBlock()
        offset = self.contentOffset()
        while block.isValid():
            rect = self.blockBoundingGeometry(block).translated(offset)
            if rect.top() > self.viewport().height():
                break
            found.append((block, rect))
            block = block.next()
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), self._numbers.wanted_width(), inside.height()))

    def _make_room(self) -> None:
        self.setViewportMargins(self._numbers.wanted_width(), 0, 0, 0)
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), self._numbers.wanted_width(), inside.height()))

    def _scrolled(self, rect: QRect, by: int) -> None:
        if by:
            self._numbers.scroll(0, by)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())
        self._colours.colour([block for block, _ in self.blocks()])

    def paint_numbers(self, painter: QPainter, width: int) -> None:
        """Paint the numbers of the lines in sight, those with something wrong in its colour."""
        tokens = theme()
        bad: dict[int, QColor] = {doubt.line: getattr(tokens, doubt.severity) for doubt in self._doubts}
        painter.setFont(metrics.font("code"))
        for block, rect in self.blocks():
            number = block.blockNumber() + 1
            painter.setPen(bad.get(number, tokens.text3))
            painter.drawText(QRectF(0, rect.top(), width - metrics.S2, rect.height()), int(RIGHT), str(number))


class _Numbers(QWidget):
    """The strip of line numbers at an editor's left."""

    def __init__(self, editor: CodeEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def wanted_width(self) -> int:
        digits = max(2, len(str(self._editor.blockCount())))
        return round(QFontMetricsF(self._editor.font()).horizontalAdvance("0") * digits) + metrics.S2

    def sizeHint(self) -> QSize:
        return QSize(self.wanted_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        self._editor.paint_numbers(painter, self.width())


def _ground(colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(colour)
    return made


def _wave(colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    made.setUnderlineColor(colour)
    return made


def _steps(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _STEPS)
