from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from lrviz.ui.figure import Axis, Figure, Line, Plot
from lrviz.ui.pages import easel as easels
from lrviz.ui.pages.easel import Easel, Order
from lrviz.ui.paint import Sheet, paint
from lrviz.ui.palette import DARK, LIGHT

RECT = QRectF(0, 0, 300, 200)
x = np.linspace(0, 400, 300)


def figure(top: float) -> Figure:
    rate = top * (1 + np.cos(np.pi * x / 400))
    lines = tuple(Line(f"run {colour}", colour, x, rate / (1 + colour), rate / (1 + colour)) for colour in range(3))
    plot = Plot("Learning rate", Axis(0, 400, form="whole"), Axis(0, 0.2), lines)
    return Figure("falls", "", (plot, plot), columns=2)


def order(top: float = 0.1, *, moving: bool = False, ratio: float = 1.0) -> Order:
    return Order(Sheet(figure(top), RECT), LIGHT, ratio, moving)


def painted(top: float, *, fast: bool = False) -> QImage:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, RECT, figure(top), LIGHT, fast=fast)
    painter.end()
    return image


@pytest.fixture
def easel(qtbot: QtBot) -> Iterator[Easel]:
    parent = QObject()
    yield Easel(parent)
    parent.deleteLater()


def test_a_picture_made_in_slices_is_the_painter_s_own(
    easel: Easel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(easels, "SLICE", 0.0)  # one step each turn
    whole: list[None] = []
    easel.finished.connect(lambda: whole.append(None))
    with qtbot.waitSignal(easel.finished):
        easel.paint(order())
        assert easel.busy
        assert easel.image().isNull()
    assert easel.image() == painted(0.1)
    assert easel.settled
    assert len(whole) == 1


def test_what_is_begun_is_ended_and_of_those_that_wait_the_latest_is_painted(
    easel: Easel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(easels, "SLICE", 0.0)
    pictures: list[QImage] = []
    easel.finished.connect(lambda: pictures.append(easel.image()))
    easel.paint(order(0.1))
    easel._paint_slice()
    for top in (0.08, 0.06, 0.04):
        easel.paint(order(top))
    qtbot.waitUntil(lambda: not easel.busy)
    assert pictures == [painted(0.1), painted(0.04)]


def test_who_can_t_wait_gets_the_latest_at_once(easel: Easel) -> None:
    easel.paint(order(0.1))
    easel.paint(order(0.05))
    easel.finish()
    assert easel.image() == painted(0.05)
    assert not easel.busy


def test_what_only_comes_into_sight_keeps_the_system_waiting(
    easel: Easel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(easels, "SLICE", 0.0)
    easel.come()
    easel.paint(order(0.1))
    easel.finish()
    assert easel.image().isNull()
    qtbot.waitUntil(lambda: not easel.busy)
    assert easel.image() == painted(0.1)
    easel.paint(order(0.05))
    easel.finish()
    assert easel.image() == painted(0.05), "from then on whoever asks gets it at once"


def test_what_moves_and_takes_long_is_painted_fast_until_it_rests(
    easel: Easel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(easels, "AT_ONCE", 0.0)
    easel.paint(order(0.1))
    easel.finish()
    easel.paint(order(0.05, moving=True))
    easel.finish()
    assert easel.image() == painted(0.05, fast=True)
    assert easel.image() != painted(0.05)
    assert not easel.settled
    qtbot.waitUntil(lambda: easel.settled)
    assert easel.image() == painted(0.05)


def test_what_takes_longer_than_it_moved_is_painted_finely_after_all(
    easel: Easel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(easels, "AT_ONCE", 0.0)
    monkeypatch.setattr(easels, "SLICE", 0.0)
    easel.paint(order(0.1))
    easel.finish()
    easel.paint(order(0.08, moving=True))
    easel._paint_slice()
    assert easel.busy
    easel._turn.stop()  # a busy machine: its turn comes only after everything has come to rest
    qtbot.wait(easels.SETTLED + 50)
    easel._turn.start()
    qtbot.waitUntil(lambda: easel.settled)
    assert easel.image() == painted(0.08)


def test_what_is_painted_quickly_is_always_painted_finely(easel: Easel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(easels, "AT_ONCE", 1e9)
    for top in (0.1, 0.05):
        easel.paint(order(top, moving=True))
        easel.finish()
    assert easel.image() == painted(0.05)


def test_a_fine_screen_gets_a_finer_picture(easel: Easel) -> None:
    easel.paint(order(ratio=2.0))
    easel.finish()
    assert (easel.image().width(), easel.image().devicePixelRatio()) == (600, 2.0)


def test_the_theme_is_the_order_s(easel: Easel) -> None:
    easel.paint(Order(Sheet(figure(0.1), RECT), DARK, 1.0, moving=False))
    easel.finish()
    assert easel.image().pixelColor(2, 2) == DARK.surface


def test_a_picture_that_fails_takes_no_other_with_it(easel: Easel) -> None:
    def broken(*_: object, **__: object) -> Iterator[Callable[[QPainter], None]]:
        yield lambda painter: painter.resetTransform()
        raise ZeroDivisionError

    easel.paint(replace(order(0.1), by=broken))
    with pytest.raises(ZeroDivisionError):
        easel.finish()
    assert not easel.busy
    easel.paint(order(0.05))
    easel.finish()
    assert easel.image() == painted(0.05)


def test_there_may_be_no_room_at_all(easel: Easel) -> None:
    easel.paint(Order(Sheet(figure(0.1), QRectF()), LIGHT, 1.0, moving=False))
    easel.finish()
    assert not easel.image().isNull()
