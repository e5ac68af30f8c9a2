"""The chain from a model's input to its output: its layers in the order they are called, and what lies between them."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn

from lrviz.engine.failure import full
from lrviz.engine.member import REFUSALS, Guest
from lrviz.events import Layer, Outlined, Passed

UNSAID = "…"
"""Stands in a link's kind for what no module says: it is done in the text of the module it names."""


@dataclass(eq=False)
class Link:
    """A layer, or what a module does itself between the layers it is made of, and what passed through it so far."""

    name: str
    kind: str
    parameters: tuple[str, ...] = ()
    shape: tuple[int, ...] = ()
    calls: int = 0
    numbers: int = 0
    forward: list[Tensor] = field(default_factory=list)
    """The norm of what it gave in each call."""
    backward: list[Tensor] = field(default_factory=list)
    """The norm of the loss's gradient with respect to that, of each call that it came to."""

    def take(self, output: Tensor | None) -> None:
        """Take note of what one call gives, and of its gradient once that comes."""
        self.calls += 1
        if output is None:
            return
        self.shape, self.numbers = tuple(output.shape), self.numbers + output.numel()
        self.forward.append(torch.linalg.vector_norm(output.detach().float()))
        if output.requires_grad:
            output.register_hook(self._slope)  # type: ignore[no-untyped-call]  # torch leaves it untyped

    def _slope(self, gradient: Tensor) -> None:
        self.backward.append(torch.linalg.vector_norm(gradient.detach()))

    def passed(self, passes: int) -> Passed:
        """Say what passed through it in so many passes of the model."""
        norm = _norm(self.forward)
        rms = norm / math.sqrt(self.numbers) if self.numbers else math.nan
        backward = _norm(self.backward) if self.backward else None
        return Passed(self.name, self.said(passes), self.parameters, self.shape, rms, backward)

    def said(self, passes: int) -> str:
        """Say what it is, and how often a pass calls it where that is more than once."""
        times = self.calls // max(passes, 1)
        return f"{self.kind} ×{times}" if times > 1 else self.kind


