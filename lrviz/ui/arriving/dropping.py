"""Dropping: files and texts that are dragged over any part of the window, or pasted, go where they belong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from lrviz.ui.arriving import drops
from lrviz.ui.arriving.drop_overlay import DropOverlay
from lrviz.ui.arriving.drops import Dropped

if TYPE_CHECKING:
    from lrviz.ui.window import Window


class Dropping(QObject):
    """Hears what is dragged over a window. Controls that take texts of their own have them first."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._dragged = Dropped({})
        self.overlay = DropOverlay(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        window.incoming.pasted.connect(self.take)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                self._enter(event)
                return True
            case QEvent.Type.DragMove if isinstance(event, QDragMoveEvent):
                event.setAccepted(self._dragged.fit)
                return True
            case QEvent.Type.DragLeave:
                self.overlay.hide()
                return True
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                self.overlay.hide()
                event.acceptProposedAction()
                dropped = drops.sorted_out(event.mimeData())
                QTimer.singleShot(0, self, lambda: self._take(dropped))  # where it came from waits until this returns
                return True
        return super().eventFilter(watched, event)

    def _enter(self, event: QDragEnterEvent) -> None:
        """Say what dropping does. What can't be used is heard too, so that it is said."""
        self._dragged = drops.sorted_out(event.mimeData())
        if self._dragged.fit or self._dragged.files:
            event.acceptProposedAction()
            self.overlay.show_dropped(self._dragged)
        else:
            event.ignore()

    def take(self, data: QMimeData) -> None:
        """Take what was pasted."""
        self._take(drops.sorted_out(data))

    def _take(self, dropped: Dropped) -> None:
        window = self._window
        if dropped.text:
            window.incoming.take(dropped.text, self.tr("What was dropped"))
        for kind in ("session", "lesson"):
            for path in dropped.files.get(kind, ())[:1]:
                window.files.open(path)
        for path in dropped.files.get("code", ()):
            window.incoming.take_file(path)
        for path in dropped.files.get("data", ())[:1]:
            self._look_into(path)
        for path in dropped.files.get("table", ())[:1]:
            window.tables.ask(path)
        said = drops.left(dropped)
        if said:
            title = said[0] if len(said) == 1 else self.tr("{0} file{0:|s} {0:is|are} left aside").format(len(said))
            rest = f"{'. '.join(said)}. " if len(said) > 1 else ""
            window.notices.say("info", title, rest + drops.read_words())

    def _look_into(self, path: Path) -> None:
        self._window.classroom.go_to_session()
        self._window.edit_problem().look_into(path)
