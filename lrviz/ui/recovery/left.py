"""What a window leaves behind: its session, where one was in it, and how the window ended."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal
from urllib.parse import quote, unquote_to_bytes

import msgspec

from lrviz.errors import SessionError
from lrviz.experiment import Experiment
from lrviz.files import unfit, write_whole
from lrviz.session import LARGEST, decode, packed

Ended = Literal["", "stopped", "closed"]
"""How a window ended: without a word, by the system's wish, or by a person who was asked about its changes."""


class Place(msgspec.Struct, frozen=True):
    """Where one was in a session: the view, the run, the update the cursor stood on, the unit, and the baseline."""

    view: str = "schedule"
    selected: int = 0
    cursor: int = 0
    unit: str = "step"
    baseline: str = ""


class About(msgspec.Struct, frozen=True):
    """What is known of a session beside its experiment.

    `path` is that of its file as `spelt`, `modified` whether it differs from that, and `digest` the file's own when it
    was read or written last; `when` is in seconds since 1970, and `tries` how often it was brought back since somebody
    worked in it.
    """

    path: str = ""
    name: str = ""
    modified: bool = False
    digest: str = ""
    when: float = 0.0
    ended: Ended = ""
    tries: int = 0
    place: Place = Place()

    @property
    def file(self) -> Path | None:
        """The file it was opened from or saved to."""
        return Path(os.fsdecode(unquote_to_bytes(self.path))) if self.path else None


class Left(msgspec.Struct, frozen=True):
    """A session as it was left."""

    about: About
    experiment: Experiment

    @property
    def precious(self) -> bool:
        """Whether there is something in it that nobody was asked about and no file holds."""
        return self.about.modified and self.about.ended != "closed"


class _Document(msgspec.Struct, frozen=True):
    about: About
    session: msgspec.Raw


def spelt(path: Path) -> str:
    """Spell a path as text, per cent signs and all that is no plain letter encoded: a path needn't be text."""
    return quote(os.fsencode(path.absolute()), safe="/\\: ")


def encode(left: Left) -> bytes:
    """Give what is written of it."""
    return msgspec.json.encode(_Document(left.about, msgspec.Raw(packed(left.experiment))), enc_hook=str)


def write(path: Path, data: bytes) -> None:
    """Write it whole, or leave what stood there.

    Raises
    ------
    OSError
        There is no room for it.
    """
    write_whole(path, data)


def read(path: Path) -> Left | None:
    """Read what was written; None where there is nothing that can be read."""
    try:
        if unfit(path, LARGEST):
            return None
        document = msgspec.json.decode(path.read_bytes(), type=_Document)
        return Left(document.about, decode(bytes(document.session), path.name))
    except (OSError, ValueError, msgspec.MsgspecError, SessionError):
        return None
