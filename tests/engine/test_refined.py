"""A picture that is refined: coarse first, every place measured once, and whole in the end."""

from __future__ import annotations

import time
from collections.abc import Generator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from lrviz.engine import refined as module
from lrviz.engine.refined import levels, paced, refined, rows_of
from lrviz.events import Ground

Floats = NDArray[np.float64]


def pictures(nx: int, ny: int, asked: list[tuple[float, float]]) -> list[Ground]:
    x, y = np.linspace(-1, 2, nx), np.linspace(0, 5, ny)

    def at(x: Floats, y: Floats) -> NDArray[np.float32]:
        asked.extend(zip(x.tolist(), y.tolist(), strict=True))
        return (x + 10 * y).astype(np.float32)

    return [event for events in refined(x, y, levels(ny, nx), at) for event in events if isinstance(event, Ground)]


@given(side=st.integers(3, 60))
def test_every_place_is_measured_once_and_every_picture_is_part_of_the_last(side: int) -> None:
    asked: list[tuple[float, float]] = []
    found = pictures(side, side, asked)
    assert len(asked) == len(set(asked)) == side**2
    last = found[-1]
    assert (last.values.array.shape, last.done) == ((side, side), 1.0)
    for ground in found:
        x, y, values = (part.array for part in (ground.x, ground.y, ground.values))
        assert (np.diff(x) > 0).all()
        assert (np.diff(y) > 0).all()
        assert (x[0], x[-1], y[0], y[-1]) == (-1, 2, 0, 5)
        np.testing.assert_array_equal(values, (x + 10 * y[:, None]).astype(np.float32))
    assert [ground.done for ground in found] == sorted(ground.done for ground in found)


def test_pictures_are_nine_places_wide_then_seventeen_and_so_on() -> None:
    assert [len(level.columns) for level in levels(51, 51)] == [9, 17, 33, 51]
    assert [len(level.columns) for level in levels(9, 9)] == [9]
    assert [len(level.columns) for level in levels(65, 65)] == [9, 17, 33, 65]
    assert [(len(level.rows), len(level.columns)) for level in rows_of(3, 20)] == [(3, 9), (3, 17), (3, 20)]


def test_what_is_no_number_stays_so() -> None:
    values = np.array([[np.nan, np.inf], [1, -np.inf]], np.float32)

    def at(x: Floats, y: Floats) -> NDArray[np.float32]:
        return np.asarray(values[y.astype(int), x.astype(int)])

    *_, (ground,) = refined(np.arange(2.0), np.arange(2.0), levels(2, 2), at)
    assert isinstance(ground, Ground)
    np.testing.assert_array_equal(ground.values.array, values)


def test_slow_places_come_one_a_turn_and_it_is_said_how_many_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TURN", 0.0)
    monkeypatch.setattr(module, "SAID_EVERY", 0.0)
    asked: list[int] = []

    def at(x: Floats, y: Floats) -> NDArray[np.float32]:
        asked.append(len(x))
        return np.zeros(len(x), np.float32)

    said = list(refined(np.arange(11.0), np.arange(11.0), levels(11, 11), at))
    assert set(asked[1:]) == {1}
    shown = [event for events in said for event in events if isinstance(event, Ground)]
    assert {ground.values.array.shape for ground in shown} == {(9, 9), (11, 11)}
    assert len({ground.done for ground in shown}) == 121 - 81 + 1


def test_paced_work_gives_its_turn_back_when_it_has_lasted() -> None:
    def work() -> Generator[None, None, int]:
        for _ in range(3):
            time.sleep(1.5 * module.TURN)
            yield
        return 7

    turns = paced(work())
    assert [next(turns) for _ in range(3)] == [(), (), ()]
    with pytest.raises(StopIteration) as end:
        next(turns)
    assert end.value.value == 7
