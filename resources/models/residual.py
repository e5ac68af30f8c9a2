"""A model of your own: change what you like, and race it.

lrviz calls `residual` with the sizes of the data. Whatever it returns has to be an nn.Module that takes float32 inputs
(n, inputs) and gives (n, outputs).
"""

import torch
from torch import nn


class Block(nn.Module):
    """Adds to x what two layers make of it."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.LayerNorm(width), nn.Linear(width, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, width)
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.layers(x)


def residual(inputs: int, outputs: int, width: int = 64, blocks: int = 2) -> nn.Module:
    """Two residual blocks with dropout."""
    return nn.Sequential(nn.Linear(inputs, width), *[Block(width) for _ in range(blocks)], nn.Linear(width, outputs))
