"""Events of a Chart; its runs are those of the experiment that are visible, in order, with the first seed each."""

from __future__ import annotations

from typing import Literal

from lrviz.crossing import Said
from lrviz.events.message import Block, Message


class Preparing(Message, frozen=True):
    """What is under way, as training the runs or joining their ends, and the share of it that is done.

    It goes on until other words come, or the plane is laid.
    """

    words: Literal["training the runs", "joining the ends", "looking along the paths"]
    done: float


class Laid(Message, frozen=True):
    """The plane is laid: where each run was on it after so many updates, and how far away from it.

    `steps` (n,); `places` (runs, n, 2), `off` (runs, n) and `walked` (runs, n), the way gone since the start, are in
    the plane's units, which are those of the weights; NaN after a run's end. `explained` is the share of the paths'
    squared distance from the plane's origin that lies in it, of all runs and of each (-1 of one that never moved).
    `area` is the part in sight. `axes` says in words what x and y are.
    """

    steps: Block
    places: Block
    off: Block
    walked: Block
    explained: float
    each: tuple[float, ...]
    area: tuple[float, float, float, float]
    axes: tuple[Said, Said]


class Ground(Message, frozen=True):
    """What was measured so far: float32 `values` (y, x) at places along `x` and `y`, and the share of the whole grid.

    Of a line there is a row for each pair of runs, by `pairs`, and `x` is the share of the way from the first to the
    second; `bent` rows are measured along the curve that was trained to join them.
    """

    x: Block
    y: Block
    values: Block
    done: float
    bent: Block | None = None


class PathLoss(Message, frozen=True):
    """What is true along a run's path: measured at its own weights, one value for each of the plane's `steps`."""

    run: int
    values: Block


class Ridge(Message, frozen=True):
    """What was measured on the straight line from one run's end to another's: float32 values, at even shares."""

    runs: tuple[int, int]
    values: Block


class Sharpness(Message, frozen=True):
    """The largest eigenvalue of a run's training loss's Hessian after so many updates; NaN where it isn't found."""

    run: int
    steps: int
    value: float


class Settled(Message, frozen=True):
    """The minima (m, 3) that the ends of a Settle lead to, each with its x, y and height, the deepest first.

    `of` (k,) is the index of each end's own, −1 of one that leads to none.
    """

    minima: Block
    of: Block
