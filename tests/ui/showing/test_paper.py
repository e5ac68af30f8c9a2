"""Paper: what is measured in points, pixels and millimetres comes out as long as it says."""

from __future__ import annotations

from dataclasses import replace as replaced

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtGui import QImage

from lrviz.errors import ResourceError, SpecError
from lrviz.ui.figure import Axis, Figure, Line, Plot, Reading, Turn
from lrviz.ui.palette import LIGHT
from lrviz.ui.showing import pictures
from lrviz.ui.showing.paper import PRESETS, Paper
from lrviz.ui.slices import finished
from tests.ui.paint.terrains import near, terrain, trek

pytestmark = pytest.mark.usefixtures("qapp")
x = np.linspace(0, 100, 200)
FIGURE = Figure(
    "it stays at a half.",
    "one run.",
    (
        Plot(
            "Rate",
            Axis(0, 100, "step"),
            Axis(0, 1),
            (Line("run", 0, x, 0 * x + 0.5, 0 * x + 0.5),),
            cursor=50.0,
            readings=(Reading("run", 0, 0.5, "0.5"),),
        ),
    ),
)


def image(paper: Paper) -> QImage:
    return finished(pictures.image(pictures.page(FIGURE, paper, ".png")))


def thickness(paper: Paper) -> int:
    """Give how many rows of the run's colour a column of pixels beside marks and words has, at most."""
    painted = image(paper).convertToFormat(QImage.Format.Format_RGB32)
    words = np.frombuffer(painted.constBits(), np.uint32).reshape(painted.height(), -1) & 0xFFFFFF
    own = words == (LIGHT.lines[0].rgb() & 0xFFFFFF)
    rows = own.sum(axis=0)
    return int(np.bincount(rows[rows > 0]).argmax())


@pytest.mark.parametrize("points", [2.0, 4.0, 12.0])
@pytest.mark.parametrize("font", [6.0, 12.0])
def test_curves_are_as_thick_as_asked_whatever_the_type(points: float, font: float) -> None:
    paper = Paper(600, 400, "px", 144, font_size=font, line_width=points, cursor=False)
    full = thickness(paper)  # 144 pixels to an inch are two to a point; of the two at its edges a part is covered
    assert 2 * points - 2 <= full <= 2 * points


@pytest.mark.parametrize("turned", [None, Turn()])
def test_paths_of_a_landscape_are_as_thick_as_asked(turned: Turn | None) -> None:
    along = np.linspace(-1.5, 1.5, 60).tolist()
    shown = Figure(terrain=terrain(treks=(trek(along, [0.3] * 60, at=59),), turned=turned))

    def rows(points: float) -> int:
        paper = Paper(600, 400, dpi=72, font_size=9, line_width=points)
        made = finished(pictures.image(pictures.page(shown, paper, ".png")))
        return int(near(made.convertToFormat(QImage.Format.Format_RGB32), LIGHT.lines[2]).sum())

    assert rows(6.0) > 2 * rows(2.0)


def test_what_lies_beside_a_landscape_can_be_seen_through() -> None:
    flat = replaced(terrain(), x=Axis(-4, 4), y=Axis(-3, 3))
    paper = Paper(600, 400, transparent=True)
    made = finished(pictures.image(pictures.page(Figure(terrain=flat), paper, ".png")))
    assert made.pixelColor(2, 200).alpha() == 0
    assert made.pixelColor(300, 200).alpha() == 255


def test_type_is_as_large_as_asked() -> None:
    assert Paper(dpi=96, font_size=9).times(".png") == 1.0  # as on the screen: 12 pixels
    assert Paper(dpi=300, font_size=7).times(".png") * 12 == pytest.approx(7 / 72 * 300)
    assert Paper(85, 60, "mm", font_size=9).times(".pdf") == 3.0


@given(st.floats(20, 400), st.floats(20, 400), st.integers(72, 300))
def test_millimetres_are_those_of_the_file(width: float, height: float, dpi: int) -> None:
    wide, high = Paper(width, height, "mm", dpi).size(".png")
    assert (wide / dpi * 25.4, high / dpi * 25.4) == pytest.approx((width, height), abs=25.4 / dpi)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_every_preset_can_be_made(preset: str, suffix: str) -> None:
    page = pictures.page(FIGURE, PRESETS[preset], suffix)
    assert len(pictures.made(page, suffix)) > 1000


def test_without_cursor_and_headline_nothing_is_said_of_them() -> None:
    bare = pictures.page(FIGURE, Paper(cursor=False, headline=False), ".svg")
    drawn = pictures.made(bare, ".svg").decode()
    assert FIGURE.headline not in drawn
    assert ">0.5<" not in drawn.replace(">0.50<", "")
    assert all(plot.cursor is None for plot in bare.figure.plots)
    assert FIGURE.headline in pictures.made(pictures.page(FIGURE, Paper(), ".svg"), ".svg").decode()


def test_a_size_is_the_same_in_another_unit() -> None:
    paper = Paper(85, 60, "mm", 300)
    pixels = replace(paper, **paper.measured("px"))
    assert (pixels.width, pixels.height) == (1004, 709)
    assert replace(pixels, **pixels.measured("mm")) == paper


def test_too_much_and_too_little_are_refused_in_words() -> None:
    with pytest.raises(ResourceError, match="it may have 100 million in all"):
        Paper(19_000, 19_000).size(".png")
    with pytest.raises(SpecError, match="font_size must be a number between 4 and 72"):
        Paper(font_size=3)
    with pytest.raises(ResourceError, match="there is no pane 'Loss': choose Rate"):
        pictures.page(FIGURE, Paper(pane="Loss"), ".png")
