"""A composed schedule is put together in the run's form as a person would: by mouse, by keyboard and by typing."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.run import Run
from lrviz.ui import metrics
from lrviz.ui.form.compose_bar import ComposeBar
from lrviz.ui.form.run_form import RunForm
from lrviz.ui.panels.sidebar import Sidebar
from tests.ui.form.composed import (
    COSINE,
    DECAY,
    FIRST,
    HOLD,
    LEFT,
    WARMUP,
    WHD,
    composer,
    heads,
    names,
    press_and_move,
    put,
    schedule,
    undone,
)


def test_warm_up_hold_and_decay_from_the_default_session_in_three_clicks(sidebar: Sidebar) -> None:
    put(sidebar, None)
    QTest.mouseClick(sidebar.form.compose.warmup, LEFT)
    QTest.mouseClick(composer(sidebar).add, LEFT)
    assert schedule(sidebar) == WHD
    assert names(sidebar) == ["LinearLR", "ConstantLR", "CosineAnnealingLR"]
    assert [head.isChecked() for head in heads(sidebar)] == [True, False, True], "what was added is unfolded"
    body = composer(sidebar).parts[2].body
    assert body is not None
    assert QApplication.focusWidget() is body.choice, "so that typing replaces it"
    assert not sidebar.form.compose.warmup.isVisible(), "the list of parts has its own"
    sidebar._store.history.undo()
    sidebar._store.history.undo()
    assert schedule(sidebar) is None


def test_composing_keeps_the_plain_schedule_within_the_plan(sidebar: Sidebar) -> None:
    QTest.mouseClick(sidebar.form.compose.warmup, LEFT)
    assert schedule(sidebar) == SequentialLR((WARMUP, CosineAnnealingLR(396)), (44,))
    undone(sidebar, COSINE.schedule)
    sidebar._store.history.undo()
    QTest.mouseClick(sidebar.form.compose.after, LEFT)
    assert schedule(sidebar) == SequentialLR((CosineAnnealingLR(220),) * 2, (220,))


def test_a_chain_is_chosen_from_a_list_and_previewed(sidebar: Sidebar) -> None:
    previews: list[Run | None] = []
    sidebar.previewed.connect(previews.append)
    QTest.mouseClick(sidebar.form.compose.chain, LEFT)
    listed = sidebar.form.compose.list
    assert listed is not None
    QTest.keyClicks(listed.search, "LinearLR")
    assert previews[-1] == replace(COSINE, schedule=ChainedScheduler((COSINE.schedule, LinearLR(total_iters=440))))  # type: ignore[arg-type]
    QTest.keyClick(listed.search, Qt.Key.Key_Return)
    assert schedule(sidebar) == ChainedScheduler((COSINE.schedule, LinearLR(total_iters=440)))  # type: ignore[arg-type]
    assert previews[-1] is None
    assert all("chain" in head.accessibleName() for head in heads(sidebar))
    QTest.mouseClick(composer(sidebar).add, LEFT)
    assert names(sidebar) == ["CosineAnnealingLR", "LinearLR", "ExponentialLR"]


def test_a_part_s_row_says_what_it_is_where_it_runs_and_with_what(composed: Sidebar) -> None:
    spoken = [head.accessibleName() for head in heads(composed)]
    assert spoken == [
        "LinearLR, steps 0 to 44",
        "ConstantLR, steps 44 to 242",
        "CosineAnnealingLR, steps 242 to 440",
    ]
    assert heads(composed)[0].accessibleDescription() == "0 – 44 · start_factor 0.01, total_iters 44"
    assert all(not head.isChecked() for head in heads(composed))


def test_dragging_a_part_previews_and_letting_go_reorders_in_one_step(composed: Sidebar) -> None:
    previews: list[Run | None] = []
    composed.previewed.connect(previews.append)
    first, last = heads(composed)[0], heads(composed)[2]
    press_and_move(first, first.mapFromGlobal(last.mapToGlobal(QPoint(6, last.height() - 4))))
    want = SequentialLR((HOLD, DECAY, WARMUP), (198, 396))
    assert previews[-1] == replace(COSINE, schedule=want)
    assert schedule(composed) == WHD, "nothing is changed while it is dragged"
    QTest.mouseRelease(first, LEFT)
    assert previews[-1] is None
    assert schedule(composed) == want
    assert heads(composed)[2] is first, "its row went along"
    assert not first.isChecked(), "a drag is no click"
    undone(composed, WHD)


@pytest.mark.parametrize(("source", "onto", "order"), [(0, 1, [1, 0, 2]), (2, 1, [0, 2, 1]), (1, 1, [0, 1, 2])])
def test_a_part_goes_where_the_line_is(composed: Sidebar, source: int, onto: int, order: list[int]) -> None:
    head, other = heads(composed)[source], heads(composed)[onto]
    y = 4 if source > onto else other.height() - 4
    press_and_move(head, head.mapFromGlobal(other.mapToGlobal(QPoint(6, y))))
    QTest.mouseRelease(head, LEFT)
    assert schedule(composed).schedulers == tuple(WHD.schedulers[i] for i in order)


def test_escape_gives_a_drag_up(composed: Sidebar) -> None:
    first, last = heads(composed)[0], heads(composed)[2]
    press_and_move(first, first.mapFromGlobal(last.mapToGlobal(QPoint(6, last.height() - 4))))
    QTest.keyClick(first, Qt.Key.Key_Escape)
    QTest.mouseRelease(first, LEFT)
    assert schedule(composed) == WHD
    assert not first.isChecked()
    QTest.mouseClick(first, LEFT)
    assert first.isChecked(), "and the row takes clicks again"


def test_the_last_part_but_one_leaves_the_focus_in_what_is_left(composed: Sidebar) -> None:
    form = composed.form.schedule_form
    heads(composed)[2].setFocus()
    for _ in range(3):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Delete)
    assert schedule(composed) == LinearLR(0.01, total_iters=440)
    assert QApplication.focusWidget() is form.stops()[0], "where Delete is no key of the run's"


def test_keys_move_and_remove_a_part(composed: Sidebar) -> None:
    head = heads(composed)[1]
    head.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(head, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert schedule(composed) == SequentialLR((HOLD, WARMUP, DECAY), (198, 242))
    assert QApplication.focusWidget() is head
    QTest.keyClick(head, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(head, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert schedule(composed) == WHD
    QTest.keyClick(head, Qt.Key.Key_Delete)
    assert schedule(composed) == SequentialLR((WARMUP, CosineAnnealingLR(396)), (44,))
    assert QApplication.focusWidget() is heads(composed)[1]
    QTest.keyClick(heads(composed)[0], Qt.Key.Key_Delete)
    assert schedule(composed) == CosineAnnealingLR(440), "of two the other is left, alone"
    assert composed.form.schedule_form.values.isVisible()


def test_the_keys_of_a_part_are_not_those_of_its_run(composed: Sidebar, qtbot: QtBot) -> None:
    for key, modifier in (
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    ):
        from PySide6.QtCore import QEvent
        from PySide6.QtGui import QKeyEvent

        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
        event.ignore()
        QApplication.sendEvent(heads(composed)[1], event)
        assert event.isAccepted()


def test_the_menu_does_what_it_says(composed: Sidebar) -> None:
    def act(index: int, text: str) -> None:
        menu = composer(composed).menu(index)
        action = next(action for action in menu.actions() if action.text().partition("\t")[0] == text)
        assert action.isEnabled()
        action.trigger()

    act(1, "Duplicate")
    assert schedule(composed).milestones == (44, 143, 242)
    undone(composed, WHD)
    act(1, "Remove")
    act(1, "Move up")
    act(0, "Move down")
    act(0, "Remove")
    act(0, "Remove")
    assert schedule(composed) == CosineAnnealingLR(440)
    put(composed, WHD)
    act(0, "Add part before")
    assert schedule(composed).schedulers[0] == LinearLR(0.01, total_iters=22)
    put(composed, WHD)
    act(2, "Add part after")
    assert names(composed) == ["LinearLR", "ConstantLR", "CosineAnnealingLR", "CosineAnnealingLR"]
    assert heads(composed)[3].isChecked()
    act(2, "Keep only this part")
    assert schedule(composed) == CosineAnnealingLR(440)
    put(composed, WHD)
    disabled = [a.text() for a in composer(composed).menu(0).actions() if not a.isEnabled() and not a.isSeparator()]
    assert disabled == ["Move up\tAlt+Up"]


def test_unfolded_rows_stay_so_with_their_parts(composed: Sidebar) -> None:
    last = heads(composed)[2]
    QTest.mouseClick(last, LEFT)
    QTest.keyClick(last, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [head.isChecked() for head in heads(composed)] == [False, True, False]
    composed._store.history.undo()
    assert [head.isChecked() for head in heads(composed)] == [False, False, True]


def test_the_form_keeps_nothing_that_the_experiment_does_not_hold(qtbot: QtBot) -> None:
    form = RunForm()
    qtbot.addWidget(form)
    form.show_run(replace(COSINE, schedule=WHD), FIRST)
    found = form.schedule_form.composer
    assert found is not None
    found.add.click()
    found.parts[0].head.moved.emit(1)
    assert [part.part for part in found.parts] == [WARMUP, HOLD, DECAY], "nobody took the edits"


def test_tab_goes_down_the_parts_and_everything_has_a_name(composed: Sidebar) -> None:
    for head in heads(composed):
        head.setChecked(True)
    QApplication.processEvents()
    composed.form.schedule.setFocus(Qt.FocusReason.TabFocusReason)
    tops: list[int] = []
    seen: list[QWidget] = []
    while composer(composed).add not in seen:
        focused = QApplication.focusWidget()
        assert isinstance(focused, QWidget)
        spoken = QAccessible.queryAccessibleInterface(focused)
        assert spoken.text(QAccessible.Text.Name), focused
        assert focused.height() >= 24, focused
        if not isinstance(focused, type(heads(composed)[0].more)):  # it stands in its row
            tops.append(focused.mapTo(composed.form, QPoint(0, 0)).y())
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert tops == sorted(tops)
    assert {head.more for head in heads(composed)} <= set(seen)


@pytest.mark.parametrize("width", [248, 288, 400])
@pytest.mark.parametrize("points", [10.0, 20.0])
def test_nothing_sticks_out_at_any_width_and_font_size(qtbot: QtBot, width: int, points: float) -> None:
    metrics.enlarge(points / metrics.DEFAULT_POINTS)
    try:
        form = RunForm()
        qtbot.addWidget(form)
        inner = SequentialLR((ChainedScheduler((LinearLR(), OneCycleLR.fitted(10**9, 0.2))), DECAY), (10**9,))
        long = replace(COSINE, schedule=SequentialLR((inner, HOLD), (2 * 10**9,)))
        width = width if points == 10.0 else 400
        form.resize(width, 3000)
        form.show_run(long, replace(FIRST, training=replace(FIRST.training, steps=10**10)))
        form.show()
        found = form.schedule_form.composer
        while found is not None:
            found.parts[0].unfold()
            body = found.parts[0].body
            found = body.schedule.composer if body is not None else None
        QApplication.processEvents()
        assert form.width() == width
        for child in form.findChildren(QWidget):
            if child.isVisible():
                assert child.mapTo(form, QPoint(child.width(), 0)).x() <= width - 8, child
    finally:
        metrics.enlarge(1)


def test_a_run_s_row_says_of_how_many_parts_it_is(composed: Sidebar) -> None:
    rows = composed.list.runs
    spoken = rows.data(rows.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "cosine, SequentialLR · 3 parts"


def test_the_curve_is_that_of_the_composed_run(sidebar: Sidebar) -> None:
    QTest.mouseClick(sidebar.form.compose.warmup, LEFT)
    curve = sidebar._store.experiment.curve(2, np.arange(440)).lr
    rate = COSINE.optimizer.rate
    assert curve[0] == pytest.approx(0.01 * rate)
    assert curve[44] == pytest.approx(rate)
    assert curve[-1] < 1e-4 * rate


def test_undoing_while_a_part_is_dragged_ends_the_drag(composed: Sidebar) -> None:
    more = SequentialLR((*WHD.schedulers, DECAY), (44, 242, 300))
    put(composed, more)
    previews: list[Run | None] = []
    composed.previewed.connect(previews.append)
    last, first = heads(composed)[3], heads(composed)[0]
    press_and_move(last, last.mapFromGlobal(first.mapToGlobal(QPoint(6, 4))))
    assert previews[-1] is not None
    with capture_exceptions() as raised:
        composed._store.history.undo()
        assert previews[-1] is None
        last.dragged.emit(first.mapToGlobal(QPoint(6, 4)))
        last.dropped.emit(True)
    assert (raised, previews[-1]) == ([], None)
    assert schedule(composed) == WHD


def test_buttons_that_do_not_fit_beside_each_other_stand_below_each_other(qtbot: QtBot) -> None:
    bar = ComposeBar()
    qtbot.addWidget(bar)
    bar.show()
    words = bar.warmup.sizeHint().width() + bar.after.sizeHint().width()
    for width, beside in ((words + 20, True), (words - 20, False)):
        bar.resize(width, 200)
        QApplication.processEvents()
        assert (bar.after.y() == bar.warmup.y()) == beside
        assert bar.warmup.width() == bar.warmup.sizeHint().width(), "nothing is elided"
