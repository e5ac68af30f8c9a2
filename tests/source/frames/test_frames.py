"""Frames: functions, classes, tables and branches around what a text makes give the lines that they come to."""

from __future__ import annotations

from typing import Any

import pytest

from lrviz import (
    SGD,
    Adam,
    AdamW,
    CosineAnnealingLR,
    ExponentialLR,
    LambdaLR,
    MultiStepLR,
    SourceError,
    StepLR,
    parse,
)
from lrviz.source.read import study

HEAD = """
import torch
from functools import partial
from torch.optim import SGD, Adam, AdamW, lr_scheduler
from torch.optim.lr_scheduler import *
"""
COSINE = "optimizer = SGD(model.parameters(), lr=0.1)\n"


def read(text: str, **names: Any) -> tuple[Any, Any]:
    run = parse(HEAD + text, names=names or None)
    return run.optimizer, run.schedule


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "def build(opt, steps, eta=0.01):\n    return CosineAnnealingLR(opt, T_max=steps, eta_min=eta)\n"
                "epochs = 90\nopt = SGD(model.parameters(), 0.1)\nscheduler = build(opt, epochs * 100)"
            ),
            (SGD(0.1), CosineAnnealingLR(9000, 0.01)),
        ),
        (
            (
                "def make(model, lr, kind='cosine', **kw):\n"
                "    optimizer = AdamW(model.parameters(), lr=lr)\n"
                "    if kind == 'cosine':\n        scheduler = CosineAnnealingLR(optimizer, **kw)\n"
                "    elif kind in ('step', 'multi'):\n        scheduler = StepLR(optimizer, **kw)\n"
                "    else:\n        raise ValueError(kind)\n"
                "    return optimizer, scheduler\n"
                "optimizer, scheduler = make(net, 3e-4, 'step', step_size=30, gamma=0.5)"
            ),
            (AdamW(3e-4), StepLR(30, 0.5)),
        ),
        (
            (
                "def opt_of(model):\n    return SGD(model.parameters(), lr=0.3)\n"
                "def both(model):\n    o = opt_of(model)\n    return {'opt': o, 's': StepLR(o, 4)}\n"
                "made = both(net)\nfor x in y:\n    made['opt'].step()\n    made['s'].step()"
            ),
            (SGD(0.3), StepLR(4)),
        ),
        (
            (
                "name = 'SGD'\ncls = getattr(torch.optim, name)\noptimizer = cls(p, lr=0.1)\n"
                "s = getattr(torch.optim.lr_scheduler, 'StepLR')(optimizer, **{'step_size': 7})"
            ),
            (SGD(0.1), StepLR(7)),
        ),
        (
            "make = partial(StepLR, step_size=30, gamma=0.1)\nopt = SGD(p, lr=0.2)\ns = make(opt, gamma=0.3)",
            (SGD(0.2), StepLR(30, 0.3)),
        ),
        (
            (
                "T = {'step': StepLR, 'cos': partial(CosineAnnealingLR, T_max=50)}\n"
                "kind = 'cos'\nopt = SGD(p, lr=0.2)\ns = T[kind](opt)"
            ),
            (SGD(0.2), CosineAnnealingLR(50)),
        ),
        (
            (
                "T = {'step': lambda o: StepLR(o, 3), 'e': lambda o: ExponentialLR(o, 0.9)}\n"
                "opt = SGD(p, lr=0.2)\ns = T.get('e')(opt)"
            ),
            (SGD(0.2), ExponentialLR(0.9)),
        ),
        (
            (
                "class Trainer:\n"
                "    warm = 3\n"
                "    def __init__(self, model, lr=0.1, epochs=30, *, gamma=0.5):\n"
                "        self.lr, self.epochs = lr, epochs\n        drops = 3\n"
                "        self.size = self.epochs // drops\n"
                "        self.optimizer = self.build_optimizer(model)\n"
                "        self.scheduler = self._scheduler(self.optimizer, gamma)\n"
                "    def build_optimizer(self, m):\n        return SGD(m.parameters(), lr=self.lr, momentum=0.9)\n"
                "    def _scheduler(self, o, gamma):\n        return StepLR(o, self.size + self.warm, gamma)\n"
                "trainer = Trainer(net, lr=0.05)"
            ),
            (SGD(0.05, momentum=0.9), StepLR(13, 0.5)),
        ),
        (
            (
                "opt = SGD(p, lr=0.1)\nkind = 'multi'\n"
                "match kind:\n    case 'cos':\n        s = CosineAnnealingLR(opt, 10)\n"
                "    case 'multi' | 'ms':\n        s = MultiStepLR(opt, [3, 6])\n"
                "    case _:\n        s = None\ns.step()"
            ),
            (SGD(0.1), MultiStepLR((3, 6))),
        ),
        (
            (
                "opt = SGD(p, lr=0.1)\nkind, far = 'multi', True\n"
                "match kind:\n    case 'cos':\n        s = CosineAnnealingLR(opt, 10)\n"
                "    case 'multi':\n        match far:\n            case True:\n                s = StepLR(opt, 40)\n"
                "            case _:\n                s = StepLR(opt, 4)\ns.step()"
            ),
            (SGD(0.1), StepLR(40)),
        ),
        (
            "use_cosine = False\nopt = SGD(p, lr=0.1)\ns = CosineAnnealingLR(opt, 9) if use_cosine else StepLR(opt, 4)",
            (SGD(0.1), StepLR(4)),
        ),
        (
            (
                "def train(model, opt, sched):\n    for x in loader:\n        opt.step()\n        sched.step()\n"
                "o = Adam(p, lr=1e-3)\nunused = StepLR(o, 9)\ns = StepLR(o, 3)\nlast = StepLR(o, 8)\ntrain(m, o, s)"
            ),
            (Adam(1e-3), StepLR(3)),
        ),
        (
            (
                "class T:\n    def __init__(self, model, optimizer, scheduler):\n        self.s = scheduler\n"
                "    def fit(self):\n        for e in range(3):\n            self.s.step()\n"
                "o = SGD(p, lr=1)\na = StepLR(o, 5)\nb = StepLR(o, 6)\nT(m, o, a).fit()"
            ),
            (SGD(1.0), StepLR(5)),
        ),
        (
            (
                "def f(o, warm):\n    def rate(step):\n        return min(1, (step + 1) / warm)\n"
                "    return LambdaLR(o, lr_lambda=rate)\ns = f(SGD(p, lr=0.1), 50)"
            ),
            (SGD(0.1), LambdaLR("min(1, (t + 1) / 50)")),
        ),
    ],
)
def test_what_is_around_it_is_taken_apart(text: str, expected: tuple[Any, Any]) -> None:
    assert read(text) == expected


