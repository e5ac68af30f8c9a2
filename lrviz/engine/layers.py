"""The layers of the catalog's models on stacked weights: each takes and gives one more axis in front, the models.

Pictures are the exception: they are (n, models · channels, rows, columns), so that a convolution has a group for each
model, and channels lie next to each other in memory, which makes convolutions and pools half as fast again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import Tensor, nn

from lrviz.engine import models as catalog

Own = Mapping[str, Tensor]
"""A layer's parameters and buffers (models, …) by its own names."""

SMALL = 400
"""Multiplications of the smallest matrix product that torch doesn't do in plain loops."""


def owned(tensors: Own, name: str) -> dict[str, Tensor]:
    """Give the tensors of one part of a model by the names it has for them itself."""
    prefix = f"{name}." if name else ""
    return {key.removeprefix(prefix): each for key, each in tensors.items() if key.startswith(prefix)}


def affine(x: Tensor, own: Own) -> Tensor:
    """Give x · weightᵀ + bias of each model, (models, n, inputs) → (models, n, outputs)."""
    product = torch.bmm(x, own["weight"].mT)
    return product.add_(own["bias"].unsqueeze(1)) if "bias" in own else product


class Layer(nn.Module):
    """What stands for layer `single` of so many models, with stacked tensors of its `own`."""

    def __init__(self, single: nn.Module, own: Own, models: int) -> None:
        super().__init__()
        self.own, self.models = own, models
        self._single = (single,)  # in a tuple, it is no part of this module

    @property
    def single(self) -> Any:
        """The layer of the first model, which holds what all have in common."""
        return self._single[0]


class Linear(Layer):
    """nn.Linear on (models, n, …, inputs)."""

    def forward(self, x: Tensor) -> Tensor:
        """Give (models, n, …, outputs)."""
        return affine(x.flatten(1, -2), self.own).view(*x.shape[:-1], -1)


class LayerNorm(Layer):
    """nn.LayerNorm over the last axis of (models, n, …, features)."""

    def forward(self, x: Tensor) -> Tensor:
        """Give as many numbers as it takes."""
        normed = nn.functional.layer_norm(x, self.single.normalized_shape, eps=self.single.eps)
        each = (self.models, *[1] * (x.ndim - 2), -1)
        return torch.addcmul(self.own["bias"].view(each), normed, self.own["weight"].view(each))


class BatchNorm(Layer):
    """nn.BatchNorm1d on (models, n, features), as if all models' features were those of one model."""

    def forward(self, x: Tensor) -> Tensor:
        """Give as many numbers as it takes; in training, move the running statistics too."""
        if self.training:
            self.own["num_batches_tracked"].add_(1)
        mean, variance, weight, bias = (
            self.own[name].flatten() for name in ("running_mean", "running_var", "weight", "bias")
        )
        normed = nn.functional.batch_norm(
            x.transpose(0, 1).flatten(1),
            mean,
            variance,
            weight,
            bias,
            self.training,
            self.single.momentum,
            self.single.eps,
        )
        return normed.view(x.shape[1], self.models, -1).transpose(0, 1)


class Positions(Layer):
    """The catalog's Positions on (models, n, tokens, width)."""

    def forward(self, x: Tensor) -> Tensor:
        """Give as many numbers as it takes."""
        return x + self.own["weight"].unsqueeze(1)


class Attention(Layer):
    """The catalog's Attention on (models, n, tokens, width).

    Where heads are small, keys and values are masked to each head in turn and put side by side: fewer and larger matrix
    products, for torch multiplies the smallest matrices in plain loops.
    """

    def forward(self, x: Tensor) -> Tensor:
        """Give as many numbers as it takes."""
        heads, (tokens, width) = self.single.heads, x.shape[-2:]
        inner = affine(x.flatten(1, 2), owned(self.own, "in_proj")).view(-1, tokens, 3 * width)
        query, key, value = inner.chunk(3, dim=-1)
        if tokens * tokens * width // heads < SMALL:
            mask = torch.eye(heads, dtype=x.dtype, device=x.device).repeat_interleave(width // heads, dim=1)[:, None]
            key, value = ((part.unsqueeze(1) * mask).flatten(1, 2) for part in (key, value))
            heed = torch.bmm(query, key.mT).view(-1, tokens, heads, tokens) / (width // heads) ** 0.5
            mixed = torch.bmm(heed.softmax(-1).flatten(-2), value)
        else:
            parted = inner.view(-1, tokens, 3, heads, width // heads).permute(2, 0, 3, 1, 4).flatten(1, 2)
            heed = torch.bmm(parted[0], parted[1].mT) / (width // heads) ** 0.5
            mixed = torch.bmm(heed.softmax(-1), parted[2]).view(-1, heads, tokens, width // heads).transpose(1, 2)
        return affine(mixed.reshape(self.models, -1, width), owned(self.own, "out_proj")).view(x.shape)


class Unflatten(Layer):
    """nn.Unflatten of the last axis of (models, n, features): into rows, or into pictures with one channel."""

    def forward(self, x: Tensor) -> Tensor:
        """Give (models, n, rows, columns), or pictures."""
        parts: Tensor = self.single(x)
        if len(self.single.unflattened_size) < 3:
            return parts
        return parts.transpose(0, 1).flatten(1, 2).contiguous(memory_format=torch.channels_last)


class Conv2d(Layer):
    """nn.Conv2d on pictures."""

    def forward(self, x: Tensor) -> Tensor:
        """Give pictures with the channels that the convolution makes."""
        weight, bias = self.own["weight"].flatten(0, 1), self.own["bias"].flatten()
        return nn.functional.conv2d(x, weight, bias, padding=self.single.padding, groups=self.models)


class Flatten(Layer):
    """nn.Flatten of pictures."""

    def forward(self, x: Tensor) -> Tensor:
        """Give (models, n, features)."""
        return x.flatten(1).view(len(x), self.models, -1).transpose(0, 1)


class Surface(Layer):
    """The catalog's Surface on pushes (models, n, 2)."""

    def forward(self, pushes: Tensor) -> Tensor:
        """Give (models, n, 1)."""
        x, y = self.own["x"], self.own["y"]
        still = torch.stack((x - x.detach(), y - y.detach()), dim=-1).unsqueeze(-1)
        height: Tensor = self.single.height(x, y)
        return height[:, None, None] + pushes @ still


STACKED: Mapping[type[nn.Module], Callable[[nn.Module, Own, int], Layer]] = {
    nn.Linear: Linear,
    catalog.Linear: Linear,
    nn.LayerNorm: LayerNorm,
    nn.BatchNorm1d: BatchNorm,
    catalog.Positions: Positions,
    catalog.Attention: Attention,
    nn.Unflatten: Unflatten,
    nn.Conv2d: Conv2d,
    nn.Flatten: Flatten,
    catalog.Surface: Surface,
}
"""What stands for a layer that has weights, or whose axes aren't where they were."""

ALIKE: frozenset[type[nn.Module]] = frozenset(
    {
        *(nn.ReLU, nn.LeakyReLU, nn.ELU, nn.GELU, nn.SiLU, nn.Tanh, nn.Sigmoid),
        *(nn.MaxPool2d, nn.AvgPool2d, nn.Sequential),
        *(catalog.MLP, catalog.CNN, catalog.Transformer, catalog.Skip),
        *(catalog.Block, catalog.PreNormBlock, catalog.MeanOfTokens),
    }
)
"""What takes one more axis in front, or pictures of more channels, as it is."""
