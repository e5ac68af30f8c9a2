"""Reading: what a text makes, what it leaves open, and that nothing in it is ever run."""

from __future__ import annotations

import importlib
import inspect
from typing import Any

import pytest

from lrviz import (
    SGD,
    AdamW,
    CosineAnnealingLR,
    CosineAnnealingWarmRestarts,
    CyclicLR,
    LambdaLR,
    LrvizError,
    MultiStepLR,
    OneCycleLR,
    Run,
    SpecError,
    StepLR,
    parse,
)
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedules import SCHEDULES
from lrviz.source.spelling.places import WITHOUT_EFFECT, positional
from lrviz.spec import fields
from tests.source.refusals import rule

ALSO_WITHOUT_EFFECT = WITHOUT_EFFECT | {"last_epoch"}


@pytest.mark.parametrize(
    ("imports", "optimizer", "scheduler"),
    [
        ("import torch", "torch.optim.SGD", "torch.optim.lr_scheduler.StepLR"),
        ("import torch.optim as o", "o.SGD", "o.lr_scheduler.StepLR"),
        ("from torch import optim", "optim.SGD", "optim.lr_scheduler.StepLR"),
        ("from torch.optim import SGD as S, lr_scheduler as l", "S", "l.StepLR"),
        ("from torch.optim.lr_scheduler import StepLR\nfrom torch.optim import SGD", "SGD", "StepLR"),
        ("from torch.optim import *\nfrom torch.optim.lr_scheduler import *", "SGD", "StepLR"),
        ("import torch\nS = torch.optim.SGD\nT = torch.optim.lr_scheduler.StepLR", "S", "T"),
        ("", "optim.SGD", "lr_scheduler.StepLR"),
        ("", "SGD", "StepLR"),
    ],
)
def test_torchs_classes_are_known_however_they_are_imported(imports: str, optimizer: str, scheduler: str) -> None:
    text = (
        f"{imports}\nopt = {optimizer}(model.parameters(), 0.2, momentum=0.9)\nsched = {scheduler}(opt, 30, gamma=0.5)"
    )
    assert parse(text) == Run("StepLR", StepLR(30, 0.5), SGD(0.2, momentum=0.9))


def test_a_whole_training_file_is_read() -> None:
    text = """
import argparse
import torch
from torch import nn, optim

EPOCHS, BATCH = 90, 256
base_lr: float = 0.1 * BATCH / 256

class Trainer:
    def __init__(self, model):
        self.optimizer = optim.AdamW(model.parameters(), lr=base_lr, betas=(0.9, 0.95), weight_decay=5e-2, fused=True)
        self.scheduler = optim.lr_scheduler.OneCycleLR(
            self.optimizer, max_lr=10 * base_lr, epochs=EPOCHS, steps_per_epoch=len(self.loader), pct_start=1 / 4,
        )

    def fit(self):
        for x, y in self.loader:
            self.optimizer.step()
            self.scheduler.step()
"""
    run = parse(text, names={"len(self.loader)": 391})
    assert run.optimizer == AdamW(0.1, betas=(0.9, 0.95), weight_decay=0.05)
    assert run.schedule == OneCycleLR(max_lr=1.0, epochs=90, steps_per_epoch=391, pct_start=0.25)


TORCHS = [cls for cls in (*SCHEDULES, *OPTIMIZERS) if not issubclass(cls, Recipe)]


@pytest.mark.parametrize("cls", TORCHS)
def test_arguments_stand_in_torchs_order(cls: Any) -> None:
    parameters = inspect.signature(torchs(cls)).parameters.values()
    by_place = [parameter.name for parameter in parameters if parameter.kind is parameter.POSITIONAL_OR_KEYWORD]
    given = [name for name in positional(cls) if name not in WITHOUT_EFFECT]
    assert given[: len(by_place)] == [name for name in by_place if name not in WITHOUT_EFFECT]


@pytest.mark.parametrize("cls", TORCHS)
def test_every_argument_torch_takes_is_read_or_has_no_effect(cls: Any) -> None:
    known = {*positional(cls), *(field.name for field in fields(cls)), *ALSO_WITHOUT_EFFECT}
    assert set(inspect.signature(torchs(cls)).parameters) <= known


def torchs(cls: Any) -> Any:
    module, _, name = cls.target.rpartition(".")
    return getattr(importlib.import_module(module), name)


