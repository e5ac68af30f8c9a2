"""Every colour of the window, in both themes; nothing else names one."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from lrviz.ui.choices import settings


def _colours(text: str) -> tuple[QColor, ...]:
    return tuple(QColor(name) for name in text.split())


NEUTRAL = -1
"""Stands for a run's colour on what belongs to no run."""


@dataclass(frozen=True)
class Theme:
    """The colours of one theme. `lines` and `inks` are the runs' colours, in the order they are given out.

    `ink` is a run's colour for text (contrast 4.5:1), `line` for graphics (3:1). Colour is never the only cue: every
    run has a mark, and from the ninth run on lines are dashed.

    `ramp` is what heights are shown in, the deepest first: one grey blue, so that the runs stay the only colours. A
    contour has the first of `contours`, every second one the other; words over heights stand on `chip`. Numbers below
    and above 0 are `below`, `zero` and `above`, which people of any colour vision tell apart.
    """

    name: Literal["light", "dark"]
    bg: QColor
    surface: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    selected: QColor
    border: QColor
    strong: QColor
    text: QColor
    text2: QColor
    text3: QColor
    grid: QColor
    axis: QColor
    primary: QColor
    on_primary: QColor
    focus: QColor
    error: QColor
    error_tint: QColor
    warning: QColor
    warning_tint: QColor
    info: QColor
    info_tint: QColor
    best: QColor
    best_tint: QColor
    code_keyword: QColor
    code_call: QColor
    code_number: QColor
    code_comment: QColor
    below: QColor
    zero: QColor
    above: QColor
    lines: tuple[QColor, ...]
    inks: tuple[QColor, ...]
    ramp: tuple[QColor, ...]
    contours: tuple[QColor, QColor]
    chip: QColor

    def line(self, colour: int) -> QColor:
        """Give the colour a run is drawn in."""
        return self.text2 if colour == NEUTRAL else self.lines[colour % len(self.lines)]

    def ink(self, colour: int) -> QColor:
        """Give the colour a run's name and values are written in."""
        return self.text2 if colour == NEUTRAL else self.inks[colour % len(self.inks)]


def _theme(
    name: Literal["light", "dark"], colours: str, *, lines: str, inks: str, ramp: str, contours: str, chip: str
) -> Theme:
    named = dict(zip([field.name for field in fields(Theme)][1:-5], _colours(colours), strict=True))
    pale, strong = _colours(contours)
    return Theme(
        name,
        **named,
        lines=_colours(lines),
        inks=_colours(inks),
        ramp=_colours(ramp),
        contours=(pale, strong),
        chip=QColor(chip),
    )


LIGHT = _theme(
    "light",
    "#F6F7F9 #FFFFFF #FFFFFF #ECEEF2 #EFF1F4 #E6E9EF #E3E6EB #C9CED8 #14171F #525A69 #616977 #EDEFF3 #C9CED8 "
    "#181B23 #FFFFFF #2563EB #C02A1E #FDEEEC #8F5600 #FDF3E1 #1F5FBF #EBF2FD #157347 #E7F5EC "
    "#8A2A86 #1F5FBF #A34A00 #636B79 #1F4FA8 #F1F2F5 #B04A00",
    lines="#2B45C9 #EA4A0B #2F9788 #8E1480 #8F8049 #0996E6 #74381F #43495B",
    inks="#2B45C9 #CB400A #277D71 #8E1480 #7C6F3F #0473B4 #74381F #43495B",
    ramp="#8FAEC8 #A6BFD4 #BBCFDF #CFDDE8 #E0E9F0 #EDF2F6 #F6F8FA",
    contours="#3314171F #5914171F",
    chip="#EBFFFFFF",
)
DARK = _theme(
    "dark",
    "#0F1115 #15181D #1D2127 #0A0C0F #20242B #272C35 #262B33 #3B424E #ECEEF3 #A8AFBD #8B93A2 #1F242B #3B424E "
    "#ECEEF3 #14171F #7AA5FF #FF8A7E #35191A #F0B450 #30240F #8DB6FF #17243B #63D39A #12291D "
    "#E39BDF #8DB6FF #F0A46A #8A92A1 #5F9BFF #22272F #FFA14A",
    lines="#7590FF #EE6C1A #2FE8BA #CE6FBC #F7C82E #9ED3F0 #EE9A72 #A4A9B3",
    inks="#7590FF #EE6C1A #2FE8BA #CE6FBC #F7C82E #9ED3F0 #EE9A72 #A4A9B3",
    ramp="#0B1526 #12233C #1B3350 #274663 #365A76 #4A6F88 #62869A",
    contours="#21FFFFFF #3DFFFFFF",
    chip="#EB0B1526",
)


