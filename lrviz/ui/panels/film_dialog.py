"""The dialog that makes a film of a walk: format, size, pace and theme, and how far it has come."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from lrviz.errors import SpecError
from lrviz.spec import fields
from lrviz.ui import metrics
from lrviz.ui.arriving import folders
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.dialog_size import open_as
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.controls.progress import Progress
from lrviz.ui.controls.scales import limits_of
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.controls.words import out_of_bounds, said
from lrviz.ui.form.section import labelled
from lrviz.ui.numbers import short, whole
from lrviz.ui.palette import DARK, LIGHT, NEUTRAL, theme
from lrviz.ui.showing.film import Pace, Reel, Shot
from lrviz.ui.showing.filming import Filming, Order

SIZES = {"1280x720": (1280, 720), "1920x1080": (1920, 1080), "1080x1080": (1080, 1080), "640x360": (640, 360)}
EARLY = 0.05
"""Share below which it can't be told how long the rest takes."""


class FilmDialog(QDialog):
    """Asks how a film is made, makes it in a process of its own, and sends where it is as `written`.

    `shots` gives what is shown at each of `steps` updates, and can be sent to another process; `name` is the file's
    without its ending. Cancelling a film that is being made closes the dialog once nothing is left of it.
    """

    written = Signal(str)

    def __init__(self, shots: Callable[[int], Shot], steps: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._shots, self._steps, self._name = shots, steps, name
        self._pace = Pace()
        self._filming: Filming | None = None
        self._began = 0.0
        self._result: int | None = None
        self.setWindowTitle(self.tr("Export film"))
        self._make()
        self._lay_out()
        for name_, row in self.rows.items():
            row.edited.connect(lambda value, _dragging, name=name_: self._take(name, value))
        for choice in (self.format, self.size_choice, self.theme_choice):
            choice.chosen.connect(choice.show_choice)
        self.save.clicked.connect(lambda _checked: self.make())
        self.cancel.clicked.connect(self.reject)
        self._show()

    def _make(self) -> None:
        self.settings = QWidget(self)
        self.format = Segmented(
            [("mp4", "MP4"), ("gif", "GIF")], name=self.tr("Format"), small=True, parent=self.settings
        )
        sizes = [(key, f"{wide} × {high}") for key, (wide, high) in SIZES.items()]
        self.size_choice = Segmented(sizes, name=self.tr("Size"), small=True, parent=self.settings)
        themes = [("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        self.theme_choice = Segmented(themes, name=self.tr("Theme"), small=True, parent=self.settings)
        labels = {"seconds": self.tr("Length"), "fps": self.tr("Frames a second")}
        self.rows = {
            field.name: NumberRow(field, colour=NEUTRAL, label=labels[field.name], parent=self.settings)
            for field in fields(Pace)
        }
        self.speed = ElidedLabel("secondary", "text2", self)
        self.progress = Progress(self.tr("Film made"), self)
        self.error = ErrorLine(self)
        self.cancel = Button(self.tr("Cancel"), kind="secondary", parent=self)
        self.save = Button(self.tr("Save as…"), kind="primary", parent=self)
        self.format.show_choice("mp4")
        self.size_choice.show_choice("1280x720")
        self.theme_choice.show_choice(theme().name)

    def _lay_out(self) -> None:
        body = QVBoxLayout(self.settings)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(metrics.S2))
        body.addLayout(labelled(self.tr("Format"), self.format))
        body.addLayout(labelled(self.tr("Size"), self.size_choice))
        body.addLayout(labelled(self.tr("Theme"), self.theme_choice))
        for row in self.rows.values():
            body.addWidget(row)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(metrics.S2))
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[px(metrics.S4)] * 4)
        column.setSpacing(px(metrics.S2))
        for widget in (self.settings, self.speed, self.progress, self.error):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(buttons)
        open_as(self, metrics.FILM_DIALOG)

    @property
    def reel(self) -> Reel:
        """How the film would be made."""
        return Reel(SIZES[self.size_choice.choice], self._pace.fps, self._pace.seconds)

    def make(self, path: Path | None = None) -> None:
        """Make the film; ask where to when no path is given."""
        path = path or self._ask()
        if path is None:
            return
        self.error.say("")
        chosen = LIGHT if self.theme_choice.choice == "light" else DARK
        self._filming = filming = Filming(Order(self._shots, self._steps, path, chosen, self.reel), self)
        filming.progressed.connect(self._go_on)
        filming.made.connect(self._made)
        filming.failed.connect(self._failed)
        filming.finished.connect(self._ended)
        self._began = time.monotonic()
        self.progress.setValue(0)
        filming.start()
        self._show()
        self.speed.setText(self.tr("Making {0} …").format(path.name))

    def done(self, result: int) -> None:
        if self._filming is None:
            super().done(result)
            return
        self._result = result
        self._filming.cancel()
        self.speed.setText(self.tr("Stopping …"))

    def _ask(self) -> Path | None:
        suffix = f".{self.format.choice}"
        suggestion = str(Path(folders.last("folder")) / f"{self._name}{suffix}")
        kinds = f"{self.format.choice.upper()} (*{suffix})"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export film"), suggestion, kinds)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def _take(self, name: str, value: Any) -> None:
        row = self.rows[name]
        try:
            self._pace = replace(self._pace, **{name: value})
        except SpecError as error:
            named = SpecError(row.label, error.value, error.bound)
            row.show_error(out_of_bounds(named, said(getattr(self._pace, name)), limits_of(row.field)))
            return
        row.show_error("")
        self._show()

    def _show(self) -> None:
        busy = self._filming is not None
        self.settings.setEnabled(not busy)
        self.save.setEnabled(not busy)
        self.progress.setVisible(busy)
        for name, row in self.rows.items():
            row.show_value(getattr(self._pace, name))
        if not busy:
            pace = short(self._steps / self._pace.seconds)
            words = self.tr("{0} update{0:|s}, {1} a second; the end stays for another second.")
            self.speed.setText(words.format(whole(self._steps), pace))

    def _go_on(self, share: float) -> None:
        self.progress.setValue(round(1000 * share))
        if share >= EARLY and self._result is None:
            left = (time.monotonic() - self._began) * (1 - share) / share
            self.speed.setText(self.tr("{0} % · {1} s left").format(int(100 * share), max(1, round(left))))

    def _made(self, path: str) -> None:
        folders.remember("folder", Path(path))
        self.written.emit(path)
        self._result = self.DialogCode.Accepted.value

    def _failed(self, why: str) -> None:
        self.error.say(why if why.endswith(".") else f"{why}.")

    def _ended(self) -> None:
        """Close, or show what went wrong."""
        if self._filming is not None:
            self._filming.deleteLater()
        self._filming = None
        self._show()
        if self._result is not None:
            super().done(self._result)
