from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from lrviz.results import Floats
from lrviz.ui import palette
from lrviz.ui.choices import settings
from lrviz.ui.palette import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Theme, contrast

THEMES = (LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST)


@pytest.mark.parametrize("theme", THEMES)
def test_the_theme_in_force_is_the_one_that_was_put_there(theme: Theme, dressed: QApplication) -> None:
    palette.use(theme)
    assert palette.theme() is theme
    assert QGuiApplication.palette().color(QPalette.ColorRole.Base) == theme.surface


@pytest.mark.parametrize(
    ("chosen", "plain", "strong"), [("light", LIGHT, LIGHT_CONTRAST), ("dark", DARK, DARK_CONTRAST)]
)
def test_high_contrast_is_taken_when_the_system_asks_for_it(
    chosen: str, plain: Theme, strong: Theme, dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    palette.choose(chosen)
    assert palette.theme() is plain
    monkeypatch.setattr(palette, "high_contrast", lambda: True)
    palette.choose(chosen)
    assert palette.theme() is strong
    assert (strong.strong, strong.grid, strong.best_tint) == (plain.text3, plain.axis, plain.surface)


def test_a_theme_that_there_is_none_of_is_the_system_s(dressed: QApplication) -> None:
    QSettings().setValue("theme", "sepia")
    assert palette.choice() == "system"


EVERYWHERE = ("bg", "surface", "raised", "sunken", "hover", "selected")
TINTS = ("error_tint", "warning_tint", "info_tint", "best_tint")
WORDS = {
    "text": EVERYWHERE + TINTS,
    "text2": EVERYWHERE + TINTS,
    "text3": EVERYWHERE,
    "error": ("bg", "surface", "raised", "error_tint", "selected"),
    "warning": ("bg", "surface", "raised", "warning_tint", "selected"),
    "info": ("bg", "surface", "raised", "info_tint", "selected"),
    "best": ("bg", "surface", "raised", "best_tint", "selected"),
    "on_primary": ("primary",),
    "code_keyword": ("surface", "sunken"),
    "code_call": ("surface", "sunken"),
    "code_number": ("surface", "sunken"),
    "code_comment": ("surface", "sunken"),
    "focus": ("surface", "raised"),
}  # fmt: skip
"""What words are written in, and on. Disabled words are paler, as WCAG lets them be: text3 halfway to the ground."""
SHAPES = {
    "focus": EVERYWHERE,
    "text2": ("bg", "surface", "raised", "hover", "selected"),
    "text3": EVERYWHERE,
    "below": ("surface",),
    "above": ("surface",),
}
"""What shapes that mean something are drawn in, and on: rings, icons, boxes to check. Borders are decoration."""


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ink", WORDS)
def test_words_have_enough_contrast_on_every_ground_they_stand_on(theme: Theme, ink: str) -> None:
    for ground in WORDS[ink]:
        assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5, ground


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ink", SHAPES)
def test_shapes_that_mean_something_have_enough_contrast(theme: Theme, ink: str) -> None:
    for ground in SHAPES[ink]:
        assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 3.0, ground


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("run", range(8))
def test_a_run_can_be_seen_and_its_name_read_where_it_stands(theme: Theme, run: int) -> None:
    for ground in (theme.surface, theme.raised, theme.bg):
        assert contrast(theme.line(run), ground) >= 3.0
        assert contrast(theme.ink(run), ground) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    black, white = QColor("#000000"), QColor("#ffffff")
    assert contrast(black, white) == pytest.approx(21.0)
    assert contrast(white, QColor("#767676")) == pytest.approx(4.54, abs=0.005)


def linear(colour: QColor) -> Floats:
    """Give a colour's linear sRGB."""
    parts = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def oklab(rgb: Floats) -> Floats:
    """Give a linear sRGB colour in OKLab (Ottosson 2020)."""
    cones = np.array([
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]) @ np.clip(rgb, 0, None)  # fmt: skip
    return np.asarray(np.array([
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]) @ np.cbrt(cones))  # fmt: skip


SEEN = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""What linear sRGB is seen as by who lacks one kind of cones altogether (Machado, Oliveira and Fernandes 2009)."""


def nearest(colours: Iterable[QColor], vision: str) -> float:
    """Give the smallest distance in OKLab of two colours as somebody sees them."""
    seen = [oklab(np.clip(np.array(SEEN[vision]) @ linear(colour), 0, 1)) for colour in colours]
    return min(float(np.linalg.norm(one - other)) for one, other in combinations(seen, 2))


@pytest.mark.parametrize("vision", SEEN)
@pytest.mark.parametrize(("theme", "first", "eight"), [(LIGHT, 0.149, 0.055), (DARK, 0.180, 0.065)])
def test_runs_are_told_apart_whatever_colours_one_sees(theme: Theme, first: float, eight: float, vision: str) -> None:
    assert nearest(theme.lines[:3], vision) >= first - 5e-4
    assert nearest(theme.lines, vision) >= eight - 5e-4


@pytest.mark.parametrize("theme", THEMES)
def test_words_on_a_map_have_enough_contrast_on_their_chips(theme: Theme) -> None:
    inks = {f"ink {index}": theme.ink(index) for index in range(8)}
    for name, ink in {"text": theme.text, "text2": theme.text2, "text3": theme.text3, **inks}.items():
        assert contrast(ink, QColor(theme.chip.rgb())) >= 4.5, name


@pytest.mark.parametrize("theme", THEMES)
def test_the_ramp_of_heights_only_gets_paler(theme: Theme) -> None:
    lightness = [colour.lightnessF() for colour in theme.ramp]
    assert lightness == sorted(set(lightness))
    assert theme.contours[0].alpha() < theme.contours[1].alpha()


def test_contrast_can_be_chosen_whatever_the_system_has(dressed: QApplication) -> None:
    settings.CONTRAST.keep("high")
    palette.choose("dark")
    assert palette.theme() is DARK_CONTRAST
    settings.CONTRAST.keep("normal")
    palette.choose("dark")
    assert palette.theme() is DARK


def test_with_high_contrast_the_edges_of_fields_can_be_seen() -> None:
    for theme in (LIGHT_CONTRAST, DARK_CONTRAST):
        assert contrast(theme.strong, theme.surface) >= 4.5
