"""Printing: a picture made in turns of the event loop and kept in its file beside it, so that nobody waits."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from lrviz.errors import LrvizError
from lrviz.ui.showing.pictures import Page, in_turns, keep
from lrviz.ui.slices import Slices
from lrviz.ui.speech.saying import reason, said


class Printing(QObject):
    """Makes one picture; then `written` with its path, or `failed` with why not in one line, once.

    One that is cancelled says neither and leaves nothing behind.
    """

    written = Signal(str)
    failed = Signal(object)

    def __init__(self, page: Page, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._keeping: _Keeping | None = None
        self._work = Slices(in_turns(page, path.suffix), self)
        self._work.done.connect(self._keep)
        self._work.failed.connect(lambda error: self.failed.emit(reason(error)))

    def cancel(self) -> None:
        """Stop, unless it is being written already: then wait for that."""
        self._work.cancel()
        if self._keeping is not None:
            self._keeping.wait()

    def _keep(self, data: bytes) -> None:
        self._keeping = _Keeping(data, self._path, self)
        self._keeping.finished.connect(self._end)
        self._keeping.start()

    def _end(self) -> None:
        if self._keeping is not None and self._keeping.why:
            self.failed.emit(self._keeping.why)
        else:
            self.written.emit(str(self._path))


class _Keeping(QThread):
    """Writes the file: a disk may take its time."""

    def __init__(self, data: bytes, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._data, self._path = data, path
        self.why = ""

    def run(self) -> None:
        try:
            keep(self._data, self._path)
        except (LrvizError, OSError) as error:
            self.why = said(error.args[-1])
