"""Events of taking one update apart."""

from __future__ import annotations

import msgspec

from lrviz.events.message import Block, Message


class Passed(msgspec.Struct, frozen=True):
    """A layer on the way from the input to the loss, in the order the forward pass takes; its names are as a `Layer`'s.

    `output` is the shape of what it gives for a batch, `forward` the root mean square of that, `backward` the norm of
    the loss's gradient with respect to it, None where the backward pass doesn't come. Both are over all its calls and
    all batches of the update. One that no pass calls as a module has the shape (), NaN and None.
    """

    name: str
    kind: str
    parameters: tuple[str, ...]
    output: tuple[int, ...]
    forward: float
    backward: float | None


class Portion(msgspec.Struct, frozen=True):
    """What an update is made of in one parameter: float32 pictures of at most 64 × 64 places, a row or more each.

    Each stands for the mean over what lies in its place: `weight` before the update, `gradient` None where `.grad` is,
    `momentum` (m̂, as the optimizer steps along it) and `root_v` (√v̂, as it divides by it) None where the optimizer has
    none, `update` what was added to the weight. `decay` is the part of it that weight decay made, None where there is
    none or it can't be told apart. `norms` are those of the whole tensors, by the same names; `lr` is 0 of a frozen
    parameter.
    """

    name: str
    shape: tuple[int, ...]
    requires_grad: bool
    lr: float
    norms: dict[str, float]
    weight: Block
    update: Block
    gradient: Block | None = None
    momentum: Block | None = None
    root_v: Block | None = None
    decay: Block | None = None


class Dissected(Message, frozen=True):
    """Update `step` taken apart: its loss, and each parameter's portion of it in torch's order."""

    step: int
    loss: float
    chain: tuple[Passed, ...]
    portions: tuple[Portion, ...]
