"""Reckoning: the numbers of the view in sight, kept up to date in the dock, and in the rows of runs what is stale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from lrviz.export.typeset import Format
from lrviz.ui.paced import Paced

if TYPE_CHECKING:
    from lrviz.ui.window import Window

TABLE_LAG = 100
"""Milliseconds in which changes of the table are gathered: nobody reads numbers faster."""
NAMES: dict[str, str] = {"markdown": "Markdown", "csv": "CSV", "latex": "LaTeX"}


class Reckoning(QObject):
    """Shows for the window what is told in numbers; they may lag a drag by a moment, so that curves needn't."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._due = QTimer(self, singleShot=True, interval=TABLE_LAG)
        self._due.timeout.connect(self.show)
        stale = Paced(self)
        stale.due.connect(self._tell_stale)
        store, races, dock = window.store, window.races, window.dock
        for signal in (store.changed, store.cursor_changed, store.selected_changed, store.looked, store.heard_changed):
            signal.connect(self.want)
        for other in (store.baseline_changed, races.progressed, window.scanning.progressed, dock.unveiled):
            other.connect(self.want)
        for change in (store.changed, races.progressed):
            change.connect(stale.want)
        dock.table.columns_chosen.connect(self.show)
        dock.table.copied.connect(self._say_copied)

    def want(self) -> None:
        """Have the table of the view in sight shown anew, in a moment."""
        if not self._due.isActive():
            self._due.start()

    def show(self) -> None:
        """Show the table of the view in sight, where the dock is."""
        page = self._window.page
        if page is not None and self._window.dock.isVisible():  # nobody else sees it
            self._window.dock.show_table(page.table())

    def copy(self, form: Format) -> None:
        """Put the numbers of the view in sight on the clipboard, as a table."""
        page, dock = self._window.page, self._window.dock
        if page is not None:
            dock.show_table(page.table())
            dock.table.copy(form)

    def _say_copied(self, form: str) -> None:
        self._window.notices.say("info", self.tr("The numbers are on the clipboard as {0}").format(NAMES[form]), "")

    def _tell_stale(self) -> None:
        """Say in the rows of runs which have changed since their race."""
        raced = self._window.races.of(self._window.store.experiment)
        self._window.sidebar.list.show_stale(frozenset(name for name, one in raced.items() if one.stale))
