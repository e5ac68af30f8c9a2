"""Layered: linear layers with a bend between each two, measured at one place of a plane after another.

What enters the first bend is linear in the first layer's weights, so over a plane it is A + x · B + y · C, with three
matrices that are computed once. Examples lie side by side, (features, n), and buffers are used again at each place.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from lrviz.engine.criterion import Criterion
from lrviz.engine.measure import MeanLoss, Measure
from lrviz.engine.models import MLP
from lrviz.engine.plane import Plane

ROOM = 2**24
"""Numbers in what a plane holds of all examples, at most: 64 MB of them."""
CHUNK = 2**17
"""Numbers of a layer that are worked on at a time: what one step leaves, the next finds in the cache."""
FEWEST = 64
"""Examples that are worked on at a time at least, however wide a layer is."""

Bend = Callable[[Tensor], Tensor]


class Chunk(NamedTuple):
    """What some of the examples come to in the first layer, (features, examples each)."""

    origin: Tensor
    across: Tensor
    up: Tensor
    row: Tensor
    """origin + y · up."""
    layers: Sequence[Tensor]
    """Where each layer's outputs go."""


class Layered:
    """A model's layers over a plane. First `go_to` a row, then `measure` its places."""

    def __init__(
        self, measure: Measure, plane: Plane, linears: Sequence[nn.Linear], bends: Sequence[nn.Module]
    ) -> None:
        first = sum(parameter.numel() for parameter in linears[0].parameters())
        self._later = Plane(*(row[first:] for row in plane))
        self._row, self._place = torch.empty_like(self._later.origin), torch.empty_like(self._later.origin)
        self._layers = list(zip(map(_bent, bends), _weights(self._place, linears[1:]), strict=True))
        inputs = measure.inputs.reshape(-1, linears[0].in_features)
        self.outputs = inputs.new_empty(linears[-1].out_features, len(inputs))
        self._chunks = _chunks(inputs, self.outputs, plane, linears)
        self._score = _score(measure, self.outputs)

    def go_to(self, y: float) -> None:
        """Go to a row of the plane."""
        torch.add(self._later.origin, self._later.up, alpha=y, out=self._row)
        for chunk in self._chunks:
            torch.add(chunk.origin, chunk.up, alpha=y, out=chunk.row)

    def measure(self, x: float, into: Tensor) -> None:
        """Measure a place of the row, and write it into a tensor of one number."""
        torch.add(self._row, self._later.across, alpha=x, out=self._place)
        for chunk in self._chunks:
            values = torch.add(chunk.row, chunk.across, alpha=x, out=chunk.layers[0])
            for (bend, (weight, bias)), layer in zip(self._layers, chunk.layers[1:], strict=True):
                values = torch.addmm(bias, weight, bend(values), out=layer)
        self._score(self.outputs, into)


class CrossEntropy:
    """Plain mean cross-entropy of logits (classes, n)."""

    def __init__(self, target: Tensor, logits: Tensor) -> None:
        self._true = target * len(target) + torch.arange(len(target), device=target.device)
        self._log_p, self._of_true = torch.empty_like(logits), logits.new_empty(len(target))
        self._shares = logits.new_full((len(target),), -1 / len(target))

    def __call__(self, logits: Tensor, into: Tensor) -> None:
        """Write it into a tensor of one number."""
        torch.log_softmax(logits, 0, out=self._log_p)
        torch.index_select(self._log_p.view(-1), 0, self._true, out=self._of_true)
        torch.dot(self._of_true, self._shares, out=into)  # half as long as a mean


def layered(measure: Measure, plane: Plane) -> Layered | None:
    """Lay a model out over a plane; None where it isn't made of such layers, or would take too much room."""
    model = measure.model
    parts = list(model) if type(model) is MLP else [model]
    linears = [part for part in parts[::2] if isinstance(part, nn.Linear)]
    bends = parts[1::2]
    pure = len(linears) == len(parts[::2]) and not any(list(bend.parameters()) for bend in bends)
    if not pure or measure.guest is not None:  # nobody knows what a layer of a person's own does
        return None
    first = linears[0]
    if 4 * measure.inputs.numel() // first.in_features * first.out_features > ROOM:
        return None
    return Layered(measure, plane, linears, bends)


def _chunks(inputs: Tensor, outputs: Tensor, plane: Plane, linears: Sequence[nn.Linear]) -> list[Chunk]:
    """Split examples (n, features), and their outputs (features, n), so that each layer of a chunk is small."""
    widths = [linear.out_features for linear in linears]
    size = max(CHUNK // max(widths), FEWEST)
    hidden = [inputs.new_empty(width * min(size, len(inputs))) for width in widths[:-1]]
    firsts = [_weights(row, linears[:1])[0] for row in plane]
    found: list[Chunk] = []
    for start in range(0, len(inputs), size):
        part, last = inputs[start : start + size], outputs[:, start : start + size]
        origin, across, up = (torch.addmm(bias, weight, part.T) for weight, bias in firsts)
        own = [room[: width * len(part)].view(width, -1) for width, room in zip(widths[:-1], hidden, strict=True)]
        found.append(Chunk(origin, across, up, torch.empty_like(origin), [*own, last]))
    return found


def _weights(row: Tensor, linears: Sequence[nn.Linear]) -> list[tuple[Tensor, Tensor]]:
    """Give the weight (outputs, inputs) and bias (outputs, 1) of each layer as views of a row; 0 without a bias."""
    found: list[tuple[Tensor, Tensor]] = []
    for linear in linears:
        weight, row = row[: linear.weight.numel()].view_as(linear.weight), row[linear.weight.numel() :]
        bias = row.new_zeros(linear.out_features)
        if linear.bias is not None:
            bias, row = row[: len(bias)], row[len(bias) :]
        found.append((weight, bias[:, None]))
    return found


def _bent(bend: nn.Module) -> Bend:
    """Give a bend that writes over what it is given, where it can."""
    own: Any = copy.copy(bend)
    if hasattr(own, "inplace"):
        own.inplace = True
    bent: Bend = own.forward
    return bent


def _score(measure: Measure, outputs: Tensor) -> Callable[[Tensor, Tensor], object]:
    """Give what measures outputs (outputs, n), and writes that into a tensor of one number."""
    match measure.score:
        case MeanLoss(Criterion(nn.CrossEntropyLoss(weight=None, label_smoothing=0.0)), target):
            return CrossEntropy(target, outputs)
        case MeanLoss(Criterion(nn.CrossEntropyLoss() as module), target):
            spread = target[None]  # as of one picture with a class at each pixel, which torch takes in this order
            return lambda logits, into: into.copy_(module(logits[None], spread))
        case score:
            shape = *measure.inputs.shape[:-1], len(outputs)
            return lambda outputs, into: into.copy_(score(outputs.T.reshape(shape)))
