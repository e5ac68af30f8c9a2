"""The dialog in which a person's own data file is looked through, and its columns are chosen."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from lrviz.catalog.source import Kind, Source, chosen, likely, unfit_to_give, unfit_to_learn
from lrviz.datafile import Column, DataError, Inspection
from lrviz.events import Event, Inspect, Inspected, Looked
from lrviz.ui import metrics
from lrviz.ui.arriving import folders
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.controls.choice_list import Choice
from lrviz.ui.controls.dialog_size import open_as
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.progress import Progress
from lrviz.ui.controls.wrapped import Paragraph
from lrviz.ui.form.section import head
from lrviz.ui.numbers import whole
from lrviz.ui.panels.column_list import ColumnList
from lrviz.ui.racing.errand import Errand
from lrviz.ui.racing.races import Races
from lrviz.ui.speech import counts
from lrviz.ui.speech.saying import reason, said

NAMED = ("y", "label", "labels", "target", "targets", "class", "species", "y_train")
"""Names by which the column to be learned is guessed."""
MOST_NAMED = 6
"""Classes named in a sentence."""


def ask_for_file(parent: QWidget) -> Path | None:
    """Let a person choose a data file, in the folder of the last one."""
    translate = QCoreApplication.translate
    name, _ = QFileDialog.getOpenFileName(
        parent,
        translate("DataDialog", "Choose your data"),
        folders.last("data folder"),
        translate("DataDialog", "Data (*.csv *.tsv *.txt *.npz);;All files (*)"),
    )
    if not name:
        return None
    folders.remember("data folder", Path(name))
    return Path(name).absolute()


class DataDialog(QDialog):
    """Looks through a file in the worker, and sends what a person takes of it as `taken`: a Source.

    Until the file is looked through it shows how far that is, and can be closed. What makes no source is said, and
    nothing can be taken.
    """

    taken = Signal(object)

    def __init__(self, races: Races, path: Path, before: Source | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._before = before
        self.errand = Errand(races, "data", self)
        self._found: Inspection | None = None
        self._labels = ""
        self._features: set[str] = set()
        self._kind: Kind | None = None
        self.source: Source | None = None
        self.setWindowTitle(self.tr("Your data"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make()
        self._lay_out()
        self.labels.chosen.connect(self._learn)
        self.kind.chosen.connect(self._learn_as)
        self.list.columns.toggled.connect(self._toggle)
        self.every.clicked.connect(lambda: self._take(self._givable()))
        self.none.clicked.connect(lambda: self._take(set()))
        self.use.clicked.connect(self._use)
        self.other.clicked.connect(self._choose_another)
        self.cancel.clicked.connect(self.reject)
        self.errand.heard.connect(self._hear)
        self.errand.ended.connect(self._refuse)
        self.look_into(path)

    def _make(self) -> None:
        self.name = ElidedLabel("form_title", "text", self)
        self.size_line = ElidedLabel("secondary", "text2", self)
        self.progress = Progress(self.tr("Looked through"), self)
        self.error = ErrorLine(self)
        self.body = QWidget(self)
        self.labels = ChoiceBox(self._offer_labels, name=self.tr("To be learned"), parent=self.body)
        self.kind = ChoiceBox(self._offer_kinds, name=self.tr("Learned as"), parent=self.body)
        self.list = ColumnList(self.body)
        self.every = Button(self.tr("All"), kind="ghost", small=True, parent=self.body)
        self.none = Button(self.tr("None"), kind="ghost", small=True, parent=self.body)
        self.summary = Paragraph("secondary", "text2", self)
        self.other = Button(self.tr("Choose another file"), kind="ghost", parent=self)
        self.cancel = Button(self.tr("Cancel"), kind="secondary", parent=self)
        self.use = Button(self.tr("Use these data"), kind="primary", parent=self)

    def _lay_out(self) -> None:
        body = QVBoxLayout(self.body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(metrics.S1))
        body.addWidget(head(self.tr("To be learned"), self.body))
        body.addWidget(self.labels)
        body.addWidget(self.kind)
        body.addSpacing(px(metrics.S2))
        features = QHBoxLayout()
        features.addWidget(head(self.tr("Features"), self.body), 1)
        features.addWidget(self.every)
        features.addWidget(self.none)
        body.addLayout(features)
        body.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(metrics.S2))
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[px(metrics.S4)] * 4)
        column.setSpacing(px(metrics.S2))
        for widget in (self.name, self.size_line, self.progress, self.error):
            column.addWidget(widget)
        column.addWidget(self.body, 1)
        column.addStretch(0)
        column.addWidget(self.summary)
        column.addLayout(buttons)
        open_as(self, metrics.DATA_DIALOG)

    def look_into(self, path: Path) -> None:
        """Look through a file, in place of another."""
        self._found = None
        self.name.setText(path.name)
        self.size_line.setText(self.tr("Looking through the file …"))
        self.progress.setValue(0)
        self._show()
        self.errand.start(Inspect(str(path)))

    def done(self, result: int) -> None:
        self.errand.stop()
        super().done(result)

    def _hear(self, events: tuple[Event, ...]) -> None:
        match events[-1]:
            case Looked(done=done):
                self.progress.setValue(round(1000 * done))
            case Inspected(found=found):
                self._find(found)

    def _refuse(self, why: str) -> None:
        """Say why the file can't be used, where it can't."""
        if why:
            self.size_line.setText(self.tr("It can’t be used."))
            self.progress.hide()
            self.error.say(_sentence(said(why)))

    def _find(self, heard: Inspection) -> None:
        """Show what a file holds, with what was chosen of it before or is likely."""
        self._found = heard
        count = (
            self.tr("{0} row{0:|s}, {1} column{1:|s}") if heard.delimiter else self.tr("{0} row{0:|s}, {1} array{1:|s}")
        )
        self.size_line.setText(count.format(whole(heard.rows), whole(len(heard.columns))))
        before = self._before if self._before is not None and self._before.file == Path(heard.path) else None
        names = [column.name for column in heard.columns]
        known = before is not None and {before.labels, *before.features} <= set(names)
        self._labels = before.labels if before is not None and known else _guessed(heard)
        self._features = set(before.features) if before is not None and known else self._givable()
        self._kind = before.task if before is not None and known else likely(self._column(self._labels))
        self._show()

    def _column(self, name: str) -> Column:
        return next(column for column in cast("Inspection", self._found).columns if column.name == name)

    def _givable(self) -> set[str]:
        found = self._found.columns if self._found is not None else ()
        return {column.name for column in found if not unfit_to_give(column)}

    def _learn(self, name: str) -> None:
        if name != self._labels:
            if not unfit_to_give(self._column(self._labels)):
                self._features.add(self._labels)  # what was learned may be given again
            self._labels, self._kind = name, likely(self._column(name))
            self._show()

    def _learn_as(self, kind: str) -> None:
        self._kind = cast("Kind", kind)
        self._show()

    def _toggle(self, name: str) -> None:
        self._take(self._features ^ {name})

    def _take(self, features: set[str]) -> None:
        self._features = features
        self._show()

    def _show(self) -> None:
        """Show what is chosen, and what comes of it."""
        found = self._found
        self.progress.setVisible(found is None)
        self.body.setVisible(found is not None)
        self.source = None
        self.error.say("")
        self.summary.setText("")
        if found is not None:
            features = [column.name for column in found.columns if column.name in self._features - {self._labels}]
            self.labels.show_choice(_choice_of(self._column(self._labels)))
            self.kind.show_choice(self._kind_choice(self._kind or "values"))
            self.list.columns.show(found.columns, self._features - {self._labels}, self._labels)
            try:
                self.source = chosen(found, self._labels, features, self._kind)
            except DataError as error:
                self.error.say(_sentence(reason(error)))
            else:
                self.summary.setText(self._said(self.source))
        self.use.setEnabled(self.source is not None)

    def _said(self, source: Source) -> str:
        given = counts.numbers(source.inputs)
        if source.image:
            given = self.tr("pictures of {0} × {1}").format(*source.image)
        if source.task == "values":
            return self.tr("{0}. From {1}, {2} is learned.").format(counts.examples(source.rows), given, source.labels)
        known = self._column(source.labels).counts
        each = [f"{name} ({whole(count)})" for name, count in zip(source.classes, known, strict=True)]
        listed = ", ".join(each[:MOST_NAMED]) + (" …" if len(each) > MOST_NAMED else ".")
        words = self.tr("{0}. From {1}, {2} is learned, one of {3} class{3:|es}: {4}")
        return words.format(counts.examples(source.rows), given, source.labels, len(source.classes), listed)

    def _offer_labels(self) -> list[Choice]:
        columns = self._found.columns if self._found is not None else ()
        choices = [_choice_of(column, unfit="" if likely(column) else _why(column)) for column in columns]
        return sorted(choices, key=lambda choice: bool(choice.unfit))

    def _offer_kinds(self) -> list[Choice]:
        unfit = unfit_to_learn(self._column(self._labels))
        return [self._kind_choice(kind, unfit[kind]) for kind in ("classes", "binary", "values")]

    def _kind_choice(self, kind: Kind, unfit: str = "") -> Choice:
        names = {
            "classes": (self.tr("classes"), self.tr("One of several; a model gives a logit for each.")),
            "binary": (self.tr("yes or no"), self.tr("One of two; a model gives one logit, of the second.")),
            "values": (self.tr("values"), self.tr("Numbers to come close to; a model gives one.")),
        }
        return Choice(kind, *names[kind], unfit=unfit)

    def _use(self) -> None:
        if self.source is not None:
            self.taken.emit(self.source)
            self.accept()

    def _choose_another(self) -> None:
        path = ask_for_file(self)
        if path is not None:
            self.look_into(path)


def _guessed(found: Inspection) -> str:
    """Guess the column that is to be learned: one that is called so, else the last that can be."""
    learnable = [column.name for column in found.columns if likely(column)]
    called = [name for name in learnable if name.lower() in NAMED]
    return (called or learnable[-1:] or [found.columns[-1].name])[0]


def _choice_of(column: Column, unfit: str = "") -> Choice:
    seen = ", ".join(column.preview)
    return Choice(column.name, column.name, seen, unfit=unfit)


def _why(column: Column) -> str:
    return next(iter(unfit_to_learn(column).values()))


def _sentence(words: Any) -> str:
    text = str(words)
    return text if text.endswith(".") else f"{text}."
