"""What the rules on texts say in numbers, where they say it, and what becomes of the text when it is put right."""

from __future__ import annotations

import textwrap

import pytest

from lrviz import Finding
from lrviz.rules.linter import lint
from lrviz.source.text.spots import patched

MADE = """\
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)
"""


def found(text: str, rule: str) -> Finding:
    (one,) = [one for one in lint(text) if one.rule == rule]
    return one


def after(text: str, rule: str) -> str:
    """Give the lines behind the first two of a text that is put right."""
    return patched(text, found(text, rule).patches).removeprefix(MADE)


def loop(body: str) -> str:
    return MADE + "for epoch in range(90):\n" + textwrap.indent(textwrap.dedent(body), "    ")


def test_a_step_too_early_is_moved_to_the_end_of_its_block() -> None:
    text = (
        loop("""\
        scheduler.step()  # the rate
        for x, y in loader:
            optimizer.step()

        # validated below
        validate(model)
        """)
        + "save(model)\n"
    )
    one = found(text.replace("StepLR(optimizer, step_size=30)", "ExponentialLR(optimizer, 0.9)"), "LR105")
    assert (one.line, one.severity) == (4, "warning")
    assert one.message == (
        "scheduler.step() of line 4 comes before optimizer.step() of line 6: the first rate is never used, and "
        "training starts at 0.09 instead of 0.1"
    )
    assert after(text, "LR105").endswith("    validate(model)\n    scheduler.step()  # the rate\nsave(model)\n")
    assert not [one for one in lint(patched(text, one.patches)) if one.rule == "LR105"]


@pytest.mark.parametrize(
    "made",
    [
        "torch.optim.lr_scheduler.ChainedScheduler([ExponentialLR(optimizer, 0.9)])",
        "transformers.get_scheduler('linear', optimizer, 10, 90)",
    ],
)
def test_a_step_is_too_early_for_a_scheduler_that_is_given_its_optimizer_second_too(made: str) -> None:
    text = loop("scheduler.step()\nfor x in loader:\n    optimizer.step()\n")
    assert found(text.replace("torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)", made), "LR105").line == 4


def test_a_step_that_nothing_can_follow_stays_where_it_is() -> None:
    text = MADE + "def step():\n    scheduler.step()\n    optimizer.step()\n    return loss\n"
    assert found(text, "LR105").patches == ()
    assert found(loop("scheduler.step(); optimizer.step()\n"), "LR105").patches == ()


def test_a_step_is_too_early_in_a_function_of_the_text_too() -> None:
    text = MADE + (
        "def one_epoch(opt, loader):\n    for x, y in loader:\n        opt.step()\n"
        "for epoch in range(9):\n    scheduler.step()\n    one_epoch(optimizer, loader)\n"
    )
    assert found(text, "LR105").line == 7
    assert after(text, "LR105").endswith("    one_epoch(optimizer, loader)\n    scheduler.step()\n")


def test_the_rate_that_get_lr_gives_is_said() -> None:
    one = found(MADE + "print('lr', scheduler.get_lr()[0])", "LR106")
    assert one.message == (
        "scheduler.get_lr() gives the rate after the one in use, as 0.001 at step 30, where the optimizer uses 0.01: "
        "ask get_last_lr()"
    )
    assert after(MADE + "print('lr', scheduler.get_lr()[0])", "LR106") == "print('lr', scheduler.get_last_lr()[0])"


@pytest.mark.parametrize(
    ("mode", "told"), [("", "val_loss"), (", mode='max'", "val_acc"), (", factor=0.5", "val_loss")]
)
def test_a_plateau_is_told_what_its_mode_asks_for(mode: str, told: str) -> None:
    text = loop("loss = train(model)\nval_acc = score(model)\nval_loss = evaluate(model)\nscheduler.step()\n")
    text = text.replace("StepLR(optimizer, step_size=30)", f"ReduceLROnPlateau(optimizer{mode})")
    one = found(text, "LR110")
    assert (one.line, one.severity) == (7, "error")
    assert f"    scheduler.step({told})\n" in patched(text, one.patches)


