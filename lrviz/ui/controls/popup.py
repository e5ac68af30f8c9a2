"""A pop-up that explains something: a head, words that scroll, buttons; Escape or a click beside it closes it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px, rounded
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.scrolled import scroll
from lrviz.ui.controls.shadow import SHADOW, paint_shadow
from lrviz.ui.palette import theme

MOST = 0.8
"""Share of the screen's height that it takes at most."""


class PopUp(QFrame):
    """Words about one thing, which can be selected; `text` is all of them, as they are copied."""

    def __init__(self, title: str, width: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._said = [title]
        self.copy_button: Button | None = None
        self._fits = False
        self.head = ElidedLabel("form_title", "text", self)
        self.head.setText(title)
        self.kind = ElidedLabel("secondary", "text3", self)
        self.body = QWidget(self)
        self.words = QVBoxLayout(self.body)
        self.words.setContentsMargins(0, 0, metrics.S2, 0)
        self.words.setSpacing(px(metrics.S2))
        self.area = QScrollArea(self)
        scroll(self.area, self.body)
        self.area.setAccessibleName(title)  # arrow keys scroll it
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(px(metrics.S2))
        self._buttons.addStretch(1)
        self._lay_out()
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(px(width) + 2 * SHADOW)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        inner = SHADOW + px(metrics.S4)
        column.setContentsMargins(inner, inner - px(metrics.S1), inner, inner)
        column.setSpacing(px(metrics.S2))
        line = QHBoxLayout()
        line.setSpacing(px(metrics.S2))
        line.addWidget(self.head)
        line.addStretch(1)
        line.addWidget(self.kind)
        column.addLayout(line)
        column.addWidget(self.area, 1)
        column.addLayout(self._buttons)

    @property
    def text(self) -> str:
        """All that it says, as it is copied."""
        return "\n\n".join(self._said) + "\n"

    def say(self, text: str, role: metrics.Role = "body") -> QLabel:
        """Add a paragraph; its words can be selected."""
        self._said.append(text)
        label = QLabel(self.body)
        label.setText(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(metrics.font(role))
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.addWidget(label)
        return label

    def section(self, title: str) -> None:
        """Add the head of a section."""
        self.words.addSpacing(px(metrics.S1))
        label = ElidedLabel("section", "text2", self.body)
        label.setText(title)
        self._said.append(title)
        self.words.addWidget(label)

    def link(self, html: str, said: str) -> QLabel:
        """Add a paragraph with links in it, which open in the browser; `said` is it as it is copied."""
        label = self.say(said)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText(html)
        label.setOpenExternalLinks(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        return label

    def add(self, widget: QWidget, said: str = "") -> None:
        """Add something else that is `said` in words where it is copied."""
        if said:
            self._said.append(said)
        self.words.addWidget(widget)

    def show_first(self, widget: QWidget) -> None:
        """Scroll to a part of the words as soon as they are laid out."""
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(widget, 0, px(metrics.S12)))

    def button(self, text: str, **kind: str) -> Button:
        """Add a button below the words."""
        made = Button(text, small=True, parent=self, **kind)  # type: ignore[arg-type]  # icon and kind are words
        self._buttons.addWidget(made)
        return made

    def copies(self) -> Button:
        """Add the button that copies all it says."""
        self.copy_button = made = self.button(self.tr("Copy"), icon="copy")
        made.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))
        return made

    def fit(self, beside: QRect) -> None:
        """Be as high as the words are, as far as the screen that a rectangle is on has room."""
        room = _room(beside)
        self.setFixedWidth(min(self.width(), room.width()))
        self.setFixedHeight(min(self._wanted(), round(MOST * room.height())))
        self._fits = True

    def open_at(self, beside: QRect) -> None:
        """Open beside a rectangle of the screen: below, above, right or left of it, where it fits first."""
        if not self._fits:
            self.fit(beside)
        self.move(placed(self.size(), beside, _room(beside)))
        self.setAccessibleDescription(self.text)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)  # arrows scroll, Tab goes on to links and buttons

    def _wanted(self) -> int:
        """Give the height at which nothing scrolls."""
        width = self.width() - 2 * (SHADOW + px(metrics.S4))
        self.body.resize(width, self.body.height())
        self.words.activate()
        words = (
            self.words.totalHeightForWidth(width) if self.words.hasHeightForWidth() else self.words.sizeHint().height()
        )
        around = 2 * (SHADOW + px(metrics.S4)) + self.head.sizeHint().height() + px(metrics.S2)
        buttons = self._buttons.sizeHint().height()
        return words + around + (buttons + px(metrics.S2) if buttons else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.area.verticalScrollBar()
        pages = {
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Space: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        steps = {Qt.Key.Key_Down: px(metrics.S8), Qt.Key.Key_Up: -px(metrics.S8), Qt.Key.Key_Home: -bar.value()} | pages
        by = steps.get(Qt.Key(event.key()), bar.maximum() if event.key() == Qt.Key.Key_End else 0)
        if by:
            bar.setValue(bar.value() + by)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), theme()
        paint_shadow(painter, self.rect(), metrics.POPUP, self.devicePixelRatioF())
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        rounded(painter, card, metrics.POPUP, fill=tokens.raised, border=tokens.border)


def _room(beside: QRect) -> QRect:
    """Give the room on the screen that a rectangle is on."""
    screen = QGuiApplication.screenAt(beside.center()) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def placed(size: QSize, beside: QRect, room: QRect) -> QPoint:
    """Give where a pop-up of a size, its shadow included, stands beside a rectangle without leaving the room."""
    gap = px(metrics.S1)
    along_x = max(room.left(), min(beside.left() - SHADOW, room.right() - size.width()))
    along_y = max(room.top(), min(beside.top() - SHADOW, room.bottom() - size.height()))
    below, above = beside.bottom() + gap - SHADOW, beside.top() - gap - size.height() + SHADOW
    right, left = beside.right() + gap - SHADOW, beside.left() - gap - size.width() + SHADOW
    if below + size.height() <= room.bottom():
        return QPoint(along_x, below)
    if above >= room.top():
        return QPoint(along_x, above)
    return QPoint(right if right + size.width() <= room.right() else max(room.left(), left), along_y)
