from __future__ import annotations

import contextlib
import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lrviz.ui import numbers

finite = st.floats(allow_nan=False, allow_infinity=False)


@given(finite)
def test_the_full_value_reads_back_as_itself(value: float) -> None:
    assert numbers.parse(numbers.full(value)) == value


@given(finite)
@example(0.020000000000000007)
def test_an_exact_value_has_twelve_digits_and_no_more(value: float) -> None:
    text = numbers.exact(value)
    assert math.isclose(numbers.parse(text), value, rel_tol=5.001e-12, abs_tol=1e-320)
    digits = "".join(filter(str.isdecimal, text.partition("×")[0].replace("10⁻", "").replace(numbers.NARROW, "")))
    assert len(digits.strip("0")) <= 12


@given(st.integers(-(10**15), 10**15))
def test_a_whole_number_reads_back_as_itself(value: int) -> None:
    assert numbers.parse(numbers.whole(value)) == value


@given(st.floats(-1.79e308, 1.79e308))
def test_a_short_value_is_off_by_less_than_half_its_third_digit(value: float) -> None:
    read = numbers.parse(numbers.short(value))
    assert math.isclose(read, value, rel_tol=5.001e-3, abs_tol=1e-320)


@given(finite)
def test_a_short_value_has_at_most_three_significant_digits(value: float) -> None:
    text = numbers.short(value).partition("×")[0].replace(numbers.NARROW, "").lstrip("−0.")
    if not text.startswith("10") or set(text[2:]).isdisjoint("⁻⁰¹²³⁴⁵⁶⁷⁸⁹"):
        assert len(text.replace(".", "").rstrip("0")) <= 3


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1e-4", 1e-4),
        ("10⁻⁴", 1e-4),
        ("3×10⁻⁴", 3e-4),
        ("3 * 10^-4", 3e-4),
        ("10**-4", 1e-4),
        ("-10⁻⁴", -1e-4),
        ("2e1", 20),
        ("0,5", 0.5),
        ("1,5e-3", 1.5e-3),
        ("10 000", 10_000),
        ("1\u202f234\u202f567", 1_234_567),
        ("1_000", 1000),
        ("−3", -3),
        (" .5 ", 0.5),
        ("50 %", 0.5),
        ("0,500", 0.5),
        ("104", 104),
    ],
)
def test_what_people_type_is_read(text: str, value: float) -> None:
    assert numbers.parse(text) == value


@pytest.mark.parametrize(
    "text", ["", "  ", "fast", "1.2.3", "inf", "nan", "1e999", "10 00", "10-4", "0x10", "1e", "²", "1 2", "%", "--1"]
)
def test_what_is_no_number_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a number$|^a number is missing$"):
        numbers.parse(text)


def test_a_comma_that_may_mean_two_things_is_refused() -> None:
    with pytest.raises(ValueError, match=r"“1,000” can be read in two ways: write 1000 or 1\.000"):
        numbers.parse("1,000")


@given(st.text(max_size=20))
def test_any_text_is_a_finite_number_or_refused(text: str) -> None:
    with contextlib.suppress(ValueError):  # anything else fails
        assert math.isfinite(numbers.parse(text))


def test_numbers_are_written_as_on_the_plots() -> None:
    assert numbers.short(0.2) == "0.2"
    assert numbers.short(0.0478) == "0.0478"
    assert numbers.short(1e-4) == "10⁻⁴"
    assert numbers.short(0.958, "percent") == f"95.8{numbers.NARROW}%"
    assert numbers.short(264, "whole") == "264"
    assert numbers.short(math.nan) == "not a number"
    assert numbers.short(-math.inf) == "−∞"
    assert numbers.whole(9999) == "9999"
    assert numbers.whole(-10_000) == f"−10{numbers.NARROW}000"


def test_an_axis_writes_its_numbers_alike() -> None:
    assert numbers.ticks([0, 0.05, 0.1, 0.15, 0.2]) == ["0", "0.05", "0.10", "0.15", "0.20"]
    assert numbers.ticks([0, 1e-4, 2e-4]) == ["0", "10⁻⁴", "2×10⁻⁴"]
    assert numbers.ticks([0, 2e8, 4e8], "whole") == ["0", "2×10⁸", "4×10⁸"]
    assert numbers.ticks([999_999_990, 999_999_992], "whole")[1] == "999\u202f999\u202f992"
    assert numbers.ticks([0.7, 0.8], "percent") == ["70\u202f%", "80\u202f%"]
    assert numbers.ticks([1, 10, 1e4], log=True) == ["1", "10", "10⁴"]
    assert numbers.ticks([]) == []


@given(st.floats(0.0, 2000.0))
@example(999.7)
def test_a_measured_value_is_off_by_less_than_half_its_last_place(value: float) -> None:
    assert math.isclose(numbers.parse(numbers.rough(value)), value, rel_tol=0.051)


def test_values_that_differ_look_different() -> None:
    assert numbers.apart([0.8449, 0.8451, 2.31]) == ["0.8449", "0.8451", "2.31"]
    assert numbers.apart([0.9512, 0.9513], "percent") == ["95.12\u202f%", "95.13\u202f%"]
    assert numbers.apart([0.5, 0.5]) == ["0.5", "0.5"]
    assert numbers.apart([0.5, 0.5 + 1e-12]) == ["0.5", "0.5"]
    assert numbers.apart([]) == []
