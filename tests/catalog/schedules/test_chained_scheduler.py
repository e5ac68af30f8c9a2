from __future__ import annotations

import numpy as np
import pytest

from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.multi_step_lr import MultiStepLR
from lrviz.catalog.schedules.multiplicative_lr import MultiplicativeLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.columns import columns
from lrviz.experiment import Experiment
from lrviz.run import Run
from tests.catalog.composed import assert_as_torch

UP, DOWN = LinearLR(0.1, total_iters=4), ExponentialLR(0.9)
CHAINS = [
    ChainedScheduler((UP, DOWN)),
    ChainedScheduler((ConstantLR(0.1, 7), PolynomialLR(20, 2.0), MultiStepLR((3, 9)))),
    ChainedScheduler((CosineAnnealingLR(7), DOWN)),
    ChainedScheduler((DOWN, CosineAnnealingLR(7), UP)),
    ChainedScheduler((DOWN, CosineAnnealingLR(1))),
    ChainedScheduler((CosineAnnealingLR(7, 0.02), DOWN)),
    ChainedScheduler((CosineAnnealingLR(7), CosineAnnealingLR(5), DOWN)),
    ChainedScheduler((DOWN, LambdaLR("0.5"), MultiStepLR((3, 9)))),
    ChainedScheduler((CyclicLR(0.01, 0.1, 5), DOWN)),
    ChainedScheduler((DOWN, CyclicLR(0.01, 0.1, 5))),
    ChainedScheduler((CyclicLR(0.01, 0.1, 5), OneCycleLR(0.1, 100))),
    ChainedScheduler((OneCycleLR(0.1, 100), CyclicLR(0.01, 0.1, 5, base_momentum=0.6))),
    ChainedScheduler((MultiplicativeLR("1 / (t - 9)"), LambdaLR("0.5"))),
    ChainedScheduler((MultiplicativeLR("0.99"), CosineAnnealingLR(9))),
    ChainedScheduler((PolynomialLR(5), SequentialLR((DOWN, DOWN), (10,)))),
    ChainedScheduler((SequentialLR((UP, DOWN), (6,)), SequentialLR((DOWN, CosineAnnealingLR(8)), (11,)))),
    ChainedScheduler((ChainedScheduler((UP, DOWN)), ChainedScheduler((DOWN,)))),
    ChainedScheduler((ConstantLR(0.0, 7), DOWN)),
    ChainedScheduler((LinearLR(0.1, 0.0, 5), LinearLR(0.5, total_iters=9))),
]


@pytest.mark.parametrize("schedule", CHAINS, ids=repr)
def test_chains_are_torchs(schedule: Schedule) -> None:
    assert_as_torch(schedule, [0.1, 0.02], 60)


def test_factors_multiply() -> None:
    t = np.arange(50)
    parts = (UP, DOWN, MultiStepLR((3, 9)))
    product = np.prod([part.at(t, 1.0) for part in parts], axis=0)
    np.testing.assert_allclose(ChainedScheduler(parts).at(t, 0.3), 0.3 * product, rtol=1e-12)


def test_what_sets_the_rate_wipes_out_what_came_before() -> None:
    t = np.arange(1, 50)
    cycle = CyclicLR(0.01, 0.1, 5)
    np.testing.assert_array_equal(ChainedScheduler((DOWN, cycle)).at(t, 0.3), cycle.at(t, 0.3))


def test_the_peak_of_a_product_is_a_turn() -> None:
    chain = ChainedScheduler((LinearLR(0.01, total_iters=10**6), ExponentialLR(1 - 1e-5)))
    turns = [one.start for one in chain.turns(10**6) or ()]
    rates = chain.at(np.arange(10**6), 0.1)
    assert int(rates.argmax()) + 1 in turns


def test_two_that_can_only_fall_need_no_search() -> None:
    chain = ChainedScheduler((MultiStepLR((300, 600)), PolynomialLR(1000)))
    assert {one.start for one in chain.turns(2000) or ()} >= {300, 600, 1000}


def test_a_formula_that_raises_ends_the_curve_though_another_part_sets_the_rate() -> None:
    chain = ChainedScheduler((LambdaLR("1 / (t - 17)"), CyclicLR(0.01, 0.1, 50)))
    experiment = Experiment.of(Run("run", chain), steps=200)
    found = columns(experiment, experiment.runs[0], 0, 199, 7)
    assert (found.error, found.x[-1] < 17) == ("ZeroDivisionError: division by zero", True)
