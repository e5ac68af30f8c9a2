"""The manual of a rule in a pop-up: why it matters, a bad and a good line, and where people report it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from lrviz.rules.linter import rules
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px, rounded
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.shadow import SHADOW, paint_shadow
from lrviz.ui.palette import theme

WIDTH = 620
MOST = 0.7
"""Share of the screen's height that it takes at most."""


def manual(rule: str) -> str:
    """Give what is known of a rule by its id, as text; empty where there is nothing."""
    return "\n\n".join(one.manual for one in rules() if one.id == rule)


def title(rule: str) -> str:
    """Give a rule's id and what it is called."""
    named = next((one.title for one in rules() if one.id == rule), "")
    return f"{rule} · {named}" if named else rule


class RuleCard(QFrame):
    """A pop-up with a rule's manual, which can be selected and copied; Escape or a click beside it closes it."""

    def __init__(self, rule: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = f"{title(rule)}\n\n{manual(rule)}\n"
        head = ElidedLabel("plot_title", "text", self)
        head.setText(title(rule))
        self._body = QWidget(self)
        words = QVBoxLayout(self._body)
        words.setContentsMargins(0, 0, metrics.S2, 0)
        words.setSpacing(metrics.S2)
        for text, is_code in _paragraphs(manual(rule)):
            words.addWidget(_label(text, self._body, is_code=is_code))
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._body)
        self._scroll.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        inner = SHADOW + metrics.S4
        column.setContentsMargins(inner, inner - metrics.S1, inner, inner)
        column.setSpacing(metrics.S2)
        column.addWidget(head)
        column.addWidget(self._scroll, 1)
        self.copy_button = Button(self.tr("Copy"), icon="copy", small=True, parent=self)
        column.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        self.setAccessibleName(title(rule))
        self.setFixedWidth(px(WIDTH) + 2 * SHADOW)

    @property
    def text(self) -> str:
        """The whole manual, as it is copied."""
        return self._text

    def open_at(self, beside: QRect) -> None:
        """Open above a rectangle of the screen, below it where there is no room."""
        screen = QGuiApplication.screenAt(beside.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        height = self._fit(round(MOST * room.height()))
        top = beside.top() - height + SHADOW
        if top < room.top():
            top = min(beside.bottom() - SHADOW, room.bottom() - height)
        left = max(room.left(), min(beside.right() - self.width() + SHADOW, room.right() - self.width()))
        self.move(QPoint(left, max(room.top(), top)))
        self.show()
        self.copy_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self, most: int) -> int:
        """Be as high as the words are, at most so many pixels; give the height."""
        words = self._body.layout()
        wanted = words.heightForWidth(px(WIDTH) - 2 * metrics.S4) if words is not None else 0
        around = 2 * (SHADOW + metrics.S4) + px(metrics.S6) + self.copy_button.sizeHint().height() + 2 * metrics.S2
        self.setFixedHeight(min(wanted + around, most))
        return self.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), theme()
        paint_shadow(painter, self.rect(), metrics.POPUP, self.devicePixelRatioF())
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        rounded(painter, card, metrics.POPUP, fill=tokens.raised, border=tokens.border)


def _label(text: str, parent: QWidget, *, is_code: bool) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(metrics.font("code" if is_code else "body"))
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _paragraphs(text: str) -> list[tuple[str, bool]]:
    """Part a manual into paragraphs of words and of code: a block that begins with Bad or Good is code."""
    found: list[tuple[str, bool]] = []
    for line in text.splitlines():
        starts = line.startswith(("Bad:", "Good:"))
        goes_on = bool(found) and found[-1][1] and (line.startswith(" ") or not line.strip())
        if starts or (line.startswith("Seen in:") and line):
            found.append((line, starts))
        elif goes_on:
            found[-1] = (f"{found[-1][0]}\n{line}".rstrip(), True)
        elif not line.strip():
            found.append(("", False))
        elif found and not found[-1][1] and found[-1][0]:
            found[-1] = (f"{found[-1][0]} {line}", False)
        else:
            found.append((line, False))
    return [(text, is_code) for text, is_code in found if text]
