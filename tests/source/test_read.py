"""Reading: what a text makes, what it leaves open, and that nothing in it is ever run."""

from __future__ import annotations

import importlib
import inspect
import math
import resource
import subprocess
import sys
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz import (
    SGD,
    SWALR,
    AdamW,
    ChainedScheduler,
    ConstantSchedule,
    CosineAnnealingLR,
    CosineAnnealingWarmRestarts,
    CosineLRScheduler,
    CosineScheduleWithWarmup,
    CosineWithMinLrScheduleWithWarmup,
    CyclicLR,
    LambdaLR,
    LinearLR,
    LinearScheduleWithWarmup,
    LrvizError,
    MultiplicativeLR,
    MultiStepLR,
    OneCycleLR,
    Run,
    ScheduleError,
    SequentialLR,
    SourceError,
    SpecError,
    StepLR,
    code,
    curve,
    parse,
)
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedules import SCHEDULES
from lrviz.source.places import WITHOUT_EFFECT, positional
from lrviz.source.text import LONGEST
from lrviz.spec import fields

ALSO_WITHOUT_EFFECT = WITHOUT_EFFECT | {"last_epoch"}


def rule(text: str, **names: Any) -> tuple[str, int | None, str]:
    """Give the rule, line and message a text is refused with."""
    with pytest.raises(SourceError) as caught:
        parse(text, **names)
    (finding,) = caught.value.findings
    assert finding.severity == "error"
    assert caught.value.line == finding.line
    assert "\n" not in str(caught.value)
    return finding.rule, finding.line, finding.message


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
        ("StepLR(o, 3)\n'\ud800'", "LR200", 2, "surrogate"),
        ("s = CossineAnnealingLR(o, 3)", "LR201", 1, "the nearest is CosineAnnealingLR"),
        ("\ns = torch.optim.lr_scheduler.stepLR(o, 3)", "LR201", 2, "the nearest is StepLR"),
        ("s = StepLR(o, step_sizes=3)", "LR201", 1, "no argument step_sizes; the nearest is step_size"),
        ("s = CosineAnnealingLR(\n  o,\n  T_MAX=3)", "LR201", 3, "the nearest is T_max"),
        ("s = StepLR(o)", "LR201", 1, "needs step_size"),
        ("s = StepLR(step_size=3)", "LR201", 1, "needs its optimizer"),
        ("s = StepLR(o, 3, step_size=4)", "LR201", 1, "twice"),
        ("s = StepLR(o, 3, 0.1, -1, 7)", "LR201", 1, "by place"),
        ("o = torch.optim.Sgd(m.parameters(), lr=1)", "LR201", 1, "the nearest is SGD"),
        ("o = Lion(m.parameters(), lr=1)\nStepLR(o, 3)", "LR201", 1, "Lion is no optimizer"),
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
        ("a = StepLR(o, 3)\nb = StepLR(o, 4)\na.step()\nb.step()", "LR202", 2, "more than one scheduler"),
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
        ("o = SGD(m.parameters())\nlr_sched = build(o)", "LR204", None, "lr_sched"),
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


def test_pasting_leaves_no_trace() -> None:
    pasted = "\ufeff    opt = SGD(m.parameters(),\u00a0lr=0.1)\r\n    s = StepLR(opt,\u200b 3)\r\n"
    assert parse(pasted) == Run("StepLR", StepLR(3), SGD(0.1))


