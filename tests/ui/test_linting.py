"""What a race measures is found in its runs once it is over, and no longer said of runs that are changed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lrviz import SGD, Experiment, Run
from lrviz.ui.linting import ceilings
from lrviz.ui.window import Window
from tests.ui.opened import opened

PLAN = Experiment.of(Run("too high", optimizer=SGD(lr=30.0)), steps=40, probe=True, validate_every=2)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = opened(qtbot)
    qtbot.waitUntil(lambda: made.races.ready)
    return made


def found(window: Window) -> list[str]:
    return [one.rule for judged in window.linting.judged for one in judged.findings]


def test_a_peak_above_the_measured_ceiling_is_found_after_the_race(window: Window, qtbot: QtBot) -> None:
    store = window.store
    store.open(PLAN, None)
    qtbot.waitUntil(lambda: [one.run.name for one in window.linting.judged] == ["too high"])
    assert found(window) == []
    window.race()
    qtbot.waitUntil(lambda: window.races.state == "done")
    qtbot.waitUntil(lambda: found(window) == ["LR122"])
    other_data = replace(PLAN, training=replace(PLAN.training, examples=10**6))
    assert not window.races.of(other_data)["too high"].stale
    assert ceilings(other_data, window.races) == {}
    (row,) = window.dock.findings.shown
    assert "times the ceiling of" in row.sentence.text()
    qtbot.mouseClick(row.fix, Qt.MouseButton.LeftButton)
    assert store.experiment.runs[0].optimizer.rate < 15
    qtbot.waitUntil(lambda: found(window) == [])
    store.history.undo()
    qtbot.waitUntil(lambda: found(window) == ["LR122"])
