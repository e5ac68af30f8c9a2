"""A bowl of heights, paths down it, and a picture of them to look at."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from lrviz.ui.figure import Axis, Figure, Heights, Terrain, Trek
from lrviz.ui.paint import paint
from lrviz.ui.paint.bands import band_colours, banded, scaled
from lrviz.ui.palette import DARK, Theme

WIDTH, HEIGHT = 400, 300
RECT = QRectF(0, 0, WIDTH, HEIGHT)
X, Y = Axis(-2, 2), Axis(-1.5, 1.5)
"""100 pixels to one."""
across, up = np.linspace(-2, 2, 41), np.linspace(-1.5, 1.5, 31)
EDGES = np.linspace(0, 4, 17)
BOWL = Heights(across, up, across[None] ** 2 + up[:, None] ** 2, EDGES, title="train loss")
NOWHERE = np.zeros(0)
names = st.text("abcdefgh ", max_size=30)


def terrain(**changes: Any) -> Terrain:
    return Terrain(X, Y, **{"heights": BOWL, **changes})


def trek(x: list[float], y: list[float], **changes: Any) -> Trek:
    return Trek("cosine", 2, np.array(x), np.array(y), np.ones(len(x)), **changes)


def painted(ground: Terrain, theme: Theme = DARK, *, ratio: int = 1, times: float = 1.0, fast: bool = False) -> QImage:
    image = QImage(QSize(WIDTH, HEIGHT) * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    try:
        paint(painter, RECT, Figure(terrain=ground), theme, times=times, fast=fast)
    finally:
        painter.end()
    return image


def near(image: QImage, colour: QColor, tolerance: int = 12) -> NDArray[np.bool_]:
    memory = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.width(), 4)
    wanted = np.array([colour.blue(), colour.green(), colour.red()], dtype=np.int16)
    return np.asarray(np.abs(memory[:, :, :3].astype(np.int16) - wanted).max(axis=2) <= tolerance)


def band_colour(heights: Heights, value: float, theme: Theme = DARK) -> QColor:
    return QColor(*band_colours(heights, theme)[banded(heights, scaled(heights, np.array(value)))].tolist())
