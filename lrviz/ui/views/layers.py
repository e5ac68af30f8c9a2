"""What is known of a model's layers at a step: from a race's norms, and from an update that was taken apart."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.model import Shape, Shapes
from lrviz.dissection import Dissection
from lrviz.freezing import is_frozen
from lrviz.results import Norms
from lrviz.run import Run

NormsOf = NDArray[np.float32]
RECENT = 24
"""Moments of a race whose gradients a layer's box shows."""


@dataclass(frozen=True)
class Parameter:
    """A parameter and the norms of its gradient (None where torch has none), itself and its update; NaN is unknown."""

    name: str
    shape: Shape
    frozen: bool = False
    gradient: float | None = math.nan
    weight: float = math.nan
    update: float = math.nan

    @property
    def last(self) -> str:
        """Its name within its layer."""
        return self.name.rpartition(".")[2]


@dataclass(frozen=True, eq=False)
class Layer:
    """A layer, or several taken together: its parameters, what it gives forward and what comes back to that.

    `output` is the shape of what it gives and `forward` its root mean square, `backward` the norm of the loss's
    gradient with respect to it, None where backward doesn't come; NaN is unknown. `layers` says how many it stands for.
    """

    name: str
    kind: str
    parameters: tuple[Parameter, ...] = ()
    output: tuple[int, ...] = ()
    forward: float = math.nan
    backward: float | None = math.nan
    layers: int = 1

    @cached_property
    def gradient(self) -> float | None:
        """The norm of its parameters' gradients together; None where none of them has one."""
        return joined(parameter.gradient for parameter in self.parameters)

    @cached_property
    def weight(self) -> float:
        """The norm of its parameters together."""
        return joined(parameter.weight for parameter in self.parameters) or 0.0

    @cached_property
    def moved(self) -> float:
        """The norm of its update against that of its weights, of those that are trained; NaN where none are."""
        trained = [parameter for parameter in self.parameters if not parameter.frozen]
        weight, update = (joined(getattr(one, what) for one in trained) for what in ("weight", "update"))
        return update / weight if update is not None and weight else math.nan

    @cached_property
    def frozen(self) -> bool:
        """Whether it has parameters and all of them are frozen."""
        return bool(self.parameters) and all(parameter.frozen for parameter in self.parameters)


def joined(norms: Iterable[float | None]) -> float | None:
    """Give the norm of several tensors together; None where there is none."""
    known = [norm for norm in norms if norm is not None]
    return math.hypot(*known) if known else None


def layers_at(
    run: Run,
    shapes: Shapes,
    *,
    norms: Norms | None = None,
    at: int = -1,
    apart: Dissection | None = None,
    before: Dissection | None = None,
) -> tuple[Layer, ...]:
    """Give the layers of a run's model in the order of its forward pass.

    What is known of them comes from an update taken `apart`, else from the race's `norms` at the index `at`, if any. An
    update taken apart `before`, at another step, tells which layers there are.
    """
    known = _parameters(run, shapes, norms, at, apart)
    found = [
        Layer(name, kind, tuple(known[each] for each in names if each in known))
        for name, kind, names in _outline(shapes, norms, apart or before)
    ]
    if apart is None:
        return _supposed(found)
    return tuple(
        replace(layer, output=passed.output, forward=passed.forward, backward=passed.backward)
        for layer, passed in zip(found, apart.chain, strict=True)
    )


def together(name: str, layers: Sequence[Layer]) -> Layer:
    """Give several layers in a row as one."""
    if len(layers) == 1:
        return layers[0]
    last = layers[-1]
    parameters = tuple(parameter for layer in layers for parameter in layer.parameters)
    return Layer(name, "", parameters, last.output, last.forward, last.backward, len(layers))


def recent(norms: Norms | None, at: int, layer: Layer) -> NormsOf:
    """Give the norms of a layer's gradient at the last moments up to the index `at`, (n,); NaN where it has none."""
    if norms is None or at < 0:
        return np.zeros(0, np.float32)
    return norm(norms.gradients[max(0, at + 1 - RECENT) : at + 1, columns_of(norms, layer)])


def columns_of(norms: Norms, layer: Layer) -> list[int]:
    """Give where the parameters of a layer stand among the norms."""
    places = _places(norms.names)
    return [places[parameter.name] for parameter in layer.parameters if parameter.name in places]


def norm(parts: NormsOf) -> NormsOf:
    """Give the norm of some parameters together, at each of n moments (n, parameters); NaN where none has one."""
    squares = np.square(parts)
    there = ~np.isnan(squares)
    summed = np.sqrt(np.where(there, squares, 0).sum(axis=1))
    return np.asarray(np.where(there.any(axis=1), summed, np.nan), np.float32)


@lru_cache(maxsize=8)
def _places(names: tuple[str, ...]) -> Mapping[str, int]:
    return {name: place for place, name in enumerate(names)}


def _outline(shapes: Shapes, norms: Norms | None, apart: Dissection | None) -> list[tuple[str, str, tuple[str, ...]]]:
    """Give each layer's name, what it is, and its parameters' names, from what tells most."""
    if apart is not None:
        return [(layer.name, layer.kind, layer.parameters) for layer in apart.chain]
    if norms is not None:
        return list(norms.layers)
    found: dict[str, list[str]] = {}
    for name in shapes:
        found.setdefault(name.rpartition(".")[0], []).append(name)
    return [(name, _guessed([shapes[each] for each in names]), tuple(names)) for name, names in found.items()]


def _guessed(shapes: Sequence[Shape]) -> str:
    """Say what a layer is as far as its parameters' shapes tell."""
    longest: Shape = max(shapes, key=len, default=())
    return "×".join(map(str, longest))


def _parameters(
    run: Run, shapes: Shapes, norms: Norms | None, at: int, apart: Dissection | None
) -> dict[str, Parameter]:
    """Give what is known of each parameter."""
    if apart is not None:
        return {
            one.name: Parameter(
                one.name,
                one.shape,
                not one.requires_grad,
                None if one.gradient is None else one.norms.get("gradient", math.nan),
                one.norms.get("weight", math.nan),
                one.norms.get("update", math.nan),
            )
            for one in apart.parts.values()
        }
    if norms is None or at < 0:
        names: Iterable[str] = shapes if norms is None else norms.names
        return {name: _unmeasured(run, name, shapes.get(name, ())) for name in names}
    return {
        name: Parameter(
            name,
            shapes.get(name, ()),
            is_frozen(run, name),
            None if np.isnan(norms.gradients[at, i]) else float(norms.gradients[at, i]),
            float(norms.weights[at, i]),
            float(norms.updates[at, i]),
        )
        for i, name in enumerate(norms.names)
    }


def _unmeasured(run: Run, name: str, shape: Shape) -> Parameter:
    frozen = is_frozen(run, name)
    return Parameter(name, shape, frozen, None if frozen else math.nan)


def _supposed(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Say where backward doesn't come though it wasn't watched: where nothing up to there asks for a gradient."""
    asked, found = False, []
    for layer in layers:
        asked |= any(not parameter.frozen for parameter in layer.parameters)
        backward = math.nan if asked else None
        found.append(Layer(layer.name, layer.kind, layer.parameters, backward=backward))
    return tuple(found)
