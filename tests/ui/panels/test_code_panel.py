"""The code as it is typed into the window: what becomes of the run, what stays of the text, and what is said of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.errors import Finding
from lrviz.experiment import Experiment
from lrviz.listing import Listing
from lrviz.run import Run
from lrviz.session import load, save
from lrviz.source.write import code
from lrviz.ui.panels.code_panel import CodePanel
from lrviz.ui.store import Store

OWN = """import torch

# warm restarts were worse
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)   # as in the paper
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=100)
"""
ASKING = """optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=10 * len(loader))
"""


@pytest.fixture
def store() -> Store:
    return Store(Experiment.of(Run("a", StepLR(30), SGD(lr=0.2)), Run("b", StepLR(40), SGD(lr=0.2)), steps=100))


@pytest.fixture
def panel(store: Store, qtbot: QtBot) -> CodePanel:
    made = CodePanel(store)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    store.select(0)
    return made


def run(store: Store, index: int = 0) -> Run:
    return store.experiment.runs[index]


def type_over(panel: CodePanel, text: str) -> None:
    """Replace all of the code, as pasting over it does."""
    panel.text.selectAll()
    panel.text.insertPlainText(text)


def put_caret_behind(panel: CodePanel, words: str) -> None:
    cursor = panel.text.textCursor()
    cursor.setPosition(panel.text.text.index(words) + len(words))
    panel.text.setTextCursor(cursor)


def settle(panel: CodePanel, qtbot: QtBot) -> None:
    """Let the pause after a key pass, and what is read aside come in."""
    qtbot.waitUntil(lambda: not panel._open and not panel._aside.busy)


def test_a_number_typed_into_the_code_is_the_form_s_and_one_undo_step(
    panel: CodePanel, store: Store, qtbot: QtBot
) -> None:
    put_caret_behind(panel, "step_size=30")
    for key in "56":
        qtbot.keyClicks(panel.text, key)
        settle(panel, qtbot)
    assert run(store).schedule == StepLR(3056)
    assert store.history.count() == 1
    store.history.undo()
    assert run(store).schedule == StepLR(30)
    qtbot.waitUntil(lambda: "step_size=30)" in panel.text.text)


def test_keys_after_a_longer_pause_are_another_undo_step(panel: CodePanel, store: Store, qtbot: QtBot) -> None:
    put_caret_behind(panel, "step_size=30")
    qtbot.keyClicks(panel.text, "5")
    settle(panel, qtbot)
    panel._idle.timeout.emit()
    qtbot.keyClicks(panel.text, "6")
    settle(panel, qtbot)
    assert store.history.count() == 2
    store.history.undo()
    assert run(store).schedule == StepLR(305)


def test_half_typed_text_stays_with_its_run_and_leaves_its_values(panel: CodePanel, store: Store, qtbot: QtBot) -> None:
    broken = "optimizer = torch.optim.SGD(model.parameters(), lr="
    type_over(panel, broken)
    store.select(1)
    assert run(store) == replace(run(Store(store.experiment)), listing=Listing(broken))
    assert run(store).schedule == StepLR(30)
    assert panel.text.text == code(run(store, 1))
    assert not panel.error.isVisible()
    store.select(0)
    assert panel.text.text == broken
    assert panel.error.isVisible()
    assert "ine 1" in panel.error.text()
    assert "Still drawn" in panel.error.text()


def test_what_cannot_be_read_has_a_wave_below_its_line(panel: CodePanel, qtbot: QtBot) -> None:
    type_over(panel, OWN.replace("T_max=100", "T_max="))
    settle(panel, qtbot)
    assert [doubt.line for doubt in panel.text._doubts] == [5]
    assert any(
        one.format.underlineStyle() == one.format.UnderlineStyle.WaveUnderline and one.cursor.blockNumber() == 4
        for one in panel.text.extraSelections()
    )
    type_over(panel, OWN)
    settle(panel, qtbot)
    assert panel.text._doubts == ()
    assert not panel.error.isVisible()


def test_undo_brings_half_typed_text_back_and_takes_it_away(panel: CodePanel, store: Store, qtbot: QtBot) -> None:
    own = panel.text.text
    type_over(panel, OWN)
    settle(panel, qtbot)
    panel.finish()
    type_over(panel, "optimizer = (")
    panel.finish()
    store.history.undo()
    qtbot.waitUntil(lambda: panel.text.text == OWN)
    assert run(store).schedule == CosineAnnealingLR(100)
    store.history.undo()
    qtbot.waitUntil(lambda: panel.text.text == own)
    assert run(store).listing is None
    store.history.redo()
    store.history.redo()
    qtbot.waitUntil(lambda: panel.text.text == "optimizer = (")
    assert run(store).schedule == CosineAnnealingLR(100)


def test_a_change_in_the_form_changes_one_place_of_the_text_and_leaves_caret_and_scroll(
    panel: CodePanel, store: Store, qtbot: QtBot
) -> None:
    text = "# a line\n" * 60 + OWN
    type_over(panel, text)
    settle(panel, qtbot)
    put_caret_behind(panel, "# as in the paper")
    panel.text.verticalScrollBar().setValue(7)
    caret = panel.text.textCursor().position()
    store.edit_run(0, replace(run(store), schedule=CosineAnnealingLR(250)), "T_max")
    qtbot.waitUntil(lambda: panel.text.text == text.replace("T_max=100", "T_max=250"))
    assert panel.text.textCursor().position() == caret
    assert panel.text.verticalScrollBar().value() == 7


def test_text_as_lrviz_writes_it_is_no_listing(panel: CodePanel, store: Store, qtbot: QtBot) -> None:
    type_over(panel, OWN)
    settle(panel, qtbot)
    assert run(store).listing == Listing(OWN)
    assert panel.reset.isVisible()
    type_over(panel, code(Run("a", StepLR(9), SGD(lr=0.2))))
    settle(panel, qtbot)
    assert run(store).listing is None
    assert not panel.reset.isVisible()


def test_reset_writes_the_code_anew_and_can_be_undone(panel: CodePanel, store: Store, qtbot: QtBot) -> None:
    type_over(panel, OWN)
    settle(panel, qtbot)
    qtbot.mouseClick(panel.reset, Qt.MouseButton.LeftButton)
    assert panel.text.text == code(run(store))
    assert run(store).schedule == CosineAnnealingLR(100)
    store.history.undo()
    qtbot.waitUntil(lambda: panel.text.text == OWN)


def test_an_emptied_editor_stays_empty_while_one_is_in_it_and_changes_nothing(
    panel: CodePanel, store: Store, qtbot: QtBot
) -> None:
    before = store.experiment
    panel.text.setFocus()
    panel.text.selectAll()
    qtbot.keyClick(panel.text, Qt.Key.Key_Delete)
    panel._pause.timeout.emit()
    assert panel.text.text == ""
    assert store.experiment == before
    panel.text.clearFocus()
    assert panel.text.text == code(run(store))


def test_undo_keys_are_the_window_s(panel: CodePanel, qtbot: QtBot) -> None:
    panel.text.setFocus()
    qtbot.keyClicks(panel.text, "#")
    with qtbot.assertNotEmitted(panel.text.typed):
        qtbot.keyClick(panel.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.text.text.startswith("#")
    assert not panel.text.isUndoRedoEnabled()


def test_tab_leaves_the_code_until_one_types_and_after_escape(panel: CodePanel, qtbot: QtBot) -> None:
    panel.text.setFocus(Qt.FocusReason.TabFocusReason)
    before = panel.text.text
    qtbot.keyClick(panel.text, Qt.Key.Key_Tab)
    assert panel.text.text == before
    assert not panel.text.hasFocus()
    panel.text.setFocus(Qt.FocusReason.MouseFocusReason)
    panel.text.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(panel.text, Qt.Key.Key_Tab)
    assert panel.text.text == "    " + before
    panel.text.selectAll()
    qtbot.keyClick(panel.text, Qt.Key.Key_Backtab)
    assert panel.text.text.startswith("import torch")
    qtbot.keyClick(panel.text, Qt.Key.Key_Escape)
    qtbot.keyClick(panel.text, Qt.Key.Key_Tab)
    assert not panel.text.hasFocus()


def test_enter_keeps_the_indent_and_deepens_it_behind_a_colon(panel: CodePanel, qtbot: QtBot) -> None:
    type_over(panel, "    for epoch in range(9):")
    qtbot.keyClick(panel.text, Qt.Key.Key_Return)
    qtbot.keyClicks(panel.text, "x = 1")
    qtbot.keyClick(panel.text, Qt.Key.Key_Return)
    assert panel.text.text == "    for epoch in range(9):\n        x = 1\n        "


def test_windows_line_ends_and_no_break_spaces_stay_in_the_lines_that_nobody_touched(
    panel: CodePanel, store: Store, qtbot: QtBot
) -> None:
    text = OWN.replace("\n", "\r\n").replace("# as in", "#\u00a0as in")
    store.edit_run(
        0, replace(run(store), listing=Listing(text), schedule=CosineAnnealingLR(100), optimizer=SGD(lr=0.1)), "x"
    )
    qtbot.waitUntil(lambda: panel.text.text == text)
    panel.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(panel.text, "# end")
    settle(panel, qtbot)
    listing = run(store).listing
    assert listing is not None
    assert listing.text == text + "# end"


def test_a_place_is_found_behind_characters_of_two_units_and_windows_line_ends(
    panel: CodePanel, store: Store, qtbot: QtBot
) -> None:
    text = ("# 🎉🎉 축하해요\n" + OWN).replace("\n", "\r\n")
    store.edit_run(
        0, replace(run(store), listing=Listing(text), schedule=CosineAnnealingLR(100), optimizer=SGD(lr=0.1)), "x"
    )
    qtbot.waitUntil(lambda: panel.text.text == text)
    panel.mark(Finding("LR102", "warning", "it rises again", field="schedule.T_max"))
    qtbot.waitUntil(lambda: panel.text.marked == "100")
    panel.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(panel.text, "#")
    assert panel.text.marked == ""


def test_a_mark_falls_back_to_the_finding_s_line(panel: CodePanel, store: Store, qtbot: QtBot) -> None:
    type_over(panel, OWN)
    settle(panel, qtbot)
    panel.mark(Finding("LR106", "warning", "old", line=4))
    qtbot.waitUntil(lambda: panel.text.marked.startswith("optimizer = "))
    assert "paper" in panel.text.marked


def test_hangul_is_composed_in_the_code_while_the_pause_passes(panel: CodePanel, store: Store, qtbot: QtBot) -> None:
    panel.text.setFocus()
    put_caret_behind(panel, "step_size=30)")
    qtbot.keyClicks(panel.text, "  # ")
    for preedit in ("ㅎ", "하", "한"):
        QApplication.sendEvent(panel.text, QInputMethodEvent(preedit, []))
    settle(panel, qtbot)
    done = QInputMethodEvent("", [])
    done.setCommitString("한글")
    QApplication.sendEvent(panel.text, done)
    settle(panel, qtbot)
    listing = run(store).listing
    assert listing is not None
    assert "step_size=30)  # 한글" in listing.text
    assert panel.text.text == listing.text


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


def test_a_text_that_is_too_long_is_not_pasted_and_nothing_is_lost(panel: CodePanel, store: Store) -> None:
    before = store.experiment
    data = QMimeData()
    data.setText("x = 1\n" * 20_000)
    panel.text.insertFromMimeData(data)
    assert store.experiment == before
    assert panel.text.text == code(run(store))
    assert "120" in panel.error.text()


def test_a_long_text_is_read_and_typing_in_it_is_kept_when_the_run_is_left_at_once(
    panel: CodePanel, store: Store, qtbot: QtBot
) -> None:
    text = OWN + "x = 1\n" * 1500
    type_over(panel, text)
    panel.finish()
    listing = run(store).listing
    assert listing is not None
    assert listing.text == text
    store.select(1)
    qtbot.waitUntil(lambda: run(store).schedule == CosineAnnealingLR(100), timeout=20_000)
    assert store.history.count() == 1, "kept and read are one step"
    assert panel.text.text == code(run(store, 1))


def test_only_what_is_in_sight_of_a_long_text_is_coloured(panel: CodePanel, store: Store, qtbot: QtBot) -> None:
    type_over(panel, "import torch\n" * 1000)
    panel.text.moveCursor(QTextCursor.MoveOperation.Start)
    panel.text._colours.rehighlight()

    def coloured(line: int) -> bool:
        return bool(panel.text.document().findBlockByNumber(line).layout().formats())

    QTest.qWait(1)
    assert coloured(0)
    assert not coloured(900)
    panel.text.verticalScrollBar().setValue(895)
    QApplication.processEvents()
    assert coloured(900)


def test_files_dragged_over_the_code_are_the_window_s(panel: CodePanel) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("train.py")])
    assert not panel.text.canInsertFromMimeData(data)
    data = QMimeData()
    data.setText("x = 1")
    assert panel.text.canInsertFromMimeData(data)


def test_the_code_of_a_loss_is_only_read(panel: CodePanel) -> None:
    panel.lead("loss")
    assert panel.text.isReadOnly()
    panel.lead("schedule")
    assert not panel.text.isReadOnly()


def test_copy_takes_what_is_shown_with_what_was_typed(panel: CodePanel, qtbot: QtBot) -> None:
    type_over(panel, OWN + "# mine\n")
    panel.copy()
    assert QApplication.clipboard().text() == OWN + "# mine\n"


def test_a_text_survives_saving_and_opening(panel: CodePanel, store: Store, qtbot: QtBot, tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "a.lrviz"
    type_over(panel, "optimizer = (")
    panel.finish()
    save(store.experiment, path)
    opened = load(path)
    assert opened == store.experiment
    store.open(opened, path)
    store.select(0)
    assert panel.text.text == "optimizer = ("


def test_what_is_typed_before_another_run_s_long_text_is_shown_belongs_to_the_run_in_sight(
    panel: CodePanel, store: Store, qtbot: QtBot
) -> None:
    long = OWN + "x = 1\n" * 300
    panel._pause.setInterval(60_000)
    store.edit_run(1, replace(run(store, 1), listing=Listing(long)), "x")
    store.select(1)
    assert panel.text.text == code(run(store)), "the long text is still being looked at"
    panel.text.insertPlainText("# mine\n")
    qtbot.waitUntil(lambda: panel.text.text.startswith("import torch\n\n# warm"), timeout=20_000)
    listing = run(store).listing
    assert listing is not None
    assert listing.text.startswith("# mine\n")
