from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from lrviz.ui.figure import Arrow, Axis, Figure, Floats, Heights, Terrain, Trek, Turn
from lrviz.ui.paint.relief import relief_steps
from lrviz.ui.paint.space import FINE, LIFT, Space
from lrviz.ui.palette import DARK, LIGHT, Theme
from lrviz.ui.showing import pictures

pytestmark = pytest.mark.usefixtures("qapp")
RECT = QRectF(0, 0, 400, 360)
X, Y = Axis(-1.0, 1.0), Axis(-1.0, 1.0)
across = np.linspace(-1.0, 1.0, 41)
EDGES = np.linspace(0.0, 1.0, 11)
LEVEL = np.full((41, 41), 0.5)
AHEAD = Turn(elevation=40.0, turn=0.0)
TURNS = (-32.0, 10.0, 45.0, 80.0, 135.0, 200.0, 250.0, 310.0)


def terrain(values: Floats, turned: Turn = AHEAD, **more: Any) -> Terrain:
    return Terrain(X, Y, Heights(across, across, values, EDGES), turned=turned, **more)


def trek(x: list[float], y: list[float], **more: Any) -> Trek:
    return Trek("", 1, np.array(x), np.array(y), np.full(len(x), np.nan), **more)


def painted(shown: Terrain, theme: Theme = LIGHT, *, fast: bool = False) -> QImage:
    image = QImage(QSize(400, 360), QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    try:
        for step in relief_steps(RECT, shown, theme, 1.0, fast=fast):
            step(painter)
    finally:
        painter.end()
    return image


def place(shown: Terrain, x: float, y: float, z: float) -> tuple[int, int]:
    seen = Space(shown, RECT, 1.0).projection.pixels(np.array([x, y, z]))
    return int(seen[0]), int(seen[1])


def pixels(image: QImage) -> Floats:
    memory = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.width(), 4)
    return memory[:, :, 2::-1].astype(np.float64)


def ridge_and_valley(*, ridge: float = 0.5) -> Floats:
    """Give a valley at y = 0.4, and a ridge that stands before it, at y = 0."""
    valley = 0.12 * np.exp(-(((across - 0.4) / 0.12) ** 2))
    return np.repeat((0.45 - valley + ridge * np.exp(-((across / 0.12) ** 2)))[:, None], 41, axis=1)


def test_a_nearer_ridge_hides_a_farther_valley() -> None:
    for turn, in_sight in ((0.0, False), (180.0, True)):
        turned = Turn(elevation=38.0, turn=turn)
        both, valley = terrain(ridge_and_valley(), turned), terrain(ridge_and_valley(ridge=0.0), turned)
        ground = float(Space(both, RECT, 1.0).ground(np.zeros(1), np.full(1, 0.4))[0])
        at = place(both, 0.0, 0.4, ground)
        assert (painted(both).pixelColor(*at) == painted(valley).pixelColor(*at)) is in_sight


@pytest.mark.parametrize("turn", TURNS)
def test_a_tower_hides_what_is_behind_it_from_every_side(turn: float) -> None:
    tower = np.exp(-((across**2 + across[:, None] ** 2) / 0.03))
    shown = terrain(tower, Turn(elevation=20.0, turn=turn))
    right = painted(shown, DARK)
    without = painted(terrain(0 * tower, shown.turned or AHEAD), DARK)
    for share in (0.5, 0.7, 0.9):
        at = place(shown, 0.0, 0.0, share)
        assert right.pixelColor(*at) != without.pixelColor(*at)
    before = place(shown, 0.0, 0.0, -0.25)
    assert right.pixelColor(*before) == without.pixelColor(*before)


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_faces_leave_no_seams(turn: float, theme: Theme) -> None:
    shown = terrain(LEVEL, Turn(turn=turn))
    image = pixels(painted(shown, theme))
    inner = [place(shown, x, y, 0.5) for x in np.linspace(-0.9, 0.9, 60) for y in np.linspace(-0.9, 0.9, 60)]
    found = np.array([image[y, x] for x, y in inner])
    assert np.ptp(found, axis=0).max() <= 2  # smooth edges over their own colour round


