"""Amending: a text says what its run has become, and every line that needn't change is as it was."""

from __future__ import annotations

from difflib import ndiff

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lrviz import SGD, AdamW, CosineAnnealingLR, ExponentialLR, LinearLR, Run, SequentialLR, StepLR, code
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.schedule import Schedule
from lrviz.listing import Answer, Listing
from lrviz.run import Group
from lrviz.source.amending.amend import amended, says, shown
from lrviz.source.read import study
from tests.strategies import SIMPLE, parts, specs

SCRIPT = '''\
"""Trains something."""
from torch.optim import SGD
from torch.optim import lr_scheduler

lr = 0.1  # from the paper
epochs = 95
optimizer = SGD(model.parameters(), lr=lr, momentum=0.9)  # keep me
warm = lr_scheduler.LinearLR(optimizer, 0.1, total_iters=5)
cos = lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)  # the long one
scheduler = lr_scheduler.SequentialLR(optimizer, [warm, cos], milestones=[5])

for epoch in range(epochs):
    for x, y in loader:
        loss = model(x, y)  # é, 学
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
    scheduler.step()
'''


def run_of(listing: Listing) -> Run:
    run = study(listing.text, names=listing.names).run
    assert run is not None
    return run


def changed(text: str, run: Run) -> list[str]:
    """Give the lines that go and come as a text is made to say a run, which it then does."""
    listing = Listing(text)
    new = amended(listing, run)
    again = study(new).run
    assert again is not None
    assert says(again, run)
    lines = [line for line in ndiff(text.splitlines(), new.splitlines()) if line[0] in "+-"]
    return sorted(lines, key=lambda line: line[0] == "+")


def scripted() -> tuple[Run, SequentialLR]:
    run = run_of(Listing(SCRIPT))
    assert isinstance(run.schedule, SequentialLR)
    return run, run.schedule


def test_a_number_changes_where_it_is_written() -> None:
    run, schedule = scripted()
    assert changed(SCRIPT, replace(run, schedule=replace(schedule, milestones=(9,)))) == [
        "- scheduler = lr_scheduler.SequentialLR(optimizer, [warm, cos], milestones=[5])",
        "+ scheduler = lr_scheduler.SequentialLR(optimizer, [warm, cos], milestones=[9])",
    ]


def test_a_name_that_nothing_else_uses_gets_another_value() -> None:
    run, _ = scripted()
    faster = replace(run, optimizer=replace(run.optimizer, lr=0.3))
    assert changed(SCRIPT, faster) == ["- lr = 0.1  # from the paper", "+ lr = 0.3  # from the paper"]


def test_a_name_that_something_else_uses_keeps_its_value() -> None:
    run, schedule = scripted()
    warm, cosine = schedule.schedulers
    assert isinstance(cosine, CosineAnnealingLR)
    longer = replace(schedule, schedulers=(warm, replace(cosine, T_max=50, eta_min=0.001)))
    assert changed(SCRIPT, replace(run, schedule=longer)) == [
        "- cos = lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)  # the long one",
        "+ cos = lr_scheduler.CosineAnnealingLR(optimizer, T_max=50, eta_min=0.001)  # the long one",
    ]


def test_another_schedule_is_made_where_the_former_was() -> None:
    run, _ = scripted()
    assert changed(SCRIPT, replace(run, schedule=StepLR(30))) == [
        "- warm = lr_scheduler.LinearLR(optimizer, 0.1, total_iters=5)",
        "- cos = lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)  # the long one",
        "- scheduler = lr_scheduler.SequentialLR(optimizer, [warm, cos], milestones=[5])",
        "+ scheduler = lr_scheduler.StepLR(optimizer, step_size=30)",
    ]


def test_another_optimizer_keeps_the_parameters_and_brings_its_import() -> None:
    run, _ = scripted()
    assert changed(SCRIPT, replace(run, optimizer=AdamW(lr=0.001))) == [
        "- optimizer = SGD(model.parameters(), lr=lr, momentum=0.9)  # keep me",
        "+ import torch",
        "+ optimizer = torch.optim.AdamW(model.parameters(), lr=0.001)  # keep me",
    ]


