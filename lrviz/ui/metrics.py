"""Every size of the window: spacing, radii, heights and type; nothing else names a pixel size of its own.

Sizes are in device-independent pixels at the system's default font size; `scale()` is the system's font size over
its default, and type grows with it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from PySide6.QtGui import QFont

# spacing: everything sits on 4
S1, S2, S3, S4, S6, S8, S12 = 4, 8, 12, 16, 24, 32, 48

# radii
CHIP, FIELD, BUTTON, CARD, DIALOG, POPUP = 4, 6, 7, 8, 10, 12

# regions
WINDOW, WINDOW_LEAST, VIEW_LEAST = (1280, 800), (760, 480), (320, 160)
"""The window as it is at first, and the least it and a view in it can be."""
TOP_BAR = 52
SIDEBAR, SIDEBAR_MIN, SIDEBAR_MAX, SIDEBAR_WIDE = 288, 248, 400, 336
RUN_ROW = 44
PROBLEM_CARD, PROBLEM_DIALOG = 66, (400, 820)
HEADLINE = 66
TRANSPORT = 48
DOCK_SCHEDULE, DOCK_TRAINING, DOCK_HEAD, DOCK_RIGHT = 164, 170, 34, 460
DOCK_LEAST = 120
"""A dock unfolded in a low window is this high."""
DOCK_LISTING = 260
"""Height of the dock below the view while a run has a text of a person's own."""
DOCK_CODE, DOCK_TABS = 470, 812
"""Width of the code beside the numbers, and of the dock below which only one of them is shown at a time."""
TRUST_PANEL, TRUST_PANEL_WIDE = 304, 400
WIDE = 1600
"""From this window width on, the dock is a right column and type on axes grows."""
NARROW = 1100
"""Below this window width what stands beside a landscape is one line."""
LOW = 700
"""Below this window height the dock starts folded."""
HEADLINE_LEAST = 360
"""Below this height a page has no headline."""

# plots
GUTTER_LEFT = 56
GUTTER_RIGHT = 24
PLOT_TITLE = 34
X_LABELS = 24
STRIP = 20
"""The row with the names of a run's parts, between a plot's title and its area."""
GRIP, KNOT = (10, 18), 5.0
"""The size of what a seam is dragged by, and the radius of a knot."""

# presentation
PRESENTED = 5 / 3
"""How many times larger all is on a screen of this size: labels of 20, numbers of 18, lines of 3.75."""
PRESENTED_ON = (1920, 1080)
PRESENTED_LEAST, PRESENTED_MOST = 1.0, 4.0
SCRUBBER = 48
"""The height of the scrubber under what is presented."""

# maps
SCALE, SCALE_CHIP = (150, 8), 46
"""The colour scale, and the height of the chip it stands on."""
BELOW_MAP = 150
"""Plots below a map are at least this high."""
PATH, CASING = 2.0, 4.0
PLACE, CURSOR_PLACE, SEED_PLACE = 4.5, 6.5, 3.0
"""Radii on a map: a path's start and end, its mark at the cursor, the mark of another seed."""

# the chain of layers
BOX, BOX_WIDE, PILL, END = (126, 104), 176, 48, 56
"""The least size of a layer's box and its greatest width, the height of a layer that holds nothing, and the width of
input and loss."""
LINK, OVER, UNDER = 24, 20, 22
"""Between two layers, and for what is written over and under them."""
HEAT, HEAT_LEAST, HEAT_LOW = 216, 96, 14
"""How wide a picture of a parameter is at most and, to be square, at least; how high at least."""

# controls
NUMBER_ROW, NUMBER_FIELD = 50, (92, 24)
LENGTH_FIELD = 150
CHOICE = 36
BUTTON_HEIGHT, BUTTON_SMALL = 32, 28
TABLE_HEAD, TABLE_ROW = 28, 32
FINDING, FINDING_BUTTON = 40, 26
HIT = 24
EXPORT_DIALOG, EXPORT_FORM = (1080, 720), 320
"""The dialog of pictures, and the width of its form."""
CARD_WIDTH, CARD_PICTURE = 600, (150, 220)
"""Width of a card that explains something, and the height of its picture: of curves, of a map."""
SETTINGS_DIALOG, SETTING_BOX, ABOUT_WIDTH = (680, 700), 190, 460
"""The page of settings, the width of a list in it, and of what lrviz is."""
DATA_DIALOG, FILM_DIALOG, PRESET_DIALOG, IMPROVE_DIALOG = (480, 620), (520, 400), (920, 600), (560, 600)
ICON, ICON_BIG = 16, 18
NOTICE = 440
"""The width of a notice."""

