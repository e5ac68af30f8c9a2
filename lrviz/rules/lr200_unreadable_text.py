"""LR200: the text is no Python."""

from __future__ import annotations

from lrviz.rules.rule import while_reading


@while_reading("LR200", "error")
def unreadable_text() -> None:
    """The text is no Python that can be read: its syntax, its encoding, its length or its nesting forbids it.

    Bad:  StepLR(optimizer, step_size=
    Good: StepLR(optimizer, step_size=30)
    Seen in: —
    """
