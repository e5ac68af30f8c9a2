"""Where the pictures of an update go: a row for each parameter, a column for each thing it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from lrviz.ui import metrics
from lrviz.ui.pages.chain import Anatomy, Spot, Tensor

HEAD, NAME, WORDS, GAP = 36, 20, 18, 20
"""Heights of the heads of the columns, of a parameter's name and of the words below a picture; between two columns."""
COLUMN = 150
"""Width of a column whose head is read whole."""


@dataclass(frozen=True, eq=False)
class AnatomySheet:
    """An anatomy on a rectangle of pixels: its title row, the heads of its columns, then a row for each parameter.

    Parameters there is no room for are left out: `shown` counts the others.
    """

    anatomy: Anatomy
    rect: QRectF
    times: float

    @cached_property
    def column(self) -> float:
        """How wide a column is: its picture, or its head where that is wider and there is room."""
        return max(self.wide, min(self._most, COLUMN * self.times))

    @property
    def _most(self) -> float:
        """How wide a column may be."""
        many, times = max(1, len(self.anatomy.heads)), self.times
        room = self.rect.width() - 2 * metrics.S4 * times - (many - 1) * GAP * times
        return max(24.0, min(metrics.HEAT * times, room / many))

    @cached_property
    def wide(self) -> float:
        """How wide a picture is: as wide as leaves those of all parameters square, if that isn't too narrow."""
        widths = np.arange(self._most, min(self._most, metrics.HEAT_LEAST * self.times) - 1, -4.0)
        fitting = (wide for wide in widths if sum(self._wanted(one, wide) for one in self._tensors) <= self._free)
        return float(next(fitting, widths[-1]))

    @property
    def _tensors(self) -> tuple[Tensor, ...]:
        return self.anatomy.tensors

    @property
    def _free(self) -> float:
        """How high all pictures may be together, if there is room for every parameter."""
        high = self.rect.height() - (metrics.PLOT_TITLE + HEAD) * self.times
        return float(high - len(self._tensors) * (NAME + WORDS) * self.times)

    def left(self, column: int) -> float:
        """Give where a column begins."""
        return round(self.rect.left() + metrics.S4 * self.times + column * (self.column + GAP * self.times))

    @cached_property
    def tops(self) -> tuple[tuple[float, float], ...]:
        """Where the pictures of each parameter shown begin, and how high they are."""
        times = self.times
        over = (NAME + WORDS) * times
        top = self.rect.top() + (metrics.PLOT_TITLE + HEAD) * times
        wanted = [self._wanted(tensor, self.wide) for tensor in self._tensors]
        room = self.rect.bottom() - top
        least = [min(high, metrics.HEAT_LOW * times) for high in wanted]
        many = next((n for n in range(len(wanted), 0, -1) if sum(least[:n]) + n * over <= room), 1)
        extra = room - sum(least[:many]) - many * over
        asked = sum(wanted[:many]) - sum(least[:many])
        share = max(0.0, min(1.0, extra / asked)) if asked > 0 else 0.0
        found = []
        for high, low in zip(wanted[:many], least[:many], strict=True):
            tall = round(low + share * (high - low))
            found.append((round(top + NAME * times), tall))
            top += tall + over
        return tuple(found)

    @property
    def shown(self) -> int:
        """How many parameters there is room for."""
        return len(self.tops)

    def picture(self, tensor: int, column: int) -> QRectF:
        """Give where a picture is, or would be."""
        top, high = self.tops[tensor]
        return QRectF(self.left(column), top, round(self.wide), high)

    def spot(self, at: QPointF) -> Spot | None:
        """Give which place of which parameter a point is on; None beside the pictures."""
        for index, tensor in enumerate(self.anatomy.tensors[: self.shown]):
            for column, heat in enumerate(tensor.heats):
                rect = self.picture(index, column)
                if heat is not None and rect.contains(at):
                    rows, columns = heat.values.shape
                    row = int((at.y() - rect.top()) / rect.height() * rows)
                    across = int((at.x() - rect.left()) / rect.width() * columns)
                    return Spot(index, min(row, rows - 1), min(across, columns - 1))
        return None

    def _wanted(self, tensor: Tensor, wide: float) -> float:
        """Give how high pictures so wide of a parameter would be with square places, within bounds."""
        rows, columns = next((heat.values.shape for heat in tensor.heats if heat is not None), (1, 1))
        return float(max(metrics.HEAT_LOW * self.times, min(wide * rows / max(1, columns), wide)))
