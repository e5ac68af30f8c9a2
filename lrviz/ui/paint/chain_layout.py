"""Where the layers of a chain go: row by row from input to loss, each row as wide as its boxes may be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from lrviz.ui import metrics
from lrviz.ui.pages.chain import Chain

PILL_SIDE = 10
"""Left and right of the words of a layer that holds nothing."""
ROW = metrics.OVER + metrics.BOX[1] + metrics.UNDER


@dataclass(frozen=True, eq=False)
class ChainSheet:
    """A chain on a rectangle of pixels: its title row, then its rows of boxes.

    `places` are those of the input, of each box and of the loss, in order; `rows` says which row each is in.
    """

    chain: Chain
    rect: QRectF
    times: float

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The row of the input, of each box, and of the loss."""
        return _rows(_least(self.chain, self.times), _room(self.rect.width(), self.times), metrics.LINK * self.times)

    @cached_property
    def places(self) -> tuple[QRectF, ...]:
        """Where the input, each box and the loss are."""
        found: list[QRectF] = []
        for row in range(self.rows[-1] + 1):
            found += self._row(row)
        return tuple(found)

    @property
    def boxes(self) -> tuple[QRectF, ...]:
        """Where each box is."""
        return self.places[1:-1]

    def _row(self, row: int) -> list[QRectF]:
        """Lay a row out: its boxes share what is left of its width, up to the widest a box may be."""
        least, times = _least(self.chain, self.times), self.times
        members = [index for index, its in enumerate(self.rows) if its == row]
        grown = [index for index in members if _is_box(self.chain, index)]
        gaps = metrics.LINK * times * (len(members) - 1)
        left_over = _room(self.rect.width(), times) - gaps - sum(least[index] for index in members)
        more = min(max(0.0, left_over) / max(1, len(grown)), (metrics.BOX_WIDE - metrics.BOX[0]) * times)
        top = self.rect.top() + (metrics.PLOT_TITLE + metrics.OVER + row * ROW) * times
        x, found = self.rect.left() + metrics.S4 * times, []
        if row == 0 and self.chain.input is None:
            x -= metrics.LINK * times
        for index in members:
            wide = least[index] + (more if index in grown else 0.0)
            high = (metrics.BOX[1] if _is_box(self.chain, index) else metrics.PILL) * times
            found.append(QRectF(round(x), round(top + (metrics.BOX[1] * times - high) / 2), round(wide), round(high)))
            x += wide + metrics.LINK * times
        return found


def chain_height(chain: Chain, wide: float, times: float) -> float:
    """Give how high a chain is that may be so wide."""
    return (metrics.PLOT_TITLE + chain_rows(chain, wide, times) * ROW) * times


def chain_rows(chain: Chain, wide: float, times: float) -> int:
    """Give how many rows a chain takes that may be so wide."""
    return _rows(_least(chain, times), _room(wide, times), metrics.LINK * times)[-1] + 1


def _is_box(chain: Chain, index: int) -> bool:
    """Whether the item of that place, the input being the first, is a layer that holds parameters."""
    return 0 < index <= len(chain.boxes) and bool(chain.boxes[index - 1].holds)


def _room(wide: float, times: float) -> float:
    """Give how wide a row's items may be together; right of them is room for the link to the next row."""
    return wide - (metrics.S4 + metrics.LINK) * times


def _least(chain: Chain, times: float) -> list[float]:
    """Give the least width of the input, each box and the loss."""
    end = metrics.END * times
    start = 0.0 if chain.input is None else end
    boxes = (
        metrics.BOX[0] * times if box.holds else (words_wide(box.title, times) + 2 * PILL_SIDE * times)
        for box in chain.boxes
    )
    return [start, *boxes, end]


def _rows(least: list[float], room: float, link: float) -> tuple[int, ...]:
    """Break items of these widths into rows."""
    rows, taken, row = [], 0.0, 0
    for wide in least:
        if taken and taken + link + wide > room:
            row, taken = row + 1, 0.0
        taken += wide + (link if taken else 0.0)
        rows.append(row)
    return tuple(rows)


@lru_cache(maxsize=1024)
def words_wide(words: str, times: float) -> float:
    """Give how wide secondary words are, in pixels; measured once."""
    return QFontMetricsF(metrics.drawn("secondary", times)).horizontalAdvance(words)