@pytest.mark.parametrize("wild", [np.nan, np.inf, -np.inf, 1e30, -1e30])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_what_is_not_finite_leaves_the_rest_as_it_is(wild: float, theme: Theme) -> None:
    values = LEVEL.copy()
    values[:10, -10:] = wild
    shown, whole = terrain(values), terrain(LEVEL)
    at = place(whole, -0.5, 0.3, 0.5)
    assert painted(shown, theme).pixelColor(*at) == painted(whole, theme).pixelColor(*at)
    if not np.isfinite(wild):
        hole = place(whole, 0.8, -0.8, 0.5)
        assert painted(shown, theme).pixelColor(*hole) == QColor("magenta")
        assert painted(whole, theme).pixelColor(*hole) != QColor("magenta")


@pytest.mark.parametrize("wild", [np.nan, np.inf, 1e30, -1e308])
def test_nothing_but_wild_values_paints_without_complaint(wild: float) -> None:
    painted(terrain(np.full((41, 41), wild), treks=(trek([0, 0.5], [0, 0.5], at=1, end="1"),)))


@settings(max_examples=25)
@given(
    turned=st.builds(
        Turn, st.floats(0, 90), st.floats(-1e4, 1e4), st.floats(0.3, 6), faded=st.booleans(), coarse=st.booleans()
    ),
    wild=st.sampled_from([np.nan, np.inf, 1e30, 0.0]),
    low=st.sampled_from([-1.0, 0.2, 5.0, np.nan]),
)
def test_any_turn_of_any_stretch_can_be_painted(turned: Turn, wild: float, low: float) -> None:
    values = ridge_and_valley()
    values[5:9, 20:] = wild
    there = Arrow(0.0, 0.0, 0.3, 0.2, "gradient", 1)
    painted(
        replace(
            terrain(values, turned, arrows=(there,), line=((-1, 0), (2, 1)), start=(0.0, 0.0, "start")),
            x=Axis(low, 1.0),
            treks=(trek([0, np.nan, 0.5, 9], [0, 0, 0.5, 0], at=2, end="1", cloud=np.array([[0.1, 0.1], [7, 7]])),),
        )
    )


def test_walls_fade_out_above_the_last_band_or_end_there() -> None:
    wall = np.repeat(np.where(across > 0.6, 0.5 + 8 * (across - 0.6), 0.5)[:, None], 41, axis=1)
    faded, cut = (terrain(wall, replace(AHEAD, faded=given, zoom=0.6)) for given in (True, False))
    end = place(cut, 0.0, 0.9, 1.0)
    assert painted(cut).pixelColor(*end) == painted(cut).pixelColor(*place(cut, 0.3, 0.9, 1.0)) != QColor("magenta")
    rising = [
        painted(faded).pixelColor(*place(faded, 0.0, 0.6625 + share / 8, share)) for share in (1.05, 1.3, 1.5, 1.8)
    ]
    greens = [colour.green() for colour in rising]  # the ground behind has none
    assert greens == sorted(greens, reverse=True)
    assert greens[0] > 120
    assert greens[-1] < 40


@pytest.mark.parametrize("turn", TURNS)
def test_a_run_is_marked_where_its_place_is_projected_to(turn: float) -> None:
    shown = terrain(LEVEL, Turn(turn=turn), treks=(trek([-0.5, 0.3], [0.2, -0.4], at=1),))
    image = painted(shown)
    assert image.pixelColor(*place(shown, 0.3, -0.4, 0.5 + LIFT)) == LIGHT.line(1)


def test_a_path_behind_a_ridge_is_pale_but_there() -> None:
    low = Turn(elevation=15.0, turn=0.0)
    way = trek([-0.8, 0.8, 0.9], [0.35, 0.35, -0.5], at=2)
    bare, shown = terrain(ridge_and_valley(), low), terrain(ridge_and_valley(), low, treks=(way,))
    fine = replace(way, x=np.linspace(-0.8, 0.8, 80), y=np.full(80, 0.35), z=np.full(80, np.nan), at=79)
    shown = replace(shown, treks=(fine,))
    seen = Space(shown, RECT, 1.0).tracks[0]
    assert seen[1][10:70].all()
    x, y = seen[0][40].astype(int).tolist()
    before, after = (pixels(painted(one))[y - 2 : y + 3, x] for one in (bare, shown))
    assert np.abs(before - after).max() > 20
    full = np.array(LIGHT.line(1).getRgb()[:3])  # type: ignore[index]
    assert np.abs(after - full).max(axis=1).min() > 60