FACTORY = (
    "def make(args, optimizer):\n"
    "    if args.sched == 'cosine':\n        return CosineAnnealingLR(optimizer, 90)\n"
    "    if args.sched == 'step':\n        return StepLR(optimizer, 30)\n"
    "    raise ValueError\n"
    "optimizer = SGD(p, lr=0.1)\nscheduler = make(args, optimizer)"
)


def test_a_branch_that_the_text_leaves_open_is_a_question_with_its_options() -> None:
    with pytest.raises(SourceError) as caught:
        parse(HEAD + FACTORY)
    (finding,) = caught.value.findings
    assert (finding.rule, finding.line) == ("LR203", 7)
    assert finding.message.startswith("args.sched")
    assert "'cosine' or 'step'" in finding.message
    assert read(FACTORY, **{"args.sched": "step"}) == (SGD(0.1), StepLR(30))
    assert read(FACTORY, **{"args.sched": "cosine"}) == (SGD(0.1), CosineAnnealingLR(90))


def test_a_function_that_raises_for_what_it_is_given_says_so() -> None:
    with pytest.raises(SourceError, match="raises for what it is given"):
        parse(HEAD + FACTORY, names={"args.sched": "plateau"})


def test_a_table_that_is_asked_for_what_it_lacks_names_what_it_has() -> None:
    text = "T = {'step': StepLR, 'cos': CosineAnnealingLR}\no = SGD(p, lr=1)\ns = T[kind](o, 5)"
    with pytest.raises(SourceError, match=r"kind .*'step' or 'cos'"):
        parse(HEAD + text)
    with pytest.raises(SourceError, match="it has 'step', 'cos'"):
        parse(HEAD + text, names={"kind": "poly"})
    assert read(text, kind="cos")[1] == CosineAnnealingLR(5)


def test_a_function_that_is_called_twice_makes_two() -> None:
    text = (
        "def make(model, lr):\n    o = Adam(model.parameters(), lr=lr)\n    return o, StepLR(o, 100)\n"
        "opt_g, sch_g = make(G, 1e-4)\nopt_d, sch_d = make(D, 4e-4)\n"
        "for x in loader:\n    opt_d.step()\n    opt_g.step()\n    sch_g.step()\n    sch_d.step()\n"
    )
    with pytest.raises(SourceError, match="more than one scheduler is made and stepped"):
        parse(HEAD + text)
    reading = study(HEAD + text)
    lines = [choice.line for choice in reading.optimizers]
    assert lines == [9, 10]
    assert reading.chosen == 9
    assert reading.run is not None
    assert reading.run.optimizer == Adam(1e-4)
    second = study(HEAD + text, optimizer=10)
    assert second.run is not None
    assert (second.run.optimizer, second.chosen) == (Adam(4e-4), 10)


