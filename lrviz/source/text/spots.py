"""Spots: where the nodes of a text's syntax stand in it, and the text with some of them changed."""

from __future__ import annotations

import ast
import io
from collections.abc import Iterable
from itertools import accumulate

from lrviz.errors import Patch
from lrviz.source.text.clean import cleaned


class Spots:
    """A text whose syntax speaks of cleaned lines and of columns in UTF-8 bytes; here they are places in the text."""

    def __init__(self, text: str) -> None:
        self._clean = cleaned(text).lines
        self._starts = [0, *accumulate(map(len, io.StringIO(text, newline="")))]

    def at(self, line: int, column: int) -> int:
        """Give the place of a column, in bytes, of a line (from 1)."""
        text, columns = self._clean[line - 1]
        within = column if text.isascii() else len(text.encode()[:column].decode(errors="replace"))
        return self._starts[line - 1] + columns[min(within, len(columns) - 1)]

    def start(self, node: ast.expr | ast.stmt) -> int:
        """Give the place where a node begins."""
        return self.at(node.lineno, node.col_offset)

    def end(self, node: ast.expr | ast.stmt | ast.keyword) -> int:
        """Give the place behind a node."""
        return self.at(node.end_lineno or node.lineno, node.end_col_offset or 0)

    def line(self, number: int) -> int:
        """Give the place where a line (from 1) begins; of the one behind the last, where the text ends."""
        return self._starts[min(number, len(self._starts)) - 1]


def patched(text: str, patches: Iterable[Patch]) -> str:
    """Give a text with its patches put in, none of which overlap."""
    for patch in sorted(patches, reverse=True):
        text = text[: patch.start] + patch.text + text[patch.end :]
    return text
