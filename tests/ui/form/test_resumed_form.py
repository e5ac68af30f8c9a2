"""Resuming a run with a new horizon, from its form."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.form.resumed_form import ResumedForm, meant
from lrviz.ui.panels.sidebar import Sidebar
from tests.ui.form.composed import LEFT, WHD, choose, put, schedule, typed, undone

SHORT = CosineAnnealingLR(300)
"""Of a plan of 440 steps."""


def form(sidebar: Sidebar) -> ResumedForm:
    found = sidebar.form.schedule_form.resumed
    assert found is not None
    return found


def resume(sidebar: Sidebar) -> None:
    QTest.mouseClick(sidebar.form.compose.resume, LEFT)


def test_a_run_is_resumed_at_the_cursor_with_the_plans_horizon_and_not_any_more(sidebar: Sidebar) -> None:
    put(sidebar, SHORT)
    sidebar._store.set_cursor(250)
    resume(sidebar)
    assert schedule(sidebar) == Resumed(SHORT, 250, CosineAnnealingLR(440))
    undone(sidebar, SHORT)
    assert not sidebar.form.compose.isVisible()
    assert form(sidebar).way.text() == meant("load_state_dict")
    QTest.mouseClick(form(sidebar).old, LEFT)
    assert schedule(sidebar) == SHORT
    assert sidebar.form.compose.warmup.isVisible()


def test_it_is_resumed_half_way_where_the_cursor_is_at_an_end(sidebar: Sidebar) -> None:
    put(sidebar, SHORT)
    sidebar._store.set_cursor(0)
    resume(sidebar)
    assert schedule(sidebar).step == 220
    QTest.mouseClick(form(sidebar).new, LEFT)
    assert schedule(sidebar) == CosineAnnealingLR(440)


def test_a_composed_schedule_offers_nothing_else(sidebar: Sidebar) -> None:
    put(sidebar, WHD)
    bar = sidebar.form.compose
    assert [button.isVisible() for button in (bar.warmup, bar.after, bar.chain, bar.resume)] == [False] * 3 + [True]
    resume(sidebar)
    assert isinstance(schedule(sidebar).schedule, SequentialLR)
    assert form(sidebar).parts["then"].head.text() == "SequentialLR"


def test_the_step_and_the_way_are_set(sidebar: Sidebar) -> None:
    put(sidebar, Resumed(SHORT, 250, CosineAnnealingLR(440)))
    row = form(sidebar).values.rows["step"]
    assert isinstance(row, NumberRow)
    typed(row, "100")
    assert schedule(sidebar).step == 100
    typed(row, "0")
    assert schedule(sidebar).step == 100
    assert row.error.isVisible()
    form(sidebar).values.rows["by"].edited.emit("stepped", False)
    assert schedule(sidebar).by == "stepped"
    assert form(sidebar).way.text() == meant("stepped")


def test_each_session_has_a_form_of_its_own(sidebar: Sidebar) -> None:
    put(sidebar, Resumed(SHORT, 250, CosineAnnealingLR(440), "stepped"))
    for name, steps in (("then", 500), ("schedule", 310)):
        part = form(sidebar).parts[name]
        part.head.click()
        assert part.body is not None
        row = part.body.schedule.values.rows["T_max"]
        assert isinstance(row, NumberRow)
        typed(row, str(steps))
    assert schedule(sidebar) == Resumed(CosineAnnealingLR(310), 250, CosineAnnealingLR(500), "stepped")
    before = schedule(sidebar)
    choose(form(sidebar).parts["then"], "PolynomialLR")
    assert type(schedule(sidebar).then).__name__ == "PolynomialLR"
    undone(sidebar, before)


def test_what_has_another_classs_state_says_why_it_can_not_be(sidebar: Sidebar) -> None:
    put(sidebar, before := Resumed(SHORT, 250, CosineAnnealingLR(440)))
    part = form(sidebar).parts["then"]
    part.head.click()
    choose(part, "PolynomialLR")
    assert schedule(sidebar) == before
    assert part.body is not None
    assert "made of the same classes" in part.body.unfit.text()


def test_the_form_says_what_torch_makes_of_it_in_numbers(qtbot: QtBot, sidebar: Sidebar) -> None:
    odd = sidebar.form.odd
    put(sidebar, Resumed(SHORT, 250, CosineAnnealingLR(440)))
    qtbot.waitUntil(lambda: "comes back with its horizon by load_state_dict: step 439 has" in odd.text())
    put(sidebar, replace(schedule(sidebar), by="stepped"))
    qtbot.waitUntil(lambda: odd.text().startswith("At step 250 the learning rate jumps from 0.0"))
    put(sidebar, Resumed(SHORT, 250, SHORT))
    qtbot.waitUntil(lambda: odd.text().startswith("Both schedulers are the same"))


def test_it_is_chosen_from_the_list_with_what_was_there(sidebar: Sidebar) -> None:
    put(sidebar, SHORT)
    sidebar.form.schedule.open()
    found = sidebar.form.schedule.list
    assert found is not None
    sidebar.form.schedule.chosen.emit("Resumed")
    assert schedule(sidebar) == Resumed(SHORT, 220, CosineAnnealingLR(440))
