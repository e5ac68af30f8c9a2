from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.scenarios import Preset, shelf
from lrviz.ui.arriving.session_files import SessionFiles
from lrviz.ui.panels.preset_dialog import PresetDialog
from lrviz.ui.panels.sidebar import Sidebar
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(parent: QWidget, qtbot: QtBot) -> PresetDialog:
    made = PresetDialog(parent)
    with qtbot.waitActive(made):
        made.open()
    return made


def found(dialog: PresetDialog) -> list[str]:
    rows = (dialog.model.choice(dialog.model.index(row)) for row in range(dialog.model.rowCount()))
    return [choice.key for choice in rows if choice is not None]


def test_all_are_there_and_the_first_is_shown(dialog: PresetDialog) -> None:
    assert found(dialog) == [preset.name for preset in shelf()]
    first = shelf()[0]
    assert dialog.preset == first
    assert dialog.title.text() == first.title
    assert dialog.about.text() == first.about
    assert first.link in dialog.reference.text()
    assert f"{first.experiment.training.steps}" in dialog.plan.text()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("llama", "llama-7b"),
        ("1706.03762", "transformer"),
        ("warm restart", "warm-restarts"),
        ("OneCycle", "super-convergence"),
    ],
)
def test_typing_finds_by_title_source_and_schedule(dialog: PresetDialog, words: str, name: str) -> None:
    QTest.keyClicks(dialog.search, words)
    assert name in found(dialog)
    assert len(found(dialog)) < 4


def test_arrows_move_and_enter_takes(dialog: PresetDialog, qtbot: QtBot) -> None:
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.added) as sent:
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert sent.args == [shelf()[1]]
    assert not dialog.isVisible()


def test_it_can_be_opened_with_its_plan(dialog: PresetDialog, qtbot: QtBot) -> None:
    dialog.highlight("edm2")
    with qtbot.waitSignal(dialog.opened) as sent, qtbot.assertNotEmitted(dialog.added):
        dialog.open_plan.click()
    assert sent.args[0].name == "edm2"


def test_nothing_found_can_not_be_taken(dialog: PresetDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.search, "zzz")
    assert found(dialog) == []
    assert not dialog.add.isEnabled()
    assert not dialog.about.isVisible()
    with qtbot.assertNotEmitted(dialog.added):
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    dialog.search.clear()
    assert dialog.preset is not None
    assert dialog.about.isVisible()
    assert dialog.add.isEnabled()


@pytest.mark.parametrize("preset", shelf(), ids=lambda preset: preset.name)
def test_every_preset_can_be_looked_at(dialog: PresetDialog, preset: Preset) -> None:
    dialog.highlight(preset.name)
    assert not dialog.picture.grab().isNull()
    assert dialog.about.height() >= dialog.about.heightForWidth(dialog.about.width())  # all of it can be read


def test_a_preset_joins_the_runs_that_are_there(qtbot: QtBot) -> None:
    store = Store(Experiment.first_open())
    qtbot.addWidget(sidebar := Sidebar(store))
    before = store.experiment
    preset = next(one for one in shelf() if one.name == "super-convergence")
    sidebar.add_preset(preset)
    sidebar.add_preset(preset)
    runs = store.experiment.runs
    assert runs[: len(before.runs)] == before.runs
    assert [run.name for run in runs[3:]] == [
        "triangle",
        "OneCycleLR",
        "steps",
        "triangle 2",
        "OneCycleLR 2",
        "steps 2",
    ]
    assert len({run.colour for run in runs}) == len(runs)
    assert store.experiment.training == before.training
    assert store.selected == 6
    store.history.undo()
    store.history.undo()
    assert store.experiment == before


def test_opening_one_asks_about_unsaved_work(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(Experiment.first_open())
    qtbot.addWidget(window := QWidget())
    files = SessionFiles(store, Races(), window)
    changed = replace(store.experiment, runs=store.experiment.runs[:1])
    store.edit("less", changed)
    answers = iter((QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard))
    monkeypatch.setattr(QMessageBox, "question", lambda *_: next(answers))
    files.open_preset(shelf()[0])
    assert store.experiment == changed
    files.open_preset(shelf()[0])
    assert store.experiment == shelf()[0].experiment
    assert (store.name, store.path, store.modified) == (shelf()[0].title, None, False)
    files.open_preset(shelf()[1])  # nothing is lost: nothing is asked
    assert store.name == shelf()[1].title


def test_the_picture_follows_the_highlight_once_it_is_painted(dialog: PresetDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.picture.busy)
    before = dialog.picture.grab().toImage()
    dialog.highlight(shelf()[-1].name)
    assert dialog.picture.grab().toImage() == before
    qtbot.waitUntil(lambda: not dialog.picture.busy)
    assert dialog.picture.grab().toImage() != before
