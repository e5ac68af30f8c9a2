"""Columns of a branch: exact over the seam where it leaves its parent."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.multiplicative_lr import MultiplicativeLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.columns import columns
from lrviz.experiment import Experiment
from lrviz.run import Branch, Run
from tests.test_columns import PLAN, STEPPED, plausible


@settings(max_examples=60)
@given(
    data=st.data(),
    window=st.tuples(st.floats(0, 1), st.floats(0, 6)),
    width=st.floats(0, 3.5).map(lambda decades: int(10**decades)),
    step=st.floats(0, 6).map(lambda decades: min(PLAN - 1, int(10**decades))),
    way=st.sampled_from(["continues", "starts"]),
    quantity=st.sampled_from(["lr", "momentum"]),
)
def test_the_bands_of_a_branch_are_exact_over_its_seam(  # noqa: PLR0917 - all drawn
    data: st.DataObject,
    window: tuple[float, float],
    width: int,
    step: int,
    way: Literal["continues", "starts"],
    quantity: Literal["lr", "momentum"],
) -> None:
    known: st.SearchStrategy[type[Schedule]] = st.sampled_from(
        [StepLR, CosineAnnealingLR, CosineAnnealingWarmRestarts, CyclicLR, OneCycleLR]
    )
    parent, child = (
        Run(name, data.draw(known.flatmap(plausible)), SGD(lr=lr, momentum=0.9), stepped=data.draw(STEPPED))
        for name, lr in (("parent", 0.1), ("child", 0.03))
    )
    experiment = Experiment.of(parent, replace(child, branch=Branch("parent", step, way)), steps=PLAN)
    first = int(window[0] * (PLAN - 1))
    last = min(PLAN - 1, first + int(10 ** window[1]))
    found = columns(experiment, experiment.runs[1], first, last, width, quantity)
    every = experiment.curve(1, np.arange(first, last + 1))
    values = every.lr if quantity == "lr" else every.momentum
    assert not found.sampled
    assert found.error == every.error
    if values is None or len(values) <= width:
        assert found.low is found.high
        return
    starts = len(values) * np.arange(width) // width
    low, high = np.minimum.reduceat(values, starts), np.maximum.reduceat(values, starts)
    np.testing.assert_allclose(found.low, low, rtol=1e-11, atol=1e-13)
    np.testing.assert_allclose(found.high, high, rtol=1e-11, atol=1e-13)


@pytest.mark.parametrize("way", ["continues", "starts"])
@pytest.mark.parametrize("scans", ["parent", "child"])
def test_a_scan_of_a_branch_lies_within_its_bands(way: Literal["continues", "starts"], scans: str) -> None:
    wave, still = MultiplicativeLR("1 + 1e-4 * sin(t / 300)"), StepLR(10**5, 0.5)
    parent, child = (wave, still) if scans == "parent" else (still, wave)
    runs = Run("parent", parent), Run("child", child, branch=Branch("parent", PLAN // 3, way))
    experiment = Experiment.of(*runs, steps=PLAN)
    rates = experiment.curve(1, np.arange(PLAN)).lr
    found = columns(experiment, experiment.runs[1], 0, PLAN - 1, 500)
    assert found.scanned is None
    assert (np.diff(found.x) > 0).all()
    band = np.clip(np.searchsorted(found.x, np.arange(PLAN)), 0, len(found.x) - 1)
    before = np.maximum(band - 1, 0)
    assert (np.minimum(found.low[band], found.low[before]) <= rates).all()
    assert (np.maximum(found.high[band], found.high[before]) >= rates).all()


def test_the_seam_of_a_branch_stands_upright() -> None:
    runs = Run("parent", None, SGD(lr=1)), Run("child", None, SGD(lr=0.1), branch=Branch("parent", 5))
    experiment = Experiment.of(*runs, steps=10)
    found = columns(experiment, experiment.runs[1], 0, 9, 100)
    assert found.x.tolist() == [0, 1, 2, 3, 4, 5, 5, 6, 7, 8, 9]
    assert found.low.tolist() == [1.0] * 6 + [0.1] * 5
