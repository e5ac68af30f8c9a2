"""Tables that are dropped or opened: a person says what they are, and they become that."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject

from lrviz import logfile
from lrviz.ui.arriving import folders, meanings, recent
from lrviz.ui.numbers import whole

if TYPE_CHECKING:
    from lrviz.ui.window import Window


class Tables(QObject):
    """Asks what a table is, and does what is answered; each can be undone."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.files.table_wanted.connect(self.ask)

    def ask(self, path: Path) -> None:
        """Read a table beside the window, and ask what it is."""
        self._window.aside.ask("table", partial(logfile.read, path), partial(self._offer, path))

    def _offer(self, path: Path, found: logfile.Table | str) -> None:
        from lrviz.ui.panels.table_dialog import TableDialog

        window = self._window
        if isinstance(found, str):
            window.notices.say("error", self.tr("{0} can’t be used").format(path.name), f"{found}.")
            return
        folders.remember("folder", path)
        recent.remember(path)
        window.classroom.go_to_session()
        dialog = TableDialog(found, meanings.meanings(found, window.store.experiment), window)
        dialog.taken.connect(lambda kind: self._take(kind, path, found))
        dialog.open()

    def _take(self, kind: meanings.Kind, path: Path, table: logfile.Table) -> None:
        match kind:
            case "curve":
                self._draw(table)
            case "fit":
                self._fit(table)
            case "metric":
                self._tell(table)
            case "data":
                self._window.edit_problem().look_into(path)

    def _draw(self, table: logfile.Table) -> None:
        store = self._window.store
        at = len(store.experiment.runs)
        store.edit(self.tr("curves of {0}").format(table.name), meanings.with_curves(store.experiment, table))
        store.select(at)
        self._window.show_view("schedule")
        last = max(int(one.steps[-1]) for _, one in meanings.curves(table))
        if last + 1 != store.experiment.training.steps:
            title = self.tr("{0} ends at step {1}").format(table.name, whole(last))
            text = self.tr("The plan has {0} step{0:|s}.").format(whole(store.experiment.training.steps))
            act = self.tr("Plan {0} step{0:|s}").format(whole(last + 1))
            self._window.notices.say("info", title, text, act, lambda: self._plan(last + 1, act))

    def _plan(self, steps: int, what: str) -> None:
        experiment = self._window.store.experiment
        training = replace(experiment.training, steps=steps)
        self._window.store.edit(what, replace(experiment, training=training))

    def _fit(self, table: logfile.Table) -> None:
        found = meanings.logged(table)
        self._window.show_view("schedule")
        bar = getattr(self._window.page, "forecast_bar", None)
        if found is not None and bar is not None:
            bar.fits.fit_log(found.rates, found.losses)

    def _tell(self, table: logfile.Table) -> None:
        store, found = self._window.store, meanings.told(table)
        if found is not None:
            what = self.tr("metric of {0}").format(table.name)
            store.edit(what, replace(store.experiment, metric=meanings.drawn(found)))
            self._window.show_view("schedule")
