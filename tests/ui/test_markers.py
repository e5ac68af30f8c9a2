"""Seams and knots in the plot, moved by a person: with the mouse, by keys and by typing."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lrviz import (
    SGD,
    CosineAnnealingLR,
    Experiment,
    Knots,
    LinearLR,
    MultiStepLR,
    OneCycleLR,
    Run,
    SequentialLR,
    StepLR,
)
from lrviz.catalog.schedule import Schedule
from lrviz.ui.actions import install
from lrviz.ui.controls.grip import Grip
from lrviz.ui.markers import KEY, Markers
from lrviz.ui.page import Page
from lrviz.ui.paint.layout import Pane
from lrviz.ui.races import Races
from lrviz.ui.store import Store
from lrviz.ui.views import parts
from lrviz.ui.window import Window

WARM = SequentialLR((LinearLR(0.01, total_iters=100), CosineAnnealingLR(300)), (100,))
KNOTS = Knots((0, 100, 300), (0.2, 1.0, 0.5))
PLAN = Experiment.of(
    Run("warm", WARM, SGD(lr=0.2)),
    Run("knots", KNOTS, SGD(lr=0.2)),
    Run("constant", None, SGD(lr=0.2)),
    steps=400,
)
LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
SEAM = "milestones[0]"


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    """Give a window without a worker: nothing here is raced."""
    made = Window(Store(PLAN), Races())
    qtbot.addWidget(made, before_close_func=lambda window: window.store.history.setClean())
    install(made)
    made.resize(1280, 800)
    made.store.select(0)
    with qtbot.waitSignal(made.furnished):
        made.show()
    return made


@pytest.fixture
def page(window: Window) -> Page:
    assert isinstance(window.page, Page)
    return window.page


@pytest.fixture
def markers(page: Page) -> Markers:
    assert page.markers is not None
    return page.markers


def shown(page: Page) -> Markers:
    """Give the markers as they are once all that changed is drawn."""
    QApplication.processEvents()
    page.draw()
    assert page.markers is not None
    return page.markers


def pane(page: Page) -> Pane:
    found = page.canvas.pane(KEY)
    assert found is not None
    return found


def entry(markers: Markers) -> QWidget:
    """Give the field that a value is typed in."""
    found = markers.field.focusProxy()
    assert found is not None
    return found


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def schedule(page: Page) -> Schedule | None:
    run = page._store.run
    assert run is not None
    return run.schedule


def move(grip: Grip, to: QPointF, *, held: bool = True) -> None:
    """Move the mouse to a place in the plot, seen from the grip."""
    there = QPointF(grip.mapFromParent(to.toPoint()))
    button = LEFT if held else Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, there, grip.mapToGlobal(there), Qt.MouseButton.NoButton, button, NONE)
    QApplication.sendEvent(grip, event)


def press(grip: Grip) -> None:
    QTest.mousePress(grip, LEFT, NONE, grip.rect().center())


def release(grip: Grip) -> None:
    QTest.mouseRelease(grip, LEFT, NONE, grip.rect().center())


def drag(page: Page, grip: Grip, step: float, rate: float | None = None) -> None:
    """Drag a grip to a step, in three moves."""
    start = grip.middle
    end = QPointF(pane(page).x.pixel(step), start.y() if rate is None else pane(page).y.pixel(rate))
    press(grip)
    for share in (0.3, 0.7, 1.0):
        move(grip, start + (end - start) * share)
        shown(page)
    release(grip)
    shown(page)


def choose(page: Page, changed: Schedule, **run: object) -> Markers:
    """Give the selected run another schedule."""
    store = page._store
    assert store.run is not None
    store.edit_run(store.selected, replace(store.run, schedule=changed, **run), "schedule")
    return shown(page)


def test_a_seam_is_dragged_and_undone_at_once(page: Page, markers: Markers) -> None:
    assert list(markers.grips) == [SEAM, "schedulers[1].T_max"]
    before = page._store.history.count()
    drag(page, markers.grips[SEAM], 200)
    assert schedule(page) == SequentialLR((LinearLR(0.01, total_iters=200), CosineAnnealingLR(200)), (200,))
    assert page._store.history.count() == before + 1
    assert markers.grips[SEAM].middle.x() == pytest.approx(pane(page).x.pixel(200), abs=1)
    page._store.history.undo()
    assert schedule(page) == WARM


def test_the_curve_and_the_code_follow_while_it_is_dragged(window: Window, page: Page, markers: Markers) -> None:
    grip = markers.grips[SEAM]
    press(grip)
    move(grip, QPointF(pane(page).x.pixel(200), grip.middle.y()))
    shown(page)
    line = next(line for line in page.figure.plots[0].lines if line.name == "warm")
    assert np.interp(150, line.x, line.low) < 0.16
    assert "milestones=[200]" in window.dock.code.text.toPlainText()
    release(grip)


def test_escape_puts_it_back_and_leaves_no_undo_step(page: Page, markers: Markers) -> None:
    grip = markers.grips[SEAM]
    press(grip)
    move(grip, QPointF(pane(page).x.pixel(200), grip.middle.y()))
    assert schedule(page) != WARM
    QTest.keyClick(grip, Qt.Key.Key_Escape)
    move(grip, QPointF(pane(page).x.pixel(300), grip.middle.y()))
    release(grip)
    assert schedule(page) == WARM
    assert page._store.history.count() == 0


def test_a_click_takes_the_focus_and_moves_nothing(page: Page, markers: Markers, window: Window) -> None:
    window.activateWindow()
    cursor = page._store.cursor
    press(markers.grips[SEAM])
    move(markers.grips[SEAM], markers.grips[SEAM].middle + QPointF(1, 1))
    release(markers.grips[SEAM])
    assert markers.grips[SEAM].hasFocus()
    assert schedule(page) == WARM
    assert page._store.cursor == cursor


def test_arrows_move_by_one_and_with_shift_by_ten(page: Page, markers: Markers) -> None:
    grip = markers.grips[SEAM]
    QTest.keyClick(grip, Qt.Key.Key_Right)
    shown(page)
    QTest.keyClick(grip, Qt.Key.Key_Left, SHIFT)
    shown(page)
    assert schedule(page) == SequentialLR((LinearLR(0.01, total_iters=91), CosineAnnealingLR(309)), (91,))
    assert page._store.history.count() == 2
    assert page._store.cursor == 240  # the plot's own arrows


def test_keys_that_come_faster_than_the_plot_is_drawn_all_count(page: Page, markers: Markers) -> None:
    for _ in range(3):
        QTest.keyClick(markers.grips[SEAM], Qt.Key.Key_Right)
    assert schedule(page) == SequentialLR((LinearLR(0.01, total_iters=103), CosineAnnealingLR(297)), (103,))


def test_what_is_changed_while_it_is_held_is_let_go(page: Page, markers: Markers) -> None:
    grip, store = markers.grips[SEAM], page._store
    press(grip)
    move(grip, QPointF(pane(page).x.pixel(200), grip.middle.y()))
    store.edit("remove", replace(store.experiment, runs=store.experiment.runs[1:]))
    left = store.experiment
    move(grip, QPointF(pane(page).x.pixel(300), grip.middle.y()))
    QTest.keyClick(grip, Qt.Key.Key_Escape)
    release(grip)
    assert store.experiment == left


def test_a_number_typed_sets_it(page: Page, markers: Markers) -> None:
    grip = markers.grips[SEAM]
    grip.setFocus()
    QTest.keyClicks(grip, "1")
    assert markers.field.isVisible()
    QTest.keyClicks(entry(markers), "50")
    QTest.keyClick(entry(markers), Qt.Key.Key_Return)
    assert not markers.field.isVisible()
    assert schedule(page) == SequentialLR((LinearLR(0.01, total_iters=150), CosineAnnealingLR(250)), (150,))


def test_a_number_out_of_bounds_is_refused_in_words(page: Page, markers: Markers) -> None:
    choose(page, MultiStepLR((100, 200)))
    QTest.keyClicks(markers.grips[SEAM], "9")
    QTest.keyClicks(entry(markers), "00")
    QTest.keyClick(entry(markers), Qt.Key.Key_Return)
    assert markers.chip.isVisible()
    assert markers.chip.words == "milestone must be a whole number from 0 to 200"
    QTest.keyClick(entry(markers), Qt.Key.Key_Escape)
    assert not markers.field.isVisible()
    assert schedule(page) == MultiStepLR((100, 200))


def test_a_drag_stops_at_its_bounds(page: Page, markers: Markers) -> None:
    choose(page, MultiStepLR((100, 200)))
    drag(page, markers.grips[SEAM], 350)
    assert schedule(page) == MultiStepLR((200, 200))
    choose(page, StepLR(100))
    drag(page, markers.grips["step_size"], -50)
    assert schedule(page) == StepLR(1)


def test_the_peak_of_one_cycle_is_dragged_in_steps(page: Page, markers: Markers) -> None:
    choose(page, OneCycleLR(max_lr=0.2, total_steps=400, pct_start=0.25))
    drag(page, markers.grips["pct_start"], 199)
    assert schedule(page) == OneCycleLR(max_lr=0.2, total_steps=400, pct_start=0.5)


def test_it_snaps_to_scheduler_steps_in_any_unit(page: Page, markers: Markers) -> None:
    each = PLAN.updates_per_epoch
    choose(page, MultiStepLR((3,)), stepped="epoch")
    assert markers.grips[SEAM].middle.x() == pytest.approx(pane(page).x.pixel(3 * each), abs=1)
    drag(page, markers.grips[SEAM], 5 * each + 3)
    assert schedule(page) == MultiStepLR((5,))
    page._store.set_unit("epoch")
    shown(page)
    assert markers.grips[SEAM].middle.x() == pytest.approx(pane(page).x.pixel(5), abs=1)
    drag(page, markers.grips[SEAM], 2.2)
    assert schedule(page) == MultiStepLR((2,))


def test_where_a_pixel_is_many_steps_it_snaps_to_round_ones(page: Page, markers: Markers) -> None:
    store = page._store
    plan = store.experiment
    long = replace(plan, runs=plan.runs[:1], training=replace(plan.training, steps=10**9))
    store.edit("steps", long)
    choose(page, MultiStepLR((500_000_000,)))
    drag(page, markers.grips[SEAM], 123_456_789)
    found = schedule(page)
    assert isinstance(found, MultiStepLR)
    assert found.milestones[0] % 1_000_000 == 0
    assert found.milestones[0] == pytest.approx(123_456_789, abs=2_000_000)


def test_when_zoomed_those_out_of_sight_are_gone(page: Page, markers: Markers) -> None:
    page._store.set_cursor(300)
    shown(page)
    page.canvas.zoom_x(4)
    assert SEAM not in shown(page).grips
    assert page.canvas.viewport().findChildren(Grip)
    assert not any(grip.isVisible() for grip in page.canvas.viewport().findChildren(Grip))


def test_a_grip_leaves_the_wheel_to_the_plot(markers: Markers) -> None:
    grip = markers.grips[SEAM]
    place = QPointF(grip.rect().center())
    turn = QWheelEvent(
        place, grip.mapToGlobal(place), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(grip, turn)
    assert not turn.isAccepted()


def test_crowded_seams_share_a_grip_that_says_so(page: Page, markers: Markers) -> None:
    choose(page, MultiStepLR((100, 101, 102, 300)))
    assert list(markers.grips) == ["milestones[0]", "milestones[3]"]
    assert "2 more here" in markers.grips["milestones[0]"].accessibleName()
    assert "more" not in markers.grips["milestones[3]"].accessibleName()


def test_the_tab_key_goes_through_them_from_left_to_right(window: Window, page: Page, markers: Markers) -> None:
    window.activateWindow()
    choose(page, MultiStepLR((100, 200, 300)))
    page.canvas.setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        seen.append(focused())
    assert seen == list(markers.grips.values())


def test_the_chip_says_what_is_held_and_where(page: Page, markers: Markers, window: Window) -> None:
    window.activateWindow()
    assert not markers.chip.isVisible()
    markers.grips[SEAM].setFocus()
    assert (markers.chip.isVisible(), markers.chip.words) == (True, "milestone 100")
    page._store.set_unit("epoch")
    shown(page)
    assert markers.chip.words == f"milestone 100 · epoch {100 / PLAN.updates_per_epoch:.3g}"
    assert markers.grips[SEAM].accessibleName() == markers.chip.words
    page.canvas.setFocus()
    assert not markers.chip.isVisible()


def test_only_the_selected_run_has_markers_and_a_strip(page: Page, markers: Markers) -> None:
    strip = page.figure.plots[0].strip
    assert strip is not None
    assert [name for *_, name in strip.parts] == ["LinearLR", "CosineAnnealingLR"]
    page._store.select(2)
    shown(page)
    assert not markers.grips
    strip = page.figure.plots[0].strip
    assert strip is not None
    assert strip.parts == ()  # the room stays
    page.preview(replace(PLAN.runs[2], schedule=StepLR(50)))
    assert not markers.grips


def test_a_drag_of_the_plot_beside_a_grip_pans_it(page: Page, markers: Markers) -> None:
    page.canvas.zoom_x(2)
    shown(page)
    view, y = page.canvas.viewport(), round(pane(page).area.center().y())
    low = pane(page).x.axis.low
    QTest.mousePress(view, LEFT, NONE, QPoint(600, y))
    for x in (620, 660, 700):
        place = QPointF(x, y)
        QApplication.sendEvent(
            view,
            QMouseEvent(QEvent.Type.MouseMove, place, view.mapToGlobal(place), Qt.MouseButton.NoButton, LEFT, NONE),
        )
    QTest.mouseRelease(view, LEFT, NONE, QPoint(700, y))
    assert pane(page).x.axis.low < low
    assert schedule(page) == WARM


@pytest.fixture
def knots(page: Page) -> Markers:
    page._store.select(1)
    return shown(page)


def test_a_knot_is_dragged_in_step_and_rate_while_the_axis_keeps_still(page: Page, knots: Markers) -> None:
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


@pytest.mark.parametrize(("text", "milestone"), [("50 %", 200), ("2 epochs", 88), ("1e2", 100)])
def test_a_place_is_typed_in_any_unit(page: Page, markers: Markers, text: str, milestone: int) -> None:
    QTest.keyClicks(markers.grips[SEAM], text[0])
    QTest.keyClicks(entry(markers), text[1:])
    QTest.keyClick(entry(markers), Qt.Key.Key_Return)
    found = schedule(page)
    assert isinstance(found, SequentialLR)
    assert found.milestones == (milestone,)


def test_a_rate_below_zero_is_refused_in_words(page: Page, knots: Markers) -> None:
    QTest.keyClicks(knots.grips["steps[1]"], "5")
    QTest.keyClicks(entry(knots), "0; -1")
    QTest.keyClick(entry(knots), Qt.Key.Key_Return)
    assert knots.chip.words == "the rate of a knot must be at least 0"
    assert schedule(page) == KNOTS
    QTest.keyClick(entry(knots), Qt.Key.Key_Escape)


def test_a_picture_has_the_parts_and_dotted_lines_of_the_only_composed_run() -> None:
    from lrviz.ui.render import figure

    plot = figure(PLAN, "schedule", 1000, {}).plots[0]
    assert plot.strip is not None
    assert [name for *_, name in plot.strip.parts] == ["LinearLR", "CosineAnnealingLR"]
    assert plot.seams[0].x.tolist() == [100.0]


def test_what_is_refused_is_looked_for_no_further_than_its_bound() -> None:
    run = Run("one", OneCycleLR(max_lr=0.1, total_steps=100))
    peak = next(one for one in parts.handles(PLAN, run) if one.name == "peak")
    found = parts.moved(run, peak, 0).schedule
    assert isinstance(found, OneCycleLR)
    assert found.pct_start == pytest.approx(0.02)
