from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.events import Happened, Update
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.panels.transport import SCRUBBER, Transport
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store


@pytest.fixture
def store() -> Store:
    return Store(Experiment.first_open())


@pytest.fixture
def transport(store: Store, qtbot: QtBot) -> Iterator[Transport]:
    races = Races()
    made = Transport(store, races)
    qtbot.addWidget(made)
    made.resize(1300, 48)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    races.close()


def typed(transport: Transport, text: str) -> None:
    transport.type_place()
    QTest.keyClicks(transport.where, text)
    QTest.keyClick(transport.where, Qt.Key.Key_Return)


def test_a_typed_place_moves_the_cursor_and_shows_the_rate_there_in_full(transport: Transport, store: Store) -> None:
    store.select(2)
    for text, step in (("3 epochs", 132), ("50 %", 220), ("14080 samples", 439), ("0", 0), ("step 7", 7)):
        typed(transport, text)
        assert store.cursor == step
        assert transport.where.text() == f"step {step}"
    rate = store.experiment.curve(2, [7]).lr[0]
    assert transport.rate.text() == f"lr {rate:.12g}"
    assert transport.rate.isVisible()


def test_the_scrubber_has_the_room_that_a_round_rate_leaves(transport: Transport, store: Store) -> None:
    transport.resize(990, 48)
    store.select(2)
    QApplication.processEvents()
    cosine = transport.scrubber.width()
    for at in (0, 1):  # a constant and a step: 0.2 and 0.02
        store.select(at)
        QApplication.processEvents()
        assert transport.scrubber.width() > cosine + 40
        assert transport.rate.isVisible()
    store.select(2)
    for place in (120, 220, 400):
        transport.take_cursor(place)
        QApplication.processEvents()
        assert transport.scrubber.width() == cosine, "it holds still while the cursor moves"
        assert transport.rate.fontMetrics().horizontalAdvance(transport.rate.text()) <= transport.rate.width()


def test_what_is_no_place_of_the_plan_is_refused_in_words_until_it_is_left(transport: Transport, store: Store) -> None:
    before = store.cursor
    typed(transport, "1e9")
    assert (store.cursor, transport.where.has_error) == (before, True)
    assert transport.rest.text() == "The plan ends at step 440"
    QTest.keyClick(transport.where, Qt.Key.Key_Escape)
    assert (transport.where.has_error, transport.where.text()) == (False, f"step {before}")
    assert transport.rest.text() == "of 440 · epoch 6.0"
    typed(transport, "nowhere")
    assert transport.where.has_error
    transport.scrubber.setValue(100)
    typed(transport, "100")
    assert (store.cursor, transport.where.has_error, transport.where.text()) == (100, False, "step 100")


def test_the_cursor_is_shown_in_the_unit_and_tokens_wait_for_a_sequence_length(
    transport: Transport, store: Store, qtbot: QtBot
) -> None:
    seen = []
    for _ in range(4):
        seen.append((transport.where.text(), transport.rest.text()))
        transport.next_unit()
    assert seen == [
        ("step 264", "of 440 · epoch 6.0"),
        ("epoch 6", "of 10 epochs"),
        ("8448 samples", "of 14\u202f080 samples"),
        ("step 264", "of 440 · epoch 6.0"),
    ]
    store.set_unit("step")
    assert not transport.unit.button("tokens").isEnabled()
    assert "sequence_length" in transport.unit.button("tokens").toolTip()
    training = replace(store.experiment.training, sequence_length=100)
    store.edit("tokens", replace(store.experiment, training=training))
    qtbot.waitUntil(transport.unit.button("tokens").isEnabled)
    transport.unit.button("tokens").click()
    assert (transport.where.text(), transport.rest.text()) == ("844\u202f800 tokens", "of 1\u202f408\u202f000 tokens")
    store.history.undo()
    qtbot.waitUntil(lambda: (transport.where.text(), transport.unit.choice) == ("step 264", "step"))


def test_a_rate_deep_in_the_longest_plan_is_exact(transport: Transport, store: Store) -> None:
    long = replace(store.experiment, training=replace(store.experiment.training, steps=10**12))
    store.open(long, None)
    store.select(1)
    typed(transport, "5e11")
    assert store.cursor == 5 * 10**11
    assert float(transport.rate.text().removeprefix("lr ")) == long.curve(1, [5 * 10**11]).lr[0]


def test_what_is_being_typed_stays_while_the_cursor_runs(transport: Transport, store: Store) -> None:
    transport.type_place()
    QTest.keyClicks(transport.where, "12")
    store.set_cursor(300)
    assert transport.where.text() == "12"
    QTest.keyClick(transport.where, Qt.Key.Key_Return)
    assert store.cursor == 12


def test_a_bar_too_narrow_for_the_units_has_one_button_for_them(transport: Transport, store: Store) -> None:
    assert (transport.unit.isVisible(), transport.one_unit.isVisible()) == (True, False)
    transport.resize(460, 48)
    assert (transport.unit.isVisible(), transport.one_unit.isVisible()) == (False, True)
    assert transport.scrubber.width() >= SCRUBBER
    offered = {action.text(): action for action in transport.unit_menu().actions()}
    assert [word for word, action in offered.items() if not action.isEnabled()] == ["tokens"]
    offered["epoch"].trigger()
    assert (store.unit, transport.one_unit.text()) == ("epoch", "epoch")
    assert transport.one_unit.accessibleName() == "Unit of steps: epoch"


def test_the_cursor_runs_along_with_the_race_of_its_own_session_alone(transport: Transport, store: Store) -> None:
    races = transport._races
    transport.play_or_pause()
    seeds = len(store.experiment.training.seeds) * len(store.experiment.runs)
    races._receive(Happened("race", races._ticket, (Update(30, (1.0,) * seeds, (0.1,) * seeds),)))
    races.progressed.emit()
    assert store.cursor == 30
    store.open(Experiment.of(Run("other"), steps=440), None)
    store.set_cursor(7)
    races._receive(Happened("race", races._ticket, (Update(31, (1.0,) * seeds, (0.1,) * seeds),)))
    races.progressed.emit()
    assert store.cursor == 7
    transport.play_or_pause()  # pauses the other session's race
    transport.play_or_pause()
    races.start(store.experiment)
    races._receive(Happened("race", races._ticket, (Update(2, (1.0,), (0.1,)),)))
    races.progressed.emit()
    assert store.cursor == 2
