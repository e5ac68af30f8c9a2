"""The colours of Python in an editor of code."""

from __future__ import annotations

import keyword
import re
from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from lrviz.ui.palette import Theme, theme

AT_ONCE = 400
"""A document of at most this many lines is coloured at once, of a longer one only what is in sight."""


class Highlighter(QSyntaxHighlighter):
    """Colours Python by the palette's four code tokens; of a long text only what has been in sight."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        words = "|".join(map(re.escape, keyword.kwlist))
        self._rules = (
            (QRegularExpression(rf"\b({words})\b"), "code_keyword"),
            (QRegularExpression(r"\b[A-Za-z_][A-Za-z0-9_]*(?=\()"), "code_call"),
            (QRegularExpression(r"(?<![A-Za-z_])-?\d[\d_]*(\.\d+)?([eE][-+]?\d+)?"), "code_number"),
            (QRegularExpression(r"#.*$"), "code_comment"),
        )
        self._sight = range(AT_ONCE)

    def colour(self, blocks: Sequence[QTextBlock]) -> None:
        """Colour the lines in sight, where they aren't yet."""
        if self.document().blockCount() <= AT_ONCE or not blocks:
            return
        self._sight = range(blocks[0].blockNumber(), blocks[-1].blockNumber() + 1)
        for block in blocks:
            if block.userState() < 0:
                self.rehighlightBlock(block)

    def highlightBlock(self, text: str) -> None:
        long = self.document().blockCount() > AT_ONCE
        if long and self.currentBlock().blockNumber() not in self._sight:
            self.setCurrentBlockState(-1)
            return
        self.setCurrentBlockState(0)
        tokens = theme()
        for pattern, token in self._rules:
            matches = pattern.globalMatch(text[:1000])
            while matches.hasNext():
                match = matches.next()
                self.setFormat(match.capturedStart(), match.capturedLength(), _format(tokens, token))


def _format(tokens: Theme, token: str) -> QTextCharFormat:
    made = QTextCharFormat()
    colour: QColor = getattr(tokens, token)
    made.setForeground(colour)
    return made
