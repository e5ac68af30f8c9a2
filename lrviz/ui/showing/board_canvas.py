"""A board on the screen: cards that can be opened, each a button over its picture."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from lrviz.ui import metrics
from lrviz.ui.access.telling import Telling
from lrviz.ui.controls.drawing import rounded
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.figure import Figure
from lrviz.ui.pages.easel import SETTLED
from lrviz.ui.pages.painted import Painted
from lrviz.ui.paint import Sheet
from lrviz.ui.paint.board import placed
from lrviz.ui.palette import theme
from lrviz.ui.showing.stage import Stage

ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}

CARD = 320
"""Pixels that a card needs across, at the usual size."""


class CardButton(QAbstractButton):
    """A view's card: it lies over its picture and paints only that it is pointed at."""

    stepped = Signal(int, int)
    """Ctrl and an arrow key, or an arrow upwards or downwards: so many cards across and down."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif step is not None and step[1]:  # to left and right the cursor moves
            self.stepped.emit(*step)
        else:
            event.ignore()  # the window's own keys, Space among them

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            rounded(QPainter(self), QRectF(self.rect()), metrics.CARD, border=theme().text3, width=1.5)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, metrics.CARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)


class BoardCanvas(QWidget):
    """A figure's board; a click on a card, or Enter, opens its view."""

    opened = Signal(str)
    """A card was opened, by the key of its view."""
    drawn = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.figure, self.stage = Figure(), Stage()
        self._shown = 0.0
        self._painted = Painted(self, lambda: self.sheet)
        self._painted.drawn.connect(self.drawn)
        self._easel = self._painted.easel
        self.cards: list[CardButton] = []
        self._telling = Telling(self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMinimumSize(160, 120)

    @property
    def whole(self) -> Figure:
        """All of what could be shown."""
        return self.figure

    @property
    def busy(self) -> bool:
        """Whether the figure isn't on the screen yet."""
        return self._easel.busy

    @property
    def sheet(self) -> Sheet:
        """The figure as it is laid out."""
        return Sheet(self.figure, QRectF(self.rect()), self.times)

    @property
    def times(self) -> float:
        """How many times larger than usual it is drawn: as text is to be, as far as its cards have room for that."""
        return max(self.stage.times, min(self.stage.drawn, self.width() / (3 * CARD)))

    def set_stage(self, stage: Stage) -> None:
        """Show the board in another size."""
        self.stage = stage
        self.resized.emit()

    def show_figure(self, figure: Figure) -> None:
        """Show a figure; one that comes right after another is taken as one of a drag."""
        now = time.monotonic()
        moving = now - self._shown < SETTLED / 1000
        self.figure, self._shown = figure, now
        self._place_cards()
        self._painted.order(moving=moving)
        self._telling.soon(self.sheet)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.cards:
            self.cards[0].setFocus(event.reason())

    def _place_cards(self) -> None:
        board = self.figure.board
        while len(self.cards) < len(board):
            self._add_card(len(self.cards))
        for card, tile, cell in zip(
            self.cards, board, placed(QRectF(self.rect()), len(board), self.times), strict=False
        ):
            card.setGeometry(cell.toRect())
            card.setAccessibleName(self.tr("Open {0}").format(tile.title))
            card.setAccessibleDescription(tile.figure.headline)
            card.setToolTip(tile.figure.headline)
            card.show()

    def _add_card(self, index: int) -> None:
        card = CardButton(self)
        card.clicked.connect(lambda: self.opened.emit(self.figure.board[index].key))
        card.stepped.connect(lambda across, down: self._step(index, across, down))
        self.cards.append(card)
        if index == 0 and self.hasFocus():
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, index: int, across: int, down: int) -> None:
        tops = [card.y() for card in self.cards]
        columns = tops.count(tops[0])
        other = index + across + down * columns
        if 0 <= other < len(self.cards):
            self.cards[other].setFocus(Qt.FocusReason.TabFocusReason)

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painted.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cards()
        self._painted.order(moving=True)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
