"""Lines: a text's lines as code, with a way back from every character to where it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """A line of code, and for each of its characters, and what is behind them, the column it had in the text."""

    text: str
    columns: Sequence[int]

    def without(self, many: int) -> Line:
        """Give the line without its first characters."""
        return Line(self.text[many:], self.columns[min(many, len(self.text)) :])

    @property
    def blank(self) -> Line:
        """Nothing, in its place."""
        return Line("", self.columns[:1])

    @property
    def indent(self) -> int:
        """How many characters it is indented by."""
        return len(self.text) - len(self.text.lstrip())

    @property
    def passed(self) -> Line:
        """A pass, in its place."""
        margin = self.text[: self.indent]
        return Line(f"{margin}pass", [*self.columns[: len(margin)], *[self.columns[len(margin)]] * 5])