def test_no_schedule_is_one_that_keeps_the_rate_and_the_loop_stays() -> None:
    run, _ = scripted()
    lines = changed(SCRIPT, replace(run, schedule=None))
    assert lines[-2:] == ["+ scheduler = lr_scheduler.ConstantLR(", "+     optimizer, factor=1.0, total_iters=0)"]


def test_the_norm_that_gradients_are_cut_to_changes() -> None:
    run, _ = scripted()
    assert run.clip == 1.0
    assert changed(SCRIPT, replace(run, clip=0.25))[-1].endswith("(model.parameters(), 0.25)")


def test_a_schedule_comes_behind_the_optimizer_in_a_text_without_one() -> None:
    text = "class Trainer:\n    def __init__(self):\n        self.opt = torch.optim.SGD(model.parameters(), lr=0.1)\n"
    run = run_of(Listing(text))
    assert changed(text, replace(run, schedule=StepLR(30))) == [
        "+ import torch",
        "+         self.scheduler = torch.optim.lr_scheduler.StepLR(",
        "+             self.opt, step_size=30)",
    ]


def test_another_composition_is_written_out() -> None:
    run, schedule = scripted()
    three = SequentialLR((*schedule.schedulers, ExponentialLR(0.9)), (5, 50))
    assert "# keep me" in "\n".join(SCRIPT.splitlines())
    lines = changed(SCRIPT, replace(run, schedule=three))
    assert sum(line[0] == "-" for line in lines) == 3


def test_answers_count() -> None:
    text = "o = torch.optim.SGD(p, lr=args.lr)\ns = torch.optim.lr_scheduler.StepLR(o, len(loader))\n"
    listing = Listing(text, (Answer("args.lr", 0.2), Answer("len(loader)", 7)))
    run = run_of(listing)
    assert (run.optimizer, run.schedule) == (SGD(lr=0.2), StepLR(7))
    assert amended(listing, run) == text
    assert amended(listing, replace(run, schedule=StepLR(8))) == text.replace("len(loader)", "8")


def test_groups_that_a_text_has_not_are_written_anew() -> None:
    run, _ = scripted()
    grouped = replace(run, groups=(Group("*.bias", lr=0.01),))
    assert amended(Listing(SCRIPT), grouped) == code(grouped)


def test_a_text_that_cannot_be_read_stays() -> None:
    assert amended(Listing("optimizer = SGD("), Run("a", StepLR(3))) == "optimizer = SGD("


def test_a_run_without_a_text_is_shown_as_lrviz_writes_it() -> None:
    run = Run("a", StepLR(3))
    assert shown(run) == code(run)
    assert shown(replace(run, listing=Listing(SCRIPT), schedule=LinearLR(), stepped="epoch")).startswith(
        '"""Trains something."""'
    )


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_ends_stay(ending: str) -> None:
    run, schedule = scripted()
    text = SCRIPT.replace("\n", ending)
    new = amended(Listing(text), replace(run, schedule=replace(schedule, milestones=(9,))))
    assert new == text.replace("milestones=[5]", "milestones=[9]")


any_schedule = st.none() | st.sampled_from(SIMPLE).flatmap(specs) | parts()


@given(any_schedule, any_schedule, st.sampled_from(OPTIMIZERS).flatmap(specs), st.data())
def test_what_is_written_anew_reads_as_the_run(
    before: Schedule | None, after: Schedule | None, optimizer: object, data: st.DataObject
) -> None:
    one = data.draw(st.sampled_from([SGD(lr=0.1), optimizer]))
    text = code(Run("a", before, SGD(lr=0.1))) + "\nprint(optimizer)  # mine\n"
    run = Run("a", after, one)
    read = study(text).run
    if not run.unfit and read is not None and study(code(run)).run is not None:
        new = amended(Listing(text), run)
        again = study(new).run
        assert again is not None
        assert says(again, run)
        assert new.endswith("\nprint(optimizer)  # mine\n")
