"""From a changed rate in a paused race to a branch that is raced beside it, with the real worker."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lrviz import SGD, Experiment, Run
from lrviz.catalog.surfaces.ackley import Ackley
from lrviz.engine.inline import train
from lrviz.events import Block, Finished, Settle
from lrviz.run import Branch, EarlyStopping
from lrviz.ui.pages.page import Page
from lrviz.ui.racing.raced import result_of
from lrviz.ui.window import Window
from tests.ui.opened import opened

STEPS = 240
PLAN = Experiment.of(Run("constant", None, SGD(lr=0.2)), steps=66, batch_size=128, validate_every=11)
LONG = replace(PLAN, training=replace(PLAN.training, steps=STEPS, validate_every=100))


@pytest.fixture
def window(server: None, qtbot: QtBot) -> Window:
    made = opened(qtbot)
    qtbot.waitUntil(lambda: made.races.ready)
    made.store.open(PLAN, None)
    return made


def raced(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.races.state == "done")


def with_rate(window: Window, lr: float) -> None:
    run = window.store.run
    assert run is not None
    window.store.edit_run(window.store.selected, replace(run, optimizer=SGD(lr=lr)), "lr")


def pause_under_way(window: Window, qtbot: QtBot) -> int:
    """Race, pause after some updates and give how many, once the worker has said all of them."""
    races = window.races
    races.start(LONG)
    qtbot.waitUntil(lambda: races.recording is not None and races.recording.step >= 20)
    races.steer("pause")
    ticket = races.ask("settle", Settle(Ackley(), Block.of(np.zeros((1, 2)))))  # it answers what it was told before
    with qtbot.waitSignal(races.heard, check_params_cb=lambda reply: _is_end(reply, ticket)):
        pass
    assert races.recording is not None
    assert 20 <= races.recording.step < STEPS
    return races.recording.step


def _is_end(reply: object, ticket: int) -> bool:
    return isinstance(reply, Finished) and reply.ticket == ticket


def test_a_rate_changed_while_a_race_is_paused_goes_on_in_a_branch(window: Window, qtbot: QtBot) -> None:
    store, races = window.store, window.races
    store.open(LONG, None)
    step = pause_under_way(window, qtbot)
    assert not window.notices.shown
    with_rate(window, 0.01)
    (notice,) = window.notices.shown
    assert notice.action.text() == f"Branch at step {step}"
    with_rate(window, 0.2)
    assert not window.notices.shown  # it is what is raced again
    with_rate(window, 0.01)
    edits = store.history.count()
    QTest.mouseClick(window.notices.shown[0].action, Qt.MouseButton.LeftButton)

    assert [run.name for run in store.experiment.runs] == ["constant", f"constant from {step}"]
    made = store.run
    assert made is not None
    assert (made.branch, made.optimizer) == (Branch("constant", step), SGD(lr=0.01))
    assert store.experiment.runs[0] == PLAN.runs[0]
    assert store.history.count() == edits + 1
    assert not window.notices.shown
    raced(window, qtbot)
    found = races.of(store.experiment)
    assert not any(one.stale or one.running for one in found.values())
    assert [len(one.traces[0].losses) for one in found.values()] == [STEPS, STEPS]
    whole = train(store.experiment, device="cpu")
    for run in whole.runs:
        np.testing.assert_allclose(found[run.name].traces[0].losses, run.losses, rtol=1e-4, atol=1e-5)
    store.history.undo()
    assert [run.optimizer for run in store.experiment.runs] == [SGD(lr=0.01)]


def test_a_branch_made_by_hand_joins_the_race_once_it_changes_something(window: Window, qtbot: QtBot) -> None:
    store, races = window.store, window.races
    store.open(LONG, None)
    step = pause_under_way(window, qtbot)
    store.set_cursor(step + 1)
    window.sidebar.branch_run()
    with_rate(window, 0.01)
    assert not window.notices.shown  # the race hasn't come there
    store.history.undo()
    store.history.undo()
    store.set_cursor(15)
    window.sidebar.branch_run()
    assert not window.notices.shown
    with_rate(window, 0.01)
    (notice,) = window.notices.shown
    assert notice.action.text() == "Race it too"
    QTest.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    assert (races.state, window.notices.shown) == ("running", [])
    raced(window, qtbot)
    assert [len(one.traces[0].losses) for one in races.of(store.experiment).values()] == [STEPS, STEPS]


def test_only_the_branch_is_trained_where_what_it_leaves_is_known(window: Window, qtbot: QtBot) -> None:
    store, races = window.store, window.races
    window.race()
    raced(window, qtbot)
    before = races.of(store.experiment)["constant"].traces[0]
    store.set_cursor(33)
    QTest.mouseClick(window.transport.branch, Qt.MouseButton.LeftButton)
    with_rate(window, 0.05)
    assert races.of(store.experiment)["constant"].stale is False
    assert window.top.race.toolTip().startswith("Train constant from 33; the results of the others stay (Ctrl+R)")
    window.race()
    assert races.recording is not None
    assert not races.of(store.experiment)["constant"].running
    raced(window, qtbot)
    branch = races.of(store.experiment)["constant from 33"].traces[0]
    np.testing.assert_array_equal(branch.losses[:33], before.losses[:33])
    assert branch.losses[40] != before.losses[40]
    assert set(branch.lrs[33:]) == {0.05}
    result = result_of(store.experiment, races.of(store.experiment))
    assert result is not None
    assert [run.name for run in result.runs] == ["constant", "constant from 33"]
    window.show_view("training")
    page = window.page
    assert isinstance(page, Page)
    assert page.figure.headline.startswith("constant from 33 leaves constant at step 33 and ends ")
    store.edit_run(0, replace(store.experiment.runs[0], optimizer=SGD(lr=0.1)), "lr")
    assert all(one.stale for one in races.of(store.experiment).values())  # what it leaves is another


def test_a_run_stops_early_and_says_so(window: Window, qtbot: QtBot) -> None:
    store, races = window.store, window.races
    hot = replace(PLAN.runs[0], early_stopping=EarlyStopping(1, 10.0))
    store.edit_run(0, hot, "early stopping")
    window.race()
    raced(window, qtbot)
    trace = races.of(store.experiment)["constant"].traces[0]
    assert trace.stopped is not None
    assert (len(trace.losses), trace.stopped.steps) == (22, 22)
    assert not races.of(store.experiment)["constant"].running
    page = window.page
    assert isinstance(page, Page)
    assert "constant stopped at 22, best at 11." in page.figure.subline
