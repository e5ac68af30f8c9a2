"""Events of the LR finder."""

from __future__ import annotations

from lrviz.events.message import Message


class Raised(Message, frozen=True):
    """Update `step` was done with the rate `lr`; `losses` are what each seed's was right before it, NaN where it ended.

    `lr` is the group's that is raised, else the first group's.
    """

    step: int
    lr: float
    losses: tuple[float, ...]
