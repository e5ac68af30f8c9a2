"""The editor of code: its keys, its marks and colours, and characters that Qt counts in another way."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.errors import Finding
from lrviz.listing import Listing
from lrviz.source.write import code
from lrviz.ui.panels.code_panel import CodePanel
from lrviz.ui.store import Store
from tests.ui.panels.typed import OWN, put_caret_behind, run, settle, type_over


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


def test_a_text_that_is_too_long_is_not_pasted_and_nothing_is_lost(panel: CodePanel, store: Store) -> None:
    before = store.experiment
    data = QMimeData()
    data.setText("x = 1\n" * 30_000)
    panel.text.insertFromMimeData(data)
    assert store.experiment == before
    assert panel.text.text == code(run(store))
    assert "180" in panel.error.text()


def test_only_what_is_in_sight_of_a_long_text_is_coloured(panel: CodePanel, store: Store, qtbot: QtBot) -> None:
    type_over(panel, "import torch\n" * 1000)
    panel.text.moveCursor(QTextCursor.MoveOperation.Start)
    panel.text._colours.rehighlight()

    def coloured(line: int) -> bool:
        return bool(panel.text.document().findBlockByNumber(line).layout().formats())

    qtbot.waitUntil(lambda: coloured(0))
    assert not coloured(900)
    panel.text.verticalScrollBar().setValue(895)
    qtbot.waitUntil(lambda: coloured(900))


def test_files_dragged_over_the_code_are_the_window_s(panel: CodePanel) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("train.py")])
    assert not panel.text.canInsertFromMimeData(data)
    data = QMimeData()
    data.setText("x = 1")
    assert panel.text.canInsertFromMimeData(data)
