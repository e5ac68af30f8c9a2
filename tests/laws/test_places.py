"""Places: different only where the law holds two losses apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz.laws.bound import Bound
from lrviz.laws.places import places

losses = st.lists(st.floats(1.0, 5.0), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("finals", "said"),
    [
        ([2.0, 3.0], [(1, 1), (2, 2)]),
        ([2.0, 2.1], [(1, 2), (1, 2)]),
        ([2.0, 2.15, 2.3], [(1, 2), (1, 3), (2, 3)]),
        ([3.0, 2.0, 2.1], [(3, 3), (1, 2), (1, 2)]),
        ([2.0], [(1, 1)]),
    ],
)
def test_places_are_ranges_where_the_law_cannot_tell(finals: list[float], said: list[tuple[int, int]]) -> None:
    assert places(finals, Bound()) == said


@given(losses)
def test_every_place_is_one_and_a_lower_loss_has_none_behind_a_higher(finals: list[float]) -> None:
    said = places(finals, Bound())
    assert all(1 <= best <= worst <= len(finals) for best, worst in said)
    in_order = [place for _, place in sorted(zip(finals, said, strict=True))]
    assert in_order == sorted(in_order)


@given(losses)
def test_two_runs_share_no_place_where_they_are_apart(finals: list[float]) -> None:
    law = Bound()
    for one, place in zip(finals, places(finals, law), strict=True):
        for other, another in zip(finals, places(finals, law), strict=True):
            if other < one and law.apart(one, other):
                assert place[0] > 1
                assert another[1] < len(finals)
