"""Dialogs in the largest text: none is larger than the window behind it, and none scrolls sideways."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui import metrics
from lrviz.ui.controls.dialog_size import open_as
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.wrapped import Paragraph
from lrviz.ui.panels.preset_dialog import PresetDialog
from lrviz.ui.panels.problem_dialog import ProblemDialog
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store


@pytest.fixture
def large() -> Iterator[None]:
    metrics.enlarge(2)
    yield
    metrics.enlarge(1)


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    return made


@pytest.mark.usefixtures("large")
def test_a_dialog_of_twice_as_large_text_is_no_larger_than_the_window_behind_it(behind: QWidget, qtbot: QtBot) -> None:
    presets = PresetDialog(behind)
    with qtbot.waitActive(presets):
        presets.open()
    assert 0 < presets.width() <= 1280
    assert 0 < presets.height() <= 800


@pytest.mark.usefixtures("large")
def test_the_problem_s_form_is_as_wide_as_its_text_asks_for(behind: QWidget, qtbot: QtBot) -> None:
    dialog = ProblemDialog(Store(Experiment.of(Run("one"), steps=100)), Races(), behind)
    with qtbot.waitActive(dialog):
        dialog.open()
    assert dialog.width() == px(metrics.PROBLEM_DIALOG[0])
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert not area.horizontalScrollBar().isVisible()


def test_a_dialog_of_usual_text_has_the_size_it_asks_for(behind: QWidget) -> None:
    dialog = QDialog(behind)
    open_as(dialog, (900, 600))
    assert (dialog.width(), dialog.height()) == (900, 600)
    open_as(dialog, (2000, 600))
    assert dialog.width() == 1280


def test_a_paragraph_asks_for_no_height_before_it_knows_its_width(behind: QWidget, qtbot: QtBot) -> None:
    words = Paragraph("body", parent=behind)
    words.setText("a sentence of some words " * 20)
    assert words.minimumHeight() == 0
    words.resize(600, 20)
    with qtbot.waitExposed(behind):
        behind.show()
    assert words.minimumHeight() == words.heightForWidth(600) > 20
    words.setText("one line")
    assert words.minimumHeight() == words.heightForWidth(600)
