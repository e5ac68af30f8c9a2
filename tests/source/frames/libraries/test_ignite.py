"""Ignite's engines: their schedulers are stepped where their events come."""

from __future__ import annotations

import pytest

from lrviz.source.read import study

_TEXT = """
import torch
from ignite.engine import Engine, Events, create_supervised_trainer

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 7)

def update(engine, batch):
    loss_of(batch).backward()
    optimizer.step()

{made}
{handled}
trainer.run(loader, max_epochs=9)
"""
_DECORATED = "@trainer.on(Events.{event})\ndef go_on(engine):\n    scheduler.step()\n"
_ADDED = "trainer.add_event_handler(Events.{event}, lambda _: scheduler.step())"


@pytest.mark.parametrize(
    "made", ["trainer = Engine(update)", "trainer = create_supervised_trainer(model, optimizer, f)"]
)
@pytest.mark.parametrize("handled", [_DECORATED, _ADDED])
@pytest.mark.parametrize(("event", "stepped"), [("EPOCH_COMPLETED", "epoch"), ("ITERATION_COMPLETED", "batch")])
def test_a_scheduler_is_stepped_at_its_event(made: str, handled: str, event: str, stepped: str) -> None:
    reading = study(_TEXT.format(made=made, handled=handled.format(event=event)))
    assert reading.run is not None
    assert reading.run.stepped == stepped
    assert reading.findings == ()


def test_an_event_that_is_not_always_taken_is_said() -> None:
    handled = _DECORATED.format(event="ITERATION_COMPLETED(every=100)")
    (finding,) = study(_TEXT.format(made="trainer = Engine(update)", handled=handled)).findings
    assert (finding.rule, finding.severity, finding.line) == ("LR202", "warning", 13)
