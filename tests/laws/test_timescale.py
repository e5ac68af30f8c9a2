"""What updates leave in the final weights, against torch's own optimizers and the products it is defined by."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.muon import Muon
from lrviz.catalog.optimizers.nadam import NAdam
from lrviz.catalog.optimizers.radam import RAdam
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.engine.build import build
from lrviz.experiment import Experiment
from lrviz.forecasts import timescale_of
from lrviz.laws.pace import Pace
from lrviz.laws.timescale import memory, timescale
from lrviz.results import Floats
from lrviz.run import Run

STEPS = 30
RATES = 0.3 * (1 - np.arange(STEPS) / STEPS)


def pace_of(rates: Floats) -> Pace:
    return Pace.of(lambda t: rates[t], len(rates))


def stepped(spec: Optimizer, rates: Floats, start: float, gradients: Floats) -> list[float]:
    """Give a weight after each of torch's updates; a matrix's, since Muon takes nothing else."""
    weight = torch.nn.Parameter(torch.full((2, 2), start, dtype=torch.float64))
    optimizer = build(spec, [weight])
    places = []
    for rate, gradient in zip(rates, gradients, strict=True):
        optimizer.param_groups[0]["lr"] = float(rate)
        weight.grad = torch.full_like(weight, float(gradient))
        optimizer.step()
        places.append(weight[0, 0].item())
    return places


SHRINKING = [
    AdamW(weight_decay=0.5),
    Muon(weight_decay=0.5),
    *(cls(weight_decay=0.5, decoupled_weight_decay=True) for cls in (Adam, NAdam, RAdam)),
    SGD(weight_decay=0.5),
]


@pytest.mark.parametrize("spec", SHRINKING, ids=lambda spec: type(spec).__name__)
def test_what_is_left_of_the_initial_weights_is_what_torch_leaves(spec: Optimizer) -> None:
    found = timescale(pace_of(RATES), spec.shrinking, np.arange(STEPS))
    assert found.initial == pytest.approx(stepped(spec, RATES, 1.0, np.zeros(STEPS))[-1], rel=1e-6)


def test_momentum_carries_a_penalty_on() -> None:
    spec, rates = SGD(momentum=0.9, dampening=0.5, weight_decay=0.1), np.full(2000, 0.002)
    places = stepped(spec, rates, 1.0, np.zeros(2000))
    assert -np.log(places[-1] / places[1000]) / 999 == pytest.approx(0.002 * spec.shrinking, rel=0.05)
    assert SGD(momentum=1.0, weight_decay=0.1).shrinking == 0


@pytest.mark.parametrize("cls", [Adam, NAdam, RAdam])
def test_a_penalty_that_adam_divides_by_the_gradient_s_size_shrinks_nothing_of_its_own(cls: type[Adam]) -> None:
    assert cls(weight_decay=0.5).shrinking == 0


def test_the_shares_are_what_each_update_of_torch_leaves() -> None:
    left = [-stepped(SGD(weight_decay=0.5), RATES, 0.0, row)[-1] for row in np.eye(STEPS)]
    found = timescale(pace_of(RATES), 0.5, np.arange(STEPS))
    np.testing.assert_allclose(found.share / STEPS, np.array(left) / sum(left), rtol=1e-9)
    np.testing.assert_allclose(found.memory, 1 / (0.5 * RATES))


rate = st.one_of(st.just(0.0), st.floats(1e-6, 1.0))


@given(st.lists(rate, min_size=1, max_size=60).filter(any).map(np.array), st.floats(0.0, 0.999))
def test_the_shares_are_the_products_they_are_defined_by(rates: Floats, shrinking: float) -> None:
    found = timescale(pace_of(rates), shrinking, np.arange(len(rates)))
    raw = np.array([rates[t] * np.prod(1 - shrinking * rates[t + 1 :]) for t in range(len(rates))])
    np.testing.assert_allclose(found.share / len(rates), raw / raw.sum(), rtol=1e-6, atol=1e-8)
    assert found.initial == pytest.approx(np.prod(1 - shrinking * rates), rel=1e-9)
    assert found.effective == pytest.approx(raw.sum() ** 2 / np.sum(raw**2), rel=1e-6)
    last = int(np.floor(found.half))
    tail = raw[::-1].cumsum() / raw.sum()
    assert (tail[last - 1] if last else 0) <= 0.5 + 1e-9
    assert tail[min(last, len(tail) - 1)] >= 0.5 - 1e-9


def test_at_a_constant_rate_half_is_a_half_life_and_the_effective_number_twice_the_memory() -> None:
    found = timescale(pace_of(np.full(10_000, 0.01)), 0.5, np.array([0, 9999]))
    assert found.half == pytest.approx(np.log(2) * memory(0.01, 0.5), rel=5e-3)
    assert found.effective == pytest.approx(2 * memory(0.01, 0.5), rel=5e-3)
    assert found.share[1] == pytest.approx(10_000 / memory(0.01, 0.5), rel=1e-6)


def test_stretches_of_equal_updates_count_as_their_updates() -> None:
    rates, held = np.linspace(1, 0.01, 40), np.full(40, 25)
    stretches = Pace(rates, held, np.cumsum(held) - 1, 1000)
    at = np.array([0, 24, 25, 500, 999])
    one, other = timescale(stretches, 0.01, at), timescale(pace_of(np.repeat(rates, held)), 0.01, at)
    assert one.initial == pytest.approx(other.initial)
    assert one.half == pytest.approx(other.half, rel=5e-3)
    np.testing.assert_allclose(one.share, other.share, rtol=0.2)
    np.testing.assert_allclose(one.memory, other.memory)


def test_without_weight_decay_each_update_leaves_its_rate() -> None:
    found = timescale(pace_of(RATES), 0.0, np.arange(STEPS))
    np.testing.assert_allclose(found.share, STEPS * RATES / RATES.sum())
    assert np.all(np.isinf(found.memory))
    assert found.initial == 1


def test_where_nothing_holds_it_says_so() -> None:
    assert timescale(pace_of(np.zeros(5)), 0.1, np.arange(5)).outside == "no learning rate is above 0"
    assert "lr · weight_decay is 1 or more" in timescale(pace_of(np.full(5, 2.0)), 0.5, np.arange(5)).outside
    short = Run("short", OneCycleLR(max_lr=0.5, total_steps=10), AdamW())
    assert timescale_of(Experiment.of(short, steps=20), short).outside.startswith("torch raises before step 19")


def test_a_run_s_own_weight_decay_counts() -> None:
    run = Run("run", CosineAnnealingLR(T_max=2000), AdamW(lr=1e-2, weight_decay=0.5))
    found = timescale_of(Experiment.of(run, steps=2000), run)
    assert found.memory[0] == pytest.approx(200)
    assert found.steps[-1] == 1999
    assert np.trapezoid(found.share, found.steps) / 2000 == pytest.approx(1, rel=1e-2)
