"""The palette in the real window: opened, typed into, moved through and left as a person does."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.experiment import Experiment
from lrviz.session import save
from lrviz.ui import keymap, palette
from lrviz.ui.actions import actions
from lrviz.ui.arriving import recent
from lrviz.ui.choices import settings
from lrviz.ui.find.sheet import Sheet
from lrviz.ui.find.used import used
from lrviz.ui.speech import language
from lrviz.ui.window import Window

CONTROL, SHIFT, PLAIN = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture(scope="module")
def plan() -> Experiment:
    return Experiment.first_open()


@pytest.fixture
def sheet(window: Window, qtbot: QtBot) -> Sheet:
    settings.MOTION.keep("reduced")
    with qtbot.waitActive(window):
        window.activateWindow()
    window.sidebar.list.setFocus()
    QTest.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: not window.aside.busy)
    return window.seeker.sheet


def found(sheet: Sheet) -> list[str]:
    return [str(sheet.model.index(row).data()) for row in range(sheet.model.rowCount())]


def test_it_closes_after_the_pop_up_that_had_the_focus_is_gone(window: Window, qtbot: QtBot) -> None:
    """What had the focus may be deleted while the palette is open: giving it back took the program down."""
    settings.MOTION.keep("reduced")
    with qtbot.waitActive(window):
        window.activateWindow()
    window.explaining.find()
    listed = window.explaining.list
    assert listed is not None
    window.seeker.toggle()
    listed.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(listed))
    window.seeker.toggle()
    assert not window.seeker.sheet.isVisible()


def gathered(sheet: Sheet) -> None:
    """Wait for all that can be found: it comes some turns after the palette."""
    window = sheet.window()
    assert isinstance(window, Window)
    while window.seeker.gathers:
        QApplication.processEvents()


def typed(sheet: Sheet, text: str) -> list[str]:
    if not text.isascii():  # such text comes from an input method
        return put(sheet, text)
    gathered(sheet)
    sheet.field.selectAll()
    QTest.keyClicks(sheet.field, text)
    return found(sheet)


def put(sheet: Sheet, text: str) -> list[str]:
    """Give what is found of a text that comes whole, as a pasted one does."""
    gathered(sheet)
    sheet.field.selectAll()
    sheet.field.insert(text)
    return found(sheet)


def test_both_keys_and_the_field_in_the_bar_open_it_and_escape_gives_the_focus_back(
    window: Window, sheet: Sheet, qtbot: QtBot
) -> None:
    assert sheet.isVisible()
    assert QApplication.focusWidget() is sheet.field
    QTest.keyClick(sheet.field, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert QApplication.focusWidget() is window.sidebar.list
    QTest.keyClick(window, Qt.Key.Key_K, CONTROL)
    assert sheet.isVisible()
    QTest.keyClick(sheet.field, Qt.Key.Key_K, CONTROL)
    assert not sheet.isVisible()
    qtbot.mouseClick(window.top.find_field, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    qtbot.waitUntil(lambda: sheet.veil.geometry() == window.rect())
    qtbot.mouseClick(sheet.veil, Qt.MouseButton.LeftButton, PLAIN, QPoint(20, 500))
    assert not sheet.isVisible()


def test_every_action_is_found_by_its_own_name(window: Window, sheet: Sheet) -> None:
    missing = [
        action.text
        for action in actions(window)
        if action.key != "find" and action.text.rstrip("…") not in put(sheet, action.text.rstrip("…"))[:3]
    ]
    assert missing == []


def test_an_abbreviation_and_enter_give_the_selected_run_that_schedule(window: Window, sheet: Sheet) -> None:
    window.store.select(1)
    assert typed(sheet, "cawr")[0] == "CosineAnnealingWarmRestarts"
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    run = window.store.run
    assert run is not None
    assert isinstance(run.schedule, CosineAnnealingWarmRestarts)
    assert used()[0] == "schedule/CosineAnnealingWarmRestarts"
    window.store.undo()
    assert window.store.experiment == Experiment.first_open()


def test_runs_files_presets_lessons_and_panes_are_found_and_opened(
    window: Window, sheet: Sheet, qtbot: QtBot, tmp_path: Path
) -> None:
    save(Experiment.of("SGD(model.parameters(), lr=0.4)", steps=50), tmp_path / "my study.lrviz")
    recent.remember(tmp_path / "my study.lrviz")
    recent.remember(tmp_path / "gone.lrviz")
    window.seeker.toggle()
    window.seeker.toggle()
    typed(sheet, "cosine")
    rows = {str(sheet.model.index(row).data()): row for row in range(sheet.model.rowCount())}
    qtbot.mouseClick(
        sheet.view.viewport(),
        Qt.MouseButton.LeftButton,
        PLAIN,
        sheet.view.visualRect(sheet.model.index(rows["cosine"])).center(),
    )
    assert window.store.selected == 2
    window.seeker.toggle()
    assert typed(sheet, "confusion")[0] == "Confusion matrix"
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert window.view == "training"
    assert "confusion" in window.page.chosen_panes.keys  # type: ignore[union-attr]
    window.seeker.toggle()
    assert "Rattle, cliff, glide" in typed(sheet, "rattle")
    assert any("LLaMA" in title for title in typed(sheet, "llama"))
    assert typed(sheet, "gone")[0] == "gone.lrviz"
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.isVisible(), "what can't be opened isn't taken"
    assert typed(sheet, "my stu")[0] == "my study.lrviz"
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert window.store.path == tmp_path / "my study.lrviz"


def test_what_cannot_be_done_is_dim_and_says_why(window: Window, sheet: Sheet) -> None:
    assert typed(sheet, "undo")[0] == "Undo"
    row = sheet.model.index(0)
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert row.data(Qt.ItemDataRole.ToolTipRole) == "Nothing was changed yet"
    assert "Nothing was changed yet" in sheet.field.accessibleDescription()
    window.classroom.go_home()
    window.seeker.toggle()
    window.seeker.toggle()
    typed(sheet, "duplicate")
    assert sheet.model.index(0).data(Qt.ItemDataRole.ToolTipRole) == "Go back to the session first"


def test_keys_move_through_the_rows_and_none_of_them_reaches_the_window(window: Window, sheet: Sheet) -> None:
    last = sheet.model.rowCount() - 1

    def row() -> int:
        return sheet.view.currentIndex().row()

    assert row() == 0
    for key, there in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Tab, 2),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_End, last),
        (Qt.Key.Key_Down, last),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(sheet.field, key)
        assert row() == there
    QTest.keyClick(sheet.field, Qt.Key.Key_PageDown)
    assert 3 < row() < last
    QTest.keyClick(sheet.field, Qt.Key.Key_PageUp)
    assert row() == 0
    for key, held in ((Qt.Key.Key_D, CONTROL), (Qt.Key.Key_V, PLAIN), (Qt.Key.Key_Delete, PLAIN)):
        QTest.keyClick(sheet.field, key, held)
    assert window.store.experiment == Experiment.first_open()
    assert sheet.isVisible()


def test_what_was_done_last_comes_first_the_next_time(window: Window, sheet: Sheet) -> None:
    typed(sheet, "show the whole plan")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    window.seeker.toggle()
    assert found(sheet)[0] == "Show the whole plan"
    typed(sheet, "duplicate")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    window.seeker.toggle()
    assert found(sheet)[:2] == ["Duplicate run", "Show the whole plan"]


def test_korean_is_found_in_an_english_window_and_english_in_a_korean_one(
    window: Window, sheet: Sheet, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: typed(sheet, "경주")[:1] == ["Race"])
    window.seeker.toggle()
    language.keep("ko")
    try:
        window.seeker.toggle()
        assert typed(sheet, "ㄱㅈ")[0] == "경주"
        qtbot.waitUntil(lambda: typed(sheet, "race")[:1] == ["경주"])
    finally:
        language.keep("en")


def test_a_theme_is_chosen_by_its_name(window: Window, sheet: Sheet) -> None:
    typed(sheet, "theme dark")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert palette.theme().name == "dark"


def test_the_keys_shown_are_those_in_force(window: Window, sheet: Sheet) -> None:
    window.seeker.toggle()
    keymap.give("race", ("Ctrl+Alt+R",))
    try:
        assert window.top.find_field.toolTip().endswith("(Ctrl+Shift+P)")
        window.seeker.toggle()
        typed(sheet, "race")
        shown = sheet.model.shown(sheet.model.index(0))
        assert shown is not None
        assert shown.entry.keys == ("Ctrl+Alt+R",)
        assert "(Ctrl+Alt+R)" in window.top.race.toolTip()
    finally:
        keymap.reset_all()


def test_the_field_in_the_bar_is_an_icon_in_a_narrow_window(window: Window) -> None:
    wide = window.top.find_field.width()
    window.resize(1000, 700)
    assert window.top.find_field.width() < wide / 3
    window.resize(1280, 800)
    assert window.top.find_field.width() == wide


def test_it_is_told_to_assistive_technology(sheet: Sheet) -> None:
    typed(sheet, "duplicate")
    assert sheet.field.accessibleDescription() == "Duplicate run, Runs, Ctrl+D"
    spoken = QAccessible.queryAccessibleInterface(sheet.view)
    assert spoken.child(0).text(QAccessible.Text.Name) == "Duplicate run, Runs, Ctrl+D"


@pytest.mark.parametrize("size", [(760, 480), (1280, 800), (1920, 1080)])
def test_the_card_stands_in_the_window_whatever_its_size(window: Window, sheet: Sheet, size: tuple[int, int]) -> None:
    window.resize(*size)
    card = sheet.card.rect().translated(sheet.card.mapTo(window, QPoint()))
    assert window.rect().contains(card.adjusted(12, 12, -12, -12))
    assert card.center().x() == pytest.approx(window.rect().center().x(), abs=1)
    typed(sheet, "zzzz")
    assert sheet.model.rowCount() == 0
    assert sheet.card.height() < 200
