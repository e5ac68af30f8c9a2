"""The code as it is typed into the window: what becomes of the run, what stays of the text, and what is said of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.listing import Listing
from lrviz.run import Run
from lrviz.session import load, save
from lrviz.source.write import code
from lrviz.ui.panels.code_panel import CodePanel
from lrviz.ui.store import Store
from tests.ui.panels.typed import OWN, put_caret_behind, run, settle, type_over


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


@pytest.mark.parametrize("text", [OWN, "# a line\n" * 60 + OWN], ids=["short", "long"])
def test_a_key_right_after_a_change_in_the_form_keeps_both(
    panel: CodePanel, store: Store, qtbot: QtBot, text: str
) -> None:
    type_over(panel, text)
    settle(panel, qtbot)
    store.edit_run(0, replace(run(store), schedule=CosineAnnealingLR(200)), "T_max")
    store.edit_run(0, replace(run(store), schedule=CosineAnnealingLR(250)), "T_max")
    put_caret_behind(panel, "lr=0.1")
    qtbot.keyClicks(panel.text, "5")  # the code still has T_max=100
    store.edit_run(0, replace(run(store), clip=2.0), "clip")
    settle(panel, qtbot)
    assert (run(store).schedule, run(store).optimizer, run(store).clip) == (CosineAnnealingLR(250), SGD(lr=0.15), 2.0)
    qtbot.waitUntil(lambda: "T_max=250" in panel.text.text)
    assert "lr=0.15)   # as in the paper" in panel.text.text


def test_a_key_right_after_a_change_of_the_same_schedule_keeps_both(
    panel: CodePanel, store: Store, qtbot: QtBot
) -> None:
    type_over(panel, OWN.replace("T_max=100", "T_max=100, eta_min=0.01"))
    settle(panel, qtbot)
    store.edit_run(0, replace(run(store), schedule=CosineAnnealingLR(200, eta_min=0.01)), "T_max")
    store.edit_run(0, replace(run(store), schedule=CosineAnnealingLR(250, eta_min=0.01)), "T_max")
    put_caret_behind(panel, "eta_min=0.01")
    qtbot.keyClicks(panel.text, "5")
    settle(panel, qtbot)
    assert run(store).schedule == CosineAnnealingLR(250, eta_min=0.015)
    qtbot.waitUntil(lambda: "T_max=250, eta_min=0.015" in panel.text.text)


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
    qtbot.waitUntil(lambda: run(store).schedule == CosineAnnealingLR(100))
    assert store.history.count() == 1, "kept and read are one step"
    assert panel.text.text == code(run(store, 1))


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
    qtbot.waitUntil(lambda: panel.text.text.startswith("import torch\n\n# warm"))
    listing = run(store).listing
    assert listing is not None
    assert listing.text.startswith("# mine\n")
