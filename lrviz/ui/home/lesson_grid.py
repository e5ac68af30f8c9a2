"""The lessons' cards side by side: one stop for the Tab key, arrows inside, Enter opens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.home.lesson_card import LessonCard
from lrviz.ui.lesson.picture import drawn_picture, shipped_picture
from lrviz.ui.lesson.written import Written
from lrviz.ui.palette import theme
from lrviz.ui.speech.language import language

FIRST_ROWS = 2
"""The fewest rows shown until a person asks for all."""


class LessonGrid(QWidget):
    """As many columns as its width allows; pictures come one in a turn of the event loop."""

    chosen = Signal(object)
    """The lesson whose card was taken (Written)."""
    focused = Signal(object)
    """The card that a key brought the focus to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: list[LessonCard] = []
        self.unfolded = False
        self._columns, self._rows = metrics.LESSON_COLUMNS[0], FIRST_ROWS
        self._pictures = QTimer(self, singleShot=True, interval=0)
        self._pictures.timeout.connect(self._draw_one)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_lessons(self, lessons: tuple[Written, ...], count: int) -> None:
        """Show these lessons, and empty cards for those of `count` that are still being read."""
        while len(self.cards) > count:
            self.cards.pop().deleteLater()
        while len(self.cards) < count:
            self._add_card()
        spoken = language()
        for card, one in zip(self.cards, lessons, strict=False):
            if card.one is None or card.one.key != one.key or card.one.lesson != one.lesson:
                card.picture = QImage()
            if card.one != one or card.language != spoken:
                card.show_lesson(one, spoken)
        self._pictures.start()
        self._place()

    def show_standings(self) -> None:
        """Show how far a person has come in each by now."""
        for card in self.cards:
            card.show_standing()

    def unfold(self, *, whole: bool) -> None:
        """Show all lessons, or the first rows of them."""
        self.unfolded = whole
        self._pictures.start()
        self._place()

    def give_room(self, high: float) -> None:
        """Show as many first rows as this height holds, and no fewer than two."""
        rows = max(FIRST_ROWS, int((high + metrics.S4) // (self._high() + metrics.S4)))
        if rows != self._rows:
            self._rows = rows
            self._pictures.start()
            self._place()

    @property
    def foldable(self) -> bool:
        """Whether there are more lessons than the first rows hold."""
        return len(self.cards) > self._rows * self._columns

    def first(self) -> LessonCard | None:
        """Give the card that the Tab key comes to."""
        return next((card for card in self.cards if card.focusPolicy() == Qt.FocusPolicy.StrongFocus), None)

    def _add_card(self) -> None:
        card = LessonCard(self)
        card.clicked.connect(lambda: self.chosen.emit(card.one))
        card.moved.connect(lambda right, down: self._move(card, right, down))
        if not self.cards:
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.cards.append(card)
        card.show()

    def _move(self, card: LessonCard, right: int, down: int) -> None:
        """Bring the focus to the card beside one."""
        at = self.cards.index(card) + right + down * self._columns
        if 0 <= at < len(self._shown()) and self.cards[at].isEnabled():
            card.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.cards[at].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.cards[at].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.focused.emit(self.cards[at])

    def _shown(self) -> list[LessonCard]:
        return self.cards if self.unfolded else self.cards[: self._rows * self._columns]

    def sizeHint(self) -> QSize:
        rows = max(1, -(-len(self._shown()) // self._columns))
        return QSize(metrics.HOME, rows * (self._high() + metrics.S4) - metrics.S4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for card in self.cards:
                card.picture = QImage()
            self._pictures.start()

    def _high(self) -> int:
        return metrics.LESSON_PICTURE + px(metrics.LESSON_CARD[1] - metrics.LESSON_PICTURE)

    def _place(self) -> None:
        """Lay the cards out in rows."""
        many, few = metrics.LESSON_COLUMNS
        least = px(metrics.NARROW) - 2 * metrics.S12
        self._columns = many if self.width() >= least else few
        gap = metrics.S4
        wide = (self.width() - gap * (self._columns - 1)) / self._columns
        shown = self._shown()
        for at, card in enumerate(self.cards):
            card.setVisible(at < len(shown))
            row, column = divmod(at, self._columns)
            left, right = round(column * (wide + gap)), round(column * (wide + gap) + wide)
            card.setGeometry(left, row * (self._high() + gap), right - left, self._high())
        self.updateGeometry()

    def _draw_one(self) -> None:
        """Give one card its picture, and see about the next one in a turn of its own."""
        for card in self._shown():
            if card.one is None or card.one.lesson is None or not card.picture.isNull():
                continue
            picture = shipped_picture(card.one.key, theme())
            card.picture = (
                picture if not picture.isNull() else drawn_picture(card.one.lesson, theme(), self.devicePixelRatioF())
            )
            card.update()
            self._pictures.start()
            return
