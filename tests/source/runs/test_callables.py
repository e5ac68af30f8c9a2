"""Callables: the functions that LambdaLR is given, in the many ways that they are made, give the rates of torch."""

from __future__ import annotations

import pytest

from tests.source.executed import agrees, read, texts

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


@pytest.mark.parametrize("text", texts("callables"))
def test_a_function_gives_the_factors_that_python_works_out(text: str) -> None:
    text = text.replace("model.weight", "model[0].weight").replace("model.bias", "model[0].bias")
    agrees(HEAD + text + LOOP)


@pytest.mark.parametrize("text", texts("callables_refused"))
def test_a_function_of_more_than_formulas_is_refused(text: str) -> None:
    text = text.replace("model.weight", "model[0].weight").replace("model.bias", "model[0].bias")
    rates, reading = read(HEAD + text + LOOP, 12)
    assert rates is None
    assert reading.findings[0].line
