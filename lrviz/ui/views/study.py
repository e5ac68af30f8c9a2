"""Study: what a person looks at in the Gradients view, and what is known of the update there."""

from __future__ import annotations

from dataclasses import dataclass

from lrviz.dissection import Dissection
from lrviz.ui.pages.chain import Spot
from lrviz.ui.units import Unit


@dataclass(frozen=True, eq=False)
class Study:
    """The step cursor, the run, the layer and the fold a person chose, and the room there is for the picture.

    `apart` is an update of that run taken apart, of a race so far `raced` or of none; `note` says what is still to
    come, or why there is nothing. At the `spot` the numbers of the pictures are read.
    """

    cursor: int
    selected: str
    room: tuple[float, float]
    layer: str = ""
    opened: str = ""
    apart: Dissection | None = None
    note: str = ""
    spot: Spot | None = None
    unit: Unit = "step"
