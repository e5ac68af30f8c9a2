from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz.ui.controls.entry import read_entries, read_entry, show_entries, show_entry


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.2", 0.2),
        ("1e-4", 1e-4),
        ("10⁻⁴", 1e-4),
        ("2e1", 20.0),
        ("3×10⁻²", 0.03),
        ("0,5", 0.5),
        ("1/3", 1 / 3),
        ("10 000", 10_000.0),
        (" 7 ", 7.0),
        ("−3", -3.0),
    ],
)
def test_a_number_is_read_however_a_person_writes_it(text: str, value: float) -> None:
    assert read_entry(text) == pytest.approx(value, rel=1e-15)


@pytest.mark.parametrize(
    "text", ["", "abc", "1/0", "1/", "0.1.2", "nan", "inf", "__import__('os')", "1e999", "9" * 400]
)
def test_what_is_no_number_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a number|missing|divides by zero|two ways"):
        read_entry(text)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_short_float_comes_back_from_its_field_unchanged_and_a_long_one_nearly(value: float) -> None:
    read = read_entry(show_entry(value))
    if len(repr(value)) <= 6:
        assert read == value
    assert math.isclose(read, value, rel_tol=1e-6, abs_tol=5e-324)


@given(st.integers(-(10**15), 10**15))
def test_a_whole_number_comes_back_from_its_field_unchanged(value: int) -> None:
    assert read_entry(show_entry(value), whole=True) == value
    assert type(read_entry(show_entry(value), whole=True)) is int


@given(st.lists(st.integers(0, 10**9)).map(tuple))
def test_a_list_comes_back_from_its_field_unchanged(values: tuple[int, ...]) -> None:
    assert read_entries(show_entries(values), whole=True) == values


@pytest.mark.parametrize("text", ["30, 80", "30,80", "[30, 80]", "(30, 80)", "30 80", "30; 80", "3e1 80.0"])
def test_a_list_is_read_however_a_person_parts_it(text: str) -> None:
    assert read_entries(text, whole=True) == (30, 80)


def test_a_fraction_is_shown_as_torch_writes_it() -> None:
    assert [show_entry(value) for value in (1 / 3, 2 / 3, 1 / 7, 0.25)] == ["1/3", "2/3", "1/7", "0.25"]