class Chain:
    """What a model is made of, as far as it shows from outside: `watched` passes tell which layers it calls, and when.

    A layer is a module without modules in it, or one that has parameters of its own. Where a layer is given a tensor
    that none has made, the module that called it has done something in between: that is a link too, whose kind ends
    with "…". Watching changes nothing that is computed.
    """

    def __init__(self, model: nn.Module) -> None:
        self._modules = {module: name for name, module in model.named_modules()}
        self._names = {id(parameter): name for name, parameter in model.named_parameters()}
        self._links: dict[tuple[str, str], Link] = {}
        self._stack: list[nn.Module] = []
        self._known: list[tuple[Tensor, int]] = []
        self.passes = 0

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Take note of the model's passes."""
        handles: list[Any] = []
        try:
            for module in self._modules:
                handles.append(module.register_forward_pre_hook(self._enter, with_kwargs=True))
                handles.append(module.register_forward_hook(self._leave))
            yield
        finally:
            for handle in handles:
                handle.remove()
            self._stack.clear()
            self._known.clear()

    @property
    def links(self) -> list[Link]:
        """The links in the order they are first done; layers that aren't called as modules come last."""
        called = {name for name, after in self._links if not after}
        owned: dict[str, list[str]] = {}
        left_over = dict(self._names)  # one that two modules share is the first's
        for module, name in self._modules.items():
            own = [left_over.pop(id(each)) for each in _own(module) if id(each) in left_over]
            if own:
                owned.setdefault(_holder(name, called), []).extend(own)
        for (name, after), link in self._links.items():
            link.parameters = tuple(owned.pop(name, ())) if not after else ()
        uncalled = [(name, module) for module, name in self._modules.items() if name in owned]
        return [
            *self._links.values(),
            *(Link(name, f"{kind(module)} {UNSAID}", tuple(owned[name])) for name, module in uncalled),
        ]

    def _enter(self, module: nn.Module, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:
        given = _tensor((args, kwargs))
        if not self._stack:
            self.passes += 1
            self._known = [] if given is None else [(given, _version(given))]
        elif given is not None and not self._knows(given):
            self._between(self._stack[-1], self._modules[module], given)
        self._stack.append(module)

    def _leave(self, module: nn.Module, _args: tuple[Any, ...], output: Any) -> None:
        self._stack.pop()
        made = _tensor(output)
        if _layer(module):
            name = self._modules[module]
            self._links.setdefault((name, ""), Link(name, kind(module))).take(made)
            self._learn(made)
        elif made is not None and not self._knows(made):
            self._between(module, "its end", made)

    def _between(self, module: nn.Module, after: str, made: Tensor) -> None:
        """Take note of what a module has done itself before it called another, or ended."""
        name = self._modules[module]
        link = Link(name, f"{type(module).__name__} {UNSAID}")
        self._links.setdefault((name, f"before {after}"), link).take(made)
        self._learn(made)

    def _learn(self, made: Tensor | None) -> None:
        if made is not None:
            self._known.append((made, _version(made)))

    def _knows(self, tensor: Tensor) -> bool:
        """Whether a tensor was seen before, and is as it was then."""
        return any(tensor is known and _version(tensor) == version for known, version in self._known)


def outlined(model: nn.Module, inputs: Tensor, guest: Guest | None = None) -> Outlined:
    """Say what a model is made of, by what a copy of it does with some inputs.

    Of one that can't be copied or tried, the layers come in the order they were made.
    """
    names, parameters = zip(*model.named_parameters(), strict=True)
    try:
        with torch.no_grad(), guest.looked_at() if guest is not None else nullcontext():
            chain = Chain(copied := copy.deepcopy(model).eval())
            with chain.watched():
                copied(inputs)
    except REFUSALS as error:
        if full(error):
            raise
        chain = Chain(model)
    layers = tuple(Layer(link.name, link.said(chain.passes), link.parameters) for link in chain.links)
    return Outlined(names, tuple(tuple(each.shape) for each in parameters), layers)


def kind(module: nn.Module) -> str:
    """Say what a layer is, with its sizes: "Linear 64→10", "Conv2d 1→8, 3×3", "LayerNorm 16", "ReLU"."""
    name, given = type(module).__name__, vars(module)
    match module:
        case nn.Linear():
            return f"{name} {module.in_features}→{module.out_features}"
        case nn.Conv1d() | nn.Conv2d() | nn.Conv3d():
            return f"{name} {module.in_channels}→{module.out_channels}, {_sizes(module.kernel_size)}"
        case nn.Embedding():
            return f"{name} {module.num_embeddings}→{module.embedding_dim}"
        case nn.Dropout():
            return f"{name} {module.p:g}"
    for size in ("normalized_shape", "num_features", "num_channels", "embed_dim", "unflattened_size", "kernel_size"):
        if size in given:
            return f"{name} {_sizes(given[size])}"
    own = next(_own(module), None)
    return (
        name
        if own is None or not own.dim() or next(module.children(), None) is not None
        else f"{name} {_sizes(own.shape)}"
    )


def _sizes(sizes: Any) -> str:
    return "×".join(map(str, sizes)) if isinstance(sizes, (tuple, list)) else str(sizes)


def _own(module: nn.Module) -> Iterator[nn.Parameter]:
    """Give the parameters that a module has itself."""
    return module.parameters(recurse=False)


def _layer(module: nn.Module) -> bool:
    return next(module.children(), None) is None or next(_own(module), None) is not None


def _holder(name: str, called: set[str]) -> str:
    """Give the layer that was called in a module's place: one that holds it and none that was called, else itself."""
    parts = name.split(".")
    above = (".".join(parts[:many]) for many in range(len(parts) - 1, 0, -1))
    held = name if name in called else next((each for each in above if each in called), name)
    return name if any(each.startswith(f"{held}.") for each in called) else held


def _version(tensor: Tensor) -> int:
    """Give how often a tensor was changed in place."""
    return tensor._version  # noqa: SLF001 - torch has no other word for it


def _tensor(given: Any) -> Tensor | None:
    """Give the first tensor in what a module takes or gives."""
    if isinstance(given, Tensor):
        return given
    parts = given.values() if isinstance(given, Mapping) else given if isinstance(given, (tuple, list)) else ()
    return next((found for part in parts if (found := _tensor(part)) is not None), None)


def _norm(norms: list[Tensor]) -> float:
    return float(torch.linalg.vector_norm(torch.stack(norms))) if norms else math.nan
