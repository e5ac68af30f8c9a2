"""What SGD is stable at: torch's own steps on a quadratic grow just above the limit, and die away just below it."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.engine.build import build

RATES = st.floats(1e-3, 10)


@st.composite
def optimizers(draw: st.DrawFn) -> SGD:
    nesterov = draw(st.booleans())
    momentum = draw(st.floats(0.01 if nesterov else 0, 0.95) | st.just(0.0 if not nesterov else 0.5))
    dampening = 0.0 if nesterov else draw(st.floats(-0.5, 0.9))
    decay = draw(st.just(0.0) | st.floats(0, 0.1))
    return SGD(draw(RATES), momentum, dampening, decay, nesterov)


def grown(optimizer: SGD, *curvatures: float) -> list[float]:
    """Give how large weights come to be, in the last 50 of 300 updates, that start at 1 on ½ · curvature · w²."""
    weights = torch.nn.Parameter(torch.ones(len(curvatures), dtype=torch.float64))
    bent = torch.tensor(curvatures, dtype=torch.float64)
    stepper = build(optimizer, [weights])
    sizes = []
    for _ in range(300):
        weights.grad = bent * weights.detach()
        stepper.step()
        sizes.append(weights.detach().abs())
    largest: list[float] = torch.stack(sizes[-50:]).amax(0).tolist()
    return largest


@settings(deadline=None, max_examples=20)
@given(optimizers())
def test_updates_grow_just_above_the_limit_and_die_away_just_below(optimizer: SGD) -> None:
    limit = optimizer.stability_limit(optimizer.lr)
    assert limit is not None
    bent = limit + optimizer.weight_decay
    above, below = grown(optimizer, 1.02 * bent - optimizer.weight_decay, 0.98 * bent - optimizer.weight_decay)
    assert above > 10
    assert below < 0.1


@given(optimizers(), RATES, st.floats(0.01, 0.99))
def test_a_scheduled_momentum_counts_in_place_of_the_optimizers_own(optimizer: SGD, lr: float, momentum: float) -> None:
    own = SGD(lr, momentum, optimizer.dampening, optimizer.weight_decay, optimizer.nesterov)
    assert optimizer.stability_limit(lr, momentum) == own.stability_limit(lr)


@given(optimizers())
def test_at_a_rate_of_0_nothing_grows(optimizer: SGD) -> None:
    assert optimizer.stability_limit(0.0) == math.inf


@pytest.mark.parametrize(
    "unstable", [SGD(0.1, momentum=1.1), SGD(0.1, maximize=True), SGD(0.1, momentum=0.5, dampening=1.5)]
)
def test_some_settings_are_stable_at_no_curvature(unstable: SGD) -> None:
    assert unstable.stability_limit(0.1) == 0
    assert grown(unstable, 1)[0] > 10


def test_a_gradient_that_is_dampened_away_moves_nothing() -> None:
    still = SGD(0.1, momentum=0.5, dampening=1.0)
    assert still.stability_limit(0.1) == math.inf
    assert grown(still, 1e3) == pytest.approx([199])  # the first update isn't dampened, by half, a quarter, … more


@pytest.mark.parametrize("cls", [cls for cls in OPTIMIZERS if cls.__name__ != SGD.__name__])
def test_of_the_other_optimizers_the_hessian_alone_does_not_tell(cls: type[Optimizer]) -> None:
    assert cls().stability_limit(0.1) is None
