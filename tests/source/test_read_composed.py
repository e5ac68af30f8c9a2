"""Reading schedules that are made of others, that a library makes, or that a function says."""

from __future__ import annotations

from typing import Any

import pytest

from lrviz import (
    SWALR,
    ChainedScheduler,
    ConstantSchedule,
    CosineLRScheduler,
    CosineScheduleWithWarmup,
    CosineWithMinLrScheduleWithWarmup,
    CyclicLR,
    LambdaLR,
    LinearLR,
    LinearScheduleWithWarmup,
    MultiplicativeLR,
    Run,
    ScheduleError,
    SequentialLR,
    SpecError,
    StepLR,
    code,
    curve,
    parse,
)
from tests.source.refusals import rule

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
        ("p = [StepLR(opt, 3)]\np.reverse()\nChainedScheduler(p)", "LR202", 5, "changed after"),
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
