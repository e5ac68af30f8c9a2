"""Tab goes through the window as one reads it, every stop is ringed, and keys do what a mouse does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.ui import palette
from lrviz.ui.access import tabbing
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.panels.code_editor import CodeEditor
from lrviz.ui.panels.problem_dialog import ProblemDialog
from lrviz.ui.window import Window

MOST = 150
"""Stops after which a round has failed to end."""


@pytest.fixture(scope="module")
def plan() -> Experiment:
    return Experiment.first_open()


@pytest.fixture
def active(window: Window, qtbot: QtBot) -> Window:
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def tab(window: Window) -> QWidget:
    at = QApplication.focusWidget() or window
    if isinstance(at, CodeEditor):
        QTest.keyClick(at, Qt.Key.Key_Escape)
    QTest.keyClick(at, Qt.Key.Key_Tab)
    return focus()


def round_of(window: Window) -> Iterator[QWidget]:
    """Give each stop of the Tab key, until the first one comes again."""
    first = tab(window)
    yield first
    for _ in range(MOST):
        stop = tab(window)
        if stop is first:
            return
        yield stop
    raise AssertionError("Tab never comes back")


def ringed(stop: QWidget) -> int:
    """Count the pixels about a control that are of the ring's colour."""
    window = stop.window()
    around = QRect(stop.mapTo(window, QPoint()), stop.size()).adjusted(-4, -4, 4, 4).intersected(window.rect())
    image, colour = window.grab(around).toImage(), palette.theme().focus.rgb()
    rows = [*range(min(8, image.height())), *range(max(0, image.height() - 8), image.height())]
    return sum(image.pixel(x, y) == colour for y in rows for x in range(image.width()))


def test_tab_reads_top_bar_runs_form_view_transport_dock(active: Window) -> None:
    parts = [active.top, active.sidebar.list, active.sidebar.form, active.stack, active.transport, active.dock]
    came = [next((at for at, part in enumerate(parts) if part.isAncestorOf(stop) or part is stop), None)
            for stop in round_of(active)]  # fmt: skip
    known = [at for at in came if at is not None]
    start = next(at for at, part in enumerate(known) if part == 0 and known[at - 1] != 0)
    assert set(known) == set(range(len(parts)))
    turned = known[start:] + known[:start]
    assert turned == sorted(turned)


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK])
@pytest.mark.parametrize("view", ["schedule", "training"])
def test_every_stop_is_ringed(active: Window, view: str, theme: palette.Theme) -> None:
    palette.use(theme)
    active.show_view(view)
    QApplication.processEvents()
    bare = [f"{type(stop).__name__} {stop.accessibleName()}" for stop in round_of(active) if ringed(stop) < 16]
    assert bare == []


def test_a_click_rings_nothing(active: Window) -> None:
    QTest.mouseClick(active.top.views.button("loss"), Qt.MouseButton.LeftButton)
    assert ringed(active.top.views.button("loss")) == 0


@pytest.mark.parametrize("view", ["schedule", "landscape", "gradients"])
def test_all_that_takes_the_focus_is_reached(active: Window, view: str) -> None:
    active.show_view(view)
    QApplication.processEvents()
    reached = set(round_of(active))
    takes = [
        widget
        for widget in active.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and widget.focusProxy() is None and min(widget.width(), widget.height()) >= tabbing.SEEN
    ]  # fmt: skip
    assert [widget for widget in takes if widget not in reached] == []


def test_backtab_goes_the_same_way_back(active: Window) -> None:
    there = [tab(active) for _ in range(6)]
    back = []
    for _ in range(5):
        QTest.keyClick(focus(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        back.append(focus())
    assert back == there[-2::-1]


def test_f6_goes_from_part_to_part(active: Window) -> None:
    parts = tabbing.regions(active)
    active.dock.code.text.setFocus()
    came = []
    for _ in parts:
        assert tabbing.go_to_region(active, on=True)
        came.append(next(at for at, part in enumerate(parts) if part.isAncestorOf(focus())))
    assert came == list(range(len(parts)))
    tabbing.go_to_region(active, on=False)
    assert parts[-2].isAncestorOf(focus())


def test_the_lines_between_the_parts_move_by_keys(active: Window) -> None:
    handle = active.arrangement.body.handle(1)
    before = active.sidebar.width()
    handle.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(handle, Qt.Key.Key_Right)
    wider = active.sidebar.width()
    QTest.keyClick(handle, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert before < wider
    assert active.sidebar.width() < before
    below = active.arrangement.work.handle(1)
    height = active.dock.height()
    QTest.keyClick(below, Qt.Key.Key_Return)
    assert active.dock.height() < height


def test_the_focus_goes_into_a_list_of_choices_and_escape_brings_it_back_ringed(active: Window, qtbot: QtBot) -> None:
    box = next(box for box in active.sidebar.form.findChildren(ChoiceBox) if box.isVisible())
    box.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(box, Qt.Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert popup.isAncestorOf(focus())
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert focus() is box
    assert ringed(box) > 16


def test_a_dialog_takes_the_focus_and_escape_brings_it_back(active: Window, qtbot: QtBot) -> None:
    card = active.sidebar.card
    card.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card, Qt.Key.Key_Space)
    dialog = active.findChild(ProblemDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.isAncestorOf(focus()))
    stops = [focus()]
    for _ in range(6):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        stops.append(focus())
    heights = [stop.mapTo(dialog, QPoint()).y() for stop in stops]
    assert heights == sorted(heights)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    active.activateWindow()  # a desktop does
    qtbot.waitUntil(lambda: QApplication.focusWidget() is card)
