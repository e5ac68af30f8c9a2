"""The script of a report: its numbers, axes and curves are those of the window, and a curve says what it is."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtQml import QJSEngine

from lrviz.files import resource
from lrviz.ui import numbers
from lrviz.ui.figure import Axis, Heights
from lrviz.ui.paint.bands import BEYOND, ruler, scaled
from lrviz.ui.paint.ticks import ticks
from lrviz.ui.views.heights import of_landscape, sampled
from tests.ui.landscapes import two_basins


class Script:
    """The functions of a page that know nothing of a browser."""

    def __init__(self) -> None:
        self._engine = QJSEngine()
        for name in ("curves.js", "plane.js"):
            self._run(resource("report", name).read_text())

    def _run(self, text: str) -> Any:
        found: Any = self._engine.evaluate(text)
        assert not found.isError(), found.toString()
        return found

    def __call__(self, function: str, *given: Any) -> Any:
        """Call a function with JSON values, and give what it gives."""
        arguments = ", ".join(json.dumps(one) for one in given)
        return json.loads(self._run(f"JSON.stringify(({function})({arguments}))").toString())


@pytest.fixture(scope="module")
def js(qapp: object) -> Script:
    return Script()


EXAMPLES: list[tuple[float, numbers.Form]] = [
    *((value, "number") for value in (0.04784, 3e-05, 0, 12345.6, -0.2, 1e6, -1e-9, 0.1)),
    *((value, "whole") for value in (264.0, 123456.0, -20000.0)),
    (0.958, "percent"),
]


@pytest.mark.parametrize(("value", "form"), EXAMPLES)
def test_a_number_is_written_as_in_the_window(js: Script, value: float, form: numbers.Form) -> None:
    assert js("short", value, form) == numbers.short(value, form)


@given(
    value=st.floats(1e-12, 1e14).map(lambda value: float(f"{value:.7g}1")), form=st.sampled_from(["number", "percent"])
)
@settings(max_examples=100)
def test_any_number_is(js: Script, value: float, form: numbers.Form) -> None:
    assert js("short", value, form) == numbers.short(value, form)


@given(
    low=st.floats(-1e5, 1e5),
    span=st.floats(1e-4, 1e6),
    room=st.integers(3, 8),
    form=st.sampled_from(["number", "whole"]),
)
@settings(max_examples=100)
def test_an_axis_has_its_numbers_where_the_window_has_them(
    js: Script, low: float, span: float, room: int, form: numbers.Form
) -> None:
    found = js("ticks", low, low + span, False, form, room)
    assert found == sorted(set(found))
    assert all(low - 1e-6 * span <= value <= low + span * (1 + 1e-6) for value in found) or len(found) == 1
    if form == "number" and span > 1e-3 * abs(low):
        assert found == pytest.approx(list(ticks(Axis(low, low + span, form=form), room)), rel=1e-9, abs=1e-12 * span)
        texts = js("tickTexts", found, form, False)
        assert len(set(texts)) == len(texts)


@given(low=st.floats(1e-12, 1e3), decades=st.floats(0.3, 12), room=st.integers(3, 8))
@settings(max_examples=60)
def test_a_log_axis_has_powers_of_ten(js: Script, low: float, decades: float, room: int) -> None:
    found = js("ticks", low, low * 10**decades, True, "number", room)
    assert 1 <= len(found) <= max(room, 8)
    assert all(low * (1 - 1e-6) <= value <= low * 10**decades * (1 + 1e-6) for value in found)


def test_what_was_measured_holds_until_the_next_and_a_smooth_curve_goes_straight(js: Script) -> None:
    curve = {"x": [0, 10, 10, 20], "low": [1, 2, 5, None], "high": None}
    assert js("valueAt", curve, 9, False) == [1, 1]
    assert js("valueAt", curve, 10, False) == [5, 5], "a cliff is there at its step"
    assert js("valueAt", curve, 20, False) is None
    assert js("valueAt", curve, 21, False) is None
    assert js("valueAt", curve, -1, False) is None
    assert js("valueAt", curve, 5, True) == [1.5, 1.5]
    band = {"x": [0, 10, 20], "low": [1, 2, 3], "high": [4, 5, 6]}
    assert js("valueAt", band, 6, False) == [2, 5]
    assert js("written", [2, 5], "number") == "2 … 5"
    assert js("valueAt", {"x": [], "low": [], "high": None}, 1, False) is None


@given(st.lists(st.floats(-1e3, 1e3) | st.none(), min_size=1, max_size=30), st.booleans())
@settings(max_examples=60)
def test_a_path_has_a_place_for_every_number_and_breaks_at_gaps(
    js: Script, values: list[float | None], log: bool
) -> None:
    path = js("(xs, ys, log) => linePath(xs, ys, Number, Number, log)", list(range(len(values))), values, log)
    there = [value is not None and (value > 0 or not log) for value in values]
    assert path.count("M") + path.count("L") == sum(there)
    assert path.count("M") == sum(here and not before for here, before in zip(there, [False, *there], strict=False))


def test_places_are_moved_apart_and_stay_inside(js: Script) -> None:
    moved = js("apart", [50, 10, 12, 11, 99], 16, 0, 100)
    order = np.argsort([50, 10, 12, 11, 99], kind="stable")
    assert (np.diff(np.array(moved)[order]) >= 16 - 1e-9).all()
    assert min(moved) >= 0
    assert max(moved) <= 100


def test_a_long_name_is_cut_between_letters(js: Script) -> None:
    assert js("cut", "cosine", 6) == "cosine"
    assert js("cut", "\U0001f600\U0001f600\U0001f600", 2) == "\U0001f600…"
    assert js("cut", "long name", 6) == "long…"
    assert js("cut", "any", 0) == ""


def test_rows_are_sorted_by_numbers_and_those_without_come_last(js: Script) -> None:
    assert js("sortedBy", [3, None, 10, 1], True) == [2, 0, 3, 1]
    assert js("sortedBy", [3, None, 10, 1], False) == [3, 0, 2, 1]
    assert js("sortedBy", ["b", "a"], False) == [1, 0]


def test_the_stretch_of_an_axis_holds_what_is_in_sight(js: Script) -> None:
    curve = {"x": [0, 1, 2, 3], "low": [5, 1, 2, 100], "high": None}
    low, high = js("extent", [curve], 1, 2, False)
    assert low <= 1
    assert 2 <= high < 5
    assert js("extent", [], 0, 1, False) is None
    assert js("extent", [{"x": [0], "low": [0], "high": None}], 0, 1, True) is None


def test_a_scale_goes_there_and_back(js: Script) -> None:
    back = "(low, high, log, x) => { const s = scale(low, high, 10, 90, log); return s.value(s(x)); }"
    assert js(back, 0, 5, False, 3) == pytest.approx(3)
    assert js(back, 1e-4, 1, True, 0.01) == pytest.approx(0.01)


def test_no_script_takes_html_from_anyone() -> None:
    for name in ("curves.js", "page.js"):
        text = resource("report", name).read_text()
        for word in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "fetch(",
            "http:",
            "import(",
        ):
            assert word not in text.replace("http://www.w3.org/2000/svg", ""), word


def test_a_value_that_is_none_is_a_dash(js: Script) -> None:
    assert js("(none) => short(NaN, 'number')", 0) == "–"


def test_a_difference_has_its_sign(js: Script) -> None:
    assert [js("signed", value, "number") for value in (0.25, -0.25, 0)] == ["+0.25", "−0.25", "0"]
    assert js("signed", -0.031, "percent") == numbers.signed(-0.031, form="percent")


@given(st.lists(st.tuples(st.floats(-2.2, 2.2), st.floats(-1.6, 1.6)), min_size=1, max_size=5))
@settings(max_examples=30, deadline=None)
def test_a_height_is_read_as_in_the_window(js: Script, places: list[tuple[float, float]]) -> None:
    heights = of_landscape(two_basins(), "loss")
    assert heights is not None
    ground = {
        "xs": heights.x.tolist(),
        "ys": heights.y.tolist(),
        "bands": scaled(heights, heights.values).tolist(),
        "edges": ruler(heights).tolist(),
        "first": -BEYOND,
    }
    shown = Heights(heights.x, heights.y, scaled(heights, heights.values), heights.edges)
    for x, y in places:
        inside = min(max(x, -2), 2), min(max(y, -1.5), 1.5)
        band = js("bandAt", ground, x, y)
        (known,) = sampled(shown, *(np.array([each]) for each in inside))
        assert band == pytest.approx(known, abs=1e-9)
        at = np.arange(len(ground["edges"])) - BEYOND
        assert js("heightOf", ground, band) == pytest.approx(np.interp(band, at, ground["edges"]), rel=1e-9)


def test_where_a_run_is_at_a_step(js: Script) -> None:
    trek = {"steps": [-1, 4, 9]}
    assert [js("reachedAt", trek, at) for at in (None, 0, 4, 8, 9, 30)] == [2, 0, 1, 1, 2, 2]
    assert js("reachedAt", {"steps": [5, 9]}, 2) == -1


def test_a_share_of_a_sight_is_by_ratio_on_a_log_axis(js: Script) -> None:
    sight = {"from": 1e-5, "to": 10, "log": True}
    assert js("along", sight, 0.5) == pytest.approx(1e-2)
    assert js("shareOf", sight, 1e-2) == pytest.approx(0.5)
    assert js("along", {"from": 0, "to": 10, "log": False}, 0.5) == 5
