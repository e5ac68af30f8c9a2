from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from lrviz.files import resource
from lrviz.ui.icons import icon_pixmap, paint_icon

ICONS = sorted(resource("icons").glob("*.svg"))
NEEDED = [
    "chart-spline",
    "panel-left",
    "chevron-down",
    "chevron-right",
    "undo-2",
    "redo-2",
    "share",
    "download",
    "copy",
    "clipboard-paste",
    "play",
    "pause",
    "step-forward",
    "square",
    "plus",
    "x",
    "check",
    "eye",
    "eye-off",
    "ellipsis",
    "grip-vertical",
    "trash-2",
    "pencil",
    "info",
    "triangle-alert",
    "circle-alert",
    "circle-x",
    "refresh-cw",
    "rotate-ccw",
    "file-code",
    "folder-open",
    "sun",
    "moon",
    "search",
]


def test_all_the_icons_that_the_window_needs_are_there() -> None:
    assert {icon.stem for icon in ICONS} >= set(NEEDED)


def test_an_icon_is_one_or_two_round_strokes_without_a_fill() -> None:
    for icon in ICONS:
        root = ET.fromstring(icon.read_text(encoding="utf-8"))  # noqa: S314 - our own files
        paths = list(root)
        assert root.get("viewBox") == "0 0 24 24", icon
        assert (root.get("fill"), root.get("stroke"), root.get("stroke-linecap")) == ("none", "currentColor", "round")
        assert 1 <= len(paths) <= 2, icon
        assert all(re.fullmatch(r"\{.*\}path", path.tag) and set(path.attrib) == {"d"} for path in paths), icon


def test_an_icon_stays_inside_its_square_and_takes_the_colour_asked_for(qapp: QApplication) -> None:
    for icon in ICONS:
        image = icon_pixmap(icon.stem, QColor("#EA4A0B"), 48, 1.0).toImage()
        every = [(x, y, image.pixelColor(x, y)) for x in range(48) for y in range(48)]
        inked = [(x, y, colour) for x, y, colour in every if colour.alpha() > 200]
        assert inked, icon
        assert all(1 <= x <= 46 and 1 <= y <= 46 for x, y, _ in inked), icon
        off = [max(abs(c.red() - 234), abs(c.green() - 74), abs(c.blue() - 11)) for _, _, c in inked]
        assert max(off) <= 2, icon


def test_a_pixmap_is_made_once_for_each_colour_size_and_ratio(qapp: QApplication) -> None:
    red = QColor("#C02A1E")
    first = icon_pixmap("play", red, 16, 2.0)
    assert icon_pixmap("play", QColor("#C02A1E"), 16, 2.0).cacheKey() == first.cacheKey()
    assert (first.width(), first.devicePixelRatio()) == (32, 2.0)
    assert icon_pixmap("play", red, 16, 1.0).width() == 16


def test_a_missing_icon_is_named(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError, match=r"no-such\.svg"):
        icon_pixmap("no-such", QColor("black"), 16)


def test_an_icon_is_painted_in_the_middle_of_its_rectangle(qapp: QApplication) -> None:
    image = QImage(60, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_icon(painter, QRectF(0, 0, 60, 40), "square", QColor("black"))
    painter.end()
    columns = [x for x in range(60) if any(image.pixelColor(x, y).alpha() for y in range(40))]
    assert (columns[0] + columns[-1]) / 2 == pytest.approx(29.5, abs=1)
