"""What the window does with files: sessions in and out, pictures, tables and scripts out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from lrviz.errors import LrvizError, SessionError
from lrviz.experiment import Experiment
from lrviz.files import cause, write_whole
from lrviz.source.write import script
from lrviz.ui.arriving import folders, recent, saving
from lrviz.ui.arriving.kinds import MORE, kind_of
from lrviz.ui.arriving.outside import Outside
from lrviz.ui.racing.raced import raced_plan, result_of
from lrviz.ui.racing.races import Races
from lrviz.ui.speech import saying
from lrviz.ui.speech.saying import begun, reason, said
from lrviz.ui.speech.spoken import together
from lrviz.ui.store import Store

if TYPE_CHECKING:
    from lrviz.laws.law import Law
    from lrviz.results import Landscape, LRFinder
    from lrviz.scenarios import Preset
    from lrviz.ui.showing.film import Walk
    from lrviz.ui.window import Shown


class SessionFiles(QObject):
    """Every way in and out; errors are said in one sentence, and what is open stays open.

    What reads and writes is imported when it is first needed: the window opens sooner.
    """

    said = Signal(str, object, object)
    """Kind, title and text of a notice."""

    changed_outside = Signal(Path)
    """Another program changed the session's file, and what is open is something else."""
    code_wanted = Signal(Path)
    """A file of code is to become a run."""
    table_wanted = Signal(Path)
    """A table is to become what a person says it is."""
    lesson_wanted = Signal(Path)
    """A lesson is to be opened."""
    leaving = Signal()
    """Another session is about to be opened, if the person agrees; what is only lent is put away before."""

    def __init__(self, store: Store, races: Races, window: QWidget) -> None:
        super().__init__(window)
        self._store, self._races, self._window = store, races, window
        self.outside = Outside(store, self)
        self.outside.changed.connect(self._reload_or_offer)

    def new(self) -> None:
        """Start from the first-open session."""
        if self.may_leave():
            self._store.open(Experiment.first_open(), None)

    def open(self, path: Path | None = None) -> None:
        """Open a session, or add a file of code as a run; ask which when no path is given."""
        if path is None:
            name, _ = QFileDialog.getOpenFileName(
                self._window,
                self.tr("Open a session, or code"),
                folders.last("folder"),
                self.tr(
                    "Sessions, reports, lessons, code and tables "
                    "(*.lrviz *.json *.html *.toml *.py *.ipynb *.csv *.tsv);;All files (*)"
                ),
            )
            path = Path(name) if name else None
        if path is not None and (self._others(path) is not None or self.may_leave()):
            self.read(path)

    def read(self, path: Path) -> None:
        """Put a session file into the window, or say what is wrong with it; code becomes a run."""
        from lrviz.teaching.shelf import load

        others = self._others(path)
        if others is not None:
            others(path)
            return
        try:
            experiment = load(path)
        except LrvizError as error:
            text = self.tr("{0} Your open session is untouched.").format(_sentence(error))
            self.said.emit("error", self.tr("{0} can’t be opened").format(path.name), text)
            return
        if path.suffix.lower() in MORE:
            self._store.open(experiment, None, path.stem)
        else:
            self._store.open(experiment, path)
            self.outside.note(path)
        folders.remember("folder", path)
        recent.remember(path)

    def _others(self, path: Path) -> Callable[[Path], None] | None:
        """Give who takes a file that is no session; None where it is one, or nothing known."""
        match kind_of(path):
            case "code":
                return self.code_wanted.emit
            case "table":
                return self.table_wanted.emit
            case "lesson":
                return self.lesson_wanted.emit
        return None

    def reload(self) -> None:
        """Put what the session's file holds now in place of what is open; undoing brings that back."""
        from lrviz.teaching.shelf import load

        path = self._store.path
        if path is None:
            return
        try:
            experiment = load(path)
        except LrvizError as error:
            text = self.tr("{0} Your open session is untouched.").format(_sentence(error))
            self.said.emit("error", self.tr("{0} can’t be opened").format(path.name), text)
            return
        self._store.edit(self.tr("reload {0}").format(path.name), experiment)
        self._store.saved(path)
        self.outside.note(path)

    def digest(self, path: Path | None) -> str:
        """Give what tells the content of a session's file, as it was read or written last, from another."""
        return self.outside.digest(path)

    def open_preset(self, preset: Preset) -> None:
        """Open a preset with its own plan."""
        if self.may_leave():
            self._store.open(preset.experiment, None, saying.catalog(preset.title))

    def save(self) -> bool:
        """Save to the session's file; ask for one when it has none."""
        return self.save_as() if self._store.path is None else self.write(self._store.path)

    def save_as(self) -> bool:
        """Save to a file that is asked for."""
        suggested = str(self._store.path.absolute()) if self._store.path is not None else "session.lrviz"
        path = saving.ask(self._window, self.tr("Save the session"), suggested, self.tr("Sessions (*.lrviz)"), ".lrviz")
        return path is not None and self.write(path)

    def write(self, path: Path) -> bool:
        """Write the session whole, or say why it can't be; ask where another program has changed the file."""
        from lrviz.session import save

        if self.outside.differs(path) and not self._may_overwrite(path):
            return False
        try:
            save(self._store.experiment, path)
        except (LrvizError, OSError) as error:
            self.said.emit("error", self.tr("{0} wasn’t saved").format(path.name), _sentence(error))
            return False
        self.outside.note(path)
        self._store.saved(path)
        folders.remember("folder", path)
        recent.remember(path)
        return True

    def _may_overwrite(self, path: Path) -> bool:
        """Ask what becomes of a file that holds something else by now; False where it isn't to be written over."""
        box = QMessageBox(self._window)
        box.setWindowTitle("lrviz")
        box.setText(self.tr("{0} was changed by another program. Replace it?").format(path.name))
        box.setInformativeText(self.tr("Reloading shows what it holds now; undoing brings yours back."))
        replace = box.addButton(self.tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        again = box.addButton(self.tr("Reload"), QMessageBox.ButtonRole.ActionRole)
        again.setEnabled(path == self._store.path)
        stay = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(stay)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        if clicked is again:
            self.reload()
        return clicked is replace

    def _reload_or_offer(self, path: Path) -> None:
        """Take note of a file that another program made what is open here; offer to reload any other."""
        from lrviz.teaching.shelf import load

        try:
            same = load(path) == self._store.experiment
        except LrvizError:
            same = False  # half written by then, or broken: reloading says why
        if same:
            self.outside.note(path)
            self._store.saved(path)
        else:
            self.changed_outside.emit(path)

    def export_picture(self, page: Shown) -> None:
        """Open the dialog that makes a picture of a view."""
        from lrviz.ui.panels.export_dialog import ExportDialog

        dialog = ExportDialog(page, self._store.experiment, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.written.connect(lambda path: self._say_written(Path(path)))
        dialog.open()

    def export_curves(self, path: Path | None = None) -> None:
        """Write every visible run's rates as CSV."""
        from lrviz.export.tables import csv_of_curves

        path = path or self._ask(self.tr("Export curves"), "curves.csv", "CSV (*.csv)")
        if path is not None:
            self._write(path, lambda: write_whole(path, csv_of_curves(self._store.experiment).encode()))

    def export_forecasts(self, law: Law, path: Path | None = None) -> None:
        """Write what a law says of every run as CSV."""
        from lrviz.export.tables import csv_of_forecasts

        path = path or self._ask(self.tr("Export forecasts"), "forecasts.csv", "CSV (*.csv)")
        if path is not None:
            self._write(path, lambda: write_whole(path, csv_of_forecasts(self._store.experiment, law).encode()))

    def export_metrics(self, path: Path | None = None) -> None:
        """Write losses, rates and metrics of the runs that were raced as they are, as CSV."""
        from lrviz.export.tables import csv_of_result

        experiment = self._store.experiment
        result = result_of(experiment, self._races.of(experiment))
        if result is None:
            self.said.emit(
                "info", self.tr("Nothing to export yet"), self.tr("Metrics come from a race. Press Race first.")
            )
            return
        path = path or self._ask(self.tr("Export metrics"), "metrics.csv", "CSV (*.csv)")
        if path is not None:
            self._write(path, lambda: write_whole(path, csv_of_result(result).encode()))

    def export_landscape(self, landscape: Landscape | None, path: Path | None = None) -> None:
        """Write a landscape as arrays: its heights, and where the runs walked."""
        from lrviz.export.arrays import npz_of_landscape

        if landscape is None or not landscape.values.size:
            self._say_nothing_surveyed()
            return
        path = path or self._ask(self.tr("Export landscape"), "landscape.npz", "NumPy (*.npz)")
        if path is not None:
            self._write(path, lambda: write_whole(path, npz_of_landscape(landscape)))

    def export_search(self, found: LRFinder | None, path: Path | None = None) -> None:
        """Write the losses of a search for a rate as CSV."""
        from lrviz.export.tables import csv_of_search

        if found is None or not len(found.lrs):
            self.said.emit("info", self.tr("No search yet"), self.tr("Open the LR finder and search for a rate first."))
            return
        path = path or self._ask(self.tr("Export the search"), "search.csv", "CSV (*.csv)")
        if path is not None:
            self._write(path, lambda: write_whole(path, csv_of_search(found).encode()))

    def export_film(self, walk: Walk | None) -> None:
        """Open the dialog that films the walk over a landscape."""
        if walk is None:
            self._say_nothing_surveyed()
            return
        from lrviz.ui.panels.film_dialog import FilmDialog

        dialog = FilmDialog(walk, walk.experiment.training.steps, "walk", self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.written.connect(lambda path: self._say_written(Path(path)))
        dialog.open()

    def _say_nothing_surveyed(self) -> None:
        title = self.tr("No landscape yet")
        self.said.emit("info", title, self.tr("Race the runs and open the Landscape view first."))

    def export_script(self, path: Path | None = None) -> None:
        """Write the selected run as a plain torch script that trains what a race trains."""
        run = self._store.run
        if run is None:
            return
        path = path or self._ask(self.tr("Save the training script"), "train.py", "Python (*.py)")
        if path is not None:
            text = script(raced_plan(self._store.experiment), self._store.selected)
            self._write(path, lambda: write_whole(path, text.encode()))

    def may_leave(self) -> bool:
        """Ask what becomes of changes that are in no file; False when the person would rather stay."""
        self.leaving.emit()
        if not self._store.modified:
            return True
        answer = QMessageBox.StandardButton
        asked = QMessageBox.question(
            self._window,
            self.tr("Save changes?"),
            self.tr("The session has changes that are in no file yet. Save them?"),
            answer.Save | answer.Discard | answer.Cancel,
            answer.Save,
        )
        return self.save() if asked == answer.Save else asked == answer.Discard

    def _write(self, path: Path, act: Callable[[], None]) -> None:
        try:
            act()
        except (LrvizError, OSError) as error:
            self.said.emit("error", self.tr("{0} wasn’t written").format(path.name), _sentence(error))
            return
        folders.remember("folder", path)
        self._say_written(path)

    def _say_written(self, path: Path) -> None:
        self.said.emit("info", self.tr("{0} is written").format(path.name), str(path.parent))

    def _ask(self, title: str, name: str, kinds: str) -> Path | None:
        return saving.ask(self._window, title, name, kinds, Path(name).suffix)


def _sentence(error: Exception) -> str:
    """Say why a file can't be had: the title names it."""
    if isinstance(error, OSError) and error.strerror:
        why = begun(cause(error))
        return together("{0}: {1}.", why, error.filename) if error.filename else together("{0}.", why)
    text = said(error.reason) if isinstance(error, SessionError) else reason(error)
    if isinstance(error, SessionError) and not error.path:  # a place in the document stays as it is spelt
        text = begun(text)
    return text if text.endswith(".") else together("{0}.", text)
