"""Outlook: how a person looks at a landscape, whatever is measured of it."""

from __future__ import annotations

from dataclasses import dataclass

from lrviz.ui.figure import Turn

Place = tuple[float, float]


@dataclass(frozen=True)
class Outlook:
    """What is drawn on a plane, and from where it is seen: from above, or in space where it is `turned`.

    `shaded` paths have the colours of what is true on them. `line` is one along which a profile is drawn.
    """

    paths: bool = True
    rings: bool = True
    values: bool = True
    shaded: bool = False
    arrows: bool = False
    turned: Turn | None = None
    line: tuple[Place, Place] | None = None
