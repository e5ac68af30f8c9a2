"""Several models of one structure as one: their weights stacked, so that each layer computes all of them at once.

All parameters of all models are one matrix (models, parameters), and so are their gradients; each model's own
parameters, gradients and buffers become views of its row. Linear layers and activations in a row have their backward
pass written out, which takes two thirds of autograd's time; any other model is a copy of itself whose layers take
stacked weights, and autograd goes backward through it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from lrviz.engine import models as catalog
from lrviz.engine.layers import ALIKE, STACKED, affine, owned

CHUNK = 256
"""Examples that models evaluate at a time: more fall out of a CPU's cache."""

LINEAR: tuple[type[nn.Module], ...] = (nn.Linear, catalog.Linear)

aten: Any = torch.ops.aten
BACKWARD: Mapping[type[nn.Module], Callable[[Tensor, Tensor, Tensor], Tensor]] = {
    nn.ReLU: lambda grad, _, after: aten.threshold_backward(grad, after, 0),
    nn.LeakyReLU: lambda grad, before, _: aten.leaky_relu_backward(grad, before, 0.01, False),
    nn.ELU: lambda grad, before, _: aten.elu_backward(grad, 1, 1, 1, False, before),
    nn.GELU: lambda grad, before, _: aten.gelu_backward(grad, before),
    nn.SiLU: lambda grad, before, _: aten.silu_backward(grad, before),
    nn.Tanh: lambda grad, _, after: aten.tanh_backward(grad, after),
    nn.Sigmoid: lambda grad, _, after: aten.sigmoid_backward(grad, after),
}
"""The gradient before an activation in torch's default shape, from that after it and the values before and after."""


def stacks(model: nn.Module) -> bool:
    """Whether every part of a model has a form for stacked weights."""
    return all(type(part) in STACKED or type(part) in ALIKE for part in model.modules())


def stack(models: Sequence[nn.Module]) -> Stack:
    """Stack models of one structure, each of which `stacks`."""
    plain = all(type(layer) in LINEAR or type(layer) in BACKWARD for _, layer in _row(models[0]))
    return Layers(models) if plain else Copy(models)


class Stack:
    """Models of one structure, whose parameters and gradients are the rows of `weights` and `gradients`.

    `views` and `slopes` are the same numbers by the parameters' names, each (models, …), and `buffers` is likewise.
    """

    def __init__(self, models: Sequence[nn.Module]) -> None:
        self.models = list(models)
        self.weights = torch.stack([_flat(model) for model in models])
        self.gradients = torch.zeros_like(self.weights)
        buffers = [dict(model.named_buffers()) for model in models]
        self.buffers = {name: torch.stack([own[name] for own in buffers]) for name in buffers[0]}
        self._bind()

    def forward(self, inputs: Tensor) -> Tensor:
        """Give the outputs (models, n, …) for inputs (models, n, …) to train on."""
        raise NotImplementedError

    def backward(self, grad: Tensor) -> None:
        """Fill the gradients, given that of what `forward` gave last; once for each `forward`."""
        raise NotImplementedError

    def evaluate(self, inputs: Tensor) -> Tensor:
        """Give the outputs (models, n, …) for inputs (models, n, …), as models are used when not trained."""
        raise NotImplementedError

    def output(self, inputs: Tensor) -> Tensor:
        """Give what every model says of inputs (n, …), as it is used when not trained: (models, n, …)."""
        with torch.no_grad():
            return torch.cat([self.evaluate(self.shared(part)) for part in torch.split(inputs, CHUNK)], dim=1)

    def shared(self, inputs: Tensor) -> Tensor:
        """Give inputs (n, …) to every model: (models, n, …) in the same memory."""
        return inputs.expand(len(self.models), *inputs.shape)

    def keep(self, rows: Sequence[int]) -> None:
        """Part with all models but those of some rows; each of the others gets memory of its own."""
        for model in (model for row, model in enumerate(self.models) if row not in rows):
            _release(model)
        index = torch.tensor(rows, dtype=torch.int64, device=self.weights.device)
        self.models = [self.models[row] for row in rows]
        self.weights, self.gradients = self.weights[index], self.gradients[index]
        self.buffers = {name: buffer[index] for name, buffer in self.buffers.items()}
        if self.models:
            self._bind()

    def _bind(self) -> None:
        self.views, self.slopes = self._named(self.weights), self._named(self.gradients)
        for row, model in enumerate(self.models):
            for name, parameter in model.named_parameters():
                parameter.data = self.views[name][row]
                parameter.grad = self.slopes[name][row] if parameter.requires_grad else None
            for name, buffer in model.named_buffers():
                buffer.data = self.buffers[name][row]
        self.build()

    def _named(self, matrix: Tensor) -> dict[str, Tensor]:
        own = dict(self.models[0].named_parameters())
        parts = torch.split(matrix, [parameter.numel() for parameter in own.values()], dim=1)
        return {
            name: part.view(-1, *parameter.shape) for (name, parameter), part in zip(own.items(), parts, strict=True)
        }

    def build(self) -> None:
        """Make what the passes need of `views`, `slopes` and `buffers`, which are new."""
        raise NotImplementedError


