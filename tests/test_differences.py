"""Differences seed by seed: their mean and standard error, and when chance alone could have made them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from lrviz.differences import SURE, best_of, confidence, difference

NUMBERS = st.floats(-1e3, 1e3).map(lambda value: round(value, 6))
PAIRS = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=2, max_size=24)


@given(PAIRS)
def test_a_difference_is_the_paired_mean_with_its_standard_error(pairs: list[tuple[float, float]]) -> None:
    values, others = np.array(pairs).T
    found = difference(values, others)
    assert found.pairs == len(pairs)
    assert found.mean == pytest.approx(np.mean(values - others), abs=1e-9)
    assert found.error == pytest.approx(stats.sem(values - others), abs=1e-9)


@given(PAIRS)
def test_it_is_sure_where_a_paired_t_test_refuses_chance(pairs: list[tuple[float, float]]) -> None:
    values, others = np.array(pairs).T
    found = difference(values, others)
    if found.error > 1e-9 * (1 + abs(found.mean)):
        chance = stats.ttest_rel(values, others).pvalue
        if abs(chance - (1 - SURE)) > 1e-9:
            assert found.sure is bool(chance < 1 - SURE)


@given(PAIRS)
def test_the_other_way_round_it_is_the_opposite_and_as_sure(pairs: list[tuple[float, float]]) -> None:
    values, others = np.array(pairs).T
    one, other = difference(values, others), difference(others, values)
    assert one.mean == pytest.approx(-other.mean)
    assert one.sure == other.sure


@given(st.floats(0, 200), st.integers(1, 63))
def test_the_confidence_is_students(t: float, freedom: int) -> None:
    assert confidence(t, freedom) == pytest.approx(1 - 2 * stats.t.sf(t, freedom), abs=1e-9)


def test_one_seed_says_by_how_much_and_nothing_of_how_sure() -> None:
    found = difference([0.5], [0.25])
    assert (found.mean, found.pairs, found.sure) == (0.25, 1, None)
    assert math.isnan(found.error)


def test_pairs_with_a_seed_that_diverged_are_left_out() -> None:
    found = difference([1.0, math.nan, 3.0, math.inf], [0.5, 1.0, 2.0, 1.0])
    assert (found.mean, found.pairs) == (0.75, 2)
    assert difference([math.nan], [1.0]).pairs == 0
    assert difference([math.nan], [1.0]).sure is None


def test_what_differs_by_the_same_on_every_seed_is_sure_and_nothing_is_not() -> None:
    assert difference([1.5, 2.5], [1.0, 2.0]).sure is True
    assert difference([1.0, 2.0], [1.0, 2.0]).sure is False


def test_ties_and_those_not_told_apart_are_best_together() -> None:
    one = [np.array([value]) for value in (0.3, 0.2, 0.2, 0.4)]
    assert best_of(one, high=False) == {1, 2}
    assert best_of(one, high=True) == {3}
    close = [np.array([0.30, 0.34, 0.31]), np.array([0.31, 0.32, 0.31]), np.array([0.50, 0.53, 0.51])]
    assert best_of(close, high=False) == {0, 1}
    assert best_of([np.array([0.2]), np.array([math.nan])], high=False) == frozenset()


def test_where_no_run_is_told_from_any_other_none_is_best() -> None:
    level = [np.array([0.30, 0.34]), np.array([0.31, 0.32]), np.array([0.33, 0.30])]
    assert best_of(level, high=False) == frozenset()
    assert best_of([np.array([0.3, 0.4])] * 2, high=False) == {0, 1}
