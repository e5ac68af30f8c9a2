"""Reading text that nobody meant well: it ends soon, in words of ours, and nothing of it is executed."""

from __future__ import annotations

import math
import resource
import subprocess
import sys
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz import SGD, LrvizError, Run, StepLR, parse
from lrviz.source.text.syntax import LONGEST


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
