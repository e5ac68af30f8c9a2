"""From choosing ReduceLROnPlateau in the form to the cuts of its own race, with the real worker."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lrviz import SGD, Experiment, ReduceLROnPlateau, Run
from lrviz.ui.pages.page import Page
from lrviz.ui.window import Window
from tests.ui.opened import opened

PLAN = Experiment.of(Run("constant", None, SGD(lr=0.2)), steps=66, batch_size=128, validate_every=11)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = opened(qtbot)
    qtbot.waitUntil(lambda: made.races.ready)
    return made


def test_a_plateau_is_chosen_raced_and_seen_as_it_raced(window: Window, qtbot: QtBot) -> None:
    store, form = window.store, window.sidebar.form
    store.open(PLAN, None)
    form.schedule.open()
    assert form.schedule.list is not None
    form.schedule.list.highlight("ReduceLROnPlateau")
    QTest.keyClick(form.schedule.list.search, Qt.Key.Key_Return)
    run = store.run
    assert run is not None
    assert isinstance(run.schedule, ReduceLROnPlateau)
    page = window.page
    assert isinstance(page, Page)
    assert page.metric_bar is not None
    assert [plot.key for plot in page.figure.plots] == ["lr", "metric"]
    hasty = Run("constant", ReduceLROnPlateau(factor=0.5, patience=1), SGD(lr=0.2))
    store.edit_run(0, hasty, "patience")
    supposed = page.figure.plots[0].seams[0].x.tolist()
    window.race()
    qtbot.waitUntil(lambda: window.races.state == "done")
    window.show_view("schedule")
    raced = page.metric_bar.heard.button("raced")
    qtbot.waitUntil(raced.isEnabled)
    assert page.figure.plots[0].seams[0].x.tolist() == supposed
    QTest.mouseClick(raced, Qt.MouseButton.LeftButton)
    recording = window.races.recording
    assert recording is not None
    cuts = (np.flatnonzero(np.diff(recording.trace(0).lrs)) + 1).tolist()
    assert cuts
    assert [plot.seams[0].x.tolist() for plot in page.figure.plots[:2]] == [cuts, cuts]
    assert "in its race" in page.figure.headline
    assert not page.metric_bar.pencil.isVisible()
    window.show_view("training")
    assert window.page is not None
    assert window.page.figure.plots[0].seams[0].x.tolist() == cuts
    assert not any(step.what.startswith("raced") for step in store.history.past.steps)
    window.show_view("schedule")
    QTest.mouseClick(page.metric_bar.heard.button("supposed"), Qt.MouseButton.LeftButton)
    assert page.figure.plots[0].seams[0].x.tolist() == supposed