class Layers(Stack):
    """Linear layers and activations in a row: forward and backward by batched matrix products."""

    def build(self) -> None:
        self._row = [layer for _, layer in _row(self.models[0])]
        self._weights = [owned(self.views, name) for name, _ in _row(self.models[0])]
        self._slopes = [owned(self.slopes, name) for name, _ in _row(self.models[0])]

    def forward(self, inputs: Tensor) -> Tensor:
        self._values = self._through(inputs)
        return self._values[-1].view(*inputs.shape[:-1], -1)

    def evaluate(self, inputs: Tensor) -> Tensor:
        return self._through(inputs)[-1].view(*inputs.shape[:-1], -1)

    def _through(self, inputs: Tensor) -> list[Tensor]:
        """Give the inputs and what each layer makes of them, all (models, n, features)."""
        values = [inputs.flatten(1, -2)]
        with torch.no_grad():
            for layer, own in zip(self._row, self._weights, strict=True):
                values.append(affine(values[-1], own) if own else layer(values[-1]))
        return values

    def backward(self, grad: Tensor) -> None:
        grad = grad.flatten(1, -2)
        values, self._values = self._values, []
        with torch.no_grad():
            for i in reversed(range(len(self._row))):
                before, after, slope = values[i], values[i + 1], self._slopes[i]
                if not slope:
                    grad = BACKWARD[type(self._row[i])](grad, before, after)
                    continue
                slope["weight"].copy_(torch.bmm(grad.mT, before))
                if "bias" in slope:
                    torch.sum(grad, 1, out=slope["bias"])
                if i:
                    grad = torch.bmm(grad, self._weights[i]["weight"])


class Copy(Stack):
    """A copy of a model whose layers take stacked weights: forward as its modules go, backward by autograd."""

    def build(self) -> None:
        self._leaves = {name: view.detach().requires_grad_() for name, view in self.views.items()}
        self._model = self._stacked(self.models[0], "").train()

    def forward(self, inputs: Tensor) -> Tensor:
        with torch.enable_grad():
            self._output: Tensor = self._model(inputs)
        output: Tensor = self._output.detach()
        return output

    def backward(self, grad: Tensor) -> None:
        found = torch.autograd.grad(self._output, tuple(self._leaves.values()), grad)
        del self._output  # its graph belongs to the stream it was made on, which the next one's need not be
        torch.cat([each.reshape(len(each), -1) for each in found], dim=1, out=self.gradients)

    def evaluate(self, inputs: Tensor) -> Tensor:
        self._model.eval()
        output: Tensor = self._model(inputs)
        self._model.train()
        return output

    def _stacked(self, module: nn.Module, name: str) -> nn.Module:
        """Copy a module of the first model, with stacked forms in place of the layers that need one."""
        if type(module) in STACKED:
            own = owned(self._leaves, name) | owned(self.buffers, name)
            return STACKED[type(module)](module, own, len(self.models))
        copied = copy.copy(module)
        copied._modules = {  # noqa: SLF001 - a shallow copy shares its children with the original
            key: self._stacked(child, f"{name}.{key}" if name else key) for key, child in module.named_children()
        }
        return copied


def _row(model: nn.Module) -> list[tuple[str, nn.Module]]:
    """Give the layers of a model in a row, with their names; a model that is no row is a layer itself."""
    return list(model.named_children()) if isinstance(model, nn.Sequential) else [("", model)]


def _flat(model: nn.Module) -> Tensor:
    return torch.cat([parameter.detach().flatten() for parameter in model.parameters()])


def _release(model: nn.Module) -> None:
    for parameter in model.parameters():
        parameter.data = parameter.data.clone()
        parameter.grad = None if parameter.grad is None else parameter.grad.clone()
    for buffer in model.buffers():
        buffer.data = buffer.data.clone()
