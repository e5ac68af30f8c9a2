"""What a text does with its optimizers and schedulers: its loops, its steps, and how often."""

from __future__ import annotations

from typing import Any

import pytest

from lrviz.source.read import study
from lrviz.source.usage.usage import Step, Usage

MADE = "optimizer = torch.optim.SGD(model.parameters(), lr=0.1)\nscheduler = StepLR(optimizer, step_size=30)\n"


def usage(text: str, **names: Any) -> Usage:
    return study(text, names={name.replace("_of_", "(") + ")" * ("_of_" in name): n for name, n in names.items()}).usage


def counts(text: str, **names: Any) -> tuple[int | None, int | None, int | None, int]:
    """Give (scheduler steps, updates, updates in an epoch, accumulation)."""
    found = usage(text, **names)
    return found.scheduler_steps, found.updates, found.updates_per_epoch, found.accumulation


def steps(text: str) -> list[tuple[str, str, int]]:
    return [(one.owner, one.what, one.line) for one in usage(text).steps]


def test_each_step_is_told_with_its_loops_in_the_order_they_are_done() -> None:
    text = MADE + (
        "for epoch in range(5):\n"
        "    for x, y in tqdm(train_loader):\n"
        "        loss.backward()\n"
        "        optimizer.step()\n"
        "    scheduler.step(epoch)\n"
    )
    first, second = usage(text, len_of_train_loader=7).steps
    assert (first.owner, first.what, first.line, first.each, first.times) == (
        "optimizer",
        "optimizer",
        6,
        "batches",
        35,
    )
    assert [(loop.line, loop.over, loop.rounds, loop.kind) for loop in first.loops] == [
        (3, "range(5)", 5, "epochs"),
        (4, "train_loader", 7, "batches"),
    ]
    assert (second.what, second.given, second.each, second.times) == ("scheduler", "epoch", "epochs", 5)


@pytest.mark.parametrize(
    ("loop", "expected"),
    [
        (
            "for epoch in range(5):\n    for batch in loader:\n        optimizer.step()\n    scheduler.step()",
            (5, 35, 7, 1),
        ),
        (
            "for i in range(5):\n    for batch in loader:\n        optimizer.step()\n        scheduler.step()",
            (35, 35, 7, 1),
        ),
        ("for step in range(500):\n    optimizer.step()\n    scheduler.step()", (500, 500, None, 1)),
        ("for epoch in trange(5):\n    optimizer.step()\n    scheduler.step()", (5, 5, 1, 1)),
        ("for epoch in range(1, 6):\n    train()\n    scheduler.step()", (5, None, None, 1)),
        (
            "for _ in range(n):\n    for batch in loader:\n        optimizer.step()\n    scheduler.step()",
            (None, None, 7, 1),
        ),
        (
            (
                "for epoch in range(5):\n    for i, b in enumerate(tqdm(loader)):\n        if (i + 1) % 3 == 0:\n"
                "            optimizer.step()\n            scheduler.step()"
            ),
            (10, 10, 2, 3),
        ),
        (
            (
                "for epoch in range(5):\n    for i, b in enumerate(loader):\n"
                "        if (i + 1) % 3 == 0 or i + 1 == len(loader):\n"
                "            optimizer.step()\n            scheduler.step()"
            ),
            (15, 15, 3, 3),
        ),
        (
            (
                "for epoch in range(5):\n    for i, b in enumerate(loader):\n        if (i + 1) % 3 != 0:\n"
                "            continue\n        optimizer.step()\n        scheduler.step()"
            ),
            (10, 10, 2, 3),
        ),
        (
            (
                "for epoch in range(5):\n    for i, b in enumerate(loader):\n        if not i % 3:\n"
                "            optimizer.step()\n    if scheduler is not None:\n        scheduler.step()"
            ),
            (5, 15, 3, 3),
        ),
        ("for epoch in range(5):\n    optimizer.step()\n    if epoch >= 2:\n        scheduler.step()", (3, 5, 1, 1)),
        (
            "for epoch in range(5):\n    optimizer.step()\n    if late(epoch):\n        scheduler.step()",
            (None, 5, 1, 1),
        ),
        (
            (
                "for epoch in range(5):\n    for phase in ['train', 'val']:\n        for b in loaders[phase]:\n"
                "            if phase == 'train':\n                optimizer.step()\n"
                "        if phase == 'train':\n            scheduler.step()"
            ),
            (5, None, None, 1),
        ),
        (
            (
                "done = 0\nwhile done < 50:\n    for b in loader:\n        optimizer.step()\n        scheduler.step()\n"
                "        done += 1\n        if done >= 50:\n            break"
            ),
            (50, 50, None, 1),
        ),
        (
            (
                "for epoch in range(5):\n    for b in loader:\n        optimizer.step()\n        scheduler.step()\n"
                "        done += 1\n        if done >= 9:\n            break"
            ),
            (9, 9, 7, 1),
        ),
        (
            (
                "for epoch in range(5):\n    for i, b in enumerate(loader):\n        if i == 3:\n            break\n"
                "        optimizer.step()\n    scheduler.step()"
            ),
            (5, 15, 3, 1),
        ),
        (
            (
                "for epoch in range(5):\n    for b in loader:\n        if amp:\n            scaler.step(optimizer)\n"
                "        else:\n            optimizer.step()\n        scheduler.step()"
            ),
            (35, 35, 7, 1),
        ),
        (
            (
                "acc = Accelerator(gradient_accumulation_steps=7)\nfor epoch in range(5):\n    for b in loader:\n"
                "        with acc.accumulate(model):\n            optimizer.step()\n            scheduler.step()"
            ),
            (5, 5, 1, 7),
        ),
        ("optimizer.step()\nscheduler.step()", (None, None, None, 1)),
    ],
)
def test_steps_are_counted_where_the_loops_say_how_many(
    loop: str, expected: tuple[int | None, int | None, int | None, int]
) -> None:
    assert counts(MADE + loop, len_of_loader=7) == expected


