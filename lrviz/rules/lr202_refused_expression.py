"""LR202: an expression that is not worked out."""

from __future__ import annotations

from lrviz.rules.rule import while_reading


@while_reading("LR202", "error")
def refused_expression() -> None:
    """What the scheduler is given can't be worked out without executing the text, which is never done; it says why.

    Bad:  StepLR(optimizer, step_size=9**9**9**9)
    Good: StepLR(optimizer, step_size=9**2)
    Seen in: —
    """
