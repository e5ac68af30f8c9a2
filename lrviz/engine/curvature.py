"""The curvature of a loss over its weights: products with its Hessian, and the largest eigenvalues of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.overrides import TorchFunctionMode

Product = Callable[[Tensor], Tensor]
"""A symmetric matrix (P, P) as what it makes of a row (P,)."""

ROUNDING = 1e-6
"""What is this much smaller than the largest eigenvalue in size is nothing but rounding: products are in float32."""
FEWEST = 8
"""Directions to be seen before a small residual is believed: one of a Hessian near a multiple of 1 is always small."""
HELD = 2**25
"""Numbers that the directions seen so far may take in memory: 128 MB."""
LEAST_ROWS = 16
"""Directions that are held however long they are."""


def hessian(loss: Callable[[], Tensor], parameters: Sequence[nn.Parameter]) -> Product:
    """Give the products of a loss's Hessian with rows (P,), in the order of the parameters, by double backward.

    The loss is computed once, here; the graph of its gradient serves every product and is freed together with the
    function returned. The parameters must stay as they are meanwhile. A frozen parameter has rows and columns of zeros,
    and so has what the gradient doesn't depend on: an L1 loss of a linear model has a Hessian of zeros.

    Raises
    ------
    RuntimeError
        torch has no second derivative of what the loss is made of, or, in a product, a parameter was changed.
    """
    with torch.enable_grad(), sdpa_kernel(SDPBackend.MATH), _Written():  # the faster kernels have no second derivative
        slopes = _slopes(loss(), [each for each in parameters if each.requires_grad])
    sizes = [each.numel() for each in parameters]

    def product(row: Tensor) -> Tensor:
        parts = zip(parameters, row.split_with_sizes(sizes), strict=True)
        given = [part.view_as(each).to(each) for each, part in parts if each in slopes]
        columns: dict[nn.Parameter, Tensor] = {}
        if slopes:
            found = torch.autograd.grad(
                list(slopes.values()), list(slopes), given, retain_graph=True, materialize_grads=True
            )
            columns = dict(zip(slopes, found, strict=True))
        return torch.cat([columns.get(each, torch.zeros_like(each)).detach().reshape(-1) for each in parameters])

    return product


class _Written(TorchFunctionMode):
    """Computes MultiMarginLoss as it is written: torch's own can be differentiated only once."""

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        own = _margins if func is nn.functional.multi_margin_loss else func
        return own(*args, **(kwargs or {}))


def _margins(
    output: Tensor, target: Tensor, *, p: int, margin: float, weight: Tensor | None, reduction: str, **_: None
) -> Tensor:
    """Give Σ weight[y] · max(0, margin − output[y] + output[i])ᵖ / classes over i ≠ y, as torch.nn.MultiMarginLoss."""
    true = target.unsqueeze(-1)
    over = (margin - output.gather(-1, true) + output).relu() ** p
    each = over.scatter(-1, true, 0).mean(-1)
    each = each if weight is None else weight[target] * each
    return each if reduction == "none" else each.sum() if reduction == "sum" else each.mean()


def _slopes(value: Tensor, trained: Sequence[nn.Parameter]) -> dict[nn.Parameter, Tensor]:
    """Give the gradient, with its graph, of those parameters for which it isn't constant."""
    if not (value.requires_grad and trained):
        return {}
    found = torch.autograd.grad(value, trained, create_graph=True, allow_unused=True)
    pairs = zip(trained, found, strict=True)
    return {each: slope for each, slope in pairs if slope is not None and slope.requires_grad}


def sharpness(
    product: Product,
    size: int,
    *,
    seed: int = 0,
    tolerance: float = 1e-3,
    most: int = 120,
    device: torch.device | str = "cpu",
) -> Generator[None, None, float]:
    """Find the largest eigenvalue, as `eigenpairs` finds its first."""
    values, _ = yield from eigenpairs(product, size, 1, seed=seed, tolerance=tolerance, most=most, device=device)
    return float(values[0])


