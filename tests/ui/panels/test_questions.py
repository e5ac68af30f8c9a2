"""What a text leaves open, answered below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.listing import Listing
from lrviz.ui.panels.code_panel import CodePanel
from lrviz.ui.store import Store
from tests.ui.panels.typed import ASKING, run, settle, type_over


def test_an_answer_makes_the_run_and_is_offered_the_next_time_but_not_taken(
    panel: CodePanel, store: Store, qtbot: QtBot
) -> None:
    type_over(panel, ASKING)
    settle(panel, qtbot)
    assert run(store).schedule == StepLR(30)
    (row,) = panel.questions.asked
    assert row.expression == "len(loader)"
    assert not row.last.isVisible()
    qtbot.keyClicks(row.field, "40")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert run(store).schedule == CosineAnnealingLR(400)
    assert run(store).listing == Listing(ASKING, answers=({"expression": "len(loader)", "value": 40},))  # type: ignore[arg-type]
    store.select(1)
    panel.text.setFocus()
    type_over(panel, ASKING)
    settle(panel, qtbot)
    assert run(store, 1).schedule == StepLR(40), "nothing is taken unasked"
    (row,) = panel.questions.asked
    assert row.field.text() == ""
    assert row.last.isVisible()
    qtbot.mouseClick(row.last, Qt.MouseButton.LeftButton)
    assert run(store, 1).schedule == CosineAnnealingLR(400)


def test_an_emptied_answer_is_taken_back_and_a_wrong_one_refused(panel: CodePanel, store: Store, qtbot: QtBot) -> None:
    type_over(panel, ASKING)
    settle(panel, qtbot)
    (row,) = panel.questions.asked
    qtbot.keyClicks(row.field, "4 +")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert row.error.isVisible()
    assert run(store).listing == Listing(ASKING)
    row.field.selectAll()
    qtbot.keyClicks(row.field, "4")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert run(store).schedule == CosineAnnealingLR(40)
    (row,) = panel.questions.asked
    row.field.clear()
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert run(store).listing == Listing(ASKING)
    assert run(store).schedule == CosineAnnealingLR(40), "the last that could be read"