def test_a_function_of_the_text_is_followed_with_what_it_is_given() -> None:
    text = (
        "def train_one_epoch(model, loader, opt, sched, accumulation=2):\n"
        "    for i, batch in enumerate(loader):\n"
        "        if (i + 1) % accumulation == 0:\n"
        "            opt.step()\n"
        "    sched.step()\n"
        "def main():\n"
        "    for epoch in range(3):\n"
        "        train_one_epoch(model, train_loader, optimizer, sched=scheduler, accumulation=4)\n"
        f"{MADE}main()\n"
    )
    assert steps(text) == [("optimizer", "optimizer", 4), ("scheduler", "scheduler", 5)]
    assert counts(text, len_of_train_loader=9) == (3, 6, 2, 4)


def test_methods_are_followed_and_what_nobody_calls_is_read_on_its_own() -> None:
    text = (
        "class Trainer:\n"
        "    def __init__(self):\n"
        "        self.optimizer = torch.optim.SGD(net.parameters(), lr=0.1)\n"
        "        self.scheduler = StepLR(self.optimizer, 30)\n"
        "    def epoch(self, loader):\n"
        "        for batch in loader:\n"
        "            self.optimizer.step()\n"
        "    def fit(self):\n"
        "        for epoch in range(4):\n"
        "            self.epoch(train_loader)\n"
        "            self.scheduler.step()\n"
    )
    assert steps(text) == [("self.optimizer", "optimizer", 7), ("self.scheduler", "scheduler", 11)]
    assert counts(text, len_of_train_loader=9) == (4, 36, 9, 1)
    loose = (
        MADE
        + "def train_one_epoch(loader):\n    for b in loader:\n        optimizer.step()\n        scheduler.step()\n"
    )
    assert counts(loose, len_of_loader=7) == (None, None, None, 1)


def test_a_function_that_calls_itself_ends() -> None:
    assert steps("def f():\n    optimizer.step()\n    f()\nf()") == [("optimizer", "optimizer", 2)]
    many = (
        "".join(f"def f{i}():\n    f{i + 1}()\n    f{i + 1}()\n" for i in range(50)) + "def f50():\n    o.step()\nf0()"
    )
    assert len(usage(many).steps) < 100


def test_a_data_loader_s_batches_are_counted_where_its_text_says_how_many_there_are() -> None:
    text = (
        f"{MADE}loader = DataLoader(data, batch_size=4, drop_last=True)\n"
        "for epoch in range(2):\n    for b in loader:\n        optimizer.step()\n        scheduler.step()"
    )
    assert counts(text, len_of_data=11)[0] == 4
    assert counts(text.replace(", drop_last=True", ""), len_of_data=11)[0] == 6
    assert counts(text)[0] is None


def test_other_things_step_too() -> None:
    text = (
        "for _ in range(9):\n    state = env.step(action)\n    xm.optimizer_step(optimizer)\n    sched.step_update(i)"
    )
    assert steps(text) == [("env", "other", 2), ("optimizer", "optimizer", 3), ("sched", "scheduler", 4)]


def test_several_in_a_list_are_stepped_one_by_one() -> None:
    text = "both = [warmup_sched, decay_sched]\nfor epoch in range(3):\n    for one in both:\n        one.step()"
    assert [(one.owner, one.what, one.times) for one in usage(text).steps] == [
        ("warmup_sched", "scheduler", 3),
        ("decay_sched", "scheduler", 3),
    ]


def test_what_makes_optimizers_and_schedulers_is_told_with_what_becomes_of_it() -> None:
    text = (
        "opt = schedulefree.AdamWScheduleFree(model.parameters())\n"
        "a = StepLR(opt, 3)\n"
        "b = torch.optim.lr_scheduler.SequentialLR(opt, [a, StepLR(optimizer=opt, step_size=9)], [5])\n"
    )
    found = usage(text)
    assert [(one.cls, one.line, one.names) for one in found.optimizers] == [
        ("AdamWScheduleFree", 1, frozenset({"opt"}))
    ]
    assert [(one.cls, one.line, one.optimizer, one.handed) for one in found.schedulers] == [
        ("StepLR", 2, "opt", True),
        ("SequentialLR", 3, "opt", False),
        ("StepLR", 3, "opt", True),
    ]


def test_nothing_is_used_in_a_text_that_is_none() -> None:
    assert usage("for epoch in") == Usage()
    assert usage("(" * 1000) == Usage()
    assert Step("a", "other", 1).each is None
