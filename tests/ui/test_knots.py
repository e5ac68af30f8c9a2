"""Knots in the plot, moved, added and removed by a person."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from lrviz import Experiment, Knots
from lrviz.ui.pages.markers import Markers
from lrviz.ui.pages.page import Page
from tests.ui.marked import (
    KNOTS,
    LEFT,
    NONE,
    PLAN,
    SHIFT,
    choose,
    drag,
    entry,
    move,
    pane,
    press,
    release,
    schedule,
    shown,
)


@pytest.fixture
def plan() -> Experiment:
    return PLAN


@pytest.fixture
def knots(page: Page) -> Markers:
    page._store.select(1)
    return shown(page)


def test_a_knot_is_dragged_in_step_and_rate_while_the_axis_keeps_still(page: Page, knots: Markers) -> None:
    page.toggle_forecast()  # whose values at the curves' ends take room from the plot as they change
    shown(page)
    grip, high = knots.grips["steps[1]"], pane(page).y.axis.high
    press(grip)
    move(grip, QPointF(pane(page).x.pixel(120), pane(page).y.pixel(0.24)))
    shown(page)
    assert pane(page).y.axis.high == high
    move(grip, QPointF(pane(page).x.pixel(150), pane(page).y.pixel(0.1)))
    shown(page)
    assert pane(page).y.axis.high == high
    release(grip)
    shown(page)
    found = schedule(page)
    assert isinstance(found, Knots)
    assert found.steps == (0, 150, 300)
    assert found.factors == (0.2, pytest.approx(0.5, abs=0.01), 0.5)
    assert page._store.history.count() == 1


def test_knots_keep_their_order_and_stop_at_the_floor(page: Page, knots: Markers) -> None:
    drag(page, knots.grips["steps[1]"], 380, 0.0)
    assert schedule(page) == Knots((0, 299, 300), (0.2, 0.0, 0.5))


def test_a_knot_between_which_it_is_straight_on_a_log_axis_stays_above_zero(page: Page, knots: Markers) -> None:
    choose(page, replace(KNOTS, between="log"))
    page.toggle_log()
    drag(page, knots.grips["steps[1]"], 120, 0.002)
    found = schedule(page)
    assert isinstance(found, Knots)
    assert found.factors[1] == pytest.approx(0.01, rel=0.05) or found.factors[1] > 0
    page.toggle_log()
    shown(page)
    drag(page, knots.grips["steps[1]"], 120, -1.0)
    found = schedule(page)
    assert isinstance(found, Knots)
    assert 0 < found.factors[1] < 0.01


def test_a_double_click_on_the_curve_adds_a_knot_and_one_on_a_knot_removes_it(page: Page, knots: Markers) -> None:
    view, cursor, sight = page.canvas.viewport(), page._store.cursor, pane(page).x.axis
    there = QPoint(round(pane(page).x.pixel(200)), round(pane(page).y.pixel(0.15)))
    QTest.mouseClick(view, LEFT, NONE, there)
    QTest.mouseDClick(view, LEFT, NONE, there)
    shown(page)
    found = schedule(page)
    assert isinstance(found, Knots)
    assert found.steps == (0, 100, pytest.approx(200, abs=1), 300)
    assert found.factors == (0.2, 1.0, pytest.approx(0.75, abs=0.01), 0.5)
    assert page._store.cursor == cursor
    assert pane(page).x.axis == sight
    QTest.mouseDClick(knots.grips["steps[2]"], LEFT, NONE, knots.grips["steps[2]"].rect().center())
    assert schedule(page) == KNOTS
    QTest.mouseClick(view, LEFT, NONE, there + QPoint(0, 60))
    QTest.mouseDClick(view, LEFT, NONE, there + QPoint(0, 60))
    assert schedule(page) == KNOTS


def test_a_key_adds_a_knot_at_the_cursor_or_says_that_there_is_none_to_add(page: Page, knots: Markers) -> None:
    page.cursor_wanted.emit(40)
    shown(page)
    page.add_knot()
    found = schedule(page)
    assert isinstance(found, Knots)
    assert 40 in found.steps
    said: list[str] = []
    page._races.said.connect(lambda _tone, title, _text: said.append(title))
    shown(page)
    page.add_knot()
    assert said == ["There is no knot to add here"]


def test_delete_removes_the_knot_and_not_the_run_and_leaves_the_last_one(page: Page, knots: Markers) -> None:
    page.window().activateWindow()
    for path in ("steps[2]", "steps[1]", "steps[0]"):
        shown(page).grips[path].setFocus()
        QTest.keyClick(page.window().windowHandle(), Qt.Key.Key_Delete)
    assert schedule(page) == Knots((0,), (0.2,))
    assert len(page._store.experiment.runs) == 3


def test_arrows_lift_a_knot_by_round_rates(page: Page, knots: Markers) -> None:
    grip = knots.grips["steps[1]"]
    QTest.keyClick(grip, Qt.Key.Key_Down)
    shown(page)
    found = schedule(page)
    assert isinstance(found, Knots)
    assert found.factors[1] * 0.2 == pytest.approx(0.198)
    QTest.keyClick(grip, Qt.Key.Key_Right, SHIFT)
    shown(page)
    found = schedule(page)
    assert isinstance(found, Knots)
    assert found.steps == (0, 110, 300)


def test_a_step_and_a_rate_can_be_typed_for_a_knot(page: Page, knots: Markers) -> None:
    grip = knots.grips["steps[1]"]
    QTest.keyClicks(grip, "5")
    QTest.keyClicks(entry(knots), "0; 0.1")
    QTest.keyClick(entry(knots), Qt.Key.Key_Return)
    assert schedule(page) == Knots((0, 50, 300), (0.2, 0.5, 0.5))


def test_a_rate_below_zero_is_refused_in_words(page: Page, knots: Markers) -> None:
    QTest.keyClicks(knots.grips["steps[1]"], "5")
    QTest.keyClicks(entry(knots), "0; -1")
    QTest.keyClick(entry(knots), Qt.Key.Key_Return)
    assert knots.chip.words == "the rate of a knot must be at least 0"
    assert schedule(page) == KNOTS
    QTest.keyClick(entry(knots), Qt.Key.Key_Escape)
