from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from lrviz.ui import palette
from lrviz.ui.palette import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Theme

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


def contrast(one: Theme, ink: str, ground: str) -> float:
    """Give the contrast of two colours as WCAG 2 counts it."""

    def light(token: str) -> float:
        parts = [value / 255 for value in getattr(one, token).getRgb()[:3]]
        red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
        return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)

    high, low = sorted((light(ink), light(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ink", ["text", "text2", "text3", "error", "warning", "info", "best"])
def test_words_have_enough_contrast_on_every_ground(theme: Theme, ink: str) -> None:
    assert contrast(theme, ink, "surface") >= 4.5
    assert contrast(theme, ink, "bg") >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_words_on_a_map_have_enough_contrast_on_their_chips(theme: Theme) -> None:
    inks = {f"ink {index}": theme.ink(index) for index in range(8)}
    for name, ink in {"text": theme.text, "text2": theme.text2, "text3": theme.text3, **inks}.items():
        assert contrast(replace(theme, text=ink, surface=QColor(theme.chip.rgb())), "text", "surface") >= 4.5, name


@pytest.mark.parametrize("theme", THEMES)
def test_the_ramp_of_heights_only_gets_paler(theme: Theme) -> None:
    lightness = [colour.lightnessF() for colour in theme.ramp]
    assert lightness == sorted(set(lightness))
    assert theme.contours[0].alpha() < theme.contours[1].alpha()


def test_with_high_contrast_the_edges_of_fields_can_be_seen() -> None:
    for theme in (LIGHT_CONTRAST, DARK_CONTRAST):
        assert contrast(theme, "strong", "surface") >= 4.5
