"""Events of the LR finder."""

from __future__ import annotations

from lrviz.events.message import Message


class Raised(Message, frozen=True):
    """Update `step` was done with the rate `lr`; `losses` are each seed's, NaN where it ended.

    That of a training batch is taken right before the update, that of the validation set right after it. `lr` is the
    group's that is raised, else the first group's.
    """

    step: int
    lr: float
    losses: tuple[float, ...]
