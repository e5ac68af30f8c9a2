"""Paper: how large a picture is made, and how all on it is drawn."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta
from PySide6.QtCore import QCoreApplication

from lrviz.errors import ResourceError
from lrviz.sentences import say
from lrviz.spec import Value

Unit = Literal["px", "mm"]
Colours = Literal["light", "dark"]
INCH = 25.4
"""Millimetres."""
POINTS = 72
"""Printer's points to an inch."""
SCREEN, FINE = 96, 288
"""Units to an inch in which a drawing without pixels is laid out: one that is measured in pixels, or in millimetres."""
LABELS = 12
"""Pixels of a label's type on the screen: what `font_size` is the size of."""
CURVES = 2.25
"""Pixels of a curve's thickness there."""
LARGEST, MOST = 20_000, 100_000_000
"""Pixels a picture may be wide or high, and may have in all."""


class Paper(Value, frozen=True):
    """How a picture is made: what a person sets of it. Type and lines are measured as they are on paper."""

    width: Annotated[
        float, Meta(gt=0, le=LARGEST, description="How wide it is.", extra={"slider": (200, 4000), "unit": "px"})
    ] = 1280
    height: Annotated[
        float, Meta(gt=0, le=LARGEST, description="How high it is.", extra={"slider": (200, 4000), "unit": "px"})
    ] = 800
    unit: Unit = "px"
    dpi: Annotated[
        int, Meta(ge=36, le=1200, description="Pixels to an inch of a PNG file.", extra={"slider": (72, 600)})
    ] = SCREEN
    font_size: Annotated[
        float, Meta(ge=4, le=72, description="Size of the labels, in points.", extra={"slider": (5, 24), "unit": "pt"})
    ] = 9
    line_width: Annotated[
        float,
        Meta(ge=0.1, le=12, description="Thickness of curves, in points.", extra={"slider": (0.5, 6), "unit": "pt"}),
    ] = 1.7
    theme: Colours = "light"
    transparent: bool = False
    headline: bool = True
    cursor: bool = True
    outlines: bool = False
    pane: str = ""

    def measured(self, unit: Unit) -> dict[str, Any]:
        """Give the same width and height in another unit, at its own resolution."""
        times = INCH / self.dpi if unit == "mm" else self.dpi / INCH
        times = 1.0 if unit == self.unit else times
        digits = 1 if unit == "mm" else 0
        sides = {"width": round(self.width * times, digits), "height": round(self.height * times, digits)}
        return {"unit": unit, **{name: min(max(side, 1.0), float(LARGEST)) for name, side in sides.items()}}

    def resolution(self, suffix: str) -> int:
        """Give the units to an inch in which a file with this ending is laid out: pixels, where it has pixels."""
        if suffix == ".png":
            return self.dpi
        return SCREEN if self.unit == "px" else FINE

    def size(self, suffix: str) -> tuple[int, int]:
        """Give width and height in those units.

        Raises
        ------
        ResourceError
            That is more, or less, than a picture can have.
        """
        each = 1.0 if self.unit == "px" else self.resolution(suffix) / INCH
        wide, high = round(self.width * each), round(self.height * each)
        if not (1 <= wide <= LARGEST and 1 <= high <= LARGEST and wide * high <= MOST):
            raise ResourceError(
                say(
                    "a picture of {wide} × {high} pixels: each side must be between 1 and {most}, "
                    "and it may have {millions} million in all",
                    wide=wide,
                    high=high,
                    most=LARGEST,
                    millions=MOST // 10**6,
                )
            )
        return wide, high

    def times(self, suffix: str) -> float:
        """Give how many times larger than on the screen all is laid out."""
        return self.font_size / POINTS * self.resolution(suffix) / LABELS

    def stroke(self, suffix: str) -> float:
        """Give how many times thicker than that curves are."""
        return self.line_width / POINTS * self.resolution(suffix) / CURVES / self.times(suffix)


PRESETS: dict[str, Paper] = {
    "slide": Paper(3840, 2160, "px", 192, font_size=15, line_width=3),
    "column": Paper(85, 60, "mm", 300, font_size=7, line_width=1, headline=False, cursor=False),
    "columns": Paper(178, 100, "mm", 300, font_size=7, line_width=1, headline=False, cursor=False),
    "square": Paper(2160, 2160, "px", 192, font_size=14, line_width=2.6),
}
"""Sizes by name: a slide, one and two columns of a paper, and a square."""


def outlined(suffix: str) -> bool:
    """Say whether words in a file with this ending are best drawn as shapes: SVG holds no fonts, so they look alike."""
    return suffix == ".svg"


def title(preset: str) -> str:
    """Say in words what a preset is for."""
    words = {
        "screen": _tr("As on screen"),
        "slide": _tr("Slide, 16:9"),
        "column": _tr("Paper, one column"),
        "columns": _tr("Paper, two columns"),
        "square": _tr("Square"),
        "own": _tr("Own size"),
    }
    return words[preset]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paper", text)
