"""The journal of a race: what the worker said of it, as it came, so that it can be told again."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import msgspec

from lrviz import __version__
from lrviz.crossing import decoder, encoder, plain
from lrviz.events import Event
from lrviz.experiment import Experiment
from lrviz.recording import Recording
from lrviz.results import Trace
from lrviz.ui.racing.entering import Entry

SUFFIX = ".race"
LONGEST = 48 * 2**20
"""Bytes of one race; one that takes more isn't kept."""
MOST = 128 * 2**20
"""Bytes of all races of a window; the oldest beyond are let go."""
_SIZE = 4


class Header(msgspec.Struct, frozen=True):
    """What is raced: the runs that are trained, and by name the fingerprints of those that are there already."""

    version: str
    experiment: Experiment
    trained: tuple[str, ...]
    roots: dict[str, str]


_header = msgspec.msgpack.Decoder(Header)
_events = decoder(tuple[Event, ...])


class Journal:
    """The file that one race is written to; nothing here waits for the window, nor it for this."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = None
        self._size = 0

    def begin(self, header: bytes) -> None:
        """Make the file, where there is room for it once the oldest are gone."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        make_room(self.path.parent)
        self._file = self.path.open("wb")
        self._add(header)

    def go_on(self, events: bytes) -> None:
        """Add what came; a race that grows too long is forgotten."""
        if self._file is None:
            return
        if self._size + len(events) > LONGEST:
            self.end()
            self.path.unlink(missing_ok=True)
            return
        self._add(events)

    def end(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _add(self, record: bytes) -> None:
        if self._file is None:
            return
        try:
            self._file.write(len(record).to_bytes(_SIZE, "little") + record)
            self._file.flush()
        except OSError:
            with contextlib.suppress(OSError):
                self.end()  # what came until now can be told again; nothing may follow half a record
            self._file = None
            raise
        self._size += _SIZE + len(record)


def header(entered: Entry) -> bytes:
    """Give the record of what is raced."""
    experiment = entered.experiment
    marks = {run.name: experiment.fingerprint(run) for run in experiment.runs if run.name in entered.roots}
    return plain.encode(Header(__version__, experiment, entered.trained, marks))


def record(events: tuple[Event, ...]) -> bytes:
    """Give the record of what came."""
    return encoder.encode(events)


def journals(folder: Path) -> list[Path]:
    """Give the journals of a folder, the oldest first."""
    return sorted(folder.glob(f"*{SUFFIX}"))


def free(folder: Path) -> Iterator[Path]:
    """Give places for journals in a folder, each behind all that are there."""
    last = max((int(path.stem) for path in journals(folder) if path.stem.isdecimal()), default=0)
    return (folder / f"{number:05}{SUFFIX}" for number in itertools.count(last + 1))


def make_room(folder: Path) -> None:
    """Let the oldest go where all together take too much."""
    total = 0
    for path in reversed(journals(folder)):
        with contextlib.suppress(OSError):  # one that is read just now can't be taken away everywhere
            total += path.stat().st_size
            if total > MOST:
                path.unlink()


def marks(path: Path) -> tuple[set[str], set[str]]:
    """Give the fingerprints of the runs that a race trained, and of those they come from; none of another lrviz."""
    with contextlib.suppress(OSError, msgspec.MsgspecError, ValueError), path.open("rb") as file:
        head = _header.decode(_next(file))
        if head.version == __version__:
            trained = (run for run in head.experiment.runs if run.name in head.trained)
            return {head.experiment.fingerprint(run) for run in trained}, set(head.roots.values())
    return set(), set()


def told_again(path: Path, known: Mapping[str, tuple[Trace, ...]]) -> Iterator[tuple[Recording, tuple[str, ...]]]:
    """Fold a race from its journal, a record at a time, and give it with the names of the runs that it trained.

    `known` are the traces of races before, by fingerprint. What is cut off or of another lrviz is left out.
    """
    with contextlib.suppress(OSError, msgspec.MsgspecError, ValueError, KeyError), path.open("rb") as file:
        head = _header.decode(_next(file))
        if head.version != __version__:
            return
        recording = Recording(head.experiment, {name: known[mark] for name, mark in head.roots.items()})
        while record := _next(file):
            for event in _events.decode(record):
                recording.add(event)
            yield recording, head.trained


def _next(file: BinaryIO) -> bytes:
    """Read a record; nothing where the file ends before it does."""
    size = int.from_bytes(file.read(_SIZE), "little")
    found = file.read(size) if size <= LONGEST else b""
    return found if len(found) == size else b""