HOSTILE = {
    "ten megabytes": "x = 1\n" * 2_000_000,
    "as long as it may be": "x = 1\n" * (LONGEST // 6),
    "brackets": "(" * 100_000,
    "closed brackets": "[" * 50_000 + "]" * 50_000,
    "signs": "-" * 100_000 + "1",
    "sums": "1" + "+1" * 100_000,
    "attributes": "a" + ".b" * 100_000,
    "subscripts": "a" + "[0]" * 50_000,
    "calls": "a" + "()" * 50_000,
    "nested ifs": "\n".join(" " * i + "if x:" for i in range(99)) + "\n" + " " * 99 + "y",
    "chained names": "a0 = 1\n" + "\n".join(f"a{i + 1} = a{i} + 1" for i in range(4_500)) + "\nStepLR(o, a4500)",
    "doubled names": "a0 = 9\n" + "\n".join(f"a{i + 1} = a{i} * a{i}" for i in range(99)) + "\nStepLR(o, a99)",
    "powers": "StepLR(o, 9**9**9**9**9)",
    "digits": f"StepLR(o, {'9' * 5000})",
    "shifts": "StepLR(o, 1 << 10**12)",
    "text": "StepLR(o, 'a' * 10**10)",
    "one name": f"StepLR(o, {'a' * 90_000})",
    "many unknown calls": "f(g(h()))\n" * 9_900,
    "lambdas": "LambdaLR(o, lambda t: " + "lambda t: " * 5000 + "t)",
    "a long formula": "LambdaLR(o, lambda t: t" + " + t" * 50_000 + ")",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_ends_in_an_error_soon(text: str) -> None:
    took = math.inf
    for _ in range(3):  # beside others a processor may be half as quick
        before = time.process_time()
        with pytest.raises(LrvizError) as caught:
            parse(text)
        assert len(str(caught.value)) < 400
        took = min(took, time.process_time() - before)
        if took < 2:
            break
    assert took < 2


def test_hostile_text_takes_little_memory() -> None:
    script = "import sys, lrviz\ntry: lrviz.parse(sys.stdin.read())\nexcept lrviz.SourceError: sys.exit(7)"
    for name in ("ten megabytes", "as long as it may be", "sums", "many unknown calls"):
        done = subprocess.run(
            [sys.executable, "-c", script],
            input=HOSTILE[name],
            text=True,
            check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30)),
        )
        assert done.returncode == 7, name


def test_nothing_is_executed(tmp_path: Any) -> None:
    mark = tmp_path / "mark"
    text = f"open({str(mark)!r}, 'w')\nimport os\nos.system('touch {mark}')\nStepLR(o, 3)\nx = f'{{open(mark)}}'"
    assert parse(text).schedule == StepLR(3)
    assert not mark.exists()


PIECES = st.sampled_from(
    ["StepLR(o, 3)", "SGD(m.parameters(), lr=x)", "x = 1", "o = ", "lambda t: t", "(", ")", "\n", " ", "*", "**", ",",
     "=", "[", "]", "'", "def f(t):", "return", "for g in o.param_groups:", "g['lr']", ".step()", "\0", "\ud800", "é",
     "LambdaLR(o, ", "import torch as t", "9" * 30, "class", "match x:\n case [a, *b]: pass", "x: int", ":=", "await"],
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=60))
def test_any_text_ends_in_a_run_or_in_an_error_of_ours(text: str) -> None:
    try:
        run = parse(text)
    except LrvizError as error:
        assert "\n" not in str(error)  # noqa: PT017 - any of our errors will do, and none is needed
    else:
        assert isinstance(run, Run)


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


OPTIMIZER = "import torch\nopt = torch.optim.SGD(m.parameters(), lr=0.1)\n"
WARMUP, DROPS = LinearLR(0.1, total_iters=5), StepLR(3)


@pytest.mark.parametrize(
    ("text", "schedule"),
    [
        (
            "SequentialLR(opt, [LinearLR(opt, 0.1, total_iters=5), StepLR(opt, 3)], [4])",
            SequentialLR((WARMUP, DROPS), (4,)),
        ),
        (
            (
                "a = LinearLR(opt, 0.1, total_iters=5)\nb = StepLR(opt, 3)\nparts = (a, b)\nat = [4]\n"
                "s = SequentialLR(optimizer=opt, milestones=at, schedulers=parts)\ns.step()"
            ),
            SequentialLR((WARMUP, DROPS), (4,)),
        ),
        (
            "self.a = LinearLR(opt, 0.1, total_iters=5)\nself.p = [self.a, StepLR(opt, 3)]\nChainedScheduler(self.p)",
            ChainedScheduler((WARMUP, DROPS)),
        ),
        (
            "SequentialLR(opt, [ChainedScheduler([LinearLR(opt, 0.1, total_iters=5)], opt), StepLR(opt, 3)], [7])",
            SequentialLR((ChainedScheduler((WARMUP,)), DROPS), (7,)),
        ),
        (
            "b = StepLR(opt, 3)\na = LinearLR(opt, 0.1, total_iters=5)\nSequentialLR(opt, [a, b], [4])",
            SequentialLR((WARMUP, DROPS), (4,)),
        ),
        ("s = SequentialLR(opt, [StepLR(opt, 3)], [])\nStepLR(opt, 9)\ns.step()", SequentialLR((DROPS,), ())),
        ("CyclicLR(opt, 0.1, 0.2, scale_fn=lambda x: 0.5 ** (x - 1))", CyclicLR(0.1, 0.2, scale_fn="0.5 ** (x - 1)")),
        ("MultiplicativeLR(opt, lambda epoch: 0.9)", MultiplicativeLR("0.9")),
        ("from torch.optim.swa_utils import SWALR\nSWALR(opt, 0.05, 3)", SWALR(0.05, 3)),
        ("swa_utils.SWALR(opt, swa_lr=0.05)", SWALR(0.05)),
    ],
)
def test_composed_schedulers_are_read(text: str, schedule: Any) -> None:
    assert parse(OPTIMIZER + text).schedule == schedule


