"""The menus: every action in one of them once, those that can't be done dim, recent files in theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.session import save
from lrviz.ui import keymap, palette
from lrviz.ui.actions import Action, actions, install
from lrviz.ui.actions.menus import export_menu, fill_bar, session_menu
from lrviz.ui.arriving import recent
from lrviz.ui.controls.menu import open_menu
from lrviz.ui.window import Window


@pytest.fixture(scope="module")
def plan() -> Experiment:
    return Experiment.first_open()


@pytest.fixture
def made(window: Window) -> dict[str, QAction]:
    return install(window)


def items(menu: QMenu | QMenuBar) -> Iterator[QAction]:
    for item in menu.actions():
        below = item.menu()
        if isinstance(below, QMenu):
            yield from items(below)
        elif not item.isSeparator():
            yield item


def missing(menu: QMenu | QMenuBar, every: tuple[Action, ...]) -> list[str]:
    count = Counter(item.text() for item in items(menu))
    return [action.text for action in every if count[action.text] != 1]


def test_every_action_is_in_the_menu_of_the_session_once_and_in_a_bar_too(
    window: Window, made: dict[str, QAction]
) -> None:
    assert missing(session_menu(window, made), actions(window)) == []
    bar = QMenuBar(window)
    fill_bar(bar, window, made)
    assert missing(bar, actions(window)) == []


def test_what_cannot_be_done_is_dim_and_keeps_its_key(window: Window, made: dict[str, QAction]) -> None:
    def undo() -> QAction:
        return next(item for item in items(session_menu(window, made)) if item.text() == "Undo")

    assert not undo().isEnabled()
    assert made["undo"].isEnabled()
    window.sidebar.duplicate_run()
    assert undo().isEnabled()
    undo().trigger()
    assert window.store.experiment == Experiment.first_open()


def test_menus_show_the_keys_in_force(window: Window, made: dict[str, QAction]) -> None:
    keymap.give("curves", ("F8",))
    try:
        item = next(item for item in items(export_menu(window, made)) if item.text() == "Export curves as CSV…")
        assert item.shortcut().toString() == "F8"
    finally:
        keymap.reset_all()


def test_recent_files_are_opened_from_the_menu_and_forgotten(
    window: Window, made: dict[str, QAction], tmp_path: Path
) -> None:
    def files() -> QMenu:
        menu = session_menu(window, made)
        below = next(item.menu() for item in menu.actions() if item.text() == "Open recent")
        assert isinstance(below, QMenu)
        return below

    assert [item.isEnabled() for item in items(files())] == [False], "there is nothing to forget"
    save(Experiment.of("SGD(model.parameters(), lr=0.4)", steps=50), tmp_path / "R&D.lrviz")
    recent.remember(tmp_path / "gone.lrviz")
    recent.remember(tmp_path / "R&D.lrviz")
    first, second, clear = items(files())
    assert first.text().startswith("R&&D.lrviz\t")
    assert second.text().startswith("gone.lrviz · no longer there")
    assert (first.isEnabled(), second.isEnabled()) == (True, False)
    first.trigger()
    assert window.store.path == tmp_path / "R&D.lrviz"
    clear.trigger()
    assert recent.recent() == ()


def test_a_menu_is_gone_once_it_is_left(window: Window, qtbot: QtBot) -> None:
    menu = session_menu(window, install(window))
    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu.close))
    QTimer.singleShot(0, lambda: open_menu(menu, QPoint()))
    qtbot.waitUntil(lambda: not shiboken6.isValid(menu))


def test_a_bar_is_filled_anew_and_shows_what_is_so_when_it_is_opened(
    window: Window, made: dict[str, QAction], qtbot: QtBot, tmp_path: Path
) -> None:
    bar = QMenuBar(window)
    fill_bar(bar, window, made)
    before = len(bar.findChildren(QMenu))
    fill_bar(bar, window, made)
    qtbot.waitUntil(lambda: len(bar.findChildren(QMenu)) == before)
    below = {menu.title(): menu for menu in bar.findChildren(QMenu)}
    recent.remember(tmp_path / "new.lrviz")
    palette.choose("dark")
    for title in ("Open recent", "Theme"):
        below[title].aboutToShow.emit()
    assert below["Open recent"].actions()[0].text().startswith("new.lrviz")
    assert [item.text() for item in below["Theme"].actions() if item.isChecked()] == ["Dark"]


@pytest.mark.parametrize("way", ["F10", "Alt", "button"])
def test_the_menu_opens_by_keys_and_by_mouse(window: Window, qtbot: QtBot, way: str) -> None:
    seen: list[str] = []

    def look() -> None:
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            seen.extend(item.text() for item in popup.actions())
            popup.close()

    with qtbot.waitActive(window):
        window.activateWindow()
    window.setFocus()
    watch = QTimer(window, interval=10)
    watch.timeout.connect(look)
    watch.start()
    if way == "button":
        qtbot.mouseClick(window.top.session, Qt.MouseButton.LeftButton)
    elif way == "F10":
        QTest.keyClick(window, Qt.Key.Key_F10)
    else:
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Alt)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: "Save as…" in seen)


def test_alt_that_is_held_for_something_else_opens_nothing(window: Window, qtbot: QtBot) -> None:
    opened: list[object] = []
    window.top.session_menu_wanted.disconnect()
    window.top.session_menu_wanted.connect(opened.append)
    handle = window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_Alt)
    QTest.keyClick(handle, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(handle, Qt.Key.Key_Alt)
    qtbot.waitUntil(lambda: len(window.store.experiment.runs) == 4)
    assert opened == []