@pytest.mark.parametrize(
    ("text", "schedule"),
    [
        ("StepLR(o, 2 * 15)", StepLR(30)),
        ("StepLR(o, int(0.3 * 100))", StepLR(30)),
        ("StepLR(o, 1e2)", StepLR(100)),
        ("StepLR(o, step_size=max(1, 300 // 10), last_epoch=-1, verbose=True)", StepLR(30)),
        ("warmup = 2 ** 3\ntotal = warmup * 10\nCosineAnnealingLR(o, T_max=total - warmup)", CosineAnnealingLR(72)),
        ("MultiStepLR(o, milestones=(30, 60), gamma=1 / 2)", MultiStepLR((30, 60), 0.5)),
        ("CosineAnnealingWarmRestarts(o, 10, 2, 1e-4)", CosineAnnealingWarmRestarts(10, 2, 1e-4)),
        (
            "CyclicLR(o, 0.1, 0.2, 5, None, 'exp_range', 0.9, None, 'cycle')",
            CyclicLR(0.1, 0.2, 5, None, "exp_range", 0.9),
        ),
        ("LambdaLR(o, lambda epoch: 0.95 ** epoch)", LambdaLR("0.95 ** t")),
        ("w = 5\nLambdaLR(o, [lambda e: min(1, (e + 1) / w)])", LambdaLR(("min(1, (t + 1) / 5)",))),
        ("def f(s: int) -> float:\n    'doc'\n    return math.cos(s)\nLambdaLR(o, lr_lambda=f)", LambdaLR("cos(t)")),
        ("f = lambda s: np.minimum(1, s / cfg.warm)\nLambdaLR(o, f)", LambdaLR("min(1, t / 10)")),
    ],
)
def test_values_are_worked_out(text: str, schedule: Any) -> None:
    assert parse(text, names={"cfg.warm": 10}).schedule == schedule


def test_an_optimizer_alone_is_a_constant_rate() -> None:
    assert parse("o = torch.optim.AdamW(model.parameters(), lr=3e-4)") == Run("constant", None, AdamW(3e-4))


def test_answers_are_taken_however_they_are_spaced() -> None:
    text = "o = SGD(m.parameters(), lr=args . lr)\nStepLR(o, len( loader )*2, gamma=cfg['gamma'])"
    run = parse(text, names={"args.lr": 0.3, "len(loader)": 4, "cfg[ 'gamma' ]": 0.5})
    assert run == Run("StepLR", StepLR(8, 0.5), SGD(0.3))


@pytest.mark.parametrize(
    ("text", "expected", "line", "words"),
    [
        ("x = (", "LR200", 1, "never closed"),
        ("a\nb = 'x\nc", "LR200", 2, "unterminated"),
        ("StepLR(o, 3)\n\0", "LR200", 2, "null"),
        ("StepLR(o, 3)\nx = 0x" + "f" * 4000, "LR200", 2, "16,000 bits"),
        ("StepLR(o, 3)\n'\ud800'", "LR200", 2, "surrogate"),
        ("s = CossineAnnealingLR(o, 3)", "LR201", 1, "the nearest is CosineAnnealingLR"),
        (
            "o = SGD(m.parameters(), lr=1)\ns = StepRL(o, 3)",
            "LR201",
            2,
            "StepRL is no scheduler that is known",
        ),
        ("\ns = torch.optim.lr_scheduler.stepLR(o, 3)", "LR201", 2, "the nearest is StepLR"),
        ("s = StepLR(o, step_sizes=3)", "LR201", 1, "no argument step_sizes; the nearest is step_size"),
        ("s = CosineAnnealingLR(\n  o,\n  T_MAX=3)", "LR201", 3, "the nearest is T_max"),
        ("s = StepLR(o)", "LR201", 1, "needs step_size"),
        ("s = StepLR(step_size=3)", "LR201", 1, "needs its optimizer"),
        ("s = StepLR(o, 3, step_size=4)", "LR201", 1, "twice"),
        ("s = StepLR(o, 3, 0.1, -1, 7)", "LR201", 1, "by place"),
        ("o = torch.optim.Sgd(m.parameters(), lr=1)", "LR201", 1, "the nearest is SGD"),
        ("o = Shampoo(m.parameters(), lr=1)\nStepLR(o, 3)", "LR201", 1, "Shampoo is no optimizer"),
        ("s = get_strange_schedule(o, 10, 100)\no = SGD(m.parameters())", "LR201", 1, "no scheduler"),
        ("class StepLR: pass\nStepLR(o, 3)", "LR201", 2, "only torch.optim's is known"),
        ("from mine import StepLR\nStepLR(o, 3)", "LR201", 2, "mine.StepLR"),
        ("from .sched import StepLR\nStepLR(o, 3)", "LR201", 2, "StepLR"),
        ("s = StepLR(o, 9**9**9**9)", "LR202", 1, "too large"),
        ("s = StepLR(o, 'a' * 10**9)", "LR202", 1, "too large"),
        ("s = StepLR(o, [0] * 10**9)", "LR202", 1, "too large"),
        ("s = StepLR(o, 1 / 0)", "LR202", 1, "division by zero"),
        ("s = StepLR(o, (-8) ** 0.5)", "LR202", 1, "complex"),
        ("s = StepLR(o, [i for i in x])", "LR203", 1, "names={'x'"),
        ("s = StepLR(o, 3, last_epoch=5)", "LR202", 1, "resumes"),
        ("s = LambdaLR(o, lambda t: __import__('os'))", "LR203", 1, "__import__"),
        ("s = LambdaLR(o, lambda t: [t])", "LR202", 1, "list"),
        ("s = LambdaLR(o, print)", "LR202", 1, "lambda"),
        ("o = SGD(m.parameters())\nfor g in o.param_groups:\n    g['lr'] = 0.1", "LR202", 3, "by hand"),
        ("o = SGD(m.parameters())\no.param_groups[0]['lr'] *= 0.1", "LR202", 2, "by hand"),
        ("a = StepLR(o, 3)\nb = StepLR(o, 4)\na.step()\nb.step(); a.step()", "LR202", 2, "more than one scheduler"),
        ("s = StepLR(o,\n  step_size=args.n)", "LR203", 2, "names={'args.n': …}"),
        ("s = StepLR(o, len(loader))", "LR203", 1, "len(loader)"),
        ("n = 3\nif x:\n    n = 4\ns = StepLR(o, n)", "LR203", 4, "more than one place (lines 1 and 3)"),
        ("def f(n):\n    return StepLR(o, n)", "LR203", 2, "n is not given"),
        ("a = b\nb = a\nStepLR(o, a)", "LR203", 1, "b is not given"),
        ("s = StepLR(o, *rest)", "LR203", 1, "rest"),
        ("s = StepLR(o, **options)", "LR203", 1, "options"),
        ("o = make(m)\nStepLR(o, 3)", "LR203", 2, "no optimizer that the text makes"),
        ("print('hello')", "LR204", None, "no scheduler"),
        ("", "LR204", None, "no scheduler"),
        ("o = SGD(m.parameters())\ns = build(o)\nsched.step()", "LR204", None, "sched"),
        ("o = SGD(m.parameters())\nlr_sched = build(o)", "LR204", 2, "lr_sched, which is build(o)"),
    ],
)
def test_what_is_not_read_is_named(text: str, expected: str, line: int | None, words: str) -> None:
    found, where, message = rule(text)
    assert (found, where) == (expected, line), message
    assert words in message


