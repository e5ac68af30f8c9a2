from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz.catalog.models.transformer import Transformer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.schedules import SCHEDULES
from lrviz.spec import Value, fields
from lrviz.training import Training
from lrviz.ui.controls.scale import Scale
from lrviz.ui.controls.scales import allows, limits_of, scale_of

SCALES = [
    Scale(0.01, 1),
    Scale(0, 0.999),
    Scale(-1, 1),
    Scale(1e-5, 10, log=True),
    Scale(1e-6, 1, log=True, zero=True),
    Scale(1, 440, log=True, whole=True),
    Scale(1, 10**9, log=True, whole=True),
    Scale(1, 10**6, log=True, whole=True, zero=True),
    Scale(1, 64, whole=True),
    Scale(1, 7, whole=True, step=2),
    Scale(4, 128, log=True, whole=True, step=4),
]
CLASSES: tuple[type[Value], ...] = (*SCHEDULES, *OPTIMIZERS, Training)


@pytest.mark.parametrize("scale", SCALES)
def test_the_ends_are_exact_and_what_lies_between_only_rises(scale: Scale) -> None:
    values = [scale.value(i / 1000) for i in range(1001)]
    assert (values[0], values[-1]) == (0 if scale.zero else scale.low, scale.high)
    assert all(a <= b for a, b in pairwise(values))
    assert len(set(values)) >= min(60, (scale.high - scale.low) / scale.step)


@pytest.mark.parametrize("scale", SCALES)
@given(share=st.floats(0, 1))
def test_a_value_stands_where_it_was_taken_from(scale: Scale, share: float) -> None:
    value = scale.value(share)
    assert scale.low <= value <= scale.high or (scale.zero and value == 0)
    assert isinstance(value, int) is scale.whole
    # values are rounded: to whole ones where they are few, else to what about one pixel can tell
    coarse = scale.step / (scale.high - scale.low) if not scale.log else 0.06 if scale.high <= 10 else 0.2
    assert scale.share(value) == pytest.approx(share, abs=max(0.06, coarse if scale.whole else 0.06))


@pytest.mark.parametrize("scale", SCALES)
def test_a_value_of_the_slider_is_short_enough_to_be_read(scale: Scale) -> None:
    digits = [
        len(f"{scale.value(i / 97):.12g}".replace(".", "").lstrip("0").rstrip("0").partition("e")[0]) for i in range(98)
    ]
    assert max(digits) <= 4


@pytest.mark.parametrize("scale", SCALES)
@given(share=st.floats(0, 1), steps=st.integers(1, 20))
def test_keys_move_up_and_down_and_stop_at_the_ends(scale: Scale, share: float, steps: int) -> None:
    value = scale.value(share)
    up, down = scale.beside(value, steps), scale.beside(value, -steps)
    least = 0 if scale.zero else scale.low
    assert least <= down <= value <= up <= scale.high
    assert up > value or value == scale.high
    assert down < value or value == least


def test_keys_take_steps_a_person_would() -> None:
    rate = Scale(1e-5, 10, log=True)
    assert [rate.beside(0.2, 1), rate.beside(0.1, 1), rate.beside(0.1, -1), rate.beside(1e-5, -1)] == [
        0.21,
        0.11,
        0.099,
        1e-5,
    ]
    assert [Scale(0, 1).beside(0.1, 1), Scale(0, 1).beside(0.1, -1), Scale(0, 0.999).beside(0.99, 1)] == [
        0.11,
        0.09,
        0.999,
    ]
    assert [Scale(1, 440, log=True, whole=True).beside(220, steps) for steps in (1, -10, 1000)] == [221, 210, 440]
    floor = Scale(1e-6, 1, log=True, zero=True)
    assert [floor.beside(1e-6, -1), floor.beside(0.0, 1), floor.beside(0.0, -1)] == [0.0, 1e-6, 0.0]


def test_whole_numbers_may_lie_more_than_one_apart() -> None:
    odd = Scale(1, 8, whole=True, step=2)
    assert sorted({odd.value(i / 100) for i in range(101)}) == [1, 3, 5, 7]
    assert [odd.beside(3, 1), odd.beside(4, 1), odd.beside(4, -1), odd.beside(7, -10)] == [5, 5, 3, 1]
    by_ratio = Scale(6, 128, log=True, whole=True, step=3)
    assert {by_ratio.value(i / 1000) % 3 for i in range(1001)} == {0}
    assert [by_ratio.value(0), by_ratio.value(1), by_ratio.beside(9, 1), by_ratio.beside(200, 1)] == [6, 126, 12, 201]


def test_a_slider_steps_by_the_value_of_another_field() -> None:
    width = next(field for field in fields(Transformer) if field.name == "width")
    for heads in range(1, 17):
        scale = scale_of(width, step=heads)
        assert all(scale.value(i / 50) % heads == 0 for i in range(51))
        assert scale.low >= 4


def test_a_number_beyond_the_ends_moves_on() -> None:
    assert Scale(1e-5, 10, log=True).beside(20, 1) == 21
    assert Scale(1, 440, log=True, whole=True).beside(1000, -1) == 999


@pytest.mark.parametrize(("low", "high", "log"), [(1, 1, False), (2, 1, False), (0, 1, True), (-1, 1, True)])
def test_a_scale_that_is_none_is_refused(low: float, high: float, log: bool) -> None:
    with pytest.raises(ValueError, match="a slider can't run from"):
        Scale(low, high, log=log)


@pytest.mark.parametrize("steps", [1, 440, 10**12])
def test_every_number_of_the_catalog_has_a_slider_over_values_it_allows(steps: int) -> None:
    numbers = [field for cls in CLASSES for field in fields(cls) if field.kind in {"int", "float"}]
    for field in numbers:
        scale = scale_of(field, steps)
        assert all(allows(field, scale.value(i / 4)) for i in range(5)), (field, scale)
        if field.unit == "steps":
            assert scale.high == max(2, steps)


def test_limits_are_those_of_the_annotation() -> None:
    step_size = next(
        field for cls in SCHEDULES if cls.__name__ == "StepLR" for field in fields(cls) if field.name == "step_size"
    )
    assert limits_of(step_size).ge == 1
    hidden = next(field for field in fields(Training) if field.name == "seeds")
    assert limits_of(hidden) == (None, None, None, None)
