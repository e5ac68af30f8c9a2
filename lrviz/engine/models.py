"""The catalog's models as torch modules."""

from __future__ import annotations

from itertools import pairwise

from torch import nn


class MLP(nn.Sequential):
    """Linear layers with an activation between each two, in torch's default initialisation.

    Built in order from input to output, so `nn.Sequential` of the same layers draws the same weights.
    """

    def __init__(
        self, inputs: int, outputs: int, image: tuple[int, int] | None, *, hidden: tuple[int, ...], activation: str
    ) -> None:
        layers: list[nn.Module] = []
        for width, after in pairwise((inputs, *hidden, outputs)):
            layers += [nn.Linear(width, after), getattr(nn, activation)()]
        super().__init__(*layers[:-1])
