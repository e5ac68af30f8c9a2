"""Cleaning: what people paste is read as the Python it stands for, and what is found is where it was pasted."""

from __future__ import annotations

import ast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lrviz import SGD, SourceError, StepLR, parse
from lrviz.source.read import study
from lrviz.source.text.clean import cleaned

PLAIN = """\
import torch
optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=7)
for epoch in range(10):
    optimizer.step()
"""

WAYS = {
    "as it is": PLAIN,
    "fenced": f"Try this:\n\n```python\n{PLAIN}```\n\nIt's what I use.\n",
    "fenced with tildes, in two blocks": (
        "First\n~~~py\nimport torch\noptimizer = torch.optim.SGD(model.parameters(), lr=0.2)\n~~~\nthen it's\n"
        "~~~\nscheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=7)\n~~~\n"
    ),
    "beside what it printed": f"```python\n{PLAIN}```\nIt says\n```\nValueError: tried to step 31 times\n```\n",
    "in a fence without a language, beside what it printed": f"```\n{PLAIN}```\n\n```\nno: Python at all (\n```\n",
    "wide punctuation": PLAIN.replace(",", "\uff0c")
    .replace("(", "\uff08")
    .replace(")", "\uff09")
    .replace(":", "\uff1a"),
    "beside a fence of a shell": f"```bash\npip install torch, isn't it\n```\n```python\n{PLAIN}```",
    "prompts": """\
>>> import torch
>>> optimizer = torch.optim.SGD(model.parameters(),
...                             lr=0.2)
>>> optimizer
SGD (Parameter Group 0 ...)
>>> scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=7)""",
    "cells": """\
In [1]: import torch
In [2]: optimizer = torch.optim.SGD(model.parameters(),
   ...:     lr=0.2)
Out[2]: what it's like
In [3]: scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=7)""",
    "magics": f"%matplotlib inline\n!pip install torch\n%%time\n{PLAIN}if True:\n    !nvidia-smi\nmodel?\n",
    "a diff": """\
diff --git a/train.py b/train.py
--- a/train.py
+++ b/train.py
@@ -1,3 +1,3 @@
 import torch
-optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
+optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
 scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=7)
""",
    "line numbers": "\n".join(f"{i:3} {line}" for i, line in enumerate(PLAIN.splitlines(), 9)),
    "line numbers with colons": "\n".join(f"{i}: {line}" for i, line in enumerate(PLAIN.splitlines(), 1)),
    "no-break spaces": PLAIN.replace(" ", "\u00a0"),
    "a byte-order mark and zero-width spaces": "\ufeff" + PLAIN.replace("SGD", "S\u200bGD"),
    "typographic quotes": PLAIN + "print(“it’s”)\nprint(‘done’)\n".replace("’s", "s"),
    "carriage returns": PLAIN.replace("\n", "\r\n"),
    "old carriage returns": PLAIN.replace("\n", "\r"),
    "a common indent": "\n".join(f"        {line}" for line in PLAIN.splitlines()),
    "its first line without the indent": PLAIN.replace("\n", "\n    "),
    "a first line that stands further right": "        " + PLAIN,
    "tabs and spaces": PLAIN + "    if x:\n\t\ty = 1\n        z = 2\n",
}


@pytest.mark.parametrize("way", WAYS)
def test_what_is_pasted_is_read_as_it_is_meant(way: str) -> None:
    run = parse(WAYS[way])
    assert (run.optimizer, run.schedule) == (SGD(lr=0.2), StepLR(7))


@pytest.mark.parametrize("way", WAYS)
def test_what_is_read_stands_where_it_was_pasted(way: str) -> None:
    text = WAYS[way]
    said = study(text)
    for path, written in (("optimizer.lr", "0.2"), ("schedule.step_size", "7")):
        span = said.places[path]
        assert text[span.start : span.end] == written
        assert span.line == len(
            ast.literal_eval(repr(text[: span.start])).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        )


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a = 1\nb = \u202e2", 2, "a character turns the direction of what follows"),
        ("a = 1\nb = (\nc = 3", 2, "'(' was never closed"),
        ("a\0", 1, "a null byte is no text"),
        ("a = 1\n\nb = '\ud800'", 3, "half a surrogate pair is no text"),
    ],
)
def test_what_is_no_python_is_refused_by_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse(text)
    assert caught.value.line == line
    assert words in str(caught.value)
    assert "LR200" in str(caught.value)


def test_a_text_that_is_python_stays_as_it_is() -> None:
    text = "a = 5\nb = (1\n     % a)\nc = '''\n>>> a\n```\n'''\n"
    assert cleaned(text).text == text.rstrip("\n")


@example("@@ \r ")
@example("1if a:\n  b\n    c")
@given(st.text(alphabet=" \t\r\n>.`~+-@%!#:()'\"“\u00a0\u200bab1=é", max_size=80))
def test_any_text_keeps_its_lines_and_its_places(text: str) -> None:
    clean = cleaned(text)
    assert len(clean.lines) == len(
        text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    ) * bool(text)
    for line in clean.lines:
        assert len(line.columns) == len(line.text) + 1
        assert list(line.columns) == sorted(line.columns)