def test_a_plateau_without_a_metric_in_sight_is_only_complained_of() -> None:
    text = loop("scheduler.step()\n").replace("StepLR(optimizer, step_size=30)", "ReduceLROnPlateau(optimizer)")
    assert found(text, "LR110").patches == ()


def test_another_scheduler_s_metric_is_taken_away() -> None:
    text = loop("optimizer.step()\nscheduler.step(val_loss)\n")
    assert after(text, "LR110").endswith("    scheduler.step()\n")


def test_a_scheduler_that_is_never_stepped_leaves_its_rate() -> None:
    text = loop("optimizer.step()\n")
    one = found(text, "LR116")
    assert (one.line, one.message) == (2, "scheduler is never stepped: the learning rate stays at 0.1")
    warm = text.replace("StepLR(optimizer, step_size=30)", "LinearLR(optimizer, 0.1)")
    assert found(warm, "LR116").message == "scheduler is never stepped: the learning rate stays at 0.01"


def test_a_schedule_free_optimizer_is_told_wherever_the_model_is() -> None:
    text = (
        "optimizer = schedulefree.AdamWScheduleFree(model.parameters(), lr=0.0025)\n"
        "for epoch in range(9):\n    model.train()\n    for x, y in loader:\n        optimizer.step()\n"
        "    model.eval()\n    validate(model)\n"
    )
    one = found(text, "LR117")
    assert (one.line, one.severity) == (5, "error")
    told = patched(text, one.patches)
    assert "    model.train()\n    optimizer.train()\n" in told
    other = found(told, "LR117")
    assert (other.line, other.severity) == (7, "warning")
    whole = patched(told, other.patches)
    assert "    model.eval()\n    optimizer.eval()\n" in whole
    assert not [one for one in lint(whole) if one.rule == "LR117"]


def test_batches_that_are_counted_as_updates_are_said_in_numbers() -> None:
    text = (
        "optimizer = torch.optim.AdamW(model.parameters(), lr=3e-4)\n"
        "scheduler = CosineAnnealingLR(optimizer, T_max=5 * 100)\n"
        "for epoch in range(5):\n    for i in range(100):\n        if (i + 1) % 4 == 0:\n"
        "            optimizer.step()\n            scheduler.step()\n"
    )
    one = found(text, "LR112")
    assert one.message == (
        "its horizon of 500 steps counts batches, and 4 of them make an update: it is stepped 125 times, and ends at "
        "0.000257 instead of 2.96e-09"
    )
    assert one.line == 2
    assert getattr(one.fix.schedule if one.fix else None, "T_max", None) == 125
    early = text.replace("T_max=5 * 100", "T_max=5 * 25").replace("            scheduler", "        scheduler")
    assert found(early, "LR112").message.endswith("it is over after 25% of the run")


def test_two_that_multiply_are_only_mentioned() -> None:
    second = (
        MADE + "other = torch.optim.lr_scheduler.{}\n" + "for e in range(9):\n    scheduler.step()\n    other.step()\n"
    )
    assert found(second.format("ExponentialLR(optimizer, 0.9)"), "LR116").severity == "info"
    assert found(second.format("CosineAnnealingLR(optimizer, 9)"), "LR116").severity == "warning"


def test_a_last_epoch_that_is_worked_out_needs_an_initial_lr_too() -> None:
    text = (
        "start_epoch = 10\n"
        "optimizer = torch.optim.SGD(model.parameters(), lr=0.1)\n"
        "scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30, last_epoch=start_epoch - 1)\n"
    )
    (one,) = [one for one in lint(text) if one.rule == "LR111"]
    assert one.line == 3
    assert "last_epoch=9" in one.message
    assert not [one for one in lint(text.replace("= 10", "= 0")) if one.severity == "error"]
