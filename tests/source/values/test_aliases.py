"""Aliases: what is changed under another name, or by what it is handed to, is changed for whoever reads it."""

from __future__ import annotations

import pytest

from tests.source.executed import agrees, read, texts

HEAD = """\
import argparse
import copy
from copy import deepcopy
from types import SimpleNamespace
from torch.optim import SGD
from torch.optim.lr_scheduler import *
"""
LOOP = "\nfor _ in range(8):\n    optimizer.step()\n    scheduler.step()\n"


@pytest.mark.parametrize("text", texts("aliases"))
def test_a_value_is_the_one_that_the_text_has_when_it_is_used(text: str) -> None:
    agrees(HEAD + text + LOOP)


@pytest.mark.parametrize("text", texts("aliases_asked"))
def test_what_may_be_changed_is_asked_or_refused_in_a_line(text: str) -> None:
    rates, reading = read(HEAD + text + LOOP, 8)
    assert rates is None
    assert reading.findings[0].line


def test_what_exec_may_set_is_told() -> None:
    _, reading = read("lr = 0.1\nexec(open('x.py').read())\noptimizer = torch.optim.SGD(p, lr=lr)\n", 1)
    assert reading.run is not None
    (finding,) = reading.findings
    assert (finding.severity, finding.line) == ("warning", 2)
