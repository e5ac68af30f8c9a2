"""Early stopping: who stops of those that were just validated, and at which of their validations they were best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lrviz.engine.member import Member
from lrviz.events import Event, Measured, Stopped


def stopping(going: Sequence[Member], updates: int, measured: Sequence[Event]) -> Iterator[tuple[Member, Stopped]]:
    """Note what each member's validation gave after so many updates, and give those that stop by it."""
    latest = {event.member: event.metrics["val_loss"] for event in measured if isinstance(event, Measured)}
    for each in going:
        each.history.validations.append((updates, latest[each.index]))
        losses = [loss for _, loss in each.history.validations]
        early = each.run.early_stopping
        if early is not None and early.stops(losses):
            best = early.best(losses)
            yield each, Stopped(each.index, updates, each.history.validations[best][0] if best >= 0 else 0)
