"""Prose: a lesson's text as it is shown, code between backticks in mono and what matters between asterisks in bold."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import Tone
from lrviz.ui.palette import theme

LINES: dict[metrics.Role, int] = {"headline": 26, "lead": 23}
_CODE = re.compile(r"`([^`\n]+)`")
ASIDE = "\ue000"
"""Stands around the number of a piece of code while the text around it is marked up: no font has a letter for it."""
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


class Prose(QLabel):
    """Wraps at spaces, in Korean too; what is written can be selected and copied."""

    def __init__(self, role: metrics.Role, tone: Tone = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone, self._said, self._line = tone, "", px(LINES.get(role, 21))
        self._heights: dict[int, int] = {}
        self.setFont(metrics.font(role))
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def said(self) -> str:
        """The text as it is written in the lesson."""
        return self._said

    def say(self, text: str) -> None:
        """Show a text."""
        if text != self._said:
            self._said = text
            self._show()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:  # layouts ask time and again, and each time all of it would be wrapped
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def minimumSizeHint(self) -> QSize:
        # layouts inside of layouts hand down no height for a width: what is below would be squeezed
        return QSize(px(metrics.S12), max(self.fontMetrics().height(), self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show()

    def _show(self) -> None:
        ink = getattr(theme(), self._tone).name()
        self.setText(f'<div style="color:{ink}">{rich(self._said, self._line)}</div>')
        self.setAccessibleName(plain(self._said))
        self._heights.clear()
        self.updateGeometry()


def rich(text: str, line: int) -> str:
    """Write a lesson's text as HTML, its lines so many pixels high; what stands between backticks is left as it is."""
    codes: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        codes.append(_code(found[1]))
        return f"{ASIDE}{len(codes) - 1}{ASIDE}"

    whole = _BOLD.sub(r"<b>\1</b>", html.escape(_CODE.sub(put_aside, text.replace(ASIDE, "")), quote=False))
    whole = re.sub(f"{ASIDE}(\\d+){ASIDE}", lambda found: codes[int(found[1])], whole)
    paragraphs = [" ".join(part.split("\n")) for part in re.split(r"\n\s*\n", whole.strip())]
    apart = px(metrics.S2)
    return "".join(
        f'<p style="margin-top:{apart if at else 0}px; margin-bottom:0px; line-height:{line}px">{part}</p>'
        for at, part in enumerate(paragraphs)
    )


def plain(text: str) -> str:
    """Give a lesson's text without its marks."""
    return _BOLD.sub(r"\1", _CODE.sub(r"\1", text))


def _code(text: str) -> str:
    families = ", ".join(f"'{name}'" for name in metrics.MONO)
    size = metrics.font("code").pixelSize()
    style = f"font-family:{families}; font-size:{size}px; background-color:{theme().sunken.name()}"
    return f'<span style="{style}">{html.escape(text, quote=False)}</span>'
