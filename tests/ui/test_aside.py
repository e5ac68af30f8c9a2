"""What is worked out in a thread: the newest of each kind is given, and nothing once the window is gone."""

from __future__ import annotations

import os
import threading
import time

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from lrviz.ui.aside import Aside


@pytest.fixture
def aside(qapp: QObject) -> Aside:
    return Aside(qapp)


def test_of_a_kind_only_what_was_asked_for_last_is_given(aside: Aside, qtbot: QtBot) -> None:
    found: list[str] = []
    gate = threading.Event()
    aside.ask("a", lambda: gate.wait(5), lambda _: found.append("first"))
    aside.ask("a", lambda: "second", found.append)
    aside.ask("b", lambda: "other", found.append)
    gate.set()
    qtbot.waitUntil(lambda: not aside.busy)
    assert found == ["second", "other"]


def test_it_is_worked_out_in_another_thread_and_given_in_this_one(aside: Aside, qtbot: QtBot) -> None:
    threads: list[int] = []
    aside.ask("a", threading.get_ident, lambda worked: threads.extend((worked, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(threads))
    assert threads[0] != threads[1] == threading.get_ident()


def test_once_it_is_there_a_process_does_the_work_and_the_window_waits_for_nothing(
    aside: Aside, qtbot: QtBot, no_process_left: None
) -> None:
    found: list[int] = []
    aside.hire()
    qtbot.waitUntil(lambda: aside._errands.ready)
    aside.ask("a", os.getpid, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [aside._errands.pid] != [os.getpid()]
    aside.close()


def test_what_follows_itself_rests_first_and_then_is_what_was_wanted_last(aside: Aside, qtbot: QtBot) -> None:
    found: list[int] = []
    aside._rested["a"] = time.perf_counter() + 1000
    aside.follow("a", lambda: 1, found.append)
    aside.follow("a", lambda: 2, found.append)
    assert aside.busy
    assert not aside._then, "it isn't asked for yet"
    aside._rested["a"] = 0.0
    aside._rest.timeout.emit()
    qtbot.waitUntil(lambda: not aside.busy)
    assert found == [2]
    aside._rest.stop()


def test_an_error_is_raised_where_it_can_be_said(aside: Aside, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        aside.ask("a", lambda: int("x"), lambda _: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ValueError


def test_nothing_is_given_once_it_is_closed(aside: Aside, qtbot: QtBot) -> None:
    found: list[object] = []
    gate = threading.Event()
    aside.ask("a", lambda: gate.wait(5), found.append)
    aside.close()
    gate.set()
    for thread in threading.enumerate():
        if thread.name == "aside":
            thread.join(5)
    qtbot.wait(1)
    assert not found
