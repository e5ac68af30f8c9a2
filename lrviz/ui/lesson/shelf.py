"""The shelf: the lessons that come with lrviz and a person's own, read one after another beside the window."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lrviz.ui.arriving.recent import recent
from lrviz.ui.aside import Aside
from lrviz.ui.lesson.written import SUFFIX, Written, own, read_through, shipped

LAST = 100.0
"""Where a lesson stands that doesn't say it."""
_ORDER = re.compile(r"^order *= *(-?[0-9]+(?:\.[0-9]+)?) *(?:#.*)?$", re.MULTILINE)


class Shelf(QObject):
    """What there is to learn, as far as it has been read; a file that can't be read is left out."""

    changed = Signal()

    def __init__(self, aside: Aside, parent: QObject) -> None:
        super().__init__(parent)
        self._aside = aside
        self._read: dict[str, Written] = {}
        self._waiting: list[Written] = []

    @property
    def lessons(self) -> tuple[Written, ...]:
        """The lessons read so far, in the order they are taught in, a person's own last."""
        found = [one for one in self._read.values() if one.lesson is not None]
        return tuple(sorted(found, key=_place))

    @property
    def count(self) -> int:
        """How many lessons there are, read or not; those that can't be read don't count."""
        return len(self._waiting) + len(self.lessons)

    @property
    def busy(self) -> bool:
        """Whether some are still to be read."""
        return bool(self._waiting)

    def read(self) -> None:
        """Read what isn't read yet, and a person's own lessons again."""
        if self._waiting:
            return
        mine = tuple(own(one.path) for one in recent() if one.path.suffix.lower() == SUFFIX)
        known = {one.key for one in (*shipped(), *mine)}
        self._read = {key: one for key, one in self._read.items() if key in known}
        self._waiting = [one for one in (*shipped(), *mine) if one.key not in self._read or _is_own(one)]
        if self._waiting:
            self._aside.ask("lessons' order", partial(as_taught, tuple(self._waiting)), self._begin)
        self.changed.emit()

    def _begin(self, waiting: tuple[Written, ...]) -> None:
        """Read one after another in the order they are taught in: cards stay where they are while more are read."""
        self._waiting = list(waiting)
        self._next()

    def _next(self) -> None:
        if self._waiting:
            self._aside.ask("lessons", partial(read_through, self._waiting[0]), self._take)
        self.changed.emit()

    def _take(self, one: Written) -> None:
        self._waiting.pop(0)
        self._read[one.key] = one
        self._next()


def _is_own(one: Written) -> bool:
    return Path(one.key).is_absolute()


def _place(one: Written) -> tuple[bool, float, str]:
    return _is_own(one), one.lesson.order if one.lesson is not None else 0.0, one.key


def as_taught(lessons: tuple[Written, ...]) -> tuple[Written, ...]:
    """Give lessons that aren't read yet in the order in which they will stand: by the number in their files."""
    return tuple(sorted(lessons, key=lambda one: (_is_own(one), _order(one.path), one.key)))


def _order(path: Path) -> float:
    try:
        found = _ORDER.search(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return LAST
    return float(found.group(1)) if found is not None else LAST
