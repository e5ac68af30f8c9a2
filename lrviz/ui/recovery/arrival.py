"""Arrival: what a launch finds of windows before it, and which of it the new window begins with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lrviz.errors import SessionError
from lrviz.experiment import Experiment
from lrviz.session import load
from lrviz.ui.past.history import Past
from lrviz.ui.recovery import left, rooms
from lrviz.ui.recovery.left import Left
from lrviz.ui.recovery.rooms import Room
from lrviz.ui.store import Session

TRIES = 2
"""How often a session is brought back by itself, though nobody worked in it since: it may be what crashes."""


@dataclass(frozen=True)
class Found:
    """A session in a room of its own."""

    room: Room
    left: Left


@dataclass(frozen=True)
class Arrival:
    """The room that a window has from now on (None where there can be none), and what it begins with.

    `others` are sessions of windows that ended without a word, with changes that are in no file; nobody else is
    offered them while this window is there.
    """

    room: Room | None
    left: Left | None = None
    others: tuple[Found, ...] = ()


def arrive(path: Path | None, reopen: str) -> Arrival:
    """Look what there is, and choose: a session with changes that were lost comes before the last one.

    With a file, or where another session is wanted at the start, nothing is chosen.
    """
    found = [Found(room, known) for room in rooms.forsaken() if (known := _read(room)) is not None]
    precious = [one for one in found if one.left.precious]
    plain = [one for one in found if not one.left.precious]
    for old in plain[1:]:
        old.room.clear()
    chosen = None
    if path is None and reopen == "last":
        brave = [one for one in precious if one.left.about.tries < TRIES]
        chosen = next(iter(brave or ([] if precious else plain)), None)
    elif path is not None:
        chosen = next((one for one in plain[:1] if one.left.about.file == path.absolute()), None)
    for one in plain[:1]:
        if one is not chosen:
            one.room.leave()
    others = tuple(one for one in precious if one is not chosen)
    if chosen is None:
        return Arrival(rooms.enter(), None, others)
    return Arrival(chosen.room, chosen.left if path is None else None, others)


def session_of(found: Left) -> Session:
    """Give a session as it was left; one that was closed is as its file is now, or in no file where that is gone."""
    about, place = found.about, found.about.place
    path, experiment, saved = about.file, found.experiment, None if about.modified else 0
    if path is not None and not about.modified:
        try:
            experiment = load(path)
        except SessionError:
            path, saved = None, None
    name = about.name if path is not None or about.file is None else about.file.stem
    selected = min(place.selected, max(0, len(experiment.runs) - 1))
    return Session(experiment, path, name, Past(saved=saved), selected, place.cursor, baseline=place.baseline)


def fresh(found: Left) -> tuple[Experiment, Path | None]:
    """Give what a session was before its changes: what its file holds, or the one a first launch opens."""
    path = found.about.file
    if path is not None:
        try:
            return load(path), path
        except SessionError:
            pass
    return Experiment.first_open(), None


def _read(room: Room) -> Left | None:
    known = left.read(room.session)
    if known is None:
        room.leave()  # a newer lrviz may have written it, and can read it
    return known
