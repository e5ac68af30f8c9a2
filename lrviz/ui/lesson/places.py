"""Places: where in the window that is what a lesson points at, and how it is brought into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from lrviz.ui import metrics

if TYPE_CHECKING:
    from lrviz.ui.window import Window

CONTEXTS = ("Training", "Schedule", "Loss", "Forecast", "Weights", "Ground", "Gradients", "Finder")
"""Where the titles of plots are translated."""


class Places(QObject):
    """Finds a place by its name in a lesson, such as "pane:Learning rate" or "race"."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._controls: dict[str, QWidget | None] = {}

    def let_go(self) -> None:
        """Let the views show again what the person chose."""
        self._controls.clear()
        for page in self._window.pages.values():
            let_go = getattr(page, "let_go", None)
            if let_go is not None:
                let_go()

    def bring(self, place: str) -> None:
        """Bring a place into sight: unfold, scroll to or show what holds it."""
        window, (kind, _, name) = self._window, place.partition(":")
        match kind:
            case "pane":
                insist = getattr(window.page, "insist_on", None)
                if insist is not None:
                    insist(titles(name))
            case "run":
                window.sidebar.show()
                row = self._row(name)
                if row is not None:
                    window.sidebar.list.scrollTo(window.sidebar.list.runs.index(row))
            case "form":
                window.sidebar.show()
                self._controls[place] = window.sidebar.bring_out(name)
            case "problem":
                window.sidebar.show()
            case "table" if self._own_table is None:
                window.arrangement.show_dock("numbers")
            case "findings" | "code":
                window.arrangement.show_dock(kind)

    def where(self, place: str) -> QRect | None:
        """Give where a place is in the window's middle, as far as it is in sight; None where it isn't."""
        window, (kind, _, name) = self._window, place.partition(":")
        match kind:
            case "pane":
                return self._pane(name)
            case "run":
                return self._run(name)
            case "form":
                return self._control(place, name)
            case "headline":
                return self._headline()
        widgets: dict[str, QWidget] = {
            "view": window.stack,
            "race": window.top.race,
            "transport": window.bars,
            "problem": window.sidebar.card,
            "table": self._own_table or window.dock.table,
            "findings": window.dock.findings,
            "code": window.dock.code,
        }
        return self._of(widgets[kind]) if kind in widgets else None

    @property
    def _own_table(self) -> QWidget | None:
        """The table of a view that has one of its own, in place of the dock's."""
        found = getattr(self._window.page, "table_view", None)
        return found if isinstance(found, QWidget) else None

    def _pane(self, title: str) -> QRect | None:
        canvas = getattr(self._window.page, "canvas", None)
        find = getattr(canvas, "titled", None)
        if canvas is None or find is None:
            return None
        wanted = titles(title)
        cell = next((found for one in wanted if (found := find(one)) is not None), None)
        if cell is None:
            return None
        own = metrics.RING_GAP  # of the room around its plot: what is beside a pane begins right there
        return self._part(canvas, cell.toAlignedRect().adjusted(own, own, -own, -own))

    def _run(self, name: str) -> QRect | None:
        row, rows = self._row(name), self._window.sidebar.list
        return None if row is None else self._part(rows.viewport(), rows.visualRect(rows.runs.index(row)))

    def _row(self, name: str) -> int | None:
        names = [run.name for run in self._window.store.experiment.runs]
        return names.index(name) if name in names else None

    def _control(self, place: str, path: str) -> QRect | None:
        found = self._controls.get(place)
        if found is None or not shiboken6.isValid(found):  # the form is another one since
            self._controls[place] = found = self._window.sidebar.bring_out(path)
        room = self._window.sidebar.room
        if found is None or not found.isVisible():
            return None
        at = QRect(found.mapTo(self._window.front, QPoint()), found.size())
        seen = at.intersected(QRect(room.mapTo(self._window.front, QPoint()), room.size()))
        return seen if not seen.isEmpty() else None

    def _headline(self) -> QRect | None:
        page = self._window.page
        lines = [getattr(page, name, None) for name in ("headline", "subline")]
        rects = [found for line in lines if isinstance(line, QWidget) and (found := self._of(line)) is not None]
        return rects[0].united(rects[-1]) if rects else None

    def _of(self, widget: QWidget) -> QRect | None:
        return self._part(widget, widget.rect())

    def _part(self, widget: QWidget, part: QRect) -> QRect | None:
        """Give where a part of a widget is, as far as it is in sight."""
        if not widget.isVisible():
            return None
        seen = part.intersected(widget.rect())
        if seen.isEmpty():
            return None
        return QRect(widget.mapTo(self._window.front, seen.topLeft()), seen.size())


def titles(title: str) -> tuple[str, ...]:
    """Give what a plot of that English title may be called: that, and what it is translated to."""
    said = (QCoreApplication.translate(context, title) for context in CONTEXTS)
    return tuple(dict.fromkeys((title, *said)))
