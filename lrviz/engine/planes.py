"""Planes through weight space: which one is looked at, and what of the paths lies in it."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from lrviz.engine.plane import Plane
from lrviz.engine.trails import Trail
from lrviz.results import Floats

NEGLIGIBLE = 1e-5
"""Ends that are nearer to each other than this share of the longest path span no direction: it would be rounding."""
EXTRA, ROUNDS, EXACT = 6, 80, 1e-4
"""Directions that are sought along with the principal ones, rounds of it at most, and how exact they have to be."""
PIECE = 2**19
"""Numbers that are worked on at a time: more fall out of a CPU's cache."""

Pieces = Generator[None, None, Tensor]


class Seen(NamedTuple):
    """A path seen on a plane: `places` (n, 2), and how far `off` it and how far from its origin it is, both (n,)."""

    places: Floats
    off: Floats
    distance: Floats


def ends(trails: Sequence[Trail], origin: int) -> Generator[None, None, tuple[Plane, tuple[int | None, int | None]]]:
    """Lay the plane through the ends of three runs, and say which the other two are.

    It starts at the end of the run `origin`. The end that is farthest from there is on the first axis, and the one
    farthest from that line lies in the plane. Where there are fewer, or they coincide, the run's own start takes the
    first axis, and the direction the paths vary most in (square to the line) whatever axis is left.
    """
    base = trails[origin].weights[-1].double()
    scale = max(float((trail.weights[0].double() - base).norm()) for trail in trails if len(trail.steps))
    found = torch.empty(0, len(base), dtype=torch.float64)
    chosen: list[int | None] = []
    others = [run for run, trail in enumerate(trails) if run != origin and len(trail.steps)]
    reach = {run: trails[run].weights[-1].double() - base for run in others}
    if not others:
        reach[origin] = trails[origin].weights[0].double() - base
    while reach and len(found) < 2:
        farthest = max(reach, key=lambda run: float(_square(reach[run], found).norm()))
        direction = _square(reach[farthest], found)
        if float(direction.norm()) <= NEGLIGIBLE * scale:
            break
        found = torch.cat([found, (direction / direction.norm())[None]])
        chosen.append(farthest)
    rest = yield from principal(trails, base.float(), 2 - len(found), found.float())
    across, up = torch.cat([found, rest.double()]).float()
    first, second, *_ = (*chosen, None, None)
    return Plane(base.float(), across, up), (first, second)


def principal(
    trails: Sequence[Trail], origin: Tensor, count: int, without: Tensor | None = None
) -> Generator[None, None, Tensor]:
    """Find the directions in which paths are farthest from an origin, as their squares' sum has it: (count, P).

    They are those of an uncentred principal component analysis about the origin (P,), orthonormal and square to the
    orthonormal rows `without`; where the paths have no more directions, any. By subspace iteration, which needs no
    copy of the paths and nothing of the size P × P.
    """
    size = len(origin)
    if count == 0:
        return torch.empty(0, size)
    held = torch.empty(0, size) if without is None else without
    generator = torch.Generator().manual_seed(0)
    basis = _orthonormal(torch.randn(min(count + EXTRA, size - len(held)), size, generator=generator), held)
    turned = torch.eye(len(basis))
    for _ in range(ROUNDS if len(basis) else 0):
        image = _square(torch.zeros_like(basis), held)
        for weights in _pieces(trails):
            shares = weights @ basis.T - basis @ origin
            image += shares.T @ weights - torch.outer(shares.sum(0), origin)
            yield
        image = _square(image, held)
        values, turned = torch.linalg.eigh((basis @ image.T).double())
        turned = turned.flip(1).T.float()
        errors = (turned @ image - values.flip(0).float()[:, None] * (turned @ basis)).norm(dim=1)
        if float(errors[:count].max()) <= EXACT * float(values[-1].clamp(min=0)):
            break
        yield
        basis = _orthonormal(turned @ image, held)
        turned = torch.eye(len(basis))
    best = _orthonormal((turned @ basis)[:count], held)
    return torch.cat([best, torch.zeros(count - len(best), size)])


