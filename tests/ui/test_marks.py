"""Marks and dashes: what tells runs apart beside their colours."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from lrviz.ui import marks, palette
from lrviz.ui.choices import settings
from lrviz.ui.figure import Axis, Figure, Line, Plot
from lrviz.ui.pages import look
from lrviz.ui.pages.canvas import Canvas


@pytest.fixture(autouse=True)
def solid_again() -> Iterator[None]:
    yield
    marks.dash_all(wanted=False)


def shown(colour: int) -> QImage:
    """Paint one run's level line alone, without its marks being near."""
    x = np.linspace(0, 100, 2)
    line = Line("", colour, x, x * 0 + 0.5, x * 0 + 0.5, named=False)
    canvas = Canvas()
    canvas.resize(700, 300)
    canvas.show_figure(Figure(plots=(Plot("", Axis(0, 100), Axis(0, 1), (line,)),)))
    image: QImage = canvas.grab().toImage()
    canvas.close()
    canvas.deleteLater()
    return image


def gaps(image: QImage, colour: int) -> int:
    """Count the pixels across the line's row that are not of its colour."""
    wanted = palette.theme().line(colour).rgb()
    rows = [[image.pixel(x, y) == wanted for x in range(80, 660)] for y in range(image.height())]
    inked = max(rows, key=sum)
    return inked.count(False)


def test_lines_are_solid_until_colours_repeat(qtbot: QtBot) -> None:
    assert [bool(marks.dashes(run)) for run in range(16)] == [False] * 8 + [True] * 8
    assert gaps(shown(1), 1) < gaps(shown(9), 9) - 100


def test_each_run_can_have_dashes_of_its_own(qtbot: QtBot) -> None:
    marks.dash_all(wanted=True)
    assert len({marks.dashes(run) for run in range(8)}) == 8
    assert len({(run % 8, marks.dashes(run)) for run in range(16)}) == 16
    assert gaps(shown(1), 1) > 100


def test_a_canvas_is_painted_anew_once_lines_are_to_be_dashed(qtbot: QtBot) -> None:
    look.follow_settings()
    x = np.linspace(0, 100, 2)
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.show_figure(Figure(plots=(Plot("", Axis(0, 100), Axis(0, 1), (Line("", 1, x, x / 100, x / 100),)),)))
    canvas.show()
    before = canvas.grab().toImage()
    settings.LINES.keep("dashed")
    assert canvas.grab().toImage() != before
    settings.LINES.keep("solid")
    assert canvas.grab().toImage() == before


@pytest.mark.parametrize("run", range(8))
def test_every_mark_has_a_shape_of_its_own(run: int) -> None:
    def painted(index: int) -> QImage:
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        marks.paint_mark(painter, 20, 20, 10, index, palette.LIGHT.text)
        painter.end()
        return image

    mine = painted(run)
    assert all(painted(other) != mine for other in range(8) if other != run)


@pytest.mark.parametrize("dashed", [False, True])
def test_a_swatch_shows_its_mark_whatever_its_line(dashed: bool) -> None:
    marks.dash_all(dashed)
    image = QImage(18, 12, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    marks.paint_swatch(painter, QRectF(0, 0, 18, 12), 3, palette.LIGHT)
    painter.end()
    assert image.pixelColor(9, 6) == palette.LIGHT.line(3)