@pytest.mark.parametrize(
    ("text", "schedule"),
    [
        (
            "from transformers import get_linear_schedule_with_warmup as g\ng(opt, 10, 100)",
            LinearScheduleWithWarmup(10, 100),
        ),
        (
            (
                "import transformers\ntransformers.optimization.get_cosine_schedule_with_warmup(\n"
                "    optimizer=opt, num_warmup_steps=10, num_training_steps=100, last_epoch=-1)"
            ),
            CosineScheduleWithWarmup(10, 100),
        ),
        (
            "get_cosine_with_min_lr_schedule_with_warmup(opt, 10, 100, 0.5, -1, 0.01)",
            CosineWithMinLrScheduleWithWarmup(10, 100, min_lr=0.01),
        ),
        ("get_scheduler('linear', opt, 10, 100)", LinearScheduleWithWarmup(10, 100)),
        ("from transformers import get_scheduler\nget_scheduler('constant', opt, 10, 100)", ConstantSchedule()),
        (
            (
                "get_scheduler(name='cosine_with_min_lr', optimizer=opt, num_warmup_steps=1, num_training_steps=9,\n"
                "              scheduler_specific_kwargs={'min_lr_rate': 0.1})"
            ),
            CosineWithMinLrScheduleWithWarmup(1, 9, min_lr_rate=0.1),
        ),
        (
            (
                "from timm.scheduler.cosine_lr import CosineLRScheduler\n"
                "CosineLRScheduler(opt, t_initial=100, warmup_t=5, noise_range_t=None, noise_seed=3)"
            ),
            CosineLRScheduler(100, warmup_t=5),
        ),
    ],
)
def test_the_libraries_functions_are_read(text: str, schedule: Any) -> None:
    assert parse(OPTIMIZER + text).schedule == schedule


def test_the_steps_of_timm_are_epochs_unless_it_is_told_otherwise() -> None:
    text = OPTIMIZER + "CosineLRScheduler(opt, 100{})"
    assert parse(text.format("")).stepped == "epoch"
    assert parse(text.format(", t_in_epochs=False")).stepped == "batch"
    assert curve(text.format(""), steps=51).lr[50] == pytest.approx(0.05)


