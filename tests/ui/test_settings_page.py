"""The settings page in the real window: what is chosen counts at once and is kept; and what lrviz tells of itself."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from lrviz import __version__
from lrviz.events import DeviceInfo
from lrviz.experiment import Experiment
from lrviz.ui import palette
from lrviz.ui.arriving import recent
from lrviz.ui.choices import agreement, settings
from lrviz.ui.choices.diagnostics import last_lines, private, report
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.controls.notice import Notice
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.panels.settings_dialog import SettingsDialog
from lrviz.ui.speech import language
from lrviz.ui.window import Window


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing that another test would paste."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def plan() -> Experiment:
    return Experiment.first_open()


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> SettingsDialog:
    window.races.devices = (
        DeviceInfo("auto", "automatic: CPU"),
        DeviceInfo("cpu", "CPU"),
        DeviceInfo("mps", "", "none"),
    )
    action = next(one for one in window.actions() if QKeySequence("Ctrl+,") in one.shortcuts())
    action.trigger()
    return opened(window, qtbot)


def opened(window: Window, qtbot: QtBot) -> SettingsDialog:
    """Wait until the page is furnished and shown."""
    found = window.findChild(SettingsDialog)
    assert isinstance(found, SettingsDialog)
    qtbot.waitUntil(found.isVisible)
    return found


def choose(page: SettingsDialog, key: str, choice: str, qtbot: QtBot) -> None:
    """Click on a choice, or take it from the list."""
    chooser = page.rows[key].chooser
    if isinstance(chooser, Segmented):
        qtbot.mouseClick(chooser.button(choice), Qt.MouseButton.LeftButton)
        return
    assert isinstance(chooser, ChoiceBox)
    chooser.open()
    assert chooser.list is not None
    chooser.list.highlight(choice)
    qtbot.keyClick(chooser.list.search, Qt.Key.Key_Return)


def test_every_setting_has_a_row_with_a_sentence(page: SettingsDialog) -> None:
    assert set(page.rows) == {one.key for one in settings.ALL} | {"theme", "language"}
    for row in page.rows.values():
        assert row.chosen.title
        assert row.chosen.sentence.endswith(".")
        assert row.chosen.now() in dict(row.chosen.options)


def test_each_choice_counts_at_once_and_is_kept(page: SettingsDialog, qtbot: QtBot) -> None:
    choose(page, "theme", "dark", qtbot)
    assert palette.theme().name == "dark"
    assert palette.choice() == "dark"
    heard: list[str] = []
    settings.changes.changed.connect(heard.append)
    for key, choice in (("motion", "reduced"), ("lines", "dashed"), ("reopen", "lessons"), ("contrast", "high")):
        choose(page, key, choice, qtbot)
        assert str(next(one for one in settings.ALL if one.key == key).value) == choice
        assert page.rows[key].chosen.now() == choice
    assert heard[-4:] == ["motion", "lines", "reopen", "contrast"]


def test_the_text_size_is_taken_from_a_list(page: SettingsDialog, qtbot: QtBot) -> None:
    choose(page, "text size", "125", qtbot)
    assert settings.TEXT_SIZE.value == 125


def test_a_device_is_kept_and_one_that_is_gone_is_not_offered(
    page: SettingsDialog, window: Window, qtbot: QtBot
) -> None:
    chooser = page.rows["device"].chooser
    assert isinstance(chooser, Segmented)
    assert chooser.keys() == ("auto", "cpu")
    choose(page, "device", "cpu", qtbot)
    assert window.races.device == "cpu"
    assert settings.DEVICE.value == "cpu"
    assert window.top.device.text() == "cpu"


def test_what_another_changes_is_shown(page: SettingsDialog) -> None:
    settings.MOTION.keep("full")
    chooser = page.rows["motion"].chooser
    assert isinstance(chooser, Segmented)
    assert chooser.choice == "full"


def test_files_and_agreements_are_forgotten(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    recent.remember(tmp_path / "a.lrviz")
    agreement.agree("net.py 1")
    window.knowing.settings()
    page = opened(window, qtbot)
    assert "1 file" in " ".join(label.text() for label in page.findChildren(QLabel))
    qtbot.mouseClick(page.forget, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.revoke, Qt.MouseButton.LeftButton)
    assert recent.recent() == ()
    assert not agreement.agreed("net.py 1")
    assert not page.forget.isEnabled()
    assert not page.revoke.isEnabled()


def test_reset_puts_all_back_but_no_agreement(page: SettingsDialog, qtbot: QtBot) -> None:
    agreement.agree("net.py 1")
    for key, choice in (("theme", "dark"), ("motion", "full"), ("reopen", "lessons")):
        choose(page, key, choice, qtbot)
    language.keep("ko")
    language.keep("en")
    qtbot.mouseClick(page.reset, Qt.MouseButton.LeftButton)
    assert (palette.choice(), language.choice()) == ("system", language.SYSTEM)
    assert all(one.value == one.default for one in settings.ALL)
    assert agreement.agreed("net.py 1")
    assert page.rows["theme"].chosen.now() == "system"


def test_it_is_there_once(page: SettingsDialog, window: Window) -> None:
    window.knowing.settings()
    assert window.findChildren(SettingsDialog) == [page]


def test_every_control_is_reached_by_tab_and_has_a_name(page: SettingsDialog) -> None:
    for row in page.rows.values():
        assert row.chooser.accessibleName().startswith(row.chosen.title)
        assert row.chooser.accessibleDescription() == row.chosen.sentence


def test_diagnostics_say_what_it_runs_on_and_nothing_of_the_person(window: Window, qtbot: QtBot) -> None:
    window.races.torch = "2.13.0"
    window.knowing.copy()
    said = QApplication.clipboard().text()
    for words in (
        f"lrviz: {__version__}",
        "torch: 2.13.0",
        "Qt platform: offscreen",
        "motion system",
        "worker: not ready",
    ):
        assert words in said
    assert str(Path.home()) not in report(window)


def test_a_home_and_a_name_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/ada"))
    monkeypatch.setattr(getpass, "getuser", lambda: "ada")
    assert private("/home/ada/net.py by ada") == "~/net.py by <user>"


def test_the_end_of_a_log_is_told(tmp_path: Path) -> None:
    log = tmp_path / "x.log"
    assert last_lines(log) == []
    log.write_text("\n".join(f"line {i}" for i in range(5000)), encoding="utf-8")
    assert last_lines(log)[-1] == "line 4999"
    assert len(last_lines(log)) == 20


@pytest.mark.qt_log_ignore("openDocument", extend=True)
@pytest.mark.parametrize("home", ["folder", "file"])
def test_where_no_program_opens_folders_the_logs_place_is_said(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    """Also where that can't be made."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / home))
    window.knowing.open_log()
    titles = [notice.accessibleName() for notice in window.stack.findChildren(Notice)]
    assert any("No program opens folders here" in text for text in titles)


def test_about_says_versions_licence_and_sources(window: Window, qtbot: QtBot) -> None:
    shown = window.knowing.about()
    qtbot.waitUntil(shown.isVisible)
    for words in (__version__, "MIT licence", "PySide6", "arXiv 2501.18965"):
        assert words in shown.text
    assert shown.copy_button is not None
    shown.close()


def test_settings_hold_nothing_else(page: SettingsDialog, qtbot: QtBot) -> None:
    choose(page, "motion", "reduced", qtbot)
    QSettings().setValue("motion", "sideways")
    assert settings.MOTION.value == "system"
