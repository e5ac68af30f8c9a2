"""Dissection: one update of a run, taken apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from lrviz.events import Block, Dissected, Passed, Portion

Picture = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Part:
    """What an update was made of in one parameter, each as a picture (rows, columns) of at most 64 × 64 means.

    Rows are a layer's outputs and columns all its inputs, a vector is one row. `weight` is what was before the update,
    `gradient` what `.grad` held as it was used (clipped, over all batches), None where torch has none. `momentum` is
    what was stepped along in its place (m̂ of Adam's kind), `root_v` √v̂, which it was divided by; None where the
    optimizer has none. `update` is what was added to the weight, and `decay` what of that weight decay made, None where
    there is none or it can't be told apart. `norms` are those of the whole tensors, by the same names. `lr` is its
    group's rate, 0 of a frozen parameter.
    """

    name: str
    shape: tuple[int, ...]
    requires_grad: bool
    lr: float
    norms: Mapping[str, float]
    weight: Picture
    update: Picture
    gradient: Picture | None = None
    momentum: Picture | None = None
    root_v: Picture | None = None
    decay: Picture | None = None

    @classmethod
    def of(cls, told: Portion) -> Self:
        """Take over what the worker has told of it."""
        given: dict[str, Any] = {name: _plain(getattr(told, name)) for name in told.__struct_fields__}
        return cls(**given | {"norms": MappingProxyType(told.norms)})


@dataclass(frozen=True, eq=False)
class Dissection:
    """Update `step` of a run with a seed: its `loss`, the chain from input to output, and each parameter's part.

    `chain` are the layers in the order the forward pass takes; what a module does itself between them has a kind that
    ends with "…". Each says the shape of its output, the root mean square of that, and the norm of the loss's gradient
    with respect to it, None where the backward pass doesn't come. `parts` are the parameters' by torch's names.
    """

    run: str
    seed: int
    step: int
    loss: float
    chain: tuple[Passed, ...]
    parts: Mapping[str, Part]

    @classmethod
    def of(cls, run: str, seed: int, told: Dissected) -> Self:
        """Take over what the worker has told of a run with a seed."""
        parts = {portion.name: Part.of(portion) for portion in told.portions}
        return cls(run, seed, told.step, told.loss, told.chain, MappingProxyType(parts))


def _plain(value: Any) -> Any:
    return value.array if isinstance(value, Block) else value
