"""LR204: the text makes no scheduler."""

from __future__ import annotations

from lrviz.rules.rule import while_reading


@while_reading("LR204", "error")
def no_scheduler() -> None:
    """The text makes no scheduler and no optimizer, or steps a scheduler that it doesn't make.

    Bad:  model = nn.Linear(10, 10)
    Good: torch.optim.SGD(model.parameters(), lr=0.1)
    Seen in: —
    """
