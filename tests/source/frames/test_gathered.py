"""Gathered: lists of schedulers that are put together one by one, read as torch makes them or not at all."""

from __future__ import annotations

import pytest

from lrviz.listing import Listing
from lrviz.source.amending.amend import amended
from lrviz.source.read import study
from tests.source.executed import agrees, read, texts

HEAD = """\
from torch.optim import SGD
from torch.optim.lr_scheduler import *
"""


@pytest.mark.parametrize("text", texts("gathered"))
def test_a_list_that_is_put_together_is_what_torch_is_given(text: str) -> None:
    assert not agrees(HEAD + text).findings


@pytest.mark.parametrize("text", texts("gathered_refused"))
def test_a_list_that_is_changed_otherwise_is_refused(text: str) -> None:
    rates, reading = read(HEAD + text, 4)
    assert rates is None
    assert reading.findings[0].line


def test_what_was_put_in_is_changed_where_it_stands() -> None:
    text = HEAD + texts("gathered")[0].values[0]
    run = study(text.replace("T_max=15", "T_max=25")).run
    assert run is not None
    assert amended(Listing(text), run) == text.replace("T_max=15", "T_max=25")
