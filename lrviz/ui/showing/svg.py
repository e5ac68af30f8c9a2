"""SVG files as Qt writes them, made to look the same elsewhere, and smaller."""

from __future__ import annotations

import html
import re

from PySide6.QtGui import QFont, QFontMetricsF

from lrviz.ui import metrics
from lrviz.ui.paint.layout import font

_GROUP = re.compile(r"<g [^<>]*>[^<]*(?:<(?!/?g[ >])[^>]*>[^<]*)*</g>\s*")
_FONT = re.compile(r'\s*font-family="[^"]*"(?: font-[a-z]+="[^"]*")*\s*')
_PATH = re.compile(r'(?<= )(points|d)="([^"]*)"')
_PLACE = re.compile(r"-?\d+\.\d+")


def sized(svg: str, size: tuple[float, float] | None) -> str:
    """Say how large an SVG is in millimetres, where that was asked for."""
    if size is None:
        return svg
    said = f'<svg width="{size[0]:g}mm" height="{size[1]:g}mm"'
    return re.sub(r'<svg width="[^"]*" height="[^"]*"', said, svg, count=1)


def portable(svg: str) -> str:
    """Name all our fonts in an SVG, and say how wide each text is, so that it fits in whatever font stands in."""
    families = ", ".join(f"'{name}'" if " " in name else name for name in metrics.SANS)
    svg = re.sub(r'font-family="[^"]*"', f'font-family="{families}, sans-serif"', svg)
    return re.sub(r'<text ([^>]*font-size="([\d.]+)" font-weight="(\d+)"[^>]*)>([^<]*)</text>', _with_length, svg)


def _with_length(found: re.Match[str]) -> str:
    attributes, pixels, weight, words = found.groups()
    face = QFont(font("body", 1.0))
    face.setPixelSize(max(1, round(float(pixels))))
    face.setWeight(QFont.Weight(int(weight)))
    wide = QFontMetricsF(face).horizontalAdvance(html.unescape(words))
    return f'<text {attributes} textLength="{wide:.1f}" lengthAdjust="spacingAndGlyphs">{words}</text>'


def slim(svg: str) -> str:
    """Leave out groups that hold nothing, fonts where nothing is written, and digits that no eye could tell."""
    svg = _GROUP.sub(lambda found: _bare(found[0]), svg)
    return _PATH.sub(lambda found: f'{found[1]}="{_PLACE.sub(_short, found[2])}"', svg)


def _bare(group: str) -> str:
    start, _, inner = group.partition(">")
    if not inner.replace("</g>", "").strip():
        return ""
    return group if "<text" in inner else f"{_FONT.sub('', start)}>{inner}"


def _short(found: re.Match[str]) -> str:
    """Write a place to a hundredth of a pixel."""
    return f"{float(found[0]):.2f}".rstrip("0").rstrip(".")
