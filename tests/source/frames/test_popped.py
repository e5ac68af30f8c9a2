"""Popped: dicts that keys are taken out of before they are passed on."""

from __future__ import annotations

import pytest

from tests.source.executed import agrees, read, texts

HEAD = """\
import torch
from torch.optim import SGD
from torch.optim.lr_scheduler import *
"""


@pytest.mark.parametrize("text", texts("popped"))
def test_what_is_left_of_a_dict_is_passed_on(text: str) -> None:
    assert not agrees(HEAD + text).findings


@pytest.mark.parametrize("text", texts("popped_refused"))
def test_what_may_be_left_of_a_dict_is_asked(text: str) -> None:
    rates, reading = read(HEAD + text, 4)
    assert rates is None
    assert reading.findings
