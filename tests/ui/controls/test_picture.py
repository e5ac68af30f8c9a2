"""A small picture in a control is made beside what changes it, once for each value."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lrviz.ui.controls.picture import Picture

RED, BLUE, WHITE = QColor("red"), QColor("blue"), QColor("white")


class Shown:
    """A picture on an image, and how often it was drawn."""

    def __init__(self, qtbot: QtBot) -> None:
        self.widget = QWidget()
        qtbot.addWidget(self.widget)
        self.picture = Picture(self.widget)
        self.drawn: list[str] = []

    def painted(self, shown: str, colour: QColor = RED, *, wide: int = 20) -> tuple[QColor, QColor]:
        """Paint it: the left half for "left", the right for "right"; give the colours of both halves."""
        image = QImage(40, 10, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        self.picture.paint(painter, QRectF(0, 0, wide, 10), shown, colour, lambda *to: self._draw(shown, *to))
        painter.end()
        return image.pixelColor(wide // 4, 5), image.pixelColor(wide * 3 // 4, 5)

    def _draw(self, shown: str, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        self.drawn.append(shown)
        half = rect.adjusted(0, 0, -rect.width() / 2, 0)
        painter.fillRect(half if shown == "left" else half.translated(half.width(), 0), colour)


def test_another_value_is_drawn_in_a_turn_of_its_own_and_meanwhile_it_stays_as_it_was(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    with qtbot.waitSignal(shown.picture.renewed):
        assert shown.painted("left")[0] == WHITE
        assert shown.drawn == []
    assert shown.painted("left")[0] == RED
    with qtbot.waitSignal(shown.picture.renewed):
        assert shown.painted("right")[0] == RED
        assert shown.drawn == ["left"]
    assert shown.painted("right")[1] == RED
    assert shown.drawn == ["left", "right"]


def test_the_same_value_is_drawn_once_and_one_that_went_by_never(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    shown.painted("left")
    QApplication.processEvents()
    shown.painted("right")
    shown.painted("left")
    QApplication.processEvents()
    shown.painted("left")
    assert shown.drawn == ["left"]


def test_another_colour_or_size_is_drawn_at_once(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    shown.painted("left")
    assert shown.painted("left", BLUE)[0] == BLUE
    assert shown.painted("left", BLUE, wide=40)[0] == BLUE
    assert shown.drawn == ["left", "left"]
