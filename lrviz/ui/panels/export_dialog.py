"""The dialog that makes a picture of a view: what it is made like, and beside that how it will look."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, QSettings, QSizeF, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lrviz.errors import LrvizError
from lrviz.experiment import Experiment
from lrviz.ui import metrics
from lrviz.ui.arriving import folders
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.dialog_size import open_as
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.scrolled import scroll
from lrviz.ui.figure import Figure
from lrviz.ui.numbers import short, whole
from lrviz.ui.palette import theme
from lrviz.ui.panels.export_form import ExportForm
from lrviz.ui.panels.export_preview import ExportPreview
from lrviz.ui.showing.paper import INCH, Paper, outlined
from lrviz.ui.showing.pictures import FORMATS, Page, page, words_end
from lrviz.ui.showing.printing import Printing
from lrviz.ui.showing.stage import parts
from lrviz.ui.speech.saying import begun, reason
from lrviz.ui.speech.spoken import together

if TYPE_CHECKING:
    from lrviz.ui.window import Shown


class Kept(msgspec.Struct, frozen=True):
    """How a picture was made last: the name of its size, the paper, and whose theme it had."""

    preset: str
    paper: Paper
    colours: str


class ExportDialog(QDialog):
    """Asks how a picture of a view is made, shows it, writes it, and sends where it is as `written`."""

    written = Signal(str)

    def __init__(self, shown: Shown, experiment: Experiment, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export picture"))
        self._shown, self._experiment = shown, experiment
        self._whole = shown.figure  # all that is to be found out is found
        self._printing: Printing | None = None
        self._page: Page | None = None
        runs = [run for run in experiment.runs if run.visible] if shown.key not in ("finder", "gradients") else []
        self.form = ExportForm(self._screen(), parts(self._whole), runs, self)
        self.preview = ExportPreview(self)
        self.size_line = ElidedLabel("secondary", "text2", self)
        self.error = ErrorLine(self)
        self.cancel = Button(self.tr("Cancel"), kind="secondary", parent=self)
        self.save = Button(self.tr("Save as…"), kind="primary", parent=self)
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self.draw)
        self._lay_out()
        self.form.changed.connect(self._due.start)
        self.form.format.chosen.connect(self._recall)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(lambda _checked: self.make())
        self._recall(str(QSettings().value("export/format", ".png")))

    def _lay_out(self) -> None:
        area = QScrollArea(self)
        scroll(area, self.form)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedWidth(px(metrics.EXPORT_FORM))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(metrics.S2))
        buttons.addWidget(self.size_line, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        right = QVBoxLayout()
        right.setSpacing(px(metrics.S3))
        right.addWidget(self.preview, 1)
        right.addWidget(self.error)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[px(metrics.S4)] * 4)
        row.setSpacing(px(metrics.S4))
        row.addWidget(area)
        row.addLayout(right, 1)
        open_as(self, metrics.EXPORT_DIALOG)

    def draw(self) -> None:
        """Show the picture as it would be made now, or say why it can't be."""
        form = self.form
        try:
            self._page = page(self._figure(form.paper, form.suffix), form.paper, form.suffix)
        except LrvizError as error:
            self._page = None
            self.error.say(together("{0}.", begun(reason(error))))
        else:
            self.error.say("")
            self.preview.show_page(self._page)
            self.size_line.setText(self._sized(form.paper, form.suffix))
        self.save.setEnabled(self._page is not None and self._printing is None)

    def make(self, path: Path | None = None) -> None:
        """Make the picture; ask where to when no path is given."""
        if self._due.isActive():
            self._due.stop()
            self.draw()
        path = path or self._ask()
        if path is None or self._page is None:
            return
        self.error.say("")
        self._keep()
        self._printing = Printing(self._page, path, self)
        self._printing.written.connect(self._made)
        self._printing.failed.connect(self._failed)
        self.form.setEnabled(False)
        self.save.setEnabled(False)
        self.size_line.setText(self.tr("Making {0} …").format(path.name))

    def done(self, result: int) -> None:
        if self._printing is not None:
            self._printing.cancel()
        super().done(result)

    def _figure(self, paper: Paper, suffix: str) -> Figure:
        """Give what is on the picture, for the room that its words leave."""
        wide, high = paper.size(suffix)
        times = paper.times(suffix)
        left_out = {run.name for run in self._experiment.runs} - self.form.runs if self.form.run_checks else set()
        runs = tuple(replace(run, visible=run.visible and run.name not in left_out) for run in self._experiment.runs)
        experiment, room = replace(self._experiment, runs=runs), QSizeF(wide / times, high / times)
        figure = self._shown.pictured(experiment, room, times)
        if not paper.headline:
            return figure
        words = words_end(QRectF(QPointF(), room), figure)
        return self._shown.pictured(experiment, QSizeF(room.width(), max(1.0, room.height() - words)), times)

    def _screen(self) -> Paper:
        """Give the paper of a picture as large as the view is on the screen."""
        canvas, ratio = self._shown.canvas, self._shown.devicePixelRatioF()
        words = words_end(canvas.sheet.rect, self._whole) - canvas.sheet.rect.top()
        wide, high = round(canvas.width() * ratio), round((canvas.height() + words) * ratio)
        return Paper(max(1, wide), max(1, high), "px", round(96 * ratio), theme=theme().name)

    def _sized(self, paper: Paper, suffix: str) -> str:
        """Say how large the picture is."""
        wide, high = paper.size(suffix)
        inches = paper.resolution(suffix) / INCH
        measured = self.tr("{0} × {1} mm").format(short(wide / inches), short(high / inches))
        if suffix != ".png":
            return measured
        return self.tr("{0} × {1} pixels · {2}").format(whole(wide), whole(high), measured)

    def _recall(self, suffix: str) -> None:
        """Show how a picture in this format was made last."""
        kept = QSettings().value(f"export/{suffix}")
        try:
            last = msgspec.json.decode(str(kept), type=Kept)
        except (msgspec.DecodeError, msgspec.ValidationError, LrvizError):
            last = Kept("screen", replace(self._screen(), outlines=outlined(suffix)), "screen")
        chosen = suffix if suffix in FORMATS else ".png"
        self.form.take(chosen, last.preset, last.paper, last.colours)
        self._due.start()

    def _keep(self) -> None:
        """Remember how pictures in this format are made."""
        form = self.form
        QSettings().setValue("export/format", form.suffix)
        kept = msgspec.json.encode(Kept(form.preset, form.paper, form.colours)).decode()
        QSettings().setValue(f"export/{form.suffix}", kept)

    def _ask(self) -> Path | None:
        suffix = self.form.suffix
        suggestion = str(Path(folders.last("folder")) / f"{self._shown.key}{suffix}")
        kinds = f"{suffix[1:].upper()} (*{suffix})"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export picture"), suggestion, kinds)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def _made(self, path: str) -> None:
        self._printing = None
        folders.remember("folder", Path(path))
        self.written.emit(path)
        self.accept()

    def _failed(self, why: str) -> None:
        self._printing = None
        self.form.setEnabled(True)
        self.draw()
        self.error.say(why if why.endswith(".") else f"{why}.")