def contrasting(chosen: Theme) -> Theme:
    """Give a theme for those who ask the system for high contrast: edges and grid are stronger, tints are off."""
    plain = chosen.surface
    pale, strong = (QColor(colour) for colour in chosen.contours)
    pale.setAlphaF(0.5)
    strong.setAlphaF(0.8)
    chip = QColor(chosen.chip)
    chip.setAlphaF(1.0)
    return replace(
        chosen,
        strong=chosen.text3,
        grid=chosen.axis,
        error_tint=plain,
        warning_tint=plain,
        info_tint=plain,
        best_tint=plain,
        contours=(pale, strong),
        chip=chip,
    )


LIGHT_CONTRAST, DARK_CONTRAST = contrasting(LIGHT), contrasting(DARK)


_in_force = LIGHT
"""Kept here, for it is asked for a hundred times in one paint of a window, and Qt's palette answers slowly."""


def theme() -> Theme:
    """Give the theme in force."""
    return _in_force


def contrast(one: QColor, other: QColor) -> float:
    """Give the contrast of two opaque colours as WCAG 2 counts it, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    """Give a colour's relative luminance, from 0 to 1."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def scrim() -> QColor:
    """Give what dims the window a little where a lesson points elsewhere."""
    shade = QColor(Qt.GlobalColor.black)
    shade.setAlphaF(0.22 if theme().name == "dark" else 0.06)
    return shade


def veil() -> QColor:
    """Give what lies over the window under the palette: thin, so that what it acts on is seen."""
    shade = QColor(Qt.GlobalColor.black)
    shade.setAlphaF(0.36 if theme().name == "dark" else 0.10)
    return shade


def use(chosen: Theme) -> None:
    """Put a theme in force: every widget is repainted."""
    global _in_force  # noqa: PLW0603 - there is one theme in a process, as there is one application
    _in_force = chosen
    QGuiApplication.setPalette(_qt_palette(chosen))


def follow_system() -> None:
    """Take the system's theme, or the one chosen instead of it, and its contrast, now and whenever they change."""
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: _follow())
    if hasattr(hints, "accessibility"):  # Qt 6.10 and later
        hints.accessibility().contrastPreferenceChanged.connect(lambda _preference: _follow())
    settings.changes.changed.connect(_on_setting)
    _follow()


def _on_setting(key: str) -> None:
    if key == settings.CONTRAST.key:
        _follow()


def choice() -> str:
    """Give what the person chose: "system", "light" or "dark"."""
    return settings.THEME.value


def choose(chosen: str) -> None:
    """Follow the system, or keep to one theme; remembered from one start to the next."""
    settings.THEME.keep(chosen)
    _follow()


def _follow() -> None:
    """Put the theme in force that was chosen, or the system's."""
    system = of_system(QGuiApplication.styleHints().colorScheme())
    dark = {"light": LIGHT, "dark": DARK}.get(choice(), system) is DARK
    plain, contrast = (DARK, DARK_CONTRAST) if dark else (LIGHT, LIGHT_CONTRAST)
    use(contrast if high_contrast() else plain)


def high_contrast() -> bool:
    """Say whether high contrast was chosen, or the system asked for it; Qt before 6.10 can't tell."""
    if settings.CONTRAST.value != "system":
        return settings.CONTRAST.value == "high"
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def of_system(scheme: Qt.ColorScheme) -> Theme:
    """Give the theme for a colour scheme of the system's; light where it has none."""
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def _qt_palette(chosen: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for group_role, colour in (
        (role.Window, chosen.bg),
        (role.WindowText, chosen.text),
        (role.Base, chosen.surface),
        (role.AlternateBase, chosen.bg),
        (role.Text, chosen.text),
        (role.PlaceholderText, chosen.text3),
        (role.Button, chosen.surface),
        (role.ButtonText, chosen.text),
        (role.BrightText, chosen.error),
        (role.ToolTipBase, chosen.raised),
        (role.ToolTipText, chosen.text),
        (role.Highlight, chosen.focus),
        (role.HighlightedText, chosen.on_primary if chosen.name == "dark" else chosen.surface),
        (role.Light, chosen.surface),
        (role.Midlight, chosen.border),
        (role.Mid, chosen.strong),
        (role.Dark, chosen.strong),
        (role.Shadow, chosen.text3),
        (role.Link, chosen.focus),
    ):
        palette.setColor(group_role, colour)
    for disabled in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, disabled, chosen.text3)
    return palette
