"""The layers of the catalog's models on stacked weights: each takes and gives one more axis in front, the models.

Pictures are the exception: they are (n, models · channels, rows, columns), so that a convolution has a group for each
model, and channels lie next to each other in memory, which makes convolutions and pools half as fast again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import torch
from torch import Tensor, nn

from lrviz.engine import models as catalog

Own = Mapping[str, Tensor]
"""A layer's parameters and buffers (models, …) by its own names."""


def affine(x: Tensor, own: Own) -> Tensor:
    """Give x · weightᵀ + bias of each model, (models, n, inputs) → (models, n, outputs)."""
    product = torch.bmm(x, own["weight"].mT)
    return product + own["bias"].unsqueeze(1) if "bias" in own else product


class Layer(nn.Module):
    """What stands for layer `single` of so many models, with stacked weights of its `own`."""

    def __init__(self, single: nn.Module, own: Own, models: int) -> None:
        super().__init__()
        self.single, self.own, self.models = (single,), own, models  # in a tuple, it is no part of this module


class Linear(Layer):
    """nn.Linear on (models, n, …, inputs)."""

    def forward(self, x: Tensor) -> Tensor:
        """Give (models, n, …, outputs)."""
        return affine(x.flatten(1, -2), self.own).unflatten(1, x.shape[1:-1])


class LayerNorm(Layer):
    """nn.LayerNorm over the last axis of (models, n, …, features)."""

    def forward(self, x: Tensor) -> Tensor:
        """Give as many numbers as it takes."""
        [single] = self.single
        normed = nn.functional.layer_norm(x, single.normalized_shape, eps=single.eps)
        each = (self.models, *[1] * (x.ndim - 2), -1)
        return torch.addcmul(self.own["bias"].view(each), normed, self.own["weight"].view(each))


class BatchNorm(Layer):
    """nn.BatchNorm1d on (models, n, features), as if all models' features were those of one model."""

    def forward(self, x: Tensor) -> Tensor:
        """Give as many numbers as it takes; in training, move the running statistics too."""
        [single] = self.single
        if self.training:
            self.own["num_batches_tracked"].add_(1)
        names = ("running_mean", "running_var", "weight", "bias")
        normed = nn.functional.batch_norm(
            x.transpose(0, 1).flatten(1),
            *(self.own[name].flatten() for name in names),
            training=self.training,
            momentum=single.momentum,
            eps=single.eps,
        )
        return normed.unflatten(1, (self.models, -1)).transpose(0, 1)


class Positions(Layer):
    """The catalog's Positions on (models, n, tokens, width)."""

    def forward(self, x: Tensor) -> Tensor:
        """Give as many numbers as it takes."""
        return x + self.own["weight"].unsqueeze(1)


class Unflatten(Layer):
    """nn.Unflatten of the last axis of (models, n, features): into rows, or into pictures with one channel."""

    def forward(self, x: Tensor) -> Tensor:
        """Give (models, n, rows, columns), or pictures."""
        [single] = self.single
        parts: Tensor = single(x)
        if len(single.unflattened_size) < 3:
            return parts
        return parts.transpose(0, 1).flatten(1, 2).contiguous(memory_format=torch.channels_last)


class Conv2d(Layer):
    """nn.Conv2d on pictures."""

    def forward(self, x: Tensor) -> Tensor:
        """Give pictures with the channels that the convolution makes."""
        weight, bias, [single] = self.own["weight"], self.own["bias"], self.single
        return nn.functional.conv2d(x, weight.flatten(0, 1), bias.flatten(), padding=single.padding, groups=self.models)


class Flatten(Layer):
    """nn.Flatten of pictures."""

    def forward(self, x: Tensor) -> Tensor:
        """Give (models, n, features)."""
        return x.unflatten(1, (self.models, -1)).transpose(0, 1).flatten(2)


STACKED: Mapping[type[nn.Module], Callable[[nn.Module, Own, int], Layer]] = {
    nn.Linear: Linear,
    catalog.Linear: Linear,
    nn.LayerNorm: LayerNorm,
    nn.BatchNorm1d: BatchNorm,
    catalog.Positions: Positions,
    nn.Unflatten: Unflatten,
    nn.Conv2d: Conv2d,
    nn.Flatten: Flatten,
}
"""What stands for a layer that has weights, or whose axes aren't where they were."""

ALIKE: frozenset[type[nn.Module]] = frozenset(
    {
        *(nn.ReLU, nn.LeakyReLU, nn.ELU, nn.GELU, nn.SiLU, nn.Tanh, nn.Sigmoid),
        *(nn.MaxPool2d, nn.AvgPool2d, nn.Sequential),
        *(catalog.MLP, catalog.CNN, catalog.Transformer, catalog.Skip),
        *(catalog.Attention, catalog.Block, catalog.PreNormBlock, catalog.MeanOfTokens),
    }
)
"""What takes one more axis in front, or pictures of more channels, as it is."""
