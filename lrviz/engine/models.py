"""The catalog's models as torch modules, and the parts they are made of.

Each is built in order from input to output, so that `nn.Sequential` of the same layers draws the same weights. Scripts
take the text of a part along: it may use torch, nn and other parts, and nothing else.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import torch
from torch import nn

from lrviz.catalog.models.picture import sides
from lrviz.sentences import say

Image = tuple[int, int] | None
"""Rows and columns of the picture that features make, if they make one."""


class Linear(nn.Linear):
    """One linear layer, (…, inputs) → (…, outputs)."""

    def __init__(self, inputs: int, outputs: int, image: Image, *, bias: bool) -> None:
        super().__init__(inputs, outputs, bias=bias)


class MLP(nn.Sequential):
    """Linear layers with an activation between each two, in torch's default initialisation.

    Takes (…, inputs) and gives (…, outputs); with BatchNorm1d (n, inputs) and (n, outputs).
    """

    def __init__(
        self,
        inputs: int,
        outputs: int,
        image: Image,
        *,
        hidden: tuple[int, ...],
        activation: str,
        norm: str,
        skip: bool,
    ) -> None:
        widths = (inputs, *hidden)
        layers: list[nn.Module] = []
        for width, after in pairwise(widths):
            normed = [] if norm == "none" else [getattr(nn, norm)(after)]
            layer = [nn.Linear(width, after), *normed, getattr(nn, activation)()]
            layers += [Skip(*layer)] if skip and width == after else layer
        super().__init__(*layers, nn.Linear(widths[-1], outputs))


class CNN(nn.Sequential):
    """Convolutions over a picture, each with an activation and a pooling, then one linear layer.

    Takes (n, rows · columns) and gives (n, outputs).
    """

    def __init__(
        self,
        inputs: int,
        outputs: int,
        image: Image,
        *,
        channels: tuple[int, ...],
        kernel_size: int,
        pooling: str,
        activation: str,
    ) -> None:
        rows, columns = sides(image)
        layers: list[nn.Module] = [nn.Unflatten(-1, (1, rows, columns))]
        for before, after in pairwise((1, *channels)):
            layers.append(nn.Conv2d(before, after, kernel_size, padding=kernel_size // 2))
            layers += [getattr(nn, activation)(), getattr(nn, pooling)(2)]
            rows, columns = rows // 2, columns // 2
        left = (1, *channels)[-1] * rows * columns
        super().__init__(*layers, nn.Flatten(), nn.Linear(left, outputs))


class Transformer(nn.Sequential):
    """Blocks over a picture's rows as tokens, then one linear layer on their mean.

    Takes (…, rows · columns) and gives (…, outputs).
    """

    def __init__(
        self,
        inputs: int,
        outputs: int,
        image: Image,
        *,
        width: int,
        heads: int,
        feedforward: int,
        blocks: int,
        norm: str,
    ) -> None:
        rows, columns = sides(image)
        block = Block if norm == "post" else PreNormBlock
        super().__init__(
            nn.Unflatten(-1, (rows, columns)),
            nn.Linear(columns, width),
            Positions(rows, width),
            *[block(width, heads, feedforward) for _ in range(blocks)],
            *([] if norm == "post" else [nn.LayerNorm(width)]),
            MeanOfTokens(),
            nn.Linear(width, outputs),
        )


class Skip(nn.Sequential):
    """Layers and a way past them: (x + layers(x)) / √2, as large as x where both are."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Give as many numbers as it takes."""
        passed = x
        for layer in self:
            passed = layer(passed)
        return (x + passed) / 2**0.5


class Positions(nn.Module):
    """Adds to each token a learned vector for its position."""

    def __init__(self, tokens: int, width: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(0.02 * torch.randn(tokens, width))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Take and give (…, tokens, width)."""
        return x + self.weight


class Attention(nn.Module):
    """Multi-head self-attention; written out, since torch's fused one has no second derivative on a CPU."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.in_proj = nn.Linear(width, 3 * width)
        self.out_proj = nn.Linear(width, width)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Take and give (…, tokens, width)."""
        parts = self.in_proj(x).chunk(3, dim=-1)
        query, key, value = (part.unflatten(-1, (self.heads, -1)).transpose(-3, -2) for part in parts)
        weights = (query @ key.mT / query.shape[-1] ** 0.5).softmax(dim=-1)
        mixed: torch.Tensor = self.out_proj((weights @ value).transpose(-3, -2).flatten(-2))
        return mixed


class Block(nn.Module):
    """A transformer's block with the norms after each sum; names are those of nn.TransformerEncoderLayer."""

    def __init__(self, width: int, heads: int, feedforward: int) -> None:
        super().__init__()
        self.self_attn = Attention(width, heads)
        self.linear1 = nn.Linear(width, feedforward)
        self.linear2 = nn.Linear(feedforward, width)
        self.norm1 = nn.LayerNorm(width)
        self.norm2 = nn.LayerNorm(width)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Take and give (…, tokens, width)."""
        x = self.norm1(x + self.self_attn(x))
        fed: torch.Tensor = self.norm2(x + self.linear2(self.linear1(x).relu()))
        return fed


class PreNormBlock(Block):
    """A transformer's block with the norms before what is added."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Take and give (…, tokens, width)."""
        x = x + self.self_attn(self.norm1(x))
        fed: torch.Tensor = self.linear2(self.linear1(self.norm2(x)).relu())
        return x + fed


class Surface(nn.Module):
    """A height over the plane, whose two coordinates are what is trained.

    What it takes are pushes, in x and in y: they add to the gradient, and change nothing of the height.
    """

    def __init__(
        self, height: Callable[[torch.Tensor, torch.Tensor], torch.Tensor], start: tuple[float, float]
    ) -> None:
        super().__init__()
        self.height = height
        self.x, self.y = (nn.Parameter(torch.tensor(part)) for part in start)

    def forward(self, pushes: torch.Tensor) -> torch.Tensor:
        """Take (n, 2) and give (n, 1)."""
        pushed = pushes[..., 0] * (self.x - self.x.detach()) + pushes[..., 1] * (self.y - self.y.detach())
        return (self.height(self.x, self.y) + pushed).unsqueeze(-1)


class MeanOfTokens(nn.Module):
    """Gives one vector for all tokens."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Take (…, tokens, width) and give (…, width)."""
        return x.mean(dim=-2)


def own_model(text: str, path: str, function: str, sizes: tuple[int, int], given: dict[str, Any]) -> nn.Module:
    """Execute a text of Python, and give the model that a function or class of it makes, tried on two examples."""
    module = types.ModuleType("a person's own model")
    module.__file__ = path
    sys.modules[module.__name__] = module
    sys.path.insert(0, str(Path(path).parent))
    exec(compile(text, "<own model>", "exec", dont_inherit=True), vars(module))
    model = vars(module)[function](**given)
    if not isinstance(model, nn.Module):
        raise TypeError(
            say(
                "{function} gives {model}, and it must give an nn.Module", function=function, model=type(model).__name__
            )
        )
    with torch.no_grad():
        output = model.eval()(torch.zeros(2, sizes[0]))
    if not isinstance(output, torch.Tensor) or output.shape != (2, sizes[1]):
        shape = tuple(output.shape) if isinstance(output, torch.Tensor) else type(output).__name__
        raise ValueError(
            say("of 2 examples it makes {shape}, and it must be {value}", shape=shape, value=(2, sizes[1]))
        )
    if output.dtype != torch.float32:
        raise TypeError(f"it gives {output.dtype}, and it must give torch.float32")
    return model.train()
