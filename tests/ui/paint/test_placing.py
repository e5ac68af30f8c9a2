from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz.ui.paint.placing import CLEAR, GAP, Box, along, beside

ROOM = (6.0, 6.0, 794.0, 594.0)
NOTHING = np.zeros((0, 2))
inside = st.tuples(st.floats(6, 794), st.floats(6, 594))
sizes = st.tuples(st.floats(10, 150), st.floats(12, 30))


def apart(one: Box, other: Box) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def within(box: Box, room: Box) -> bool:
    return box[0] >= room[0] and box[1] >= room[1] and box[2] <= room[2] and box[3] <= room[3]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(inside, sizes), max_size=9),
    st.lists(st.tuples(inside, sizes), max_size=4),
    st.lists(inside, max_size=60),
    st.sampled_from([1.0, 2.0]),
)
def test_labels_are_inside_and_on_nothing(
    wanted: list[tuple[tuple[float, float], tuple[float, float]]],
    fixed: list[tuple[tuple[float, float], tuple[float, float]]],
    paths: list[tuple[float, float]],
    times: float,
) -> None:
    taken = [(x, y, x + wide, y + high) for (x, y), (wide, high) in fixed]
    places = np.array([place for place, _ in wanted], dtype=float).reshape(-1, 2)
    labels = [size for _, size in wanted]
    found = beside(places, labels, ROOM, taken=taken, paths=np.array(paths).reshape(-1, 2), times=times)
    assert len(found) == len(wanted)
    assert None not in found  # so large a room has a place for each of so few
    boxes = [box for box in found if box is not None]
    assert all(within(box, ROOM) for box in boxes)
    assert all(box[2] - box[0] == pytest.approx(size[0]) for box, size in zip(boxes, labels, strict=True))
    assert all(apart(*pair) for pair in itertools.combinations(boxes, 2))
    assert all(apart(box, other) for box in boxes for other in taken)


def test_a_label_alone_stands_right_of_its_place_and_left_of_it_at_the_edge() -> None:
    (middle,) = beside(np.array([[400.0, 300.0]]), [(60.0, 22.0)], ROOM, taken=(), paths=NOTHING)
    assert middle == pytest.approx((400 + GAP, 289, 460 + GAP, 311))
    (edge,) = beside(np.array([[790.0, 300.0]]), [(60.0, 22.0)], ROOM, taken=(), paths=NOTHING)
    assert edge is not None
    assert edge[2] == pytest.approx(790 - GAP)


def test_a_label_keeps_off_a_path() -> None:
    path = np.column_stack([np.arange(400, 800, 10.0), np.full(40, 300.0)])
    (box,) = beside(np.array([[400.0, 300.0]]), [(60.0, 22.0)], ROOM, taken=(), paths=path)
    assert box is not None
    assert box[2] < 400


def test_labels_of_one_place_all_stay_near_it() -> None:
    found = beside(np.full((8, 2), 300.0), [(80.0, 22.0)] * 8, ROOM, taken=(), paths=NOTHING)
    far = [max(abs((box[0] + box[2]) / 2 - 300), abs((box[1] + box[3]) / 2 - 300)) for box in found if box]
    assert len(far) == 8
    assert max(far) < 160


def test_a_label_without_room_is_left_out() -> None:
    places = np.full((3, 2), 25.0)
    found = beside(places, [(40.0, 22.0)] * 3, (0.0, 0.0, 50.0, 50.0), taken=(), paths=NOTHING)
    assert sum(box is None for box in found) == 2
    assert beside(places[:1], [(80.0, 22.0)], (0.0, 0.0, 50.0, 50.0), taken=(), paths=NOTHING) == [None]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(inside, min_size=1, max_size=40),
    st.lists(inside, max_size=20),
    st.lists(st.tuples(inside, sizes), max_size=3),
)
def test_a_label_on_a_line_is_inside_and_clear_of_paths_or_nowhere(
    points: list[tuple[float, float]],
    paths: list[tuple[float, float]],
    fixed: list[tuple[tuple[float, float], tuple[float, float]]],
) -> None:
    taken = [(x, y, x + wide, y + high) for (x, y), (wide, high) in fixed]
    line, dots = np.array(points), np.array(paths).reshape(-1, 2)
    box = along([line], (30.0, 18.0), ROOM, taken=taken, paths=dots)
    if box is None:
        return
    middle = np.array([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2])
    assert np.abs(line - middle).max(axis=1).min() < 1e-9
    assert within(box, ROOM)
    assert all(apart(box, other) for other in taken)
    assert all(np.hypot(*(dot - middle)) >= CLEAR - 1e-9 for dot in dots)


def test_a_label_goes_where_its_line_is_farthest_from_the_paths() -> None:
    line = np.column_stack([np.arange(150, 700, 10.0), np.full(55, 300.0)])
    path = np.column_stack([np.full(20, 250.0), np.arange(200, 400, 10.0)])
    box = along([line], (30.0, 18.0), ROOM, taken=[(500, 0, 800, 600)], paths=path)
    assert box is not None
    assert 350 < (box[0] + box[2]) / 2 < 400
    assert along([], (30.0, 18.0), ROOM, taken=(), paths=path) is None
    assert along([path], (30.0, 18.0), ROOM, taken=(), paths=path) is None
