"""A model's layers from input to loss, and one update taken apart, as values that are painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.float32]
Has = Literal["gradient", "none", "frozen"]


@dataclass(frozen=True)
class Holds:
    """A parameter in its layer's box: whether it has a `.grad`, has none, or asks for none since it is frozen.

    `said` are words of that, in place of the usual ones.
    """

    name: str
    has: Has
    said: str = ""


@dataclass(frozen=True, eq=False)
class Box:
    """A layer of the chain, or `layers` of them folded into one; one that holds no parameters is drawn small.

    Above it stands what the forward pass gives, below it the norm of the loss's gradient that comes back to that:
    `strength` from 0 to 1 is how thick its arrow is, None where backward doesn't come. `recent` (n,) are the norms of
    its own gradient over the last updates, `gradient` the last of them in words, `about` what it says of the weights.
    """

    key: str
    title: str
    name: str = ""
    holds: tuple[Holds, ...] = ()
    gradient: str = ""
    about: str = ""
    recent: Pixels | None = None
    forward: str = ""
    backward: str = ""
    strength: float | None = 0.0
    frozen: bool = False
    layers: int = 1
    open: bool = False
    selected: bool = False


@dataclass(frozen=True, eq=False)
class Chain:
    """The way from the input to the loss and back, in a run's colour.

    `input` says what goes in, None where that isn't drawn; `stop` says why backward goes no further than where it
    stops, above layers that could have got a gradient.
    """

    title: str
    note: str
    boxes: tuple[Box, ...]
    input: str | None
    loss: str
    colour: int
    stop: str = ""


@dataclass(frozen=True, eq=False)
class Heat:
    """A picture (rows, columns) of numbers, and words below it: their norm, and the largest where there is room."""

    values: Pixels
    words: str
    largest: str


@dataclass(frozen=True, eq=False)
class Tensor:
    """A parameter in an update: its pictures by column, None where there is none, which is said in `missing`."""

    name: str
    heats: tuple[Heat | None, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Spot:
    """A place in the pictures of a parameter: which of an anatomy's tensors, row and column."""

    tensor: int
    row: int
    column: int


@dataclass(frozen=True, eq=False)
class Anatomy:
    """One update taken apart: a row of pictures for each parameter, under `heads` that say what each column is.

    `formula` says how they make the update. At the `spot` that is pointed at `reading` gives their numbers.
    """

    title: str
    formula: str
    heads: tuple[tuple[str, str], ...]
    tensors: tuple[Tensor, ...]
    spot: Spot | None = None
    reading: str = ""
