"""LR201: a scheduler, an optimizer or an argument has a name that torch doesn't know."""

from __future__ import annotations

from lrviz.rules.rule import while_reading


@while_reading("LR201", "error")
def unknown_name() -> None:
    """A scheduler, an optimizer or one of its arguments has a name that isn't known; the nearest one is named.

    Bad:  CossineAnnealingLR(optimizer, T_max=100)
    Good: CosineAnnealingLR(optimizer, T_max=100)
    Bad:  CosineAnnealingLR(optimizer, T_MAX=100)
    Bad:  ReduceLROnPlateau(optimizer, T_max=100)
    Seen in: lecture notes and posts in the wild
    """
