"""What of a surface is hidden behind nearer parts of it: in each column of pixels, how far those reach up and down."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from lrviz.ui.figure import Floats
from lrviz.ui.paint.mesh import Sight

EVERY = 2.0
"""Pixels from one column to the next."""
SLACK = 1.5
"""Pixels behind an edge that still count as in sight."""


@dataclass(frozen=True, eq=False)
class Horizon:
    """For each line of a mesh, the `top` and `bottom` (rows + 1, columns) of it and all nearer ones, in pixels.

    Where there is nothing they are inf and -inf. The first column is at the pixel `left`.
    """

    left: float
    top: Floats
    bottom: Floats

    def hides(self, pixels: Floats, ranks: Floats) -> NDArray[np.bool_]:
        """Say which places on the surface, seen at pixels (n, 2) in rows `ranks` (n,), lie behind nearer parts."""
        known = np.isfinite(pixels).all(axis=1) & np.isfinite(ranks)
        x, y = np.where(known[:, None], pixels, 0).T
        nearer = np.minimum(np.floor(np.where(known, ranks, 0)).astype(np.intp) + 1, len(self.top) - 1)
        column = np.clip(np.rint((x - self.left) / EVERY).astype(np.intp), 0, self.top.shape[1] - 1)
        below, above = y > self.top[nearer, column] + SLACK, y < self.bottom[nearer, column] - SLACK
        return np.asarray(known & below & above)


def horizon(seen: Sight, rect: QRectF, highest: float) -> Horizon:
    """Give what a surface hides in a rectangle; what is above `highest`, on the scale of bands, hides nothing."""
    left = max(rect.left(), float(np.nanmin(seen.pixels[..., 0])))
    right = max(left, min(rect.right(), float(np.nanmax(seen.pixels[..., 0]))))
    columns = left + EVERY * np.arange(2 + int((right - left) / EVERY))
    solid = np.where(seen.places <= highest, seen.pixels[..., 1], np.nan)
    lines = np.array([
        np.interp(columns, x, y, left=np.nan, right=np.nan)
        for x, y in zip(seen.pixels[..., 0], solid, strict=True)
    ])  # fmt: skip
    top = np.minimum.accumulate(np.nan_to_num(lines, nan=np.inf)[::-1])[::-1]
    bottom = np.maximum.accumulate(np.nan_to_num(lines, nan=-np.inf)[::-1])[::-1]
    return Horizon(left, top, bottom)
