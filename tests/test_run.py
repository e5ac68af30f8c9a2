from __future__ import annotations

import numpy as np
import pytest

from lrviz import Adadelta, Adagrad, Adam, CyclicLR, Experiment, OneCycleLR, Run, ScheduleError, StepLR, curve, parse
from lrviz.columns import columns

CYCLES = OneCycleLR(max_lr=0.1, total_steps=20)
SAID = "optimizer must support momentum or beta1 with `cycle_momentum` option enabled"


@pytest.mark.parametrize("optimizer", [Adagrad(), Adadelta()])
@pytest.mark.parametrize("schedule", [CYCLES, CyclicLR(0.1, 0.2)])
def test_a_scheduler_that_torch_refuses_for_the_optimizer_has_no_rate_and_says_why(
    optimizer: Adagrad, schedule: OneCycleLR
) -> None:
    run = Run("refused", schedule, optimizer)
    experiment = Experiment.of(run, steps=20)
    refused = experiment.curve(run, np.arange(20))
    assert (len(refused), refused.error) == (0, SAID)
    drawn = columns(experiment, run, 0, 19, 100)
    assert (len(drawn.x), drawn.error) == (0, SAID)


def test_without_cycled_momentum_or_with_adam_it_has() -> None:
    for run in (
        Run("a", OneCycleLR(max_lr=0.1, total_steps=20, cycle_momentum=False), Adagrad()),
        Run("b", CYCLES, Adam()),
        Run("c", StepLR(3), Adagrad()),
    ):
        assert run.unfit == ""
        assert len(Experiment.of(run, steps=20).curve(0, np.arange(20))) == 20


def test_a_text_with_such_a_pair_is_refused_with_torchs_words() -> None:
    text = "o = torch.optim.Adagrad(m.parameters())\nOneCycleLR(o, max_lr=0.1, total_steps=20)"
    for read in (parse, lambda text: curve(text, steps=3)):
        with pytest.raises(ScheduleError) as refused:
            read(text)
        assert str(refused.value) == SAID