@pytest.mark.parametrize(
    ("text", "expected", "line", "words"),
    [
        ("SequentialLR(opt, [LinearLR(opt),\n StepLR(opt, T_max=3)], [4])", "LR201", 4, "schedulers[1]: StepLR has no"),
        (
            "SequentialLR(opt, [ChainedScheduler([StepLR(opt, n)])], [])",
            "LR203",
            3,
            "schedulers[0].schedulers[0]: n is not",
        ),
        ("SequentialLR(opt, [LinearLR(opt), foo], [4])", "LR203", 3, "foo"),
        ("SequentialLR(opt, [LinearLR(opt), m], [4])\nm = 3", "LR202", 3, "no scheduler that the text makes"),
        ("SequentialLR(opt, [f(o) for f in fs], [4])", "LR202", 3, "written out as a list"),
        ("p = []\np.append(StepLR(opt, 3))\nChainedScheduler(p)", "LR202", 5, "changed after"),
        ("a = StepLR(opt, 3)\na = StepLR(opt, 4)\nChainedScheduler([a])", "LR203", 5, "more than one place"),
        ("a = StepLR(opt, 3)\nChainedScheduler([a, a])", "LR202", 4, "twice"),
        ("a = StepLR(opt, 3)\ns = ChainedScheduler([a])\na.step()\ns.step()", "LR202", 3, "stepped on its own"),
        ("s = ChainedScheduler([s])", "LR202", 3, "part of itself"),
        (
            "o2 = SGD(q.parameters(), 2)\nChainedScheduler([StepLR(o2, 3), StepLR(opt, 3)])",
            "LR202",
            4,
            "same optimizer",
        ),
        ("ChainedScheduler([StepLR(opt, 3)], opt, 5)", "LR201", 3, "by place"),
        ("b = OneCycleLR(opt, 3, 10)\na = StepLR(opt, 3)\nSequentialLR(opt, [a, b], [3])", "LR202", 5, "another order"),
        ("b = CosineAnnealingLR(opt, 3)\na = StepLR(opt, 3)\nChainedScheduler([a, b])", "LR202", 5, "another order"),
        ("get_linear_schedule_with_warmup(opt, 10, 100, 5)", "LR202", 3, "resumes"),
        ("get_linear_schedule_with_warmup(opt, 10)", "LR201", 3, "needs num_training_steps"),
        (
            "from mine import get_linear_schedule_with_warmup\nget_linear_schedule_with_warmup(opt, 1, 2)",
            "LR201",
            4,
            "mine",
        ),
        ("CosineLRScheduler(opt, 9, noise_range_t=(3, 4))", "LR202", 3, "noise_range_t"),
        ("CosineLRScheduler(opt, 9, initialize=False)", "LR202", 3, "initialize"),
        ("CosineLRScheduler(opt, 9, noisy=1)", "LR201", 3, "no argument noisy"),
        ("get_scheduler('cosin', opt, 1, 2)", "LR201", 3, "the nearest is cosine"),
        ("get_scheduler('linear', opt, 1, 2, {**kw})", "LR202", 3, "written out as a dict"),
        ("get_scheduler('inverse_sqrt', opt, 1, 2, {'timescale': 3})", "LR202", 3, "some versions"),
        ("get_scheduler(optimizer=opt)", "LR201", 3, "needs name"),
        ("get_scheduler('linear', opt, steps=3)", "LR201", 3, "no argument steps"),
        ("def f(s):\n  for i in s: return 1\nLambdaLR(opt, f)", "LR202", 5, "assigns, branches and returns"),
        ("def f(s):\n  x = s\n" + "  x = x * x\n" * 30 + "  return x\nLambdaLR(opt, f)", "LR202", 36, "assigns"),
    ],
)
def test_parts_and_libraries_that_are_not_read_are_named(text: str, expected: str, line: int, words: str) -> None:
    found, where, message = rule(OPTIMIZER + text)
    assert (found, where) == (expected, line), message
    assert words in message


def test_a_bound_that_a_part_breaks_says_which_part_it_is() -> None:
    with pytest.raises(SpecError, match=r"SequentialLR\(schedulers\[1\]\.step_size=0\)"):
        parse("SequentialLR(o, [LinearLR(o), StepLR(o, 0)], [4])")
    with pytest.raises(ScheduleError, match=r"SequentialLR does not support `ReduceLROnPlateau` .* at index 1"):
        parse("SequentialLR(o, [LinearLR(o), ReduceLROnPlateau(o)], [4])")


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        (
            "def f(s):\n  if s < 3:\n    return 0.1\n  elif s < w:\n    return 0.2\n  else:\n    return 0.3",
            "0.1 if t < 3 else 0.2 if t < 5 else 0.3",
        ),
        (
            "def f(s, n=10):\n  'doc'\n  p = s / n\n  p = p * 2\n  if s < n:\n    return p\n  return 1 - p",
            "t / 10 * 2 if t < 10 else 1 - t / 10 * 2",
        ),
        ("f = lambda s, n=4: s / n", "t / 4"),
    ],
)
def test_a_function_that_branches_is_one_formula(text: str, formula: str) -> None:
    assert parse(f"w = 5\n{text}\nLambdaLR(o, f)").schedule == LambdaLR(formula)


def test_a_recipe_s_function_that_is_changed_is_a_formula() -> None:
    text = code(Run("run", LinearScheduleWithWarmup(10, 100)))
    assert isinstance(parse(text).schedule, LinearScheduleWithWarmup)
    assert isinstance(parse(text.replace("linear_schedule_with_warmup", "f")).schedule, LinearScheduleWithWarmup)
    changed = parse(text.replace("return 0.0", "return 0.1")).schedule
    assert isinstance(changed, LambdaLR)
    assert changed.lr_lambda.endswith("else 0.1")


def test_a_recipe_with_a_floor_is_read_for_the_rate_it_is_written_for() -> None:
    text = code(Run("run", CosineLRScheduler(100, lr_min=0.01)))
    assert parse(text).schedule == CosineLRScheduler(100, lr_min=0.01)
    assert isinstance(parse(text.replace("parameters(), lr=0.1", "parameters(), lr=0.2")).schedule, LambdaLR)
