"""Where labels go on a map: inside it, none over another, as little over the paths as can be."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lrviz.ui.figure import Floats

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""

APART = 3.0
"""Pixels between two labels."""
GAP = 11.0
"""Pixels from a place to its label."""
REACHES = (0.0, 8.0, 20.0, 36.0, 56.0, 80.0, 110.0)
"""How much farther a label may be, where it is crowded."""
TURNS = np.pi / 8 * np.array([0, 8, 1, 7, 15, 9, 2, 6, 14, 10, 3, 5, 13, 11, 4, 12])
"""Directions a label may be in, the best first: right, left, then upwards and downwards."""
COVERED = 14.0
"""Pixels farther away that are as bad as one more point of a path under a label."""
FREE = 120.0
"""Pixels from everything else that are as good as any more."""
CLEAR = 15.0
"""Pixels a label on a line keeps from paths."""


def beside(
    places: Floats,
    sizes: Sequence[tuple[float, float]],
    room: Box,
    *,
    taken: Sequence[Box],
    paths: Floats,
    times: float = 1.0,
) -> list[Box | None]:
    """Give where labels of some sizes go, each beside its place (n, 2); None where there is no room left for one.

    They lie in `room`, on none of the boxes `taken` nor on each other, near their places, and off the points of the
    `paths` (m, 2) where they can.
    """
    placed: list[Box | None] = []
    for place, size in zip(places, sizes, strict=True):
        boxes = np.array([*taken, *(box for box in placed if box is not None)], dtype=np.float64).reshape(-1, 4)
        boxes += APART * times * np.array([-1, -1, 1, 1])
        best = _nearest(place, size, room, boxes, paths, times)
        if best is None:
            anywhere = _everywhere(size, room)
            far = np.hypot(*((anywhere[:, :2] + anywhere[:, 2:]) / 2 - place).T)
            best, _ = _best(anywhere, far, room, boxes)
        placed.append(best)
    return placed


def _nearest(  # noqa: PLR0917
    place: Floats, size: tuple[float, float], room: Box, taken: Floats, paths: Floats, times: float
) -> Box | None:
    """Give the best box around a place: farther away only as long as that may be better."""
    best, least = None, np.inf
    for reach in REACHES:
        if least <= reach * times:
            break
        near = _around(place, size, (GAP + reach) * times)
        rank = reach * times + 0.5 * np.arange(len(TURNS)) + COVERED * times * _under(near, paths)
        found, cost = _best(near, rank, room, taken)
        best, least = (found, cost) if cost < least else (best, least)
    return best


def along(
    lines: Sequence[Floats], size: tuple[float, float], room: Box, *, taken: Sequence[Box], paths: Floats
) -> Box | None:
    """Give where a label of some size goes on one of the points of some lines (n, 2): farthest from all else.

    None where each of them is too near to a path, to a box that is taken, or to the edge of the room.
    """
    points = np.concatenate([*lines, np.zeros((0, 2))])
    if not len(points):
        return None
    half = np.array(size) / 2
    found = np.hstack([points - half, points + half])
    boxes = np.array(taken, dtype=np.float64).reshape(-1, 4)
    edge = np.hstack([found[:, :2] - room[:2], np.array(room[2:]) - found[:, 2:]]).min(axis=1)
    clear = np.minimum(_to_points(points, paths), _to_boxes(points, boxes))
    free = np.minimum(np.minimum(clear, FREE), CLEAR + edge)
    fine = clear >= CLEAR
    best, _ = _best(found[fine], -(free + 0.05 * np.minimum(clear, 10 * FREE))[fine], room, boxes)
    return best


def _around(place: Floats, size: tuple[float, float], reach: float) -> Floats:
    """Give boxes that are so far from a place, one in each direction."""
    half = np.array(size) / 2
    way = np.column_stack([np.cos(TURNS), -np.sin(TURNS)])
    middle = place + way * reach + np.clip(1.42 * way, -1, 1) * half
    return np.hstack([middle - half, middle + half])


def _everywhere(size: tuple[float, float], room: Box) -> Floats:
    wide, high = size
    left = np.arange(room[0], room[2] - wide + 1e-9, max(wide / 4, 1.0))
    top = np.arange(room[1], room[3] - high + 1e-9, max(high / 2, 1.0))
    corners = np.stack(np.meshgrid(left, top), axis=-1).reshape(-1, 2)
    return np.hstack([corners, corners + np.array(size)])


def _best(boxes: Floats, rank: Floats, room: Box, taken: Floats) -> tuple[Box | None, float]:
    """Give the box of the lowest rank that is inside the room and on nothing that is taken; and that rank."""
    fits = (boxes[:, :2] >= room[:2]).all(axis=1) & (boxes[:, 2:] <= room[2:]).all(axis=1)
    fits &= ~_overlap(boxes, taken).any(axis=1)
    if not fits.any():
        return None, np.inf
    best = int(np.flatnonzero(fits)[np.argmin(rank[fits])])
    left, top, right, bottom = boxes[best].tolist()
    return (left, top, right, bottom), float(rank[best])


def _overlap(boxes: Floats, others: Floats) -> NDArray[np.bool_]:
    """Say which of some boxes (n, 4) lie on which of others (m, 4)."""
    one, other = boxes[:, None], others[None]
    apart = (one[..., :2] >= other[..., 2:]) | (other[..., :2] >= one[..., 2:])
    return np.logical_not(np.asarray(apart.any(axis=-1)))


def _under(boxes: Floats, points: Floats) -> Floats:
    """Give how many points lie under each box."""
    inside = (points > boxes[:, None, :2]) & (points < boxes[:, None, 2:])
    return np.asarray(inside.all(axis=-1).sum(axis=1), dtype=np.float64)


def _to_points(points: Floats, others: Floats) -> Floats:
    if not len(others):
        return np.full(len(points), np.inf)
    across, down = (points[:, None] - others[None]).transpose(2, 0, 1)
    return np.asarray(np.sqrt((across * across + down * down).min(axis=1)))


def _to_boxes(points: Floats, boxes: Floats) -> Floats:
    if not len(boxes):
        return np.full(len(points), np.inf)
    away = np.maximum(np.maximum(boxes[None, :, :2] - points[:, None], points[:, None] - boxes[None, :, 2:]), 0)
    return np.asarray(np.hypot(away[..., 0], away[..., 1]).min(axis=1))
