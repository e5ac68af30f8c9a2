"""What stands for a run in a page: a piece of its line with its mark."""

from __future__ import annotations

MARKS = (
    '<circle cx="13" cy="8" r="4"/>',
    '<path d="M9.3 4.3h7.4v7.4H9.3Z"/>',
    '<path d="M13 3.1l4.8 8.6H8.2Z"/>',
    '<path d="M13 2.8L18.2 8 13 13.2 7.8 8Z"/>',
    '<path d="M13 12.9L8.2 4.3h9.6Z"/>',
    '<path d="M13 3.5l3.9 2.3v4.5L13 12.5l-3.9-2.2V5.8Z"/>',
    '<path d="M10 3.6l3 3 3-3 1.4 1.4-3 3 3 3L16 12.4l-3-3-3 3L8.6 11l3-3-3-3Z"/>',
    '<path d="M11.6 3h2.8v3.6H18v2.8h-3.6V13h-2.8V9.4H8V6.6h3.6Z"/>',
)
"""● ■ ▲ ◆ ▼ ⬢ ✖ ✚, as in the window."""
DASHED = 8
"""The first run whose line is dashed."""


def swatch(colour: int) -> str:
    """Give the swatch of a run of that colour."""
    dashed = " dashed" if colour >= DASHED else ""
    return (
        f'<svg class="c{colour % len(MARKS)}{dashed}" width="26" height="16" viewBox="0 0 26 16" aria-hidden="true">'
        f'<path class="line" d="M1 8H25"/><g class="mark">{MARKS[colour % len(MARKS)]}</g></svg>'
    )