def random(origin: Tensor, parameters: Sequence[Tensor], seed: int) -> Plane:
    """Lay a random plane about an origin (P,), filter by filter as long as the weights there (arXiv 1712.09913).

    A filter is a row of a weight matrix or an output channel of a convolution; each direction's has exactly the norm
    of the weights', so that x and y are multiples of it. Biases, the parameters of norms, and those of the `parameters`
    that take no gradient are left as they are. Such directions are only nearly orthogonal; where a path is on them is
    the nearest point of the plane, by least squares.
    """
    generator = torch.Generator().manual_seed(seed)
    across, up = (_filters(origin, parameters, generator) for _ in range(2))
    return Plane(origin, across, up)


def _filters(origin: Tensor, parameters: Sequence[Tensor], generator: torch.Generator) -> Tensor:
    """Draw a direction with the norms of the origin's filters; where it has none, one as long as all of it, or 1."""
    parts: list[Tensor] = []
    sizes = [parameter.numel() for parameter in parameters]
    for parameter, own in zip(parameters, origin.split_with_sizes(sizes), strict=True):
        drawn = torch.randn(parameter.numel(), generator=generator)
        if parameter.dim() < 2 or not parameter.requires_grad:
            parts.append(torch.zeros_like(own))
            continue
        rows, filters = drawn.view(len(parameter), -1), own.view(len(parameter), -1)
        parts.append((rows * (filters.norm(dim=1) / rows.norm(dim=1))[:, None]).reshape(-1))
    direction = torch.cat(parts)
    if not direction.any():
        free = [torch.full((parameter.numel(),), parameter.requires_grad) for parameter in parameters]
        drawn = torch.randn(len(origin), generator=generator) * torch.cat(free)
        direction = drawn / drawn.norm() * (origin.norm() or 1.0)
    return direction


def seen(plane: Plane, weights: Tensor) -> Generator[None, None, Seen]:
    """See a path (n, P) on a plane: its nearest points there, by least squares."""
    directions = torch.stack([plane.across, plane.up])
    exact = directions.double()
    solve = torch.linalg.pinv(exact @ exact.T, hermitian=True).float()
    found: list[tuple[Tensor, Tensor, Tensor]] = []
    for part in torch.split(weights, _rows(weights)):
        far = part - plane.origin
        places = far @ directions.T @ solve
        found.append((places, (far - places @ directions).norm(dim=1), far.norm(dim=1)))
        yield
    places, off, distance = (torch.cat(parts).double().numpy() for parts in zip(*found, strict=True))
    return Seen(places, off, distance)


def explained(paths: Sequence[Seen]) -> float:
    """Give the share of the paths' squared distance from the plane's origin that lies in it; -1 where there is none."""
    whole = sum(float(np.square(path.distance).sum()) for path in paths)
    off = sum(float(np.square(path.off).sum()) for path in paths)
    return min(1.0, max(0.0, 1 - off / whole)) if whole else -1.0


def area(places: NDArray[np.float64], factor: float, aspect: float, least: float) -> tuple[float, float, float, float]:
    """Give the area about places (n, 2), `factor` times their range, then widened until it has the aspect.

    It is `least` wide and high at least.
    """
    low, high = places.min(axis=0), places.max(axis=0)
    middle = (low + high) / 2
    width, height = np.maximum((high - low) * factor, least)
    width, height = max(width, height * aspect), max(height, width / aspect)
    (x, y), half, tall = middle.tolist(), float(width) / 2, float(height) / 2
    return x - half, x + half, y - tall, y + tall


def around(half: float, aspect: float) -> tuple[float, float, float, float]:
    """Give the area that reaches `half` to each side of the origin, widened until it has the aspect."""
    return area(np.array([[-half, -half], [half, half]]), 1.0, aspect, 0.0)


def _pieces(trails: Sequence[Trail]) -> Iterator[Tensor]:
    for trail in trails:
        if len(trail.steps):
            yield from torch.split(trail.weights, _rows(trail.weights))


def _rows(weights: Tensor) -> int:
    """Give how many rows (n, P) to work on at a time."""
    return max(1, PIECE // max(1, weights.shape[1]))


def _square(rows: Tensor, basis: Tensor) -> Tensor:
    """Take away from a row or rows (…, P) what lies along orthonormal rows, twice for rounding's sake."""
    for _ in range(2):
        rows = rows - rows @ basis.T @ basis
    return rows


def _orthonormal(rows: Tensor, without: Tensor) -> Tensor:
    """Give orthonormal rows that span the same, square to others; as many as there is room for."""
    q: Tensor = torch.linalg.qr(torch.cat([without, _square(rows, without)]).T).Q.T
    return q[len(without) :]