def eigenpairs(
    product: Product,
    size: int,
    k: int,
    *,
    seed: int = 0,
    tolerance: float = 1e-3,
    most: int = 120,
    device: torch.device | str = "cpu",
) -> Generator[None, None, tuple[Tensor, Tensor]]:
    """Find the k largest eigenvalues (not in size: a negative one comes last) of a symmetric matrix (size, size).

    Gives them in descending order, (k,) of float64, with orthonormal eigenvectors, (k, size) of float32; of all there
    are where `size` is less than k. Each `next()` is one product with a row on `device`.

    Lanczos' method looks for one after the other, each among the rows at right angles to those found, so that one that
    is there several times is found as often. It ends where ‖A·v − λ·v‖ is below `tolerance` times |λ| or, for all but
    the first, |λ₁|, so a value is closer than that to one there is, if hardly ever to the lower of two a few percent
    apart; or after `most` products for each, with what was found so far: a lower bound. A product that isn't finite
    ends it with NaN.
    """
    generator = torch.Generator().manual_seed(seed)
    count = min(k, size)
    values, vectors = torch.full((count,), math.nan, dtype=torch.float64), torch.full((count, size), math.nan)
    vectors, largest = vectors.to(device), 0.0
    for place in range(count):
        if place:
            yield
            largest = abs(float(values[0]))
        start = torch.randn(size, generator=generator).to(device)
        found = yield from _largest(product, start, vectors[:place], largest=largest, tolerance=tolerance, most=most)
        if found is None:
            return values.fill_(math.nan), vectors.fill_(math.nan)
        values[place], vectors[place] = found
    order = values.argsort(descending=True)  # two that are hardly apart may come in either order
    return values[order], vectors[order.to(device)]


def _largest(
    product: Product, start: Tensor, found: Tensor, *, largest: float, tolerance: float, most: int
) -> Generator[None, None, tuple[Tensor, Tensor] | None]:
    """Find the largest eigenvalue and its vector among the rows orthogonal to those found; None of what isn't finite.

    Lanczos' method with full reorthogonalisation, and thick restarts (Wu & Simon, SIAM J. Matrix Anal. Appl. 22, 2000)
    where memory is full: the better half of what was seen is kept. `small` is the matrix as seen in the basis,
    `largest` the size of the first eigenvalue found, 0 if this is to be it.
    """
    first, size = found.shape
    rows = min(most, size - first, max(HELD // size, LEAST_ROWS))
    basis = torch.cat([found, start.new_empty(rows, size)])
    small = torch.zeros(rows, rows, dtype=torch.float64)
    vector, seen, turn = _apart(start, found), 0, 0
    while True:
        seen, turn = seen + 1, turn + 1
        held = basis[: first + seen]
        held[-1] = vector / torch.linalg.vector_norm(vector)
        image = product(held[-1]).to(held)
        small[seen - 1, :seen] = (held[first:] @ image).cpu().double()  # eigh reads below the diagonal only
        vector = _apart(image, held)
        length = float(torch.linalg.vector_norm(vector))
        if not (math.isfinite(length) and small[seen - 1, :seen].isfinite().all()):
            return None
        ritz, mix = torch.linalg.eigh(small[:seen, :seen])
        residual, scale = length * abs(float(mix[-1, -1])), max(largest, float(ritz.abs().max()))
        close = seen >= FEWEST and residual <= tolerance * max(largest, abs(float(ritz[-1])))
        if close or residual <= ROUNDING * scale or first + seen == size or turn == most:
            vector = _apart(mix[:, -1].to(held) @ held[first:], found)
            return ritz[-1], vector / torch.linalg.vector_norm(vector)
        if seen == rows:
            seen = rows // 2
            basis[first : first + seen] = mix[:, -seen:].T.to(held) @ held[first:]
            small = torch.diag(torch.cat([ritz[-seen:], ritz.new_zeros(rows - seen)]))
        yield


def _apart(row: Tensor, rows: Tensor) -> Tensor:
    """Give what of a row is orthogonal to orthonormal rows; once isn't enough in floating point, twice is."""
    for _ in range(2):
        row = row - (rows @ row) @ rows
    return row
