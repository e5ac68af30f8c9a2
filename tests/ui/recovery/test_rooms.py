"""The rooms of windows that are gone: none is cleared that somebody may still want."""

from __future__ import annotations

import json
import os

import pytest

from lrviz.experiment import Experiment
from lrviz.ui.recovery import left, rooms
from lrviz.ui.recovery.arrival import arrive

MONTHS = 100 * 86_400


def lost() -> rooms.Room:
    """Leave a changed session in a room."""
    room = rooms.enter()
    assert room is not None
    left.write(room.session, left.encode(left.Left(left.About(modified=True), Experiment.first_open())))
    room.leave()
    return room


def test_changes_are_brought_back_however_long_ago_they_were_lost() -> None:
    room = lost()
    then = room.session.stat().st_mtime - MONTHS
    os.utime(room.session, (then, then))
    found = arrive(None, "last")
    assert found.left is not None
    assert found.left.precious


def test_what_a_newer_version_left_stays_for_it() -> None:
    room = lost()
    document = json.loads(room.session.read_bytes())
    document["session"]["version"] = 99
    room.session.write_text(json.dumps(document), encoding="utf-8")
    found = arrive(None, "last")
    assert found.left is None
    assert not found.others
    assert room.session.exists()
    document["session"]["version"] = 1
    room.session.write_text(json.dumps(document), encoding="utf-8")
    assert arrive(None, "last").left is not None


def test_of_many_the_oldest_are_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "MOST", 2)
    made = [lost() for _ in range(3)]
    for age, room in enumerate(made):
        os.utime(room.session, (10_000 - age, 10_000 - age))
    assert [room.folder for room in rooms.forsaken()] == [room.folder for room in made[:2]]
    assert not made[2].folder.exists()


def test_nothing_of_a_cleared_room_is_left_even_where_a_window_ended_while_it_wrote() -> None:
    room = lost()
    (room.folder / ".session.json.x1.part").touch()
    room.races.mkdir()
    (room.races / "00001.race").touch()
    (found,) = rooms.forsaken()
    found.clear()
    assert not room.folder.exists()
