"""A lesson's card: its picture, title, minutes and summary, and quietly how far a person has come in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lrviz.teaching.words import Language
from lrviz.ui import metrics
from lrviz.ui.controls.drawing import LEFT, RIGHT, fitting, px, rounded, text_width, write
from lrviz.ui.controls.few_lines import wrapped
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.icons import paint_icon
from lrviz.ui.lesson import bookmarks
from lrviz.ui.lesson.written import Written
from lrviz.ui.palette import theme
from lrviz.ui.speech.spoken import joined

MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
LINES = 2
TITLE, LINE = 22, 17
LEAST = 11 / 13
"""A long title is written as much smaller before it is cut."""
TRACK = 3
"""Height of the bar that shows how far one has come."""


class LessonCard(QAbstractButton):
    """Opens a lesson by a click or Enter; before it is read, an empty card keeps its place."""

    moved = Signal(int, int)
    """An arrow key: so many cards to the right and down."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.one: Written | None = None
        self.language: Language = "en"
        self._step, self._done = 0, False
        self.picture = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setEnabled(False)
        self.setAccessibleName(self.tr("A lesson that is being read"))

    def show_lesson(self, one: Written, language: Language) -> None:
        """Show a lesson that was read."""
        if one.lesson is None:
            return
        self.one, self.language = one, language
        summary = one.lesson.summary.said(language)
        self.setText(one.lesson.title.said(language))
        self.setAccessibleDescription(summary)
        self.setToolTip("" if self._fits(summary) else summary)
        self.setEnabled(True)
        self.show_standing()

    def show_standing(self) -> None:
        """Show how far a person has come by now."""
        if self.one is None:
            return
        self._step, self._done = bookmarks.left_at(self.one.key), bookmarks.is_done(self.one.key)
        self.setAccessibleName(joined(", ", (self.text(), self._minutes(), self._standing())))
        self.update()

    @property
    def steps(self) -> int:
        """How many steps the lesson has, the last of which is what was measured."""
        return len(self.one.lesson.steps) + 1 if self.one is not None and self.one.lesson is not None else 1

    def sizeHint(self) -> QSize:
        wide, high = metrics.LESSON_CARD
        return QSize(px(wide), metrics.LESSON_PICTURE + px(high - metrics.LESSON_PICTURE))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics.LESSON_CARD[0] // 2, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = MOVES.get(Qt.Key(event.key()))
        if move is not None:
            self.moved.emit(*move)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, metrics.CARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        rounded(painter, box, metrics.CARD, fill=now.hover if self._pointed_at() else now.surface)
        inside = QPainterPath()
        inside.addRoundedRect(box, metrics.CARD, metrics.CARD)
        painter.save()
        painter.setClipPath(inside)
        self._paint_picture(painter, QRectF(0, 0, box.width(), metrics.LESSON_PICTURE))
        painter.restore()
        rounded(painter, box, metrics.CARD, border=now.strong if self._pointed_at() else now.border)
        self._paint_words(painter, box.adjusted(px(metrics.S4), metrics.LESSON_PICTURE + px(10), -px(metrics.S4), 0))

    def _paint_picture(self, painter: QPainter, place: QRectF) -> None:
        now = theme()
        painter.fillRect(place, now.bg)
        if not self.picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = self.picture.size().scaled(place.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            left = place.center().x() - size.width() / 2
            painter.drawImage(QRectF(left, place.top(), size.width(), size.height()), self.picture)
        painter.fillRect(QRectF(place.left(), place.bottom(), place.width(), 1), now.border)
        if self._step and not self._done:
            share = place.width() * self._step / max(1, self.steps - 1)
            painter.fillRect(QRectF(place.left(), place.bottom() - TRACK + 1, share, TRACK), now.text3)

    def _paint_words(self, painter: QPainter, place: QRectF) -> None:
        now, small = theme(), metrics.font("secondary")
        if self.one is None or self.one.lesson is None:
            for width, top in ((0.55, 5), (0.9, 29)):
                bar = QRectF(place.left(), place.top() + px(top), place.width() * width, px(metrics.S3))
                rounded(painter, bar, metrics.CHIP, fill=now.sunken)
            return
        lesson, high = self.one.lesson, px(TITLE)
        side = px(metrics.ICON) if self._done else 0
        minutes = text_width(self._minutes(), small) + 1
        row = QRectF(place.left(), place.top(), place.width(), high)
        write(painter, row, self._minutes(), small, now.text2, where=RIGHT)
        if self._done:
            at = QRectF(row.right() - minutes - side - metrics.S1, row.center().y() - side / 2, side, side)
            paint_icon(painter, at, "check", now.best)
        room = row.width() - minutes - (side + metrics.S1 if side else 0) - px(metrics.S3)
        font = fitting(self.text(), metrics.font("plot_title"), room, LEAST)
        write(painter, QRectF(row.left(), row.top(), room, high), self.text(), font, now.text)
        below = place.top() + high
        for line in wrapped(lesson.summary.said(self.language), small, place.width(), LINES):
            write(painter, QRectF(place.left(), below, place.width() + 1, px(LINE)), line, small, now.text2, where=LEFT)
            below += px(LINE)

    def _fits(self, summary: str) -> bool:
        lines = wrapped(summary, metrics.font("secondary"), self.width() - 2 * px(metrics.S4), LINES)
        return not lines or not lines[-1].endswith("…")

    def _minutes(self) -> str:
        lesson = self.one.lesson if self.one is not None else None
        return _tr("{0} min").format(lesson.minutes) if lesson is not None else ""

    def _standing(self) -> str:
        if self._done:
            return _tr("done")
        return _tr("left at step {0} of {1}").format(self._step + 1, self.steps) if self._step else ""

    def _pointed_at(self) -> bool:
        return self.isEnabled() and (self.underMouse() or self.isDown())


def _tr(text: str) -> str:
    return QCoreApplication.translate("LessonCard", text)
