"""Seams and knots in the plot, moved by a person: with the mouse, by keys and by typing."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lrviz import CosineAnnealingLR, Experiment, LinearLR, MultiStepLR, OneCycleLR, Run, SequentialLR, StepLR
from lrviz.ui.controls.grip import Grip
from lrviz.ui.pages.markers import Markers
from lrviz.ui.pages.page import Page
from lrviz.ui.views import parts
from lrviz.ui.window import Window
from tests.ui.marked import (
    LEFT,
    NONE,
    PLAN,
    SEAM,
    SHIFT,
    WARM,
    choose,
    drag,
    entry,
    focused,
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
def markers(page: Page) -> Markers:
    page._store.select(0)
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


@pytest.mark.parametrize(("text", "milestone"), [("50 %", 200), ("2 epochs", 88), ("1e2", 100)])
def test_a_place_is_typed_in_any_unit(page: Page, markers: Markers, text: str, milestone: int) -> None:
    QTest.keyClicks(markers.grips[SEAM], text[0])
    QTest.keyClicks(entry(markers), text[1:])
    QTest.keyClick(entry(markers), Qt.Key.Key_Return)
    found = schedule(page)
    assert isinstance(found, SequentialLR)
    assert found.milestones == (milestone,)


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
