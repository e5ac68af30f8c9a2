"""A terrain in space: the surface from its farthest row to its nearest, and what lies on it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from lrviz.ui.figure import Terrain, Turn
from lrviz.ui.paint.bands import drawable
from lrviz.ui.paint.faces import pieces
from lrviz.ui.paint.mesh import mesh, sight, view
from lrviz.ui.palette import Theme

FINE, COARSE = 90, 36
ROWS = 12

def relief_steps(rect: QRectF, terrain: Terrain, theme: Theme, times: float, *, fast: bool):
    turned = terrain.turned or Turn()
    projection = view(terrain, rect)
    heights = terrain.heights
    if drawable(heights):
        n = COARSE if fast or turned.coarse else FINE
        made = mesh(heights, terrain.x, terrain.y, n, faded=turned.faded)
        for part in pieces(sight(made, projection), heights, theme, ROWS):
            yield part.paint
