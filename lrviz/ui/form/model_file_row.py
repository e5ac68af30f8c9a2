"""The part of the problem form that shows which file and function a person's own model comes from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from lrviz import modelfile
from lrviz.catalog.models.own_model import ModelFile
from lrviz.errors import LrvizError
from lrviz.files import cause, write_whole
from lrviz.ui import metrics
from lrviz.ui.arriving import folders
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.controls.choice_list import Choice
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.speech.saying import reason


class ModelFileRow(QWidget):
    """The file's name, the function that makes the model, and ways to another file; files are read, never executed."""

    chosen = Signal(object)
    """A ModelFile."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._source: ModelFile | None = None
        self.name = ElidedLabel("name", "text", self)
        self.function = ChoiceBox(self._offer, name=self.tr("Function"), parent=self)
        self.error = ErrorLine(self)
        self.choose = Button(self.tr("Choose a file"), icon="folder-open", small=True, parent=self)
        self.again = Button(self.tr("Read again"), kind="ghost", small=True, parent=self)
        self.copy = Button(self.tr("Save a copy"), kind="ghost", small=True, parent=self)
        self.choose.setToolTip(self.tr("A .py file with a function that returns an nn.Module."))
        self.again.setToolTip(self.tr("Take over what has changed in the file since it was chosen."))
        self.copy.setToolTip(self.tr("Put this file where you can edit it, and use it from there."))
        buttons = QHBoxLayout()
        for button in (self.choose, self.again, self.copy):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(metrics.S1), 0, px(metrics.S1))
        column.setSpacing(px(metrics.S1))
        column.addWidget(self.name)
        column.addWidget(self.function)
        column.addWidget(self.error)
        column.addLayout(buttons)
        self.function.chosen.connect(self._take_function)
        self.choose.clicked.connect(self._choose)
        self.again.clicked.connect(lambda: self._take_function(self.function.choice))
        self.copy.clicked.connect(self._save_copy)

    @property
    def source(self) -> ModelFile | None:
        """What it shows."""
        return self._source

    def show_source(self, source: ModelFile) -> None:
        """Show another file or function; nothing is sent."""
        if source != self._source:
            self.error.say("")
        self._source = source
        self.name.setText(source.name)
        self.name.setToolTip(str(source.file))
        self.function.show_choice(Choice(source.function, source.function))
        self.again.setVisible(not source.shipped)
        self.copy.setVisible(source.shipped)

    def take(self, path: Path, function: str | None = None) -> None:
        """Take a file, or say why it can't be."""
        try:
            found = ModelFile.of(path, function)
        except LrvizError as error:
            self.error.say(f"{reason(error)}.")
            return
        self.error.say("")
        self.chosen.emit(found)

    def _take_function(self, name: str) -> None:
        if self._source is not None:
            self.take(self._source.file, name)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose your model"), folders.last("model folder"), self.tr("Python (*.py);;All files (*)")
        )
        if name:
            folders.remember("model folder", Path(name))
            self.take(Path(name))

    def _save_copy(self) -> None:
        if self._source is None:
            return
        suggestion = str(Path(folders.last("model folder")) / self._source.name)
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save a copy of the model"), suggestion, self.tr("Python (*.py)")
        )
        if name:
            self.save_copy(Path(name if name.endswith(".py") else f"{name}.py"))

    def save_copy(self, path: Path) -> None:
        """Write the file that is shown to a person's own place, and take it from there."""
        if self._source is None:
            return
        try:
            write_whole(path, self._source.file.read_bytes())
        except OSError as error:
            self.error.say(self.tr("{0} wasn’t written: {1}.").format(path.name, cause(error)))
            return
        folders.remember("model folder", path)
        self.take(path, self._source.function)

    def _offer(self) -> list[Choice]:
        if self._source is None:
            return []
        try:
            found = modelfile.makers(modelfile.read(self._source.file), self._source.name)
        except LrvizError as error:
            self.error.say(f"{reason(error)}.")
            return []
        return [Choice(maker.name, maker.name, maker.summary, unfit=maker.unfit) for maker in found]
