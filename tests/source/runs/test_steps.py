"""Steps: when a text steps its schedulers, and that it is said where no curve is drawn of it."""

from __future__ import annotations

import pytest

from lrviz import Experiment, Run, StepLR, script
from lrviz.source.read import study
from tests.source.executed import agrees, read, texts

HEAD = """\
from torch.optim import SGD
from torch.optim.lr_scheduler import *
"""


@pytest.mark.parametrize("text", texts("steps"))
def test_schedulers_are_stepped_as_the_text_does(text: str) -> None:
    assert not agrees(HEAD + text).findings


@pytest.mark.parametrize("text", texts("steps_told"))
def test_steps_that_no_curve_is_drawn_of_are_told(text: str) -> None:
    _, reading = read(HEAD + text, 8)
    assert reading.run is not None
    assert [finding.severity for finding in reading.findings] == ["warning"]
    assert reading.findings[0].line


@pytest.mark.parametrize("text", texts("steps_refused"))
def test_schedulers_that_are_no_chain_are_refused(text: str) -> None:
    rates, reading = read(HEAD + text, 8)
    assert rates is None
    assert reading.findings


def test_lrviz_s_own_script_says_that_it_steps_once_an_epoch() -> None:
    run = Run("it", StepLR(step_size=3), stepped="epoch")
    said = study(script(Experiment.of(run, steps=440)))
    assert said.run is not None
    assert said.run.stepped == "epoch"
    assert not said.findings
