"""Callables: the functions that LambdaLR is given, in the many ways that they are made, give the rates of torch."""

from __future__ import annotations

import pytest

from tests.source.executed import agrees, read

HEAD = """\
import math, functools, bisect, torch
import math as m
import numpy as np
from functools import partial
from torch.optim import SGD
from torch.optim.lr_scheduler import *
optimizer = SGD(model.parameters(), lr=0.1)
"""
LOOP = "\nfor _ in range(12):\n    optimizer.step()\n    scheduler.step()\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "class LambdaRate():\n    def __init__(self, n_epochs, offset, decay_start_epoch):\n        assert (n_epochs - decay_start_epoch) > 0\n        self.n_epochs = n_epochs\n        self.offset = offset\n        self.decay_start_epoch = decay_start_epoch\n    def step(self, epoch):\n        return 1.0 - max(0, epoch + self.offset - self.decay_start_epoch) / (self.n_epochs - self.decay_start_epoch)\nscheduler = LambdaLR(optimizer, lr_lambda=LambdaRate(10, 0, 5).step)\n",
            id="cyclegan",
        ),
        pytest.param(
            "import torch.optim.lr_scheduler as S\nclass LambdaLR():\n    def __init__(self, n_epochs, offset, decay_start_epoch):\n        self.n_epochs = n_epochs\n        self.offset = offset\n        self.decay_start_epoch = decay_start_epoch\n    def step(self, epoch):\n        return 1.0 - max(0, epoch + self.offset - self.decay_start_epoch) / (self.n_epochs - self.decay_start_epoch)\nscheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=LambdaLR(10, 0, 5).step)\n",
            id="cyclegan_lambdalr_name",
        ),
        pytest.param(
            "class Warm:\n    def __init__(self, n=4):\n        self.n = n\n    def __call__(self, t):\n        return min(1.0, (t + 1) / self.n)\nscheduler = LambdaLR(optimizer, lr_lambda=Warm(5))\n",
            id="call_object",
        ),
        pytest.param(
            "class Warm:\n    def __init__(self, n=4):\n        self.n = n\n    def __call__(self, t):\n        if t < self.n:\n            return (t + 1) / self.n\n        return 1.0\nw = Warm()\nscheduler = LambdaLR(optimizer, lr_lambda=w)\n",
            id="call_object_named",
        ),
        pytest.param(
            "class P:\n    n = 4\n    def f(self, t):\n        return 0.5 ** (t // self.n)\np = P()\nscheduler = LambdaLR(optimizer, lr_lambda=p.f)\n",
            id="method_named",
        ),
        pytest.param(
            "class P:\n    @staticmethod\n    def f(t):\n        return 0.5 ** (t // 3)\nscheduler = LambdaLR(optimizer, lr_lambda=P.f)\n",
            id="staticmethod",
        ),
        pytest.param(
            "class T:\n    def __init__(self):\n        self.warm = 4\n        self.optimizer = SGD(model.parameters(), lr=0.1)\n        self.scheduler = LambdaLR(self.optimizer, self.f)\n    def f(self, t):\n        return min(1, (t + 1) / self.warm)\ntr = T()\noptimizer, scheduler = tr.optimizer, tr.scheduler\n",
            id="self_method",
        ),
        pytest.param(
            "class T:\n    def __init__(self, warm=4):\n        self.warm = warm\n        self.optimizer = SGD(model.parameters(), lr=0.1)\n        self.scheduler = LambdaLR(self.optimizer, lambda t: min(1, (t + 1) / self.warm))\ntr = T()\noptimizer, scheduler = tr.optimizer, tr.scheduler\n",
            id="self_lambda",
        ),
        pytest.param(
            "def f(t, n, k=2):\n    return 1 / (1 + t / n) ** k\nscheduler = LambdaLR(optimizer, lr_lambda=partial(f, n=4))\n",
            id="partial_def",
        ),
        pytest.param(
            "def f(n, t):\n    return 1 / (1 + t / n)\ng = functools.partial(f, 4)\nscheduler = LambdaLR(optimizer, lr_lambda=g)\n",
            id="partial_named",
        ),
        pytest.param(
            "def f(step, *, warmup, total):\n    if step < warmup:\n        return float(step) / float(max(1, warmup))\n    return max(0.0, float(total - step) / float(max(1, total - warmup)))\nscheduler = LambdaLR(optimizer, lr_lambda=partial(f, warmup=3, total=10))\n",
            id="partial_kw",
        ),
        pytest.param(
            "def make(n):\n    def f(t):\n        return min(1.0, (t + 1) / n)\n    return f\nscheduler = LambdaLR(optimizer, lr_lambda=make(4))\n",
            id="nested_def",
        ),
        pytest.param(
            "def make(n):\n    def f(t):\n        return min(1.0, (t + 1) / n)\n    return f\nfn = make(4)\nscheduler = LambdaLR(optimizer, lr_lambda=fn)\n",
            id="nested_named",
        ),
        pytest.param(
            "def make(n):\n    return lambda t: min(1.0, (t + 1) / n)\nscheduler = LambdaLR(optimizer, lr_lambda=make(4))\n",
            id="nested_lambda",
        ),
        pytest.param(
            "def get_sched(optimizer, warm, total, last_epoch=-1):\n    def lr_lambda(s):\n        if s < warm:\n            return s / max(1, warm)\n        return max(0.0, (total - s) / max(1, total - warm))\n    return LambdaLR(optimizer, lr_lambda, last_epoch)\nscheduler = get_sched(optimizer, 3, 10)\n",
            id="nested_hf",
        ),
        pytest.param("scheduler = LambdaLR(optimizer, lr_lambda=lambda t, k=0.5: k ** t)\n", id="defaults"),
        pytest.param(
            "k = 0.5\nscheduler = LambdaLR(optimizer, lr_lambda=lambda t, k=k: k ** t)\n", id="defaults_named"
        ),
        pytest.param(
            "def f(t, n=4):\n    return 0.5 ** (t // n)\nscheduler = LambdaLR(optimizer, lr_lambda=f)\n",
            id="def_default",
        ),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.5 * (1 + m.cos(m.pi * t / 10)))\n", id="math_as"
        ),
        pytest.param(
            "from math import cos, pi as PI\nscheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.5 * (1 + cos(PI * t / 10)))\n",
            id="from_math",
        ),
        pytest.param(
            "import numpy as xp\nscheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.5 * (1 + xp.cos(xp.pi * t / 10)))\n",
            id="numpy_as",
        ),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.5 * (1 + math.cos(torch.pi * t / 10)))\n",
            id="torch_pi",
        ),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: np.interp(t, [0, 4, 10], [0.1, 1, 0]))\n",
            id="np_interp",
        ),
        pytest.param(
            "xs, ys = [0, 4, 10], [0.1, 1, 0]\nscheduler = LambdaLR(optimizer, lr_lambda=lambda t: np.interp([t], xs, ys)[0])\n",
            id="np_interp_lists",
        ),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: float(np.interp(t, (0, 4, 10), (0.1, 1, 0))))\n",
            id="np_interp_float",
        ),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.1 ** bisect.bisect_right([3, 6], t))\n", id="bisect"
        ),
        pytest.param(
            "from bisect import bisect_right\nms = [3, 6]\nscheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.1 ** bisect_right(ms, t))\n",
            id="bisect_from",
        ),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.1 ** bisect.bisect([3, 6], t))\n", id="bisect_plain"
        ),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.1 ** bisect.bisect_left([3, 6], t))\n",
            id="bisect_left",
        ),
        pytest.param(
            "ms = [3, 6]\nscheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.1 ** len([x for x in ms if x <= t]))\n",
            id="len_comp",
        ),
        pytest.param(
            "ms = [3, 6]\nscheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.1 ** sum(t >= x for x in ms))\n",
            id="sum_gen",
        ),
        pytest.param(
            "ms = [3, 6]\nscheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.1 ** sum(1 for x in ms if t >= x))\n",
            id="sum_one",
        ),
        pytest.param(
            "ms = [3, 6]\nscheduler = LambdaLR(optimizer, lr_lambda=lambda t: np.prod([0.1 if t >= x else 1.0 for x in ms]))\n",
            id="np_prod",
        ),
        pytest.param(
            "def f(t):\n    if t < 2:\n        return 0.1\n    elif t < 5:\n        return 1.0\n    elif t < 8:\n        return 0.5\n    else:\n        return 0.1\nscheduler = LambdaLR(optimizer, lr_lambda=f)\n",
            id="elif",
        ),
        pytest.param(
            "def f(t):\n    if t >= 8: return 0.0\n    x = t / 8\n    if x < 0.5: return 1.0\n    return 2 * (1 - x)\nscheduler = LambdaLR(optimizer, lr_lambda=f)\n",
            id="early",
        ),
        pytest.param(
            "def f(t):\n    if t < 4:\n        k = 1.0\n    else:\n        k = 0.1\n    return k\nscheduler = LambdaLR(optimizer, lr_lambda=f)\n",
            id="var_if",
        ),
        pytest.param(
            "def f(t):\n    k = 1.0\n    if t > 2:\n        k *= 0.5\n    if t > 5:\n        k *= 0.5\n    return k\nscheduler = LambdaLR(optimizer, lr_lambda=f)\n",
            id="var_ifs",
        ),
        pytest.param(
            "ms = [3, 6]\ndef f(t):\n    k = 1.0\n    for x in ms:\n        if t >= x:\n            k *= 0.1\n    return k\nscheduler = LambdaLR(optimizer, lr_lambda=f)\n",
            id="loop_in_def",
        ),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: 1.0 - 0.5 * (t > 3) - 0.25 * (t > 6))\n",
            id="bool_arith",
        ),
        pytest.param("scheduler = LambdaLR(optimizer, lr_lambda=lambda t: (t < 3 and 0.5) or 1.0)\n", id="bool_and"),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.1 ** (int(t >= 3) + int(t >= 6)))\n", id="int_bool"
        ),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.9 ** (t // 3) * 2 ** -(t % 3))\n", id="floor_pow"
        ),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.5 if 2 <= t < 5 else 1.0)\n", id="chained_cmp"
        ),
        pytest.param("scheduler = LambdaLR(optimizer, lr_lambda=lambda t: 1.0 if not t < 4 else 0.1)\n", id="not_"),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.1 if t in [3, 5] else 1.0)\n", id="in_list"
        ),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.1 if t in range(3, 6) else 1.0)\n", id="in_range"
        ),
        pytest.param(
            "table = {0: 0.1, 1: 0.5}\nscheduler = LambdaLR(optimizer, lr_lambda=lambda t: table.get(t, 1.0))\n",
            id="dict_lookup",
        ),
        pytest.param(
            "table = [0.1, 0.5, 1.0]\nscheduler = LambdaLR(optimizer, lr_lambda=lambda t: table[min(t, 2)])\n",
            id="list_lookup",
        ),
        pytest.param(
            "optimizer = SGD([{'params': [model.weight]}, {'params': [model.bias]}], lr=0.1)\nf = lambda t: 0.9 ** t\nscheduler = LambdaLR(optimizer, [f] * 2)\n",
            id="same_lambdas",
        ),
        pytest.param(
            "optimizer = SGD([{'params': [model.weight]}, {'params': [model.bias]}], lr=0.1)\nf = lambda t: 0.9 ** t\nscheduler = LambdaLR(optimizer, [f for _ in optimizer.param_groups])\n",
            id="same_lambdas_len",
        ),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: max(0.1, min(1.0, (t + 1) / 4, (12 - t) / 4)))\n",
            id="min_max",
        ),
        pytest.param("scheduler = LambdaLR(optimizer, lr_lambda=lambda t: min([1.0, (t + 1) / 4]))\n", id="min_list"),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: (x := t / 10) * (1 - x) + 0.1)\n", id="walrus"
        ),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: (lambda x: x * x)(1 - t / 12))\n",
            id="lambda_in_lambda",
        ),
        pytest.param(
            "WARM = 4\ndef f(t):\n    global WARM\n    return min(1, (t + 1) / WARM)\nscheduler = LambdaLR(optimizer, lr_lambda=f)\n",
            id="global_const",
        ),
        pytest.param(
            "def f(t):\n    assert t >= 0\n    return 0.9 ** t\nscheduler = LambdaLR(optimizer, lr_lambda=f)\n",
            id="assert_in",
        ),
        pytest.param(
            "def f(t):\n    print('lr', t)\n    return 0.9 ** t\nscheduler = LambdaLR(optimizer, lr_lambda=f)\n",
            id="print_in",
        ),
        pytest.param("scheduler = LambdaLR(optimizer, lr_lambda=lambda t: math.exp(-0.1 * t))\n", id="torch_exp"),
        pytest.param("scheduler = LambdaLR(optimizer, lr_lambda=lambda t: np.exp(-0.1 * t))\n", id="exp_np"),
        pytest.param("scheduler = LambdaLR(optimizer, lr_lambda=lambda t: np.clip(1 - t / 8, 0.1, 1.0))\n", id="clip"),
        pytest.param("scheduler = LambdaLR(optimizer, lr_lambda=lambda t: np.where(t < 4, 1.0, 0.1))\n", id="np_where"),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: np.maximum(0.1, 1 - t / 8))\n", id="np_maximum"
        ),
        pytest.param("scheduler = LambdaLR(optimizer, lr_lambda=lambda t: pow(0.9, t))\n", id="pow_fn"),
        pytest.param("scheduler = LambdaLR(optimizer, lr_lambda=lambda t: math.pow(1 - t / 20, 0.9))\n", id="math_pow"),
        pytest.param("scheduler = LambdaLR(optimizer, lr_lambda=lambda t: 0.5 ** divmod(t, 3)[0])\n", id="divmod"),
        pytest.param(
            "@functools.lru_cache\ndef f(t):\n    return 0.9 ** t\nscheduler = LambdaLR(optimizer, lr_lambda=f)\n",
            id="decorated",
        ),
        pytest.param(
            'def f(current_step: int) -> float:\n    """Doc."""\n    r: float = current_step / 12\n    return 1 - r\nscheduler = LambdaLR(optimizer, lr_lambda=f)\n',
            id="typed",
        ),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: 1.0 if t < 3 else 0.1 if t < 6 else 0.01)\n",
            id="ternary_chain",
        ),
        pytest.param(
            "def f(t):\n    match t // 4:\n        case 0:\n            return 1.0\n        case 1:\n            return 0.1\n        case _:\n            return 0.01\nscheduler = LambdaLR(optimizer, lr_lambda=f)\n",
            id="match",
        ),
    ],
)
def test_a_function_gives_the_factors_that_python_works_out(text: str) -> None:
    text = text.replace("model.weight", "model[0].weight").replace("model.bias", "model[0].bias")
    agrees(HEAD + text + LOOP)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "optimizer = SGD([{'params': [model.weight]}, {'params': [model.bias]}], lr=0.1)\nscheduler = LambdaLR(optimizer, [lambda t: k ** t for k in (0.9, 0.5)])\n",
            id="comp_lambdas_late",
        ),
        pytest.param(
            "def f(t):\n    try:\n        return 1 / t\n    except ZeroDivisionError:\n        return 1.0\nscheduler = LambdaLR(optimizer, lr_lambda=f)\n",
            id="try_in",
        ),
        pytest.param(
            "scheduler = LambdaLR(optimizer, lr_lambda=lambda t: float(torch.cos(torch.tensor(t / 10))))\n", id="tensor"
        ),
        pytest.param("scheduler = LambdaLR(optimizer, lr_lambda=lambda t: float(f'{0.5}') ** t)\n", id="str_format"),
        pytest.param(
            "def f(t):\n    k = 1.0\n    while t >= 3:\n        k *= 0.1\n        t -= 3\n    return k\nscheduler = LambdaLR(optimizer, lr_lambda=f)\n",
            id="while_",
        ),
    ],
)
def test_a_function_of_more_than_formulas_is_refused(text: str) -> None:
    text = text.replace("model.weight", "model[0].weight").replace("model.bias", "model[0].bias")
    rates, reading = read(HEAD + text + LOOP, 12)
    assert rates is None
    assert reading.findings[0].line
