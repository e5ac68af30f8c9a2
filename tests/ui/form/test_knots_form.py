"""Knots are a table in the run's form: added, typed, taken out and kept in order."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.knots import Knots
from lrviz.ui.controls.choice_row import ChoiceRow
from lrviz.ui.controls.number_field import NumberField
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.form.knots_form import KnotsForm
from lrviz.ui.form.room import Room

KNOTS = Knots((0, 44, 300, 440), (0.0, 1.0, 0.6, 0.0))
ROOM = Room.of(440, 0.1, "steps")
Edits = list[tuple[Knots, str, bool]]


@pytest.fixture
def form(qtbot: QtBot) -> KnotsForm:
    form = KnotsForm()
    qtbot.addWidget(form)
    form.resize(256, 400)
    form.show_knots(KNOTS, 0, ROOM)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


@pytest.fixture
def edits(form: KnotsForm) -> Edits:
    edits: Edits = []

    def take(knots: Knots, what: str, dragging: bool) -> None:
        edits.append((knots, what, dragging))
        form.show_knots(knots, 0, ROOM)

    form.edited.connect(take)
    return edits


def typed(field: NumberField, text: str) -> None:
    field.setFocus()
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_row_a_knot(form: KnotsForm, edits: Edits) -> None:
    assert [field.value for field in form.steps] == [0, 44, 300, 440]
    assert [field.value for field in form.factors] == [0.0, 1.0, 0.6, 0.0]
    form.show_knots(Knots((5,), (0.5,)), 0, ROOM)
    assert [field.value for field in form.steps] == [5]
    assert not form.removers[0].isEnabled(), "the last knot stays"
    assert edits == []


def test_steps_and_factors_are_typed(form: KnotsForm, edits: Edits) -> None:
    typed(form.steps[1], "100")
    typed(form.factors[2], "1/2")
    assert edits[-1][0] == Knots((0, 100, 300, 440), (0.0, 1.0, 0.5, 0.0))


def test_a_step_beyond_another_knot_s_puts_the_knot_there(form: KnotsForm, edits: Edits) -> None:
    typed(form.steps[1], "350")
    assert edits[-1][0] == Knots((0, 300, 350, 440), (0.0, 0.6, 1.0, 0.0))
    assert [field.value for field in form.steps] == [0, 300, 350, 440]


def test_what_breaks_a_bound_is_marked_and_nothing_is_sent(form: KnotsForm, edits: Edits) -> None:
    for field, text, words in (
        (form.steps[1], "300", "step must be a list in which each is after the one before. Still drawn with 44."),
        (form.steps[1], "-1", "step must be at least 0. Still drawn with 44."),
        (form.factors[1], "-2", "factor must be at least 0. Still drawn with 1."),
        (form.factors[1], "much", "“much” is not a number."),
    ):
        typed(field, text)
        assert form.error.text() == words
        assert field.has_error
    assert edits == []
    QTest.keyClick(form.factors[1], Qt.Key.Key_Escape)
    typed(form.steps[1], "45")
    assert not form.error.isVisible()
    assert not any(field.has_error for field in form.steps)


def test_a_new_knot_lies_on_the_curve(form: KnotsForm, edits: Edits) -> None:
    at = np.arange(500)
    before = KNOTS.at(at, 1.0)
    form.add.click()
    knots = edits[-1][0]
    assert knots.steps == (0, 44, 172, 300, 440)
    np.testing.assert_allclose(knots.at(at, 1.0), before, atol=1e-4)
    assert len(form.steps) == 5
    form.removers[2].click()
    assert edits[-1][0] == KNOTS


def test_after_the_last_knot_there_is_room_for_one(form: KnotsForm, edits: Edits) -> None:
    form.show_knots(Knots((0, 10), (0.0, 1.0)), 0, ROOM)
    form.add.click()
    assert edits[-1][0] == Knots((0, 10, 225), (0.0, 1.0, 1.0))


def test_the_way_between_them_is_chosen_and_refused_by_name(form: KnotsForm, edits: Edits) -> None:
    between: Any = form.between
    assert isinstance(between, ChoiceRow)
    assert isinstance(between.chooser, Segmented)
    QTest.mouseClick(between.chooser.button("log"), Qt.MouseButton.LeftButton)
    assert "above 0" in between.error.text()
    assert edits == []
    form.show_knots(replace(KNOTS, factors=(0.1, 1.0, 0.6, 0.1)), 0, ROOM)
    QTest.mouseClick(between.chooser.button("log"), Qt.MouseButton.LeftButton)
    assert edits[-1][0].between == "log"


def test_sixty_four_knots_are_enough(form: KnotsForm) -> None:
    form.show_knots(Knots(tuple(range(64)), (1.0,) * 64), 0, ROOM)
    assert not form.add.isEnabled()


def test_everything_has_a_name_and_tab_goes_row_by_row(form: KnotsForm) -> None:
    stops = form.stops()
    spoken = [QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name) for stop in stops]
    assert spoken[:4] == ["step of knot 1", "factor of knot 1", "Remove knot 1", "step of knot 2"]
    assert all(spoken)
    assert all(isinstance(stop, QWidget) and stop.height() >= 24 for stop in stops)


@pytest.mark.parametrize("width", [216, 256, 368])
def test_nothing_sticks_out(form: KnotsForm, width: int) -> None:
    form.show_knots(Knots((0, 10**14, 10**15), (1 / 3, 1e-7, 1234.5678)), 0, Room.of(10**15, 0.1, "epochs"))
    form.resize(width, 400)
    QApplication.processEvents()
    assert form.width() == width
    for child in form.findChildren(QWidget):
        if child.isVisible():
            assert child.geometry().right() <= width, child