# finding things
PALETTE, PALETTE_TOP, PALETTE_HIGH, PALETTE_FIELD, PALETTE_FOOT = 640, 132, 412, 48, 32
"""The palette's width, how far from the top of the window it is, its height at most, its field and its foot."""
FOUND_ROW, FOUND_GROUP = 44, 220
"""The height of a row, and the room in it for what kind of thing it is."""
FIND_FIELD, FIND_EDGE = 172, 10
"""The width of the field in the top bar that opens it, and its edges; below NARROW it is an icon."""
KEYS_DIALOG, TABLE_DIALOG = (680, 620), (520, 420)

# lessons
HOME = 1184
"""The lessons page is at most this wide, in margins of 48."""
LESSON_CARD, LESSON_PICTURE, LESSON_COLUMNS = (284, 188), 106, (4, 2)
"""A card and the height of its picture; how many stand side by side, and how many below NARROW."""
PRESET_CARD, RECENT_ROW, OPTION, START_CARD = 56, 36, (400, 64), (236, 48)
LESSON_PANEL, LESSON_STRIP = 328, 208
"""The width of a lesson beside the window, and its height below a narrow one."""
UNBOUND = 16_777_215
"""What Qt takes for no bound at all."""
RING, RING_GAP = 2, 4
"""What a lesson points at is ringed, so far apart."""

SANS = (
    "Inter",
    "Pretendard",
    "SF Pro Text",
    "Segoe UI Variable Text",
    "Noto Sans",
    "Noto Sans CJK KR",
    "DejaVu Sans",
)
MONO = ("JetBrains Mono", "SF Mono", "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono")

Role = Literal[
    "hero",
    "lead",
    "big",
    "headline",
    "form_title",
    "section",
    "plot_title",
    "body",
    "name",
    "secondary",
    "axis",
    "axis_wide",
    "code",
    "code_small",
    "value",
]
_TYPE: dict[Role, tuple[int, int]] = {
    "hero": (30, 600),
    "lead": (15, 400),
    "big": (28, 600),
    "headline": (18, 600),
    "form_title": (15, 600),
    "section": (12, 600),
    "plot_title": (13, 600),
    "body": (13, 400),
    "name": (13, 500),
    "secondary": (12, 400),
    "axis": (11, 400),
    "axis_wide": (12, 400),
    "code": (12, 400),
    "code_small": (11, 400),
    "value": (12, 600),
}
DEFAULT_POINTS = 10.0


SMALLEST, LARGEST = 0.75, 2.0
_scale = 1.0


def scale() -> float:
    """Give how much larger text is than by default."""
    return _scale


def enlarge(times: float) -> None:
    """Have text so many times as large as by default, from 0.75 to 2: before fonts are set, or before all are anew."""
    global _scale  # noqa: PLW0603 - asked for hundreds of times in one paint of a window
    _scale = max(SMALLEST, min(LARGEST, times))


def font(role: Role, times: float = 1.0) -> QFont:
    """Give the font of a role, not to be changed; `times` enlarges it for slides and print."""
    return _font(role, times * scale(), tracking=-0.2 * times if role == "headline" else 0.0)


def drawn(role: Role, times: float) -> QFont:
    """Give the font of a role in a picture, not to be changed: only `times` enlarges it, whatever the system's is."""
    return _font(role, times, tracking=-0.2 * times if role == "headline" else 0.0)


@lru_cache(maxsize=256)
def _font(role: Role, times: float, *, tracking: float) -> QFont:
    pixels, weight = _TYPE[role]
    made = QFont()
    made.setFamilies(list(MONO if role in ("code", "code_small") else SANS))
    made.setPixelSize(max(8, round(pixels * times)))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("tnum"), 1)
    if tracking:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking)
    return made