def test_bounds_are_the_catalogs() -> None:
    with pytest.raises(SpecError, match=r"StepLR\(step_size=0\): step_size must be"):
        parse("StepLR(o, 0)")
    with pytest.raises(LrvizError, match="total_steps"):
        parse("OneCycleLR(o, 0.1)")


def test_of_several_schedulers_the_stepped_one_counts_else_the_last() -> None:
    two = "a = StepLR(o, 3)\nb = StepLR(o, 4)\n"
    assert parse(two).schedule == StepLR(4)
    assert parse(two + "a.step()").schedule == StepLR(3)


def test_the_optimizer_is_the_one_the_scheduler_is_made_for() -> None:
    text = "g = SGD(a.parameters(), lr=1)\nd = SGD(b.parameters(), lr=2)\ns = StepLR(g, 3)\nd.step()\ng.step()"
    assert parse(text).optimizer == SGD(1)


def test_one_name_made_twice_is_a_choice_of_the_reader() -> None:
    text = "if a:\n    o = SGD(m.parameters(), lr=1)\nelse:\n    o = AdamW(m.parameters())\nStepLR(o, 3)"
    assert rule(text)[:2] == ("LR203", 1)
    assert parse(text, names={"a": 0}).optimizer == AdamW()


@pytest.mark.parametrize("name", ["len(", "", "a b", "\0", 3])
def test_an_answer_to_no_expression_is_refused(name: Any) -> None:
    assert rule("StepLR(o, 3)", names={name: 3})[0] == "LR200"


STEPPED = "optimizer = torch.optim.SGD(model.parameters(), lr=0.1)\n"


@pytest.mark.parametrize(
    ("line", "norm"),
    [
        ("torch.nn.utils.clip_grad_norm_(model.parameters(), 1.5)", 1.5),
        ("nn.utils.clip_grad_norm_(model.parameters(), max_norm=2)", 2.0),
        ("clip_grad_norm_(parameters=p, max_norm=0.5, norm_type=2)", 0.5),
        ("clip_grad_norm_(model.parameters(), args.clip)", None),
        ("clip_grad_norm_(model.parameters(), 0.0)", None),
        ("clip_grad_norm_(model.parameters(), -1)", None),
        ("clip_grad_norm_(model.parameters(), True)", None),
        ("clip_grad_norm_(model.parameters(), float('inf'))", None),
        ("clip_grad_norm_(a.parameters(), 1.0); clip_grad_norm_(b.parameters(), 2.0)", None),
        ("clip_grad_value_(model.parameters(), 1.0)", None),
    ],
)
def test_the_bound_of_the_gradient_is_read_where_it_is_a_plain_number(line: str, norm: float | None) -> None:
    assert parse(f"{STEPPED}loss.backward()\n{line}\noptimizer.step()\n").clip == norm
