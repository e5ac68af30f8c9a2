"""The lessons that come with lrviz, and everything that can be opened by a name or a path."""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import TYPE_CHECKING

from lrviz import session
from lrviz.documents import instead
from lrviz.errors import LessonError, SessionError, nearest, shown
from lrviz.experiment import Experiment
from lrviz.files import resource
from lrviz.sentences import say

if TYPE_CHECKING:
    from lrviz.teaching.lesson import Lesson

SUFFIX = ".toml"


def known() -> tuple[str, ...]:
    """Give the names of the lessons that come with lrviz, by the alphabet and without reading any."""
    return tuple(sorted(path.stem for path in resource("lessons").glob(f"*{SUFFIX}")))


def lessons() -> list[str]:
    """Give the names of the lessons that come with lrviz, in the order they are best taken in."""
    return sorted(known(), key=lambda name: (_shipped(name).order, name))


def lesson(name_or_path: str | os.PathLike[str]) -> Lesson:
    """Give the lesson of that name, or read one from a file.

    Raises
    ------
    LessonError
        There is no such lesson, or names the file, the line and the place in it, and what is wrong there.
    """
    if isinstance(name_or_path, str) and name_or_path in known():
        return _shipped(name_or_path)
    if not isinstance(name_or_path, str | os.PathLike):
        raise LessonError(shown(name_or_path), say("it must be the name of a lesson, or a path"))
    if Path(name_or_path).suffix != SUFFIX and not os.path.lexists(name_or_path):
        named = os.fspath(name_or_path)
        raise LessonError(named, say("there is no lesson of that name: {instead}", instead=instead(named, known())))
    return _read(Path(name_or_path))


def load(path_or_lesson: str | os.PathLike[str]) -> Experiment:
    """Read a session file or a report, or give the first scene of a lesson: of that name, or in a `.toml` file.

    `"lesson: scene"` gives another one of its scenes.

    Raises
    ------
    SessionError
        Names the file, the place in the document and what is wrong there; nothing else is raised.
    """
    if not isinstance(path_or_lesson, str | os.PathLike):
        raise SessionError(shown(path_or_lesson), say("it must be a path, or the name of a lesson"))
    if is_lesson(path_or_lesson):
        return scene(path_or_lesson)
    name, colon, wanted = os.fspath(path_or_lesson).partition(": ")
    if colon and is_lesson(name):
        return scene(name, wanted)
    try:
        return session.load(path_or_lesson)
    except SessionError as error:
        if not isinstance(error.__cause__, FileNotFoundError):
            raise
        close = nearest(error.file, known())
        nearby = f"; the nearest lesson is {close}" if close else ""
        raise SessionError(
            error.file, say("there is no such file and no lesson of that name{nearby}", nearby=nearby)
        ) from None


def scene(name_or_path: str | os.PathLike[str], wanted: str = "") -> Experiment:
    """Give the experiment of a lesson's scene of that name, of the first one if empty.

    Raises
    ------
    SessionError
        As `lesson`, or there is no such scene.
    """
    scenes = {one.name: one.experiment for one in lesson(name_or_path).scenes}
    if not wanted:
        return next(iter(scenes.values()))
    if wanted not in scenes:
        raise SessionError(
            Path(name_or_path).name,
            say("it has no scene {wanted}: {instead}", wanted=shown(wanted), instead=instead(wanted, scenes)),
        )
    return scenes[wanted]


def is_lesson(name_or_path: str | os.PathLike[str]) -> bool:
    """Tell whether that is a lesson's name or its file, rather than a session's."""
    return name_or_path in known() or Path(name_or_path).suffix.lower() == SUFFIX


@functools.lru_cache(maxsize=64)
def _shipped(name: str) -> Lesson:
    return _read(resource("lessons", name + SUFFIX))


def _read(path: Path) -> Lesson:
    from lrviz.teaching.reading import read  # here: names are asked for before the first paint

    return read(path)
