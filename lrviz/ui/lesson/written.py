"""A lesson as it is written in its file, or why it can't be read. It knows nothing of Qt."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from lrviz.errors import LrvizError
from lrviz.files import resource
from lrviz.teaching.lesson import Lesson
from lrviz.ui.speech.saying import reason

SUFFIX = ".toml"


class Written(NamedTuple):
    """A lesson by its `key`, which is its name or, of a person's own file, its path; `why` it can't be read."""

    key: str
    path: Path
    lesson: Lesson | None = None
    why: str = ""


def shipped() -> tuple[Written, ...]:
    """Give the lessons that come with lrviz, unread."""
    return tuple(Written(path.stem, path) for path in sorted(resource("lessons").glob(f"*{SUFFIX}")))


def own(path: Path) -> Written:
    """Give a person's own lesson, unread; one that comes with lrviz is that one."""
    path = path.absolute()
    return Written(path.stem if path.parent == resource("lessons") else str(path), path)


def read_through(one: Written) -> Written:
    """Read a lesson's file."""
    from lrviz.teaching.reading import read  # what it reads torch code with is needed nowhere before

    try:
        return one._replace(lesson=read(one.path), why="")
    except LrvizError as error:
        return one._replace(lesson=None, why=reason(error))