def test_the_true_value_stands_on_a_stem_over_the_ground() -> None:
    level = terrain(LEVEL, treks=(replace(trek([0.0], [0.0], at=0), z=np.array([0.9])),))
    image = painted(level)
    assert image.pixelColor(*place(level, 0.0, 0.0, 0.9 + LIFT)) == LIGHT.line(1)
    alike = replace(level, treks=(replace(level.treks[0], z=np.array([0.5])),))
    assert painted(alike).pixelColor(*place(level, 0.0, 0.0, 0.9 + LIFT)) != LIGHT.line(1)


def test_while_it_turns_there_are_fewer_faces_and_what_is_coarse_is_fast() -> None:
    hills = np.sin(4 * across) * np.cos(3 * across[:, None]) / 2 + 0.5
    fine, coarse = (terrain(hills, replace(AHEAD, coarse=given)) for given in (False, True))
    assert painted(coarse) == painted(coarse, fast=True) == painted(fine, fast=True)
    assert painted(coarse) != painted(fine)
    few, many = (len(list(relief_steps(RECT, one, LIGHT, 1.0, fast=False))) for one in (coarse, fine))
    assert few < many


def test_every_step_leaves_the_painter_as_it_was() -> None:
    shown = terrain(
        ridge_and_valley(),
        Turn(),
        treks=(trek([-0.5, 0.3], [0.2, -0.4], at=1, end="0.5"),),
        arrows=(Arrow(0.0, 0.0, 0.3, 0.2, "update", 1),),
        line=((-1, -1), (1, 1)),
        start=(0.0, 0.0, "start"),
        note="drag",
    )
    shown = replace(shown, heights=replace(shown.heights, contours=(0.3, 0.5)))  # type: ignore[type-var]
    image = QImage(QSize(400, 360), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    pen = QPen(QColor("red"), 3)
    painter.setPen(pen)
    painter.translate(3, 4)
    for step in relief_steps(RECT, shown, LIGHT, 1.0, fast=False):
        step(painter)
        assert painter.pen() == pen
        assert painter.brush().style() == Qt.BrushStyle.NoBrush
        assert painter.transform().dx() == 3
        assert not painter.hasClipping()
        assert not painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.end()


@pytest.mark.parametrize("ending", ["svg", "pdf", "png"])
def test_a_file_is_the_same_each_time_and_not_too_large(ending: str, tmp_path: Path) -> None:
    hills = np.sin(9 * across) * np.cos(8 * across[:, None]) / 2 + 0.5
    for name in ("one", "other"):
        figure = Figure("headline", terrain=terrain(hills, Turn()))
        pictures.save(figure, tmp_path / f"{name}.{ending}", theme=LIGHT, size=(1280, 800))
    one, other = ((tmp_path / f"{name}.{ending}").read_bytes() for name in ("one", "other"))
    assert one == other
    assert len(one) < 3e6


def test_a_vector_picture_shows_what_the_screen_shows_and_nothing_over_its_headline(tmp_path: Path) -> None:
    figure = Figure("headline", terrain=terrain(ridge_and_valley(), Turn(zoom=4.0)))
    pictures.save(figure, tmp_path / "near.svg", theme=LIGHT, size=(400, 360))
    pictures.save(figure, tmp_path / "near.png", theme=LIGHT, size=(400, 360))
    drawn, image = QImage(QSize(400, 360), QImage.Format.Format_RGB32), QImage(str(tmp_path / "near.png"))
    painter = QPainter(drawn)
    QSvgRenderer(str(tmp_path / "near.svg")).render(painter)
    painter.end()
    assert (np.abs(pixels(drawn) - pixels(image)).max(axis=2) < 12).mean() > 0.9
    assert drawn.pixelColor(380, 8) == LIGHT.surface


def test_enough_faces_at_rest_for_smooth_bands() -> None:
    mesh = Space(terrain(LEVEL), RECT, 1.0).mesh
    assert mesh is not None
    assert mesh.places.shape == (FINE + 1, FINE + 1)
