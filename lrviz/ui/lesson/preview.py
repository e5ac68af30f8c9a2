"""A preview: while a lesson is open from a person's own file, it is read again whenever that is saved."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from lrviz.ui.aside import Aside
from lrviz.ui.lesson.written import Written, read_through

SETTLED = 120
"""Milliseconds in which an editor's steps of one save are gathered."""


class Preview(QObject):
    """Watches the file of one lesson and its folder: editors that save whole put another file in its place."""

    read = Signal(object)
    """The lesson as it is now, or why it can't be read (Written)."""

    def __init__(self, aside: Aside, parent: QObject) -> None:
        super().__init__(parent)
        self._aside = aside
        self._one: Written | None = None
        self._stamp = (0, 0)
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self._settle.timeout.connect(self._read)
        self._watcher.fileChanged.connect(lambda _: self._settle.start())
        self._watcher.directoryChanged.connect(lambda _: self._settle.start())

    def watch(self, one: Written) -> None:
        """Watch a person's own lesson, in place of one before; those that come with lrviz don't change."""
        self.stop()
        if one.key == str(one.path):
            self._one, self._stamp = one, _stamp(one)
            self._watcher.addPaths([str(one.path), str(one.path.parent)])

    def stop(self) -> None:
        """Watch nothing."""
        self._one = None
        self._settle.stop()
        self._aside.forget("preview")
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)

    def _read(self) -> None:
        one = self._one
        if one is None:
            return
        if str(one.path) not in self._watcher.files():
            self._watcher.addPath(str(one.path))
        stamp = _stamp(one)
        if stamp != self._stamp:  # another file of the folder may have changed
            self._stamp = stamp
            self._aside.ask("preview", partial(read_through, one), self._take)

    def _take(self, one: Written) -> None:
        if self._one is not None:
            self.read.emit(one)


def _stamp(one: Written) -> tuple[int, int]:
    """Give what tells one state of a file from another; (0, 0) where it is gone."""
    try:
        about = one.path.stat()
    except OSError:
        return 0, 0
    return about.st_mtime_ns, about.st_size
