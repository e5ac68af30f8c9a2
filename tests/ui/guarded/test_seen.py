"""What guards the pictures sees what a person sees, and lets pass what nobody does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from lrviz.ui import palette
from lrviz.ui.figure import Axis, Figure, Line, Plot
from lrviz.ui.paint import paint
from tests.ui.guarded import seen
from tests.ui.guarded.seen import Picture

X = np.linspace(0, 440, 441)


def figure(*, high: float = 1.0, colour: int = 1, lines: int = 2, title: str = "Learning rate") -> Figure:
    curves = [Line("cosine", 2, X, y := (1 + np.cos(np.pi * X / 440)) / 2, y), Line("step", colour, X, z := X / 440, z)]
    return Figure(plots=(Plot(title, Axis(0, 440, "step"), Axis(0, high), tuple(curves[:lines])),))


def painted(shown: Figure, theme: palette.Theme = palette.LIGHT, *, aside: float = 0.0) -> Picture:
    image = QImage(1280, 800, QImage.Format.Format_RGB32)
    image.fill(theme.surface)
    painter = QPainter(image)
    paint(painter, QRectF(aside, 0, 1280 - aside, 800), shown, theme)
    painter.end()
    return seen.halved(image)


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Give what text is painted with."""


@pytest.mark.parametrize(
    "other",
    [
        lambda: painted(figure(lines=1)),
        lambda: painted(figure(colour=0)),
        lambda: painted(figure(title="Learning rates")),
        lambda: painted(figure(high=1.02)),
        lambda: painted(figure(), aside=2),
        lambda: painted(figure(), replace(palette.LIGHT, grid=palette.LIGHT.strong)),
        lambda: painted(figure(), replace(palette.LIGHT, text=palette.LIGHT.text3)),
    ],
    ids=["line", "colour", "letter", "axis", "moved by 2 px", "grid", "pale words"],
)  # fmt: skip
def test_what_one_sees_is_found(other: Callable[[], Picture]) -> None:
    assert seen.excess(painted(figure()), other()) > 1


def test_it_is_said_where_it_is_seen() -> None:
    plain = painted(figure())
    marked = plain.copy()
    marked[100:120, 300:330] = (200, 0, 0)
    assert seen.where(marked, plain) == "in columns 299 to 330 and rows 99 to 120"
    assert seen.where(plain, plain) == "nowhere"
    assert seen.where(plain[:, 1:], plain) == "in size: 639 × 400, not 640 × 400"


def test_what_nobody_sees_passes() -> None:
    whole = painted(figure())
    noise = np.random.default_rng(0).integers(-2, 3, whole.shape)
    assert seen.excess(whole, whole) == 0
    assert seen.excess(whole, np.clip(whole + noise, 0, 255).astype(np.uint8)) < 0.5


def test_a_picture_that_was_written_is_the_one_that_is_read(tmp_path: Path) -> None:
    for theme in (palette.LIGHT, palette.DARK):
        whole = painted(figure(), theme)
        seen.save(whole, tmp_path / "one.png")
        assert seen.excess(whole, seen.load(tmp_path / "one.png")) < 0.5


def test_pictures_of_two_sizes_differ_everywhere() -> None:
    whole = painted(figure())
    assert seen.excess(whole, whole[:-1]) > 1
