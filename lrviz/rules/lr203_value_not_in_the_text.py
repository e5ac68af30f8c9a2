"""LR203: a value that the text doesn't hold."""

from __future__ import annotations

from lrviz.rules.rule import while_reading


@while_reading("LR203", "error")
def value_not_in_the_text() -> None:
    """A number depends on something the text doesn't say, such as how many batches a loader has; it asks for it.

    Bad:  StepLR(optimizer, step_size=len(train_loader))
    Good: StepLR(optimizer, step_size=391)
    Seen in: —
    """
