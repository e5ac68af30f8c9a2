"""SVG files are smaller than Qt writes them, and look the same."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from lrviz import Experiment
from lrviz.ui.palette import LIGHT
from lrviz.ui.render import figure
from lrviz.ui.showing import svg
from lrviz.ui.showing.pictures import Page, made

pytestmark = pytest.mark.usefixtures("qapp")


def painted(text: str) -> np.ndarray:
    image = QImage(QSize(600, 400), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(text.encode())).render(painter)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(400, 600, 4)[..., :3].astype(int)


def test_a_slim_file_looks_as_the_whole_one_did(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(figure(Experiment.first_open(), "schedule", 600, {}), LIGHT, QSize(600, 400))
    slim = made(page, ".svg").decode()
    monkeypatch.setattr("lrviz.ui.showing.pictures.slim", str)
    whole = made(page, ".svg").decode()
    assert len(slim) < 0.75 * len(whole)
    assert np.abs(painted(slim) - painted(whole)).max() < 40
    assert re.findall(r"<text[^>]*>([^<]*)", slim) == re.findall(r"<text[^>]*>([^<]*)", whole)


def test_what_is_left_out() -> None:
    font = 'font-family="Inter" font-size="12" font-weight="400" font-style="normal"'
    assert svg.slim(f'<g fill="none"\n{font} \n>\n</g>\n') == ""
    line = svg.slim(f'<g fill="none"\n{font} \n>\n<polyline points="1.23456,2 3,4.5 " /></g>')
    assert line == '<g fill="none">\n<polyline points="1.23,2 3,4.5 " /></g>'
    said = f'<g fill="none"\n{font} \n>\n<text x="1.23456">a 1.23456</text></g>'
    assert svg.slim(said) == said
