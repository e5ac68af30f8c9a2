"""Rates that come one after the other: found in blocks, kept in stretches, the same however they are asked for."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz.catalog import scan
from lrviz.catalog.scan import BLOCK, Scan, accumulated
from lrviz.catalog.schedule import Rates, Schedule, Steps
from lrviz.catalog.schedules.multiplicative_lr import MultiplicativeLR
from lrviz.expression import Expression
from tests.strategies import FACTORS, formulas

LONG = 3 * BLOCK + 77
PRODUCT = MultiplicativeLR("1 - 1e-5 * (t % 7)")


class Affine(Schedule, frozen=True):
    """Goes towards 1 and is pushed away again, as parts with targets do in a chain."""

    target = "nowhere.Affine"

    def links(self, t: Steps, lr: float) -> tuple[Rates, Rates]:
        return np.where(t % 50, 0.99, 1.2), np.where(t % 50, 0.01, 0.0) + 0 * lr


def whole(schedule: Schedule, steps: int, lr: float = 0.1) -> Rates:
    a, b = schedule.links(np.arange(steps), lr)
    found, x = [], lr
    for along, across in zip(a.tolist(), [0.0] * steps if b is None else b.tolist(), strict=True):
        x = along * x + across
        found.append(x)
    return np.array(found)


HUGE = 1e300


@given(text=st.sampled_from(FACTORS) | formulas(), lr=st.floats(1e-6, 10))
@settings(max_examples=150)
def test_a_product_is_what_torch_steps_as_far_as_both_have_rates(text: str, lr: float) -> None:
    on = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=lr)
    formula = Expression.parse(text)
    stepping = torch.optim.lr_scheduler.MultiplicativeLR(
        on,
        eval(f"lambda t: {formula.python()}", {"math": math}),  # noqa: S307 - a formula of ours
    )
    on.step()
    expected = []
    for _ in range(60):
        expected.append(on.param_groups[0]["lr"])
        try:
            stepping.step()
        except (ValueError, ArithmeticError, TypeError):
            break
        if isinstance(on.param_groups[0]["lr"], complex) or not math.isfinite(on.param_groups[0]["lr"]):
            break
        if on.param_groups[0]["lr"] > HUGE:  # whether the next is still a number is a matter of rounding
            break
    found = MultiplicativeLR(text).at(np.arange(61), lr)
    np.testing.assert_allclose(found[: len(expected)], expected, rtol=1e-9, atol=1e-300)
    huge = not isinstance(on.param_groups[0]["lr"], complex) and on.param_groups[0]["lr"] > HUGE
    assert len(expected) == 60 or huge or not np.isfinite(found[len(expected)])


def test_a_running_product_is_torchs_bit_for_bit() -> None:
    on = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
    stepping = torch.optim.lr_scheduler.MultiplicativeLR(on, lambda t: 1 - 1e-5 * (t % 7))
    on.step()
    expected = []
    for _ in range(3000):
        expected.append(on.param_groups[0]["lr"])
        stepping.step()
    assert PRODUCT.at(np.arange(3000), 0.1).tolist() == expected


@pytest.mark.parametrize("schedule", [PRODUCT, Affine()], ids=["product", "affine"])
@given(data=st.data())
@settings(max_examples=25)
def test_in_any_order_and_however_far_it_was_scanned_it_is_the_same(schedule: Schedule, data: st.DataObject) -> None:
    expected = whole(schedule, LONG)
    found = Scan(schedule, 0.1)
    found.reach(data.draw(st.integers(0, LONG)))
    t = np.array(data.draw(st.lists(st.integers(0, LONG - 1), max_size=20)), dtype=np.int64)
    np.testing.assert_allclose(found.at(t), expected[t], rtol=1e-12)
    np.testing.assert_allclose(found.at(np.arange(LONG)), expected, rtol=1e-12)


@given(data=st.data())
@settings(max_examples=25)
def test_bands_hold_every_rate_and_end_where_they_are_asked_to(data: st.DataObject) -> None:
    expected = whole(Affine(), LONG)
    found = Scan(Affine(), 0.1)
    found.reach(LONG)
    first = data.draw(st.integers(0, LONG - 1))
    last = data.draw(st.integers(first, LONG - 1))
    edges, low, high = found.bands(first, last, data.draw(st.integers(1, 700)))
    assert (edges[0], edges[-1]) == (first, last + 1)
    assert (np.diff(edges) > 0).all()
    assert (np.minimum.reduceat(expected, edges[:-1])[:-1] >= low[:-1] - 1e-12).all()
    for i in range(len(low)):
        inside = expected[edges[i] : edges[i + 1]]
        assert low[i] <= inside.min() + 1e-12
        assert high[i] >= inside.max() - 1e-12


def test_memory_is_bounded_and_nothing_is_lost_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "MOST_KEPT", 8)
    expected = whole(PRODUCT, 40 * BLOCK)
    found = Scan(PRODUCT, 0.1)
    found.reach(40 * BLOCK)
    np.testing.assert_array_equal(found.at(np.arange(0, 40 * BLOCK, 997)), expected[::997])
    edges, low, high = found.bands(0, 40 * BLOCK - 1, 100)
    assert len(low) <= 16
    np.testing.assert_array_equal(low, np.minimum.reduceat(expected, edges[:-1]))
    np.testing.assert_array_equal(high, np.maximum.reduceat(expected, edges[:-1]))


@pytest.mark.parametrize("end", [1, 5, BLOCK - 1, BLOCK, 2 * BLOCK + 9])
def test_a_scan_ends_at_the_first_rate_that_is_none(end: int) -> None:
    schedule = MultiplicativeLR(f"1 / (t - {end})")
    found = Scan(MultiplicativeLR(f"1 + 0 / (t - {end})"), 0.1)
    rates = found.at(np.arange(end + 50))
    assert (found.known, found.ended) == (end, True)
    assert (rates[:end] == 0.1).all()
    assert np.isnan(rates[end:]).all()
    assert schedule.message(end) == "ZeroDivisionError: division by zero"


def test_slopes_out_of_range_are_followed_one_by_one() -> None:
    a, b = np.full(100, 1e200), np.zeros(100)
    a[::2], b[1::2] = 0.0, 1.0
    np.testing.assert_array_equal(accumulated(0.5, a, b), np.tile([0.0, 1.0], 50))


def test_only_a_formula_of_the_step_is_scanned() -> None:
    assert MultiplicativeLR("1 / t").scans
    assert not MultiplicativeLR("0.95").scans
    assert MultiplicativeLR(("0.95", "1 / t")).scans
    assert MultiplicativeLR("0.95").at(np.array([10**12]), 0.1)[0] == 0.0


def test_a_factor_that_grows_beyond_all_numbers_in_a_miniature_stays_one() -> None:
    assert MultiplicativeLR("1.08").scaled(1e-4) == MultiplicativeLR("1e300")
