"""A run and the text a person wrote for it: what is known of it without reading, and how it is said."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.errors import Finding
from lrviz.experiment import Experiment
from lrviz.listing import Listing
from lrviz.run import Run
from lrviz.source.read import study
from lrviz.ui import listed

LONG = (
    """import torch
opt = torch.optim.SGD(p, lr=0.1)
sched = torch.optim.lr_scheduler.StepLR(opt, 7)
"""
    + "x = 1\n" * 100
)


def test_a_long_text_is_known_once_it_was_read_elsewhere_and_then_shown_as_it_is() -> None:
    listing = Listing(LONG + "# of this test\n")
    assert listed.known(listing) is None
    read = listed.read_pasted(listing, Run("base"))
    assert listed.shown_now(read.run) is None
    listed.keep(listing, read.said)
    assert listed.known(listing) == read.said
    assert listed.shown_now(read.run) == listing.text
    assert listed.shown_now(replace(read.run, schedule=StepLR(8))) is None, "it has to be changed"


def test_a_hidden_run_of_a_long_text_that_was_never_read_is_unread_only_without_a_schedule() -> None:
    hidden = Run("a", StepLR(7), listing=Listing(LONG + "# nobody reads this\n"), visible=False)
    assert not listed.is_unread(hidden)
    assert listed.is_unread(replace(hidden, schedule=None))


def test_what_is_known_is_shown_in_lists_and_not_in_sentences() -> None:
    (found, *_) = study(
        "import torch\nopt = torch.optim.SGD(p, lr=1)\ns = torch.optim.lr_scheduler.Foo(opt)\n"
    ).findings
    assert "; known are " in found.message
    assert listed.told(found) == found.message.partition(";")[0]
    asking = Finding("LR203", "error", "n is not given; say what it is: names={'n': …}")
    assert listed.told(asking) == "n is not given"


@pytest.mark.parametrize(("batches", "epochs"), [("[]", 7), ("range(10**16)", None)])
def test_an_epoch_of_no_batch_or_of_too_many_leaves_the_plan_s_own(batches: str, epochs: int | None) -> None:
    text = f"""\
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 3)
for epoch in range(7):
    for batch in {batches}:
        optimizer.step()
    scheduler.step()
"""
    first, said = Experiment.first_open(), study(text)
    assert said.run is not None
    planned = listed.planned(first, said.run, said.usage)
    assert planned.updates_per_epoch == first.updates_per_epoch
    assert planned.training.steps == (first.training.steps if epochs is None else epochs * first.updates_per_epoch)
