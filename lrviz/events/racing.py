"""Events of a race.

A member is one training: run r with the s-th seed is member r * len(seeds) + s.
"""

from __future__ import annotations

import msgspec

from lrviz.crossing import Said
from lrviz.events.message import Block, Message


class Started(Message, frozen=True):
    """The job is set up. `device` is what torch calls it, `card` its name for people."""

    device: str
    card: str


class Examined(Message, frozen=True):
    """The targets of the examples whose outputs are shown: the first of the training set, and the validation set's.

    Of one or two features also these training examples' inputs, and a grid of places all over their range.
    """

    train: Block
    validation: Block
    inputs: Block | None = None
    grid: Block | None = None


class Update(Message, frozen=True):
    """Update `step` is done in every member still alive: its loss, and the rate it used (first group).

    On a surface, `places` holds where each is after it, and the slope it used as it was clipped: x, y, ∂f/∂x, ∂f/∂y.
    NaN stands for a member that ended before, for one that isn't trained, and for a branch that hasn't left its parent.
    """

    step: int
    losses: tuple[float, ...]
    lrs: tuple[float, ...]
    places: tuple[tuple[float, float, float, float], ...] = ()


class Measured(Message, frozen=True):
    """What was measured of one member after `steps` updates; NaN stands for what is undefined there.

    "val_loss" is the validation loss by the task's own yardstick (`lrviz.catalog.yardsticks`) whatever loss the run
    trains with, so that runs of different losses compare; other names are those of `lrviz.catalog.metrics`, taken on
    the validation set, and those of `lrviz.engine.dynamics`.
    """

    member: int
    steps: int
    metrics: dict[str, float]


class Told(Message, frozen=True):
    """A member's scheduler, stepped once an epoch, was told this validation loss after `steps` updates.

    One that is stepped once a batch is told the loss of each `Update`: that isn't said again.
    """

    member: int
    steps: int
    value: float


class Diverged(Message, frozen=True):
    """The loss of a member left all bounds at update `step`; it trains no further."""

    member: int
    step: int


class Halted(Message, frozen=True):
    """A member goes no further than its `steps` updates: torch raised, or its rate is no number; `message` says why.

    OneCycleLR ends so behind its last step, and so does a run that torch refuses to construct (after 0 updates).
    """

    member: int
    steps: int
    message: Said


class Predicted(Message, frozen=True):
    """A member's float32 outputs after `steps` updates for the examples of `Examined`: as often as memory allows.

    Always sent after a member's last update, unless it diverged.
    """

    member: int
    steps: int
    train: Block
    validation: Block
    grid: Block | None = None


class Stopped(Message, frozen=True):
    """A member stopped early after its `steps` updates: its best validation loss came after `best` of them."""

    member: int
    steps: int
    best: int


class Replayed(Message, frozen=True):
    """A share of what has to be trained again is done, before a branch can leave a run whose state isn't kept."""

    done: float


class Layer(msgspec.Struct, frozen=True):
    """A module without modules in it: its name in the model, what it is ("Linear 64→10"), and its parameters' names.

    What a module does itself between those it calls is one too, by that module's name: what it is ends with "…".
    """

    name: str
    kind: str
    parameters: tuple[str, ...] = ()


class Outlined(Message, frozen=True):
    """What a race's model is made of: its parameters by name in torch's order, and its layers in the order of calls."""

    names: tuple[str, ...]
    shapes: tuple[tuple[int, ...], ...]
    layers: tuple[Layer, ...]


class Norms(Message, frozen=True):
    """The norms of each parameter of a member in update `steps` - 1: of gradient, weight after it, and update.

    float32 (3, parameters) in the order of `Outlined.names`; the gradient's is NaN where torch has none. It is that of
    the gradient as it was used: clipped, and the mean over all batches.
    """

    member: int
    steps: int
    values: Block
