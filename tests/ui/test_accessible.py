"""Whoever listens to the window finds every control of it by name, with its value, and can act on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QSlider, QWidget
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.ui.actions import actions
from lrviz.ui.window import VIEWS, Window

Role = QAccessible.Role
PARTS = {
    Role.Window, Role.Client, Role.Pane, Role.LayeredPane, Role.Grouping, Role.Splitter, Role.Border, Role.Separator,
    Role.Whitespace, Role.NoRole, Role.ScrollBar, Role.StaticText, Role.Dialog, Role.ToolTip, Role.Clock, Role.Cell,
}  # fmt: skip
"""What holds or parts controls, or is read as it stands."""


@pytest.fixture(scope="module")
def plan() -> Experiment:
    return Experiment.first_open()


def inside(root: QWidget) -> Iterator[QAccessibleInterface]:
    """Give what is in sight within a widget, itself first."""
    found = QAccessible.queryAccessibleInterface(root)
    below = [found] if found is not None else []
    while below:
        one = below.pop()
        if one is None or not one.isValid() or one.state().invisible:
            continue
        yield one
        below += [one.child(index) for index in range(one.childCount())]


def said(one: QAccessibleInterface, kind: QAccessible.Text = QAccessible.Text.Name) -> str:
    return one.text(kind).strip()


def is_control(one: QAccessibleInterface) -> bool:
    return one.role() not in PARTS or bool(one.state().focusable)


def charts_are_told(root: QWidget) -> bool:
    return all(said(one) for one in inside(root) if one.role() == Role.Chart)


def check(root: QWidget) -> int:
    """Fail for a control without a name, or one that can't be told from another; give how many there are."""
    controls = [
        (one.role(), type(one.object()).__name__, said(one), said(one, QAccessible.Text.Description))
        for one in inside(root)
        if is_control(one) and not one.state().disabled
    ]
    assert [(kind, role) for role, kind, name, _ in controls if not name] == []
    twins = Counter(control for control in controls if control[0] in {Role.Button, Role.CheckBox})
    assert [control for control, times in twins.items() if times > 1] == []
    return len(controls)


@pytest.mark.parametrize("view", [key for key, _ in VIEWS])
def test_every_control_of_a_view_has_a_name(window: Window, view: str, qtbot: QtBot) -> None:
    window.show_view(view)
    qtbot.waitUntil(lambda: window.page is not None and bool(window.page.canvas.accessibleName()))
    assert check(window) > 20


def test_every_control_of_the_lessons_page_has_a_name(window: Window) -> None:
    window.classroom.go_home_or_back()
    QApplication.processEvents()
    assert check(window) > 5


@pytest.mark.parametrize(
    "opens",
    ["settings", "about", "keys", "history", "cards", "card", "find", "picture", "overview", "presets", "problem"],
)
def test_every_control_of_what_an_action_opens_has_a_name(window: Window, opens: str, qtbot: QtBot) -> None:
    before = {top for top in QApplication.topLevelWidgets() if top.isVisible()}
    window.sidebar.list.setFocus()
    next(action for action in actions(window) if action.key == opens).act()
    QApplication.processEvents()
    opened = [top for top in QApplication.topLevelWidgets() if top.isVisible() and top not in before]
    for root in opened or [window]:
        qtbot.waitUntil(partial(charts_are_told, root))
        assert check(root) > 2
    for top in opened:
        top.close()


def test_a_control_without_a_name_is_found(window: Window) -> None:
    nameless = QSlider(window.transport)
    nameless.show()
    with pytest.raises(AssertionError, match="QSlider"):
        check(window)


def test_fields_and_sliders_have_values(window: Window) -> None:
    valued = [one for one in inside(window) if one.role() == Role.Slider]
    assert len(valued) > 5
    for one in valued:
        interface = one.valueInterface()
        assert interface is not None, said(one)
        assert interface.minimumValue() <= interface.currentValue() <= interface.maximumValue(), said(one)
    fields = [one for one in inside(window) if isinstance(one.object(), QLineEdit)]
    assert all(one.text(QAccessible.Text.Value) == one.object().text() for one in fields)  # type: ignore[attr-defined]  # a QLineEdit


def test_a_slider_can_be_moved_and_a_button_pressed_through_it(window: Window, qtbot: QtBot) -> None:
    gamma = next(one for one in inside(window.sidebar) if one.role() == Role.Slider and said(one) == "gamma")
    with qtbot.waitSignal(window.store.changed):
        gamma.valueInterface().setCurrentValue(0.5)
    assert window.store.run is not None
    assert getattr(window.store.run.schedule, "gamma", None) == 0.5
    loss = next(one for one in inside(window.top) if said(one) == "View: Loss").actionInterface()
    loss.doAction(loss.actionNames()[0])
    assert window.view == "loss"


def test_a_view_is_a_chart_that_says_its_headline_and_its_panes(window: Window) -> None:
    page = window.page
    assert page is not None
    page.canvas._telling.tell()
    charts = [one for one in inside(window) if one.role() == Role.Chart]
    assert [said(one) for one in charts] == [", ".join(plot.title for plot in page.canvas.figure.plots)]
    words = said(charts[0], QAccessible.Text.Description)
    assert words.startswith(page.canvas.figure.headline)
    assert "At step 264: constant 0.2, step 0.02, cosine 0.0691." in words
    panes = [said(one) for one in inside(page.canvas) if one.role() == Role.Graphic]
    assert sorted(panes) == sorted(plot.title for plot in page.canvas.figure.plots)


@pytest.mark.parametrize("view", ["schedule", "landscape"])
def test_what_is_clicked_is_large_enough_to_hit(window: Window, view: str) -> None:
    window.show_view(view)
    QApplication.processEvents()
    controls = [
        one for one in window.findChildren(QWidget) if one.isVisible() and isinstance(one, QAbstractButton | QSlider)
    ]
    small = [f"{type(one).__name__} {one.accessibleName()}" for one in controls if min(one.width(), one.height()) < 24]
    assert small == []
