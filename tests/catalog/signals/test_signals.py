"""Supposed metrics: functions of the place in the plan, whatever the places asked for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz import Drawn, LearningCurve, Overfit, SpecError
from lrviz.catalog.signal import Signal, noise
from lrviz.catalog.signals import SIGNALS
from tests.strategies import specs

SHARES = st.lists(st.floats(0, 1), max_size=20)


@pytest.mark.parametrize("cls", SIGNALS)
@given(data=st.data(), shares=SHARES)
def test_a_place_has_one_finite_value_whatever_else_is_asked_for(
    cls: type[Signal], data: st.DataObject, shares: list[float]
) -> None:
    signal = data.draw(specs(cls))
    together = signal.at(np.array(shares))
    assert together.shape == (len(shares),)
    assert np.isfinite(together).all()
    assert together.tolist() == [float(signal.at(np.array([share]))[0]) for share in shares]
    assert signal.at(np.array(shares).reshape(-1, 1)).shape == (len(shares), 1)


def test_noise_is_normal_and_another_for_another_seed() -> None:
    places = np.arange(1, 200_001) / 200_000
    first, other = noise(1.0, 0, places), noise(1.0, 1, places)
    for drawn in (first, other):
        assert abs(drawn.mean()) < 0.01
        assert drawn.std() == pytest.approx(1, abs=0.01)
        assert np.mean(np.abs(drawn) > 2) == pytest.approx(0.0455, abs=0.002)
        assert abs(np.corrcoef(drawn[1:], drawn[:-1])[0, 1]) < 0.01
    assert abs(np.corrcoef(first, other)[0, 1]) < 0.01
    assert np.ptp(noise(1.0, 0, np.array([0.0, -0.0]))) == 0


def test_a_learning_curve_is_half_way_after_each_half_life() -> None:
    curve = LearningCurve(start=4.0, end=0.0, half_life=0.25, noise=0.0)
    assert curve.at(np.array([0, 0.25, 0.5, 0.75, 1])).tolist() == [4, 2, 1, 0.5, 0.25]
    noisy = LearningCurve(start=4.0, end=0.0, half_life=0.25, noise=0.1, seed=3)
    places = np.linspace(0, 1, 2000)
    assert (noisy.at(places) - curve.at(places)).std() == pytest.approx(0.1, rel=0.05)


@given(turn=st.floats(0.01, 0.99), places=SHARES)
def test_what_overfits_is_lowest_at_its_turn(turn: float, places: list[float]) -> None:
    signal = Overfit(start=2.0, lowest=0.5, turn=turn, final=1.0, noise=0.0)
    assert signal.at(np.array([0, turn, 1])) == pytest.approx([2, 0.5, 1])
    assert (signal.at(np.array(places)) >= 0.5).all()


def test_a_hand_draws_straight_lines_over_what_was_there() -> None:
    before = Drawn((1.0, 1.0, 1.0, 1.0, 1.0))
    assert before.stroked((0.25, 3.0), (0.75, 5.0)).values == (1, 3, 4, 5, 1)
    assert before.stroked((0.75, 5.0), (0.25, 3.0)).values == (1, 3, 4, 5, 1)
    assert before.stroked((0.49, 2.0), (0.51, 2.5)).values == (1, 1, 2.5, 1, 1)
    assert before.stroked((-1.0, 0.0), (0.3, 0.0)).values == (0, 0, 1, 1, 1)
    assert before.stroked((0.9, 1e9), (2.0, 1e9)).values[-1] == 1e6
    assert before.values == (1,) * 5


def test_a_hand_begins_from_the_curve_that_is_there() -> None:
    places = np.linspace(0, 1, 50)
    curve = LearningCurve(noise=0.0)
    assert Drawn.after(curve).at(places) == pytest.approx(curve.at(places), abs=0.005)


@pytest.mark.parametrize("values", [(), (1.0,) * 1001, (float("nan"),), (1e9,)])
def test_a_drawing_is_bounded(values: tuple[float, ...]) -> None:
    with pytest.raises(SpecError, match=r"Drawn\(values="):
        Drawn(values)
