"""What a training is like at an update is what torch finds there, without a survey."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import nn

from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problems.digits import Digits
from lrviz.engine.dynamics import flat
from lrviz.engine.inline import gradient_noise, landscape, sharpness
from lrviz.engine.solo import Solo
from lrviz.errors import RefusedError, SpecError
from lrviz.experiment import Experiment
from lrviz.run import Group, Run
from tests.engine.test_gauge import dropping

TINY = Digits(model=MLP(hidden=(4,)))
SHORT = Experiment.of(Run("a", None, SGD(0.1)), Run("b"), problem=TINY, steps=20, seeds=(3, 4))


def test_sharpness_is_the_largest_eigenvalue_of_the_whole_hessian() -> None:
    solo = Solo(SHORT, 0, 4, "cpu")
    list(solo.until(20))
    inputs, target, *_ = solo.data

    def loss(row: torch.Tensor) -> torch.Tensor:
        first, bias, last, end = row.split([64 * 4, 4, 4 * 10, 10])
        hidden = torch.relu(inputs.double() @ first.view(4, 64).T + bias)
        return nn.functional.cross_entropy(hidden @ last.view(10, 4).T + end, target)

    weights = flat(list(solo.member.model.parameters())).double()
    hessian = torch.autograd.functional.hessian(loss, weights)
    expected = float(torch.linalg.eigvalsh(hessian)[-1])
    assert sharpness(SHORT, "a", seed=4, device="cpu") == pytest.approx(expected, rel=2e-3)
    assert sharpness(SHORT, 0, device="cpu") != pytest.approx(expected, rel=2e-3)  # the first seed's


def test_it_is_the_landscapes_own() -> None:
    run = Run("a", None, SGD(0.1), groups=(Group("0.*", frozen=True),))
    experiment = Experiment.of(run, problem=TINY, steps=20)
    [route] = landscape(experiment, method="random", grid=3, device="cpu").routes
    for step, expected in zip(route.sharpness_steps, route.sharpness, strict=True):
        if step in {0, 20}:
            assert sharpness(experiment, step=int(step), device="cpu") == pytest.approx(expected, rel=2e-3)


def test_noise_times_batch_is_that_of_single_examples_whatever_the_batch() -> None:
    solo = Solo(SHORT, 0, 3, "cpu")
    list(solo.until(7))
    inputs, target, *_ = solo.data
    parameters = list(solo.member.model.parameters())
    each = torch.stack(
        [
            flat(torch.autograd.grad(nn.functional.cross_entropy(solo.member.model(x[None]), y[None]), parameters))
            for x, y in zip(inputs, target, strict=True)
        ]
    )
    expected = float((each - each.mean(0)).square().sum(1).mean())
    for batch in (8, 128):
        found = gradient_noise(SHORT, 0, batch_size=batch, step=7, device="cpu")
        assert found == pytest.approx(expected, rel=0.25)
    assert gradient_noise(SHORT, 0, step=7, device="cpu") == gradient_noise(
        SHORT, 0, batch_size=32, step=7, device="cpu"
    )
    assert gradient_noise(SHORT, 0, step=0, device="cpu") != gradient_noise(SHORT, 0, step=7, device="cpu")


def test_a_model_of_ones_own_can_be_asked(tmp_path: Path) -> None:
    experiment = Experiment.of(Run("mine", None, SGD(0.1)), problem=Digits(model=dropping(tmp_path)), steps=3)
    assert gradient_noise(experiment, device="cpu", trust=True) > 0
    assert sharpness(experiment, device="cpu", trust=True) > 0


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(SpecError, match=r"sharpness\(seed=9\)"):
        sharpness(SHORT, seed=9)
    with pytest.raises(SpecError, match=r"gradient_noise\(run='c'\)"):
        gradient_noise(SHORT, "c")
    with pytest.raises(RefusedError, match="a has no update 20: its plan ends there"):
        sharpness(SHORT, step=21, device="cpu")