def test_each_optimizer_of_several_can_be_chosen_with_its_own_schedule() -> None:
    text = "g = SGD(a, lr=1)\nd = Adam(b, lr=2)\nsg = StepLR(g, 3)\nsd = StepLR(d, 4)\nsg.step()\nsd.step()\n"
    text += "e = SGD(c, lr=3)"
    readings = [study(text, optimizer=line) for line in (1, 2, 7)]
    runs = [reading.run for reading in readings if reading.run is not None]
    assert [(run.optimizer, run.schedule) for run in runs] == [
        (SGD(1.0), StepLR(3)),
        (Adam(2.0), StepLR(4)),
        (SGD(3.0), None),
    ]
    (finding,) = study(text, optimizer=5).findings
    assert "no optimizer is made on line 5" in finding.message


@pytest.mark.parametrize(
    ("loop", "stepped"),
    [
        ("", "batch"),
        ("for epoch in range(9):\n    for x in loader:\n        o.step()\n        s.step()", "batch"),
        ("for epoch in range(9):\n    for x in loader:\n        o.step()\n    s.step()", "epoch"),
        ("for epoch in range(9):\n    train(m)\n    s.step()", "epoch"),
        ("for step in range(9000):\n    o.step()\n    s.step()", "batch"),
        ("for epoch in range(9):\n    o.step()\n    s.step()", "batch"),
        ("while True:\n    o.step()\n    s.step()", "batch"),
        (
            "def f(o, s):\n    for x in loader:\n        o.step()\n        s.step()\nfor e in range(3):\n    f(o, s)",
            "batch",
        ),
        ("def f(o):\n    for x in loader:\n        o.step()\nfor epoch in range(3):\n    f(o)\n    s.step()", "epoch"),
    ],
)
def test_a_scheduler_is_stepped_in_its_loop(loop: str, stepped: str) -> None:
    assert parse(f"o = SGD(p, lr=1)\ns = StepLR(o, 3)\n{loop}").stepped == stepped


def test_dead_branches_are_no_choice() -> None:
    text = "warm = 0\no = SGD(p, lr=1)\ns = StepLR(o, 3)\n"
    text += "if warm > 0:\n    s = SequentialLR(o, [LinearLR(o), s], [5])\ns.step()"
    assert parse(text).schedule == StepLR(3)
    with pytest.raises(SourceError, match=r"warm .* decides"):
        parse(text.replace("warm = 0\n", ""))


def test_a_value_stands_where_it_is_used() -> None:
    text = "class T:\n    def __init__(self, lr=0.1):\n        self.lr = lr\n        self.o = SGD(p, lr=self.lr)\n"
    reading = study(text)
    place = reading.places["optimizer.lr"]
    assert text[place.start : place.end] == "self.lr"
    called = "def make(o, n):\n    return StepLR(o, n)\ns = make(SGD(p, lr=1), 70)"
    place = study(called).places["schedule.step_size"]
    assert called[place.start : place.end] == "70"


def test_functions_that_call_each_other_end() -> None:
    text = "def a(o):\n    return b(o)\ndef b(o):\n    return a(o) if x else StepLR(o, 3)\no = SGD(p, lr=1)\ns = a(o)"
    assert study(text).findings or study(text).run is not None


def test_calls_that_multiply_are_followed_so_far_only() -> None:
    lines = ["def f0(o):\n    return StepLR(o, 3)"]
    lines += [f"def f{i}(o):\n    x = f{i - 1}(o)\n    y = f{i - 1}(o)\n    return y" for i in range(1, 40)]
    text = "\n".join([*lines, "o = SGD(p, lr=1)", "s = f39(o)"])
    assert study(text).findings or study(text).run is not None


def test_what_is_made_again_before_it_is_used_is_the_last() -> None:
    text = "o = SGD(p, lr=1)\no = Adam(p, lr=2)\ns = StepLR(o, 3)\ns = StepLR(o, 4)\n"
    text += "for x in y:\n    o.step()\n    s.step()"
    assert read(text) == (Adam(2.0), StepLR(4))


@pytest.mark.parametrize("base", ["LRScheduler", "torch.optim.lr_scheduler._LRScheduler", "LambdaLR"])
def test_a_scheduler_of_the_text_s_own_is_named(base: str) -> None:
    text = f"class Warm({base}):\n    def get_lr(self):\n        return [1]\no = SGD(p, lr=1)\ns = Warm(o, 10)"
    with pytest.raises(SourceError, match="Warm is a scheduler of the text’s own"):
        parse(HEAD + text)
